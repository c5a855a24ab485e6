//! What can be said of the files of a folder, each word with one meaning, and what is
//! accepted.

use std::fs;

use concord::cli::Exit;

use super::Office;
use crate::support::concord;

#[test]
fn what_moved_is_accepted_and_is_the_same_then() {
    let office = Office::new();
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    let before = fs::read(office.plan()).expect("the plan");
    let run = office.verify(&["--accept"]);
    assert_eq!(run.exit, Exit::Done, "{}\n{}", run.out, run.err);
    assert!(run.err.contains("accepted: wrote 1 file"), "{}", run.err);
    assert_ne!(fs::read(office.plan()).expect("the plan"), before);
    office.is_the_same(&["--rebuild"]);
}

#[test]
fn a_file_that_was_altered_keeps_all_from_being_accepted() {
    let office = Office::new();
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    fs::write(office.plan(), "signed").expect("room for it");
    let run = office.verify(&["--accept"]);
    assert_eq!(run.exit, Exit::Findings, "{}", run.out);
    assert!(run.out.starts_with("altered    "), "{}", run.out);
    assert!(run.err.contains("O21: nothing was accepted"), "{}", run.err);
    assert_eq!(fs::read(office.plan()).expect("it is there"), b"signed");
}

#[test]
fn missing_and_foreign_files_are_told_and_a_missing_one_comes_back() {
    let office = Office::new();
    let plan = office.plan();
    let written = fs::read(&plan).expect("the plan");
    fs::remove_file(&plan).expect("it goes");
    office.write("out/notes.txt", "somebody's");
    let run = office.verify(&["--no-rebuild"]);
    assert_eq!(run.exit, Exit::Drift);
    let words: Vec<&str> = run
        .out
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(words, ["missing", "foreign"], "{}", run.out);
    let run = office.verify(&["--accept"]);
    assert_eq!(run.exit, Exit::Drift, "the foreign file is still there");
    assert_eq!(fs::read(&plan).expect("it came back"), written);
}

#[test]
fn without_making_anything_again_what_changed_is_stale() {
    let office = Office::new();
    office.touch(
        "cases/family.yaml",
        "in two homes. Monday",
        "in two houses. Monday",
    );
    let run = office.verify(&["--no-rebuild"]);
    assert_eq!(run.exit, Exit::Drift);
    assert!(run.out.starts_with("stale      "), "{}", run.out);
    assert!(
        run.out.contains("because  field `arrangements[0]`"),
        "{}",
        run.out
    );
}

#[test]
fn a_case_with_an_error_stops_its_documents_and_says_why() {
    let office = Office::new();
    office.touch("cases/family.yaml", "status: final", "status: fnal");
    let run = office.verify(&[]);
    assert_eq!(run.exit, Exit::Findings, "{}", run.out);
    assert!(run.out.starts_with("stopped    "), "{}", run.out);
    assert!(run.err.contains("M05"), "{}", run.err);
}

#[test]
fn a_case_that_is_elsewhere_is_asked_for() {
    let office = Office::new();
    let out = office.path("out");
    let run = concord(&["verify", &out]);
    assert_eq!(run.exit, Exit::Findings);
    assert!(
        run.err.contains("O22: the case file `family.yaml`"),
        "{}",
        run.err
    );
}

#[test]
fn a_folder_without_a_manifest_and_a_damaged_one_are_told_with_what_is_left_to_say() {
    let office = Office::new();
    let cases = office.path("cases");
    let run = concord(&["verify", &cases]);
    assert_eq!(run.exit, Exit::Findings);
    assert!(run.err.contains("O20: "), "{}", run.err);

    let manifest = office.path("out/.concord/manifest.json");
    let text = fs::read_to_string(&manifest).expect("it was written");
    let later = text.replace("concord-manifest/1", "concord-manifest/2");
    for broken in [later.as_str(), text.trim_end().trim_end_matches('}')] {
        fs::write(&manifest, broken).expect("room for it");
        let run = office.verify(&[]);
        assert_eq!(run.exit, Exit::Findings);
        assert!(run.err.contains("O08: "), "{}", run.err);
        assert!(
            run.err.contains("files that it names are there"),
            "{}",
            run.err
        );
    }
}

#[test]
fn looking_changes_nothing() {
    let office = Office::new();
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    let manifest = office.path("out/.concord/manifest.json");
    let before = fs::read(&manifest).expect("it was written");
    office.verify(&["--rebuild"]);
    assert_eq!(fs::read(&manifest).expect("it is there"), before);
}
