//! A file as it is read: pieces of text in their order, structure, facts and looks.

/// A file as it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Printed {
    /// The pieces of its text, in the order in which they are read.
    pub pieces: Vec<Piece>,
    /// The structure that a screen reader is given, a line for each part.
    pub tags: Vec<String>,
    /// What it says of itself: title, language, bookmarks, addresses.
    pub facts: Vec<String>,
    /// What each page looks like; two pages that look the same have the same.
    pub looks: Vec<String>,
}

/// Some text that belongs together: a paragraph, a heading, a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// What stands in it, on how many lines and pages it may stand.
    pub text: String,
    /// Where in the text, in bytes, each of its pages begins, the pages counted from 1.
    pub pages: Vec<(usize, usize)>,
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PieceKind {
    /// It says something.
    #[default]
    Words,
    /// The number or mark of an item.
    Label,
    /// It heads or foots a page.
    Furniture,
}

impl Piece {
    /// The page on which a place in the text stands.
    pub fn page(&self, at: usize) -> usize {
        let begun = self.pages.iter().rev().find(|(begins, _)| *begins <= at);
        begun.map_or(1, |(_, page)| *page)
    }
}
