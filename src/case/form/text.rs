//! Words a person wrote: a single line, or prose in paragraphs.

use std::fmt;
use std::str::FromStr;

use super::constrained::Misfit;

/// A text of one line, with something in it: a name, a label, a reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(String);

crate::form! {
    Line = "concord-line"
    "A text of one line."
    examples ["Megan Alys"]
}

/// Prose: one or more paragraphs, an empty line between two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prose(String);

crate::form! {
    Prose = "concord-prose"
    "Prose in one or more paragraphs, an empty line between two; begin with `>` and indent. With `|` every line end is kept, as in a letter."
    examples ["The children said that they like Wednesdays."]
}

impl Line {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Prose {
    /// The text, without the line end that a YAML block leaves behind.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Line {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let text = written(text)?;
        if text.contains('\n') {
            return Err(Misfit::new(
                "has more than one line",
                "write it on one line",
            ));
        }
        Ok(Line(without_tabs(text)))
    }
}

impl FromStr for Prose {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        written(text).map(|text| Prose(without_tabs(text)))
    }
}

/// The words, without the space around them.
fn written(text: &str) -> Result<&str, Misfit> {
    let blank = || Misfit::new("is blank", "write the words, or take the field out");
    Some(text.trim())
        .filter(|text| !text.is_empty())
        .ok_or_else(blank)
}

/// A tab is a space to whoever reads the file; on paper it would be nothing, and the words
/// on its sides one word.
fn without_tabs(text: &str) -> String {
    text.replace('\t', " ")
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_parts_words() {
        let prose: Prose = "not to be\tcollected\tby him".parse().expect("it is prose");
        assert_eq!(prose.as_str(), "not to be collected by him");
        let line: Line = "Jean\tPaul".parse().expect("it is a line");
        assert_eq!(line.as_str(), "Jean Paul");
    }
}
