//! Every marked field of a case, with its place: one walk by one list.
//!
//! The list is the schema itself: `marked` reads its marks once, and `visit` goes
//! through a case beside it. Texts and references are what is kept of the walk.

mod marked;
#[cfg(test)]
mod tests;
mod visit;

use std::sync::LazyLock;

use marked::Marked;
pub use visit::{Field, Written};

use super::Case;
use super::load::schema_of;
use super::mark::Holds;

/// Every field of a case that is written and holds what is asked for, in the order of the
/// model.
pub fn fields(case: &Case, asked: fn(&Holds) -> bool) -> Vec<Field> {
    static MARKED: LazyLock<Marked> = LazyLock::new(|| {
        Marked::of(&schema_of::<Case>()).expect("a test sees that every field is marked")
    });
    visit::visit(case, &MARKED, asked)
}
