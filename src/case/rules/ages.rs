//! How old the children are said to be.
//!
//! Documents work ages out; a text that states one was written on another day, perhaps
//! for an earlier report. Words in quotation marks, of children, of parents and of orders
//! stay as they are.

use super::texts::{texts, without_quotations};
use super::{Report, Rule};
use crate::case::Case;
use crate::diagnostics::code::rule;

pub(super) const RULES: &[Rule] = &[an_age_is_that_of_the_day];

/// What stands between a child's name and an age that is told of today.
const LINKS: [&str; 6] = [
    ", aged ",
    " (aged ",
    " is aged ",
    ", who is aged ",
    ", who is ",
    " is ",
];

/// What may follow the age, so that `Isla is ten minutes away` states none.
const ENDS: [&str; 9] = [
    ".",
    ",",
    ";",
    ":",
    ")",
    " and ",
    " but ",
    " years old",
    "-year-old",
];

/// What before a name says that the age is of another day.
const OF_ANOTHER_DAY: [&str; 5] = ["when ", "once ", "until ", "after ", "before "];

/// Ages as they are written out.
const WORDS: [&str; 18] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
];

/// An age in the officer's prose is the child's on the day of the document (R67).
fn an_age_is_that_of_the_day(case: &Case, report: &mut Report) {
    let day = case.document.prepared_on;
    let officers = |text: &super::texts::Text<'_>| text.is_officers_english();
    for text in texts(case).into_iter().filter(officers) {
        for child in &case.people.children {
            let name = child.called();
            let of_this_name = case.people.children.iter();
            let of_this_name = of_this_name.filter(|other| other.called() == name);
            let ages: Vec<_> = of_this_name.map(|child| child.age_on(day)).collect();
            let wrong = |text: &str| {
                let stated = stated_ages(text, name);
                stated.into_iter().any(|age| !ages.contains(&Some(age)))
            };
            if wrong(text.text) {
                let paragraph = text.paragraph_in_which(wrong);
                report
                    .add(&rule::AGE, text.at.clone(), "a child is of another age")
                    .caption(format!("an age is stated {paragraph}"))
                    .help("write the age on the day of the document, or the day it was true");
                break;
            }
        }
    }
}

/// The ages that a text states of somebody of this name, as of today.
fn stated_ages(text: &str, name: &str) -> Vec<u32> {
    let text = without_quotations(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = text.match_indices(name).filter_map(|(at, _)| {
        let before = &text[..at];
        let rest = &text[at + name.len()..];
        let of_another_day = OF_ANOTHER_DAY.iter().any(|word| before.ends_with(word));
        let of_another =
            of_another_day || before.ends_with(|c: char| c.is_alphanumeric() || c == '-');
        LINKS
            .iter()
            .filter(|_| !of_another)
            .find_map(|link| stated_age(rest.strip_prefix(link)?))
    });
    found.collect()
}

fn stated_age(text: &str) -> Option<u32> {
    let end = text
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let ends = rest.is_empty() || ENDS.iter().any(|end| rest.starts_with(end));
    let written = || WORDS.iter().position(|word| *word == number);
    let written = || u32::try_from(written()? + 1).ok();
    number.parse().ok().or_else(written).filter(|_| ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_of_today_is_told_from_other_numbers() {
        let table: [(&str, &[u32]); 10] = [
            ("Two nights, and three when Isla is 12.", &[]),
            ("Isla, aged 10, likes school.", &[10]),
            ("Isla (aged 10) and Rowan (aged 7)", &[10]),
            ("Isla is\nten and Rowan is seven.", &[10]),
            ("Isla is 10 years old", &[10]),
            ("Isla, who is ten, asked. Isla is 9.", &[10, 9]),
            ("Isla is ten minutes away; Isla is one of three.", &[]),
            ("Isla was 4. When Isla was aged 4, they moved.", &[]),
            ("Mary-Isla is 3.", &[]),
            ("He said “Isla is 3.”", &[]),
        ];
        for (text, ages) in table {
            assert_eq!(stated_ages(text, "Isla"), ages, "{text}");
        }
    }
}
