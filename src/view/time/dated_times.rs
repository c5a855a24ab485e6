//! The children's time as appointments, for a calendar to import.

use std::fmt;

use jiff::civil;

use crate::case::calendar::Priority;
use crate::case::form::Id;
use crate::case::person::Child;
use crate::case::recurrence::Channel;
use crate::schedule::{Answer, Period, instant, local};

use super::outlook::Outlook;
use crate::audience::{DocumentCopy, Office, Served};

/// A stretch of time with one person, or a call, as the clock in London shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeWith {
    /// When it begins.
    pub from: civil::DateTime,
    /// When it ends; of a call not always known.
    pub until: Option<civil::DateTime>,
    /// What the person is called, and the surname.
    pub name: String,
    /// The person.
    pub adult: Id,
    /// The arrangement that it begins by.
    pub arrangement: Id,
    /// By what means, where it is a call.
    pub call: Option<Channel>,
}

/// The dated time of children who have the same, for a calendar to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedTime {
    /// Whose.
    pub children: Vec<String>,
    /// The first of them, by whom the calendar is known in every version of the case.
    pub child: Id,
    /// What tells the family from others: the number of its case, or the firm's reference,
    /// or the children's names.
    pub family: String,
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
                child: child.id.clone(),
                family: family(&served),
                times,
            }),
        }
    }
    (found, none)
}

fn family(served: &Served<'_>) -> String {
    let number = served.proceedings().map(|case| case.number.to_string());
    let mediation = served.mediation();
    let reference =
        mediation.and_then(|mediation| mediation.reference.as_ref().map(ToString::to_string));
    let names = || {
        let names = served.children().map(|child| child.full_name());
        names.collect::<Vec<_>>().join(", ")
    };
    number.or(reference).unwrap_or_else(names)
}

/// The school holidays, while the parents have yet to settle any: a calendar has no room
/// to say that the usual weeks may not hold there. None where nobody can tell which days
/// are open, because the case does not date them.
fn open_holidays(served: &Served<'_>, child: &Child) -> Option<Vec<Period>> {
    if !served.has_open_days(child) {
        return Some(Vec::new());
    }
    let holidays = served.holidays();
    let theirs = holidays.filter(|holiday| holiday.is_for(child));
    let open: Vec<Period> = theirs
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
                Some(last) if before == Some(claim.adult) && last.until == Some(from) => {
                    last.until = Some(until);
                }
                // What the year begins it tells to its end, and nothing after.
                _ if part.from() >= year.to() => return with_calls(served, outlook, times),
                _ => times.push(TimeWith {
                    from,
                    until: Some(until),
                    name: served.adult(claim.adult)?.called_with_surname(),
                    adult: claim.adult.clone(),
                    arrangement: claim.arrangement.clone(),
                    call: None,
                }),
            }
            before = Some(claim.adult);
        }
    }
    with_calls(served, outlook, times)
}

/// The calls of the year among the times, but for those with whoever has the child then.
fn with_calls(
    served: &Served<'_>,
    outlook: &Outlook<'_>,
    mut times: Vec<TimeWith>,
) -> Option<Vec<TimeWith>> {
    let year = Period::years(outlook.first, 1)?;
    for call in served.calls(outlook.child, year) {
        let there = outlook.ahead.at(instant(call.from));
        if matches!(there, Some(Answer::With(claim)) if claim.adult == call.with) {
            continue;
        }
        times.push(TimeWith {
            from: call.from,
            until: call.until,
            name: served.adult(call.with)?.called_with_surname(),
            adult: call.with.clone(),
            arrangement: call.arrangement.clone(),
            call: Some(call.channel),
        });
    }
    times.sort_by_key(|time| time.from);
    Some(times)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::arrangement::{AgreementStatus, Arrangement, Topic};
    use crate::case::visibility::Visibility;
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
            let until = time.until.filter(|_| time.call.is_none());
            let time = until.and_then(|until| Period::new(instant(time.from), instant(until)));
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
            adult.surname = "Marsh".parse().ok();
        }
        assert_eq!(told(&case)[0].times.len(), before);
    }

    #[test]
    fn appointments_follow_one_another_and_name_no_place() {
        let case = sample::case();
        let dated = told(&case);
        assert_eq!(dated[0].children, ["Isla", "Rowan"]);
        let times = dated[0].times.iter().filter(|time| time.call.is_none());
        let times: Vec<&TimeWith> = times.collect();
        let mut pairs = times.windows(2);
        assert!(
            pairs.all(|pair| pair[0].until <= Some(pair[1].from) && pair[0].name != pair[1].name)
        );
    }

    #[test]
    fn a_call_is_an_appointment_unless_the_child_is_there() {
        let case = sample::case();
        let dated = told(&case);
        let calls: Vec<&TimeWith> = dated[0]
            .times
            .iter()
            .filter(|time| time.call.is_some())
            .collect();
        assert!(
            !calls.is_empty(),
            "the parent the child is not with is called"
        );
        let is_there = |call: &&&TimeWith| {
            let mut times = dated[0].times.iter().filter(|time| time.call.is_none());
            times.any(|time| {
                time.adult == call.adult && time.from <= call.from && time.until > Some(call.from)
            })
        };
        assert_eq!(calls.iter().filter(is_there).count(), 0);
    }
}
