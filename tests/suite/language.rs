//! The words of documents: what a locale may say, what the English one says, and
//! what its dates, times, numbers and lists look like in print; what the Welsh one must
//! say besides, and how a translator mends it.

mod asked;
mod compared;
mod english;
pub(crate) mod english_words;
mod faults;
mod figures;
mod glossary;
mod phrases;
mod print;
mod welsh;
mod worksheet;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use concord::diagnostics::{Findings, SourceFile};
use concord::language::Locale;

fn file(path: &str) -> Arc<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    SourceFile::new(
        path,
        fs::read_to_string(root.join(path)).expect("the repository has the file"),
    )
}

fn told(findings: Findings) -> Vec<String> {
    findings
        .sorted()
        .iter()
        .map(|finding| {
            let at = finding
                .place
                .as_ref()
                .expect("a finding has its place")
                .start();
            let (code, line, column) = (finding.code.id, at.line, at.column);
            format!("{code} at {line}:{column}: {}", finding.message)
        })
        .collect()
}

fn locale(path: &str) -> Locale {
    Locale::parse(&file(path)).unwrap_or_else(|findings| panic!("{:#?}", told(findings)))
}

/// Phrases of a fixture in front of the least locale that is enough to be read.
fn in_front_of(path: &str, least: &str) -> Arc<SourceFile> {
    let (phrases, least) = (file(path), file(least));
    SourceFile::new(path, format!("{}{}", phrases.text(), least.text()))
}

fn english() -> Locale {
    locale("templates/locales/en.yaml")
}

/// The Welsh locale that ships.
fn welsh() -> Locale {
    locale("templates/locales/cy.yaml")
}

const LEAST: &str = "fixtures/locales/valid/least.yaml";
const LEAST_WELSH: &str = "fixtures/locales/valid/least-welsh.yaml";
