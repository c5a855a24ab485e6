//! A text that is kept for the court is in no view of anybody else's: asked of every text
//! that the model has and a sample uses.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::build::build;
use super::catalogue::Documents;
use super::request::Request;
use super::sample;
use crate::audience::{Audience, Office};
use crate::case::Case;
use crate::case::texts::narratives;
use crate::diagnostics::Pointer;
use crate::language::Language;

/// The copies of a case that somebody reads, or the court.
fn views(case: &Case, is_read: impl Fn(Audience) -> bool) -> BTreeMap<String, String> {
    let office = Office::of(case);
    let mut views = BTreeMap::new();
    for document in &Documents::builtin() {
        let copies = document.copies(office).unwrap_or_default();
        for copy in copies.into_iter().filter(|copy| is_read(copy.audience)) {
            let name = format!("{} {:?}", document.id(), copy);
            let request = Request {
                document: document.clone(),
                copy,
                language: Language::En,
            };
            let view = build(office, request, sample::locale()).expect("nothing is missing");
            views.insert(name, view.json().to_string());
        }
    }
    views
}

/// The case with another text in these places.
fn with(case: &Case, texts: &[(&Pointer, Value)]) -> Case {
    let mut tree = serde_json::to_value(case).expect("a case is data");
    for (at, text) in texts {
        let place = tree.pointer_mut(&at.to_string());
        *place.expect("the text stands there") = text.clone();
    }
    serde_json::from_value(tree).expect("it is a case still")
}

fn samples() -> [Case; 4] {
    [
        sample::case_of_everything(),
        sample::returned(),
        sample::course(),
        sample::course_in_wales(),
    ]
}

/// A word that no text has, one for each place.
fn canary(number: usize) -> String {
    format!("zircon{number}.")
}

#[test]
fn a_text_for_the_court_alone_is_in_no_other_readers_view() {
    let mut told = BTreeSet::new();
    for case in samples() {
        let places: Vec<Pointer> = narratives(&case).into_iter().map(|(at, ..)| at).collect();
        let all: Vec<_> = (0..)
            .zip(&places)
            .map(|(number, at)| (at, json!(canary(number))))
            .collect();
        let others = |audience| audience != Audience::Court;
        let open = views(&with(&case, &all), others);
        for (number, at) in places.iter().enumerate() {
            if !open.values().any(|view| view.contains(&canary(number))) {
                continue;
            }
            told.insert(at.to_string().replace(|one: char| one.is_ascii_digit(), ""));
            let kept = |words: &str| {
                let block = json!({"text": words, "vis": "court_only"});
                views(&with(&case, &[(at, block)]), others)
            };
            let [one, other] = ["zircon", "a longer text, of beryl"].map(kept);
            assert_eq!(one, other, "{at} is told by what it changes");
            assert!(!one.values().any(|view| view.contains("zircon")), "{at}");
        }
    }
    assert!(told.len() >= 6, "{told:?}");
}

#[test]
fn the_court_reads_every_text_and_who_may_be_served_with_it() {
    for case in samples() {
        let places: Vec<Pointer> = narratives(&case).into_iter().map(|(at, ..)| at).collect();
        let court = |block: &dyn Fn(String) -> Value| {
            let all = (0..).zip(&places);
            let all: Vec<_> = all
                .map(|(number, at)| (at, block(canary(number))))
                .collect();
            views(&with(&case, &all), |audience| audience == Audience::Court)
        };
        let plain = court(&|words| json!(words));
        let kept = court(&|words| json!({"text": words, "vis": "court_only"}));
        for (number, at) in places.iter().enumerate() {
            for (name, view) in &plain {
                let marked = format!(
                    r#"{{"text":"{}","language":"en","foreign":false,"names_as_written":[],"restriction":{{"served_to":[]}}}}"#,
                    canary(number)
                );
                let is_there = view.contains(&canary(number));
                assert_eq!(kept[name].contains(&marked), is_there, "{at} in {name}");
            }
        }
    }
}
