//! When an arrangement is, as a document prints it: in the words of the case, or where it
//! has none in words composed from the schedule.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::case::arrangement::Arrangement;
use crate::case::calendar::Holiday;
use crate::case::form::{Date, Id};
use crate::case::person::Child;
use crate::case::recurrence::Schedule;
use crate::diagnostics::{Pointer, code};
use crate::language::Locale;
use crate::schedule::holiday::named;

use super::said::{self, Register, Setting, Unsaid, call_rhythm, said};
use crate::audience::{DocumentCopy, Office, Piece, Reader};
use crate::view::draft::Draft;
use crate::view::words::{NameAsWritten, Words};

/// When a term is, for adults.
pub(crate) fn when(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    register: Register,
) -> Option<Words> {
    let written = draft.served.told(source.when.as_ref());
    match written {
        Some(_) => draft.optional_text(written, source.at.key("when"), source.only.as_deref()),
        None => composed(draft, source, register, |_| true),
    }
}

/// When the usual days are that no table of weeks shows, and with whom the rest is; nothing of
/// what has no such days.
pub(crate) fn usual_days(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    register: Register,
) -> Option<Words> {
    let is_one = source.schedules().any(Schedule::is_in_no_week);
    match draft.served.told(source.when.as_ref()).filter(|_| is_one) {
        Some(_) => when(draft, source, register),
        None => composed(draft, source, register, Schedule::is_in_no_week),
    }
}

/// When it is, for a child, where the case says so in the schedule alone.
pub(crate) fn childs_when(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Option<Words> {
    match draft.served.told(source.when.as_ref()) {
        Some(_) => None,
        None => composed(draft, source, Register::Child, |_| true),
    }
}

/// When an arrangement is, as a paragraph of an order tells it.
#[derive(Default)]
pub(crate) struct InClauses {
    /// One time after the other.
    pub clauses: Vec<Words>,
    /// Who has all other time.
    pub rest: Option<String>,
    /// Who has the half of a holiday that the clauses tell nothing of.
    pub other_half: Option<String>,
    /// Sentences that settle a doubt.
    pub settled: Vec<String>,
}

/// When it is, clause by clause, for a paragraph of an order; nothing where the case has no
/// schedule of it. `with` is the person whom the words are about and who need not be named in them.
pub(crate) fn clauses(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    with: Option<&Id>,
) -> InClauses {
    let mut all = InClauses::default();
    for (at, schedule) in source.item.placed(&source.at) {
        let tell = |schedule: &Schedule, setting: &Setting<'_>, locale: &Locale| {
            let setting = Setting { with, ..*setting };
            said::clauses(schedule, &setting, locale).map(Some)
        };
        let otherwise = source.item.otherwise.as_ref();
        let placed = (at, schedule);
        let found = told(draft, source, placed, otherwise, Register::Order, tell);
        let (one, names) = found.unwrap_or_default();
        let words = |text| Words {
            names_as_written: names.clone(),
            ..draft.composed(text)
        };
        all.clauses.extend(one.clauses.into_iter().map(words));
        let unsaid = |sentence: &String| !all.settled.contains(sentence);
        let settled: Vec<String> = one.settled.into_iter().filter(unsaid).collect();
        all.settled.extend(settled);
        // The rest of the time is told once, behind all of them.
        all.rest = all.rest.or(one.rest);
        all.other_half = all.other_half.or(one.other_half);
    }
    all.clauses.dedup();
    all
}

/// How often a child and somebody call or write, and the day of the first time, where it is
/// not every week.
pub(crate) fn childs_rhythm(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    placed: (Pointer, &Schedule),
) -> Option<(String, Option<Date>)> {
    Some(told(draft, source, placed, None, Register::Child, call_rhythm)?.0)
}

/// The words of those schedules that are asked for.
fn composed(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    register: Register,
    is_asked: impl Fn(&Schedule) -> bool,
) -> Option<Words> {
    let mut names_as_written = Vec::new();
    let mut tell = |placed, rest| {
        let (text, names) = told(draft, source, placed, rest, register, said)?;
        for name in names {
            if !names_as_written.contains(&name) {
                names_as_written.push(name);
            }
        }
        Some(text)
    };
    let placed = source.item.placed(&source.at);
    let placed = placed.filter(|(_, schedule)| is_asked(schedule));
    let mut texts: Vec<((Pointer, &Schedule), String)> = placed
        .filter_map(|one| Some((one.clone(), tell(one, None)?)))
        .collect();
    // The rest of the time is told once, behind all of them.
    if let (Some(rest), Some((placed, text))) = (&source.item.otherwise, texts.last_mut()) {
        *text = tell(placed.clone(), Some(rest))?;
    }
    // Calls with each parent in turn are at one hour, and their words are the same.
    let mut texts: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
    texts.dedup();
    let text = texts.join(match register {
        Register::Plan => "\n\n",
        Register::Order | Register::Child => " ",
    });
    (!text.is_empty()).then(|| Words {
        names_as_written,
        restriction: draft.restriction(source.only.clone(), source.at.key("served_to")),
        ..draft.composed(text)
    })
}

/// The holidays of the children an arrangement is for; in a child's plan, that child's.
fn holidays<'a>(
    draft: &Draft<'a>,
    source: &Piece<'_, Arrangement>,
    register: Register,
) -> Vec<Piece<'a, Holiday>> {
    let is_read = |child: &Child| register != Register::Child || child.id == *draft.served.person();
    let children: Vec<_> = draft.served.children().collect();
    let has = |holiday: &Piece<'_, Holiday>| {
        let mut theirs = children.iter().filter(|child| source.is_for(child));
        theirs.any(|child| is_read(child) && holiday.is_for(child))
    };
    draft.served.holidays().filter(has).collect()
}

/// Holidays as the document calls those whose names stand in the words of a schedule, and the
/// names that the case has in another language alone. Parents whose children's schools differ
/// read whose each is.
fn called(
    draft: &Draft<'_>,
    holidays: Vec<Piece<'_, Holiday>>,
    schedule: &Schedule,
    register: Register,
) -> (Vec<Holiday>, Vec<NameAsWritten>) {
    let mut names_as_written = Vec::new();
    let called = |one: Piece<'_, Holiday>| {
        let mut holiday = Holiday::clone(&one);
        if named(schedule).contains(&one.id) {
            let name = draft.holiday(&one);
            let whose = match register {
                Register::Plan if !draft.is_all_children(&one.children) => {
                    format!(
                        " ({})",
                        draft.locale.list(&draft.children_of(&one.children))
                    )
                }
                _ => String::new(),
            };
            let called = format!("{}{whose}", name.text);
            holiday.name = called.parse().unwrap_or(holiday.name);
            names_as_written.extend(NameAsWritten::of(name));
        }
        holiday
    };
    let holidays = holidays.into_iter().map(called).collect();
    (holidays, names_as_written)
}

/// What is told of a schedule, with the names in it that stand as they were written.
fn told<T>(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    (at, schedule): (Pointer, &Schedule),
    otherwise: Option<&Id>,
    register: Register,
    tell: impl FnOnce(&Schedule, &Setting<'_>, &Locale) -> Result<Option<T>, Unsaid>,
) -> Option<(T, Vec<NameAsWritten>)> {
    let holidays = holidays(draft, source, register);
    let (holidays, mut names_as_written) = called(draft, holidays, schedule, register);
    let own_day = draft.own_day(schedule, &at);
    let mut schedule = Cow::Borrowed(schedule);
    if let Some(day) = own_day
        && let Schedule::Special { name, .. } = schedule.to_mut()
    {
        *name = day.text.parse().ok();
        names_as_written.extend(NameAsWritten::of(day));
    }
    let name = |id: &Id| match (register, draft.served.adult(id)) {
        (Register::Child, Some(adult)) => {
            let word = draft.childs_word(&adult);
            word.unwrap_or_else(|| adult.called().to_owned())
        }
        _ => draft.name(id, at.clone()),
    };
    let setting = Setting {
        register,
        with: source.person(),
        otherwise,
        from: source.begins(),
        year: draft.served.first_year(source, &schedule),
        holidays: &holidays,
        reader: (register == Register::Child).then(|| draft.served.person()),
        name: &name,
        asked: &|key| draft.asked(key),
    };
    match tell(&schedule, &setting, draft.locale) {
        Ok(told) => told.map(|told| (told, names_as_written)),
        Err(unsaid) => {
            let key = unsaid.key;
            let message = format!("the locale has no phrase `{key}` with the places it needs");
            let help = "add the phrase to the locale";
            draft.missing(&code::template::NO_SUCH_PHRASE, at, &message, help);
            None
        }
    }
}

/// When each arrangement is, as a paragraph of an order has it, in the words that its schedule
/// makes; those without such words are not there.
pub fn said_in_an_order(office: Office<'_>, locale: &Locale) -> BTreeMap<Id, String> {
    let served = office.serves(&DocumentCopy::of(Reader::Court));
    let draft = Draft::new(served, locale);
    let said = |one: Piece<'_, Arrangement>| {
        let words = composed(&draft, &one, Register::Order, |_| true)?;
        Some((one.id.clone(), words.text))
    };
    draft.served.arrangements().filter_map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    fn fortnight(case: &Case, register: Register) -> String {
        let draft = sample::draft(case);
        let mut arrangements = draft.served.arrangements();
        let fortnight = arrangements.find(|one| one.id.as_str() == "fortnight");
        let words = when(&draft, &fortnight.expect("it is there"), register);
        words.expect("it has times").text
    }

    #[test]
    fn what_is_written_stands_and_what_is_not_is_composed() {
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            arrangement.when = Some(arrangement.text.clone());
        }
        let written = fortnight(&case, Register::Plan);
        assert!(written.starts_with("In school terms Isla and Rowan"));
        for arrangement in &mut case.arrangements {
            arrangement.when = None;
        }
        assert_eq!(
            fortnight(&case, Register::Plan),
            "In term time, every Wednesday, from 3.30 pm until 8.45 am on Thursday. In term \
             time, every second weekend, from 3.30 pm on Friday until 8.45 am on Monday. The \
             first is on Friday 19 June 2026."
        );
        let order = fortnight(&case, Register::Order);
        assert!(order.starts_with("During school terms, each Wednesday from 3.30 pm"));
    }
}
