//! What a child said and wrote as far as the child shares it, and the parents' letter back.

use super::copy::Reader;
use super::piece::{Piece, Sifted, entries, handed};
use super::served::Served;
use super::why::Why;
use crate::case::child_voice::{ChildVoice, Letter, Quote, Share};
use crate::case::form::{Date, Id};
use crate::case::joint_letter::{JointLetter, JointLetterStatus};
use crate::case::narrative::Narrative;
use crate::case::person::Relationship;
use crate::diagnostics::Pointer;

/// One child's voice as far as the reader may hear it.
#[derive(Clone, Debug)]
pub(crate) struct VoiceFacts<'a> {
    pub(crate) at: Pointer,
    pub(crate) child: &'a Id,
    pub(crate) seen_on: Option<Date>,
    pub(crate) not_seen: Option<&'a Narrative>,
    pub(crate) alone: bool,
    pub(crate) tools: &'a [Narrative],
    pub(crate) words: Vec<Piece<'a, Quote>>,
    pub(crate) fca_summary: Option<&'a Narrative>,
    pub(crate) letter: Option<Piece<'a, Letter>>,
    pub(crate) age_note: Option<&'a Narrative>,
}

impl<'a> Served<'a> {
    /// As far as the court's report tells them, in the order of the file.
    pub(crate) fn voices(&self) -> impl Iterator<Item = VoiceFacts<'a>> {
        self.case_voices().map(|voice| {
            let ChildVoice {
                child,
                seen_on,
                not_seen,
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
                not_seen: self.told(not_seen.as_ref()),
                alone: *alone,
                tools,
                words: handed(self.sifted_words(&voice))
                    .filter(|quote| quote.share.with_court())
                    .collect(),
                fca_summary: self.told(Some(fca_summary)),
                letter: handed(self.sifted_letter(&voice).into_iter())
                    .find(|letter| letter.share.with_court()),
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

    /// What a child said for the parents, or for somebody else at home, and not for the court,
    /// whose report prints the rest.
    pub(crate) fn words_for_parents(&self, child: &Id) -> Vec<Piece<'a, Quote>> {
        let own = self.case_voices().filter(|voice| voice.child == *child);
        let words = own.flat_map(|voice| handed(self.sifted_words(&voice)).collect::<Vec<_>>());
        words.filter(|quote| !quote.share.with_court()).collect()
    }

    /// What the child whose copy it is said and shares with the parents, who see it lie about.
    pub(crate) fn own_words(&self) -> Vec<Piece<'a, Quote>> {
        let own = self
            .case_voices()
            .filter(|voice| self.is_for_child(&voice.child));
        own.flat_map(|voice| handed(self.sifted_words(&voice)).collect::<Vec<_>>())
            .collect()
    }

    /// The parents' letter, for the children it is to, for those who wrote it, and for the
    /// court where they share it.
    pub(crate) fn joint_letter(&self) -> Option<Piece<'a, JointLetter>> {
        handed(self.sifted_joint_letter().into_iter()).next()
    }

    /// The parents' letter as the report tells it, in a party's copy too: where the court has it.
    pub(crate) fn reported_joint_letter(&self) -> Option<Piece<'a, JointLetter>> {
        self.joint_letter().filter(|letter| letter.share_with_court)
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
            let also = &quote.item.and_with;
            let why = self.why_not_shared((share, also), &voice.child);
            let is_childs = self.is_for_child(&voice.item.child) && share.with_parents();
            let mut quote = shared(quote, share, also);
            if share == Share::All {
                quote.only = self.heard_by(also, &voice.child);
            }
            (quote, why.filter(|_| !is_childs))
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
        let also = &letter.item.and_with;
        let why = self.why_not_shared((share, also), &voice.child);
        let why = why.or((!agreed).then_some(Why::NoConsent));
        Some((shared(letter, share, also), why))
    }

    pub(super) fn sifted_joint_letter(&self) -> Option<Sifted<'a, JointLetter>> {
        let letter = self.case.joint_letter.as_ref()?;
        let is_shared = match &self.copy.reader {
            Reader::Court => letter.share_with_court,
            Reader::Child(child) => letter.to.contains(child),
            Reader::Party(adult) => letter.by.contains(adult),
            Reader::Provider(_) => false,
        };
        let is_written = letter.status == JointLetterStatus::Written;
        let why = (!is_shared).then_some(Why::ParentsKeepIt);
        let why = why.or((!is_written).then_some(Why::NotWritten));
        Some((Piece::new(Pointer::root().key("joint_letter"), letter), why))
    }

    /// A party who is no parent of the child is nobody with whom the child shares anything,
    /// unless the child names that party.
    fn why_not_shared(&self, (share, also): (Share, &[Id]), child: &Id) -> Option<Why> {
        let is_shared = match &self.copy.reader {
            Reader::Court => share.with_court(),
            Reader::Party(adult) => {
                share.with_parents() && self.is_parent(adult, child) || also.contains(adult)
            }
            Reader::Child(_) | Reader::Provider(_) => false,
        };
        (!is_shared).then_some(Why::ChildKeepsIt)
    }
}

impl Served<'_> {
    /// The parties who hear what a child shares with the parents, where not all of them do.
    fn heard_by(&self, also: &[Id], child: &Id) -> Option<Vec<Id>> {
        let hears = |adult: &Id| self.is_parent(adult, child) || also.contains(adult);
        let parties = || self.case.parties().map(|party| &party.id);
        let all_hear = parties().all(hears);
        (!all_hear).then(|| parties().filter(|id| hears(id)).cloned().collect())
    }

    fn is_parent(&self, adult: &Id, child: &Id) -> bool {
        let adult = self.case.adult(adult);
        let relationship = adult.and_then(|adult| adult.relationship.get(child));
        matches!(
            relationship,
            Some(Relationship::Mother | Relationship::Father | Relationship::Parent)
        )
    }
}

/// What a child shares with the court and not with the parents is for the court alone, and
/// for those whom the child names besides.
fn shared<'a, T>(piece: Piece<'a, T>, share: Share, also: &[Id]) -> Piece<'a, T> {
    let only = (share == Share::Court).then(|| also.to_vec());
    Piece { only, ..piece }
}
