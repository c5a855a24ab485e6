//! When an arrangement is, as a document prints it: in the words of the case, or where it
//! has none in words composed from the schedule.

use std::collections::BTreeMap;

use crate::case::arrangement::Arrangement;
use crate::case::calendar::Holiday;
use crate::case::form::{Date, Id};
use crate::case::recurrence::Schedule;
use crate::diagnostics::code;
use crate::language::Locale;
use crate::schedule::holiday::named;

use super::said::{Register, Setting, Unsaid, call_rhythm, said};
use crate::audience::{Audience, DocumentCopy, Office, Piece};
use crate::view::draft::Draft;
use crate::view::words::Words;

/// When a term is, for adults.
pub(crate) fn when(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    register: Register,
) -> Option<Words> {
    let written = draft.served.told(source.when.as_ref());
    match written {
        Some(_) => draft.optional_text(written, source.at.key("when"), source.only.as_deref()),
        None => composed(draft, source, register),
    }
}

/// When it is, for a child, where the case says so in the schedule alone.
pub(crate) fn childs_when(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Option<Words> {
    match draft.served.told(source.when.as_ref()) {
        Some(_) => None,
        None => composed(draft, source, Register::Child),
    }
}

/// How often a child and somebody call or write, and the day of the first time, where it is
/// not every week.
pub(crate) fn childs_rhythm(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
) -> Option<(String, Option<Date>)> {
    told(draft, source, Register::Child, call_rhythm)
}

fn composed(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    register: Register,
) -> Option<Words> {
    let text = told(draft, source, register, said)?;
    Some(Words {
        text,
        language: draft.language.code().to_owned(),
        foreign: false,
        restriction: draft.restriction(source.only.clone(), source.at.key("served_to")),
    })
}

/// What is told of a schedule, with what words need besides.
fn told<T>(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    register: Register,
    tell: impl FnOnce(&Schedule, &Setting<'_>, &Locale) -> Result<Option<T>, Unsaid>,
) -> Option<T> {
    let schedule = source.schedule.as_ref()?;
    let at = source.at.key("schedule");
    let holidays = draft.served.holidays();
    let holidays: Vec<Holiday> = holidays.map(|one| Holiday::clone(&one)).collect();
    let is_named = |one: &&Holiday| named(schedule).contains(&one.id);
    for holiday in holidays.iter().filter(is_named) {
        // Its name stands in the words as the case has it.
        draft.line(&holiday.name);
    }
    if let Schedule::Special {
        name: Some(name), ..
    } = schedule
    {
        draft.line(name);
    }
    let name = |id: &Id| match (register, draft.served.adult(id)) {
        (Register::Child, Some(adult)) => {
            let word = draft.served.childs_word(adult.item);
            word.map_or(adult.called(), |word| word.as_str()).to_owned()
        }
        _ => draft.name(id, at.clone()),
    };
    let setting = Setting {
        register,
        with: source.person(),
        otherwise: source.otherwise.as_ref(),
        from: source.from,
        year: draft.served.first_year(source),
        holidays: &holidays,
        name: &name,
    };
    match tell(schedule, &setting, draft.locale) {
        Ok(told) => told,
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
    let served = office.serves(&DocumentCopy::of(Audience::Court));
    let draft = Draft::new(served, locale);
    let said = |one: Piece<'_, Arrangement>| {
        let words = composed(&draft, &one, Register::Order)?;
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
