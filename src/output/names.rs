//! What a finished document's file is called.
//!
//! A name is shown in folders, mails and logs, so it is made of what the case is filed under,
//! of who reads the document and of what it is, and of no person's name. The case file's own
//! name lends nothing: it is often two surnames.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, code};

/// Longest reference in a name, in characters: short enough for every file system and
/// for the subject of a mail.
const LONGEST_REFERENCE: usize = 60;

/// The folders of one run's cases, so that no family's papers lie among another's. By a folder
/// it is known as a file system blind to upper and lower case reads it.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<String, Claims>);

/// Who claims a folder.
#[derive(Debug, Default)]
struct Claims {
    /// Two at most of the case files that want it, as far as that is known before work, or that
    /// took it.
    case_files: Vec<String>,
    is_taken: bool,
}

impl Claims {
    /// A folder mostly has one claimant, so no room is kept for more. Two are refused, each
    /// because of the other: no third need be known.
    fn add(&mut self, case_file: &str) {
        let is_known = self.case_files.iter().any(|known| known == case_file);
        if self.case_files.len() < 2 && !is_known {
            self.case_files.reserve_exact(1);
            self.case_files.push(case_file.to_owned());
        }
    }
}

impl Names {
    /// No name taken yet, and none that is known to be wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says beforehand that a case, whose path as it was given is `case_file`, will want the
    /// folder: where two do, neither gets it.
    pub fn want(&mut self, folder: &str, case_file: &str) {
        let claims = self.0.entry(folder.to_ascii_lowercase()).or_default();
        claims.add(case_file);
    }

    /// Takes the folder for a case.
    ///
    /// # Errors
    /// `O06` where another case of this run wants it or has it.
    pub fn take(&mut self, folder: &str, case_file: &str) -> Result<(), Diagnostic> {
        let claims = self.0.entry(folder.to_ascii_lowercase()).or_default();
        let mut others = claims.case_files.iter();
        let other = others.find(|other| *other != case_file).cloned();
        let other = other.or_else(|| claims.is_taken.then(|| case_file.to_owned()));
        claims.is_taken = true;
        claims.add(case_file);
        let Some(other) = other else {
            return Ok(());
        };
        let message = format!("`{case_file}` and `{other}` would both write into `{folder}`");
        let finding = Diagnostic::new(&code::output::SAME_NAME, message);
        Err(finding.help(
            "build the two into different folders, or give each a number or an `id` of its own",
        ))
    }
}

/// Where a document of a case stands below the output folder, for example
/// `LS26P00417/applicant/court-report.pdf`: ASCII letters, digits and hyphens, and nothing
/// that a file system reads as more.
///
/// `case` is the folder of the case, `reader` the word of who reads it, `document` the id of
/// the document and what tells the file from the reader's others, `ending` what follows the
/// last point.
pub fn file_name(case: &str, reader: &str, document: &str, ending: &str) -> String {
    format!("{}{document}.{ending}", reader_folder(case, reader))
}

/// The folder of one reader's copies, as the names of the files in it begin.
pub fn reader_folder(case: &str, reader: &str) -> String {
    format!("{case}/{reader}/")
}

/// The folder of a case: its reference in characters that every file system, mail and shell
/// takes as they are.
pub fn case_folder(reference: &str) -> String {
    portable(reference)
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

    #[test]
    fn a_document_lies_in_the_folder_of_its_case_and_its_reader() {
        let name = file_name(
            &case_folder("LS26P00417"),
            "respondent-2",
            "court-report",
            "pdf",
        );
        assert_eq!(name, "LS26P00417/respondent-2/court-report.pdf");
    }

    #[test]
    fn a_folder_is_portable_whatever_the_reference() {
        assert_eq!(case_folder("../a:b*/c?"), "a-b-c");
        assert_eq!(case_folder("ŵ"), "case");
        assert_eq!(case_folder("--a--"), "a");
        assert_eq!(case_folder(&"9".repeat(300)).len(), 60);
    }

    #[test]
    fn a_folder_is_given_once_in_letters_of_any_case() {
        let mut names = Names::new();
        assert!(names.take("ab1", "first.yaml").is_ok());
        assert!(names.take("ab2", "third.yaml").is_ok());
        let finding = names
            .take("AB1", "second.yaml")
            .expect_err("it would mix two families");
        assert_eq!(
            finding.short(),
            "O06: `second.yaml` and `first.yaml` would both write into `AB1`"
        );
    }

    #[test]
    fn what_two_want_neither_gets() {
        let mut names = Names::new();
        for (folder, case) in [
            ("AB1", "first.yaml"),
            ("ab1", "second.yaml"),
            ("AB2", "third.yaml"),
        ] {
            names.want(folder, case);
        }
        assert!(names.take("AB1", "first.yaml").is_err());
        assert!(names.take("ab1", "second.yaml").is_err());
        assert!(names.take("AB2", "third.yaml").is_ok());
        assert!(
            names.take("AB2", "third.yaml").is_err(),
            "it was given twice"
        );
    }
}
