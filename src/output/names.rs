//! What a finished document's file is called.
//!
//! A name is shown in folders, mails and logs, so it is made of the court's case number
//! and the kind of document and of no person's name. A case without a number lends the
//! name of its own file, which is the user's choice and stands in a folder already.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostics::{Diagnostic, code};

/// Longest reference in a name, in characters: short enough for every file system and
/// for the subject of a mail.
const LONGEST_REFERENCE: usize = 60;

/// The names of one run, so that no document takes the place of another.
#[derive(Debug, Default)]
pub struct Names {
    /// By the name as a file system blind to upper and lower case reads it: the case
    /// file that took it.
    taken: BTreeMap<String, String>,
}

impl Names {
    /// No name taken yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a name for a case, whose path as it was given is `case_file`.
    ///
    /// # Errors
    /// `O06` where an earlier document of this run has the name.
    pub fn take(&mut self, name: &str, case_file: &str) -> Result<(), Diagnostic> {
        let key = name.to_ascii_lowercase();
        match self.taken.insert(key, case_file.to_owned()) {
            None => Ok(()),
            Some(earlier) => {
                let message = format!("`{case_file}` and `{earlier}` would both write `{name}`");
                Err(Diagnostic::new(&code::output::SAME_NAME, message)
                    .help("build the two into different folders, or give each its own case number"))
            }
        }
    }
}

/// The name of a document of a case, for example `LS26P00417-court-report.pdf`: ASCII
/// letters, digits and hyphens, and nothing that a file system reads as more.
///
/// `number` is the court's case number where there is one, `case_file` the path of the
/// case as it was given, `document` the id of the document and what tells the file from
/// its others, `ending` what follows the last point.
pub fn file_name(number: Option<&str>, case_file: &str, document: &str, ending: &str) -> String {
    format!("{}-{document}.{ending}", reference(number, case_file))
}

/// What the names of all files of a case begin with.
pub fn reference(number: Option<&str>, case_file: &str) -> String {
    let stem = Path::new(case_file).file_stem().unwrap_or_default();
    number.map_or_else(|| portable(&stem.to_string_lossy()), portable)
}

/// The reference in characters that every file system, mail and shell takes as they are.
fn portable(reference: &str) -> String {
    let mut name = String::new();
    for c in reference.chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.truncate(LONGEST_REFERENCE);
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        "case".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(number: Option<&str>, case_file: &str) -> String {
        file_name(number, case_file, "court-report", "pdf")
    }

    #[test]
    fn a_document_is_called_by_its_case_number() {
        assert_eq!(
            name(Some("LS26P00417"), "x.yaml"),
            "LS26P00417-court-report.pdf"
        );
        assert_eq!(
            name(None, "cases/second-fixture.yaml"),
            "second-fixture-court-report.pdf"
        );
    }

    #[test]
    fn a_name_is_portable_whatever_the_number() {
        assert_eq!(name(Some("../a:b*/c?"), "x.yaml"), "a-b-c-court-report.pdf");
        assert_eq!(name(Some("ŵ"), "x.yaml"), "case-court-report.pdf");
        assert_eq!(name(Some("--a--"), "x.yaml"), "a-court-report.pdf");
        assert_eq!(
            name(Some(&"9".repeat(300)), "x.yaml").len(),
            60 + "-court-report.pdf".len()
        );
    }

    #[test]
    fn a_name_is_given_once_in_letters_of_any_case() {
        let mut names = Names::new();
        for name in ["ab1-court-report.pdf", "ab1-agreed-arrangements.pdf"] {
            assert!(names.take(name, "first.yaml").is_ok());
        }
        let finding = names
            .take("AB1-court-report.pdf", "second.yaml")
            .expect_err("it would overwrite the first");
        assert_eq!(
            finding.short(),
            "O06: `second.yaml` and `first.yaml` would both write `AB1-court-report.pdf`"
        );
    }
}
