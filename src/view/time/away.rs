//! For how long at most a child is without a night with somebody: what parents of young
//! children dispute, and no table of weeks and holidays shows.

use jiff::ToSpan;
use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use super::key::Key;
use crate::case::form::{Date, Id};
use crate::schedule::{Timetable, local};

/// The longest run of nights that a child spends elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct LongestAway {
    /// Away from whom: called so, with the surname.
    pub name: String,
    /// How many nights.
    pub nights: u32,
    /// The day of the first.
    pub from: Date,
    /// Whether it goes on after the last night of the picture.
    pub goes_on: bool,
}

/// The longest run away from each person of the key who has a night at all, among those that
/// begin from `first` until, but not including, `after`. One that goes on is counted on, as far
/// as the timetable goes. A night of which nothing is said ends a run.
pub(crate) fn longest_away(
    key: &Key<'_>,
    timetable: &Timetable<'_>,
    first: civil::Date,
    after: civil::Date,
) -> Vec<LongestAway> {
    let end = local(timetable.period().to()).date();
    let evenings = first.series(1.day()).take_while(|day| *day < end);
    let nights: Vec<Night<'_>> = evenings
        .map(|evening| (evening, timetable.sleeps_with(evening)))
        .collect();
    let in_year = nights.iter().filter(|(evening, _)| *evening < after);
    let everybody = key.everybody(&timetable.child().id).into_iter();
    everybody
        .filter(|person| in_year.clone().any(|(_, with)| *with == Some(&person.id)))
        .filter_map(|person| {
            let longest = longest_run(&nights, &person.id, after)?;
            Some(LongestAway {
                name: person.name,
                nights: u32::try_from(longest.len()).ok()?,
                from: Date(longest[0].0),
                goes_on: longest.iter().any(|(evening, _)| *evening >= after),
            })
        })
        .collect()
}

/// An evening, and with whom the night is that begins on it.
type Night<'t> = (civil::Date, Option<&'t Id>);

/// The longest run of nights without a person that begins before a day; of two as long as each
/// other, the first.
fn longest_run<'n, 't>(
    nights: &'n [Night<'t>],
    person: &Id,
    after: civil::Date,
) -> Option<&'n [Night<'t>]> {
    let runs = nights.chunk_by(|one, next| elsewhere(one.1, person) == elsewhere(next.1, person));
    let away = runs.filter(|run| elsewhere(run[0].1, person) && run[0].0 < after);
    away.reduce(|known, run| if run.len() > known.len() { run } else { known })
}

fn elsewhere(with: Option<&Id>, person: &Id) -> bool {
    with.is_some_and(|with| with != person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;
    use crate::view::time::childrens_time::childrens_time;
    use crate::view::time::outlook::Outlook;

    #[test]
    fn the_halves_of_the_summer_are_the_longest_runs() {
        let case = sample::case();
        let time = &childrens_time(&sample::draft(&case))[0];
        let away: Vec<(&str, u32, String)> = time
            .year
            .away
            .iter()
            .map(|one| (one.name.as_str(), one.nights, one.from.0.to_string()))
            .collect();
        assert_eq!(
            away,
            [
                ("Daniel Whitcombe", 21, "2026-08-12".to_owned()),
                ("Hannah Marsh", 22, "2026-07-21".to_owned()),
            ]
        );
    }

    #[test]
    fn a_run_that_the_picture_cuts_off_is_counted_on() {
        let case = sample::case();
        let draft = sample::draft(&case);
        let child = &case.people.children[0];
        let outlook = Outlook::of(&draft.served, child).expect("weeks");
        let key = Key::of(&draft, outlook.timetables());
        let after = "2026-08-05".parse().expect("a date");
        let away = longest_away(&key, &outlook.dated, outlook.first, after);
        let mother = away.iter().find(|one| one.name == "Hannah Marsh");
        let mother = mother.expect("she has nights");
        assert_eq!((mother.nights, mother.goes_on), (22, true));
        let father = away.iter().find(|one| one.name == "Daniel Whitcombe");
        assert!(!father.expect("he has nights").goes_on);
    }
}
