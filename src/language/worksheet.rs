//! The worksheet of a translator: every Welsh entry that nobody has confirmed, beside its
//! English, as a table of tab-separated values that any spreadsheet opens; and the way
//! back, which changes those entries in the locale and not one byte besides.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};

use super::compare::compare;
use super::entries::{self, Entry};
use super::letters::on_one_line;
use super::locale::Locale;
use super::source::Source;

/// The columns, by the names in the first row.
const COLUMNS: [&str; 5] = ["key", "English", "Welsh", "note", "source"];

/// What stands under `source` until a translator has confirmed the words.
const UNVERIFIED: &str = "unverified";

/// The unverified entries of a translation, in the order of the English locale: key,
/// English, Welsh, note and source, a header row first. A note says why the words are as they
/// are, or asks. Over a firm's own words only those are asked for. A translator mends the Welsh and puts under `source` who confirms it;
/// [`with_worksheet`] takes the table back and leaves the notes as they were.
pub fn worksheet(english: &Locale, welsh: &Locale) -> String {
    let own = welsh.keys().map(|key| welsh.layer_of(key)).max();
    let mut rows: Vec<_> = welsh
        .keys()
        .filter(|key| Some(welsh.layer_of(key)) == own)
        .filter_map(|key| {
            let (original, phrase) = (english.phrase(key)?, welsh.phrase(key)?);
            let unverified = phrase.source() == Some(&Source::Unverified);
            unverified.then_some((original.place().range.start, key, original, phrase))
        })
        .collect();
    rows.sort_unstable_by_key(|(at, key, ..)| (*at, *key));
    let rows = rows.into_iter().map(|(_, key, original, phrase)| {
        [
            key,
            &on_one_line(original.text()),
            &on_one_line(phrase.text()),
            &on_one_line(welsh.note_on(key).unwrap_or_default()),
            UNVERIFIED,
        ]
        .join("\t")
    });
    let mut table = COLUMNS.join("\t");
    for row in rows {
        table.push('\n');
        table.push_str(&row);
    }
    table.push('\n');
    table
}

/// The text of a Welsh locale with what a translator has written in a worksheet; of one that
/// stands in several files, the lowest first, the text of the last. Entries
/// that the table leaves as they are, comments and blanks keep every byte of the accepted
/// text, whose lines end in `\n`.
///
/// # Errors
/// A row that is not five cells, whose key the locale does not have or whose English is
/// no longer that of the English locale; then whatever is wrong with the locale that the
/// rows would make, each with its place in it.
pub fn with_worksheet(
    english: &Locale,
    welsh: &[Arc<SourceFile>],
    table: &Arc<SourceFile>,
) -> Result<String, Findings> {
    let before = Locale::laid(welsh)?;
    let Some((own, below)) = welsh.split_last() else {
        return Ok(String::new());
    };
    let (welsh, entries) = entries::read(own)?;
    let entries: BTreeMap<String, Entry> = entries
        .into_iter()
        .map(|entry| (entry.key.clone(), entry))
        .collect();
    let (mut edits, mut findings) = (Vec::new(), Findings::new());
    for row in rows(table) {
        match row.and_then(|row| row.checked(english, &before, below.len())) {
            Ok(row) => edits.extend(row.edits(&before, &entries)),
            Err(finding) => findings.push(finding),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let text = edited(welsh.text(), edits);
    let own = SourceFile::new(welsh.name(), text.as_str());
    let after = Locale::laid(&[below, &[own]].concat())?;
    let findings = compare(english, &after);
    if findings.is_empty() {
        Ok(text)
    } else {
        Err(findings)
    }
}

/// One row of the table.
struct Row {
    key: String,
    english: String,
    welsh: String,
    note: String,
    source: String,
    place: Place,
}

/// The rows below the header, each with its place.
fn rows(table: &Arc<SourceFile>) -> Vec<Result<Row, Diagnostic>> {
    // A mark before the first cell is a spreadsheet's own.
    let text = table.text().trim_start_matches('\u{feff}');
    let lead = table.text().len() - text.len();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let (mut cells, mut start) = (csv::StringRecord::new(), 0);
    // What is read is text in memory: there is no fault to tell.
    while let Ok(true) = reader.read_record(&mut cells) {
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        let written = text[start..end].trim_end();
        if !written.is_empty() {
            let begin = end_of_blank_lines(written);
            let place = Place::new(table, lead + start + begin..lead + start + written.len());
            rows.push(row(&cells, place));
        }
        start = end;
    }
    match rows.first() {
        Some(Ok(row)) if row.is_header() => rows.split_off(1),
        _ => vec![Err(not_a_row(Place::new(table, 0..0)))],
    }
}

/// The bytes of the empty lines above a row.
fn end_of_blank_lines(written: &str) -> usize {
    written.len() - written.trim_start_matches(['\r', '\n']).len()
}

fn row(cells: &csv::StringRecord, place: Place) -> Result<Row, Diagnostic> {
    let cells: Vec<String> = cells.iter().map(on_one_line).collect();
    let Ok([key, english, welsh, note, source]) = <[String; 5]>::try_from(cells) else {
        return Err(not_a_row(place));
    };
    Ok(Row {
        key,
        english,
        welsh,
        note,
        source,
        place,
    })
}

impl Row {
    fn is_header(&self) -> bool {
        COLUMNS
            == [
                &self.key,
                &self.english,
                &self.welsh,
                &self.note,
                &self.source,
            ]
    }

    /// The row, if it is about a phrase that there is and that still says what it said.
    fn checked(self, english: &Locale, welsh: &Locale, file: usize) -> Result<Self, Diagnostic> {
        let original = english.phrase(&self.key);
        let own = welsh.phrase(&self.key);
        let own = own.filter(|_| welsh.layer_of(&self.key) == file);
        let (Some(original), Some(_)) = (original, own) else {
            let message = format!("the locale has no `{}`", self.key);
            return Err(stale(message, self.place));
        };
        if on_one_line(original.text()) != self.english {
            let message = format!("the English of `{}` is no longer what it was", self.key);
            let at = original.place().clone();
            return Err(stale(message, self.place).label(at, "it says this now"));
        }
        Ok(self)
    }

    /// What the row changes in the file. An entry of plain words becomes a block where
    /// it gets a source; one that is a block already is changed inside.
    fn edits(&self, before: &Locale, entries: &BTreeMap<String, Entry>) -> Vec<Edit> {
        let inside = |word: &str| entries.get(&format!("{}.{word}", self.key));
        let words_stay = before
            .phrase(&self.key)
            .is_some_and(|phrase| on_one_line(phrase.text()) == self.welsh);
        let confirmed = ![UNVERIFIED, ""].contains(&self.source.as_str());
        let words = quoted(&self.welsh);
        let source = format!("source: {}", quoted(&self.source));
        let mut edits = Vec::new();
        match (entries.get(&self.key), inside("phrase"), inside("source")) {
            (Some(plain), ..) if confirmed => {
                edits.push(replace(plain, format!("{{phrase: {words}, {source}}}")));
            }
            (Some(plain), ..) if !words_stay => edits.push(replace(plain, words)),
            (None, Some(phrase), own) => {
                if !words_stay {
                    edits.push(replace(phrase, words));
                }
                match own {
                    Some(own) if confirmed => edits.push(replace(own, quoted(&self.source))),
                    None if confirmed => edits.push(insert_after(phrase, &source)),
                    _ => {}
                }
            }
            _ => {}
        }
        edits
    }
}

/// Bytes of the file, and what stands there instead.
type Edit = (Range<usize>, String);

fn replace(entry: &Entry, with: String) -> Edit {
    (entry.place.range.clone(), with)
}

/// A line of its own below the phrase where the block is written in lines, and behind a
/// comma where it is written in braces.
fn insert_after(phrase: &Entry, line: &str) -> Edit {
    let text = phrase.place.file.text();
    let (start, end) = (phrase.place.range.start, phrase.place.range.end);
    let before = &text[text[..start].rfind('\n').map_or(0, |at| at + 1)..start];
    let indent = &before[..before.len() - before.trim_start().len()];
    let inserted = match before.trim_start().starts_with("phrase:") {
        true => format!("\n{indent}{line}"),
        false => format!(", {line}"),
    };
    (end..end, inserted)
}

/// The text after all edits, which do not overlap; the last in the file first, so that
/// the places of the others hold.
fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut text = text.to_owned();
    for (range, with) in edits.into_iter().rev() {
        text.replace_range(range, &with);
    }
    text
}

/// A text as YAML holds it whatever is in it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn not_a_row(place: Place) -> Diagnostic {
    Diagnostic::new(&code::language::WORKSHEET_ROW, "a row without five cells")
        .at(place)
        .help("keep the columns key, English, Welsh, note and source, with a tab between each")
}

fn stale(message: String, place: Place) -> Diagnostic {
    Diagnostic::new(&code::language::STALE_ROW, message)
        .at(place)
        .help("print the worksheet anew: the locale has changed since this one was printed")
}
