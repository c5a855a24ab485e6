//! Many cases at once: the same bytes and the same words however many are worked on, and
//! whole cases however a run ends.

#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod resumed;
#[cfg(unix)]
mod same;
mod shards;
#[cfg(target_os = "linux")]
mod thousands;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use concord::cli::Exit;
use walkdir::WalkDir;

use crate::support::{Run, concord};

/// A folder of families, of which every fiftieth has a slip.
fn families(folder: &Path, number: usize) {
    let case = fs::read_to_string("fixtures/cases/valid/planning-together.yaml");
    let case = case.expect("the fixture is there");
    for family in 0..number {
        let case = case.replace("NE26P00274", &format!("NE26P{family:05}"));
        let slip = if family % 50 == 1 { "slip: here\n" } else { "" };
        let path = folder.join(format!("family-{family:02}.yaml"));
        fs::write(path, format!("{case}{slip}")).expect("the folder can be written to");
    }
}

fn build(cases: &Path, out: &Path, more: &[&str]) -> Run {
    let (cases, out) = (cases.to_str(), out.to_str());
    let (cases, out) = (cases.expect("a plain name"), out.expect("a plain name"));
    concord(&[&["build", cases, "--out", out], more].concat())
}

/// What stands in a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|file| {
            let name = file.path().strip_prefix(folder).expect("it is below");
            let bytes = fs::read(file.path()).expect("it can be read");
            (name.display().to_string(), bytes)
        })
        .collect()
}

#[test]
fn how_many_are_worked_on_at_once_is_seen_nowhere() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let cases = home.path().join("cases");
    fs::create_dir(&cases).expect("a folder");
    families(&cases, 5);
    let runs = ["1", "2", "5"].map(|jobs| {
        let out = home.path().join(jobs);
        let run = build(&cases, &out, &["--format", "typst", "--jobs", jobs]);
        let told = [run.out, run.err].map(|told| told.replace(out.to_str().unwrap_or(""), "OUT"));
        (told, files(&out))
    });
    let last = runs[0].0[1].lines().last().unwrap_or_default();
    assert!(
        last.contains(" for 4 of 5 cases; 1 error in 1 of 5 cases"),
        "{last}"
    );
    assert_eq!(runs[0], runs[1]);
    assert_eq!(runs[0], runs[2]);
    let first = runs[0].0[0].lines().next().unwrap_or_default();
    assert!(first.contains("NE26P00000"), "{first}");
}

#[cfg(unix)]
mod stopped {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    use super::*;

    const LETTERS: &[&str] = &[
        "--document",
        "course-joining-letter",
        "--document",
        "course-notice",
    ];

    /// Builds a folder of families, is sent a signal once the first file is told, and says
    /// how it ended, what it told, and what it left.
    fn stopped_by(signal: &str, out: &Path, cases: &Path) -> (Option<i32>, String) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_concord"))
            .args([&["build", "--jobs", "2"], LETTERS, &["--out"]].concat())
            .args([out, cases])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be run");
        let told = program.stdout.take().expect("it is piped");
        let mut told = BufReader::new(told);
        let mut first = String::new();
        told.read_line(&mut first).expect("a file is told");
        let number = program.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &number]).status();
        assert!(sent.is_ok_and(|sent| sent.success()), "`kill` can be run");
        let mut rest = String::new();
        std::io::Read::read_to_string(&mut told, &mut rest).expect("it tells in UTF-8");
        let end = program.wait_with_output().expect("it ends");
        let notices = String::from_utf8_lossy(&end.stderr).into_owned();
        (end.status.code(), notices)
    }

    #[test]
    fn a_run_that_is_stopped_leaves_whole_cases_and_goes_on_where_it_was() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let cases = home.path().join("cases");
        fs::create_dir(&cases).expect("a folder");
        families(&cases, 10);
        let whole = home.path().join("whole");
        let never_stopped = build(&cases, &whole, LETTERS);
        for (signal, code) in [("INT", 130), ("TERM", 143)] {
            let out = home.path().join(signal);
            let (end, notices) = stopped_by(signal, &out, &cases);
            assert_eq!(end, Some(code), "{notices}");
            assert!(notices.contains("stopped before the end: "), "{notices}");
            let documents = |folder: &Path| {
                let mut files = files(folder);
                files.retain(|name, _| !name.starts_with(".concord"));
                files
            };
            let (left, all) = (documents(&out), documents(&whole));
            assert!(left.len() < all.len(), "it was stopped");
            assert!(left.iter().all(|(name, bytes)| all[name] == *bytes));
            let of_family = |name: &str| name[..10].to_owned();
            let families = left.keys().map(|name| of_family(name));
            let whole = all.keys().filter(|name| {
                let family = of_family(name);
                families.clone().any(|other| other == family)
            });
            assert_eq!(
                left.len(),
                whole.count(),
                "a family has all its documents or none"
            );
            let again = build(&cases, &out, LETTERS);
            assert_eq!(again.exit, never_stopped.exit);
            assert!(again.err.contains("kept "), "{}", again.err);
            assert_eq!(documents(&out), all);
        }
    }
}

/// Whichever of two is the right one, no document of either comes before it is known.
#[test]
fn of_two_cases_of_one_number_neither_is_written_and_every_other_is() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (cases, out) = (home.path().join("cases"), home.path().join("out"));
    fs::create_dir(&cases).expect("a folder");
    families(&cases, 1);
    let other = fs::read_to_string(cases.join("family-00.yaml")).expect("it was written");
    fs::write(cases.join("zoe.yaml"), &other).expect("room for it");
    let third = other.replace("NE26P00000", "NE26P00009");
    fs::write(cases.join("able.yaml"), third).expect("room for it");
    let run = build(&cases, &out, &["--format", "typst"]);
    assert_eq!(run.exit, Exit::Findings, "{}", run.err);
    assert_eq!(run.err.matches("O06").count(), 2, "{}", run.err);
    let written = files(&out).into_keys();
    let folders: BTreeSet<String> = written
        .filter_map(|file| Some(file.split_once('/')?.0.to_owned()))
        .filter(|folder| folder != ".concord")
        .collect();
    assert_eq!(folders.into_iter().collect::<Vec<_>>(), ["NE26P00009"]);
}
