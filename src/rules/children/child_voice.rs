//! The child's words, letter or drawing: the child's own, shared as the child agreed,
//! and in the file where they are to be shared.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Topic};
use crate::case::child_voice::{ChildVoice, Letter, LetterKind, Share};
use crate::case::programme::SessionStatus;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::kit::limits::LIMITS;
use crate::rules::kit::programme::is_cppp;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    young_words_are_confirmed,
    child_agrees_to_share,
    child_agrees_in_time,
    letter_is_read_to_whom_it_is_for,
    letter_is_there,
    child_was_seen_or_was_not,
    shared_words_have_a_document,
    a_wish_is_answered,
];

fn voices(case: &Case) -> impl Iterator<Item = (Pointer, &ChildVoice)> {
    each(&Pointer::root().key("child_voice"), &case.child_voice)
}

/// The letters and drawings there are, each with its place.
pub(crate) fn letters(case: &Case) -> impl Iterator<Item = (Pointer, &Letter)> {
    voices(case).filter_map(|(place, voice)| {
        let letter = voice.letter.as_ref().filter(|letter| letter.exists)?;
        Some((place.key("letter"), letter))
    })
}

/// Words or a letter of a child under four say why they are the child's own (R15).
fn young_words_are_confirmed(case: &Case, report: &mut Report) {
    for (place, voice) in voices(case) {
        let Some(number) = case
            .people
            .children
            .iter()
            .position(|c| c.id == voice.child)
        else {
            continue;
        };
        let seen_on = voice.seen_on.unwrap_or(case.document.prepared_on);
        let age = case.people.children[number].age_on(seen_on);
        let Some(age) =
            age.filter(|age| *age < LIMITS.ages.of_own_words && voice.age_note.is_none())
        else {
            continue;
        };
        let what = if !voice.words.is_empty() {
            "words"
        } else if voice.letter.as_ref().is_some_and(|letter| letter.exists) {
            "letter"
        } else {
            continue;
        };
        let child = Pointer::root().key("people").key("children").item(number);
        let message = format!("{what} of `{}`, at the age of {age}", voice.child);
        report
            .add(&rule::VERY_YOUNG, place.key(what), message)
            .caption(match voice.seen_on {
                Some(day) => format!("from the meeting on {}", plain(day)),
                None => "of a child who was not seen".to_owned(),
            })
            .but(child.key("dob"), "the child was born on this day")
            .help("say in `age_note` why they are the child's own, or leave them to the summary");
    }
}

/// A letter is shared only if the child agreed (R39; programme page: a letter "they
/// would like to share").
fn child_agrees_to_share(case: &Case, report: &mut Report) {
    for (place, letter) in letters(case) {
        if letter.share != Share::No && letter.child_agreed_on.is_none() {
            report
                .add(
                    &rule::LETTER_WITHOUT_CONSENT,
                    place.key("share"),
                    "a letter is to be shared and nothing says that the child agreed",
                )
                .caption("it is to be shared")
                .help("write `child_agreed_on`, the day the child agreed, or `share: no`");
        }
    }
}

/// The child agreed no later than the letter was read, and no later than the day of the
/// document (R39).
fn child_agrees_in_time(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    for (place, letter) in letters(case) {
        let Some(agreed) = letter.child_agreed_on.filter(|_| letter.share != Share::No) else {
            continue;
        };
        let read_in = letter.read_in.as_ref().and_then(|id| case.session(id));
        let (message, other, says) = match read_in {
            Some(session) if session.on < agreed => (
                "the child agreed only after the letter was read",
                place.key("read_in"),
                format!("but it was read in the session on {}", plain(session.on)),
            ),
            _ if today < agreed => (
                "the child's agreement is dated after the document",
                Pointer::root().key("document").key("prepared_on"),
                format!("but the document is of {}", plain(today)),
            ),
            _ => continue,
        };
        report
            .add(
                &rule::LETTER_WITHOUT_CONSENT,
                place.key("child_agreed_on"),
                message,
            )
            .caption(format!("the child agreed on {}", plain(agreed)))
            .but(other, says)
            .help("correct the day; a letter the child did not agree to share has `share: no`");
    }
}

/// A letter that was read to the parents is one the child shares with them (R39).
fn letter_is_read_to_whom_it_is_for(case: &Case, report: &mut Report) {
    for (place, letter) in letters(case) {
        if letter.read_in.is_some() && !letter.share.with_parents() {
            report
                .add(
                    &rule::LETTER_WITHOUT_CONSENT,
                    place.key("read_in"),
                    "a letter was read to parents with whom the child does not share it",
                )
                .caption("read in this session")
                .but(place.key("share"), "but not shared with the parents")
                .help("take `read_in` out, or correct `share` to what the child agreed");
        }
    }
}

/// A letter or drawing that is to be shared is in the file; one that does not exist is
/// not (R87).
fn letter_is_there(case: &Case, report: &mut Report) {
    for (place, voice) in voices(case) {
        let Some(letter) = &voice.letter else {
            continue;
        };
        let place = place.key("letter");
        let has_content = letter.text.is_some() || letter.image.is_some();
        let drawing = letter.kind == Some(LetterKind::Drawing);
        let (message, help) = if !letter.exists && has_content {
            (
                "a letter that is said not to exist is in the file",
                "write `exists: true`, or take `text` and `image` out",
            )
        } else if !letter.exists || letter.share == Share::No {
            continue;
        } else if drawing && letter.image.is_none() {
            (
                "a drawing that is to be shared is not there",
                "name the file of the picture in `image`, or write `share: no`",
            )
        } else if !has_content {
            (
                "a letter that is to be shared is not there",
                "write the child's words in `text`, or name the file of a scan in `image`; else \
                 write `share: no`",
            )
        } else {
            continue;
        };
        report
            .add(&rule::LETTER_CONTENT, place.key("exists"), message)
            .caption("so says this")
            .help(help);
    }
}

/// A child was seen on a day in a session that was held, or was not seen, and why (R143):
/// the court is told one of the two.
fn child_was_seen_or_was_not(case: &Case, report: &mut Report) {
    for (place, voice) in voices(case) {
        let session = voice.session.as_ref().and_then(|id| case.session(id));
        let not_held = session.filter(|session| {
            !matches!(session.status, SessionStatus::Held | SessionStatus::Planned)
        });
        let why_not = "write in `not_seen` why, without `seen_on`";
        let (at, message, help) = match (voice.seen_on, &voice.not_seen) {
            (None, Some(_)) => continue,
            (Some(_), Some(_)) => (
                place.key("not_seen"),
                "a child was seen, and it is said why it was not",
                "take out the one that is not so",
            ),
            (None, None) => (
                place.key("child"),
                "it is not said whether this child was seen",
                "write `seen_on`, the day, and `session`; or say in `not_seen` why it was not seen",
            ),
            (Some(_), None) if voice.session.is_none() => (
                place.key("seen_on"),
                "a child was seen in no session",
                "name the session in `session`",
            ),
            (Some(_), None) if not_held.is_some() => (
                place.key("seen_on"),
                "a child was seen in a session that was not held",
                why_not,
            ),
            (Some(_), None) => continue,
        };
        let concern = report.add(&rule::SEEN_OR_NOT, at, message);
        concern.caption("so says this").help(help);
        let sessions = Pointer::root().key("programme").key("sessions");
        let mut sessions = each(&sessions, &case.programme.sessions);
        let session = not_held.filter(|_| voice.not_seen.is_none());
        if let Some((at, _)) = session.and_then(|not| sessions.find(|(_, one)| one.id == not.id)) {
            concern.but(at.key("status"), "but this session was not held");
        }
    }
}

/// A child's words stand in the report and in the letter for the parents, which are papers of
/// one programme: elsewhere no document prints what a child shares (R144).
fn shared_words_have_a_document(case: &Case, report: &mut Report) {
    if is_cppp(case) {
        return;
    }
    for (place, voice) in voices(case) {
        let mut words = each(&place.key("words"), &voice.words);
        let shared = words.find(|(_, quote)| quote.share != Share::No);
        if let Some((at, _)) = shared {
            report
                .add(
                    &rule::PRINTED_NOWHERE,
                    at.key("share"),
                    "no document of this programme prints what a child shares",
                )
                .caption("shared, and printed nowhere")
                .but(
                    Pointer::root().key("programme").key("kind"),
                    "in this programme",
                )
                .help("tell those with whom the child shares it yourself");
        }
    }
}

/// A wish that a child shares is one that the arrangements answer, whatever they answer (R146).
fn a_wish_is_answered(case: &Case, report: &mut Report) {
    for (place, voice) in voices(case) {
        let child = case
            .people
            .children
            .iter()
            .find(|one| one.id == voice.child);
        let is_about = |topic: Topic| {
            let of_topic = case
                .arrangements
                .iter()
                .filter(move |one| one.topic == topic);
            let mut answers = of_topic.filter(|one| one.status != AgreementStatus::NotDiscussed);
            answers.any(|one| child.is_some_and(|child| one.is_for(child)))
        };
        for (at, quote) in each(&place.key("words"), &voice.words) {
            let shared = quote.asks_about.filter(|_| quote.share != Share::No);
            if shared.is_none_or(is_about) {
                continue;
            }
            let message = format!(
                "`{}` asks for something that no point is about",
                voice.child
            );
            report
                .add(&rule::WISH_UNANSWERED, at.key("asks_about"), message)
                .caption("asked for, and not answered")
                .help("add the point with what the parents say of it, agreed or not");
        }
    }
}
