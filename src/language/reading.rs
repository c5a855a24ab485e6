//! A locale file as it is written: nested keys become dotted ones, and every
//! text keeps its place.
//!
//! The events of the YAML parser are read, not a tree, because a tree has
//! forgotten places and duplicates, and has guessed that `no` is a truth value.

use std::collections::BTreeMap;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, Span};

use crate::diagnostics::code::{self, Code};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile};

/// A text under its dotted key.
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) text: String,
    pub(super) place: Place,
}

/// The entries of a locale in the order written.
///
/// # Errors
/// Faults of single entries are told together; what is not blocks of keys ends
/// the reading, because nothing after it has a sure key.
pub(super) fn read(file: &Arc<SourceFile>) -> Result<Vec<Entry>, Findings> {
    let mut reader = Reader {
        file,
        blocks: Vec::new(),
        seen: BTreeMap::new(),
        entries: Vec::new(),
        findings: Findings::new(),
    };
    if let Err(fault) = reader.read() {
        reader.findings.push(fault);
    }
    if reader.findings.is_empty() {
        Ok(reader.entries)
    } else {
        Err(reader.findings)
    }
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    /// The open blocks, each with its key that still waits for a value.
    blocks: Vec<Option<String>>,
    /// Every dotted key, of blocks too, and where it first stands.
    seen: BTreeMap<String, Place>,
    entries: Vec<Entry>,
    findings: Findings,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Diagnostic> {
        let file = Arc::clone(self.file);
        let mut documents = 0;
        for event in Parser::new_from_str(file.text()) {
            let (event, span) = event.map_err(|error| self.not_yaml(&error))?;
            let place = self.place(&span);
            match event {
                Event::DocumentStart(..) if documents > 0 => {
                    return Err(shape(place, "a second document"));
                }
                Event::DocumentStart(..) => documents += 1,
                Event::Scalar(.., anchor, tag) | Event::MappingStart(_, anchor, tag)
                    if anchor != 0 || tag.is_some() =>
                {
                    return Err(shape(place, "an anchor or a tag"));
                }
                Event::Scalar(text, style, ..) => self.scalar(&text, style, place)?,
                Event::MappingStart(..) => self.open(place)?,
                Event::MappingEnd => self.close(),
                Event::SequenceStart(..) => return Err(shape(place, "a list")),
                Event::Alias(..) | Event::UnresolvedAlias(..) => {
                    return Err(shape(place, "an alias"));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, place: Place) -> Result<(), Diagnostic> {
        if matches!(self.blocks.last(), Some(None)) {
            return Err(shape(place, "a key that is not a word"));
        }
        self.blocks.push(None);
        Ok(())
    }

    fn close(&mut self) {
        self.blocks.pop();
        self.value_is_read();
    }

    fn value_is_read(&mut self) {
        if let Some(waiting) = self.blocks.last_mut() {
            *waiting = None;
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: Place) -> Result<(), Diagnostic> {
        match self.blocks.last() {
            None => return Err(shape(place, "a text without a key")),
            Some(None) => self.key(text, place),
            Some(Some(_)) => {
                let blank = style == ScalarStyle::Plain && text == "~";
                let text = if blank {
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
            let message = format!("`{dotted}` is not a key");
            let help = "write lower-case letters, digits, `-` and `_`, as in `court-report`";
            self.findings.push(
                Diagnostic::new(&code::language::KEY, message)
                    .at(place)
                    .help(help),
            );
        } else if let Some(first) = self.seen.get(&dotted) {
            self.findings.push(
                Diagnostic::new(
                    &code::language::DUPLICATE,
                    format!("`{dotted}` stands twice"),
                )
                .at(place)
                .label(first.clone(), "it stands here first")
                .help("keep one of the two"),
            );
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

    fn place(&self, span: &Span) -> Place {
        Place::new(self.file, span.byte_range().unwrap_or(0..0))
    }

    fn not_yaml(&self, error: &granit_parser::ScanError) -> Diagnostic {
        let at = error.marker().byte_offset().unwrap_or(0);
        finding(
            &code::language::SYNTAX,
            Place::new(self.file, at..at),
            error.info(),
        )
        .help("put a phrase that holds `: `, ` #` or begins with `{` in double quotes")
    }
}

fn finding(code: &'static Code, place: Place, message: String) -> Diagnostic {
    Diagnostic::new(code, message).at(place)
}

fn shape(place: Place, found: &str) -> Diagnostic {
    finding(
        &code::language::SHAPE,
        place,
        format!("{found} in a locale"),
    )
    .help("write `key: phrase`, or a block of them under a key")
}

/// A segment of a dotted key: lower-case letters, digits, `-` and `_`.
fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
}
