//! The children's time as appointments, for a calendar to import.

use std::fmt;

use jiff::civil;

use crate::case::calendar::Priority;
use crate::case::form::Id;
use crate::case::person::Child;
use crate::schedule::{Answer, Period, local};

use super::outlook::Outlook;
use crate::audience::{DocumentCopy, Office, Served};

/// A stretch of time with one person, as the clock in London shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeWith {
    /// When it begins.
    pub from: civil::DateTime,
    /// When it ends.
    pub until: civil::DateTime,
    /// What the person is called, and the surname.
    pub name: String,
}

/// The dated time of children who have the same, for a calendar to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedTime {
    /// Whose.
    pub children: Vec<String>,
    /// With whom, from when until when: all that begins before the end of the year at a
    /// glance.
    pub times: Vec<TimeWith>,
}

/// Why there is no calendar for a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCalendar {
    /// No weekly pattern is agreed.
    NoWeeks,
    /// Some holidays or special days are open, and the case does not date them.
    OpenDays,
}

impl fmt::Display for NoCalendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoCalendar::NoWeeks => "no weekly pattern is agreed that the reader may know",
            NoCalendar::OpenDays => {
                "a point about holidays or special days is open, and `calendar` has no \
                 `holidays` that say which days may still change"
            }
        })
    }
}

/// The dated time of all children: as much of it as the reader of a copy may know, and no
/// place. For each child of whom there is none, why.
pub fn dated_times(office: Office<'_>, copy: &DocumentCopy) -> (Vec<DatedTime>, Vec<NoCalendar>) {
    let served = office.serves(copy);
    let (mut found, mut none): (Vec<DatedTime>, Vec<NoCalendar>) = (Vec::new(), Vec::new());
    for child in served.children() {
        let outlook = Outlook::of(&served, child.item).ok_or(NoCalendar::NoWeeks);
        let times = outlook.and_then(|outlook| {
            let open = open_holidays(&served, &child).ok_or(NoCalendar::OpenDays)?;
            times(&served, &outlook, &open).ok_or(NoCalendar::NoWeeks)
        });
        let times = match times {
            Ok(times) => times,
            Err(why) => {
                none.push(why);
                continue;
            }
        };
        let called = child.called().to_owned();
        match found.iter_mut().find(|known| known.times == times) {
            Some(known) => known.children.push(called),
            None => found.push(DatedTime {
                children: vec![called],
                times,
            }),
        }
    }
    (found, none)
}

/// The school holidays, while the parents have yet to settle any: a calendar has no room
/// to say that the usual weeks may not hold there. None where nobody can tell which days
/// are open, because the case does not date them.
fn open_holidays(served: &Served<'_>, child: &Child) -> Option<Vec<Period>> {
    if !served.has_open_days(child) {
        return Some(Vec::new());
    }
    let holidays = served.holidays();
    let open: Vec<Period> = holidays
        .filter_map(|holiday| Period::of_holiday(&holiday))
        .collect();
    (!open.is_empty()).then_some(open)
}

/// One after the other; somebody's stretches that touch are one. Of the usual weeks none
/// is told in a holiday that is open.
fn times(served: &Served<'_>, outlook: &Outlook<'_>, open: &[Period]) -> Option<Vec<TimeWith>> {
    let year = Period::years(outlook.first, 1)?;
    let mut times: Vec<TimeWith> = Vec::new();
    let mut before: Option<&Id> = None;
    for stretch in outlook.ahead.stretches() {
        let Answer::With(claim) = &stretch.answer else {
            continue;
        };
        let part = stretch.period;
        let told = match claim.kind {
            Priority::Weekly => part.without(open),
            _ => vec![part],
        };
        for part in told {
            let (from, until) = (local(part.from()), local(part.to()));
            match times.last_mut() {
                Some(last) if before == Some(claim.adult) && last.until == from => {
                    last.until = until;
                }
                // What the year begins it tells to its end, and nothing after.
                _ if part.from() >= year.to() => return Some(times),
                _ => times.push(TimeWith {
                    from,
                    until,
                    name: served.adult(claim.adult)?.called_with_surname(),
                }),
            }
            before = Some(claim.adult);
        }
    }
    Some(times)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::arrangement::{AgreementStatus, Arrangement, Topic};
    use crate::case::visibility::Visibility;
    use crate::schedule::instant;
    use crate::view::sample;

    fn dated(case: &Case) -> (Vec<DatedTime>, Vec<NoCalendar>) {
        let office = Office::of(case);
        dated_times(office, &office.copies_for_parties()[0])
    }

    fn told(case: &Case) -> Vec<DatedTime> {
        dated(case).0
    }

    #[test]
    fn a_child_without_a_calendar_is_told_of_with_the_reason() {
        let why = |case: &Case| dated(case).1;
        let mut case = sample::case();
        assert_eq!(why(&case), []);
        case.calendar = None;
        for one in &mut case.arrangements {
            if one.topic == Topic::SchoolHolidays {
                one.status = AgreementStatus::NotAgreed;
            }
        }
        assert_eq!(why(&case), [NoCalendar::OpenDays; 2]);
        case.arrangements.clear();
        assert_eq!(why(&case), [NoCalendar::NoWeeks; 2]);
    }

    #[test]
    fn a_schedule_kept_for_the_court_leads_to_no_appointment() {
        let mut case = sample::case();
        assert!(!told(&case).is_empty());
        for arrangement in &mut case.arrangements {
            arrangement.vis = Some(Visibility::CourtOnly);
        }
        assert_eq!(told(&case), []);
    }

    #[test]
    fn in_a_holiday_that_is_open_the_usual_weeks_are_not_told() {
        let mut case = sample::case();
        let agreed = told(&case);
        let open = |one: &&mut Arrangement| one.topic == Topic::SchoolHolidays;
        let holidays = case
            .arrangements
            .iter_mut()
            .find(open)
            .expect("it is there");
        holidays.status = AgreementStatus::NotAgreed;
        let dated = told(&case);
        assert!(!dated.is_empty() && dated != agreed);
        let holidays = &case.calendar.as_ref().expect("it has one").holidays;
        let christmas = holidays.iter().find(|h| h.id.as_str() == "christmas_2026");
        let christmas = Period::of_holiday(christmas.expect("it is there")).expect("days");
        let within = |time: &&TimeWith| {
            let time = Period::new(instant(time.from), instant(time.until));
            time.is_some_and(|time| time.overlap(&christmas).is_some())
        };
        let special = dated[0].times.iter().filter(within).count();
        assert_eq!(
            special, 1,
            "Christmas itself is agreed, and nothing else there"
        );
    }

    #[test]
    fn two_people_of_one_name_are_two() {
        let mut case = sample::case();
        let before = told(&case)[0].times.len();
        for adult in &mut case.people.adults {
            adult.known_as = Some("Sam".parse().expect("a line"));
            adult.surname = "Marsh".parse().expect("a line");
        }
        assert_eq!(told(&case)[0].times.len(), before);
    }

    #[test]
    fn appointments_follow_one_another_and_name_no_place() {
        let case = sample::case();
        let dated = told(&case);
        assert_eq!(dated[0].children, ["Isla", "Rowan"]);
        assert!(
            dated[0]
                .times
                .windows(2)
                .all(|pair| pair[0].until <= pair[1].from)
        );
        assert!(
            dated[0]
                .times
                .windows(2)
                .all(|pair| pair[0].name != pair[1].name)
        );
    }
}
