//! Every case file under `fixtures/cases`, by walking the folders: adding one needs no Rust.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use concord::case;
use concord::cli::Exit;
use concord::diagnostics::code;

use crate::support::{announced_finding, concord};

/// The case files of a folder, in order, by paths that are the same on every machine.
fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = format!("fixtures/cases/{folder}");
    let entries = fs::read_dir(&folder).expect("the folder is there");
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("its entries are readable").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "{folder} holds cases");
    cases
}

#[test]
fn a_valid_case_has_no_findings() {
    for case in cases("valid") {
        let path = case.to_str().expect("fixtures have plain names");
        let run = concord(&["check", path, "--strict"]);
        assert_eq!((run.exit, run.out.as_str()), (Exit::Done, ""), "{path}");
    }
}

#[test]
fn an_invalid_case_has_exactly_the_finding_it_announces() {
    let cases = cases("invalid");
    let (drawn, wrong): (Vec<_>, Vec<_>) = cases
        .iter()
        .map(|case| announced_finding(case))
        .partition(Result::is_ok);
    let wrong: Vec<String> = wrong.into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let drawn: Vec<String> = drawn.into_iter().flatten().collect();
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn there_are_at_least_ninety_and_every_code_about_cases_has_one() {
    let cases = cases("invalid");
    assert!(cases.len() >= 90, "there are {}", cases.len());
    let shown: BTreeSet<&str> = cases
        .iter()
        .filter_map(|case| case.file_name()?.to_str()?.split('-').next())
        .collect();
    let families = [code::reading::ALL, code::model::ALL, code::rule::ALL];
    let missing: Vec<&str> = families
        .into_iter()
        .flatten()
        .map(|code| code.id)
        // A file that is not there cannot be a fixture; `tests/suite/cli.rs` asks for one.
        .filter(|id| *id != code::reading::NOT_FOUND.id)
        // What no command but `migrate` says; `tests/suite/migrate.rs` asks for it.
        .filter(|id| *id != code::model::NOT_CONVERTED.id && !shown.contains(id))
        .collect();
    assert_eq!(missing, [""; 0], "codes without a fixture");
}

#[test]
fn an_independent_judge_accepts_every_valid_case() {
    let schema = serde_json::from_str(&case::schema()).expect("the schema is JSON");
    let judge = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for case in cases("valid") {
        let text = fs::read_to_string(&case).expect("a readable fixture");
        let value: serde_json::Value = serde_yaml::from_str(&text).expect("YAML");
        let faults: Vec<String> = judge.iter_errors(&value).map(|e| e.to_string()).collect();
        assert_eq!(faults, [""; 0], "{}", case.display());
    }
}

#[test]
fn every_case_names_its_schema_for_the_editor() {
    for case in cases("valid") {
        let text = fs::read_to_string(&case).expect("a readable fixture");
        let first = text.lines().next().unwrap_or_default();
        assert_eq!(
            first,
            "# yaml-language-server: $schema=../../concord.schema.json",
            "{}",
            case.display()
        );
    }
    let committed = fs::read_to_string("fixtures/concord.schema.json").expect("it is there");
    assert_eq!(
        committed,
        case::schema(),
        "run `concord schema > fixtures/concord.schema.json`"
    );
}

#[test]
fn a_skeleton_passes_but_for_its_blanks() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for programme in ["cppp", "planning-together", "working-together", "mediation"] {
        let file = folder.path().join(format!("{programme}.yaml"));
        let file = file.to_str().expect("a plain path");
        let run = concord(&["init", programme, file]);
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
        let check = concord(&["check", file, "--message-format", "short"]);
        let others: Vec<&str> = check
            .out
            .lines()
            .filter(|line| !line.contains(": M06: "))
            .collect();
        assert_eq!(others, [""; 0], "{programme}");
        let blanks = check.out.lines().count();
        assert!(
            run.out.contains(&format!("has {blanks} blanks")),
            "{}",
            run.out
        );
    }
}

#[test]
fn what_a_skeleton_offers_behind_a_hash_is_a_field_with_blanks() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for programme in ["cppp", "planning-together", "working-together", "mediation"] {
        let file = folder.path().join(format!("{programme}.yaml"));
        let path = file.to_str().expect("a plain path");
        concord(&["init", programme, path]);
        let text = fs::read_to_string(&file).expect("it was written");
        let first = "# yaml-language-server: $schema=concord.schema.json\n";
        assert!(text.starts_with(first));
        let (head, body) = text.split_once("\nschema:").expect("it names its schema");
        let body: Vec<String> = body.lines().map(offered).collect();
        let offered = format!("{head}\nschema:{}\n", body.join("\n"));
        assert_ne!(offered, text);
        fs::write(&file, offered).expect("it can be written");
        let check = concord(&["check", path, "--message-format", "short"]);
        let mut others = check.out.lines().filter(|line| !line.contains(": M06: "));
        assert_eq!(others.next(), None, "{programme}");
    }
}

/// A line without its `#`, where a field stands behind it.
fn offered(line: &str) -> String {
    let field = line.trim_start().strip_prefix("# ").filter(|field| {
        let key = field.trim_start().trim_start_matches("- ");
        let is_word = |key: &str| {
            key.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        key.starts_with('{') || key.split_once(':').is_some_and(|(key, _)| is_word(key))
    });
    match field {
        Some(field) => {
            let room = line.len() - line.trim_start().len();
            format!("{}{field}", " ".repeat(room))
        }
        None => line.to_owned(),
    }
}
