//! A locale as it is written: nested keys become dotted ones, and every text keeps its
//! place.
//!
//! The guard of `reading` has refused what could hide, multiply or be guessed; what is
//! left to say is that a locale holds blocks, keys and texts alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use crate::reading::{Accepted, Content, Entry as Written, Node, Subject, accept};

use super::source::Source;

/// A text under its dotted key.
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) text: String,
    pub(super) place: Place,
    /// Who answers for the words; known once the whole file is.
    pub(super) source: Option<Source>,
    /// Which of the files of the locale it stands in: 0 is the lowest.
    pub(super) layer: usize,
}

/// The accepted text of a locale, and its entries in the order written. Every place is a
/// place in that text.
///
/// # Errors
/// What the guard refuses, else every key and value that cannot stand in a locale.
pub(super) fn read(file: &SourceFile) -> Result<(Arc<SourceFile>, Vec<Entry>), Findings> {
    let Accepted { file, tree, .. } = accept(file.name(), file.text().as_bytes(), Subject::Locale)?;
    let mut reader = Reader {
        file: &file,
        entries: Vec::new(),
        findings: Findings::new(),
    };
    match &tree.content {
        Content::Block(entries) => reader.block("", entries),
        Content::Scalar { .. } => reader.refuse(&tree, "a text without a key"),
        Content::List(_) => reader.refuse(&tree, A_LIST),
    }
    let Reader {
        entries, findings, ..
    } = reader;
    if findings.is_empty() {
        Ok((file, entries))
    } else {
        Err(findings)
    }
}

/// Where the words of each key stand in a locale that a firm wrote.
///
/// # Errors
/// As [`read`].
pub(crate) fn places(file: &SourceFile) -> Result<BTreeMap<String, Place>, Findings> {
    let (_, entries) = read(file)?;
    let places = entries.into_iter().map(|entry| (entry.key, entry.place));
    Ok(places.collect())
}

const A_LIST: &str = "a list";

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    entries: Vec<Entry>,
    findings: Findings,
}

impl Reader<'_> {
    /// The entries of a block that stands under a dotted key, or at the top.
    fn block(&mut self, above: &str, entries: &[Written]) {
        for entry in entries {
            let key = match above {
                "" => entry.key.clone(),
                above => format!("{above}.{}", entry.key),
            };
            if !is_key(&entry.key) {
                let place = entry.key_place(self.file);
                self.findings.push(not_a_key(&key, place));
                continue;
            }
            match &entry.value.content {
                Content::Block(entries) => self.block(&key, entries),
                Content::List(_) => self.refuse(&entry.value, A_LIST),
                Content::Scalar { text, .. } => {
                    let text = match entry.value.is_blank() {
                        true => String::new(),
                        false => text.clone(),
                    };
                    let place = Place::new(self.file, entry.value.range.clone());
                    self.entries.push(Entry {
                        key,
                        text,
                        place,
                        source: None,
                        layer: 0,
                    });
                }
            }
        }
    }

    fn refuse(&mut self, node: &Node, found: &str) {
        let finding = Diagnostic::new(&code::language::SHAPE, format!("{found} in a locale"))
            .at(node.place(self.file))
            .help("write `key: phrase`, or a block of them under a key");
        self.findings.push(finding);
    }
}

/// A segment of a dotted key: letters, digits, `-` and `_`. Capitals are there for
/// values of the case file that have them (`C43`).
fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

fn not_a_key(dotted: &str, place: Place) -> Diagnostic {
    let steps = dotted.split('.').collect::<Vec<_>>();
    let help = match steps[..] {
        [first, second, ..] if steps.iter().all(|step| is_key(step)) => {
            format!("write a block for each step: `{first}:`, and below it, indented, `{second}:`")
        }
        _ => "write letters, digits, `-` and `_`, as in `court-report`".to_owned(),
    };
    Diagnostic::new(&code::language::KEY, format!("`{dotted}` is not a key"))
        .at(place)
        .help(help)
}
