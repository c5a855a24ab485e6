//! The parents' letter back to the children, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::imprint::Imprint;
use crate::view::people::voice::{JointLetter, joint_letter};
use crate::view::registry::Content;

/// The letter as the children get it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct JointLetterToChildren {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The letter.
    pub letter: Option<JointLetter>,
}

impl Content for JointLetterToChildren {
    const ID: &'static str = "joint-letter";
    const SUMMARY: &'static str = "the parents' letter back to the children";
    const NEEDS: &'static str = "a joint letter that is written";
    const PROGRAMMES: &'static [ProgrammeKind] = &[ProgrammeKind::Cppp];

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        // The report says that the letter is attached: the court has it where they share it.
        let court = vec![DocumentCopy::of(Reader::Court)];
        let family = [office.copies_for_parties(), office.copies_for_children()];
        let mut copies = [court, family.concat()].concat();
        copies.retain(|copy| {
            let letter = office.serves(copy).joint_letter();
            letter.is_some_and(|letter| letter.text.is_some())
        });
        match copies.is_empty() {
            true => Err(Inapplicable::NoJointLetter),
            false => Ok(copies),
        }
    }

    fn of(draft: &Draft<'_>) -> Self {
        JointLetterToChildren {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            letter: joint_letter(draft).map(promises_said_once),
        }
    }
}

/// The letter without the promises that its own words already make, word for word.
fn promises_said_once(mut letter: JointLetter) -> JointLetter {
    let plain = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    if let Some(text) = &letter.text {
        let said = plain(&text.text);
        letter
            .promises
            .retain(|one| !(one.by_all && said.contains(&plain(&one.text.text))));
    }
    letter
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::joint_letter::JointLetterStatus;
    use crate::view::sample;

    #[test]
    fn the_court_has_the_letter_that_its_report_calls_attached() {
        let mut case = sample::case();
        let reads = |case: &crate::case::Case| {
            let copies = JointLetterToChildren::copies(Office::of(case)).expect("it is written");
            copies.iter().any(|copy| copy.reader == Reader::Court)
        };
        assert!(reads(&case));
        let letter = case.joint_letter.as_mut().expect("a letter");
        letter.share_with_court = false;
        assert!(!reads(&case));
    }

    #[test]
    fn a_child_has_it_from_mum_and_dad_and_others_from_people_with_names() {
        let case = sample::case();
        let by = |copy: &DocumentCopy| {
            let view = JointLetterToChildren::of(&sample::draft_of(&case, copy.clone()));
            view.letter.expect("it is written").by
        };
        let copies = JointLetterToChildren::copies(Office::of(&case)).expect("it is written");
        for copy in &copies {
            let is_childs = matches!(copy.reader, Reader::Child(_));
            assert_eq!(by(copy).contains(&"Mum".to_owned()), is_childs);
        }
    }

    #[test]
    fn the_children_read_the_letter_whether_or_not_the_court_does() {
        let mut case = sample::case();
        case.joint_letter
            .as_mut()
            .expect("a letter")
            .share_with_court = false;
        let copy =
            JointLetterToChildren::copies(Office::of(&case)).expect("it is written")[0].clone();
        let view = JointLetterToChildren::of(&sample::draft_of(&case, copy));
        let promises = view.letter.expect("it is written").promises;
        let [messages] = &promises[..] else {
            panic!("the letter itself promises one story on school nights");
        };
        assert!(messages.text.text.contains("messages"));
        case.joint_letter.as_mut().expect("a letter").status = JointLetterStatus::Declined;
        let copies = JointLetterToChildren::copies(Office::of(&case));
        assert_eq!(copies, Err(Inapplicable::NoJointLetter));
    }
}
