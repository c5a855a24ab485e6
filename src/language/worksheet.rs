//! The worksheet of a translator: every Welsh entry that nobody has confirmed, beside its
//! English, as a table of tab-separated values that any spreadsheet opens; and the way
//! back, which changes those entries in the locale and not one byte besides.

mod confirmed;
mod rows;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Findings, SourceFile};

use super::compare::compare;
use super::entries::{self, Entry};
use super::letters::on_one_line;
use super::locale::Locale;
use super::source::Source;
use rows::{COLUMNS, Row, UNVERIFIED, rows};

pub use confirmed::{ConfirmedRow, confirmed_in};

/// The unverified entries of a translation, in the order of the English locale, a header row
/// first. A note says why the words are as they are, or asks.
///
/// A translator mends the Welsh and puts under `source` what has the words;
/// [`with_worksheet`] takes the table back and leaves the notes as they were. Whoever confirms
/// words as they are, for one office, stands in the last two columns with the day
/// ([`confirmed_in`]); `confirmed` gives the two of a key where it is confirmed already.
pub fn worksheet(
    english: &Locale,
    welsh: &Locale,
    confirmed: &dyn Fn(&str) -> Option<[String; 2]>,
) -> String {
    let mut rows: Vec<_> = welsh
        .keys()
        .filter_map(|key| {
            let (original, phrase) = (english.phrase(key)?, welsh.phrase(key)?);
            let unverified = phrase.source() == Some(&Source::Unverified);
            unverified.then_some((original.place().range.start, key, original, phrase))
        })
        .collect();
    rows.sort_unstable_by_key(|(at, key, ..)| (*at, *key));
    let rows = rows.into_iter().map(|(_, key, original, phrase)| {
        let [by, on] = confirmed(key).unwrap_or_default();
        [
            key,
            &on_one_line(original.text()),
            &on_one_line(phrase.text()),
            &on_one_line(welsh.note_on(key).unwrap_or_default()),
            UNVERIFIED,
            &on_one_line(&by),
            &on,
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
/// A row that is not seven cells, whose key the locale does not have, whose English is
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
        match row.and_then(|row| row.changes_only(below.len(), english, &before)) {
            Ok(row) => edits.extend(self::edits(&row, &before, &entries)),
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

/// What the row changes in the file. An entry of plain words becomes a block where
/// it gets a source; one that is a block already is changed inside.
fn edits(row: &Row, before: &Locale, entries: &BTreeMap<String, Entry>) -> Vec<Edit> {
    let inside = |word: &str| entries.get(&format!("{}.{word}", row.key));
    let words_stay = before
        .phrase(&row.key)
        .is_some_and(|phrase| on_one_line(phrase.text()) == row.welsh);
    let confirmed = ![UNVERIFIED, ""].contains(&row.source.as_str());
    let words = quoted(&row.welsh);
    let source = format!("source: {}", quoted(&row.source));
    let mut edits = Vec::new();
    match (entries.get(&row.key), inside("phrase"), inside("source")) {
        (Some(plain), ..) if confirmed => {
            edits.push(replace(plain, format!("{{phrase: {words}, {source}}}")));
        }
        (Some(plain), ..) if !words_stay => edits.push(replace(plain, words)),
        (None, Some(phrase), own) => {
            if !words_stay {
                edits.push(replace(phrase, words));
            }
            match own {
                Some(own) if confirmed => edits.push(replace(own, quoted(&row.source))),
                None if confirmed => edits.push(insert_after(phrase, &source)),
                _ => {}
            }
        }
        _ => {}
    }
    edits
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
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
