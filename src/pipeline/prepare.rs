//! A case on its way to the folder: what can be worked out beside other cases, and what
//! is settled with the folder in the order of the run.
//!
//! Preparing takes nearly all of the time and changes nothing outside itself, so that many
//! cases may be prepared at once. Who owns a name or a file is settled one case at a time.

use super::asked::Asked;
use super::built::Built;
use super::examine::{CaseFile, Examined};
use super::given::Given;
use super::make::Made;
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
    planned: Option<Planned>,
}

/// What there is of a case that could be typed.
#[derive(Debug)]
struct Planned {
    case: CaseFile,
    plan: Plan,
    /// Nothing where a rule found against the case, so that its names are not looked at.
    sound: Option<Sound>,
}

/// What there is of a case that every rule lets pass.
#[derive(Debug)]
struct Sound {
    of_plan: Findings,
    /// Nothing where the plan cannot be carried out.
    made: Option<Result<Vec<Made>, Findings>>,
}

impl Pipeline {
    /// Reads and checks a case and makes its files; nothing is written, and no other case is
    /// looked at.
    pub fn prepare(&self, given: &Given, asked: &Asked, stands: Stands<'_>) -> Prepared {
        let Examined { case, mut findings } = self.examine(&given.file);
        if asked.strict {
            findings.promote_warnings();
        }
        let Some(case) = case else {
            return Prepared {
                entry: unread(given, &findings),
                findings,
                planned: None,
            };
        };
        let mut plan = plan(&case.case, case.name(), asked, self.documents());
        let is_sound = !findings.has_errors();
        let found = std::mem::take(&mut plan.found);
        let sound = is_sound.then(|| {
            let mut of_plan: Findings = case.located(found);
            of_plan.extend(self.unwritten(&plan.copies));
            of_plan
        });
        let mut recorded = findings.clone();
        recorded.extend(sound.iter().flat_map(Findings::iter).cloned());
        let entry = entry(&case, given, &plan.left_out, &recorded);
        let kept = |file: &str, from: &Digest| stands(&entry, file, from);
        let sound = sound.map(|of_plan| Sound {
            made: (!of_plan.has_errors()).then(|| self.make(&case, &plan.copies, &kept)),
            of_plan,
        });
        Prepared {
            entry,
            findings,
            planned: Some(Planned { case, plan, sound }),
        }
    }

    /// Writes what was made of a case, or records why nothing is, under names that no other
    /// case of the run has.
    pub fn settle(&self, prepared: Prepared, folder: &mut Folder, names: &mut Names) -> Built {
        let Prepared {
            mut entry,
            mut findings,
            planned,
        } = prepared;
        let Some(Planned { case, plan, sound }) = planned else {
            return refused(folder, entry, findings);
        };
        let mut made = None;
        if let Some(sound) = sound {
            let taken = plan.names().map(|name| names.take(name, case.name()));
            let taken: Vec<_> = taken.filter_map(Result::err).collect();
            entry.findings.extend(taken.iter().map(finding));
            findings.extend(taken);
            findings.extend(sound.of_plan.sorted());
            made = sound.made.filter(|_| !findings.has_errors());
        }
        let refuse = |folder: &mut Folder, findings| Built {
            left_out: plan.left_out.clone(),
            ..refused(folder, entry.clone(), findings)
        };
        let made = match made {
            Some(Ok(made)) => made,
            Some(Err(faults)) => {
                findings.extend(faults.sorted());
                return refuse(folder, findings);
            }
            None => return refuse(folder, findings),
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
