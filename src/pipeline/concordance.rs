//! Which number a paragraph or a term of the court's copy has in the copies of the parties.
//!
//! Each copy numbers what it holds, so that no gap tells of what was left out. Whoever reads
//! the court's copy has to speak with those who have another one: that copy alone ends with a
//! table of both numbers. A paragraph is known by what it stands for: the line of the template
//! that writes it, and the places of the case whose words it holds. Which number it got is
//! read from the pages. A term is known by its place in the case. Where one of them cannot be
//! told for certain there is no table. A paragraph of which another copy says less, or nothing,
//! has a rule in the margin of the court's.

mod entries;
mod kept;

use serde_json::Value;

use self::entries::{Entry, Numbers, calls, matched, paragraphs, terms};
use super::examine::CaseFile;
use super::manuscript::Manuscript;
use super::shared::Pipeline;
use crate::audience::{DocumentCopy, Languages, Office, Reader};
use crate::diagnostics::Findings;
use crate::output::Digest;
use crate::packs::Edition;
use crate::packs::sheet::{CONCORDANCE, Less, TELLS_NUMBERS, ToldNumbers};
use crate::typesetting::Job;
use crate::view::{Request, View};

/// The copies beside the court's, in the order of the parties in the heading; none where
/// nothing is kept from anybody.
pub(super) struct OtherCopies(Vec<Option<Manuscript>>);

/// What is numbered, as the theme calls it, in the order of [`Numbered`].
const KINDS: [&str; 2] = ["paragraph", "term"];

/// What a session says of when and where it was.
const WHEN_AND_WHERE: [&str; 3] = ["start", "end", "place"];

/// What a copy numbers.
type Numbered = [Vec<Entry>; 2];

/// What each entry of the court's copy is in another, where there is another.
type Column<'a> = Option<Vec<Option<&'a Entry>>>;

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
        let half = &manuscript.halves[0];
        let request = half.view.request();
        let language = Languages::One(request.language);
        let tells_numbers = || !half.rendered.calls_of(TELLS_NUMBERS).is_empty();
        if request.copy.reader != Reader::Court || !tells_numbers() {
            return Ok(OtherCopies(Vec::new()));
        }
        let copies = request.document.copies(Office::of(&case.case));
        let copies = copies.unwrap_or_default();
        let of_party = |id| {
            let copy = DocumentCopy::of(Reader::Party(id));
            let request = Request {
                copy: copy.clone(),
                ..request.clone()
            };
            let has_one = copies.contains(&copy);
            has_one.then(|| self.view(case, request))
        };
        let parties = case.case.parties().map(|party| of_party(party.id.clone()));
        let views: Result<Vec<Option<View>>, Findings> = parties.map(Option::transpose).collect();
        let views = views?;
        // Most cases keep nothing from anybody: no page is set to learn that, and where the
        // templates are the program's own, none is filled either.
        if !self.assets.has_folder()
            && views
                .iter()
                .flatten()
                .all(|view| tells_as(view, &half.view))
        {
            return Ok(OtherCopies(Vec::new()));
        }
        let filled = |view| self.manuscript_of(case, language, vec![self.half_of(case, view)?]);
        let others = views.into_iter().map(|view| view.map(filled).transpose());
        let others: Vec<_> = others.collect::<Result<_, Findings>>()?;
        let own = said(manuscript);
        match others.iter().flatten().all(|other| said(other) == own) {
            true => Ok(OtherCopies(Vec::new())),
            false => Ok(OtherCopies(others)),
        }
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
        let mut there = Vec::new();
        for other in &others.0 {
            let numbered = other.as_ref().map(|one| self.numbered(case, one));
            match numbered.transpose()? {
                Some(None) => return Ok(()),
                told => there.push(told.flatten()),
            }
        }
        let told = told(&own, &there).unwrap_or_default();
        let told = match &manuscript.numbers {
            None => told,
            Some(kept) => ToldNumbers {
                elsewhere: Vec::new(),
                less: told.less,
                kept: Some(kept.clone()),
                are_same: true,
            },
        };
        job.files.insert(CONCORDANCE.to_owned(), told.module());
        Ok(())
    }

    /// What the numbered paragraphs and the terms of a copy stand for, and their numbers.
    fn numbered(
        &self,
        case: &CaseFile,
        manuscript: &Manuscript,
    ) -> Result<Option<Numbered>, Findings> {
        if let Some(kept) = kept::paragraphs(manuscript) {
            let terms = terms(manuscript.halves[0].view.json());
            return Ok(Some([kept, terms]));
        }
        let job = manuscript.job(case, &self.assets, Edition::Standard)?;
        let layout = self.typesetter.lay_out(&job);
        let layout =
            layout.map_err(|told| manuscript.findings(&told, case, (&self.assets, &job)))?;
        let half = &manuscript.halves[0];
        let paragraphs = paragraphs(half, &layout);
        Ok(paragraphs.map(|paragraphs| [paragraphs, terms(half.view.json())]))
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

/// Whether two copies are told the same, as far as a numbered paragraph of our templates says it:
/// none says whose copy it is, nor when and where a session was, which is kept from whoever was not
/// there and stands in the schedule of sessions.
fn tells_as(one: &View, other: &View) -> bool {
    told_in_numbers(one) == told_in_numbers(other)
}

fn told_in_numbers(view: &View) -> Vec<(&String, &Value)> {
    fn fields(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
        value.as_object().into_iter().flatten()
    }
    let mut told = Vec::new();
    for (name, value) in fields(view.json()) {
        match name.as_str() {
            "imprint" => {}
            "programme" => told.extend(fields(value).filter(|(name, _)| *name != "sessions")),
            _ => told.push((name, value)),
        }
    }
    let sessions = view.json().pointer("/programme/sessions");
    let sessions = sessions.and_then(Value::as_array).into_iter().flatten();
    let said = |(name, _): &(&String, &Value)| !WHEN_AND_WHERE.contains(&name.as_str());
    told.extend(sessions.flat_map(|session| fields(session).filter(said)));
    told
}

/// What the numbered paragraphs and the terms of a copy say.
fn said(manuscript: &Manuscript) -> Vec<String> {
    let half = &manuscript.halves[0];
    let entries = calls(half).into_iter().chain(terms(half.view.json()));
    entries.map(|entry| entry.words).collect()
}

/// What the table tells, and the paragraphs of which another copy has less; `None` where one of
/// another copy cannot be told.
fn told(own: &Numbered, others: &[Option<Numbered>]) -> Option<ToldNumbers> {
    let mut told = ToldNumbers::default();
    for (kind, own) in own.iter().enumerate() {
        let column = |other| match other {
            Some(other) => matched(own, other).map(Some),
            None => Some(None),
        };
        let others = others.iter().map(|other| Some(&other.as_ref()?[kind][..]));
        let columns: Option<Vec<Column>> = others.map(column).collect();
        let columns = columns?;
        let rows = rows(own, &columns).into_iter();
        told.elsewhere
            .extend(rows.map(|numbers| (KINDS[kind], numbers)));
        if kind == 0 {
            told.less = told_less(own, &columns).collect();
        }
    }
    Some(told)
}

/// The paragraphs that are not in every copy, or not in the same words.
fn told_less<'a>(own: &'a [Entry], columns: &'a [Column<'a>]) -> impl Iterator<Item = Less> + 'a {
    let copies = move |at: usize, is_so: fn(Option<&Entry>, &Entry) -> bool| {
        let of = |column: &Column| column.as_ref().is_some_and(|one| is_so(one[at], &own[at]));
        let found = columns.iter().enumerate().filter(|(_, one)| of(one));
        found.map(|(copy, _)| copy).collect::<Vec<usize>>()
    };
    let less = move |at: usize, number: usize| Less {
        number,
        absent: copies(at, |other, _| other.is_none()),
        otherwise: copies(at, |other, own| {
            other.is_some_and(|other| other.words != own.words)
        }),
    };
    let all = own.iter().enumerate();
    let all = all.flat_map(move |(at, own)| {
        (own.numbers.0..=own.numbers.1).map(move |number| less(at, number))
    });
    all.filter(|less| !less.absent.is_empty() || !less.otherwise.is_empty())
}

/// For each run of entries that go on alike in every copy the first and the last number in
/// each, the court's first; nothing where all copies have the same numbers.
fn rows(own: &[Entry], columns: &[Column]) -> Vec<String> {
    let others = columns.iter().flatten();
    let mut others = others.flat_map(|column| column.iter().zip(own));
    if others.all(|(other, own)| other.is_some_and(|other| other.numbers == own.numbers)) {
        return Vec::new();
    }
    let rows = own.iter().enumerate().map(|(at, own)| {
        let others = columns.iter();
        let others = others.map(|column| Some(column.as_ref()?[at]?.numbers));
        std::iter::once(Some(own.numbers)).chain(others).collect()
    });
    let rows: Vec<Row> = rows.collect();
    let runs = rows.chunk_by(goes_on).map(|run| {
        let ends = run[0].iter().zip(&run[run.len() - 1]);
        let cells = ends.map(|ends| match ends {
            (Some((first, _)), Some((_, last))) => format!("({first}, {last})"),
            _ => "none".to_owned(),
        });
        cells.collect::<Vec<_>>().join(", ")
    });
    runs.collect()
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
