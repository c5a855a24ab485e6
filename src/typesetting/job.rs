//! What is to be typeset, as plain data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The path that a job's own source has among its files; no other file may have it.
pub const MAIN: &str = "document.typ";

/// One document to typeset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The Typst source, known to the other files as [`MAIN`].
    pub source: String,
    /// The modules and images that the source may use, by virtual path (`/`-separated, from
    /// the top). Nothing else exists for it.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What makes the document the same document when it is built again. Only its hash
    /// goes into the PDF.
    pub identity: String,
}
