//! The weeks as they usually are: each day of the pattern with whom, until when, and
//! where one person hands over to the other.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::recurrence::Weekday;
use crate::diagnostics::Pointer;
use crate::schedule::{Answer, Period, Timetable, Venue, local};

use super::day_parts::{DayParts, clock};
use super::key::Key;
use super::weeks_from::{WeeksBefore, WeeksFrom};
use crate::view::draft::{Draft, TimeOfDay};
use crate::view::people::naming::Place;
use crate::view::programme::record::count;

/// One round of a weekly pattern.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Weeks {
    /// The Monday with which the round first begins.
    pub first: Date,
    /// At what time of that Monday, where not with the day.
    pub first_time: Option<TimeOfDay>,
    /// From when the days are so, where that is after that Monday.
    pub holds_from: Option<WeeksFrom>,
    /// From what day they are so before that Monday, where they are.
    pub before: Option<WeeksBefore>,
    /// Whether some days go by the month or by a count of nights besides, which these weeks
    /// do not show.
    pub besides: bool,
    /// The last day on which it is arranged, where there is one.
    pub last: Option<Date>,
    /// How many weeks it has.
    pub length: u32,
    /// Whether that is one, for the words that depend on it.
    pub one_week: bool,
    /// The number of each week, from 1.
    #[schemars(length(min = 1))]
    pub numbers: Vec<u32>,
    /// Monday to Sunday.
    #[schemars(length(min = 1))]
    pub days: Vec<DayOfWeeks>,
    /// Whether somebody is named for all of each day, so that a picture needs no hours.
    pub is_whole: bool,
    /// Nights with each person in a round.
    pub nights: Vec<NightsWith>,
    /// The changes from one person to another.
    pub handovers: Vec<UsualHandover>,
    /// Whether the case says of one of them where it is.
    pub says_where: bool,
}

/// A day of the week, in each week of the round.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct DayOfWeeks {
    /// The day.
    pub weekday: Weekday,
    /// The same day in each week.
    #[schemars(length(min = 1))]
    pub weeks: Vec<DayParts>,
}

/// Nights with one person.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct NightsWith {
    /// What the person is called, and the surname.
    pub name: String,
    /// How many.
    pub nights: u32,
}

/// A handover that comes round with the pattern.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct UsualHandover {
    /// The day of the week.
    pub weekday: Weekday,
    /// The time of day.
    pub time: TimeOfDay,
    /// In which weeks of the round.
    #[schemars(length(min = 1))]
    pub weeks: Vec<String>,
    /// Whether that is every week.
    pub every_week: bool,
    /// Whether it is one week of several.
    pub one_week: bool,
    /// Who hands over.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Who hands over, as the calendar calls them: in a child's own copy, by the child's word.
    pub from_called: String,
    /// To whom, as the calendar calls them.
    pub to_called: String,
    /// Where, so far as the case says.
    pub place: Option<Place>,
}

impl Weeks {
    /// One round, as its timetable has it.
    pub(crate) fn of(draft: &Draft<'_>, key: &Key<'_>, round: &Timetable<'_>) -> Self {
        let first = local(round.period().from()).date();
        let after = local(round.period().to()).date();
        let days: Vec<civil::Date> = days_of(round.period()).collect();
        let length = count(days.chunks(7));
        let usual = round.as_usual();
        // A round begins on a Monday, so that the place in a chunk is the day of the week.
        let day = |(index, weekday): (usize, Weekday)| DayOfWeeks {
            weekday,
            weeks: days
                .chunks(7)
                .filter_map(|week| week.get(index))
                .map(|&day| DayParts::of(key, round, day))
                .collect(),
        };
        let days_of_weeks: Vec<_> = Weekday::ALL.into_iter().enumerate().map(day).collect();
        let handovers = handovers(draft, key, round, first, length);
        let holds_from = usual.and_then(WeeksFrom::of);
        let is_first = |from: &WeeksFrom| from.date.0 == first;
        Weeks {
            first: Date(first),
            first_time: holds_from
                .clone()
                .filter(is_first)
                .and_then(|from| from.time),
            holds_from: holds_from.filter(|from| !is_first(from)),
            before: usual.and_then(|usual| WeeksBefore::of(usual.before?, first, length)),
            besides: usual.is_some_and(|usual| usual.besides),
            last: last_day(draft, round),
            length,
            one_week: length == 1,
            numbers: (1..=length).collect(),
            is_whole: {
                let mut each = days_of_weeks.iter().flat_map(|day| &day.weeks);
                each.all(DayParts::is_whole)
            },
            days: days_of_weeks,
            nights: nights(key, round, first, after),
            says_where: handovers.iter().any(|one| one.place.is_some()),
            handovers,
        }
    }
}

/// The first day on which an arrangement of the round ends.
fn last_day(draft: &Draft<'_>, round: &Timetable<'_>) -> Option<Date> {
    let arranged = round.stretches().iter().filter_map(|stretch| {
        let Answer::With(claim) = &stretch.answer else {
            return None;
        };
        draft.served.arrangement(claim.origin.arrangement)?.until
    });
    arranged.min()
}

/// The days of a period.
pub(crate) fn days_of(period: Period) -> impl Iterator<Item = civil::Date> {
    let (first, after) = (local(period.from()).date(), local(period.to()).date());
    first
        .series(jiff::ToSpan::day(1))
        .take_while(move |day| *day < after)
}

/// The nights that begin on the days from `first` until, but not including, `after`, with
/// each person of the key who has one: what is not, nobody need read.
pub(crate) fn nights(
    key: &Key<'_>,
    timetable: &Timetable<'_>,
    first: civil::Date,
    after: civil::Date,
) -> Vec<NightsWith> {
    let nights = timetable.nights(first, after);
    key.everybody(&timetable.child().id)
        .into_iter()
        .map(|person| NightsWith {
            nights: nights.with(&person.id),
            name: person.name,
        })
        .filter(|with| with.nights > 0)
        .collect()
}

fn handovers(
    draft: &Draft<'_>,
    key: &Key<'_>,
    round: &Timetable<'_>,
    first: civil::Date,
    length: u32,
) -> Vec<UsualHandover> {
    let mut found: Vec<UsualHandover> = Vec::new();
    for handover in round.handovers() {
        let at = local(handover.at);
        let days = (at.date() - first).get_days();
        let week = (days / 7 + 1).to_string();
        // Where the terms name two places the plan names neither: it does not choose.
        let place = match handover.venue {
            Venue::At(said) => draft.place_named(said.place, said.pointer()),
            Venue::Unknown | Venue::Disputed { .. } => None,
        };
        let child = &round.child().id;
        let called = |adult| key.person(adult, child).map(|person| person.called);
        let one = UsualHandover {
            from_called: called(handover.ended.adult).unwrap_or_default(),
            to_called: called(handover.begun.adult).unwrap_or_default(),
            weekday: at.date().weekday().into(),
            time: clock(handover.at),
            weeks: Vec::new(),
            every_week: false,
            one_week: false,
            from: draft.name(handover.ended.adult, Pointer::root().key("arrangements")),
            to: draft.name(handover.begun.adult, Pointer::root().key("arrangements")),
            place,
        };
        // A handover that comes round in several weeks is one row, told by all but its weeks.
        match found.iter_mut().find(|known| {
            (UsualHandover {
                weeks: Vec::new(),
                ..(*known).clone()
            }) == one
        }) {
            Some(known) => known.weeks.push(week),
            None => found.push(UsualHandover {
                weeks: vec![week],
                ..one
            }),
        }
    }
    found.sort_by_key(|handover| (handover.weekday, handover.time.0));
    for handover in &mut found {
        let weeks = u32::try_from(handover.weeks.len()).unwrap_or(u32::MAX);
        handover.every_week = weeks == length;
        handover.one_week = weeks == 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::case::Case;
    use crate::case::recurrence::Schedule;
    use crate::view::sample;
    use crate::view::time::childrens_time::time_of;

    #[test]
    fn weeks_that_end_say_when() {
        let mut case = sample::case();
        let last = |case: &Case| {
            let draft = sample::draft(case);
            let time = time_of(&draft, &case.people.children[0]).expect("it is arranged");
            time.weeks[0].last
        };
        assert_eq!(last(&case), None);
        let until = Some("2027-06-30".parse().expect("a date"));
        for arrangement in &mut case.arrangements {
            if matches!(arrangement.schedule, Some(Schedule::Weekly { .. })) {
                arrangement.until = until;
            }
        }
        assert_eq!(last(&case), until);
    }
}
