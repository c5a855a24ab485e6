//! Welsh and bilingual documents: no English where Welsh belongs, and both languages
//! state the same.

use std::collections::BTreeSet;
use std::fs;

use concord::cli::Exit;
use serde_yaml::Value;

use crate::language::english_words::{english_words_in, listed_terms};
use crate::trial::Trial;

fn case() -> Trial {
    Trial::case("working-together")
}

/// Every text of the case, as it is printed: names, places, and what people wrote.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            let paragraphs = text.split("\n\n");
            found.extend(
                paragraphs.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
            );
        }
        Value::Sequence(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Mapping(fields) => fields.iter().for_each(|(_, field)| texts(field, found)),
        _ => {}
    }
}

#[test]
fn a_welsh_document_has_no_english_but_names_quotations_and_listed_terms() {
    let text = fs::read_to_string(case().file()).expect("a fixture");
    let mut allowed = BTreeSet::new();
    texts(&serde_yaml::from_str(&text).expect("YAML"), &mut allowed);
    let allowed: Vec<String> = allowed.into_iter().chain(listed_terms()).collect();
    let allowed: Vec<&str> = allowed
        .iter()
        .filter(|words| words.len() > 2)
        .map(String::as_str)
        .collect();
    let trial = case().language("cy").edition("plain-text");
    let outcome = trial.build().done();
    let written = outcome.texts(".txt");
    assert!(written.len() >= 4, "{}", outcome.run.out);
    for (_, text) in written {
        assert_eq!(
            english_words_in(text, &allowed),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn a_change_in_one_half_stops_the_document() {
    let reason = |cy: &str| {
        let trial = case().language("bilingual").document("course-notice");
        let trial = trial.altered(|case| {
            let reason = &mut case["course"][1]["reason"];
            reason["en"] = "He did not come on 17 June 2026 at 6 pm.".into();
            reason["cy"] = cy.into();
            reason["translation"]["state"] = "done".into();
        });
        trial.build().run
    };
    let same = reason("Ni ddaeth ar 17 Mehefin 2026 am 6pm.");
    assert_eq!(same.exit, Exit::Done, "{}", same.err);
    for (cy, told) in [
        (
            "Ni ddaeth ar 18 Mehefin 2026 am 6pm.",
            "`2026-06-18` stands in `cy` alone",
        ),
        (
            "Ni ddaeth ar 17 Mehefin 2026 am 5pm.",
            "`17:00` stands in `cy` alone",
        ),
        (
            "Ni ddaeth 3 gwaith ar 17 Mehefin 2026 am 6pm.",
            "a number stands in `cy` alone",
        ),
        ("Ni ddaeth Gwenno ar 17 Mehefin 2026 am 6pm.", ""),
    ] {
        let changed = reason(cy);
        // The child's name is in both halves already: her name is no difference.
        let stops = !told.is_empty();
        assert_eq!(
            changed.exit == Exit::Findings,
            stops,
            "{cy}: {}",
            changed.err
        );
        assert!(
            changed.err.contains("D11") == stops && changed.err.contains(told),
            "{}",
            changed.err
        );
    }
}

#[test]
fn readers_are_sent_the_language_they_chose() {
    for (preference, mark) in [
        ("cy", "-cy.txt"),
        ("en", "respondent.txt"),
        ("unknown", "-bilingual.txt"),
    ] {
        let trial = case()
            .document("course-joining-letter")
            .edition("plain-text");
        let trial = trial.altered(|case| {
            case["people"]["adults"][1]["language_preference"] = preference.into();
        });
        let run = trial.build().run;
        assert!(
            run.out.trim_end().ends_with(mark),
            "{preference}: {}",
            run.out
        );
    }
}
