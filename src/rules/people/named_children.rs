//! Which children a text names, beside the children it is for.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::Case;
use crate::case::form::Id;
use crate::case::joint_letter::JointLetterStatus;
use crate::case::narrative::Narrative;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::arrangements::arrangements;
use crate::rules::kit::programme::sessions;
use crate::rules::kit::whole_words::whole_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;
use crate::rules::wording::months::{is_a_month, is_the_month};

pub(crate) const RULES: &[Rule] = &[
    a_text_is_for_the_children_it_names,
    a_child_was_in_its_session,
];

/// A text that is for some of the children, and says so in a field of its own.
struct Addressed<'a> {
    at: Pointer,
    texts: Vec<&'a str>,
    says: Pointer,
    children: &'a [Id],
}

/// A text that names a child, and none of those it is for, is mostly for that child
/// (R100). A sibling may rightly be named alone, so it is a warning.
fn a_text_is_for_the_children_it_names(case: &Case, report: &mut Report) {
    let children = case.people.children.iter();
    let called: BTreeMap<&Id, &str> = children.map(|c| (&c.id, c.called())).collect();
    for text in points(case).chain(voices(case)).chain(letter(case)) {
        let held: BTreeSet<&str> = text.texts.iter().flat_map(|text| words(text)).collect();
        let named = |name: &str| words(name).all(|word| held.contains(word));
        let surely = |name: &str| named(name) && !is_of_the_calendar(name, &text.texts);
        let mut own = text.children.iter().filter_map(|id| called.get(id));
        if text.children.is_empty() || own.any(|name| named(name)) {
            continue;
        }
        let mut others = called.iter().filter(|(_, name)| surely(name));
        let Some((other, _)) = others.next() else {
            continue;
        };
        report
            .add(
                &rule::OTHER_CHILD,
                text.at,
                format!("a text names `{other}`, for whom it is not"),
            )
            .caption("names nobody whom it is for")
            .but(text.says, "but it is for these")
            .help(format!(
                "name `{other}` among the children, or correct the name in the text"
            ));
    }
}

fn points(case: &Case) -> impl Iterator<Item = Addressed<'_>> {
    let points = arrangements(case).map(|(place, point)| Addressed {
        at: place.key("text"),
        texts: narratives([Some(&point.text), point.when.as_ref()]),
        says: place.key("children"),
        children: &point.children,
    });
    let at = Pointer::root().key("recommendations");
    points.chain(
        each(&at, &case.recommendations).map(|(place, asked)| Addressed {
            at: place.key("text"),
            texts: narratives([Some(&asked.text), asked.reason.as_ref()]),
            says: place.key("children"),
            children: &asked.children,
        }),
    )
}

fn voices(case: &Case) -> impl Iterator<Item = Addressed<'_>> {
    let at = Pointer::root().key("child_voice");
    each(&at, &case.child_voice).map(|(place, voice)| Addressed {
        at: place.key("fca_summary"),
        texts: narratives([Some(&voice.fca_summary), None]),
        says: place.key("child"),
        children: std::slice::from_ref(&voice.child),
    })
}

/// The parents' letter with its promises: one text to one group of children.
fn letter(case: &Case) -> Option<Addressed<'_>> {
    let letter = case.joint_letter.as_ref();
    let letter = letter.filter(|letter| letter.status == JointLetterStatus::Written)?;
    let at = Pointer::root().key("joint_letter");
    let promises = letter.promises.iter().map(|promise| &promise.text);
    let texts = letter.text.iter().chain(promises);
    Some(Addressed {
        texts: texts.map(|text| text.as_str()).collect(),
        says: at.key("to"),
        children: &letter.to,
        at: at.key("text"),
    })
}

fn narratives(texts: [Option<&Narrative>; 2]) -> Vec<&str> {
    texts
        .into_iter()
        .flatten()
        .flat_map(Narrative::texts)
        .collect()
}

/// The words of a text: `Isla’s` has the word `Isla`, `Mary-Isla` has not.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| !word.is_empty())
}

/// Whether a name that is a month too stands for the month alone: `in the May half term`.
fn is_of_the_calendar(name: &str, texts: &[&str]) -> bool {
    let mut told = texts.iter().flat_map(|text| whole_words(text, name));
    is_a_month(name) && told.all(|(before, after)| is_the_month(before, after))
}

/// A child was seen in a session that the child took part in (R101).
fn a_child_was_in_its_session(case: &Case, report: &mut Report) {
    let of_id: BTreeMap<&Id, _> = sessions(case).map(|(at, s)| (&s.id, (at, s))).collect();
    let at = Pointer::root().key("child_voice");
    for (place, voice) in each(&at, &case.child_voice) {
        let session = voice.session.as_ref().and_then(|id| of_id.get(id));
        let Some((session_at, session)) = session else {
            continue;
        };
        // Whoever is misspelt is told by R01, and may be this child.
        let are_known = session.with.iter().all(|id| case.has_person(id));
        if session.with.contains(&voice.child) || !are_known {
            continue;
        }
        let message = format!("`{}` was not in `{}`", voice.child, session.id);
        report
            .add(&rule::CHILD_NOT_THERE, place.key("session"), message)
            .caption("said to be seen in this session")
            .but(session_at.key("with"), "but only these took part")
            .help("name the session in which the child was seen, or the child in its `with`");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_whole_word() {
        let has = |text: &str| words(text).any(|word| word == "Isla");
        for text in ["Isla swims.", "at Isla’s school", "(Isla)", "with Isla"] {
            assert!(has(text), "{text}");
        }
        for text in ["Islay is an island", "Mary-Isla", "the isla"] {
            assert!(!has(text), "{text}");
        }
    }
}
