//! What would not be printed, or be printed twice: positions on an agreed point, and one
//! adult who is told of twice.

use std::collections::BTreeMap;

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::arrangements::arrangements;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[an_agreed_point_has_no_positions, an_adult_is_told_of_once];

/// On an agreed point nobody stands anywhere else, and documents print no positions on it
/// (R98).
fn an_agreed_point_has_no_positions(case: &Case, report: &mut Report) {
    for (place, arrangement) in arrangements(case) {
        if !arrangement.status.is_agreed() || arrangement.positions.is_empty() {
            continue;
        }
        let message = format!(
            "`{}` is agreed, and its `positions` are not printed",
            arrangement.id
        );
        report
            .add(&rule::POSITIONS_DROPPED, place.key("positions"), message)
            .caption("where the parents stand")
            .but(place.key("status"), "but the point is agreed")
            .help("take `positions` out, or write `status: partly` or `not_agreed`");
    }
}

/// A parent has one position on a point, one on the whole, and one record for each time
/// the parent was referred to the course (R99): of two, one is mostly somebody else's.
fn an_adult_is_told_of_once(case: &Case, report: &mut Report) {
    let top = Pointer::root();
    let positions = each(&top.key("positions"), &case.positions);
    once(report, positions.map(|(at, p)| (at, &p.adult, None)));
    let course = each(&top.key("course"), &case.course);
    once(
        report,
        course.map(|(at, r)| (at, &r.adult, Some(r.referred_on))),
    );
    for (place, arrangement) in arrangements(case) {
        let stances = each(&place.key("positions"), &arrangement.positions);
        once(report, stances.map(|(at, s)| (at, &s.adult, None)));
    }
}

/// Reports whoever is told of twice, of one day where the entries have days.
fn once<'a>(report: &mut Report, told: impl Iterator<Item = (Pointer, &'a Id, Option<Date>)>) {
    let mut first_of: BTreeMap<(&Id, Option<Date>), Pointer> = BTreeMap::new();
    for (at, adult, day) in told {
        let at = at.key("adult");
        if let Some(first) = first_of.get(&(adult, day)) {
            let message = format!("`{adult}` is told of twice in one list");
            report
                .add(&rule::TOLD_TWICE, at, message)
                .caption("this adult")
                .but(first.clone(), "stands here already")
                .help("name the adult it is about, or make one entry of the two");
        } else {
            first_of.insert((adult, day), at);
        }
    }
}
