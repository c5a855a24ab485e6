//! The first step: a file becomes a case that every rule has looked at.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use super::given::Given;
use super::looked_at::looked_at;
use crate::audience::Office;
use crate::case::beside::{self, Pictures};
use crate::case::fields::{Field, fields};
use crate::case::mark::{Door, Holds};
use crate::case::{Case, load};
use crate::checks::Sought;
use crate::diagnostics::{Findings, Place, Pointer, Step, Unplaced};
use crate::reading::{self, Accepted, Node};
use crate::rules;
use crate::settings::Known;

/// A case file, and all that is to be said of it.
#[derive(Debug)]
pub struct Examined {
    /// The case; none where the file could not be typed.
    pub case: Option<CaseFile>,
    /// What was found, in no order yet.
    pub findings: Findings,
}

/// A case that every rule has looked at, with the text it was read from and the pictures
/// beside it.
#[derive(Debug)]
pub struct CaseFile {
    /// The case.
    pub case: Case,
    accepted: Accepted,
    pictures: Pictures,
    sought: OnceLock<Sought>,
}

impl CaseFile {
    /// The name of the file as it was given.
    pub(super) fn name(&self) -> &str {
        self.accepted.file.name()
    }

    /// The text of the file as it was accepted.
    pub(super) fn text(&self) -> &str {
        self.accepted.file.text()
    }

    /// The values of the file, as they were written.
    pub(super) fn tree(&self) -> &Node {
        &self.accepted.tree
    }

    /// A stretch of it.
    pub(super) fn at(&self, range: &std::ops::Range<usize>) -> Place {
        Place::new(&self.accepted.file, range.clone())
    }

    /// The case as the office that prepares its documents sees it.
    pub(super) fn office(&self) -> Office<'_> {
        Office::of(&self.case)
    }

    /// What some reader or other may not see of it, ready to be searched for.
    pub fn sought(&self) -> &Sought {
        self.sought.get_or_init(|| Sought::of(&self.case))
    }

    /// The pictures the case names, as they were read.
    pub(super) fn pictures(&self) -> &Pictures {
        &self.pictures
    }

    /// Where a value stands; for one the file has not, the nearest block above it.
    pub(super) fn place(&self, pointer: &Pointer) -> Place {
        self.accepted.places.nearest(pointer)
    }

    /// What was found by the paths of the case, at its lines.
    pub(super) fn located(&self, found: Vec<Unplaced>) -> Findings {
        let found = found.into_iter();
        let key = |at: &Pointer| self.accepted.places.key(at);
        found
            .map(|one| one.locate(|at| self.place(at), key))
            .collect()
    }

    /// The fields that are written and that no document prints, by name, and by the name of the
    /// list where they stand in one: `children.ethnicity`.
    pub(super) fn unprinted(&self) -> BTreeSet<String> {
        let asked = |holds: &Holds| !matches!(holds, Holds::Id(_));
        let fields = fields(&self.case, asked).into_iter();
        let of_office = fields.filter(|field| field.mark.door == Door::Office);
        let named = |field: Field| {
            let steps = field.at.steps();
            let is_item = |step: &Step| matches!(step, Step::Item(_));
            let end = steps.iter().rposition(|step| !is_item(step))?;
            match &steps[..=end] {
                [.., Step::Key(list), Step::Item(_), Step::Key(field)] => {
                    Some(format!("{list}.{field}"))
                }
                [.., Step::Key(field)] => Some(field.to_string()),
                _ => None,
            }
        };
        of_office.filter_map(named).collect()
    }

    /// Where a character stands in the values of the file, once for each value.
    pub(super) fn holding(&self, character: char) -> Vec<Place> {
        self.accepted.places.holding(character)
    }
}

/// Reads, types and checks a case file, with those that it names of the people and places that
/// an office has described: all findings in one pass.
pub fn examine(path: &Path, known: &Known) -> Examined {
    examined(reading::read(path), path, known)
}

/// The same of a case as it was given.
pub(super) fn examine_given(given: &Given, known: &Known) -> Examined {
    examined(given.read(), &given.file, known)
}

fn examined(accepted: Result<Accepted, Findings>, path: &Path, known: &Known) -> Examined {
    match accepted.and_then(|accepted| typed(accepted, known)) {
        Ok(mut file) => {
            let mut of_pictures = Findings::new();
            let places = &file.accepted.places;
            file.pictures = beside::read(&file.case, path, places, &mut of_pictures);
            let unplaced = rules::check(&file.case).into_iter();
            let findings = unplaced
                .map(|one| one.locate(|at| places.nearest(at), |at| places.key(at)))
                .chain(rules::cut_short(&file.case, &file.accepted.places).sorted())
                .chain(of_pictures.sorted())
                .chain(file.located(rules::unsaid(&file.case, places)).sorted())
                .chain(file.located(looked_at(&file.case, &file.pictures)).sorted())
                .collect();
            Examined {
                case: Some(file),
                findings,
            }
        }
        Err(findings) => Examined {
            case: None,
            findings,
        },
    }
}

fn typed(mut accepted: Accepted, known: &Known) -> Result<CaseFile, Findings> {
    let mut case = load::load(&mut accepted)?;
    known.lend(&mut case, &mut accepted);
    Ok(CaseFile {
        case,
        accepted,
        pictures: Pictures::new(),
        sought: OnceLock::new(),
    })
}
