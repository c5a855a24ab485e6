//! How old the children are said to be.
//!
//! Documents work ages out; a text that states one was written on another day, perhaps
//! for an earlier report. Words in quotation marks, of children, of parents and of orders
//! stay as they are.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::case::Case;
use crate::case::form::{Date, Id};
use crate::case::person::Child;
use crate::case::texts::{Text, without_quotations};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::language::on_one_line;
use crate::reading::table;
use crate::rules::kit::dates::plain;
use crate::rules::kit::whole_words::whole_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[an_age_is_that_of_the_day];

/// How many words may describe a child before its age: `a quiet, thoughtful ten-year-old`.
const BEFORE_THE_AGE: usize = 3;

/// What is written between a name and an age, and around both: `words.yaml`.
static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    links: Vec<String>,
    described: Vec<String>,
    ends: Vec<String>,
    to_another: Vec<String>,
    of_another_day: Vec<String>,
    /// From one on.
    numbers: Vec<String>,
}

/// An age in the officer's prose is the child's on the day of the document (R67), or, in
/// what is told of a meeting with the child, on the day of that: the report's heading there
/// gives the age when seen.
fn an_age_is_that_of_the_day(case: &Case, report: &mut Report) {
    let day = case.document.prepared_on;
    let mut namesakes: BTreeMap<&str, Vec<&Child>> = BTreeMap::new();
    for child in &case.people.children {
        namesakes.entry(child.called()).or_default().push(child);
    }
    // The children of whose name an age is stated that none of them has.
    let of_another_age = |text: &str, days: &[Date]| {
        let own = own_words(text);
        let mut children = namesakes.iter();
        let on_one_day = |c: &Child, age| days.iter().any(|day| c.age_on(*day) == Some(age));
        let has_it = |children: &[&Child], age| children.iter().any(|c| on_one_day(c, age));
        children.find_map(|(name, children)| {
            let wrong = stated_ages(&own, name).any(|age| !has_it(children, age));
            wrong.then_some(children)
        })
    };
    let voices: Vec<_> = each(&Pointer::root().key("child_voice"), &case.child_voice).collect();
    let mut told: BTreeMap<&Id, usize> = BTreeMap::new();
    let mut found: Vec<(&[&Child], Vec<&Text>)> = Vec::new();
    let texts = report.texts(case);
    for text in texts.iter() {
        let meeting = voices.iter().find(|(at, _)| text.at.is_within(at));
        let seen_on = meeting.and_then(|(_, voice)| voice.seen_on);
        let days: Vec<Date> = [day].into_iter().chain(seen_on).collect();
        let children = text
            .is_officers_english()
            .then(|| of_another_age(&text.text, &days));
        let Some(children @ [child, ..]) = children.flatten().map(Vec::as_slice) else {
            continue;
        };
        let number = *told.entry(&child.id).or_insert_with(|| {
            found.push((children, Vec::new()));
            found.len() - 1
        });
        found[number].1.push(text);
    }
    for (children, texts) in found {
        of_one_child(case, children, &texts, report);
    }
}

/// The texts that state an age no child of this name has: one fault, where the date of
/// birth is wrong.
fn of_one_child(case: &Case, children: &[&Child], texts: &[&Text], report: &mut Report) {
    let ([child, others @ ..], [first, more @ ..]) = (children, texts) else {
        return;
    };
    let day = case.document.prepared_on;
    let help = match child.age_on(day).filter(|_| others.is_empty()) {
        Some(age) => format!(
            "check first the date of birth, which makes the child {age}; if it is right, write \
             that age in the text, or the day on which the other was true"
        ),
        None => "check first the dates of birth; if they are right, write the age on the day of \
                 the document, or the day it was true"
            .to_owned(),
    };
    let message = format!(
        "the age that a text states is not that of `{}` on the day of the document",
        child.id
    );
    let number = case
        .people
        .children
        .iter()
        .position(|one| one.id == child.id);
    let born = Pointer::root().key("people").key("children");
    let born = born.item(number.unwrap_or_default()).key("dob");
    let concern = report
        .add(&rule::AGE, first.at.clone(), message)
        .caption("an age is stated in this text")
        .but(
            born,
            format!("but this date of birth is {}", plain(child.dob)),
        )
        .help(help);
    for text in more {
        concern.but(text.at.clone(), "and another here");
    }
}

/// A text without its quotations, on one line.
fn own_words(text: &str) -> String {
    on_one_line(&without_quotations(text))
}

/// The ages that somebody's own words state of somebody of this name, as of today.
fn stated_ages<'a>(own: &'a str, name: &'a str) -> impl Iterator<Item = u32> + 'a {
    whole_words(own, name).filter_map(|(before, after)| {
        let mut others = WORDS.of_another_day.iter();
        let of_another_day = others.any(|word| before.ends_with(word));
        let mut links = WORDS.links.iter().filter(|_| !of_another_day);
        links
            .find_map(|link| stated_age(after.strip_prefix(link.as_str())?))
            .or_else(|| stated_age_of_one(after).filter(|_| !of_another_day))
    })
}

/// `eleven` of ` is a thoughtful eleven-year-old`: the age may come some words after the
/// name, unless they lead to somebody else.
fn stated_age_of_one(rest: &str) -> Option<u32> {
    let mut starts = WORDS.described.iter();
    let rest = starts.find_map(|start| rest.strip_prefix(start.as_str()))?;
    let words = rest.split(' ').take(BEFORE_THE_AGE + 1);
    let to_another = |word: &str| WORDS.to_another.iter().any(|other| other == word);
    let mut words = words.take_while(|word| !to_another(word) && !word.ends_with('.'));
    stated_age(words.find(|word| word.contains("-year-old"))?)
}

fn stated_age(text: &str) -> Option<u32> {
    let end = text
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let goes_on = |rest: &str| rest.starts_with(char::is_alphanumeric);
    let ended = |end: &String| {
        let rest = rest.strip_prefix(end.as_str());
        rest.is_some_and(|rest| end.ends_with(' ') || !goes_on(rest))
    };
    let ends = rest.is_empty() || WORDS.ends.iter().any(ended);
    let written = || WORDS.numbers.iter().position(|word| word == number);
    let written = || u32::try_from(written()? + 1).ok();
    number.parse().ok().or_else(written).filter(|_| ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::codes;

    #[test]
    fn a_child_who_was_seen_may_be_of_the_age_of_that_day() {
        let told = |summary: &str, term: &str| {
            let voice = format!(
                "child_voice:\n  - {{child: nia, seen_on: 2026-05-06, session: meeting_child, \
                 fca_summary: {summary}}}\n\narrangements:\n"
            );
            let stays = "Whether Nia stays";
            codes(&[
                ("arrangements:\n", &voice),
                (stays, &format!("{term} stays")),
            ])
        };
        // Nia is nine from 30 May, and the document is of 1 June.
        for summary in ["Nia is eight.", "Nia is nine."] {
            assert!(told(summary, "Whether Nia").is_empty(), "{summary}");
        }
        assert_eq!(told("Nia is seven.", "Whether Nia"), ["R67"]);
        assert_eq!(told("Nia is eight.", "Nia is eight and"), ["R67"]);
    }

    #[test]
    fn an_age_of_today_is_told_from_other_numbers() {
        let table: [(&str, &[u32]); 16] = [
            ("Two nights, and three when Isla is 12.", &[]),
            ("Isla, aged 10, likes school.", &[10]),
            ("Isla (aged 10) and Rowan (aged 7)", &[10]),
            ("Isla is\nten and Rowan is seven.", &[10]),
            ("Isla is 10 years old", &[10]),
            ("Isla is two years older, he 8 years olderish.", &[]),
            ("Isla, who is ten, asked. Isla is 9.", &[10, 9]),
            ("Isla is ten minutes away; Isla is one of three.", &[]),
            ("Isla was 4. When Isla was aged 4, they moved.", &[]),
            ("Isla is a thoughtful\neleven-year-old who reads.", &[11]),
            ("Isla, a quiet, kind 9-year-old, asked.", &[9]),
            ("Isla is a ten-year-old girl.", &[10]),
            ("Isla is a friend of a four-year-old.", &[]),
            ("Isla is a reader. A six-year-old is not.", &[]),
            ("Mary-Isla is 3.", &[]),
            ("He said “Isla is 3.”", &[]),
        ];
        for (text, ages) in table {
            let stated: Vec<u32> = stated_ages(&own_words(text), "Isla").collect();
            assert_eq!(stated, ages, "{text}");
        }
    }
}
