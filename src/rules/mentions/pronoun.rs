//! Pronouns that are another's: `her father` in a text about a boy alone.

use super::own::Own;
use super::people::{Known, Sex};
use super::words::{Gender, WORDS};
use crate::case::Case;
use crate::case::form::Id;
use crate::case::mark::Voice;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::prose::{Word, sentences, words};
use crate::rules::rule::Report;

/// A child of whom an entry of the file is, and where that is said.
struct About<'a> {
    block: Pointer,
    says: Pointer,
    children: Vec<&'a Id>,
}

/// A text that speaks only of people of one sex has no pronoun of the other (R114). A word
/// for somebody of either sex, and a name nobody knows, may be whom a pronoun means; a
/// position is of the parent who holds it.
pub(super) fn pronouns_are_of_who_is_named(
    case: &Case,
    known: &Known,
    texts: &[Own<'_>],
    report: &mut Report,
) {
    let about = about(case);
    for Own { text, own } in texts.iter().filter(|one| one.text.voice == Voice::Officer) {
        let words: Vec<Word> = sentences(own).flat_map(words).collect();
        let about = about.iter().find(|about| text.at.is_within(&about.block));
        let children = about.map_or(&[][..], |about| &about.children);
        let of_a_child = !children.is_empty() || words.iter().any(|word| is_child(word, known));
        if !of_a_child {
            continue;
        }
        let children = children
            .iter()
            .filter_map(|id| known.of_child.get(*id).copied());
        let named = words.iter().filter_map(|word| who(word, known));
        let wrong = match of_one_sex(children.chain(named)) {
            Some(Sex::He) => &WORDS.she,
            Some(Sex::She) => &WORDS.he,
            _ => continue,
        };
        let Some(pronoun) = pronoun_of(&words, wrong) else {
            continue;
        };
        let concern = report
            .add(
                &rule::PRONOUN,
                text.at.clone(),
                format!("`{pronoun}` is nobody who is named in this text"),
            )
            .caption("everybody named here is called otherwise")
            .help("correct the pronoun, or name whom it means");
        if let Some(about) = about {
            concern.but(about.says.clone(), "but the text is about this child");
        }
    }
}

/// Whether a word is what a child is called: where none is named, `her father` is of the
/// child whom everybody knows.
fn is_child(word: &Word<'_>, known: &Known) -> bool {
    word.has_capital() && known.children.contains(&*word.small())
}

/// The sex of all of them, where it is one.
fn of_one_sex(mut people: impl Iterator<Item = Sex>) -> Option<Sex> {
    let first = people.next().filter(|sex| *sex != Sex::Either)?;
    people.all(|sex| sex == first).then_some(first)
}

fn pronoun_of<'a>(words: &[Word<'a>], wrong: &Gender) -> Option<&'a str> {
    let mut pronouns = words
        .iter()
        .filter(|word| wrong.pronouns.contains(&*word.small()));
    pronouns.next().map(|word| word.text)
}

/// Whom a word means, if it means somebody.
fn who(word: &Word<'_>, known: &Known) -> Option<Sex> {
    let small = word.small();
    let is_word = WORDS.no_names.contains(&*small);
    let is_name = word.has_capital() && !is_word;
    if let Some(sex) = known.sexes.get(&*small).filter(|_| word.has_capital()) {
        // A surname is of several, and behind a title the title tells; a child called May may
        // be a month.
        return Some(if is_word { Sex::Either } else { *sex });
    }
    let singular = small.strip_suffix('s').unwrap_or(&small);
    if WORDS.she.people.contains(&*small) {
        Some(Sex::She)
    } else if WORDS.he.people.contains(&*small) {
        Some(Sex::He)
    } else if WORDS.either.contains(&*small) || WORDS.either.contains(singular) {
        Some(Sex::Either)
    } else {
        (is_name && !word.is_first && !known.has(word.text)).then_some(Sex::Either)
    }
}

/// Which child an entry is about, where it is one.
fn about(case: &Case) -> Vec<About<'_>> {
    let top = Pointer::root();
    let voices = each(&top.key("child_voice"), &case.child_voice).map(|(at, voice)| About {
        says: at.key("child"),
        block: at,
        children: vec![&voice.child],
    });
    let points = each(&top.key("arrangements"), &case.arrangements).map(|(at, point)| About {
        says: at.key("children"),
        block: at,
        children: point.children.iter().collect(),
    });
    let asked = each(&top.key("recommendations"), &case.recommendations);
    let asked = asked.map(|(at, asked)| About {
        says: at.key("children"),
        block: at,
        children: asked.children.iter().collect(),
    });
    let children = each(&top.key("people").key("children"), &case.people.children);
    let children = children.map(|(at, child)| About {
        says: at.key("sex_stated"),
        block: at,
        children: vec![&child.id],
    });
    let all = voices.chain(points).chain(asked).chain(children);
    all.filter(|about| about.children.len() == 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample::case;
    use crate::case::texts::texts;

    #[test]
    fn a_pronoun_means_somebody_who_is_named() {
        let case = case();
        let known = Known::of(&case, &texts(&case));
        let only = |text: &str| {
            let words: Vec<Word> = sentences(text).flat_map(words).collect();
            let sex = of_one_sex(words.iter().filter_map(|word| who(word, &known)));
            let only = |one: Sex| sex == Some(one);
            (only(Sex::He) && pronoun_of(&words, &WORDS.she).is_some())
                || (only(Sex::She) && pronoun_of(&words, &WORDS.he).is_some())
        };
        for wrong in [
            "Rowan likes dens with her father and her own bed.",
            "Isla is ten. He likes school.",
        ] {
            assert!(only(wrong), "{wrong}");
        }
        for right in [
            "Rowan likes dens with his father.",
            "Rowan told his mother that she sings well.",
            "Rowan’s teacher says that she is proud.",
            "Rowan and Bess get on; she is older.",
            "She would wait.",
            "The parents agree that her plan is good for Rowan.",
        ] {
            assert!(!only(right), "{right}");
        }
    }
}
