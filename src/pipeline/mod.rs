//! The way of a case in four steps: examine, plan, make, write.
//!
//! | file | step |
//! |---|---|
//! | `examine` | a file becomes a case that every rule has looked at |
//! | `plan` | which copies, in which languages, under which names: pure, before any work |
//! | `make` | a copy becomes the bytes of its files: view, source, pages, checks, PDF |
//! | `write` | all files of a case, or none |
//!
//! Each step takes a value and returns a value; what one finds stops the documents of
//! that case and of no other. All documents of a case are made before the first is
//! written, so that a folder holds all of them or what it held before.
//!
//! To show a document before it is written, take what `make` makes: it judges the pages
//! too (`fit_to_file`), which `typeset` alone does not.
//!
//! Floor 6: imports from every room below.

mod asked;
mod built;
mod calendar;
mod confirmed;
mod examine;
mod given;
mod make;
mod manuscript;
mod plan;
mod record;
mod shared;
mod taken_part;
mod write;

pub use asked::{Asked, Format};
pub use built::{Artefact, Built};
pub use examine::{CaseFile, Examined, examine};
pub use given::Given;
pub use manuscript::{Half, Manuscript};
pub use plan::{Holds, LeftOut, Plan, PlannedCopy, PlannedFile, plan};
pub use shared::Pipeline;

use crate::diagnostics::{Diagnostic, Findings, code, in_backticks};
use crate::language::Language;
use crate::output::manifest::CaseEntry;
use crate::output::{Folder, Names};
use record::{applies, entry, unread};
use write::write;

impl Pipeline {
    /// Makes and writes the documents of one case into an output folder, under names that no
    /// other case of the run has.
    pub fn build(
        &self,
        given: &Given,
        asked: &Asked,
        folder: &mut Folder,
        names: &mut Names,
    ) -> Built {
        let Examined { case, mut findings } = self.examine(&given.file);
        if asked.strict {
            findings.promote_warnings();
        }
        let Some(case) = case else {
            return refused(folder, unread(given, &findings), findings);
        };
        let plan = plan(&case.case, case.name(), asked, self.documents());
        if !findings.has_errors() {
            let taken = plan.names().map(|name| names.take(name, case.name()));
            findings.extend(taken.filter_map(Result::err));
            findings.extend(case.located(plan.found).sorted());
            findings.extend(self.unwritten(&plan.copies));
        }
        let entry = entry(&case, given, &plan.left_out, &findings);
        let refuse = |folder: &mut Folder, findings| Built {
            left_out: plan.left_out.clone(),
            ..refused(folder, entry.clone(), findings)
        };
        if findings.has_errors() {
            return refuse(folder, findings);
        }
        let kept = |file: &str, from: &_| folder.kept(&entry, file, from).cloned();
        let made = match self.make(&case, &plan.copies, &kept) {
            Ok(made) => made,
            Err(faults) => {
                findings.extend(faults.sorted());
                return refuse(folder, findings);
            }
        };
        let files: Vec<String> = plan.copies.iter().flat_map(PlannedCopy::names).collect();
        let applies = applies(&case, self.documents(), &files);
        let mut built = match write(folder, entry.clone(), made, applies) {
            Ok(built) => built,
            Err(faults) => {
                findings.extend(faults.sorted());
                return refuse(folder, findings);
            }
        };
        findings.extend(built.findings.sorted());
        built.findings = findings;
        built.left_out = plan.left_out;
        built.no_calendar = plan.no_calendar;
        built
    }
}

impl Pipeline {
    /// A copy in a language that the firm does not write: half of it would be in the words of
    /// somebody else.
    fn unwritten(&self, copies: &[PlannedCopy]) -> Option<Diagnostic> {
        let written = self.written.as_ref();
        let is_written = |copy: &PlannedCopy, languages: &[Language]| {
            let each = copy.languages.each();
            each.iter().all(|language| languages.contains(language))
        };
        let of_document = |copy: &&PlannedCopy| !is_written(copy, copy.document.languages());
        let of_firm = |copy: &&PlannedCopy| {
            written.is_some_and(|written| !is_written(copy, &written.languages))
        };
        let copy = copies
            .iter()
            .find(|copy| of_document(copy) || of_firm(copy))?;
        let (id, asked) = (copy.document.id(), copy.languages.word());
        let (languages, whose, place) = match written.filter(|_| of_firm(&copy)) {
            Some(firm) => (
                &firm.languages[..],
                format!("`{}`", firm.layer),
                Some(&firm.place),
            ),
            None => (
                copy.document.languages(),
                "its `pack.yaml`".to_owned(),
                None,
            ),
        };
        let message = format!("`{id}` is asked for in `{asked}`, which {whose} does not write");
        let mut finding = Diagnostic::new(&code::settings::NOT_WRITTEN, message);
        finding.place = place.cloned();
        let others = languages.iter().map(|language| language.code());
        Some(finding.help(format!(
            "add the language and its words, or ask for another: {}",
            in_backticks(others.map(|code| format!("--language {code}")))
        )))
    }
}

/// A case of which nothing is written. What an earlier build wrote of it is still there, and
/// the manifest says so.
fn refused(folder: &mut Folder, entry: CaseEntry, mut findings: Findings) -> Built {
    findings.extend(folder.record_refused(entry).err());
    Built {
        findings,
        ..Built::default()
    }
}
