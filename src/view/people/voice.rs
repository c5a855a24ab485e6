//! The child's voice: the words the child agreed to share, apart from the officer's account.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::child_voice::{Letter as CaseLetter, LetterKind, Quote as CaseQuote};
use crate::case::form::{Date, Id};
use crate::case::joint_letter::{JointLetter as CaseJointLetter, Promise as CasePromise};
use crate::case::programme::SessionStatus;
use crate::diagnostics::Pointer;

use super::naming::Age;
use crate::audience::{Piece, VoiceFacts};
use crate::view::draft::Draft;
use crate::view::programme::session::SessionMention;
use crate::view::restriction::Restriction;
use crate::view::words::Words;

/// One child's voice.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildVoice {
    /// The voice in the case file.
    pub at: Pointer,
    /// What the child is called.
    pub child: String,
    /// The age on the day the child was seen; of one who was not, on the day of the document.
    #[serde(flatten)]
    pub age: Age,
    /// The day the child was seen, if it was.
    pub seen_on: Option<Date>,
    /// Why it was not.
    pub not_seen: Option<Words>,
    /// Whether without a parent or sibling.
    pub alone: bool,
    /// Games, cards or drawings that helped.
    pub tools: Vec<String>,
    /// Those of them that stand by themselves: in another language, or not for all parties.
    pub tools_apart: Vec<Words>,
    /// The child's own words, as far as the child agreed that the audience may read them.
    pub words: Vec<Quote>,
    /// The officer's account, if the audience may read it.
    pub fca_summary: Option<Words>,
    /// The letter or drawing, if the child agreed that the audience may see it.
    pub letter: Option<Letter>,
    /// Why words of a very young child are nevertheless its own.
    pub age_note: Option<Words>,
}

/// Words a child said.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Quote {
    /// The words in the case file.
    pub at: Pointer,
    /// The words.
    pub quote: Words,
    /// Whether the child wants nobody but the court to read it.
    pub restriction: Option<Restriction>,
}

/// The child's letter or drawing.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Letter {
    /// The letter in the case file.
    pub at: Pointer,
    /// Whether it is a drawing.
    pub is_drawing: bool,
    /// The words of a letter.
    pub text: Option<Words>,
    /// The picture of a drawing, or of a letter: its path among the files of the document.
    pub picture: Option<String>,
    /// The day the child agreed to share it.
    pub child_agreed_on: Date,
    /// The session in which it was read, once that was held.
    pub read_in: Option<SessionMention>,
    /// Whether the child wants nobody but the court to see it.
    pub restriction: Option<Restriction>,
}

/// The parents' letter back.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct JointLetter {
    /// `joint_letter` in the case file.
    pub at: Pointer,
    /// The children it is addressed to.
    #[schemars(length(min = 1))]
    pub to: Vec<String>,
    /// Who signs it.
    #[schemars(length(min = 1))]
    pub by: Vec<String>,
    /// The day it was signed.
    pub on: Option<Date>,
    /// Its words.
    pub text: Option<Words>,
    /// What is promised in it.
    pub promises: Vec<Promise>,
}

/// Something the parents promise their children.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Promise {
    /// The promise in the case file.
    pub at: Pointer,
    /// The promise.
    pub text: Words,
    /// Who makes it.
    #[schemars(length(min = 1))]
    pub by: Vec<String>,
    /// Whether everybody does who signs the letter.
    pub by_all: bool,
}

pub(crate) fn voices(draft: &Draft<'_>) -> Vec<ChildVoice> {
    let voices = draft.served.voices();
    voices.filter_map(|voice| one_voice(draft, voice)).collect()
}

fn one_voice(draft: &Draft<'_>, voice: VoiceFacts<'_>) -> Option<ChildVoice> {
    let at = voice.at;
    let child = draft.found(draft.served.child(voice.child), at.key("child"))?;
    let tools = draft.texts(voice.tools, at.key("tools"), None).into_iter();
    let stands_apart = |tool: &Words| tool.foreign || tool.restriction.is_some();
    let (tools_apart, tools): (Vec<Words>, _) = tools.partition(stands_apart);
    Some(ChildVoice {
        child: child.called().to_owned(),
        age: Age::on(&child, voice.seen_on.unwrap_or(draft.today())),
        seen_on: voice.seen_on,
        not_seen: draft.optional_text(voice.not_seen, at.key("not_seen"), None),
        alone: voice.alone,
        tools: tools.into_iter().map(|tool| tool.text).collect(),
        tools_apart,
        words: voice.words.iter().map(|one| quote(draft, one)).collect(),
        fca_summary: draft.optional_text(voice.fca_summary, at.key("fca_summary"), None),
        letter: voice.letter.map(|one| letter(draft, one)),
        age_note: draft.optional_text(voice.age_note, at.key("age_note"), None),
        at,
    })
}

fn quote(draft: &Draft<'_>, quote: &Piece<'_, CaseQuote>) -> Quote {
    Quote {
        at: quote.at.clone(),
        quote: draft.own_words(&quote.quote),
        restriction: Restriction::of(draft, quote),
    }
}

fn letter(draft: &Draft<'_>, letter: Piece<'_, CaseLetter>) -> Letter {
    let was_held = |id: &&Id| {
        let session = draft.served.session(id);
        session.is_none_or(|session| session.status == SessionStatus::Held)
    };
    let read_in = letter.read_in.as_ref().filter(was_held);
    let agreed_on = letter.child_agreed_on;
    Letter {
        is_drawing: letter.kind == Some(LetterKind::Drawing),
        text: letter.text.as_ref().map(|text| draft.own_words(text)),
        picture: letter.image.as_ref().map(|file| draft.picture(file)),
        child_agreed_on: agreed_on.expect("without a day of consent no letter is handed out"),
        read_in: read_in.and_then(|id| draft.session_mentioned(id, letter.at.key("read_in"))),
        restriction: Restriction::of(draft, &letter),
        at: letter.at,
    }
}

/// Every letter and drawing of a child that the reader of this copy may see.
pub(crate) fn letters_of(draft: &Draft<'_>, child: &Id) -> Vec<Letter> {
    let letters = draft.served.letters_of(child);
    letters.map(|one| letter(draft, one)).collect()
}

/// What a child said for the parents alone, if the reader of this copy may read it.
pub(crate) fn words_for_parents(draft: &Draft<'_>, child: &Id) -> Vec<Quote> {
    let words = draft.served.words_for_parents(child);
    words.iter().map(|one| quote(draft, one)).collect()
}

/// What the child who reads said, in the child's own plan.
pub(crate) fn own_words(draft: &Draft<'_>) -> Vec<Quote> {
    let words = draft.served.own_words();
    words.iter().map(|one| quote(draft, one)).collect()
}

/// The joint letter, if the reader of this copy may see it.
pub(crate) fn joint_letter(draft: &Draft<'_>) -> Option<JointLetter> {
    Some(one_joint_letter(draft, &draft.served.joint_letter()?))
}

/// The joint letter as the court's report and the served copies of it tell it.
pub(crate) fn reported_joint_letter(draft: &Draft<'_>) -> Option<JointLetter> {
    Some(one_joint_letter(
        draft,
        &draft.served.reported_joint_letter()?,
    ))
}

fn one_joint_letter(draft: &Draft<'_>, letter: &Piece<'_, CaseJointLetter>) -> JointLetter {
    let at = &letter.at;
    let promises = letter.promises.iter().enumerate();
    JointLetter {
        to: draft.names(&letter.to, at.key("to")),
        by: signers_of(draft, &letter.by, &at.key("by")),
        on: letter.on,
        text: letter.text.as_ref().map(|text| draft.own_words(text)),
        promises: promises
            .map(|(i, promise)| one_promise(draft, at.key("promises").item(i), promise, &letter.by))
            .collect(),
        at: letter.at.clone(),
    }
}

/// Who writes: to a child who reads it, by the child's own words for them.
fn signers_of(draft: &Draft<'_>, by: &[Id], at: &Pointer) -> Vec<String> {
    let word = |id| draft.childs_word(&draft.served.adult(id)?);
    let name = |id| word(id).unwrap_or_else(|| draft.name(id, at.clone()));
    by.iter().map(name).collect()
}

fn one_promise(draft: &Draft<'_>, at: Pointer, promise: &CasePromise, signers: &[Id]) -> Promise {
    Promise {
        text: draft.own_words(&promise.text),
        by: signers_of(draft, &promise.by, &at.key("by")),
        by_all: signers.iter().all(|signer| promise.by.contains(signer)),
        at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::child_voice::Share;
    use crate::view::sample;

    fn with_share(share: Share) -> Case {
        let mut case = sample::case();
        let voice = &mut case.child_voice[0];
        for quote in &mut voice.words {
            quote.share = share;
        }
        voice
            .letter
            .as_mut()
            .expect("the sample has a letter")
            .share = share;
        case
    }

    #[test]
    fn the_court_reads_what_the_child_agreed_that_it_may() {
        for share in [Share::No, Share::Parents, Share::Court, Share::All] {
            let case = with_share(share);
            let shown = voices(&sample::draft(&case));
            assert_eq!(!shown[0].words.is_empty(), share.with_court());
            assert_eq!(shown[0].letter.is_some(), share.with_court());
        }
    }

    #[test]
    fn what_a_child_tells_the_court_alone_is_marked_so() {
        for (share, is_marked) in [(Share::Court, true), (Share::All, false)] {
            let case = with_share(share);
            let shown = voices(&sample::draft(&case)).swap_remove(0);
            let letter = shown.letter.expect("the court may see it");
            assert_eq!(letter.restriction.is_some(), is_marked);
            assert_eq!(shown.words[0].restriction.is_some(), is_marked);
        }
    }

    #[test]
    fn a_letter_was_read_in_no_session_that_was_not_held() {
        let mut case = with_share(Share::All);
        let letter = case.child_voice[0].letter.as_ref().expect("a letter");
        let read_in = letter.read_in.clone().expect("the sample's was read");
        let mention = |case: &Case| {
            let shown = voices(&sample::draft(case));
            shown[0]
                .letter
                .as_ref()
                .and_then(|letter| letter.read_in.clone())
        };
        assert!(mention(&case).is_some());
        let mut sessions = case.programme.sessions.iter_mut();
        let session = sessions.find(|session| session.id == read_in);
        session.expect("the sample has it").status = SessionStatus::Cancelled;
        assert_eq!(mention(&case), None);
    }

    #[test]
    fn a_joint_letter_is_shown_only_where_the_parents_share_it() {
        let mut case = sample::case();
        let shown = |case: &Case| joint_letter(&sample::draft(case));
        assert!(shown(&case).is_some());
        case.joint_letter
            .as_mut()
            .expect("there is one")
            .share_with_court = false;
        assert!(shown(&case).is_none());
    }
}
