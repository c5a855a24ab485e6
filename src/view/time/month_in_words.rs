//! A month of a picture in words: which nights are with whom, for who does not see it.

use schemars::JsonSchema;
use serde::Serialize;

use super::key::Lettered;
use crate::view::programme::record::count;

/// Nights of a month with one person, and which.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct NightsOn {
    /// What the person is called, and the surname.
    pub name: String,
    /// How many.
    #[schemars(range(min = 1))]
    pub nights: u32,
    /// The days on which they begin; none where they are all of the month, or all that others
    /// leave.
    pub days: Vec<Run>,
    /// Whether they are all that others leave.
    pub is_rest: bool,
}

/// Days of a month that follow one another.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Run {
    /// The number of the first.
    pub first: String,
    /// That of the last, where it is another.
    pub last: Option<String>,
}

/// Days of which a part is with one person.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct DaysWith {
    /// What the person is called, and the surname.
    pub name: String,
    /// How many.
    #[schemars(range(min = 1))]
    pub days: u32,
    /// Which.
    pub on: Vec<Run>,
}

/// The days of a month by their numbers, each with the tone of one person.
type Drawn = [(u32, Option<u32>)];

/// The nights of a month with everybody who has one.
pub(super) fn nights_on(everybody: &[Lettered], nights: &Drawn) -> Vec<NightsOn> {
    let with = |person: &Lettered| NightsOn {
        name: person.name.clone(),
        nights: count(of(person, nights)),
        days: runs(of(person, nights)),
        is_rest: false,
    };
    let found = everybody.iter().map(with);
    let mut found: Vec<NightsOn> = found.filter(|with| with.nights > 0).collect();
    let is_whole = nights.iter().all(|(_, tone)| tone.is_some());
    let most = (0..found.len()).max_by_key(|at| found[*at].nights);
    if let (true, Some(most)) = (is_whole, most) {
        let most = found.remove(most);
        found.push(NightsOn {
            days: Vec::new(),
            is_rest: !found.is_empty(),
            ..most
        });
    }
    found
}

/// The parts of days with everybody who has no night in a month.
pub(super) fn by_day(everybody: &[Lettered], nights: &Drawn, parts: &Drawn) -> Vec<DaysWith> {
    let wakes = |person: &&Lettered| of(person, nights).next().is_none();
    let with = |person: &Lettered| DaysWith {
        name: person.name.clone(),
        days: count(of(person, parts)),
        on: runs(of(person, parts)),
    };
    let found = everybody.iter().filter(wakes).map(with);
    found.filter(|with| with.days > 0).collect()
}

/// The days with one person.
fn of(person: &Lettered, days: &Drawn) -> impl Iterator<Item = u32> {
    let days = days.iter().filter(|(_, tone)| *tone == Some(person.tone));
    days.map(|(day, _)| *day)
}

/// Some days of a month, those that follow one another as one.
fn runs(days: impl Iterator<Item = u32>) -> Vec<Run> {
    let days: Vec<u32> = days.collect();
    let runs = days.chunk_by(|day, next| day + 1 == *next);
    let runs = runs.map(|run| Run {
        first: run[0].to_string(),
        last: (run.len() > 1).then(|| run[run.len() - 1].to_string()),
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Pointer;

    fn person(name: &str, tone: u32) -> Lettered {
        Lettered {
            at: Pointer::root(),
            id: name.parse().expect("an id"),
            name: name.to_owned(),
            called: name.to_owned(),
            relationship: None,
            letter: name.to_owned(),
            tone,
        }
    }

    #[test]
    fn days_that_follow_one_another_are_one_run() {
        let told = |days: &[u32]| {
            let runs = runs(days.iter().copied()).into_iter();
            let runs = runs.map(|run| run.last.map_or(run.first.clone(), |l| run.first + "-" + &l));
            runs.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(&[4, 5, 6, 12, 14, 15]), "4-6 12 14-15");
        assert_eq!(told(&[]), "");
    }

    #[test]
    fn whoever_has_most_nights_has_the_rest_unless_a_night_is_nobodys() {
        let both = [person("mum", 0), person("dad", 1)];
        let told = |nights: &Drawn| {
            let found = nights_on(&both, nights).into_iter();
            let found = found.map(|with| (with.name, with.nights, with.days.len(), with.is_rest));
            found.collect::<Vec<_>>()
        };
        let whole = [(1, Some(0)), (2, Some(0)), (3, Some(1))];
        let dad = ("dad".to_owned(), 1, 1, false);
        assert_eq!(told(&whole), [dad.clone(), ("mum".to_owned(), 2, 0, true)]);
        let open = [(1, Some(0)), (2, None), (3, Some(1))];
        assert_eq!(told(&open), [("mum".to_owned(), 1, 1, false), dad]);
        let alone = [(1, Some(0)), (2, Some(0))];
        assert_eq!(told(&alone), [("mum".to_owned(), 2, 0, false)]);
    }
}
