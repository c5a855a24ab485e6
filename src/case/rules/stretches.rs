//! Stretches of time that the case gives by their first and last day.

use super::arrangements::{arrangements, orders};
use super::dates::plain;
use super::{Report, Rule, each};
use crate::case::Case;
use crate::case::form::Date;
use crate::case::reading::Pointer;
use crate::diagnostics::code::rule;

pub(super) const RULES: &[Rule] = &[nothing_ends_before_it_begins];

/// A stretch of time: its block, the fields of its two days, and the days.
struct Stretch {
    block: Pointer,
    fields: (&'static str, &'static str),
    days: (Date, Date),
}

/// A stretch of time ends no earlier than it begins (R82). Sessions have a rule of their
/// own (R80), and so have holidays and the parts of schedules (R90).
fn nothing_ends_before_it_begins(case: &Case, report: &mut Report) {
    for Stretch {
        block,
        fields,
        days,
    } in stretches(case)
    {
        if days.1 >= days.0 {
            continue;
        }
        let message = format!("`{}` lies before `{}`", fields.1, fields.0);
        report
            .add(&rule::BACKWARDS, block.key(fields.1), message)
            .caption(format!("it ends on {}", plain(days.1)))
            .but(
                block.key(fields.0),
                format!("but begins on {}", plain(days.0)),
            )
            .help("correct one of the two days");
    }
}

/// Every stretch of which both days are given.
fn stretches(case: &Case) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut add = |block, fields, from: Option<Date>, to: Option<Date>| {
        found.extend(from.zip(to).map(|days| Stretch {
            block,
            fields,
            days,
        }));
    };
    for (block, order) in orders(case) {
        add(
            block,
            ("made_on", "expires_on"),
            Some(order.made_on),
            order.expires_on,
        );
    }
    let safeguarding = Pointer::root().key("safeguarding");
    let known = case.safeguarding.as_ref();
    let protective = known.map_or(&[][..], |known| &known.protective_orders);
    for (block, order) in each(&safeguarding.key("protective_orders"), protective) {
        add(block, ("from", "until"), Some(order.from), order.until);
    }
    let programme = &case.programme;
    let block = Pointer::root().key("programme");
    add(
        block,
        ("starts_on", "extended_to"),
        programme.starts_on,
        programme.extended_to,
    );
    for (block, arrangement) in arrangements(case) {
        add(
            block,
            ("from", "until"),
            arrangement.from,
            arrangement.until,
        );
    }
    let calendar = Pointer::root().key("calendar");
    let terms = case.calendar.as_ref().map_or(&[][..], |c| &c.school_terms);
    for (block, term) in each(&calendar.key("school_terms"), terms) {
        add(block, ("from", "to"), Some(term.from), Some(term.to));
    }
    found
}
