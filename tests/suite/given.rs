//! Case files as they come: linked, in capitals, beside what a computer leaves, in folders
//! that cannot be read, through a pipe.

use std::fs;
use std::path::Path;

use concord::cli::{self, Exit, Surroundings, Terminal};
use serde_json::Value;

use crate::support::{Run, concord};

const CASE: &str = "fixtures/cases/valid/minimal.yaml";

/// The cases that a check looked at, by what a program is told: each of these has a
/// misspelt field.
fn looked_at(folder: &Path) -> (Vec<String>, Run) {
    let folder = folder.to_str().expect("a plain path");
    let run = concord(&["check", folder, "--message-format", "json"]);
    let events = run.out.lines().map(|line| {
        let event: Value = serde_json::from_str(line).expect("an event is one JSON object a line");
        event
    });
    let cases = events.filter_map(|event| event["case"].as_str().map(str::to_owned));
    (cases.collect(), run)
}

fn broken(path: &Path) {
    fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
    fs::write(path, "schema: concord/9\n").expect("room for it");
}

#[test]
fn capitals_are_a_case_and_what_begins_with_a_point_is_none() {
    let home = tempfile::tempdir().expect("a temporary folder");
    for name in [
        "PLAN.YAML",
        "plan.Yml",
        "._plan.yaml",
        "notes.txt",
        "concord.yaml.bak",
    ] {
        broken(&home.path().join(name));
    }
    let (cases, _) = looked_at(home.path());
    assert_eq!(cases, ["PLAN.YAML", "plan.Yml"]);
}

#[cfg(unix)]
#[test]
fn a_linked_case_is_built_and_a_linked_folder_is_named() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (cases, elsewhere) = (home.path().join("cases"), home.path().join("elsewhere"));
    broken(&elsewhere.join("family.yaml"));
    broken(&cases.join("own.yaml"));
    let link = |to: &Path, name: &str| {
        std::os::unix::fs::symlink(to, cases.join(name)).expect("a link");
    };
    link(&elsewhere.join("family.yaml"), "linked.yaml");
    link(&elsewhere, "more");
    let (found, run) = looked_at(&cases);
    assert_eq!(found, ["linked.yaml", "own.yaml"]);
    assert!(
        run.out
            .contains("is a link to a folder, and was not gone into"),
        "{}",
        run.out
    );
}

#[test]
fn a_case_from_standard_input_has_a_name_of_its_own() {
    let case = fs::read(CASE).expect("a fixture");
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = home.path().to_str().expect("a plain path");
    let run = |options: &[&str], input: &[u8]| {
        let (mut told, mut refused) = (Vec::new(), Vec::new());
        let exit = {
            let terminal = Terminal::new(&mut told, &mut refused, Surroundings::default());
            let mut terminal = terminal.reading(input);
            let asked = ["concord", "build", "-", "--out", out, "--format", "typst"];
            cli::run([&asked[..], options].concat(), &mut terminal)
        };
        (
            exit,
            String::from_utf8(refused).expect("the program prints UTF-8"),
        )
    };
    let (exit, told) = run(&[], &case);
    assert_eq!(exit, Exit::Usage);
    assert!(told.contains("needs a name of its own"), "{told}");
    let (exit, told) = run(&["--name", "walk-in.yaml"], &case);
    assert_eq!(exit, Exit::Done, "{told}");
    let manifest = fs::read_to_string(home.path().join(".concord/manifest.json"));
    assert!(
        manifest
            .expect("it was written")
            .contains("\"path\":\"walk-in.yaml\"")
    );
    let (exit, told) = run(&["--name", "walk-in.yaml"], b"schema: concord/9\n");
    assert_eq!(exit, Exit::Findings);
    assert!(told.contains("walk-in.yaml"), "{told}");
}

#[test]
fn a_name_without_standard_input_is_a_usage_error() {
    let run = concord(&["check", CASE, "--name", "walk-in.yaml"]);
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.err.contains("no case is `-`"), "{}", run.err);
}
