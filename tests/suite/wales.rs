//! Welsh and bilingual documents: no English where Welsh belongs, and both languages
//! state the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use concord::cli::Exit;
use serde_yaml::Value;

use crate::language::english_words::{english_words_in, listed_terms};
use crate::support::concord;
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

/// Every valid case builds in every language as a draft. As a final document it builds too,
/// or what keeps it from that is in the case: a text without a translation, a name without its
/// Welsh form, a signature; or nobody has confirmed the Welsh. It is never the two halves that differ, nor a page.
#[test]
fn every_case_builds_in_every_language_and_edition_of_its_status() {
    let folder = Path::new("fixtures/cases/valid");
    let room = tempfile::tempdir().expect("a temporary folder");
    let entries = fs::read_dir(folder).expect("the repository has the folder");
    let paths: BTreeSet<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    let (cases, beside): (Vec<PathBuf>, Vec<PathBuf>) = paths
        .into_iter()
        .partition(|path| path.extension().is_some_and(|e| e == "yaml"));
    for picture in beside {
        let name = picture.file_name().expect("a file has a name");
        fs::copy(&picture, room.path().join(name)).expect("room for it");
    }
    let mut finals = 0;
    for case in cases {
        let name = case.file_name().expect("a file has a name");
        let copy = room.path().join(name);
        for (status, language) in ["draft", "final"]
            .iter()
            .flat_map(|status| ["cy", "en", "bilingual"].map(|language| (*status, language)))
        {
            let mut value: Value =
                serde_yaml::from_str(&fs::read_to_string(&case).expect("a fixture")).expect("YAML");
            value["document"]["status"] = status.into();
            let text = serde_yaml::to_string(&value).expect("YAML can be written");
            fs::write(&copy, text).expect("room for it");
            let out = room.path().join("out");
            let [copy, out] = [&copy, &out].map(|path| path.to_str().expect("a plain path"));
            let options = ["--language", language, "--edition", "plain-text"];
            let format = ["--message-format", "json"];
            let run = concord(&[&["build", copy, "--out", out], &options[..], &format].concat());
            let told: Vec<String> = run
                .out
                .lines()
                .chain(run.err.lines())
                .filter_map(error_of)
                .collect();
            let sound = match status {
                "draft" => told.is_empty(),
                _ => told.iter().all(|code| keeps_a_final_back(code, language)),
            };
            assert!(
                sound,
                "{name:?}, {status}, {language}: {told:?}\n{}",
                run.err
            );
            finals += usize::from(status == "final" && told.is_empty());
        }
    }
    assert!(finals >= 9, "some final documents can be had: {finals}");
}

/// What may keep a final document of a sound case from being had: a rule, a gap in its texts, or
/// in Welsh that nobody has confirmed the words.
fn keeps_a_final_back(code: &str, language: &str) -> bool {
    code.starts_with(['R', 'V']) || language != "en" && code == "D12"
}

/// The code of a finding in a line of JSON, if it is an error.
fn error_of(line: &str) -> Option<String> {
    let finding: serde_json::Value = serde_json::from_str(line).ok()?;
    let is_error = finding["severity"] == "error";
    let code = finding["code"].as_str()?;
    is_error.then(|| code.to_owned())
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
