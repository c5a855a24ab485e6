//! What stands on the pages, as plain data, for those who check or compare documents.
//!
//! A page is a list of runs, each with its place on the paper. What the runs are in the
//! document, a heading, a cell of a table, the foot of a page, is told by [`Element`]s,
//! the same that a screen reader is given.

use serde::{Deserialize, Serialize};

/// A document as it was laid out. Lengths are in points (1/72 inch).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Layout {
    /// The pages in order.
    pub pages: Vec<Page>,
    /// The title that a viewer shows.
    pub title: Option<String>,
    /// The authors named in the file.
    pub authors: Vec<String>,
    /// The description named in the file.
    pub description: Option<String>,
    /// The keywords named in the file.
    pub keywords: Vec<String>,
    /// The language of the document, for example `en-GB`.
    pub language: Option<String>,
    /// The headings that a viewer lists beside the pages.
    pub outline: Vec<OutlineEntry>,
    /// The parts the document is made of, in the order in which they begin.
    pub elements: Vec<Element>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element it is a part of, as its place in [`Layout::elements`]; always an earlier
    /// one. None for the parts of the document itself and for what belongs to a page.
    pub parent: Option<usize>,
    /// How many runs, over all pages, were laid out before it began.
    pub begins: usize,
    /// The words that stand for it where it cannot be seen.
    pub alt: Option<String>,
}

/// What a part of a document is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// The title of the document.
    Title,
    /// A heading of a level, from 1.
    Heading(usize),
    /// A paragraph.
    Paragraph,
    /// A list: a [`Role::Label`] and a [`Role::Body`] for each item.
    List,
    /// Terms and what is said of each: labels and bodies as in a list.
    Terms,
    /// The number or mark of an item, or the term that is explained.
    Label,
    /// What stands beside a label.
    Body,
    /// A table: its cells, and its header again for every further page.
    Table,
    /// A cell of a table, rows and columns counted from 0.
    Cell {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
        /// Whether it says what its column holds.
        header: bool,
        /// Whether it stands there once more, at the head of another page.
        repeated: bool,
    },
    /// Things set side by side, which are no table.
    Grid,
    /// One of the things set side by side, rows and columns counted from 0.
    Slot {
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
    },
    /// Words of somebody else, set apart.
    Quotation,
    /// A picture or a drawing, with what is written in it.
    Figure,
    /// What is said under or over a figure.
    Caption,
    /// A footnote.
    Note,
    /// Where somebody signs: what a theme labels `<signature>`.
    Signature,
    /// What heads a page.
    Header,
    /// What foots a page.
    Footer,
    /// The number of a page.
    PageNumber,
    /// Anything else that is no part of what the document says.
    Artifact,
}

/// A heading as a viewer lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineEntry {
    /// Its level, from 1.
    pub level: usize,
    /// Its number, where headings are numbered, and its words.
    pub text: String,
    /// Its page, from 1.
    pub page: usize,
}

/// One page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What the margins leave free, without header and footer.
    pub area: Area,
    /// The text in the order in which it was laid out.
    pub runs: Vec<Run>,
    /// The addresses outside the document that can be followed from the page.
    pub links: Vec<String>,
    /// The words that stand for pictures, figures and links where nothing is seen.
    pub alt_texts: Vec<String>,
}

/// A rectangle on a page, from its left and upper edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Where it begins, from the left.
    pub left: f64,
    /// Where it begins, from above.
    pub top: f64,
    /// Where it ends, from the left.
    pub right: f64,
    /// Where it ends, from above.
    pub bottom: f64,
}

/// Some text in one font, on one line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Its characters. A word divided at a line's end has U+00AD in a run of its own.
    pub text: String,
    /// Where it begins, from the left edge of the page.
    pub x: f64,
    /// Its baseline, from the upper edge of the page.
    pub y: f64,
    /// How far it reaches.
    pub width: f64,
    /// The size of its font.
    pub size: f64,
    /// The family of its font.
    pub family: String,
    /// Its language, for example `en-GB`.
    pub language: String,
    /// The byte of the document's own source at which what it says is written; none for what
    /// the theme or another file says.
    pub source: Option<usize>,
    /// The innermost part of the document it belongs to, in [`Layout::elements`].
    pub element: Option<usize>,
}

impl Role {
    /// Whether it belongs to the pages and not to what the document says.
    pub fn is_furniture(&self) -> bool {
        match self {
            Role::Header | Role::Footer | Role::PageNumber | Role::Artifact => true,
            Role::Cell { repeated, .. } => *repeated,
            _ => false,
        }
    }

    /// Row and column of what has them.
    pub fn place(&self) -> Option<(usize, usize)> {
        match self {
            Role::Cell { row, column, .. } | Role::Slot { row, column } => Some((*row, *column)),
            _ => None,
        }
    }

    /// Whether it is a cell of a table.
    pub fn is_cell(&self) -> bool {
        matches!(self, Role::Cell { .. })
    }
}

impl Page {
    /// The text of the page as a reader meets it: a line for every line, a space where
    /// two runs stand apart.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut before: Option<&Run> = None;
        for run in &self.runs {
            if let Some(before) = before {
                text.push_str(between(before, run));
            }
            text.push_str(&run.text);
            before = Some(run);
        }
        text
    }
}

/// What parts two runs: half a point up or down is still the same line, and a tenth of the
/// font's size is still the same word.
pub(crate) fn between(before: &Run, run: &Run) -> &'static str {
    let gap = run.x - (before.x + before.width);
    if (run.y - before.y).abs() > 0.5 {
        "\n"
    } else if gap.abs() > run.size / 10.0 && !before.text.ends_with(' ') {
        " "
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, x: f64, y: f64, width: f64) -> Run {
        let (text, family) = (text.to_owned(), "Liberation Sans".to_owned());
        Run {
            text,
            x,
            y,
            width,
            size: 12.0,
            family,
            language: "en-GB".to_owned(),
            source: None,
            element: None,
        }
    }

    #[test]
    fn runs_become_lines() {
        let runs = vec![
            run("The ", 0.0, 10.0, 20.0),
            run("child", 20.0, 10.0, 30.0),
            run("8 May", 90.0, 10.0, 30.0),
            run("lives", 0.0, 28.0, 30.0),
        ];
        assert_eq!(
            Page {
                runs,
                ..Page::default()
            }
            .text(),
            "The child 8 May\nlives"
        );
    }
}
