//! What is recorded of a case and of a run, for the office's manifest alone.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::Asked;
use super::examine::CaseFile;
use super::given::Given;
use super::plan::Plan;
use super::shared::Pipeline;
use crate::diagnostics::{Diagnostic, Findings};
use crate::output::manifest::{
    CaseEntry, CaseOutcome, DocumentEntry, FindingEntry, LeftOutEntry, Options, Program,
};
use crate::output::{Digest, reader_folder};
use crate::typesetting;
use crate::view::Documents;

impl Pipeline {
    /// The programs and fonts of a run.
    pub fn program(&self) -> Program {
        Program {
            concord: env!("CARGO_PKG_VERSION").to_owned(),
            typst: typesetting::VERSION.to_owned(),
            fonts: self.fonts.all(),
        }
    }
}

impl Asked {
    /// What the run was asked for, as the manifest has it; whoever gave it cases adds which.
    pub fn options(&self) -> Options {
        let documents = self.documents.iter();
        let editions = self.editions.iter();
        Options {
            documents: documents.map(|one| one.id().to_owned()).collect(),
            audiences: self.audiences.clone(),
            language: self.languages.map(|one| one.word().to_owned()),
            editions: editions.map(|one| one.word().to_owned()).collect(),
            format: self.format.word().to_owned(),
            strict: self.strict,
            given: Vec::new(),
            templates: Vec::new(),
        }
    }
}

/// A case that could not be typed.
pub(super) fn unread(given: &Given, findings: &Findings) -> CaseEntry {
    CaseEntry {
        source: given.source,
        path: given.path.clone(),
        from: given.from.clone(),
        id: String::new(),
        sha256: None,
        family: Vec::new(),
        parts: BTreeMap::new(),
        outcome: CaseOutcome::Refused,
        findings: findings.iter().map(finding).collect(),
        left_out: Vec::new(),
        left_behind: Vec::new(),
        documents: Vec::new(),
    }
}

/// A case that was typed, with no document yet.
pub(super) fn entry(case: &CaseFile, given: &Given, plan: &Plan, findings: &Findings) -> CaseEntry {
    let children = case.case.people.children.iter();
    let family = children.map(|child| {
        let (name, born) = (child.full_name(), child.dob.to_string());
        Digest::of_parts([name.as_bytes(), born.as_bytes()])
    });
    let left_out = plan.left_out.iter().map(|(document, why)| LeftOutEntry {
        document: document.id().to_owned(),
        reason: why.to_string(),
    });
    CaseEntry {
        id: plan.case_folder.clone(),
        sha256: Some(Digest::of(case.text().as_bytes())),
        family: family.collect(),
        parts: case
            .parts()
            .into_iter()
            .map(|(name, part)| (name, part.sha256))
            .collect(),
        left_out: left_out.collect(),
        ..unread(given, findings)
    }
}

/// Whether a document that was written before still applies to the case: its copy is one of
/// those that can be made, whatever this run is asked for.
pub(super) fn applies<'a>(
    case: &'a CaseFile,
    case_folder: &str,
    documents: &'a Documents,
    written: &'a [String],
) -> impl Fn(&DocumentEntry) -> bool + 'a {
    let mut copies: BTreeSet<(String, String, Option<String>)> = BTreeSet::new();
    let office = case.office();
    for document in documents {
        for copy in document.copies(office).unwrap_or_default() {
            let (reader, about) = (copy.reader.word(&case.case), copy.word(&case.case));
            let folder = reader_folder(case_folder, &reader);
            copies.insert((folder, document.id().to_owned(), about));
        }
    }
    move |old| {
        let folder = old.file.rfind('/').map_or("", |end| &old.file[..=end]);
        let copy = (folder.to_owned(), old.document.clone(), old.about.clone());
        let of_a_copy = copies.contains(&copy);
        // A plan has as many calendars as there are children who differ.
        let is_calendar = |file: &str| file.ends_with(".ics") && file.starts_with(&copy.0);
        let fewer = is_calendar(&old.file) && written.iter().any(|file| is_calendar(file));
        of_a_copy && !fewer
    }
}

/// What is recorded of a finding: where, and none of its words.
pub(super) fn finding(found: &Diagnostic) -> FindingEntry {
    FindingEntry {
        code: found.code.id.to_owned(),
        severity: found.severity.word().to_owned(),
        line: found.place.as_ref().map(|place| place.start().line),
    }
}
