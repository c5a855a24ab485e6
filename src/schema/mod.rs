//! What a JSON Schema that schemars wrote says: of the case file, for whoever checks a tree
//! against it, and of a view, for whoever checks a template.
//!
//! Floor 0: imports nothing of ours.

pub(crate) mod shape;
pub(crate) mod wanted;
mod written;

pub(crate) use written::{Schema, for_editors, keywords, mark};
