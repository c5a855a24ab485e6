//! What moved, as annotations of a pull request: one for each cause, at its place. Words are
//! never told to whoever may read a pull request.

use std::collections::BTreeMap;

use crate::cli::tally::count;
use crate::diagnostics::Place;
use crate::diagnostics::draw::annotation;
use crate::verify::{Outcome, Verdict};

/// Annotations of one kind that are shown of a step.
const SHOWN: usize = 10;

/// What one cause moved: where it stands, and the documents.
type Group<'a> = (Option<&'a Place>, Vec<&'a Verdict>);

/// One line for each cause, and one for each way to stand that has none.
pub(super) fn annotations(verdicts: &[Verdict]) -> Vec<String> {
    let mut groups: BTreeMap<(String, &str), Group<'_>> = BTreeMap::new();
    for verdict in verdicts.iter().filter(|one| one.outcome != Outcome::Same) {
        let word = verdict.outcome.word();
        let mut add = |why: String, place| {
            let group = groups.entry((why, word)).or_insert((place, Vec::new()));
            group.1.push(verdict);
        };
        match verdict.because.as_slice() {
            [] => add(String::new(), None),
            causes => causes
                .iter()
                .for_each(|cause| add(cause.to_string(), cause.place.as_ref())),
        }
    }
    let more = groups.len().saturating_sub(SHOWN);
    // The last of those that are shown says how many there are beside them.
    let shown = if more > 0 { SHOWN - 1 } else { SHOWN };
    let lines = groups.iter().take(shown);
    let mut lines: Vec<String> = lines
        .map(|((why, word), (place, verdicts))| {
            annotation("warning", (*place, true), word, &text(why, verdicts))
        })
        .collect();
    if more > 0 {
        let text = format!("{} further causes; the summary has them all", more + 1);
        lines.push(annotation("notice", (None, true), "more", &text));
    }
    lines
}

/// ``phrase `…` of wensum (…): 3 sentences in 2 files: a.pdf, b.pdf``.
fn text(why: &str, verdicts: &[&Verdict]) -> String {
    let sentences = verdicts.iter().map(|one| one.difference.sentences.len());
    let sentences = match sentences.sum() {
        0 => String::new(),
        number => format!("{} in ", count(number, "sentence")),
    };
    let files: Vec<&str> = verdicts.iter().map(|one| one.file.as_str()).collect();
    let why = match why {
        "" => String::new(),
        why => format!("{why}: "),
    };
    let number = count(files.len(), "file");
    format!("{why}{sentences}{number}: {}", files.join(", "))
}
