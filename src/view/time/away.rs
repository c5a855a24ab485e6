//! For how long at most a child is without a night with somebody: what parents of young
//! children dispute, and no table of weeks and holidays shows.

use jiff::ToSpan;
use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use super::key::Key;
use crate::case::form::{Date, Id};
use crate::schedule::Timetable;

/// The longest run of nights that a child spends elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct LongestAway {
    /// Away from whom: called so, with the surname.
    pub name: String,
    /// How many nights.
    pub nights: u32,
    /// The day of the first.
    pub from: Date,
}

/// The longest run away from each person of the key who has a night at all, among the nights
/// from `first` until, but not including, `after`. A night of which nothing is said ends a run.
pub(crate) fn longest_away(
    key: &Key<'_>,
    timetable: &Timetable<'_>,
    first: civil::Date,
    after: civil::Date,
) -> Vec<LongestAway> {
    let evenings = first.series(1.day()).take_while(|day| *day < after);
    let nights: Vec<(civil::Date, Option<&Id>)> = evenings
        .map(|evening| (evening, timetable.sleeps_with(evening)))
        .collect();
    let everybody = key.everybody(&timetable.child().id).into_iter();
    everybody
        .filter(|person| nights.iter().any(|(_, with)| *with == Some(&person.id)))
        .filter_map(|person| {
            let runs = nights.chunk_by(|one, next| {
                elsewhere(one.1, &person.id) == elsewhere(next.1, &person.id)
            });
            let away = runs.filter(|run| elsewhere(run[0].1, &person.id));
            // Of two runs as long as each other, the first.
            let longest =
                away.reduce(|known, run| if run.len() > known.len() { run } else { known })?;
            Some(LongestAway {
                name: person.name,
                nights: u32::try_from(longest.len()).ok()?,
                from: Date(longest[0].0),
            })
        })
        .collect()
}

fn elsewhere(with: Option<&Id>, person: &Id) -> bool {
    with.is_some_and(|with| with != person)
}

#[cfg(test)]
mod tests {
    use crate::view::sample;
    use crate::view::time::childrens_time::childrens_time;

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
}
