//! Time and calls with somebody whom a protective order keeps from the child.
//!
//! The plans tell a child when this person comes or rings; what the order forbids must
//! not be told there as agreed.

use crate::case::Case;
use crate::case::arrangement::Arrangement;
use crate::case::safeguarding::ProtectiveOrder;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::{agreed, takes_effect};
use crate::rules::references::{Reference, references};
use crate::rules::rule::Report;
use crate::rules::rule::Rule;
use crate::rules::sessions::meeting::{in_force, protective_orders};

pub(crate) const RULES: &[Rule] = &[nothing_agreed_is_forbidden_by_an_order];

/// While an order keeps a person from a child, nothing agreed brings the two together or
/// lets them speak (R105; Family Law Act 1996 s.42A, FPR Practice Direction 12J).
fn nothing_agreed_is_forbidden_by_an_order(case: &Case, report: &mut Report) {
    let forbidding: Vec<_> = protective_orders(case)
        .filter(|(_, order)| order.forbids_contact)
        .collect();
    if forbidding.is_empty() {
        return;
    }
    let references = references(case);
    for (at, arrangement) in agreed(case) {
        for (order_at, order) in &forbidding {
            if !meets_in_time(case, arrangement, order) || !is_for(case, arrangement, order) {
                continue;
            }
            let Some(place) = where_it_names(&references, &at, order) else {
                continue;
            };
            let message = format!(
                "`{}` is agreed with `{}`, whom an order keeps from the child",
                arrangement.id, order.against
            );
            report
                .add(&rule::ORDER_KEEPS_APART, place, message)
                .caption("named for the time, the call or the handover")
                .but(order_at.key("against"), in_force(order.until))
                .help(
                    "let it begin when the order ends (`from`), or take the person out; write \
                     `forbids_contact: false` only if the order allows it",
                );
        }
    }
}

/// Whether an arrangement takes effect on a day on which the order is in force.
fn meets_in_time(case: &Case, arrangement: &Arrangement, order: &ProtectiveOrder) -> bool {
    let first = takes_effect(case, arrangement);
    order.until.is_none_or(|until| until >= first)
        && arrangement.until.is_none_or(|last| last >= order.from)
}

/// Whether an arrangement is for a child whom the order protects.
fn is_for(case: &Case, arrangement: &Arrangement, order: &ProtectiveOrder) -> bool {
    let mut children = case.children_of(&arrangement.children);
    children.any(|child| order.protects.contains(&child.id))
}

/// Where an arrangement first names the person the order is against as somebody the
/// children are or speak with, or who brings or fetches them: to have agreed is no contact.
fn where_it_names(
    references: &[Reference],
    arrangement: &Pointer,
    order: &ProtectiveOrder,
) -> Option<Pointer> {
    let blocks =
        ["with", "otherwise", "handover", "schedule", "travel"].map(|field| arrangement.key(field));
    let mut named = references.iter().filter(|one| one.id == order.against);
    let named = named.find(|one| blocks.iter().any(|block| one.at.is_within(block)));
    named.map(|one| one.at.clone())
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::codes;

    const TEXT: &str = "text: Whether Nia stays with her father at weekends.";
    const SAFE: &str = "safe_for_joint_session: yes\n";

    /// Whether a term is found beside an order of these days that keeps the father away.
    fn is_forbidden(term: &str, from: &str, until: &str) -> bool {
        let order = format!(
            "safe_for_joint_session: no\n  protective_orders:\n    - {{kind: other, protects: \
             [nia], against: father, from: {from}, until: {until}, terms: No contact.}}\n"
        );
        let term = format!("text: A term.\n    {term}");
        let agreed = ("status: not_agreed", "status: agreed");
        let found = codes(&[(SAFE, order.as_str()), (TEXT, term.as_str()), agreed]);
        found.contains(&"R105")
    }

    #[test]
    fn whoever_an_order_is_against_is_found_wherever_an_arrangement_names_them() {
        let slot = "{day: saturday, start: \"10:00\", end: \"16:00\", with: father}";
        let weekly =
            format!("{{kind: weekly, cycle_weeks: 1, anchor: 2026-06-01, slots: [{slot}]}}");
        let holiday = "{kind: holiday, periods: [summer], share: ";
        let handover = |from: &str, by: &str, stand_in: &str| {
            format!(
                "{{kind: handover, from: {from}, to: mother, place: hall, by: {by}, stand_ins: \
                 [{stand_in}]}}"
            )
        };
        let part = "{from: 2026-08-01, to: 2026-08-08, with: father}";
        let table = [
            (weekly, true),
            (
                format!("{holiday}{{by: halves, first: {{every: father}}}}}}"),
                true,
            ),
            (
                format!("{holiday}{{by: whole, with: {{odd: father}}}}}}"),
                true,
            ),
            (format!("{holiday}{{by: dates, parts: [{part}]}}}}"), true),
            (
                "{kind: special, day: boxing_day, rule: {even: father}}".to_owned(),
                true,
            ),
            (
                "{kind: indirect, channel: video, days: [monday], initiated_by: nia, with: father}"
                    .to_owned(),
                true,
            ),
            (handover("father", "mother", "adviser"), true),
            (handover("mother", "father", "adviser"), true),
            (handover("mother", "mother", "father"), true),
            (handover("mother", "mother", "adviser"), false),
        ];
        for (schedule, expected) in table {
            let term = format!("schedule: {schedule}");
            let found = is_forbidden(&term, "2026-05-30", "2026-12-31");
            assert_eq!(found, expected, "{schedule}");
        }
        assert!(is_forbidden("with: father", "2026-05-30", "2026-12-31"));
        assert!(!is_forbidden(
            "agreed_by: [father]",
            "2026-05-30",
            "2026-12-31"
        ));
    }

    #[test]
    fn an_order_counts_on_the_days_on_which_the_arrangement_holds() {
        let term = "with: father\n    from: 2026-07-01\n    until: 2026-07-31";
        let table = [
            ("2026-05-30", "2026-06-30", false),
            ("2026-05-30", "2026-07-01", true),
            ("2026-07-31", "2026-12-31", true),
            ("2026-08-01", "2026-12-31", false),
        ];
        for (from, until, expected) in table {
            assert_eq!(is_forbidden(term, from, until), expected, "{from}–{until}");
        }
    }
}
