//! A child's own letter or drawing, for the parents, as its template may see it.
//!
//! The program sets the child's words and shows the child's picture; it adds nothing to
//! either, and passes on neither without the child's consent.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::imprint::Imprint;
use crate::view::people::voice::{Letter, Quote, letters_of, words_for_parents};
use crate::view::registry::Content;

/// A child's letters and drawings.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildsLetter {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// What the child is called.
    pub child: String,
    /// The letters and drawings that the child shares with the parents.
    pub letters: Vec<Letter>,
    /// What the child said for the parents and for nobody else.
    pub words: Vec<Quote>,
}

impl Content for ChildsLetter {
    const ID: &'static str = "childs-letter";
    const SUMMARY: &'static str = "a child's own letter, drawing or words, for the parents";
    const NEEDS: &'static str =
        "a letter, a drawing or words that a child agreed to share with the parents";
    const PROGRAMMES: &'static [ProgrammeKind] = &[ProgrammeKind::Cppp];

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let mut copies = Vec::new();
        for copy in office.copies_for_parties() {
            let served = office.serves(&copy);
            let children = served.children();
            let writers = children.filter(|child| {
                let has_letter = served.letters_of(&child.id).next().is_some();
                has_letter || !served.words_for_parents(&child.id).is_empty()
            });
            copies.extend(writers.map(|child| DocumentCopy::about(copy.reader.clone(), &child.id)));
        }
        match copies.is_empty() {
            true => Err(Inapplicable::NoChildsLetter),
            false => Ok(copies),
        }
    }

    fn of(draft: &Draft<'_>) -> Self {
        let child = draft.served.person();
        ChildsLetter {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            child: draft.name(child, Pointer::root().key("child_voice")),
            letters: letters_of(draft, child),
            words: words_for_parents(draft, child),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::child_voice::Share;
    use crate::view::sample;

    fn words(case: &Case) -> Vec<String> {
        ChildsLetter::copies(Office::of(case)).map_or_else(
            |_| Vec::new(),
            |copies| copies.iter().filter_map(|copy| copy.word(case)).collect(),
        )
    }

    #[test]
    fn a_letter_is_passed_on_only_as_the_child_agreed() {
        let mut case = sample::case();
        assert_eq!(
            words(&case),
            ["child-1", "child-1"],
            "a copy for each parent"
        );
        for (share, passed_on) in [
            (Share::No, false),
            (Share::Court, false),
            (Share::Parents, true),
        ] {
            let letter = case.child_voice[0].letter.as_mut().expect("a letter");
            letter.share = share;
            assert_eq!(!words(&case).is_empty(), passed_on, "{share:?}");
        }
        let letter = case.child_voice[0].letter.as_mut().expect("a letter");
        letter.child_agreed_on = None;
        assert_eq!(
            ChildsLetter::copies(Office::of(&case)),
            Err(Inapplicable::NoChildsLetter)
        );
    }

    #[test]
    fn words_for_the_parents_alone_are_passed_on_and_others_stand_in_the_report() {
        let mut case = sample::case();
        let rowan = &mut case.child_voice[1];
        rowan.words[0].share = Share::Parents;
        assert_eq!(words(&case), ["child-1", "child-2", "child-1", "child-2"]);
        let copies = ChildsLetter::copies(Office::of(&case)).expect("four copies");
        let told = copies.into_iter().map(|copy| {
            let view = ChildsLetter::of(&sample::draft_of(&case, copy));
            (view.letters.len(), view.words.len())
        });
        assert_eq!(told.collect::<Vec<_>>(), [(1, 0), (0, 1), (1, 0), (0, 1)]);
    }

    #[test]
    fn a_copy_holds_the_letters_of_one_child() {
        let mut case = sample::case();
        let mut second = case.child_voice[0].clone();
        second.child = case.people.children[1].id.clone();
        case.child_voice.push(second);
        assert_eq!(words(&case), ["child-1", "child-2", "child-1", "child-2"]);
        for copy in ChildsLetter::copies(Office::of(&case)).expect("four copies") {
            let view = ChildsLetter::of(&sample::draft_of(&case, copy));
            assert_eq!(view.letters.len(), 1, "{}", view.child);
        }
    }
}
