//! The form of `concord/2`: what recurs is a line, a day and its hours are one value, and what
//! is the same for many is written once.
//!
//! There is one model and one set of rules. A file of this form is checked by the schema of
//! the form, which editors read too; then its tree is spelt out as the model has it. Every
//! value keeps the place at which it was written, the hour within its line as well, so that a
//! finding stands where a person can mend it. Nothing is taken from silence: what is written
//! once for many is written, in a block that says for whom.

mod arrangements;
mod call;
mod children;
mod day;
mod holiday;
mod line;
mod moment;
mod month;
mod schedule;
mod schema;
mod size;
mod tree;
mod week;
mod words;

use std::sync::Arc;

use serde_json::Value;

use super::form::{Check, check};
use crate::diagnostics::{Findings, SourceFile};
use crate::reading::Node;

pub(crate) use children::{BY_CHILD, FOR_ALL};
pub(crate) use moment::MOMENTS;
pub(crate) use schema::of_the_form;
pub(crate) use words::monday;

/// The forms of the lines and moments that `concord/2` alone has.
pub const LINES: &[Check] = &[
    check::<moment::DayAndTime>(),
    check::<moment::DayAndTimes>(),
    check::<week::TimeOfWeek>(),
    check::<month::TimeOfMonth>(),
    check::<month::Rota>(),
    check::<day::TimeOfDay>(),
    check::<call::TimeOfCall>(),
];

/// Whether a schema describes an arrangement, so that there is something to spell out.
pub(super) fn describes(model: &Value) -> bool {
    model["$defs"]["Arrangement"].is_object()
}

/// The values of a file that has the shape of `concord/2`, as the model has them.
///
/// # Errors
/// `Y06` for a file that would be too large, `M20` for a block that says something for all in a place of its own, `M21` for a line that
/// leaves out what nothing else says.
pub(super) fn spelt_out(tree: &Node, file: &Arc<SourceFile>) -> Result<Node, Findings> {
    size::check(tree, file)?;
    let mut tree = tree.clone();
    let mut findings = Findings::new();
    moment::spell_out(&mut tree, file);
    children::spell_out(&mut tree, file, &mut findings);
    arrangements::spell_out(&mut tree, file, &mut findings);
    match findings.is_empty() {
        true => Ok(tree),
        false => Err(findings),
    }
}
