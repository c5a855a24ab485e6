//! The cases that unit tests of this room and of those above look at: the fixtures that
//! have everything.

use super::Case;
use super::load::load;
use crate::reading::{Subject, accept};

fn read(text: &str) -> Case {
    let accepted = accept("case", text.as_bytes(), Subject::Case);
    accepted
        .and_then(|mut accepted| load(&mut accepted))
        .expect("the fixture is a case")
}

pub(crate) fn case() -> Case {
    let text = include_str!("../../fixtures/cases/valid/full-agreement.yaml");
    read(text)
}

/// The same with a return to court, which no rule would allow, so that every document
/// applies.
pub(crate) fn case_of_everything() -> Case {
    let mut case = case();
    case.programme.return_to_court = returned().programme.return_to_court;
    let decided_by = case.document.prepared_by.clone();
    if let Some(back) = &mut case.programme.return_to_court {
        back.decided_by = decided_by;
    }
    case
}

/// A case that returned to court.
pub(crate) fn returned() -> Case {
    let text = include_str!("../../fixtures/cases/valid/return-to-court.yaml");
    read(text)
}

/// The course in England: one adult has completed it, the other is on it.
pub(crate) fn course() -> Case {
    let text = include_str!("../../fixtures/cases/valid/planning-together.yaml");
    read(text)
}

/// The course in Wales: both adults' courses ended, and one is on it again.
pub(crate) fn course_in_wales() -> Case {
    let text = include_str!("../../fixtures/cases/valid/working-together.yaml");
    read(text)
}
