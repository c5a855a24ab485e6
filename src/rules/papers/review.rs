//! When the parents look at their plan again.

use crate::case::Case;
use crate::case::arrangement::Topic;
use crate::case::form::Date;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::agreed;
use crate::rules::kit::dates::{months_after, plain};
use crate::rules::kit::limits::LIMITS;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    plan_says_when,
    review_is_said_once,
    review_comes_after_the_plan_begins,
    review_comes_within_two_years,
];

fn review() -> Pointer {
    Pointer::root().key("review")
}

/// The day the plan begins: that of the first agreed term still to come, or the day of
/// the document.
fn plan_begins(case: &Case) -> Date {
    let today = case.document.prepared_on;
    let first = agreed(case)
        .filter_map(|(_, arrangement)| arrangement.from)
        .min();
    first.map_or(today, |first| first.max(today))
}

/// What is agreed is looked at again, on a day or after some months (R65). A term about
/// the review says so as well.
fn plan_says_when(case: &Case, report: &mut Report) {
    let Some((place, first)) = agreed(case).next() else {
        return;
    };
    if agreed(case).any(|(_, arrangement)| arrangement.topic == Topic::Review) {
        return;
    }
    let said = case.review.as_ref();
    if said.is_some_and(|r| r.after_months.is_some() || r.on.is_some()) {
        return;
    }
    const HELP: &str =
        "write at the left edge of the file `review: {after_months: 12}`, or a day in `on`";
    let message = "nothing says when the arrangements are looked at again";
    match said {
        Some(_) => report
            .add(&rule::REVIEW, review(), message)
            .caption("neither a day nor a number of months")
            .help(HELP),
        None => report
            .add(&rule::REVIEW, place.key("status"), message)
            .caption(format!("`{}` is agreed", first.id))
            .help(HELP),
    };
}

/// A review is said once, as a day or as a number of months (R65; the Cafcass parenting
/// plan asks for one).
fn review_is_said_once(case: &Case, report: &mut Report) {
    let Some((months, on)) = case.review.as_ref().and_then(|r| r.after_months.zip(r.on)) else {
        return;
    };
    report
        .add(
            &rule::REVIEW,
            review().key("on"),
            "the review is said twice",
        )
        .caption(format!("on {}", plain(on)))
        .but(
            review().key("after_months"),
            format!("and after {months} months"),
        )
        .help("keep one of the two");
}

/// A review comes after the plan begins (R65).
fn review_comes_after_the_plan_begins(case: &Case, report: &mut Report) {
    let begins = plan_begins(case);
    let Some(on) = case
        .review
        .as_ref()
        .and_then(|r| r.on)
        .filter(|on| *on < begins)
    else {
        return;
    };
    let today = case.document.prepared_on;
    let first = agreed(case).find(|(_, a)| begins > today && a.from == Some(begins));
    let (other, says) = match first {
        Some((place, _)) => (place.key("from"), "but the first agreed term begins on"),
        None => (
            Pointer::root().key("document").key("prepared_on"),
            "but the document is of",
        ),
    };
    report
        .add(
            &rule::REVIEW,
            review().key("on"),
            "the review comes before there is anything to look at",
        )
        .caption(format!("the review is on {}", plain(on)))
        .but(other, format!("{says} {}", plain(begins)))
        .help("correct one of the two days");
}

/// A review comes within two years (R65; a child's needs change).
fn review_comes_within_two_years(case: &Case, report: &mut Report) {
    let Some(review_said) = &case.review else {
        return;
    };
    let last = months_after(plan_begins(case), LIMITS.review_months);
    let late = match (review_said.after_months, review_said.on) {
        (_, Some(on)) if on > last => ("on", format!("the review is on {}", plain(on))),
        (Some(months), _) if months > LIMITS.review_months => (
            "after_months",
            format!("the review is after {months} months"),
        ),
        _ => return,
    };
    report
        .add(
            &rule::REVIEW,
            review().key(late.0),
            "the review comes after more than two years",
        )
        .caption(late.1)
        .help("choose a day within two years; a child's needs change sooner");
}
