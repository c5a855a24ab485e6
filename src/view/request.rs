//! What is asked of this room.

use super::document::Document;
use crate::audience::DocumentCopy;
use crate::language::Language;

/// Which document is asked for, for whom, in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The document.
    pub document: Document,
    /// Which of its copies.
    pub copy: DocumentCopy,
    /// The language it is written in.
    pub language: Language,
}
