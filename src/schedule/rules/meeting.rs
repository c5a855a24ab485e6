//! R20: a handover that does not meet: one side ends at another time, or in another
//! place, than the other begins; or one adult is to be in two places at once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::gap::gaps;
use super::{Outlook, at};
use crate::case::calendar::Priority;
use crate::case::form::Id;
use crate::case::place::PlaceKind;
use crate::case::reading::Pointer;
use crate::case::rules::Concern;
use crate::diagnostics::code::rule;
use crate::schedule::claim::{Claim, schedule};
use crate::schedule::handover::{Handover, Said, Settled, Venue, slot_of};
use crate::schedule::period::local;

pub(super) fn r20(outlook: &Outlook) -> Vec<Concern> {
    let handovers: Vec<Vec<Handover>> = outlook
        .timetables
        .iter()
        .map(|timetable| timetable.handovers())
        .collect();
    let mut concerns = times(outlook);
    concerns.extend(places(&handovers));
    concerns.extend(siblings(outlook, &handovers));
    concerns.extend(settled(outlook, &handovers));
    concerns
}

/// One slot ends, and later that day another begins.
fn times(outlook: &Outlook) -> Vec<Concern> {
    let mut told = BTreeSet::new();
    let gaps = outlook.timetables.iter().flat_map(gaps);
    gaps.filter(|gap| gap.is_missed_handover())
        .filter_map(|gap| Some((gap.before?, gap.after?, gap.period)))
        .filter(|(before, after, _)| told.insert((before.origin, after.origin)))
        .map(|(before, after, period)| Concern {
            code: &rule::MISSED_HANDOVER,
            at: side(outlook, &after, "start"),
            message: "a handover does not meet: one person's time ends before the other's begins"
                .into(),
            caption: format!("this begins on {}", at(period.to())),
            others: Vec::from_iter(Some((
                side(outlook, &before, "end"),
                format!("but this ends on {}", at(period.from())),
            ))),
            severity: None,
            help: "let the second begin when the first ends".into(),
        })
        .collect()
}

/// The beginning or end of a claim: of a slot, the hour that is written there.
fn side(outlook: &Outlook, claim: &Claim, key: &str) -> Pointer {
    let pointer = claim.origin.pointer();
    match slot_of(outlook.case, claim) {
        Some(_) => pointer.key(key),
        None => pointer,
    }
}

/// Two slots of the week meet at one time in two places.
fn places(handovers: &[Vec<Handover>]) -> Vec<Concern> {
    let mut told = BTreeSet::new();
    let weekly = |handover: &&Handover| {
        let kinds = [handover.ended.kind, handover.begun.kind];
        handover.as_arranged() && kinds == [Priority::Weekly; 2]
    };
    let mut concerns = Vec::new();
    for handover in handovers.iter().flatten().filter(weekly) {
        if let Venue::Disputed { ended, begun } = handover.venue
            && told.insert(BTreeSet::from([ended.pointer(), begun.pointer()]))
        {
            concerns.push(Concern {
                code: &rule::MISSED_HANDOVER,
                at: begun.pointer(),
                message: "a handover does not meet: one person's time ends in another place than \
                          the other's begins"
                    .into(),
                caption: format!("it begins here on {}", at(handover.at)),
                others: Vec::from_iter(Some((
                    ended.pointer(),
                    "but the time before it ends here".into(),
                ))),
                severity: None,
                help: "name the same place for both".into(),
            });
        }
    }
    concerns
}

/// One adult hands over or receives two children in two places at once. A school or
/// nursery stands between the parents, so that nobody need be there to the minute.
fn siblings(outlook: &Outlook, handovers: &[Vec<Handover>]) -> Vec<Concern> {
    let mut here: BTreeMap<(Timestamp, &Id), Said> = BTreeMap::new();
    let mut told = BTreeSet::new();
    let mut concerns = Vec::new();
    for handover in handovers.iter().flatten().filter(|h| h.as_arranged()) {
        let Venue::At(there) = handover.venue else {
            continue;
        };
        if is_school(outlook, there.place) {
            continue;
        }
        for adult in [handover.ended.adult, handover.begun.adult] {
            let first = *here.entry((handover.at, adult)).or_insert(there);
            if first.place != there.place && told.insert((first.pointer(), there.pointer())) {
                concerns.push(Concern {
                    code: &rule::MISSED_HANDOVER,
                    at: there.pointer(),
                    message: "one person is to hand over two children in two places at once".into(),
                    caption: format!("here on {}", at(handover.at)),
                    others: Vec::from_iter(Some((
                        first.pointer(),
                        "and here at the same time".into(),
                    ))),
                    severity: None,
                    help: "name one place for both children, or let one handover be later".into(),
                });
            }
        }
    }
    concerns
}

pub(super) fn is_school(outlook: &Outlook, place: &Id) -> bool {
    let kind = outlook.case.place(place).map(|place| place.kind);
    matches!(kind, Some(PlaceKind::School | PlaceKind::Nursery))
}

/// An arrangement settles a handover for a day and hour at which nobody changes.
fn settled(outlook: &Outlook, handovers: &[Vec<Handover>]) -> Vec<Concern> {
    let mut concerns = Vec::new();
    for settled in outlook.counted().filter_map(Settled::of) {
        let between: Vec<&Handover> = outlook
            .timetables
            .iter()
            .zip(handovers)
            .filter(|(timetable, _)| settled.counted.is_for(timetable.child()))
            .flat_map(|(_, handovers)| handovers)
            .filter(|h| settled.is_between(&h.ended, &h.begun, h.at))
            .collect();
        let has_pattern = outlook.timetables.iter().any(|timetable| {
            settled.counted.is_for(timetable.child()) && timetable.in_force().is_some()
        });
        if has_pattern {
            concerns.extend(unmet(outlook, &settled, &between));
        }
    }
    concerns
}

fn unmet(outlook: &Outlook, settled: &Settled, between: &[&Handover]) -> Option<Concern> {
    let on_the_day = between.iter().filter(|h| settled.is_on(local(h.at)));
    let mut meeting = on_the_day.clone().filter(|h| settled.is_at(local(h.at)));
    if let Some(first) = meeting.next() {
        return slot_elsewhere(outlook, settled, first);
    }
    let schedule = schedule(settled.counted.index);
    let at_value = match settled.time {
        Some(_) => schedule.key("time"),
        None if settled.days.is_empty() => schedule.key("place"),
        None => schedule.key("days"),
    };
    let nearest = on_the_day.copied().next();
    Some(Concern {
        code: &rule::MISSED_HANDOVER,
        at: at_value,
        message: "a handover is arranged for a time at which nobody hands over".into(),
        caption: "no child changes hands then".into(),
        others: Vec::from_iter(nearest.map(|handover| {
            (
                side(outlook, &handover.begun, "start"),
                format!("this handover is on {}", at(handover.at)),
            )
        })),
        severity: None,
        help: "write the day and hour at which one person's time ends and the other's begins"
            .into(),
    })
}

/// The slot that begins at a settled handover names another place for it.
fn slot_elsewhere(outlook: &Outlook, settled: &Settled, handover: &Handover) -> Option<Concern> {
    let slot = slot_of(outlook.case, &handover.begun)?;
    let elsewhere = slot.place.as_ref().filter(|place| *place != settled.place);
    elsewhere.map(|_| Concern {
        code: &rule::MISSED_HANDOVER,
        at: schedule(settled.counted.index).key("place"),
        message: "a handover is arranged for another place than its slot names".into(),
        caption: format!("the handover on {} is here", at(handover.at)),
        others: Vec::from_iter(Some((
            handover.begun.origin.pointer().key("place"),
            "but its slot begins here".into(),
        ))),
        severity: None,
        help: "name the same place for both".into(),
    })
}
