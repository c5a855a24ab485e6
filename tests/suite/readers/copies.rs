//! In which words the copies of one family's documents differ: the court's, each parent's, a
//! child's and the provider's, whose golden files lie side by side.

use std::collections::{BTreeMap, BTreeSet};

use crate::trial::Trial;

/// What the family keeps from one another, line by line.
const KEPT: &[(&str, &str)] = &[
    (
        "      role: applicant\n",
        "      role: applicant\n      c8: {address: true, email: true, phone: true}\n",
    ),
    (
        "    name_cy: Caerdydd\n    address:",
        "    name_cy: Caerdydd\n    confidential: false\n    address:",
    ),
    (
        "    reason:\n      en: >\n        Mr Whitfield came to neither",
        "    reason:\n      vis: court_only\n      en: >\n        Mr Whitfield came to neither",
    ),
    (
        "    text:\n      en: Gwenno speaks Welsh",
        "    tell_child: {en: You speak Welsh with Mum and English with Dad.}\n    \
         text:\n      vis: served_to\n      served_to: [mother]\n      en: Gwenno speaks Welsh",
    ),
    (
        "          en: He proposes two blocks",
        "          vis: served_to\n          served_to: [father]\n          en: He proposes two blocks",
    ),
];

/// The case of a family that keeps more from one another than the fixture does.
fn family() -> Trial {
    Trial::case("working-together").rewritten(|text| {
        KEPT.iter().fold(text.to_owned(), |text, (open, kept)| {
            assert_eq!(text.matches(open).count(), 1, "{open}");
            text.replace(open, kept)
        })
    })
}

/// The lines of each document of a reader, by its name.
fn documents(reader: &str) -> BTreeMap<String, Vec<String>> {
    let trial = family().language("en");
    let drafts = trial.audience(reader).drafts().into_iter();
    let lines = drafts.map(|draft| {
        let text = draft.layout().reading_text();
        // The marks at the feet of the pages differ with every word.
        let lines = text
            .lines()
            .filter(|line| !line.is_empty() && !line.contains("· version "));
        let name = draft
            .name()
            .split_once('/')
            .expect("whose it is")
            .1
            .to_owned();
        (name, lines.map(str::to_owned).collect())
    });
    lines.collect()
}

/// What one has and the other has not.
fn left_out<'a>(one: &'a [String], other: &[String]) -> Vec<&'a String> {
    let other: BTreeSet<&String> = other.iter().collect();
    one.iter().filter(|line| !other.contains(line)).collect()
}

#[test]
fn the_copies_for_five_readers_differ_in_what_is_each_readers_own() {
    let of: BTreeMap<&str, _> = ["court", "applicant", "respondent", "child-1", "provider"]
        .into_iter()
        .map(|reader| (reader, documents(reader)))
        .collect();
    let mut told = Vec::new();
    for (reader, documents) in &of {
        let names: Vec<&str> = documents.keys().map(String::as_str).collect();
        told.push(format!("{reader} has {}", names.join(", ")));
    }
    let pairs = [("court", "provider"), ("applicant", "respondent")];
    for (one, other) in pairs {
        for (name, lines) in &of[one] {
            let Some(others) = of[other].get(name) else {
                continue;
            };
            told.push(format!("{name}: of the {one} and not of the {other}"));
            told.extend(
                left_out(lines, others)
                    .iter()
                    .map(|line| format!("- {line}")),
            );
            told.push(format!("{name}: of the {other} and not of the {one}"));
            told.extend(
                left_out(others, lines)
                    .iter()
                    .map(|line| format!("+ {line}")),
            );
        }
    }
    let (childs, plan) = (
        &of["child-1"]["childs-plan"],
        &of["applicant"]["parenting-plan"],
    );
    told.push("what the child reads that is in the parents' plan too".to_owned());
    let own: BTreeSet<&String> = left_out(childs, plan).into_iter().collect();
    let shared = childs.iter().filter(|line| !own.contains(line));
    told.extend(shared.map(|line| format!("= {line}")));
    insta::assert_snapshot!(told.join("\n"));
}
