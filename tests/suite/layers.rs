//! A firm's folder over the program's templates: what it says wins, what it does not say stays,
//! and a slip in it is told at its own line before a family meets it.

use std::fs;
use std::path::Path;

use concord::cli::Exit;
use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Run, concord};

mod above;
mod documents;
mod letterhead;
mod office;
mod parts;
mod whole;

const CASE: &str = "fixtures/cases/valid/mediation.yaml";

fn firm(name: &str) -> String {
    format!("fixtures/packs/firms/{name}")
}

/// The parents' plan as source, in English, made over these folders.
fn plan(folders: &[&str]) -> (String, Run) {
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = home.path().to_str().expect("a plain path");
    let mut arguments = vec!["build", CASE, "--out", out, "--format", "typst"];
    arguments.extend(["--document", "parenting-plan", "--language", "en"]);
    let folders: Vec<String> = folders.iter().map(|name| firm(name)).collect();
    for folder in &folders {
        arguments.extend(["--templates", folder]);
    }
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let file = run.out.lines().next().expect("a file is told");
    (fs::read_to_string(file).expect("it was written"), run)
}

/// A firm's folder of these files, beside a case in `cases/`.
fn made(files: &[(&str, &str)]) -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    let settings = ("concord.yaml", "schema: concord-firm/1\nname: yare\n");
    let case = fs::read_to_string(CASE).expect("a fixture");
    let case = ("cases/family.yaml", case.as_str());
    for (path, text) in [settings, case].iter().chain(files) {
        let path = home.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
        fs::write(path, text).expect("room for it");
    }
    home
}

/// What `check` says of a case beside a firm's folder, a line for each finding.
fn checked(home: &Path) -> Vec<String> {
    let home = home
        .canonicalize()
        .expect("it is there")
        .display()
        .to_string();
    let cases = format!("{home}/cases");
    let run = concord(&["check", &cases, "--message-format", "short"]);
    let lines = run.out.lines();
    lines
        .map(|line| line.replace(&format!("{home}/"), ""))
        .collect()
}

#[test]
fn a_phrase_in_other_words_is_one_line_of_a_file() {
    let (before, _) = plan(&[]);
    let (after, run) = plan(&["wording"]);
    let ours = "This is a record of proposals on how the children are cared for, and of what is still \
                open.";
    let theirs = "Here the parents set down how they share the care of their children, what is settled \
                  and what is open.";
    assert_eq!(after, before.replace(ours, theirs));
    assert_ne!(after, before);
    let told = "templates: yare (--templates) over the program's own\n";
    assert!(run.err.contains(told), "{}", run.err);
}

#[test]
fn a_part_is_wrapped_by_the_firm_and_again_by_its_office() {
    let at = |plan: &str, words: &str| plan.find(words);
    let (firm, _) = plan(&["wraps"]);
    let purpose = at(
        &firm,
        "This is a record of proposals on how the children are",
    );
    let ask = at(&firm, "no longer work, write to us first");
    assert!(purpose.is_some() && purpose < ask, "{firm}");

    let (office, run) = plan(&["wraps-office"]);
    let purpose = at(
        &office,
        "This is a record of proposals on how the children are",
    );
    let ask = at(&office, "no longer work, write to the Ipswich office");
    let open = at(&office, "is open on Tuesdays");
    assert!(purpose.is_some() && purpose < ask && ask < open, "{office}");
    assert_eq!(at(&office, "write to us"), None);
    let told = "templates: wensum-ipswich (--templates) over wensum (over: ../wraps) over the \
                program's own\n";
    assert!(run.err.contains(told), "{}", run.err);
}

#[test]
fn the_manifest_names_the_layer_of_each_phrase_and_no_folder() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = home.path().to_str().expect("a plain path");
    let office = fs::canonicalize(firm("wraps-office")).expect("a fixture");
    let office = office.to_str().expect("a plain path");
    let mut arguments = vec!["build", CASE, "--out", out, "--templates", office];
    arguments.extend(["--document", "parenting-plan", "--language", "en"]);
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let manifest = home.path().join(".concord/manifest.json");
    let text = fs::read_to_string(manifest).expect("it was written");
    assert!(!text.contains("firms/wraps"), "it names a folder");
    let manifest: Value = serde_json::from_str(&text).expect("it is JSON");
    let inputs = manifest["inputs"].as_object().expect("it has inputs");
    let used = [
        "partial packs/parenting-plan/partials/plan-standing.typ.hbs@wensum-ipswich",
        "partial packs/parenting-plan/partials/plan-standing.typ.hbs@wensum",
        "partial packs/parenting-plan/partials/plan-standing.typ.hbs@built-in",
        "phrase en:wensum.ask@wensum-ipswich",
        "phrase en:parenting-plan.purpose-proposals@built-in",
    ];
    for used in used {
        // The version of an input stands behind its name.
        let is_this = |key: &String| key.rsplit_once(' ').is_some_and(|(name, _)| name == used);
        assert!(inputs.keys().any(is_this), "{used}: {:#?}", inputs.keys());
    }
}

#[test]
fn settings_above_the_cases_are_used_and_never_built() {
    let phrase = "language: en\nparenting-plan: {purpose-proposals: What you agreed.}\n";
    let welsh = "language: cy\nsource: unverified\nparenting-plan: {purpose-proposals: Yr hyn.}\n";
    let home = made(&[("locales/en.yaml", phrase), ("locales/cy.yaml", welsh)]);
    let out = home.path().join("out");
    let (out, folder) = (
        out.to_str().expect("plain"),
        home.path().to_str().expect("plain"),
    );
    let arguments = [
        "build",
        folder,
        "--out",
        out,
        "--format",
        "typst",
        "--language",
        "en",
    ];
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.err.contains("templates: yare ("), "{}", run.err);
    assert!(
        !run.out.contains("concord-"),
        "the settings were taken for a case"
    );
    let plan = run.out.lines().find(|line| line.contains("parenting-plan"));
    let plan = fs::read_to_string(plan.expect("a plan")).expect("it was written");
    assert!(plan.contains("What you agreed."), "{plan}");
}

/// A file of a firm, its text, and what is said of it.
const SLIPS: [(&str, &str, &str); 14] = [
    (
        "locales/en.yaml",
        "language: en\nparenting-plan:\n  porpose: What you agreed.\n",
        "locales/en.yaml:3:12: A08: no document asks for the phrase `parenting-plan.porpose`",
    ),
    (
        "locales/en.yaml",
        "language: cy\nsource: unverified\nparenting-plan: {purpose-proposals: Yr hyn.}\n",
        "locales/en.yaml:1:11: A09: these phrases are said to be `cy` and lie over `en`",
    ),
    (
        "locales/en.yaml",
        "language: en\nparenting-plan:\n  purpose-proposals: What {who} agreed.\n",
        "locales/en.yaml:3:22: L10: `parenting-plan.purpose-proposals` has other placeholders than it must have",
    ),
    (
        "locales/en.yaml",
        "language: en\nparenting-plan:\n  purpose-proposals: What you agreed.\n",
        "locales/en.yaml:3:22: A10: `parenting-plan.purpose-proposals` is in other words in English, and as it was in Welsh",
    ),
    (
        "locales/cy.yaml",
        "language: cy\nparenting-plan:\n  purpose-proposals: Yr hyn.\n",
        "locales/cy.yaml:3:22: L12: `parenting-plan.purpose-proposals` does not say where its wording is from",
    ),
    (
        "locales/en.yaml",
        "language: en\nparenting-plan:\n  purpose-proposals: What you 'agreed'.\n",
        "locales/en.yaml:3:22: L06: `parenting-plan.purpose-proposals` has a straight quotation mark",
    ),
    (
        "locales/en.yml",
        "language: en\n",
        "A05: nothing reads `locales/en.yml`",
    ),
    (
        "packs/parenting-plan/partials/plan-standig.typ.hbs",
        "{{> builtin/plan-standing}}\n",
        "packs/parenting-plan/partials/plan-standig.typ.hbs:1:1: T57: nothing calls the partial `plan-standig`",
    ),
    (
        "packs/parenting-plan/partials/plan-standing.typ.hbs",
        "{{> builtin/plan-standng}}\n",
        "packs/parenting-plan/partials/plan-standing.typ.hbs:1:5: T54: there is no partial `builtin/plan-standng`",
    ),
    (
        "packs/parenting-plan/partials/plan-standing.typ.hbs",
        "{{> plan-standing}}\n",
        "packs/parenting-plan/partials/plan-standing.typ.hbs:1:5: T55: partials call each other without end: `plan-standing` → `plan-standing`",
    ),
    (
        "partials/plan-standing.typ.hbs",
        "{{> builtin/plan-standing}}\n",
        "partials/plan-standing.typ.hbs:1:1: T65: the partial `plan-standing` is `builtin/packs/parenting-plan/partials/plan-standing.typ.hbs`, and this has the same name",
    ),
    (
        "partials/masthead.typ.hbs",
        "{{> builtin/masthead}}{{nobody}}\n",
        "partials/masthead.typ.hbs:1:25: T40: there is no `nobody` here",
    ),
    (
        "packs/parenting-plans/document.typ.hbs",
        "= Plan\n",
        "A05: nothing reads `packs/parenting-plans/document.typ.hbs`",
    ),
    (
        "locale/en.yaml",
        "language: en\n",
        "A05: nothing reads `locale`",
    ),
];

#[test]
fn a_slip_is_told_once_at_the_firms_own_line() {
    for (path, text, expected) in SLIPS {
        let home = made(&[(path, text)]);
        assert_eq!(checked(home.path()), [expected], "{path}: {text}");
    }
}

#[test]
fn what_check_refuses_of_a_firm_stops_a_build_before_the_first_case() {
    let home = made(&[("partials/masthead.typ.hbs", "{{nobody}}\n")]);
    let out = home.path().join("out");
    let cases = home.path().join("cases");
    let (out, cases) = (out.to_str().expect("plain"), cases.to_str().expect("plain"));
    let run = concord(&["build", cases, "--out", out, "--message-format", "short"]);
    assert_eq!((run.exit, run.out.as_str()), (Exit::Findings, ""));
    assert_eq!(run.err.matches(": T40: ").count(), 1, "{}", run.err);
    assert!(!Path::new(out).exists());
    assert_eq!(checked(home.path()).len(), 1);
}

/// A folder with all that is in it, elsewhere.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("room for it");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("it has a name"));
        match path.is_dir() {
            true => copy(&path, &to),
            false => drop(fs::copy(&path, &to).expect("room for it")),
        }
    }
}

#[test]
fn of_a_firm_that_is_broken_everything_is_told_at_its_lines() {
    let firm = firm("broken");
    let run = concord(&["templates", "check", &firm, "--message-format", "short"]);
    assert_eq!(run.exit, Exit::Findings);
    assert_snapshot!(run.out);
}
