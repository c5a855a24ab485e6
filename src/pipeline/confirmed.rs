//! Whether a final document says in Welsh only what somebody has confirmed.
//!
//! A phrase is known by its key and the mark of what it says in both languages: whatever
//! changes in either is to be confirmed anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::examine::CaseFile;
use super::manuscript::Manuscript;
use super::shared::{Pipeline, text_file};
use super::taken_part::of_block;
use crate::case::document::DocumentStatus;
use crate::diagnostics::{Findings, Pointer, Unplaced, code};
use crate::language::{self, Language, Locale, Source, on_one_line};
use crate::output::Digest;
use crate::view::Document;

/// Hexadecimal digits of the mark of a phrase.
const MARK: usize = 16;

/// The Welsh phrases that final documents print and nobody has confirmed, by document.
#[derive(Debug, Default)]
pub(super) struct Unconfirmed(BTreeMap<Document, BTreeSet<String>>);

impl Unconfirmed {
    /// Looks at one copy of a document.
    ///
    /// # Errors
    /// A locale that cannot be used.
    pub(super) fn note(
        &mut self,
        pipeline: &Pipeline,
        case: &CaseFile,
        manuscript: &Manuscript,
    ) -> Result<(), Findings> {
        if case.case.document.status == DocumentStatus::Draft {
            return Ok(());
        }
        for half in manuscript.halves() {
            let request = half.view.request();
            if request.language != Language::Cy {
                continue;
            }
            let english = pipeline.packs.locale(&pipeline.assets, Language::En)?;
            let printed = half.rendered.used.phrases.iter();
            let printed = printed.chain(half.view.phrases());
            let keys = printed.flat_map(|key| of_block(&half.locale, key));
            let open = keys.filter(|key| {
                let waits = is_unverified(&half.locale, key);
                waits && !pipeline.is_confirmed(&english, &half.locale, key)
            });
            let open: Vec<String> = open.map(str::to_owned).collect();
            if !open.is_empty() {
                let known = self.0.entry(request.document.clone());
                known.or_default().extend(open);
            }
        }
        Ok(())
    }

    /// One finding for each document (D12).
    pub(super) fn findings(self, case: &CaseFile) -> Findings {
        let at = Pointer::root().key("document").key("status");
        let told = self.0.into_iter().map(|(document, phrases)| {
            let (id, number) = (document.id(), phrases.len());
            let phrases = match number {
                1 => "a Welsh phrase".to_owned(),
                _ => format!("{number} Welsh phrases"),
            };
            let message = format!("`{id}` prints {phrases} that nobody has confirmed");
            let mut finding = Unplaced::new(&code::document::UNCONFIRMED, at.clone(), message);
            finding.help(
                "have the phrases of `concord templates check --language cy` confirmed by \
                 somebody who may sign for the Welsh, as `concord explain D12` says, or write \
                 `status: draft`",
            );
            finding
        });
        case.located(told.collect())
    }
}

fn is_unverified(welsh: &Locale, key: &str) -> bool {
    let phrase = welsh.phrase(key);
    phrase.is_some_and(|phrase| phrase.source() == Some(&Source::Unverified))
}

/// The mark of what a phrase says, on whatever lines it is written.
fn mark(key: &str, english: &str, welsh: &str) -> String {
    let parts = [key, english, welsh].map(on_one_line);
    let mut mark = Digest::of_parts(parts.iter().map(String::as_bytes)).to_string();
    mark.truncate(MARK);
    mark
}

impl Pipeline {
    fn confirmation(&self, english: &Locale, welsh: &Locale, key: &str) -> Option<[String; 2]> {
        let (original, phrase) = (english.phrase(key)?, welsh.phrase(key)?);
        let mark = mark(key, original.text(), phrase.text());
        let word = self.confirmed.phrase(key, &mark)?;
        Some([word.by.clone(), word.on.to_string()])
    }

    fn is_confirmed(&self, english: &Locale, welsh: &Locale, key: &str) -> bool {
        self.confirmation(english, welsh, key).is_some()
    }

    /// The Welsh phrases that no translator of the program has confirmed, beside their English,
    /// as a table (tab-separated); with who has confirmed them for the office.
    ///
    /// # Errors
    /// A locale that cannot be used.
    pub fn worksheet(&self) -> Result<String, Findings> {
        let english = self.packs.locale(&self.assets, Language::En)?;
        let welsh = self.packs.locale(&self.assets, Language::Cy)?;
        let confirmed = |key: &str| self.confirmation(&english, &welsh, key);
        Ok(language::worksheet(&english, &welsh, &confirmed))
    }

    /// What a worksheet says is confirmed, as the lines that stand in `concord.yaml`.
    ///
    /// # Errors
    /// As of [`Pipeline::with_worksheet`]; a row that names nobody or no day.
    pub fn confirmed_in(&self, file: &Path) -> Result<String, Findings> {
        let english = self.packs.locale(&self.assets, Language::En)?;
        let welsh = self.packs.locale(&self.assets, Language::Cy)?;
        let rows = language::confirmed_in(&english, &welsh, &text_file(file)?)?;
        let mut readings: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for row in rows {
            let Some(original) = english.phrase(&row.key) else {
                continue;
            };
            let mark = mark(&row.key, original.text(), &row.welsh);
            let reading = readings.entry((row.on, row.by)).or_default();
            reading.push(format!("{} {mark}", row.key));
        }
        let mut lines = "confirmed:\n".to_owned();
        for ((on, by), phrases) in readings {
            let by = language::quoted(&by);
            // A text grows in memory: there is no fault to tell.
            let _ = writeln!(lines, "  - by: {by}\n    on: {on}\n    phrases:");
            for phrase in phrases {
                let _ = writeln!(lines, "      - {phrase}");
            }
        }
        Ok(lines)
    }
}
