//! The second step: which copies are made of a case, in which languages, and what their
//! files are called.
//!
//! It is pure. Nothing is read, laid out or written to know it, so that whoever shares
//! out a batch, resumes one or compares an earlier one need not guess.

use super::asked::{Asked, Format};
use crate::audience::{DocumentCopy, Languages, Office};
use crate::case::Case;
use crate::diagnostics::{Pointer, Severity, Unplaced, code, in_backticks};
use crate::language::Language;
use crate::output::{case_folder, file_name, words};
use crate::packs::Edition;
use crate::view::{DatedTime, Document, Documents, Inapplicable, NoCalendar, dated_times};

/// What is to be made of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The folder in which all of them lie.
    pub case_folder: String,
    /// The copies, in the order in which they are made.
    pub copies: Vec<PlannedCopy>,
    /// The documents of the family's programme that are not made, and why; where documents
    /// are asked for by name, none.
    pub left_out: Vec<LeftOut>,
    /// Why there is no calendar to import, for each child of whom there is none.
    pub no_calendar: Vec<NoCalendar>,
    /// What is to be said of what was asked for: `V01` for each document that is asked for
    /// by name and does not apply, or as a warning where none applies at all; `O15` for each
    /// reader who is nobody of the case.
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
    /// Where it stands below the output folder.
    pub name: String,
    /// What stands in it.
    pub holds: Holds,
}

/// What stands in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds {
    /// The document, set so.
    Edition(Edition),
    /// What the document says that is set so.
    Words(Edition),
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

/// What is made of a case, of all documents there are.
pub fn plan(case: &Case, asked: &Asked, documents: &Documents) -> Plan {
    let named = !asked.documents.is_empty();
    let wanted = match named {
        true => asked.documents.iter(),
        false => documents.iter(),
    };
    let mut plan = Plan {
        case_folder: case_folder(case.reference().unwrap_or_default()),
        ..Plan::default()
    };
    for document in wanted {
        match document.copies(Office::of(case)) {
            Ok(copies) => {
                let read = copies.into_iter().filter(|copy| asked.is_for(copy, case));
                read.for_each(|copy| plan.add(case, asked, document, copy));
            }
            Err(why) if named => plan.found.push(why.refusal_of(document.id())),
            Err(Inapplicable::OtherProgramme) => {}
            Err(why) => plan.left_out.push((document.clone(), why)),
        }
    }
    plan.found.extend(nobody(case, asked));
    if plan.copies.is_empty() && plan.found.is_empty() {
        plan.found.push(nothing_applies(asked));
    }
    plan
}

impl Plan {
    fn add(&mut self, case: &Case, asked: &Asked, document: &Document, copy: DocumentCopy) {
        let has_calendar = document.has_calendar() && asked.format != Format::Typst;
        let (times, none) = match has_calendar {
            true => dated_times(Office::of(case), &copy),
            false => Default::default(),
        };
        // Of one child it is told once, though each parent would have had a calendar.
        if none.len() > self.no_calendar.len() {
            self.no_calendar = none;
        }
        let languages = asked.languages;
        let languages = languages.unwrap_or_else(|| Languages::of_reader(case, &copy));
        let reader = copy.reader.word(case);
        let of_copy = || std::iter::once(document.id().to_owned()).chain(copy.word(case));
        let file = |(marks, holds): (Vec<String>, Holds)| {
            let stem: Vec<String> = of_copy().chain(marks).collect();
            let name = file_name(&self.case_folder, &reader, &stem.join("-"), holds.ending());
            PlannedFile { name, holds }
        };
        let files = files(asked, &times, languages).into_iter();
        self.copies.push(PlannedCopy {
            files: files.map(file).collect(),
            document: document.clone(),
            copy,
            languages,
        });
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
        let holds = match (asked.format, edition) {
            // It is no more than words as it is.
            (_, Edition::PlainText) | (Format::Pdf | Format::Typst, _) => Holds::Edition(edition),
            (Format::Words, _) => Holds::Words(edition),
        };
        (marks.collect(), holds)
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
            Holds::Words(_) => words::ENDING,
            Holds::Source(_) => "typ",
            Holds::Calendar(..) => "ics",
        }
    }
}

/// The readers who are asked for and are nobody of the case.
fn nobody(case: &Case, asked: &Asked) -> Vec<Unplaced> {
    let readers = Office::of(case).readers();
    let known: Vec<String> = readers.iter().map(|reader| reader.word(case)).collect();
    let unknown = asked.audiences.iter().filter(|word| !known.contains(word));
    let finding = |word: &String| {
        let message = format!("`{word}` is nobody of this case");
        let at = Pointer::root().key("people");
        let mut finding = Unplaced::new(&code::output::NO_SUCH_READER, at, message);
        let readers = in_backticks(known.iter().map(String::as_str));
        finding.help(format!("a copy can be for one of {readers}"));
        finding
    };
    unknown.map(finding).collect()
}

/// Nothing is wrong with the case, and yet nothing can be made of it.
fn nothing_applies(asked: &Asked) -> Unplaced {
    let at = Pointer::root().key("programme").key("kind");
    let (message, help) = match asked.audiences.is_empty() {
        true => (
            "no document applies to this case".to_owned(),
            "the case is sound, but there is no document yet for its programme",
        ),
        false => (
            format!(
                "no document of this case is for {}",
                in_backticks(asked.audiences.iter().map(String::as_str))
            ),
            "`concord documents --audiences` with the case says who gets what",
        ),
    };
    let mut finding = Unplaced::new(&code::view::DOES_NOT_APPLY, at, message);
    finding.help(help).weigh(Severity::Warning);
    finding
}

#[cfg(test)]
mod tests;
