//! The rows of a worksheet as they come back: seven cells each, about a phrase that there
//! still is.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostic, Place, SourceFile, code};
use crate::language::letters::on_one_line;
use crate::language::locale::Locale;

/// The columns, by the names in the first row.
pub(super) const COLUMNS: [&str; 7] = [
    "key",
    "English",
    "Welsh",
    "note",
    "source",
    "confirmed by",
    "on",
];

/// What stands under `source` until a translator has confirmed the words.
pub(super) const UNVERIFIED: &str = "unverified";

/// One row of the table.
pub(super) struct Row {
    pub(super) key: String,
    pub(super) english: String,
    pub(super) welsh: String,
    pub(super) note: String,
    pub(super) source: String,
    pub(super) by: String,
    pub(super) on: String,
    pub(super) place: Place,
}

/// The rows below the header, each with its place.
pub(super) fn rows(table: &Arc<SourceFile>) -> Vec<Result<Row, Diagnostic>> {
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
    let Ok([key, english, welsh, note, source, by, on]) = <[String; 7]>::try_from(cells) else {
        return Err(not_a_row(place));
    };
    Ok(Row {
        key,
        english,
        welsh,
        note,
        source,
        by,
        on,
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
                &self.by,
                &self.on,
            ]
    }

    /// Whether its words and their source stand as they were printed.
    pub(super) fn is_unchanged(&self, welsh: &Locale) -> bool {
        let phrase = welsh.phrase(&self.key);
        let words_stay = phrase.is_some_and(|phrase| on_one_line(phrase.text()) == self.welsh);
        words_stay && [UNVERIFIED, ""].contains(&self.source.as_str())
    }

    /// The row, if it is about a phrase that there is and that still says what it said, and
    /// nobody confirms it or somebody on a day.
    pub(super) fn checked(self, english: &Locale, welsh: &Locale) -> Result<Self, Diagnostic> {
        let (Some(original), Some(_)) = (english.phrase(&self.key), welsh.phrase(&self.key)) else {
            let message = format!("the locale has no `{}`", self.key);
            return Err(stale(message, self.place));
        };
        if on_one_line(original.text()) != self.english {
            let message = format!("the English of `{}` is no longer what it was", self.key);
            let at = original.place().clone();
            return Err(stale(message, self.place).label(at, "it says this now"));
        }
        let is_signed = !self.by.is_empty() && self.on.parse::<Date>().is_ok();
        match is_signed || self.by.is_empty() && self.on.is_empty() {
            true => Ok(self),
            false => Err(half_confirmed(self)),
        }
    }

    /// [`Self::checked`], and it changes no phrase but one of this file of the locale.
    pub(super) fn changes_only(
        self,
        file: usize,
        english: &Locale,
        welsh: &Locale,
    ) -> Result<Self, Diagnostic> {
        let row = self.checked(english, welsh)?;
        if welsh.layer_of(&row.key) == file || row.is_unchanged(welsh) {
            return Ok(row);
        }
        let message = format!("`{}` is no phrase of this folder", row.key);
        Err(Diagnostic::new(&code::language::STALE_ROW, message)
            .at(row.place)
            .help("write the phrase into `locales/cy.yaml`, or leave the row as it was printed"))
    }
}

fn not_a_row(place: Place) -> Diagnostic {
    Diagnostic::new(&code::language::WORKSHEET_ROW, "a row without seven cells")
        .at(place)
        .help("keep the seven columns as they were printed, with a tab between each")
}

fn stale(message: String, place: Place) -> Diagnostic {
    Diagnostic::new(&code::language::STALE_ROW, message)
        .at(place)
        .help("print the worksheet anew: the locale has changed since this one was printed")
}

fn half_confirmed(row: Row) -> Diagnostic {
    let message = format!(
        "`{}` does not say who confirms it and on which day",
        row.key
    );
    Diagnostic::new(&code::language::HALF_CONFIRMED, message)
        .at(row.place)
        .help("write the name under `confirmed by` and the day under `on`, as 2026-03-02")
}
