//! Which number a paragraph of the court's copy has in the copies of the parties.
//!
//! Each copy numbers what it holds, so that no gap tells of what was left out. Whoever reads
//! the court's copy has to speak with those who have another one: that copy alone ends with a
//! table of both numbers. They are read from the pages of each copy, as they are laid out,
//! and only where something is kept from somebody.

use std::fmt::Write as _;

use serde_json::Value;

use super::examine::CaseFile;
use super::manuscript::Manuscript;
use super::shared::Pipeline;
use crate::audience::{DocumentCopy, Languages, Office, Reader};
use crate::diagnostics::Findings;
use crate::output::Digest;
use crate::packs::Edition;
use crate::packs::sheet::{CONCORDANCE, no_concordance};
use crate::pages::{Layout, Part, ReadingOrder, Role};
use crate::typesetting::Job;

/// Two paragraphs that begin alike for so many letters are one, told of more or fewer things.
const ALIKE: usize = 16;

/// The copies beside the court's, in the order of the parties in the heading; none where
/// nothing is kept from anybody.
pub(super) struct OtherCopies(Vec<Option<Manuscript>>);

/// A numbered paragraph: its number, and the letters of it.
type Numbered = (usize, String);

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
        let numbered = |one: &Manuscript| -> Result<Vec<Numbered>, Findings> {
            let job = one.job(case, &self.assets, Edition::Standard)?;
            let layout = self.typesetter.lay_out(&job);
            let layout = layout.map_err(|told| one.findings(&told, case, &self.assets))?;
            Ok(numbered(&layout))
        };
        let request = manuscript.halves[0].view.request();
        let language = Languages::One(request.language);
        let own = self.manuscript(case, &request.document, &request.copy, language)?;
        let own = numbered(&own)?;
        let mut columns = Vec::new();
        for other in &others.0 {
            let other = other.as_ref().map(numbered).transpose()?;
            columns.push(other.map(|other| matched(&own, &other)));
        }
        job.files
            .insert(CONCORDANCE.to_owned(), module(&own, &columns));
        Ok(())
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

/// The numbered paragraphs of a document, each with its letters and digits.
fn numbered(layout: &Layout) -> Vec<Numbered> {
    let order = ReadingOrder::of(layout);
    let ink = |element: usize| -> String {
        let runs = order.runs(order.within(element)).into_iter();
        let text = runs.flat_map(|(run, _)| run.text.chars());
        text.filter(|c| c.is_alphanumeric()).collect()
    };
    let mut found: Vec<Numbered> = Vec::new();
    for list in (0..layout.elements.len()).filter(|one| *order.role(*one) == Role::List) {
        let parts: Vec<usize> = order
            .within(list)
            .iter()
            .filter_map(|part| match part {
                Part::Element(element) => Some(*element),
                Part::Text(..) => None,
            })
            .collect();
        for pair in parts.windows(2) {
            let is_item = (order.role(pair[0]), order.role(pair[1])) == (&Role::Label, &Role::Body);
            let next = found.last().map_or(1, |(last, _)| last + 1);
            if is_item && ink(pair[0]) == next.to_string() {
                found.push((next, ink(pair[1])));
            }
        }
    }
    found
}

/// For each paragraph of the court's copy its number in another, if it stands there.
fn matched(own: &[Numbered], other: &[Numbered]) -> Vec<Option<usize>> {
    let same = |one: usize, two: usize| own[one].1.starts_with(&other[two].1);
    // How many paragraphs from here on can stand in both, in one order.
    let mut most = vec![vec![0_usize; other.len() + 1]; own.len() + 1];
    for one in (0..own.len()).rev() {
        for two in (0..other.len()).rev() {
            most[one][two] = match same(one, two) {
                true => most[one + 1][two + 1] + 1,
                false => most[one + 1][two].max(most[one][two + 1]),
            };
        }
    }
    let mut numbers = vec![None; own.len()];
    let (mut one, mut two) = (0, 0);
    while one < own.len() && two < other.len() {
        if same(one, two) {
            numbers[one] = Some(other[two].0);
            (one, two) = (one + 1, two + 1);
        } else if most[one + 1][two] >= most[one][two + 1] {
            one += 1;
        } else {
            two += 1;
        }
    }
    pair_alike(own, other, &mut numbers);
    numbers
}

/// Paragraphs that tell of fewer things in another copy begin as they do here.
fn pair_alike(own: &[Numbered], other: &[Numbered], numbers: &mut [Option<usize>]) {
    for (two, text) in other {
        if numbers.contains(&Some(*two)) {
            continue;
        }
        let before = numbers
            .iter()
            .rposition(|known| known.is_some_and(|known| known < *two));
        let after = numbers
            .iter()
            .position(|known| known.is_some_and(|known| known > *two));
        let between = before.map_or(0, |at| at + 1)..after.unwrap_or(own.len());
        let alike = |at: &usize| {
            let pairs = own[*at].1.chars().zip(text.chars());
            pairs.take_while(|(one, other)| one == other).count() >= ALIKE
        };
        if let Some(at) = between.clone().find(alike) {
            numbers[at] = Some(*two);
        }
    }
}

/// The module of the theme that hands the numbers to the table: for each run of paragraphs
/// that go on alike in every copy the first and the last number in each, the court's first.
fn module(own: &[Numbered], columns: &[Option<Vec<Option<usize>>>]) -> Vec<u8> {
    let rows: Vec<Vec<Option<usize>>> = (0..own.len())
        .map(|at| {
            let others = columns.iter().map(|column| column.as_ref()?[at]);
            std::iter::once(Some(own[at].0)).chain(others).collect()
        })
        .collect();
    if columns.iter().flatten().all(|column| {
        column
            .iter()
            .zip(own)
            .all(|(other, own)| *other == Some(own.0))
    }) {
        return no_concordance();
    }
    let goes_on = |one: &Vec<Option<usize>>, next: &Vec<Option<usize>>| {
        one.iter()
            .zip(next)
            .all(|(one, next)| one.map(|one| one + 1) == *next)
    };
    let mut text = "#let numbers-elsewhere = (\n".to_owned();
    for run in rows.chunk_by(goes_on) {
        let ends = run[0].iter().zip(&run[run.len() - 1]);
        let cells = ends.map(|ends| match ends {
            (Some(first), Some(last)) => format!("({first}, {last})"),
            _ => "none".to_owned(),
        });
        let cells: Vec<String> = cells.collect();
        // A text takes all that is written to it.
        let _ = writeln!(text, "  ({}),", cells.join(", "));
    }
    (text + ")\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(texts: &[&str]) -> Vec<Numbered> {
        let texts = (1..).zip(texts);
        texts
            .map(|(number, text)| (number, (*text).to_owned()))
            .collect()
    }

    #[test]
    fn what_is_left_out_moves_the_numbers_behind_it() {
        let own = paragraphs(&[
            "one",
            "two",
            "threetobeservedonnobody",
            "Thedrawingshowsthree",
            "five",
        ]);
        let other = paragraphs(&["one", "three", "Thedrawingshowstwo", "five"]);
        let numbers = matched(&own, &other);
        assert_eq!(numbers, [Some(1), None, Some(2), Some(3), Some(4)]);
        let text = String::from_utf8(module(&own, &[Some(numbers), None])).expect("UTF-8");
        let expected =
            "#let numbers-elsewhere = (\n  ((1, 1), (1, 1), none),\n  ((2, 2), none, none),\n";
        assert!(text.starts_with(expected), "{text}");
    }

    #[test]
    fn where_all_have_the_same_numbers_there_is_no_table() {
        let own = paragraphs(&["one", "two"]);
        let same = matched(&own, &own);
        assert_eq!(module(&own, &[Some(same), None]), no_concordance());
    }
}
