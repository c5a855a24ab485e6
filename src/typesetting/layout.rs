//! What stands on the pages, as plain data, for those who check or compare documents.

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
    /// The text in the order in which it was laid out.
    pub runs: Vec<Run>,
    /// The addresses outside the document that can be followed from the page.
    pub links: Vec<String>,
    /// The words that stand for pictures, figures and links where nothing is seen.
    pub alt_texts: Vec<String>,
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
fn between(before: &Run, run: &Run) -> &'static str {
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
