//! Who has the time of a term in which years, and who begins its calls with whom: what a label
//! and one name would tell wrongly.

use schemars::JsonSchema;
use serde::Serialize;

use crate::audience::Piece;
use crate::case::arrangement::Arrangement;
use crate::case::recurrence::{HolidayShare, Schedule, YearRule};
use crate::view::draft::Draft;

/// Two people who take turns from year to year.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Turns {
    /// In even-numbered years.
    pub even: String,
    /// In odd-numbered years.
    pub odd: String,
}

/// Somebody who begins calls, letters or presents.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Begins {
    /// Who.
    pub name: String,
    /// With whom the children then have contact, where that is somebody else.
    pub contact_with: Option<String>,
}

/// Who has the time of a term in which years, where that is all that its schedule shares.
pub(crate) fn turns(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Option<Turns> {
    let mut placed = source.item.placed(&source.at);
    let (at, schedule) = placed.next().filter(|_| placed.next().is_none())?;
    let rule = rule(schedule)?;
    let (even, odd) = rule.even.as_ref().zip(rule.odd.as_ref())?;
    (even != odd).then(|| Turns {
        even: draft.name(even, at.clone()),
        odd: draft.name(odd, at),
    })
}

/// The years of a day, or of holidays that are not divided.
fn rule(schedule: &Schedule) -> Option<&YearRule> {
    match schedule {
        Schedule::Special { rule, .. } => Some(rule),
        Schedule::Holiday {
            share: HolidayShare::Whole { with },
            ..
        } => Some(with),
        _ => None,
    }
}

/// Who begins the calls, letters and presents of a term, each once.
pub(crate) fn begun(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Vec<Begins> {
    let mut found: Vec<Begins> = Vec::new();
    for (at, schedule) in source.item.placed(&source.at) {
        let Schedule::Indirect {
            initiated_by, with, ..
        } = schedule
        else {
            continue;
        };
        let other = (initiated_by != with).then_some(with);
        let one = Begins {
            name: draft.name(initiated_by, at.key("initiated_by")),
            contact_with: other.map(|other| draft.name(other, at.key("with"))),
        };
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    fn of<T>(case: &Case, id: &str, ask: impl Fn(&Draft<'_>, &Piece<'_, Arrangement>) -> T) -> T {
        let draft = sample::draft(case);
        let mut served = draft.served.arrangements();
        let term = served.find(|one| one.id.as_str() == id);
        ask(&draft, &term.expect("it is there"))
    }

    #[test]
    fn a_day_that_two_have_in_turn_names_both_with_their_years() {
        let case = sample::case();
        let christmas = of(&case, "christmas", turns).expect("they take turns");
        assert_ne!(christmas.even, christmas.odd);
        assert_eq!(of(&case, "mothers_day", turns), None);
        assert_eq!(of(&case, "half_terms_and_holidays", turns), None, "halves");
    }

    #[test]
    fn a_call_that_one_begins_and_another_has_says_with_whom_it_is() {
        let mut case = sample::case();
        let begun = |case: &Case| of(case, "calls", begun).pop().expect("somebody begins");
        let told = begun(&case);
        assert!(told.contact_with.is_some_and(|other| other != told.name));
        let mut all = case.arrangements.iter_mut();
        let calls = all.find(|one| one.id.as_str() == "calls");
        if let Some(Schedule::Several(both)) = &mut calls.expect("it is there").schedule
            && let Some(Schedule::Indirect {
                initiated_by, with, ..
            }) = both.last_mut()
        {
            *initiated_by = with.clone();
        }
        assert_eq!(begun(&case).contact_with, None);
    }
}
