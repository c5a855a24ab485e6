//! The long answer to a code: what it means, why it matters, how to mend it.
//!
//! One page of Markdown per code, `explain/<CODE>.md`, beside this file and inside
//! the program, so that the answer is at hand where there is no network.

use include_dir::{Dir, include_dir};

use super::{Code, code};

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/diagnostics/explain");

/// Codes of one letter, under the name by which a reader knows them.
#[derive(Debug)]
pub struct Family {
    /// The letter its codes begin with.
    pub letter: char,
    /// What its findings are about.
    pub name: &'static str,
}

/// Every family, from the case file to the finished document.
pub static FAMILIES: &[Family] = &[
    Family {
        letter: 'Y',
        name: "reading the case file",
    },
    Family {
        letter: 'M',
        name: "the fields of the case",
    },
    Family {
        letter: 'R',
        name: "the rules about a case",
    },
    Family {
        letter: 'K',
        name: "what must not reach a reader",
    },
    Family {
        letter: 'V',
        name: "what a document needs of a case",
    },
    Family {
        letter: 'T',
        name: "templates",
    },
    Family {
        letter: 'L',
        name: "the phrases of a language",
    },
    Family {
        letter: 'C',
        name: "the settings of a firm",
    },
    Family {
        letter: 'P',
        name: "a firm's own documents",
    },
    Family {
        letter: 'A',
        name: "the files that documents are made of",
    },
    Family {
        letter: 'S',
        name: "typesetting",
    },
    Family {
        letter: 'D',
        name: "finished documents",
    },
    Family {
        letter: 'O',
        name: "writing files",
    },
];

impl Family {
    /// Its codes, from the case file to the finished document.
    pub fn codes(&self) -> impl Iterator<Item = &'static Code> {
        code::all().filter(|code| code.id.starts_with(self.letter))
    }
}

/// The page of a code, as Markdown.
pub fn page(code: &Code) -> &'static str {
    PAGES
        .get_file(format!("{}.md", code.id))
        .and_then(|file| file.contents_utf8())
        .expect("a test holds that every registered code has its page")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The headings of a page, in the order a reader needs them.
    const HEADINGS: [&str; 4] = [
        "## Why it matters",
        "## How to mend it",
        "## Wrong",
        "## Right",
    ];

    #[test]
    fn every_code_has_its_page_and_every_page_its_code() {
        let codes: BTreeSet<String> = code::all().map(|code| format!("{}.md", code.id)).collect();
        let pages: BTreeSet<String> = PAGES
            .files()
            .map(|file| file.path().display().to_string())
            .collect();
        assert_eq!(pages, codes);
    }

    #[test]
    fn every_code_belongs_to_one_family() {
        for code in code::all() {
            let families = FAMILIES.iter().filter(|f| code.id.starts_with(f.letter));
            assert_eq!(families.count(), 1, "{}", code.id);
        }
    }

    #[test]
    fn every_page_is_built_alike() {
        for code in code::all() {
            let page = page(code);
            let title = format!("# {}: {}\n\n", code.id, code.title);
            assert!(page.starts_with(&title), "{}: begins `{title}`", code.id);
            let headings: Vec<&str> = page.lines().filter(|l| l.starts_with("## ")).collect();
            assert_eq!(headings, HEADINGS, "{}", code.id);
            let long = page.lines().find(|line| line.chars().count() > 80);
            assert_eq!(long, None, "{}: a line is too long for a terminal", code.id);
        }
    }
}
