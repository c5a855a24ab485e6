//! A picture that a view carries beside its words.

/// A picture of the case that a document shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The path of the picture among the files of the document, from the top.
    pub path: String,
    /// The file, as the case names it: beside the case file.
    pub file: String,
}
