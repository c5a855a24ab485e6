//! Pairs of answers. Welsh has no yes and no: an answer repeats the verb of its
//! question, so that each question in a locale has `yes` and `no` of its own, and the
//! two must be of one verb (source: HMCTS’s forms and its online service).

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Findings, code};

use crate::language::phrase::Phrase;

/// Yes and no, by the question: “are you”, “are they”, “is there”, “did you” and so on.
const PAIRS: [(&str, &str); 17] = [
    ("Ydw", "Nac ydw"),
    ("Ydy", "Nac ydy"),
    ("Ydyw", "Nac ydyw"),
    ("Ydyn", "Nac ydyn"),
    ("Ydynt", "Nac ydynt"),
    ("Oes", "Nac oes"),
    ("Oedd", "Nac oedd"),
    ("Do", "Naddo"),
    ("Ie", "Nage"),
    ("Byddaf", "Na fyddaf"),
    ("Bydd", "Na fydd"),
    ("Byddwn", "Na fyddwn"),
    ("Gallaf", "Na allaf"),
    ("Gall", "Na all"),
    ("Gallai", "Na allai"),
    ("Gellir", "Na ellir"),
    ("Cafodd", "Na chafodd"),
];

/// Whether two answers to one question are bare words of two different verbs.
/// Whole sentences are no bare words, and pass.
fn is_no_pair(yes: &str, no: &str) -> bool {
    let known = PAIRS.contains(&(yes, no));
    let bare = |word: &str| {
        word == "Na" || word == "Nac" || PAIRS.iter().any(|(yes, no)| word == *yes || word == *no)
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
