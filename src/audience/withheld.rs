//! What a reader does not get, and why: the list that a search of the finished pages needs.
//!
//! Each entry comes from the function that hands the piece out to other readers, so that
//! nothing is handed out and withheld, and nothing is neither.

use super::piece::{Piece, Sifted};
use super::served::Served;
use super::why::Why;
use crate::case::person::Adult;
use crate::diagnostics::Pointer;

/// A piece of the file that a reader does not get.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Withheld {
    /// Where it stands in the case file.
    pub at: Pointer,
    /// What it is, for whoever sends the copies; never a word of it.
    pub what: &'static str,
    /// Why the reader does not get it.
    pub why: Why,
}

/// What a part of somebody's name is.
const NAME: &str = "a name";

impl Withheld {
    /// Whether it is somebody's name, which no document tells.
    pub(crate) fn is_name(&self) -> bool {
        self.what == NAME
    }
}

impl Served<'_> {
    /// All that its reader does not get, family by family.
    pub fn withheld(&self) -> Vec<Withheld> {
        let addresses = self.adults().filter_map(|one| self.sifted_address(&one));
        let contacts = self.adults().flat_map(|one| self.sifted_contact(&one));
        let names = self.adults().flat_map(|one| names_kept_back(&one));
        let venues = self.meetings().filter_map(|one| self.sifted_venue(&one));
        let notes = self.case_sessions().flat_map(|one| {
            let notes: Vec<_> = left_out("a note of a session", self.sifted_notes(&one)).collect();
            notes
        });
        let voices = self.case_voices().flat_map(|one| {
            let words = left_out("words of a child", self.sifted_words(&one));
            let letter = left_out("a child’s letter or drawing", self.sifted_letter(&one));
            words.chain(letter).collect::<Vec<_>>()
        });
        let texts = self.texts_kept_back().into_iter();
        let what = "a text";
        let texts = texts.map(|(at, why)| Withheld { at, what, why });
        let hours = self.hours_kept_back().into_iter();
        let hours = hours.map(|at| Withheld {
            at,
            what: "the hour or place of an appointment",
            why: Why::AnotherPersons,
        });
        left_out("the name of a place", self.sifted_places())
            .chain(left_out("an address", addresses))
            .chain(names)
            .chain(contacts)
            .chain(left_out("what is known about safety", self.sifted_safety()))
            .chain(left_out("information about safety", self.sifted_flags()))
            .chain(left_out("an appointment", self.sifted_sessions()))
            .chain(left_out("where a child is met", venues))
            .chain(notes)
            .chain(left_out("why the case is returned", self.sifted_return()))
            .chain(left_out("a record of the course", self.sifted_course()))
            .chain(voices)
            .chain(left_out("the parents’ letter", self.sifted_joint_letter()))
            .chain(left_out(
                "a point of the arrangements",
                self.sifted_arrangements(),
            ))
            .chain(texts)
            .chain(hours)
            .collect()
    }

    /// The e-mail address and the telephone number of an adult, and what the adult needs to
    /// take part: they are in no document of anybody else's.
    fn sifted_contact(&self, adult: &Piece<'_, Adult>) -> Vec<Withheld> {
        let at = adult.at.key("contact");
        let contact = adult.item.contact.as_ref();
        let email = contact.and_then(|contact| contact.email.as_ref());
        let email = email.map(|_| ("email", "an e-mail address", adult.kept_back().email));
        let phone = contact.and_then(|contact| contact.phone.as_ref());
        let phone = phone.map(|_| ("phone", "a telephone number", adult.kept_back().phone));
        let contact = email.into_iter().chain(phone);
        let contact = contact.map(|(key, what, is_kept)| Withheld {
            at: at.key(key),
            what,
            why: match is_kept {
                true => Why::KeptBack,
                false => Why::AnotherPersons,
            },
        });
        // The court is told of an interpreter, for whom it has to provide.
        let is_told = self.needs_of(adult).is_some();
        let (language, welsh) = (&adult.interpreter, &adult.interpreter_cy);
        let interpreter = [("interpreter", language), ("interpreter_cy", welsh)];
        let interpreter = interpreter
            .into_iter()
            .filter(|(_, language)| language.is_some() && !is_told)
            .map(|(key, _)| key);
        let adjustments = (!adult.adjustments.is_empty()).then_some("adjustments");
        let needs = interpreter.chain(adjustments);
        let needs = needs.map(|key| Withheld {
            at: adult.at.key(key),
            what: "what somebody needs to take part",
            why: Why::AnotherPersons,
        });
        let surname = adult.kept_back().proposed_surname.map(|_| Withheld {
            at: adult.at.key("c8").key("proposed_surname"),
            what: "a proposed new surname",
            why: Why::KeptBack,
        });
        let of_others = contact.chain(needs).filter(|_| !self.is_own(&adult.id));
        of_others.chain(surname).collect()
    }
}

/// The parts of a name that form C8 keeps back: every document calls the person otherwise.
fn names_kept_back(adult: &Piece<'_, Adult>) -> Vec<Withheld> {
    let is_kept = adult.kept_back().person_child_lives_with;
    let fields = adult.item.name_fields().filter(|_| is_kept);
    let withheld = |field| Withheld {
        at: adult.at.key(field),
        what: NAME,
        why: Why::KeptBack,
    };
    fields.map(withheld).collect()
}

fn left_out<'a, T: 'a>(
    what: &'static str,
    sifted: impl IntoIterator<Item = Sifted<'a, T>>,
) -> impl Iterator<Item = Withheld> {
    let sifted = sifted.into_iter();
    let withheld = move |(piece, why): Sifted<'a, T>| {
        let (at, why) = (piece.at, why?);
        Some(Withheld { at, what, why })
    };
    sifted.filter_map(withheld)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::{DocumentCopy, Office, Reader};
    use crate::case::Case;
    use crate::case::child_voice::Share;
    use crate::case::sample;
    use crate::case::visibility::Visibility;

    fn list(key: &'static str) -> Pointer {
        Pointer::root().key(key)
    }

    /// Every piece of a case that not every reader gets.
    fn all(case: &Case) -> Vec<Pointer> {
        let each = |list: Pointer, count| (0..count).map(move |index| list.item(index));
        let mut all = Vec::new();
        all.extend(each(list("places"), case.places.len()));
        for (index, adult) in case.people.adults.iter().enumerate() {
            let contact = list("people").key("adults").item(index).key("contact");
            let address = adult.contact.as_ref().and_then(|one| one.address.as_ref());
            all.extend(address.map(|_| contact.key("address")));
        }
        let safety = case.safeguarding.as_ref();
        all.extend(safety.map(|_| list("safeguarding")));
        let flags = safety.map_or(0, |known| known.flags.len());
        all.extend(each(list("safeguarding").key("flags"), flags));
        for (index, session) in case.programme.sessions.iter().enumerate() {
            let at = list("programme").key("sessions").item(index);
            all.extend(each(at.key("notes"), session.notes.len()));
            all.push(at);
        }
        let returned = case.programme.return_to_court.as_ref();
        all.extend(returned.map(|_| list("programme").key("return_to_court")));
        all.extend(each(list("course"), case.course.len()));
        for (index, voice) in case.child_voice.iter().enumerate() {
            let at = list("child_voice").item(index);
            all.extend(each(at.key("words"), voice.words.len()));
            all.extend(voice.letter.as_ref().map(|_| at.key("letter")));
        }
        all.extend(case.joint_letter.as_ref().map(|_| list("joint_letter")));
        all.extend(each(list("arrangements"), case.arrangements.len()));
        all.sort();
        all
    }

    /// What a reader gets of them.
    fn handed_out(case: &Case, served: &Served<'_>) -> Vec<Pointer> {
        let named = |place: &&crate::case::place::Place| {
            let known = served.workshop_place(&place.id).expect("the case has it");
            // A label may be worded as the name is.
            known
                .name
                .is_some_and(|(name, _)| std::ptr::eq(name, &place.name))
        };
        let places = case.places.iter().filter(named);
        let places = places.filter_map(|place| served.place(&place.id));
        let mut handed: Vec<Pointer> = places.map(|place| place.at).collect();
        let living = |adult: &_| served.address_of(adult).is_some();
        let adults = served.adults().filter(living);
        handed.extend(adults.map(|adult| adult.at.key("contact").key("address")));
        if let Some(known) = served.safety() {
            handed.extend(known.flags.into_iter().map(|flag| flag.at));
            handed.push(known.at);
        }
        handed.extend(served.recorded_sessions().into_iter().map(|one| one.at));
        handed.extend(served.notes().map(|(_, note)| note.at));
        handed.extend(served.return_to_court().map(|one| one.at));
        handed.extend(served.course().map(|one| one.at));
        for voice in served.voices() {
            handed.extend(voice.words.into_iter().map(|one| one.at));
        }
        for child in &case.people.children {
            handed.extend(served.letters_of(&child.id).map(|one| one.at));
        }
        handed.extend(served.joint_letter().map(|one| one.at));
        handed.extend(served.arrangements().map(|one| one.at));
        handed
    }

    fn copies(case: &Case) -> Vec<DocumentCopy> {
        let people = case.people.adults.iter().map(|adult| &adult.id);
        let about = people.map(|adult| DocumentCopy::about(Reader::Court, adult));
        let readers = Office::of(case).readers().into_iter();
        readers.map(DocumentCopy::of).chain(about).collect()
    }

    /// A case with something to keep from everybody.
    fn guarded(mut case: Case) -> Case {
        let first = case.people.adults[0].id.clone();
        let vis = [Visibility::CourtOnly, Visibility::ServedTo];
        for (arrangement, vis) in case.arrangements.iter_mut().zip(vis) {
            arrangement.vis = Some(vis);
            arrangement.served_to = vec![first.clone()];
        }
        for place in &mut case.places {
            place.confidential = true;
        }
        for quote in case.child_voice.iter_mut().flat_map(|one| &mut one.words) {
            quote.share = Share::No;
        }
        case.people.adults[1].in_refuge = true;
        case
    }

    #[test]
    fn each_piece_is_either_handed_out_or_withheld() {
        let samples = [
            sample::case_of_everything(),
            sample::returned(),
            sample::course(),
            sample::course_in_wales(),
        ];
        for case in samples
            .into_iter()
            .flat_map(|case| [case.clone(), guarded(case)])
        {
            for copy in copies(&case) {
                let served = Office::of(&case).serves(&copy);
                let parts = ["place", "email", "phone", "start", "end", "reason"];
                let is_part = |one: &Pointer| {
                    let at = one.to_string();
                    let (_, last) = at.rsplit_once('/').unwrap_or_default();
                    parts.contains(&last)
                        || ["interpreter", "interpreter_cy", "adjustments"].contains(&last)
                };
                let withheld = served.withheld().into_iter().map(|one| one.at);
                let mut both = handed_out(&case, &served);
                both.extend(withheld.filter(|one| !is_part(one)));
                both.sort();
                assert_eq!(both, all(&case), "{copy:?}");
            }
        }
    }

    /// Why a copy lacks the piece at a place, if it does.
    fn why(case: &Case, copy: &DocumentCopy, at: &str) -> Option<Why> {
        let withheld = Office::of(case).serves(copy).withheld();
        let found = withheld.into_iter().find(|one| one.at.to_string() == at);
        found.map(|one| one.why)
    }

    #[test]
    fn the_reason_is_the_readers() {
        let case = guarded(sample::case_of_everything());
        let [first, second] = [0, 1]
            .map(|index| DocumentCopy::of(Reader::Party(case.people.adults[index].id.clone())));
        let court = DocumentCopy::of(Reader::Court);
        let told = |copy, at| why(&case, copy, at);
        assert_eq!(told(&court, "/arrangements/0"), None);
        assert_eq!(told(&first, "/arrangements/0"), Some(Why::CourtAlone));
        assert_eq!(told(&first, "/arrangements/1"), None);
        assert_eq!(told(&second, "/arrangements/1"), Some(Why::ServedOnOthers));
        assert_eq!(
            told(&court, "/child_voice/0/words/0"),
            Some(Why::ChildKeepsIt)
        );
        assert_eq!(told(&court, "/places/0"), Some(Why::ConfidentialPlace));
        let kept = "/people/adults/1/contact/address";
        for copy in [&court, &first, &second] {
            let has_one = case.people.adults[1].contact.is_some();
            assert_eq!(told(copy, kept), has_one.then_some(Why::KeptBack));
        }
    }

    #[test]
    fn where_a_child_is_met_is_withheld_from_whoever_must_not_find_a_parent() {
        let mut case = sample::case();
        let met = case
            .programme
            .sessions
            .iter()
            .position(|one| one.with.iter().all(|id| case.adult(id).is_none()));
        let at = format!("/programme/sessions/{}/place", met.expect("a child is met"));
        let father = DocumentCopy::of(Reader::Party(case.people.adults[0].id.clone()));
        assert_eq!(why(&case, &father, &at), None);
        case.people.adults[1].in_refuge = true;
        assert_eq!(why(&case, &father, &at), Some(Why::KeptBack));
    }
}
