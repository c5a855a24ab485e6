//! R20: a handover that does not meet: one side ends at another time, or in another
//! place, than the other begins; or one adult is to be in two places at once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::expanded::{Expanded, at};
use super::gap::{Gap, gaps};
use crate::case::calendar::Priority;
use crate::case::form::Id;
use crate::case::place::PlaceKind;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::schedule::claim::Claim;
use crate::schedule::handover::{Handover, Said, Settled, Venue, slot_of};
use crate::schedule::period::local;

/// Where one person's time ends the other's begins, at one time and in one place (R20).
pub(crate) fn handovers_meet(expanded: &Expanded, report: &mut Report) {
    let handovers: Vec<Vec<Handover>> = expanded
        .timetables
        .iter()
        .map(|timetable| timetable.handovers())
        .collect();
    times(expanded, report);
    places(&handovers, report);
    siblings(expanded, &handovers, report);
    settled(expanded, &handovers, report);
}

/// One slot ends, and later that day another begins.
fn times(expanded: &Expanded, report: &mut Report) {
    let mut told = BTreeSet::new();
    let gaps = expanded.timetables.iter().flat_map(gaps);
    for gap in gaps.filter(Gap::is_missed_handover) {
        let Some((before, after)) = gap.before.zip(gap.after) else {
            continue;
        };
        if told.insert((before.origin, after.origin)) {
            report
                .add(
                    &rule::MISSED_HANDOVER,
                    side(expanded, &after, "start"),
                    "a handover does not meet: one person's time ends before the other's begins",
                )
                .caption(format!("this begins on {}", at(gap.period.to())))
                .but(
                    side(expanded, &before, "end"),
                    format!("but this ends on {}", at(gap.period.from())),
                )
                .help("let the second begin when the first ends");
        }
    }
}

/// The beginning or end of a claim: of a slot, the hour that is written there.
fn side(expanded: &Expanded, claim: &Claim, key: &'static str) -> Pointer {
    let pointer = claim.origin.pointer();
    match slot_of(expanded.case, claim) {
        Some(_) => pointer.key(key),
        None => pointer,
    }
}

/// Two slots of the week meet at one time in two places.
fn places(handovers: &[Vec<Handover>], report: &mut Report) {
    let mut told = BTreeSet::new();
    let weekly = |handover: &&Handover| {
        let kinds = [handover.ended.kind, handover.begun.kind];
        handover.as_arranged() && kinds == [Priority::Weekly; 2]
    };
    for handover in handovers.iter().flatten().filter(weekly) {
        if let Venue::Disputed { ended, begun } = handover.venue
            && told.insert(BTreeSet::from([ended.pointer(), begun.pointer()]))
        {
            report
                .add(
                    &rule::MISSED_HANDOVER,
                    begun.pointer(),
                    "a handover does not meet: one person's time ends in another place than the \
                     other's begins",
                )
                .caption(format!("it begins here on {}", at(handover.at)))
                .but(ended.pointer(), "but the time before it ends here")
                .help("name the same place for both");
        }
    }
}

/// One adult hands over or receives two children in two places at once. A school or
/// nursery stands between the parents, so that nobody need be there to the minute.
fn siblings(expanded: &Expanded, handovers: &[Vec<Handover>], report: &mut Report) {
    let mut here: BTreeMap<(Timestamp, &Id), Said> = BTreeMap::new();
    let mut told = BTreeSet::new();
    for handover in handovers.iter().flatten().filter(|h| h.as_arranged()) {
        let Venue::At(there) = handover.venue else {
            continue;
        };
        if is_school(expanded, there.place) {
            continue;
        }
        for adult in [handover.ended.adult, handover.begun.adult] {
            let first = *here.entry((handover.at, adult)).or_insert(there);
            if first.place != there.place && told.insert((first.pointer(), there.pointer())) {
                report
                    .add(
                        &rule::MISSED_HANDOVER,
                        there.pointer(),
                        "one person is to hand over two children in two places at once",
                    )
                    .caption(format!("here on {}", at(handover.at)))
                    .but(first.pointer(), "and here at the same time")
                    .help("name one place for both children, or let one handover be later");
            }
        }
    }
}

pub(crate) fn is_school(expanded: &Expanded, place: &Id) -> bool {
    let kind = expanded.case.place(place).map(|place| place.kind);
    matches!(kind, Some(PlaceKind::School | PlaceKind::Nursery))
}

/// An arrangement settles a handover for a day and hour at which nobody changes.
fn settled(expanded: &Expanded, handovers: &[Vec<Handover>], report: &mut Report) {
    for settled in expanded.counted().filter_map(Settled::of) {
        let between: Vec<&Handover> = expanded
            .timetables
            .iter()
            .zip(handovers)
            .filter(|(timetable, _)| settled.counted.is_for(timetable.child()))
            .flat_map(|(_, handovers)| handovers)
            .filter(|h| settled.is_between(&h.ended, &h.begun, h.at))
            .collect();
        let has_pattern = expanded.timetables.iter().any(|timetable| {
            settled.counted.is_for(timetable.child()) && timetable.in_force().is_some()
        });
        if has_pattern {
            unmet(expanded, &settled, &between, report);
        }
    }
}

fn unmet(expanded: &Expanded, settled: &Settled, between: &[&Handover], report: &mut Report) {
    let on_the_day = between.iter().filter(|h| settled.is_on(local(h.at)));
    let mut meeting = on_the_day.clone().filter(|h| settled.is_at(local(h.at)));
    if let Some(first) = meeting.next() {
        slot_elsewhere(expanded, settled, first, report);
        return;
    }
    let schedule = settled.counted.at();
    let at_value = match settled.time {
        Some(_) => schedule.key("time"),
        None if settled.days.is_empty() => schedule.key("place"),
        None => schedule.key("days"),
    };
    let concern = report
        .add(
            &rule::MISSED_HANDOVER,
            at_value,
            "a handover is arranged for a time at which nobody hands over",
        )
        .caption("no child changes hands then")
        .help("write the day and hour at which one person's time ends and the other's begins");
    if let Some(nearest) = on_the_day.copied().next() {
        concern.but(
            side(expanded, &nearest.begun, "start"),
            format!("this handover is on {}", at(nearest.at)),
        );
    }
}

/// The slot that begins at a settled handover names another place for it.
fn slot_elsewhere(
    expanded: &Expanded,
    settled: &Settled,
    handover: &Handover,
    report: &mut Report,
) {
    let slot = slot_of(expanded.case, &handover.begun);
    let place = slot.and_then(|slot| slot.place.as_ref());
    if place.is_some_and(|place| place != settled.place) {
        report
            .add(
                &rule::MISSED_HANDOVER,
                settled.counted.at().key("place"),
                "a handover is arranged for another place than its slot names",
            )
            .caption(format!("the handover on {} is here", at(handover.at)))
            .but(
                handover.begun.origin.pointer().key("place"),
                "but its slot begins here",
            )
            .help("name the same place for both");
    }
}
