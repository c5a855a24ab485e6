//! The second step: which copies are made of a case, in which languages, and what their
//! files are called.
//!
//! It is pure. Nothing is read, laid out or written to know it, so that whoever shares
//! out a batch, resumes one or compares an earlier one need not guess.

use super::asked::{Asked, Format};
use crate::audience::{DocumentCopy, Languages, Office};
use crate::case::Case;
use crate::diagnostics::{Pointer, Severity, Unplaced, code};
use crate::language::Language;
use crate::output::file_name;
use crate::packs::Edition;
use crate::view::{DatedTime, Document, Documents, Inapplicable, NoCalendar, dated_times};

/// What is to be made of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The copies, in the order in which they are made.
    pub copies: Vec<PlannedCopy>,
    /// The documents of the family's programme that are not made, and why; where documents
    /// are asked for by name, none.
    pub left_out: Vec<LeftOut>,
    /// Why there is no calendar to import, for each child of whom there is none.
    pub no_calendar: Vec<NoCalendar>,
    /// What is to be said of what was asked for: `V01` for each document that is asked for
    /// by name and does not apply, or as a warning where none applies at all.
    pub found: Vec<Unplaced>,
}

/// A document of which none is made, and why.
pub type LeftOut = (Document, Inapplicable);

/// A copy of a document that is to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedCopy {
    /// The document.
    pub document: Document,
    /// Which of its copies.
    pub copy: DocumentCopy,
    /// In which languages.
    pub languages: Languages,
    /// Its files, at least one.
    pub files: Vec<PlannedFile>,
}

/// A file of a copy.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedFile {
    /// What it is called.
    pub name: String,
    /// What stands in it.
    pub holds: Holds,
}

/// What stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds {
    /// The document, set so.
    Edition(Edition),
    /// Its Typst source in a language.
    Source(Language),
    /// The children's time, to be imported.
    Calendar(DatedTime),
}

impl PlannedCopy {
    /// What its files are called.
    pub(super) fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.files.iter().map(|file| file.name.clone())
    }
}

impl Plan {
    /// What the files are called, in the order in which they are made.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let files = self.copies.iter().flat_map(|copy| &copy.files);
        files.map(|file| file.name.as_str())
    }
}

/// What is made of a case, of all documents there are. `case_file` is the path of the case
/// as it was given, which names the files of a case without a court's number.
pub fn plan(case: &Case, case_file: &str, asked: &Asked, documents: &Documents) -> Plan {
    let named = !asked.documents.is_empty();
    let wanted = match named {
        true => asked.documents.iter(),
        false => documents.iter(),
    };
    let mut plan = Plan::default();
    let mut times = Vec::new();
    for document in wanted {
        match document.copies(Office::of(case)) {
            Ok(copies) => {
                if document.has_calendar() && asked.format != Format::Typst {
                    (times, plan.no_calendar) = dated_times(Office::of(case));
                }
                let copies = copies.into_iter();
                let planned = |copy| planned(case, case_file, asked, (document, copy), &times);
                plan.copies.extend(copies.map(planned));
            }
            Err(why) if named => plan.found.push(why.refusal_of(document.id())),
            Err(Inapplicable::OtherProgramme) => {}
            Err(why) => plan.left_out.push((document.clone(), why)),
        }
    }
    if !named && plan.copies.is_empty() {
        plan.found.push(nothing_applies());
    }
    plan
}

fn planned(
    case: &Case,
    case_file: &str,
    asked: &Asked,
    (document, copy): (&Document, DocumentCopy),
    times: &[DatedTime],
) -> PlannedCopy {
    let languages = asked.languages;
    let languages = languages.unwrap_or_else(|| Languages::of_readers(case, &copy));
    let number = case.proceedings.as_ref().map(|court| court.number.as_str());
    let of_copy = || std::iter::once(document.id().to_owned()).chain(copy.word(case));
    let file = |(marks, holds): (Vec<String>, Holds)| {
        let stem: Vec<String> = of_copy().chain(marks).collect();
        let name = file_name(number, case_file, &stem.join("-"), holds.ending());
        PlannedFile { name, holds }
    };
    let times = match document.has_calendar() {
        true => times,
        false => &[],
    };
    let files = files(asked, times, languages).into_iter();
    PlannedCopy {
        files: files.map(file).collect(),
        document: document.clone(),
        copy,
        languages,
    }
}

/// The files of a copy, each with what tells it from the others in its name.
fn files(asked: &Asked, times: &[DatedTime], languages: Languages) -> Vec<(Vec<String>, Holds)> {
    if asked.format == Format::Typst {
        let source = |language| {
            let mark = Languages::One(language).mark();
            (mark.into_iter().collect(), Holds::Source(language))
        };
        return languages.each().into_iter().map(source).collect();
    }
    let edition = |&edition: &Edition| {
        let marks = languages.mark().into_iter().chain(edition.mark());
        (marks.collect(), Holds::Edition(edition))
    };
    let editions = asked.editions.iter().map(edition);
    let several = times.len() > 1;
    let calendar = |(number, time): (u32, DatedTime)| {
        let mark = several.then(|| number.to_string());
        (mark.into_iter().collect(), Holds::Calendar(time))
    };
    let calendars = (1..).zip(times.iter().cloned()).map(calendar);
    editions.chain(calendars).collect()
}

impl Holds {
    /// What follows the last point of the name.
    fn ending(&self) -> &'static str {
        match self {
            Holds::Edition(edition) => edition.ending(),
            Holds::Source(_) => "typ",
            Holds::Calendar(..) => "ics",
        }
    }
}

/// Nothing is wrong with the case, and yet nothing can be made of it.
fn nothing_applies() -> Unplaced {
    let at = Pointer::root().key("programme").key("kind");
    let message = "no document applies to this case";
    let mut finding = Unplaced::new(&code::view::DOES_NOT_APPLY, at, message);
    finding
        .help("the case is sound, but there is no document yet for its programme")
        .weigh(Severity::Warning);
    finding
}

#[cfg(test)]
mod tests;
