//! Which number a paragraph of the court's copy has in the copies of the parties.
//!
//! Each copy numbers what it holds, so that no gap tells of what was left out. Whoever reads
//! the court's copy has to speak with those who have another one: that copy alone ends with a
//! table of both numbers. A paragraph is known by what it stands for: the line of the template
//! that writes it, and the places of the case whose words it holds. Which number it got is
//! read from the pages. Where one of them cannot be told for certain there is no table.

mod entries;

use std::fmt::Write as _;

use serde_json::Value;

use self::entries::{Entry, Numbers, entries, matched};
use super::examine::CaseFile;
use super::manuscript::Manuscript;
use super::shared::Pipeline;
use crate::audience::{DocumentCopy, Languages, Office, Reader};
use crate::diagnostics::Findings;
use crate::output::Digest;
use crate::packs::Edition;
use crate::packs::sheet::{CONCORDANCE, no_concordance};
use crate::typesetting::Job;

/// The copies beside the court's, in the order of the parties in the heading; none where
/// nothing is kept from anybody.
pub(super) struct OtherCopies(Vec<Option<Manuscript>>);

/// The numbers of each entry of the court's copy in another, where there is another.
type Column = Option<Vec<Option<Numbers>>>;

/// The numbers of some paragraphs in each copy, the court's first.
type Row = Vec<Option<Numbers>>;

impl Pipeline {
    /// The other copies of the document of a court's copy.
    ///
    /// # Errors
    /// As for any copy.
    pub(super) fn other_copies(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
    ) -> Result<OtherCopies, Findings> {
        let view = &manuscript.halves[0].view;
        let request = view.request();
        if request.copy.reader != Reader::Court || !has_restriction(view.json()) {
            return Ok(OtherCopies(Vec::new()));
        }
        let copies = request.document.copies(Office::of(&case.case));
        let copies = copies.unwrap_or_default();
        let language = Languages::One(request.language);
        let of_party = |id| {
            let copy = DocumentCopy::of(Reader::Party(id));
            let has_one = copies.contains(&copy);
            has_one.then(|| self.manuscript(case, &request.document, &copy, language))
        };
        let parties = case.case.parties().map(|party| of_party(party.id.clone()));
        let others: Result<Vec<_>, Findings> = parties.map(Option::transpose).collect();
        Ok(OtherCopies(others?))
    }

    /// Hands the numbers of the other copies to a job of the court's copy.
    ///
    /// # Errors
    /// What Typst refused.
    pub(super) fn tell_numbers(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
        others: &OtherCopies,
        job: &mut Job,
    ) -> Result<(), Findings> {
        if others.0.iter().all(Option::is_none) {
            return Ok(());
        }
        let request = manuscript.halves[0].view.request();
        let language = Languages::One(request.language);
        let own = self.manuscript(case, &request.document, &request.copy, language)?;
        let Some(own) = self.numbered(case, &own)? else {
            return Ok(());
        };
        let mut columns = Vec::new();
        for other in &others.0 {
            let Some(other) = other else {
                columns.push(None);
                continue;
            };
            let Some(column) = self
                .numbered(case, other)?
                .and_then(|other| matched(&own, &other))
            else {
                return Ok(());
            };
            columns.push(Some(column));
        }
        job.files
            .insert(CONCORDANCE.to_owned(), module(&own, &columns));
        Ok(())
    }

    /// What each numbered paragraph of a copy stands for, and its number.
    fn numbered(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
    ) -> Result<Option<Vec<Entry>>, Findings> {
        let job = manuscript.job(case, &self.assets, Edition::Standard)?;
        let layout = self.typesetter.lay_out(&job);
        let layout = layout.map_err(|told| manuscript.findings(&told, case, &self.assets))?;
        Ok(entries(&manuscript.halves[0], &layout))
    }
}

impl OtherCopies {
    /// All that decides the bytes of a copy, with what decides its table.
    pub(super) fn decide(&self, made_from: Digest) -> Digest {
        if self.0.is_empty() {
            return made_from;
        }
        let others = self.0.iter().flatten();
        let views: Vec<Digest> = others.map(Manuscript::content).collect();
        let parts = std::iter::once(&made_from).chain(&views);
        Digest::of_parts(parts.map(|part| part.as_bytes().as_slice()))
    }
}

/// Whether a view holds something that not all parties may be served with.
fn has_restriction(view: &Value) -> bool {
    match view {
        Value::Object(fields) => fields.iter().any(|(key, field)| {
            (key == "restriction" && !field.is_null()) || has_restriction(field)
        }),
        Value::Array(items) => items.iter().any(has_restriction),
        _ => false,
    }
}

/// The module of the theme that hands the numbers to the table: for each run of paragraphs
/// that go on alike in every copy the first and the last number in each, the court's first.
fn module(own: &[Entry], columns: &[Column]) -> Vec<u8> {
    let mut others = columns
        .iter()
        .flatten()
        .flat_map(|column| column.iter().zip(own));
    if others.all(|(other, own)| *other == Some(own.numbers)) {
        return no_concordance();
    }
    let rows = own.iter().enumerate().map(|(at, own)| {
        let others = columns.iter().map(|column| column.as_ref()?[at]);
        std::iter::once(Some(own.numbers)).chain(others).collect()
    });
    let rows: Vec<Row> = rows.collect();
    let mut text = "#let numbers-elsewhere = (\n".to_owned();
    for run in rows.chunk_by(goes_on) {
        let ends = run[0].iter().zip(&run[run.len() - 1]);
        let cells = ends.map(|ends| match ends {
            (Some((first, _)), Some((_, last))) => format!("({first}, {last})"),
            _ => "none".to_owned(),
        });
        let cells: Vec<String> = cells.collect();
        // A text takes all that is written to it.
        let _ = writeln!(text, "  ({}),", cells.join(", "));
    }
    (text + ")\n").into_bytes()
}

/// Whether a row can be told in one with the next: the numbers go on in every copy, and each
/// of them has as many.
fn goes_on(one: &Row, next: &Row) -> bool {
    let as_many = |row: &Row| {
        let mut counts = row.iter().flatten().map(|(first, last)| last - first);
        let own = counts.next();
        counts.all(|count| Some(count) == own)
    };
    let goes_on = |(one, next): (&Option<Numbers>, &Option<Numbers>)| match (one, next) {
        (Some((_, last)), Some((first, _))) => last + 1 == *first,
        (one, next) => one.is_none() && next.is_none(),
    };
    as_many(one) && as_many(next) && one.iter().zip(next).all(goes_on)
}

#[cfg(test)]
mod tests;
