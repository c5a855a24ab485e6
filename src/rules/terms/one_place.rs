//! The place of handover that a term names, beside the term about handovers.

use crate::case::Case;
use crate::case::arrangement::{Arrangement, Topic};
use crate::case::form::Id;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::{agreed, share_a_child};
use crate::rules::rule::{Report, Rule};

pub(crate) const RULES: &[Rule] = &[a_place_is_one_of_the_handovers];

/// The one place that a term names is one of those that the term about handovers has (R133):
/// of two paragraphs of an order each would send the children elsewhere.
fn a_place_is_one_of_the_handovers(case: &Case, report: &mut Report) {
    let about_handovers = |one: &Arrangement| one.topic == Topic::Handovers;
    for (at, term) in agreed(case).filter(|(_, one)| !about_handovers(one)) {
        let Some(place) = term.place.as_ref() else {
            continue;
        };
        let others = agreed(case).filter(|(_, other)| {
            about_handovers(other) && share_a_child(case, term, other) && overlap(term, other)
        });
        let others: Vec<(Pointer, &Id)> = others.flat_map(named).collect();
        let Some((other, _)) = others.first() else {
            continue;
        };
        if others.iter().any(|(_, one)| *one == place) {
            continue;
        }
        report
            .add(
                &rule::TWO_PLACES,
                at.key("place"),
                format!("`{}` and the term about handovers name two places", term.id),
            )
            .caption("the handovers of this term are here")
            .but(other.clone(), "but handovers are here")
            .help(
                "take `place` out where the handovers of this term are as the other says; else \
                 say in the other, under `children`, `from` or `until`, which it is about",
            );
    }
}

/// The places that a term about handovers names, with their lines.
fn named((at, term): (Pointer, &Arrangement)) -> Vec<(Pointer, &Id)> {
    let own = term.place.iter().map(|place| (at.key("place"), place));
    let ends = term.handover.iter().flat_map(|handover| {
        let ends = [("start", &handover.start), ("end", &handover.end)];
        ends.into_iter().filter_map(|(key, end)| {
            let place = end.as_ref()?.at.as_ref()?;
            Some((at.key("handover").key(key).key("at"), place))
        })
    });
    let scheduled = term
        .placed(&at)
        .filter_map(|(at, schedule)| match schedule {
            Schedule::Handover { place, .. } => Some((at.key("place"), place)),
            _ => None,
        });
    own.chain(ends).chain(scheduled).collect()
}

/// Whether there is a day on which both hold.
fn overlap(one: &Arrangement, other: &Arrangement) -> bool {
    let before = |one: &Arrangement, other: &Arrangement| {
        let ends = one.until.zip(other.begins());
        ends.is_some_and(|(last, first)| last < first)
    };
    !before(one, other) && !before(other, one)
}
