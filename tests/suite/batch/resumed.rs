//! A run that was stopped or killed goes on from the manifest, which is all that it needs.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{build, families, files};

const LETTERS: &[&str] = &[
    "--document",
    "course-joining-letter",
    "--edition",
    "large-print",
];

fn program(home: &Path, arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_concord"));
    program.current_dir(home).args(arguments);
    program
}

fn run(home: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stderr, .. } = program(home, arguments).output().expect("it runs");
    (status.code(), String::from_utf8_lossy(&stderr).into_owned())
}

/// Builds the families of a folder and is sent a signal once the first file is told.
fn stopped_by(signal: &str, home: &Path, out: &str) {
    let arguments = [&["build", "cases", "--jobs", "2", "--out", out], LETTERS].concat();
    let mut program = program(home, &arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be run");
    let told = program.stdout.take().expect("it is piped");
    let mut told = BufReader::new(told);
    told.read_line(&mut String::new()).expect("a file is told");
    let number = program.id().to_string();
    let sent = Command::new("kill").args(["-s", signal, &number]).status();
    assert!(sent.is_ok_and(|sent| sent.success()), "`kill` can be run");
    program.wait().expect("it ends");
}

#[test]
fn a_run_goes_on_with_its_cases_and_options() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let home = home.path();
    fs::create_dir(home.join("cases")).expect("a folder");
    families(&home.join("cases"), 8);
    let (never_stopped, _) = run(
        home,
        &[&["build", "cases", "--out", "whole"], LETTERS].concat(),
    );
    let documents = |out: &str| {
        let mut files = files(&home.join(out));
        files.retain(|name, _| name != ".concord/lock");
        files
    };
    for signal in ["TERM", "KILL"] {
        stopped_by(signal, home, signal);
        assert!(
            documents(signal).len() < documents("whole").len(),
            "it was stopped"
        );
        let other = [
            "build",
            "--resume",
            "--out",
            signal,
            "--edition",
            "standard",
        ];
        assert_eq!(run(home, &other).0, Some(2), "other options are refused");
        let (end, told) = run(home, &["build", "--resume", "--out", signal]);
        assert_eq!(end, never_stopped, "{told}");
        assert!(told.contains("resuming: `cases`"), "{told}");
        assert!(told.contains("kept "), "{told}");
        assert!(documents(signal) == documents("whole"));
        let (end, told) = run(home, &["build", "--resume", "--out", signal]);
        assert_eq!(end, Some(2), "{told}");
        assert!(
            told.contains("O25") && told.contains("its last run came to its end"),
            "{told}"
        );
    }
}

#[test]
fn what_no_manifest_keeps_is_said_and_not_guessed() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (end, told) = run(home.path(), &["build", "--resume", "--out", "nowhere"]);
    assert_eq!(end, Some(2), "{told}");
    assert!(
        told.contains("O25") && told.contains("it has no manifest"),
        "{told}"
    );
    let (cases, out) = (home.path().join("cases"), home.path().join("out"));
    fs::create_dir(&cases).expect("a folder");
    families(&cases, 1);
    build(&cases, &out, &["--format", "typst"]);
    let manifest = out.join(".concord/manifest.json");
    let text = fs::read_to_string(&manifest).expect("it was written");
    let stopped = text.replace("\"complete\": true", "\"complete\": false");
    fs::write(&manifest, stopped).expect("room for it");
    let (end, told) = run(home.path(), &["build", "--resume", "--out", "out"]);
    assert_eq!(end, Some(2), "{told}");
    assert!(
        told.contains("a path from the root of the machine"),
        "{told}"
    );
}

/// A manifest that cannot be written is a run that could not go on: it is not begun.
#[test]
fn where_the_manifest_cannot_be_written_the_run_fails() {
    let home = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(home.path().join("cases")).expect("a folder");
    families(&home.path().join("cases"), 1);
    let manifest = home.path().join("out/.concord/manifest.json");
    fs::create_dir_all(manifest.join("in the way")).expect("a folder");
    let (end, told) = run(home.path(), &["build", "cases", "--out", "out"]);
    assert_eq!(end, Some(74), "{told}");
    assert!(!home.path().join("out/NE26P00000").exists(), "{told}");
}
