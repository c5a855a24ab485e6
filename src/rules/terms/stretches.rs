//! Stretches of time that the case gives by their first and last day.

use crate::case::Case;
use crate::case::form::Date;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::arrangements::{arrangements, orders};
use crate::rules::kit::dates::plain;
use crate::rules::kit::programme;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[nothing_ends_before_it_begins];

/// A stretch of time: its block, the fields of its two days, and the days.
struct Stretch {
    block: Pointer,
    fields: (&'static str, &'static str),
    days: (Date, Date),
}

/// A stretch of time ends no earlier than it begins (R82). Sessions have a rule of their
/// own (R80), and so have holidays and the parts of schedules (R90).
fn nothing_ends_before_it_begins(case: &Case, report: &mut Report) {
    let stretches = of_orders(case)
        .chain(of_programme(case))
        .chain(of_arrangements(case));
    for Stretch {
        block,
        fields,
        days,
    } in stretches
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

impl Stretch {
    /// None where one of the days is not given.
    fn of(
        block: Pointer,
        fields: (&'static str, &'static str),
        from: Option<Date>,
        to: Option<Date>,
    ) -> Option<Self> {
        let days = from.zip(to)?;
        Some(Stretch {
            block,
            fields,
            days,
        })
    }
}

/// For how long orders bind.
fn of_orders(case: &Case) -> impl Iterator<Item = Stretch> {
    let at = Pointer::root().key("safeguarding").key("protective_orders");
    let known = case.safeguarding.as_ref();
    let protective = each(&at, known.map_or(&[][..], |known| &known.protective_orders));
    let orders = orders(case).filter_map(|(block, order)| {
        let fields = ("made_on", "expires_on");
        Stretch::of(block, fields, Some(order.made_on), order.expires_on)
    });
    orders.chain(protective.filter_map(|(block, order)| {
        Stretch::of(block, ("from", "until"), Some(order.from), order.until)
    }))
}

/// For how long arrangements hold, and the terms of the school they lean on.
fn of_arrangements(case: &Case) -> impl Iterator<Item = Stretch> {
    let at = Pointer::root().key("calendar").key("school_terms");
    let terms = case.calendar.as_ref().map_or(&[][..], |c| &c.school_terms);
    let terms = each(&at, terms);
    let arrangements = arrangements(case).filter_map(|(block, arrangement)| {
        let first = arrangement.from.map_or("after_review", |_| "from");
        Stretch::of(
            block,
            (first, "until"),
            arrangement.begins(),
            arrangement.until,
        )
    });
    arrangements.chain(terms.filter_map(|(block, term)| {
        Stretch::of(block, ("from", "to"), Some(term.from), Some(term.to))
    }))
}

/// For how long the programme was extended.
fn of_programme(case: &Case) -> Option<Stretch> {
    let programme = &case.programme;
    let fields = ("starts_on", "extended_to");
    Stretch::of(
        programme::at(),
        fields,
        programme.starts_on,
        programme.extended_to,
    )
}
