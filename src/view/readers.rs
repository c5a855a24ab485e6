//! Which readers a document is for, and what each gets of it: one table, which lists print.

use super::kind::ViewKind;
use crate::audience::Audience;

/// What a reader gets of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gets {
    /// No copy.
    Nothing,
    /// All that the case says of it.
    Whole,
    /// The same document without what the case keeps from this reader.
    ServedCopy,
    /// A copy that is made for this reader.
    OwnCopy,
}

impl Gets {
    /// The word of a list.
    pub fn word(self) -> &'static str {
        match self {
            Gets::Nothing => "–",
            Gets::Whole => "whole",
            Gets::ServedCopy => "served copy",
            Gets::OwnCopy => "own copy",
        }
    }
}

/// The readers of the columns below, each with the heading of its column.
pub const COLUMNS: [(Audience, &str); 4] = [
    (Audience::Court, "court"),
    (Audience::Party, "each party"),
    (Audience::Child, "each child"),
    (Audience::Provider, "provider"),
];

/// What the court, a party, a child and the provider of a course get.
const fn row(view: ViewKind) -> [Gets; 4] {
    use Gets::{Nothing, OwnCopy, ServedCopy, Whole};
    match view {
        ViewKind::CourtReport => [Whole, ServedCopy, Nothing, Nothing],
        ViewKind::AgreedArrangements => [Whole, ServedCopy, Nothing, Nothing],
        ViewKind::ReturnToCourt => [Whole, ServedCopy, Nothing, Nothing],
        ViewKind::SessionSchedule => [Whole, OwnCopy, Nothing, Nothing],
        ViewKind::ParentingPlan => [Nothing, OwnCopy, Nothing, Nothing],
        ViewKind::ChildsPlan => [Nothing, Nothing, OwnCopy, Nothing],
        ViewKind::ChildsLetter => [Nothing, OwnCopy, Nothing, Nothing],
        ViewKind::JointLetter => [Whole, OwnCopy, OwnCopy, Nothing],
        ViewKind::CourseJoiningLetter => [Nothing, OwnCopy, Nothing, Nothing],
        ViewKind::CourseNotice => [Whole, Nothing, Nothing, Whole],
    }
}

impl ViewKind {
    /// What a reader gets of a document with this view.
    pub fn gets(self, audience: Audience) -> Gets {
        let mut columns = COLUMNS.iter().zip(row(self));
        let column = columns.find(|((of, _), _)| *of == audience);
        column.map_or(Gets::Nothing, |(_, gets)| gets)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::audience::Office;
    use crate::view::catalogue::Documents;
    use crate::view::sample;

    #[test]
    fn the_copies_there_are_are_those_of_the_table() {
        let samples = [
            sample::case(),
            sample::case_of_everything(),
            sample::returned(),
            sample::course(),
            sample::course_in_wales(),
        ];
        for document in &Documents::builtin() {
            let all = samples
                .iter()
                .filter_map(|case| document.copies(Office::of(case)).ok());
            let made: BTreeSet<Audience> =
                all.flatten().map(|copy| copy.reader.audience()).collect();
            let told = COLUMNS.iter().map(|(audience, _)| *audience);
            let told: BTreeSet<Audience> = told
                .filter(|audience| document.view().gets(*audience) != Gets::Nothing)
                .collect();
            assert_eq!(made, told, "{}", document.id());
        }
    }
}
