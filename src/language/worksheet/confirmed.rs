//! Whoever confirms Welsh words as they are, for one office: taken back from a worksheet.

use std::sync::Arc;

use super::rows::rows;
use crate::diagnostics::{Findings, SourceFile};
use crate::language::locale::Locale;

/// A phrase that somebody confirms as a row of a worksheet has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmedRow {
    /// Its key.
    pub key: String,
    /// What it says in Welsh.
    pub welsh: String,
    /// Who confirms it.
    pub by: String,
    /// The day, `2026-03-02`.
    pub on: String,
}

/// What a worksheet says is confirmed, row by row.
///
/// # Errors
/// As of [`super::with_worksheet`].
pub fn confirmed_in(
    english: &Locale,
    welsh: &Locale,
    table: &Arc<SourceFile>,
) -> Result<Vec<ConfirmedRow>, Findings> {
    let (mut confirmed, mut findings) = (Vec::new(), Findings::new());
    for row in rows(table) {
        match row.and_then(|row| row.checked(english, welsh)) {
            Ok(row) if row.by.is_empty() => {}
            Ok(row) => confirmed.push(ConfirmedRow {
                key: row.key,
                welsh: row.welsh,
                by: row.by,
                on: row.on,
            }),
            Err(finding) => findings.push(finding),
        }
    }
    match findings.is_empty() {
        true => Ok(confirmed),
        false => Err(findings),
    }
}
