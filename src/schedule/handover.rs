//! Handovers: when a child changes from one person to another, and where.

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::claim::{Claim, Part, arrangement, schedule};
use super::expand::{Counted, counted};
use super::period::local;
use super::resolve::Answer;
use super::timetable::Timetable;
use crate::case::Case;
use crate::case::form::Id;
use crate::case::handovers::Handovers;
use crate::case::recurrence::{Schedule, Slot, Weekday};
use crate::diagnostics::Pointer;

/// A change from one person to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover<'a> {
    /// When.
    pub at: Timestamp,
    /// The claim that ends.
    pub ended: Claim<'a>,
    /// The claim that begins.
    pub begun: Claim<'a>,
    /// Where, so far as the case says.
    pub venue: Venue<'a>,
}

/// What the case says of the place of a handover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Venue<'a> {
    /// Nothing.
    Unknown,
    /// One place.
    At(Said<'a>),
    /// One place for the time that ends, another for the time that begins.
    Disputed {
        /// Of the time that ends.
        ended: Said<'a>,
        /// Of the time that begins.
        begun: Said<'a>,
    },
}

/// A place, and the line of the case that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The place.
    pub place: &'a Id,
    source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Slot(usize, Option<usize>, usize),
    Arrangement(usize),
    Start(usize),
    End(usize),
    Handover(usize, Option<usize>),
}

impl Said<'_> {
    /// Where the place is named in the file.
    pub fn pointer(&self) -> Pointer {
        match self.source {
            Source::Slot(index, nth, slot) => {
                schedule(index, nth).key("slots").item(slot).key("place")
            }
            Source::Arrangement(index) => arrangement(index).key("place"),
            Source::Start(index) => arrangement(index).key("handover").key("start").key("at"),
            Source::End(index) => arrangement(index).key("handover").key("end").key("at"),
            Source::Handover(index, nth) => schedule(index, nth).key("place"),
        }
    }
}

impl Handover<'_> {
    /// Whether both times end and begin there as arranged: neither is cut short by a
    /// holiday, a special day, or the day an arrangement takes effect.
    pub fn as_arranged(&self) -> bool {
        self.ended.arranged.to() == self.at && self.begun.arranged.from() == self.at
    }
}

impl<'a> Timetable<'a> {
    /// Every change from one person to another, in its order.
    pub fn handovers(&self) -> Vec<Handover<'a>> {
        let case = self.case();
        let settled: Vec<Settled<'a>> = counted(case)
            .filter(|counted| counted.is_for(self.child()))
            .filter_map(Settled::of)
            .collect();
        let pairs = self.stretches().windows(2);
        pairs
            .filter_map(|pair| match (&pair[0].answer, &pair[1].answer) {
                (Answer::With(ended), Answer::With(begun)) if ended.adult != begun.adult => {
                    let at = pair[1].period.from();
                    Some(Handover {
                        at,
                        ended: *ended,
                        begun: *begun,
                        venue: venue(case, &settled, ended, begun, at),
                    })
                }
                _ => None,
            })
            .collect()
    }
}

/// An arrangement that settles handovers: who hands over to whom, when and where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settled<'a> {
    pub(crate) counted: Counted<'a>,
    pub(crate) place: &'a Id,
    from: &'a Id,
    to: &'a Id,
    pub(crate) days: &'a [Weekday],
    pub(crate) time: Option<jiff::civil::Time>,
}

impl<'a> Settled<'a> {
    pub(crate) fn of(counted: Counted<'a>) -> Option<Self> {
        let Schedule::Handover {
            from,
            to,
            place,
            days,
            time,
            ..
        } = counted.schedule
        else {
            return None;
        };
        Some(Settled {
            counted,
            place,
            from,
            to,
            days,
            time: time.map(|time| time.0),
        })
    }

    /// Whether a change is between the two people it names, while it is in force.
    pub(crate) fn is_between(&self, ended: &Claim, begun: &Claim, at: Timestamp) -> bool {
        let day = local(at).date();
        let begins = self.counted.arrangement.from;
        let ends = self.counted.arrangement.until;
        self.from == ended.adult
            && self.to == begun.adult
            && begins.is_none_or(|first| first.0 <= day)
            && ends.is_none_or(|last| day <= last.0)
    }

    /// Whether it names a day of the week, or none in particular.
    pub(crate) fn is_on(&self, at: DateTime) -> bool {
        self.days.is_empty() || self.days.contains(&at.weekday().into())
    }

    /// Whether it names a time of day, or the end of the slot.
    pub(crate) fn is_at(&self, at: DateTime) -> bool {
        self.time.is_none_or(|time| time == at.time())
    }
}

/// Where a handover takes place: as an arrangement about handovers says; else as a slot says,
/// or what the arrangement says of its starts and ends; else as the arrangements of both times
/// agree.
fn venue<'a>(
    case: &'a Case,
    settled: &[Settled<'a>],
    ended: &Claim<'a>,
    begun: &Claim<'a>,
    at: Timestamp,
) -> Venue<'a> {
    let civil = local(at);
    let ruling = settled.iter().find(|settled| {
        settled.is_between(ended, begun, at) && settled.is_on(civil) && settled.is_at(civil)
    });
    if let Some(settled) = ruling {
        return Venue::At(Said {
            place: settled.place,
            source: Source::Handover(settled.counted.index, settled.counted.nth),
        });
    }
    let ended_at = slot_place(case, ended).or_else(|| end_of_time(case, ended, at));
    let begun_at = slot_place(case, begun).or_else(|| start_of_time(case, begun, at));
    match (ended_at, begun_at) {
        (None, None) => meet(general_place(case, ended), general_place(case, begun)),
        (ended, begun) => meet(ended, begun),
    }
}

fn meet<'a>(ended: Option<Said<'a>>, begun: Option<Said<'a>>) -> Venue<'a> {
    match (ended, begun) {
        (Some(ended), Some(begun)) if ended.place == begun.place => Venue::At(begun),
        (Some(ended), Some(begun)) => Venue::Disputed { ended, begun },
        (Some(said), None) | (None, Some(said)) => Venue::At(said),
        (None, None) => Venue::Unknown,
    }
}

/// The place a slot names for itself.
fn slot_place<'a>(case: &'a Case, claim: &Claim) -> Option<Said<'a>> {
    let (index, nth) = (claim.origin.arrangement, claim.origin.nth);
    let Part::Slot(slot) = claim.origin.part else {
        return None;
    };
    let place = slot_of(case, claim)?.place.as_ref()?;
    Some(Said {
        place,
        source: Source::Slot(index, nth, slot),
    })
}

/// The place an arrangement names for the start of each time with its person, where the time
/// begins as arranged.
fn start_of_time<'a>(case: &'a Case, claim: &Claim, at: Timestamp) -> Option<Said<'a>> {
    let index = claim.origin.arrangement;
    let start = handovers_of(case, claim)?.start.as_ref();
    let place = start?.at.as_ref().filter(|_| claim.arranged.from() == at)?;
    Some(Said {
        place,
        source: Source::Start(index),
    })
}

/// The place it names for the end.
fn end_of_time<'a>(case: &'a Case, claim: &Claim, at: Timestamp) -> Option<Said<'a>> {
    let index = claim.origin.arrangement;
    let end = handovers_of(case, claim)?.end.as_ref();
    let place = end?.at.as_ref().filter(|_| claim.arranged.to() == at)?;
    Some(Said {
        place,
        source: Source::End(index),
    })
}

/// What an arrangement says of the handovers of its person's time; of nobody else's.
fn handovers_of<'a>(case: &'a Case, claim: &Claim) -> Option<&'a Handovers> {
    let arrangement = case.arrangements.get(claim.origin.arrangement)?;
    let whose = arrangement.whose_time()?;
    arrangement
        .handover
        .as_ref()
        .filter(|_| whose == claim.adult)
}

/// The slot a claim comes from.
pub(crate) fn slot_of<'a>(case: &'a Case, claim: &Claim) -> Option<&'a Slot> {
    let arrangement = case.arrangements.get(claim.origin.arrangement)?;
    let schedule = arrangement.schedule.as_ref()?.nth(claim.origin.nth)?;
    match (schedule, claim.origin.part) {
        (Schedule::Weekly { slots, .. }, Part::Slot(index)) => slots.get(index),
        _ => None,
    }
}

/// The place an arrangement names for its handovers.
fn general_place<'a>(case: &'a Case, claim: &Claim) -> Option<Said<'a>> {
    let index = claim.origin.arrangement;
    let place = case.arrangements.get(index)?.place.as_ref()?;
    Some(Said {
        place,
        source: Source::Arrangement(index),
    })
}
