//! Pairs of answers. Welsh has no yes and no: an answer repeats the verb of its
//! question, so that each question in a locale has `yes` and `no` of its own, and the
//! two must be of one verb (source: HMCTS’s forms and its online service).

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Findings, code};

use crate::language::phrase::Phrase;

use super::mutation::{aspirate, soft};
use super::sound::Sound;

/// Yes, by the question: “are you”, “are they”, “is there”, “may I”, “did you” and so on.
const ANSWERS: [&str; 40] = [
    "Ydw", "Wyt", "Ydy", "Ydi", "Ydyw", "Ydych", "Ydyn", "Ydynt", "Oes", "Oedd", "Oeddwn",
    "Oeddech", "Oedden", "Oeddynt", "Do", "Ie", "Bydd", "Byddaf", "Byddwn", "Byddwch", "Byddan",
    "Byddant", "Byddai", "Gall", "Gallaf", "Gallwn", "Gallwch", "Gallant", "Gallai", "Gellir",
    "Caf", "Caiff", "Cawn", "Cewch", "Cafodd", "Dylai", "Dylid", "Dylwn", "Dylech", "Hoffwn",
];

/// No, to the question that this yes answers. The verb mutates after na, p, t and c by the
/// aspirate mutation and all else by the soft one (source: Aberystwyth).
fn no_to(yes: &str) -> String {
    let verb = yes.to_lowercase();
    match (yes, Sound::of(&verb)) {
        ("Do", _) => "Naddo".to_owned(),
        ("Ie", _) => "Nage".to_owned(),
        (_, Sound::Vowel) => format!("Nac {verb}"),
        _ => {
            let aspirated = aspirate(&verb);
            let is_aspirated = aspirated != verb;
            format!("Na {}", if is_aspirated { aspirated } else { soft(&verb) })
        }
    }
}

/// Whether two answers to one question are bare words of two different verbs.
/// Whole sentences are no bare words, and pass.
fn is_no_pair(yes: &str, no: &str) -> bool {
    let known = ANSWERS.contains(&yes) && no_to(yes) == no;
    let bare = |word: &str| {
        let of_a_verb = |yes: &&str| word == *yes || word == no_to(yes);
        word == "Na" || word == "Nac" || ANSWERS.iter().any(of_a_verb)
    };
    !known && (bare(yes) || bare(no))
}

/// Checks the answers of every question of a locale.
pub(in crate::language) fn check(phrases: &BTreeMap<String, Phrase>, findings: &mut Findings) {
    for (key, yes) in phrases {
        let Some(question) = key.strip_suffix(".yes") else {
            continue;
        };
        let Some(no) = phrases.get(&format!("{question}.no")) else {
            continue;
        };
        if is_no_pair(yes.text(), no.text()) {
            let message = format!("the answers of `{question}` do not belong to one question");
            findings.push(
                Diagnostic::new(&code::language::ANSWERS, message)
                    .at(no.place().clone())
                    .label(yes.place().clone(), "the other answer stands here")
                    .help("write both with the verb of the question: `Oes` and `Nac oes`"),
            );
        }
    }
}
