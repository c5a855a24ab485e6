//! A locale file as it is written: nested keys become dotted ones, and every
//! text keeps its place.
//!
//! The events of the YAML parser are read, not a tree, because a tree has
//! forgotten places and duplicates, and has guessed that `no` is a truth value.

use std::collections::BTreeMap;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};

/// A text under its dotted key.
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) text: String,
    pub(super) place: Place,
}

/// The entries of a locale in the order written.
///
/// # Errors
/// Faults of single keys are told together; what is not blocks of keys ends the
/// reading, because nothing after it has a sure key.
pub(super) fn read(file: &Arc<SourceFile>) -> Result<Vec<Entry>, Findings> {
    let mut reader = Reader::default();
    for event in Parser::new_from_str(file.text()) {
        match event {
            Err(error) => {
                reader.findings.push(not_yaml(file, &error));
                break;
            }
            Ok((event, span)) => {
                let place = place(file, &span);
                if let Err(found) = reader.take(event, place.clone()) {
                    reader.findings.push(shape(place, found));
                    break;
                }
            }
        }
    }
    if reader.findings.is_empty() {
        Ok(reader.entries)
    } else {
        Err(reader.findings)
    }
}

/// What stands where only blocks, keys and texts may: "a list".
type Stranger = &'static str;

#[derive(Default)]
struct Reader {
    documents: usize,
    /// The open blocks, each with its key that still waits for a value.
    blocks: Vec<Option<String>>,
    /// Every dotted key, of blocks too, and where it first stands.
    seen: BTreeMap<String, Place>,
    entries: Vec<Entry>,
    findings: Findings,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, place: Place) -> Result<(), Stranger> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    Err("a second document")
                } else {
                    Ok(())
                }
            }
            Event::Scalar(_, _, anchor, tag) | Event::MappingStart(_, anchor, tag)
                if anchor != 0 || tag.is_some() =>
            {
                Err("an anchor or a tag")
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, place),
            Event::MappingStart(..) => self.open(),
            Event::MappingEnd => {
                self.blocks.pop();
                self.value_is_read();
                Ok(())
            }
            Event::SequenceStart(..) => Err("a list"),
            Event::Alias(..) | Event::UnresolvedAlias(..) => Err("an alias"),
            _ => Ok(()),
        }
    }

    fn open(&mut self) -> Result<(), Stranger> {
        if matches!(self.blocks.last(), Some(None)) {
            return Err("a key that is not a word");
        }
        self.blocks.push(None);
        Ok(())
    }

    fn value_is_read(&mut self) {
        if let Some(waiting) = self.blocks.last_mut() {
            *waiting = None;
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: Place) -> Result<(), Stranger> {
        match self.blocks.last() {
            None => return Err("a text without a key"),
            Some(None) => self.key(text, place),
            Some(Some(_)) => {
                let absent = style == ScalarStyle::Plain && text == "~";
                let text = if absent {
                    String::new()
                } else {
                    text.to_owned()
                };
                self.entries.push(Entry {
                    key: self.dotted(),
                    text,
                    place,
                });
                self.value_is_read();
            }
        }
        Ok(())
    }

    fn key(&mut self, text: &str, place: Place) {
        if let Some(waiting) = self.blocks.last_mut() {
            *waiting = Some(text.to_owned());
        }
        let dotted = self.dotted();
        if !is_key(text) {
            self.findings.push(not_a_key(&dotted, place));
        } else if let Some(first) = self.seen.get(&dotted) {
            self.findings.push(duplicate(&dotted, place, first.clone()));
        } else {
            self.seen.insert(dotted, place);
        }
    }

    fn dotted(&self) -> String {
        self.blocks
            .iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(".")
    }
}

fn place(file: &Arc<SourceFile>, span: &Span) -> Place {
    Place::new(file, span.byte_range().unwrap_or(0..0))
}

/// A segment of a dotted key: letters, digits, `-` and `_`. Capitals are there for
/// values of the case file that have them (`C43`).
fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

fn not_yaml(file: &Arc<SourceFile>, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0);
    Diagnostic::new(&code::language::SYNTAX, error.info())
        .at(Place::new(file, at..at))
        .help("put a phrase that holds `: ` or ` #`, or begins with `{`, in double quotes")
}

fn shape(place: Place, found: Stranger) -> Diagnostic {
    Diagnostic::new(&code::language::SHAPE, format!("{found} in a locale"))
        .at(place)
        .help("write `key: phrase`, or a block of them under a key")
}

fn not_a_key(dotted: &str, place: Place) -> Diagnostic {
    Diagnostic::new(&code::language::KEY, format!("`{dotted}` is not a key"))
        .at(place)
        .help("write letters, digits, `-` and `_`, as in `court-report`")
}

fn duplicate(dotted: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(
        &code::language::DUPLICATE,
        format!("`{dotted}` stands twice"),
    )
    .at(place)
    .label(first, "it stands here first")
    .help("keep one of the two")
}
