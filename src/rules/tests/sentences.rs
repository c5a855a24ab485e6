//! Sentences in families' prose: innocent ones, which no rule flags, though each stands
//! close to a slip; and the slips, each of which is found once.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::case::Case;
use crate::case::load::load;
use crate::reading::{read, table};
use crate::rules;

/// By family and place, the sentences that are added there one at a time.
type Sentences = BTreeMap<String, BTreeMap<String, Vec<String>>>;

const INNOCENT: &str = include_str!("../../../fixtures/sentences/innocent.yaml");

/// So many near misses in so many families' prose.
const NEAR_MISSES: usize = 60;
const FAMILIES: usize = 9;

fn family(name: &str) -> Value {
    let path = format!("fixtures/cases/valid/{name}.yaml");
    let mut accepted = read(path.as_ref()).unwrap_or_else(|_| panic!("{path} is there"));
    let case: Case = load(&mut accepted).expect("the fixture is a case");
    serde_json::to_value(case).expect("a case has text for keys")
}

/// The text at a place: `analysis.1.text`.
fn text_at<'a>(case: &'a mut Value, at: &str) -> &'a mut String {
    let pointer = format!("/{}", at.replace('.', "/"));
    match case.pointer_mut(&pointer) {
        Some(Value::String(text)) => text,
        other => panic!("{at} is {other:?}"),
    }
}

/// The codes found in a case.
fn found(case: &Value) -> Vec<String> {
    let case: Case = serde_json::from_value(case.clone()).expect("it is still a case");
    let concerns = rules::check(&case);
    concerns
        .iter()
        .map(|one| format!("{}: {}", one.finding.code.id, one.finding.message))
        .collect()
}

#[test]
fn innocent_sentences_are_not_flagged() {
    let families: Sentences = table(INNOCENT);
    let mut flagged = Vec::new();
    let mut count = 0;
    for (name, places) in &families {
        let sound = family(name);
        assert_eq!(found(&sound), [""; 0], "{name}");
        for (at, sentences) in places {
            for sentence in sentences {
                count += 1;
                let mut case = sound.clone();
                let text = text_at(&mut case, at);
                *text = format!("{} {sentence}", text.trim_end());
                let codes = found(&case);
                if !codes.is_empty() {
                    flagged.push(format!("{name}, {at}: {sentence} {codes:?}"));
                }
            }
        }
    }
    assert_eq!(flagged, [""; 0], "flagged");
    assert!(count >= NEAR_MISSES, "there are {count}");
    assert!(families.len() >= FAMILIES, "there are {}", families.len());
}

/// One slip, planted at a place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    slip: String,
    family: String,
    code: String,
    at: String,
    #[serde(default)]
    says: Option<String>,
    #[serde(default)]
    set: Option<Value>,
    #[serde(default)]
    also: Option<Also>,
}

/// Words that make a slip of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Also {
    at: String,
    says: String,
}

const SLIPS: &str = include_str!("../../../fixtures/sentences/slips.yaml");

/// Sets a value, beside others of its block where it is not there yet.
fn set(case: &mut Value, at: &str, value: &Value) {
    let (block, key) = at.rsplit_once('.').expect("a place in a block");
    let pointer = format!("/{}", block.replace('.', "/"));
    let block = case
        .pointer_mut(&pointer)
        .unwrap_or_else(|| panic!("{at} has a block"));
    match key.parse::<usize>() {
        Ok(index) => block[index] = value.clone(),
        Err(_) => block[key] = value.clone(),
    }
}

#[test]
fn every_slip_is_found_once() {
    let slips: Vec<Slip> = table(SLIPS);
    let mut missed = Vec::new();
    for slip in &slips {
        let mut case = family(&slip.family);
        if let Some(value) = &slip.set {
            set(&mut case, &slip.at, value);
        }
        let own = slip.says.as_ref().map(|says| (&slip.at, says));
        let also = slip.also.as_ref().map(|also| (&also.at, &also.says));
        for (at, says) in own.into_iter().chain(also) {
            let text = text_at(&mut case, at);
            *text = format!("{} {says}", text.trim_end());
        }
        let found = found(&case);
        let is_it = |one: &String| one.starts_with(&format!("{}: ", slip.code));
        if found.len() != 1 || !found.iter().all(is_it) {
            missed.push(format!("{}: {} and not {found:?}", slip.slip, slip.code));
        }
    }
    assert_eq!(missed, [""; 0], "missed");
}
