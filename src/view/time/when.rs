//! When an arrangement is, as a document prints it: in the words of the case, or where it
//! has none in words composed from the schedule.

use crate::case::arrangement::Arrangement;
use crate::case::calendar::Holiday;
use crate::case::form::Id;
use crate::diagnostics::code;
use crate::schedule::holiday::named;

use super::said::{Register, Setting, said};
use crate::audience::Piece;
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

fn composed(
    draft: &Draft<'_>,
    source: &Piece<'_, Arrangement>,
    register: Register,
) -> Option<Words> {
    let schedule = source.schedule.as_ref()?;
    let at = source.at.key("schedule");
    let mut names_as_written = Vec::new();
    let called = |one: Piece<'_, Holiday>| {
        let mut holiday = Holiday::clone(&one);
        if named(schedule).contains(&one.id) {
            // Its name stands in the words.
            let Words {
                text,
                language,
                foreign,
                ..
            } = draft.holiday(&one);
            holiday.name = text.parse().unwrap_or(holiday.name);
            let name = NameAsWritten {
                name: text,
                language,
            };
            names_as_written.extend(foreign.then_some(name));
        }
        holiday
    };
    let holidays: Vec<Holiday> = draft.served.holidays().map(called).collect();
    let name = |id: &Id| match (register, draft.served.adult(id)) {
        (Register::Child, Some(adult)) => adult.called().to_owned(),
        _ => draft.name(id, at.clone()),
    };
    let setting = Setting {
        register,
        with: source.with.as_ref(),
        from: source.from,
        year: draft.served.first_year(source),
        holidays: &holidays,
        name: &name,
        asked: &|key| draft.asked(key),
    };
    match said(schedule, &setting, draft.locale) {
        Ok(text) => text.map(|text| Words {
            text,
            language: draft.language.code().to_owned(),
            foreign: false,
            names_as_written,
            restriction: draft.restriction(source.only.clone(), source.at.key("served_to")),
        }),
        Err(unsaid) => {
            let key = unsaid.key;
            let message = format!("the locale has no phrase `{key}` with the places it needs");
            let help = "add the phrase to the locale";
            draft.missing(&code::template::NO_SUCH_PHRASE, at, &message, help);
            None
        }
    }
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
        let written = fortnight(&case, Register::Plan);
        assert!(written.starts_with("Each Wednesday from 3.30 pm"));
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
