//! `concord migrate`: the same case in the form of `concord/2`, with its comments and its order.

use std::fs;
use std::path::{Path, PathBuf};

use concord::case::Case;
use concord::case::form::SchemaVersion;
use concord::case::load::load;
use concord::cli::Exit;
use concord::diagnostics::{Diagnostic, Findings, SourceFile};
use concord::language::Locale;
use concord::migrate::{Migrated, migrate};
use concord::reading::{Accepted, Subject, accept};
use concord::rules;

use crate::support::concord;
use crate::trial::Trial;

fn english() -> Locale {
    let text = fs::read_to_string("templates/locales/en.yaml").expect("it is there");
    Locale::parse(&SourceFile::new("en.yaml", text)).expect("it is sound")
}

fn accepted(text: &str) -> Accepted {
    accept("c", text.as_bytes(), Subject::Case).expect("the guard lets it by")
}

fn migrated(text: &str) -> Result<Migrated, Findings> {
    migrate(&accepted(text), &english())
}

fn refusals(text: &str) -> Vec<String> {
    let findings = migrated(text).expect_err("it must be refused").sorted();
    findings.iter().map(Diagnostic::short).collect()
}

/// What the rules say of a case, without its places.
fn found(text: &str) -> Option<Vec<String>> {
    let case: Case = load(&mut accepted(text)).ok()?;
    let found = rules::check(&case);
    let mut found: Vec<String> = found
        .iter()
        .map(|one| format!("{}: {}", one.finding.code.id, one.finding.message))
        .collect();
    found.sort();
    Some(found)
}

/// Every case file of `concord/1` there is.
fn of_the_first_form() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ["fixtures/cases/concord-1", "fixtures/cases/invalid"]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("the folder is there"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    files
}

/// `migrate` itself asks whether it is the same case; the rules say so again, of every fixture.
#[test]
fn every_case_that_is_read_is_the_same_in_the_new_form() {
    let (mut same, mut refused) = (0, Vec::new());
    for file in of_the_first_form() {
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        let Ok(read) = accept("c", text.as_bytes(), Subject::Case) else {
            continue;
        };
        let Some(before) = found(&text) else { continue };
        let version = load::<Case>(&mut read.clone()).map(|case| case.schema);
        if version.ok() != Some(SchemaVersion::First) {
            continue;
        }
        match migrate(&read, &english()) {
            Ok(migrated) => {
                same += 1;
                assert_eq!(found(&migrated.text), Some(before), "{}", file.display());
            }
            Err(findings) => {
                let short: Vec<String> = findings.sorted().iter().map(Diagnostic::short).collect();
                refused.push(format!("{}: {}", file.display(), short.join(" ")));
            }
        }
    }
    assert!(same > 200, "only {same} were converted");
    assert_eq!(
        refused,
        [
            "fixtures/cases/invalid/R92-a-session-with-an-end-alone.yaml: c:84:7: M22: an end \
          without a beginning has no form in `concord/2`"
        ]
    );
}

/// Where nothing but spelling changed, every source of every document is the same.
#[test]
fn the_same_case_makes_the_same_documents() {
    for file in fs::read_dir("fixtures/cases/concord-1").expect("the folder is there") {
        let file = file.expect("an entry").path();
        if file.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let before = sources(&Trial::of(&file));
        let after = Trial::of(&file).rewritten(|text| migrated(text).expect("it can be").text);
        assert!(!before.is_empty());
        assert_eq!(before, sources(&after), "{}", file.display());
    }
}

/// The Typst source of every document of a case, by its name.
fn sources(trial: &Trial) -> Vec<(PathBuf, String)> {
    let out = trial.out();
    let (case, out) = (trial.file().to_str(), out.to_str());
    let (case, out) = (case.expect("a plain path"), out.expect("a plain path"));
    let run = concord(&["build", case, "--out", out, "--format", "typst"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let mut files = Vec::new();
    gather(Path::new(out), &mut files);
    files.sort();
    files
}

fn gather(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("it was written") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != ".concord") {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "typ") {
            let name = path
                .file_name()
                .map(PathBuf::from)
                .expect("a file has a name");
            files.push((name, fs::read_to_string(&path).expect("text")));
        }
    }
}

/// A mediation in every style that YAML has, with notes everywhere.
const STYLES: &str = include_str!("migrate/styles.yaml");

#[test]
fn comments_and_order_are_kept() {
    let migrated = migrated(STYLES).expect("it can be converted");
    let expected = include_str!("migrate/styles.concord2.yaml");
    assert_eq!(migrated.text, expected);
    let comments = |text: &str| {
        let mut all: Vec<String> = text
            .lines()
            .filter_map(|line| line.split_once("# "))
            .map(|(_, comment)| comment.trim().to_owned())
            .collect();
        all.sort();
        all
    };
    assert_eq!(
        comments(STYLES),
        comments(&migrated.text),
        "each comment, once"
    );
}

#[test]
fn what_is_changed_is_told_in_words() {
    let migrated = migrated(STYLES).expect("it can be converted");
    let told: Vec<String> = migrated.told.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "hours stand behind their day in 4 sessions, hearings, workshops and holidays",
            "what an adult is to every child in the same words is said once, as `for_all`, in 2 \
             places",
            "line 60: `when` of `week` is taken out: an order says the same words by the \
             schedule; a plan and a child's plan say it in their own",
            "3 schedules are written in lines",
            "line 50: `children`, `agreed_in`, `agreed_by` that many arrangements say in the same \
             words stand once, in `for_all`",
        ]
    );
}

#[test]
fn what_has_no_form_is_refused_with_a_reason() {
    let said = STYLES.replace("schema: concord/1", "schema: concord/2");
    assert!(!refusals(&said).is_empty());
    let new = migrated(STYLES).expect("it can be converted").text;
    assert_eq!(
        refusals(&new),
        ["c:3:9: M22: this case is in the form of `concord/2` already"]
    );
    let called = STYLES.replace("gwen", "for_all");
    assert_eq!(
        refusals(&called),
        ["c:14:7: M22: in `concord/2`, `for_all` stands for every child and cannot be an id"]
    );
}

#[test]
fn a_file_that_is_there_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let case = folder.path().join("case.yaml");
    fs::write(&case, STYLES).expect("room for it");
    let path = case.to_str().expect("a plain path");
    let run = concord(&["migrate", path]);
    assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""));
    let beside = folder.path().join("case.concord2.yaml");
    let written = fs::read_to_string(&beside).expect("it was written");
    assert!(written.contains("schema: concord/2"));
    assert_eq!(fs::read_to_string(&case).expect("it is there"), STYLES);
    let again = concord(&["migrate", path]);
    assert_eq!(again.exit, Exit::Findings);
    assert!(again.err.contains("O07"), "{}", again.err);
}
