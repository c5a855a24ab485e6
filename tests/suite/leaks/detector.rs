//! The search of a case's own texts for what the case keeps back: a table of spellings by
//! their kind, and of words that are near and innocent.

use std::collections::BTreeMap;

use concord::diagnostics::Severity;
use concord::pipeline::examine;
use concord::settings::Known;
use serde::Deserialize;
use serde_yaml::Value;

use crate::trial::Trial;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    spellings: BTreeMap<String, Vec<String>>,
    innocent: Vec<String>,
}

/// What keeps the details and places back that the table spells.
const KEPT_BACK: &str = "
contact:
  address: {lines: [Rosewood, 19 Verger Street, Harrogate], postcode: HG1 9ZZ}
  email: kestrel.moss@example.org
  phone: 07700 900417
places:
  - {id: surgery, kind: gp, name: Larkfield Surgery, of: mother, confidential: true, public_label: the surgery}
  - {id: work, kind: other, name: Dalewright Logistics, confidential: true, public_label: her work}
";

/// What is found of what is kept back in a text with these words: whether it stops the case,
/// or is a warning.
fn found(words: &str) -> Option<bool> {
    let kept: Value = serde_yaml::from_str(KEPT_BACK).expect("YAML");
    let trial = Trial::case("return-to-court").altered(|case| {
        case["people"]["adults"][1]["contact"] = kept["contact"].clone();
        let places = case["places"].as_sequence_mut().expect("it has some");
        places.extend(kept["places"].as_sequence().into_iter().flatten().cloned());
        case["programme"]["account"] = format!("She named {words} to me.").into();
    });
    let findings = examine(trial.file(), &Known::default()).findings.sorted();
    let codes: Vec<&str> = findings.iter().map(|one| one.code.id).collect();
    // A sign that cannot be seen is refused before anybody looks for words.
    let is_refused = findings.iter().any(|one| one.severity == Severity::Error);
    let is_warned = codes.iter().any(|code| ["R34", "R195"].contains(code));
    match (is_refused, is_warned) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

#[test]
fn nearly_every_spelling_of_what_is_kept_back_is_found_and_few_innocent_words_are() {
    let table: Table =
        serde_yaml::from_str(include_str!("spellings.yaml")).expect("the table is YAML");
    let (mut told, mut tried, mut missed) = (String::new(), 0, 0);
    for (kind, spellings) in &table.spellings {
        let found: Vec<_> = spellings
            .iter()
            .map(|words| (words, found(words)))
            .collect();
        let count = |wanted| found.iter().filter(|(_, found)| *found == wanted).count();
        let (refused, warned) = (count(Some(true)), count(Some(false)));
        let lost = found.iter().filter(|(_, found)| found.is_none());
        let lost: Vec<&str> = lost.map(|(words, _)| words.as_str()).collect();
        tried += spellings.len();
        missed += lost.len();
        told += &format!("{kind}: {refused} refused, {warned} warned, missed {lost:?}\n");
    }
    let alarms: Vec<&String> = table
        .innocent
        .iter()
        .filter(|words| found(words).is_some())
        .collect();
    told += &format!(
        "innocent: {} of {} found {alarms:?}",
        alarms.len(),
        table.innocent.len()
    );
    assert_eq!((tried, table.innocent.len()), (205, 67));
    assert!(
        tried - missed >= 190 && alarms.len() <= 2,
        "missed {missed} of {tried}\n{told}"
    );
    insta::assert_snapshot!(told);
}
