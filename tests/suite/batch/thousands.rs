//! Many cases, every fiftieth of them broken: each broken one is told and every other is built,
//! in no more memory than a few need. A hundred by default; `CONCORD_HAMMER=1` asks for ten
//! thousand.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::families;

/// What the program may hold more at the end than after the first cases, in KiB.
const GROWTH: u64 = 16 * 1024;

/// The most memory that a process had so far, in KiB; none once it has ended.
fn peak(process: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", process.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// How many families have documents.
fn built(out: &Path) -> usize {
    let entries = fs::read_dir(out)
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let names = entries.map(|entry| entry.file_name());
    names
        .filter(|name| !name.to_string_lossy().starts_with('.'))
        .count()
}

/// The program, as it builds one document of each case.
fn begun(cases: &Path, out: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_concord"))
        .args(["build", "--format", "typst"])
        .args(["--document", "course-joining-letter", "--out"])
        .args([out, cases])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be run")
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the environment says how much is asked of the test"
)]
fn of_thousands_of_cases_those_that_are_broken_are_told_and_the_others_built() {
    let number = match std::env::var_os("CONCORD_HAMMER") {
        Some(_) => 10_000,
        None => 100,
    };
    let broken = number / 50;
    let home = tempfile::tempdir().expect("a temporary folder");
    let (cases, out) = (home.path().join("cases"), home.path().join("out"));
    fs::create_dir(&cases).expect("a folder");
    families(&cases, number);
    let mut program = begun(&cases, &out);
    let mut told = program.stderr.take().expect("it is piped");
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        told.read_to_string(&mut text).map(|_| text)
    });
    let (mut early, mut most) = (None, 0);
    while program.try_wait().expect("it can be asked").is_none() {
        if let Some(peak) = peak(&program) {
            most = most.max(peak);
            early = early.or_else(|| (built(&out) >= number / 4).then_some(peak));
        }
        sleep(Duration::from_millis(20));
    }
    let status = program.wait().expect("it ends");
    let told = reader.join().expect("it reads").expect("it is text");
    let last = told.lines().last().unwrap_or_default();
    assert_eq!(status.code(), Some(1), "{last}");
    assert_eq!(built(&out), number - broken, "{last}");
    assert_eq!(
        told.matches("line reads: slip: here").count(),
        broken,
        "{last}"
    );
    let early = early.expect("it was seen at a quarter of the cases");
    assert!(
        most <= early + GROWTH,
        "{most} KiB, and {early} KiB at a quarter"
    );
    if number > 100 {
        println!("{number} cases, {broken} broken: {early} KiB at a quarter, {most} KiB at most");
    }
}
