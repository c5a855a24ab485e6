//! A case on its way to the folder: what can be worked out beside other cases, and what
//! is settled with the folder in the order of the run.
//!
//! Preparing takes nearly all of the time and changes nothing outside itself, so that many
//! cases may be prepared at once. Who owns a name or a file is settled one case at a time.

use super::asked::Asked;
use super::at_hand::not_at_hand;
use super::budget::over_budget;
use super::built::{Built, Checked};
use super::examine::{CaseFile, Examined};
use super::given::Given;
use super::made::Made;
use super::plan::{Plan, PlannedCopy, plan};
use super::record::{applies, entry, finding, unread};
use super::shared::Pipeline;
use super::write::write;
use crate::diagnostics::{Diagnostic, Findings, code, in_backticks};
use crate::language::Language;
use crate::output::manifest::{CaseEntry, DocumentEntry};
use crate::output::{Digest, Folder, Names};

/// Says whether a file of a case would be made from the same and still stands: what was
/// recorded of it.
pub(super) type Stands<'a> = &'a dyn Fn(&CaseEntry, &str, &Digest) -> Option<DocumentEntry>;

/// A case that was looked at, with its files where it has any.
#[derive(Debug)]
pub struct Prepared {
    entry: CaseEntry,
    findings: Findings,
    /// Nothing where the case could not be typed.
    planned: Option<(CaseFile, Plan)>,
    /// Nothing where something forbids it.
    made: Option<Result<Vec<Made>, Findings>>,
}

impl Pipeline {
    /// Reads and checks a case and makes its files; nothing is written, and no other case is
    /// looked at.
    pub fn prepare(&self, given: &Given, asked: &Asked, stands: Stands<'_>) -> Prepared {
        let Examined { case, mut findings } = self.examine_given(given, asked.strict);
        let Some(case) = case else {
            return Prepared {
                entry: unread(given, &findings),
                findings,
                planned: None,
                made: None,
            };
        };
        let mut plan = plan(&case.case, asked, self.documents());
        if !findings.has_errors() {
            findings.extend(case.located(std::mem::take(&mut plan.found)).sorted());
            findings.extend(self.unwritten(&plan.copies));
        }
        if findings.has_errors() {
            // Where no page is set, what the fonts lack is told all the same.
            findings.extend(self.without_shapes(&case).sorted());
        }
        let entry = entry(&case, given, &plan, &findings);
        let kept = |file: &str, from: &Digest| stands(&entry, file, from);
        let mut made = (!findings.has_errors()).then(|| self.make(&case, &plan.copies, &kept));
        if let Some(Ok(files)) = &made {
            let mut over = over_budget(&case, files);
            if asked.strict {
                over.promote_warnings();
            }
            made = made.filter(|_| !over.has_errors());
            findings.extend(over);
        }
        Prepared {
            entry,
            findings,
            planned: Some((case, plan)),
            made,
        }
    }

    /// Writes what was made of a case, or records why nothing is, under names that no other
    /// case of the run has.
    pub fn settle(&self, mut prepared: Prepared, folder: &mut Folder, names: &mut Names) -> Built {
        let made = prepared.claim(names);
        let Prepared {
            entry,
            mut findings,
            planned,
            ..
        } = prepared;
        let Some((case, plan)) = planned else {
            return refused(folder, entry, findings);
        };
        let refuse = |folder: &mut Folder, findings| Built {
            left_out: plan.left_out.clone(),
            ..refused(folder, entry.clone(), findings)
        };
        let Some(made) = made else {
            return refuse(folder, findings);
        };
        let made = match self.reasons(folder, &entry, (&case, &plan.copies), made) {
            Ok(made) => made,
            Err(faults) => {
                findings.extend(faults.sorted());
                return refuse(folder, findings);
            }
        };
        let missing = not_at_hand(&case, &plan, self.documents(), folder, &entry);
        let missing = missing.unwrap_or_else(Findings::from);
        if !missing.is_empty() {
            findings.extend(missing);
            return refuse(folder, findings);
        }
        let files: Vec<String> = plan.copies.iter().flat_map(PlannedCopy::names).collect();
        let applies = applies(&case, &plan.case_folder, self.documents(), &files);
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

    /// What is wrong with a case as it is written, without a page of it being set: quick.
    pub fn check_case(&self, given: &Given, strict: bool) -> Checked {
        let Examined { case, mut findings } = self.examine_given(given, strict);
        let Some(case) = case else {
            return Checked::unread(findings);
        };
        findings.extend(self.without_shapes(&case).sorted());
        Checked::of(&case, findings)
    }
}

impl Prepared {
    /// All that building the documents of a case would say: the same way, pages and PDF
    /// included, and nothing written.
    pub fn check(mut self, names: &mut Names) -> Checked {
        self.claim(names);
        let Prepared {
            findings, planned, ..
        } = self;
        match planned {
            Some((case, _)) => Checked::of(&case, findings),
            None => Checked::unread(findings),
        }
    }

    /// The files, where nothing forbids them and no other case of the run has their folder;
    /// what does is found.
    fn claim(&mut self, names: &mut Names) -> Option<Vec<Made>> {
        let (case, plan) = self.planned.as_ref()?;
        let made = self.made.take()?;
        if let Err(taken) = names.take(&plan.case_folder, case.name()) {
            self.entry.findings.push(finding(&taken));
            self.findings.push(taken);
            return None;
        }
        made.map_err(|faults| self.findings.extend(faults.sorted()))
            .ok()
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
