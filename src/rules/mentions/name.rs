//! Names in a text that nobody of the case has: misspelt, or of another family.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Deref;

use super::introduced::Told;
use super::own::Own;
use super::people::Known;
use super::words::WORDS;
use crate::case::Case;
use crate::case::document::DocumentStatus;
use crate::case::texts::Text;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Severity, is_a_letter_away};
use crate::rules::kit::prose::{Word, sentences, words};
use crate::rules::rule::Report;

/// Of a shorter name every second word is a letter away.
const SHORTEST: usize = 4;

/// A name that is no name of the case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stranger {
    /// A letter away from a name of the case, which stands there.
    Misspelt(String, Pointer),
    /// Behind a title.
    Titled(String),
    /// A forename, or beside a child's.
    Forename(String),
}

/// A name that a text holds is somebody's of the case (R110, R111); each is told once, at
/// the first text that holds it.
pub(super) fn names_are_of_people_of_the_case(
    case: &Case,
    known: &Known,
    (all, own): (&[Text], &[Own<'_>]),
    report: &mut Report,
) {
    let told = LazyCell::new(|| Told::of(all));
    let mut found: BTreeMap<Stranger, Vec<Pointer>> = BTreeMap::new();
    for Own { text, own } in own {
        let mut strangers: Vec<Stranger> = sentences(own)
            .flat_map(|sentence| in_sentence(sentence, known, &told))
            .collect();
        strangers.sort();
        strangers.dedup();
        for stranger in strangers {
            found.entry(stranger).or_default().push(text.at.clone());
        }
    }
    let is_draft = case.document.status == DocumentStatus::Draft;
    for (stranger, places) in found {
        tell(stranger, &places, is_draft, report);
    }
}

fn tell(stranger: Stranger, places: &[Pointer], is_draft: bool, report: &mut Report) {
    let [first, others @ ..] = places else {
        return;
    };
    let concern = match stranger {
        Stranger::Misspelt(name, at) => report
            .add(
                &rule::MISSPELT_NAME,
                first.clone(),
                format!("`{name}` is a letter away from a name of the case"),
            )
            .caption("written so in this text")
            .but(at, "nobody is called so; this name is near")
            .help("correct the name, or say who else it is: `his friend`, `the teacher`"),
        Stranger::Titled(name) => report
            .add(
                &rule::UNKNOWN_NAME,
                first.clone(),
                format!("`{name}` is the name of nobody in the case"),
            )
            .weigh(match is_draft {
                true => Severity::Warning,
                false => Severity::Error,
            })
            .caption("named in this text")
            .help(WHO),
        Stranger::Forename(name) => report
            .add(
                &rule::UNKNOWN_NAME,
                first.clone(),
                format!("`{name}` is the name of nobody in the case"),
            )
            .caption("named in this text")
            .help(WHO),
    };
    for other in others.iter().take(MOST_SHOWN) {
        concern.but(other.clone(), "and here");
    }
}

const WHO: &str = "correct the name if it comes from another file, or say in the text who the person is: \
     `his friend`, `the teacher`";

/// Of a name that stands in many texts so many are shown beside the first.
const MOST_SHOWN: usize = 3;

/// `told` is asked only of a word that may be a stranger's name.
fn in_sentence(sentence: &str, known: &Known, told: &impl Deref<Target = Told>) -> Vec<Stranger> {
    let words = words(sentence);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if !word.has_capital() {
            continue;
        }
        let small = word.small();
        let is_candidate = !known.has(word.text)
            && !WORDS.no_names.contains(&*small)
            && !WORDS.kin.contains(&*small)
            && !WORDS.titles.contains(&*small)
            && !told.introduced.contains(&*small);
        if !is_candidate {
            continue;
        }
        if let Some(name) = misspelt(word, &words[..at], known, told) {
            found.push(name);
        } else if is_titled(&words, at) {
            found.push(Stranger::Titled(word.text.to_owned()));
        } else if !is_of_a_place(&words, at)
            && (WORDS.forenames.contains(&*small) || is_beside_a_child(&words, at, known))
        {
            found.push(Stranger::Forename(word.text.to_owned()));
        }
    }
    found
}

/// The name that a word is one slip away from. What is also an everyday word of the file,
/// the plural of a surname or the name of a place is none.
fn misspelt(word: &Word<'_>, before: &[Word<'_>], known: &Known, told: &Told) -> Option<Stranger> {
    let small = word.small();
    let is_place = before
        .last()
        .is_some_and(|word| WORDS.towards_places.contains(&*word.small()));
    if is_place || told.plain.contains(&*small) {
        return None;
    }
    let is_near = |name: &&String| {
        let is_plural = match small.strip_prefix(name.as_str()) {
            Some("s") => !name.ends_with('s'),
            end => end == Some("es"),
        };
        name.chars().count() >= SHORTEST
            && name.len().abs_diff(small.len()) <= 2
            && !is_plural
            && is_a_letter_away(name, &small)
    };
    let name = known.names.keys().find(is_near)?;
    let at = known.names[name].clone();
    Some(Stranger::Misspelt(word.text.to_owned(), at))
}

/// Whether a title stands before a word, perhaps with an initial in between.
fn is_titled(words: &[Word<'_>], at: usize) -> bool {
    let mut before = words[..at].iter().rev();
    let mut before = before
        .by_ref()
        .skip_while(|word| word.text.chars().count() == 1);
    let title = before.next();
    let is_title = title.is_some_and(|word| WORDS.titles.contains(&*word.small()));
    is_title && words[at].text.chars().count() > 1
}

/// Whether a name is a part of that of a place or of something else: `Oliver Road`.
fn is_of_a_place(words: &[Word<'_>], at: usize) -> bool {
    let neighbour = |word: Option<&Word<'_>>| {
        word.is_some_and(|word| WORDS.of_places.contains(&*word.small()) && word.has_capital())
    };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    neighbour(before) || neighbour(words.get(at + 1))
}

/// `Max’s and Toby’s inhalers`: a single name that `and` joins to what a child is called.
fn is_beside_a_child(words: &[Word<'_>], at: usize, known: &Known) -> bool {
    let word = |index: usize| words.get(index);
    let is_child = |word: &Word<'_>| known.children.contains(&*word.small());
    let goes_on = word(at + 1).is_some_and(Word::has_capital);
    let joined = at >= 2 && words[at - 1].text == "and" && is_child(&words[at - 2]);
    let is_alike = || words[at].is_possessive == words[at - 2].is_possessive;
    joined && !goes_on && is_alike()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample::case;
    use crate::case::texts::texts;

    #[test]
    fn strangers_are_told_from_people_places_and_friends() {
        let case = case();
        let texts = texts(&case);
        let known = Known::of(&case, &texts);
        let told = Box::new(Told::of(&texts));
        let found = |sentence: &str| in_sentence(sentence, &known, &told);
        let forename = |name: &str| vec![Stranger::Forename(name.to_owned())];
        assert_eq!(
            found("Rowan’s and Toby’s inhalers are blue."),
            forename("Toby")
        );
        assert_eq!(found("He sees Isla and Zebedee."), forename("Zebedee"));
        let titled = |name: &str| vec![Stranger::Titled(name.to_owned())];
        assert_eq!(
            found("Mr Harcastle kept every appointment."),
            titled("Harcastle")
        );
        assert_eq!(found("I met Ms J. Quill."), titled("Quill"));
        for misspelt in [
            "Ilsa swims.",
            "Rowen swims.",
            "with Ms Marsch",
            "Isl and he swim.",
        ] {
            let found = found(misspelt);
            assert!(
                matches!(found[..], [Stranger::Misspelt(..)]),
                "{misspelt} {found:?}"
            );
        }
        for innocent in [
            "Isla and Rowan, Mr Whitcombe and Ms Marsh swim.",
            "The Whitcombes swim, and so does Priya Nair.",
            "She flew to Islay in March.",
            "They met in Oliver Road, and at St Thomas Church.",
            "Rowan and Easter do not wait.",
            "Also Daniel came, and Then he left.",
            "Isla and Leeds United win.",
        ] {
            assert!(found(innocent).is_empty(), "{innocent}");
        }
    }
}
