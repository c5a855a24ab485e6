//! What a child said and wrote as far as the child shares it, and the parents' letter back.

use super::copy::Audience;
use super::piece::{Piece, Sifted, entries, handed};
use super::served::Served;
use super::why::Why;
use crate::case::child_voice::{ChildVoice, Letter, Quote, Share};
use crate::case::form::{Date, Id};
use crate::case::joint_letter::{JointLetter, JointLetterStatus};
use crate::case::narrative::Narrative;
use crate::diagnostics::Pointer;

/// One child's voice as far as the reader may hear it.
#[derive(Clone, Debug)]
pub(crate) struct VoiceFacts<'a> {
    pub(crate) at: Pointer,
    pub(crate) child: &'a Id,
    pub(crate) seen_on: Date,
    pub(crate) alone: bool,
    pub(crate) tools: &'a [Narrative],
    pub(crate) words: Vec<Piece<'a, Quote>>,
    pub(crate) fca_summary: Option<&'a Narrative>,
    pub(crate) letter: Option<Piece<'a, Letter>>,
    pub(crate) age_note: Option<&'a Narrative>,
}

impl<'a> Served<'a> {
    /// In the order of the file.
    pub(crate) fn voices(&self) -> impl Iterator<Item = VoiceFacts<'a>> {
        self.case_voices().map(|voice| {
            let ChildVoice {
                child,
                seen_on,
                session: _,
                alone,
                tools,
                words: _,
                fca_summary,
                letter: _,
                age_note,
            } = voice.item;
            VoiceFacts {
                child,
                seen_on: *seen_on,
                alone: *alone,
                tools,
                words: handed(self.sifted_words(&voice)).collect(),
                fca_summary: self.told(Some(fca_summary)),
                letter: handed(self.sifted_letter(&voice).into_iter()).next(),
                age_note: self.told(age_note.as_ref()),
                at: voice.at,
            }
        })
    }

    /// The letters and drawings of a child that its reader may see.
    pub(crate) fn letters_of(&self, child: &Id) -> impl Iterator<Item = Piece<'a, Letter>> {
        let own = self.case_voices().filter(|voice| voice.child == *child);
        handed(own.filter_map(|voice| self.sifted_letter(&voice)))
    }

    /// The parents' letter, for the children, and for the court where the parents share it.
    pub(crate) fn joint_letter(&self) -> Option<Piece<'a, JointLetter>> {
        handed(self.sifted_joint_letter().into_iter()).next()
    }

    pub(super) fn case_voices(&self) -> impl Iterator<Item = Piece<'a, ChildVoice>> + use<'a> {
        entries(Pointer::root().key("child_voice"), &self.case.child_voice)
    }

    pub(super) fn sifted_words(
        &self,
        voice: &Piece<'a, ChildVoice>,
    ) -> impl Iterator<Item = Sifted<'a, Quote>> {
        let words = entries(voice.at.key("words"), &voice.item.words);
        words.map(|quote| {
            let share = quote.share;
            (shared(quote, share), self.why_not_shared(share))
        })
    }

    /// A child's letter. Without the day of the child's consent it is not passed on.
    pub(super) fn sifted_letter(
        &self,
        voice: &Piece<'a, ChildVoice>,
    ) -> Option<Sifted<'a, Letter>> {
        let letter = Piece::new(voice.at.key("letter"), voice.item.letter.as_ref()?);
        let share = letter.share;
        let agreed = letter.exists && letter.child_agreed_on.is_some();
        let why = self.why_not_shared(share);
        let why = why.or((!agreed).then_some(Why::NoConsent));
        Some((shared(letter, share), why))
    }

    pub(super) fn sifted_joint_letter(&self) -> Option<Sifted<'a, JointLetter>> {
        let letter = self.case.joint_letter.as_ref()?;
        let is_shared = match self.copy.audience {
            Audience::Court => letter.share_with_court,
            Audience::Child => true,
            Audience::Parties | Audience::Party => false,
        };
        let is_written = letter.status == JointLetterStatus::Written;
        let why = (!is_shared).then_some(Why::ParentsKeepIt);
        let why = why.or((!is_written).then_some(Why::NotWritten));
        Some((Piece::new(Pointer::root().key("joint_letter"), letter), why))
    }

    fn why_not_shared(&self, share: Share) -> Option<Why> {
        let is_shared = match self.copy.audience {
            Audience::Court => share.with_court(),
            Audience::Parties | Audience::Party => share.with_parents(),
            Audience::Child => false,
        };
        (!is_shared).then_some(Why::ChildKeepsIt)
    }
}

/// What a child shares with the court and nobody else is for the court alone.
fn shared<T>(piece: Piece<'_, T>, share: Share) -> Piece<'_, T> {
    let only = (share == Share::Court).then(Vec::new);
    Piece { only, ..piece }
}
