//! The parents' letter back: from both, to children who were seen, in answer to a
//! letter that was read, with promises that can be kept.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::child_voice::letters;
use crate::case::Case;
use crate::case::child_voice::Letter;
use crate::case::form::Id;
use crate::case::joint_letter::{JointLetter, JointLetterStatus};
use crate::case::programme::{SessionKind, SessionStatus};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::reading::table;
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    joint_letter_answers_a_letter,
    both_parents_sign,
    those_who_promise_sign,
    children_written_to_were_seen,
    promises_can_be_kept,
    joint_letter_is_there,
];

/// Words of promises: `words.yaml`.
static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    too_much: Vec<String>,
}

/// The joint letter, once it is written.
fn written(case: &Case) -> Option<&JointLetter> {
    let letter = case.joint_letter.as_ref();
    letter.filter(|letter| letter.status == JointLetterStatus::Written)
}

fn joint_letter() -> Pointer {
    Pointer::root().key("joint_letter")
}

/// A joint letter answers a child's letter that was shared in a joint session, or says
/// why it was written without one (R40; programme page).
fn joint_letter_answers_a_letter(case: &Case, report: &mut Report) {
    if written(case).is_none_or(|letter| letter.reason.is_some()) {
        return;
    }
    let was_read = |letter: &Letter| {
        let session = letter.read_in.as_ref().and_then(|id| case.session(id));
        let held_joint = session
            .is_some_and(|s| s.kind == SessionKind::Joint && s.status == SessionStatus::Held);
        letter.is_for_parents() && held_joint
    };
    if letters(case).any(|(_, letter)| was_read(letter)) {
        return;
    }
    let concern = report
        .add(
            &rule::ANSWER_WITHOUT_LETTER,
            joint_letter().key("status"),
            "the parents answer a letter that was not shared in a joint session",
        )
        .caption("their letter is written")
        .help("name the joint session in the child's letter's `read_in`, or say why in `reason`");
    if let Some((place, _)) = letters(case).next() {
        concern.but(place.key("read_in"), "but this letter was not read in one");
    }
}

/// Both parents sign the joint letter (R41; programme page: parents "write a joint
/// letter back").
fn both_parents_sign(case: &Case, report: &mut Report) {
    let Some(letter) = written(case) else {
        return;
    };
    if letter.by.iter().collect::<BTreeSet<_>>().len() < 2 {
        report
            .add(
                &rule::JOINT_LETTER_PEOPLE,
                joint_letter().key("by"),
                "a joint letter that is not of two parents",
            )
            .caption("it is from these")
            .help("name both parents in `by`; a letter of one parent is not a joint letter");
    }
}

/// Nobody promises who does not sign (R41).
fn those_who_promise_sign(case: &Case, report: &mut Report) {
    let Some(letter) = written(case) else {
        return;
    };
    for (place, promise) in each(&joint_letter().key("promises"), &letter.promises) {
        let stranger = promise.by.iter().find(|id| !letter.by.contains(id));
        if let Some(stranger) = stranger {
            let message = format!("`{stranger}` promises and does not sign the letter");
            report
                .add(&rule::JOINT_LETTER_PEOPLE, place.key("by"), message)
                .caption("these promise")
                .but(joint_letter().key("by"), "but these sign")
                .help("correct one of the two");
        }
    }
}

/// The joint letter is to children, and to children who were seen; a brother or sister
/// who was not is explained by `reason` (R41; programme page).
fn children_written_to_were_seen(case: &Case, report: &mut Report) {
    let Some(letter) = written(case) else {
        return;
    };
    if letter.to.is_empty() {
        report
            .add(
                &rule::JOINT_LETTER_PEOPLE,
                joint_letter().key("to"),
                "a joint letter to nobody",
            )
            .caption("no child is named")
            .help("name the children it is to in `to`");
    }
    for (place, child) in each(&joint_letter().key("to"), &letter.to) {
        if !was_seen(case, child) && case.child(child).is_some() && letter.reason.is_none() {
            let message = format!("the joint letter is to `{child}`, who was not seen");
            report
                .add(&rule::JOINT_LETTER_PEOPLE, place, message)
                .caption("no held session is with this child")
                .help("record the child's session, or say in `reason` why there was none");
        }
    }
}

fn was_seen(case: &Case, child: &Id) -> bool {
    let heard = case.child_voice.iter().any(|voice| voice.child == *child);
    let met = case.programme.sessions.iter().any(|session| {
        session.status == SessionStatus::Held
            && session.kind == SessionKind::Child
            && session.with.contains(child)
    });
    heard || met
}

/// A promise is one that can be kept (R42; President of the Family Division, toolkit
/// "Writing to Children": do not over-promise). Love is promised for always.
fn promises_can_be_kept(case: &Case, report: &mut Report) {
    let promises = case
        .joint_letter
        .as_ref()
        .map_or(&[][..], |letter| &letter.promises);
    for (place, promise) in each(&joint_letter().key("promises"), promises) {
        let text = promise.text.as_str().to_lowercase();
        let too_much = WORDS.too_much.iter().find(|words| has_words(&text, words));
        if let Some(words) = too_much.filter(|_| !text.contains("love")) {
            let message = format!("`{words}` promises what nobody may be able to keep");
            report
                .add(&rule::OVER_PROMISE, place.key("text"), message)
                .caption("this promise")
                .help("promise what the parents will do, as the arrangements say it");
        }
    }
}

/// A joint letter that is written has its words in the file (R87).
fn joint_letter_is_there(case: &Case, report: &mut Report) {
    if written(case).is_some_and(|letter| letter.text.is_none()) {
        report
            .add(
                &rule::LETTER_CONTENT,
                joint_letter().key("status"),
                "the joint letter is written and its words are not there",
            )
            .caption("so says this")
            .help("write the parents' words in `text`");
    }
}
