//! Parties by their roles: the applicant is not called the respondent.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::own::Own;
use super::words::WORDS;
use crate::case::Case;
use crate::case::person::{Adult, Relationship, Role};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::prose::{Word, sentences, words};
use crate::rules::rule::Report;

/// Who a party is, as a text says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Called<'a> {
    Parent(Relationship),
    Surname(&'a str),
}

/// A text calls each party by the party's own role (R116). Where a sentence tells of earlier
/// proceedings, roles may have been others.
pub(super) fn parties_are_called_by_their_roles(
    case: &Case,
    texts: &[Own<'_>],
    report: &mut Report,
) {
    let at = Pointer::root().key("people").key("adults");
    let adults: Vec<(Pointer, &Adult)> = each(&at, &case.people.adults).collect();
    for Own { text, own } in texts {
        if !own.contains("pplicant") && !own.contains("espondent") {
            continue;
        }
        let mut told = sentences(own).flat_map(in_sentence);
        let wrong = told.find_map(|(role, called)| {
            let named = |(_, adult): &&(Pointer, &Adult)| is_called(adult, called);
            let people: Vec<_> = adults.iter().filter(named).collect();
            let has_it = people.iter().any(|(_, adult)| adult.role == role);
            people
                .first()
                .copied()
                .filter(|_| !has_it)
                .map(|(at, adult)| (role, at, adult))
        });
        let Some((role, at, adult)) = wrong else {
            continue;
        };
        let word = match role {
            Role::Applicant => "applicant",
            _ => "respondent",
        };
        report
            .add(
                &rule::OTHER_ROLE,
                text.at.clone(),
                format!("`{}` is called the {word}, and is not", adult.id),
            )
            .caption(format!("called the {word} in this text"))
            .but(at.key("role"), "but this is the role")
            .help("correct the role in the text, or here; of earlier proceedings say so");
    }
}

fn is_called(adult: &Adult, called: Called<'_>) -> bool {
    match called {
        Called::Parent(what) => adult.relationship.values().any(|one| *one == what),
        Called::Surname(name) => adult.surname() == Some(name),
    }
}

/// The roles a sentence gives: `the respondent father`, `the applicant, Ms Marsh`, `Ms
/// Marsh, the applicant`, `the father, who is the respondent`.
fn in_sentence(sentence: &str) -> Vec<(Role, Called<'_>)> {
    let words = words(sentence);
    let small: Vec<_> = words.iter().map(Word::small).collect();
    let tells_an_earlier_year = small
        .iter()
        .any(|word| word.len() == 4 && word.parse::<u16>().is_ok());
    if tells_an_earlier_year
        || small
            .iter()
            .any(|word| WORDS.roles.earlier.contains(&**word))
    {
        return Vec::new();
    }
    let mut told = Vec::new();
    for at in 0..words.len() {
        let role = match &small[at] {
            word if WORDS.roles.applicant.contains(&**word) => Role::Applicant,
            word if WORDS.roles.respondent.contains(&**word) => Role::Respondent,
            _ => continue,
        };
        if words[at].is_possessive {
            continue;
        }
        let behind = called(&words[at + 1..], &small[at + 1..]);
        told.extend(behind.map(|called| (role, called)));
        let before = called_before(&words[..=at], &small[..at]);
        told.extend(before.map(|called| (role, called)));
    }
    told
}

/// `father`, or `, Ms Marsh`.
fn called<'a>(words: &[Word<'a>], small: &[Cow<'_, str>]) -> Option<Called<'a>> {
    let [first, ..] = words else {
        return None;
    };
    if let Some(parent) = parent(&small[0]).filter(|_| first.gap == " " && !first.is_possessive) {
        return Some(Called::Parent(parent));
    }
    surname(words).filter(|_| first.gap == ", " || first.gap == " ")
}

/// `the father, the`, or `Ms Marsh, the`, before the role.
fn called_before<'a>(words: &[Word<'a>], small: &[Cow<'_, str>]) -> Option<Called<'a>> {
    let (role, words) = words.split_last()?;
    let [rest @ .., name, article] = words else {
        return None;
    };
    let is_beside = article.text == "the" && article.gap == ", " && role.gap == " ";
    if !is_beside || name.is_possessive {
        return None;
    }
    let parent = parent(&small[small.len() - 2]).map(Called::Parent);
    parent.or_else(|| surname(&[*rest.last()?, *name]))
}

fn parent(word: &str) -> Option<Relationship> {
    let has = |known: &BTreeSet<String>| known.contains(word);
    if has(&WORDS.roles.mother) {
        Some(Relationship::Mother)
    } else {
        has(&WORDS.roles.father).then_some(Relationship::Father)
    }
}

/// `Ms Marsh`.
fn surname<'a>(words: &[Word<'a>]) -> Option<Called<'a>> {
    let [title, name, ..] = words else {
        return None;
    };
    let is_title = WORDS.titles.contains(&title.text.to_lowercase());
    (is_title && name.has_capital()).then_some(Called::Surname(name.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_told_of_whoever_stands_beside_it() {
        let mother = Called::Parent(Relationship::Mother);
        let father = Called::Parent(Relationship::Father);
        let table: [(&str, &[(Role, Called)]); 7] = [
            ("The respondent father came.", &[(Role::Respondent, father)]),
            (
                "The applicant, Ms Marsh, came.",
                &[(Role::Applicant, Called::Surname("Marsh"))],
            ),
            (
                "Ms Marsh, the applicant, came.",
                &[(Role::Applicant, Called::Surname("Marsh"))],
            ),
            (
                "The mother, the respondent, came.",
                &[(Role::Respondent, mother)],
            ),
            ("The respondent’s father came.", &[]),
            ("In 2019 the respondent father came.", &[]),
            (
                "The father and the applicant mother came.",
                &[(Role::Applicant, mother)],
            ),
        ];
        for (sentence, expected) in table {
            assert_eq!(in_sentence(sentence), expected, "{sentence}");
        }
    }
}
