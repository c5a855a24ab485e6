//! An office over its firm: what the office's files bring about is told at them, and not at the
//! firm's, which are right where they lie.

use std::fs;
use std::path::Path;

use concord::cli::Exit;
use tempfile::TempDir;

use super::{CASE, copy};
use crate::support::concord;

const STANDING: &str = "packs/parenting-plan/partials/plan-standing.typ.hbs";
const OUTLINE: &str = "packs/parenting-plan/document.typ.hbs";

const FIRM: [(&str, &str); 4] = [
    ("concord.yaml", "schema: concord-firm/1\nname: yare\n"),
    (
        STANDING,
        "{{> below/plan-standing}}\n#unnumbered[{{phrase \"our.ask\"}}]\n",
    ),
    ("locales/en.yaml", "language: en\nour: {ask: Ask us.}\n"),
    (
        "locales/cy.yaml",
        "language: cy\nsource: unverified\nour: {ask: Gofynnwch i ni.}\n",
    ),
];

const OFFICE: &str = "schema: concord-firm/1\nname: yare-lowestoft\nover: ../firm\n";

/// A firm with one line of its own in the plan, and an office over it.
fn office(files: &[(&str, &str)]) -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in FIRM {
        write(&home.path().join("firm"), path, text);
    }
    let office = home.path().join("office");
    for (path, text) in [("concord.yaml", OFFICE)].iter().chain(files) {
        write(&office, path, text);
    }
    home
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
    fs::write(path, text).expect("room for it");
}

/// What is said of the office's templates before any case, a line for each finding.
fn told(home: &TempDir) -> Vec<String> {
    let office = home.path().join("office");
    let office = office.to_str().expect("a plain path");
    let run = concord(&[
        "check",
        CASE,
        "--case-only",
        "--templates",
        office,
        "--message-format",
        "short",
    ]);
    let home = format!("{}/", home.path().display());
    let lines = run.out.lines().map(|line| line.replace(&home, ""));
    lines.collect()
}

#[test]
fn a_phrase_that_an_office_has_nobody_ask_for_is_told_at_the_offices_file() {
    let around_ours = "{{> builtin/plan-standing}}\n";
    let home = office(&[(STANDING, around_ours)]);
    let expected = format!(
        "office/{STANDING}:1:1: A08: with this file no document asks any more for `our.ask`"
    );
    assert_eq!(told(&home), [expected]);
    let note = "{{!-- Without \"our.ask\". --}}\n{{> builtin/plan-standing}}\n";
    write(&home.path().join("office"), STANDING, note);
    assert_eq!(told(&home), [""; 0]);
    write(
        &home.path().join("office"),
        STANDING,
        "{{> below/plan-standing}}\n",
    );
    assert_eq!(told(&home), [""; 0]);
}

#[test]
fn an_outline_that_a_firms_order_of_parts_does_not_fit_is_told_and_questions_are_answered() {
    let ours = fs::read_to_string(Path::new("templates").join(OUTLINE)).expect("ours");
    let without = ours.replace("{{> plan-time}}\n", "");
    let home = office(&[(OUTLINE, &without)]);
    let parts = "documents:\n  parenting-plan:\n    parts:\n      drop: [plan-silent]\n      \
                 move: {plan-topics: {before: plan-time}}\n";
    let settings = format!("{}{parts}", FIRM[0].1);
    write(&home.path().join("firm"), "concord.yaml", &settings);
    let expected = format!(
        "office/{OUTLINE}:1:1: P08: `yare` arranges the parts of this outline: `parenting-plan` has \
         no part `plan-time`"
    );
    assert_eq!(told(&home), [expected]);

    let folder = home.path().join("office");
    let folder = folder.to_str().expect("a plain path");
    let questions: [&[&str]; 6] = [
        &["list"],
        &["list", "--parts", "parenting-plan"],
        &["which", "plan-standing"],
        &["which", "our.ask"],
        &["describe", "plan-standing"],
        &["fields", "parenting-plan", "family"],
    ];
    for question in questions {
        let mut arguments = vec!["templates"];
        arguments.extend(question);
        arguments.extend(["--templates", folder]);
        let run = concord(&arguments);
        assert_eq!(run.exit, Exit::Done, "{question:?}: {}", run.err);
    }

    // What the firm leaves out and the office's outline does not call is left out.
    let without = ours.replace("{{> plan-silent}}\n", "");
    write(&home.path().join("office"), OUTLINE, &without);
    assert_eq!(told(&home), [""; 0]);
}

#[test]
fn a_part_that_the_firm_leaves_out_is_told_as_the_firms() {
    let moved = "documents:\n  parenting-plan:\n    parts:\n      move: {plan-topics: {after: \
                 plan-silent}}\n";
    let home = office(&[("concord.yaml", &format!("{OFFICE}{moved}"))]);
    let dropped = "documents:\n  parenting-plan:\n    parts:\n      drop: [plan-silent]\n";
    let settings = format!("{}{dropped}", FIRM[0].1);
    write(&home.path().join("firm"), "concord.yaml", &settings);
    let expected =
        "office/concord.yaml:7:35: P09: `yare`, which lies below, leaves `plan-silent` out";
    assert_eq!(told(&home), [expected]);
}

#[test]
fn what_a_firm_must_keep_is_kept_in_an_offices_outline_too() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (firm, office) = (home.path().join("firm"), home.path().join("office"));
    copy("fixtures/packs/firms/documents".as_ref(), &firm);
    let pack = "packs/agreement-to-mediate/pack.yaml";
    let declared = fs::read_to_string(firm.join(pack)).expect("a fixture");
    let lines = declared.lines().count() + 1;
    let keep = |part: &str| write(&firm, pack, &format!("{declared}must_keep: [{part}]\n"));
    write(&office, "concord.yaml", OFFICE);

    keep("agreement-signature");
    let expected = format!(
        "firm/{pack}:{lines}:13: P10: `agreement-to-mediate` must print its part \
         `agreement-signature`"
    );
    assert_eq!(told(&home), [expected]);

    keep("agreement-signatures");
    assert_eq!(told(&home), [""; 0]);
    let path = "packs/agreement-to-mediate/document.typ.hbs";
    let outline = fs::read_to_string(firm.join(path)).expect("a fixture");
    let call = "{{> agreement-signatures}}\n";
    assert!(outline.contains(call), "{outline}");
    write(&office, path, &outline.replace(call, ""));
    let expected = format!(
        "office/{path}:1:1: P10: `agreement-to-mediate` must print its part `agreement-signatures`"
    );
    assert_eq!(told(&home), [expected]);
}
