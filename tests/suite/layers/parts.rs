//! A firm's order of the parts of a document, and what must stay where it is.

use std::fs;

use concord::cli::Exit;

use super::{CASE, checked, copy, made};
use crate::support::concord;

/// The settings of a firm that does this with the parts of the plan.
fn settings(parts: &str) -> String {
    format!(
        "schema: concord-firm/1\nname: yare\ndocuments:\n  parenting-plan:\n    parts:\n{parts}"
    )
}

/// The parents' plan as source, made by a firm with these settings.
fn plan(settings: &str) -> String {
    let home = made(&[("concord.yaml", settings)]);
    let out = home.path().join("out");
    let folder = home.path().to_str().expect("a plain path");
    let mut arguments = vec!["build", CASE, "--out", out.to_str().expect("plain")];
    arguments.extend(["--templates", folder, "--format", "typst"]);
    arguments.extend(["--document", "parenting-plan", "--language", "en"]);
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let file = run.out.lines().next().expect("a file is told");
    fs::read_to_string(file).expect("it was written")
}

#[test]
fn a_part_goes_or_moves_by_its_name() {
    let at = |plan: &str, words: &str| plan.find(words);
    let (topics, time, silent) = ("Topic by topic", "’s time", "Not covered by this plan");
    let before = plan("schema: concord-firm/1\nname: yare\n");
    let after = plan(&settings(
        "      drop: [plan-silent]\n      move:\n        plan-topics: {before: plan-time}\n",
    ));
    let order = |plan: &str| {
        let found = [topics, time, silent].map(|words| at(plan, words));
        (found[0] < found[1], found[2].is_some())
    };
    assert_eq!(order(&before), (false, true), "{before}");
    assert_eq!(order(&after), (true, false), "{after}");
}

/// What is done with the parts of a plan, and what is said of it.
const SLIPS: [(&str, &str); 11] = [
    (
        "      drop: [plan-silence]\n",
        "concord.yaml:6:14: P08: `parenting-plan` has no part `plan-silence`",
    ),
    (
        "      move:\n        plan-topic: {before: plan-time}\n",
        "concord.yaml:7:9: P08: `parenting-plan` has no part `plan-topic`",
    ),
    (
        "      move:\n        plan-topics: {before: plan-times}\n",
        "concord.yaml:7:31: P08: `parenting-plan` has no part `plan-times`",
    ),
    (
        "      drop: [plan-silent, plan-signatures]\n",
        "concord.yaml:6:27: P10: `parenting-plan` must print its part `plan-signatures`",
    ),
    (
        "      move:\n        plan-topics: {before: plan-page}\n",
        "concord.yaml:7:31: P09: `plan-page` is the page, and nothing stands before it",
    ),
    (
        "      move:\n        plan-topics: {after: plan-topics}\n",
        "concord.yaml:7:30: P09: `plan-topics` cannot stand beside itself",
    ),
    (
        "      move:\n        plan-topics: {}\n",
        "concord.yaml:7:9: P11: `plan-topics` is moved to no place, or to two",
    ),
    (
        "      drop: [Plan Silent]\n",
        "concord.yaml:6:14: P08: `parenting-plan` has no part `Plan Silent`",
    ),
    (
        "      drop: [plan-silent]\n      move:\n        plan-silent: {before: plan-time}\n",
        "concord.yaml:8:9: P09: `plan-silent` is left out, by `drop`",
    ),
    (
        "      drop: [plan-silent]\n      move:\n        plan-topics: {after: plan-silent}\n",
        "concord.yaml:8:30: P09: `plan-silent` is left out, by `drop`",
    ),
    (
        "      move:\n        plan-topics: {before: plan-time}\n        plan-time: {before: plan-topics}\n",
        "concord.yaml:7:31: P09: `plan-topics` does not stand before `plan-time`: another move has undone this one",
    ),
];

#[test]
fn what_cannot_be_done_with_a_part_is_told_at_the_line_of_the_firm() {
    for (parts, expected) in SLIPS {
        let home = made(&[("concord.yaml", &settings(parts))]);
        assert_eq!(checked(home.path()), [expected], "{parts}");
    }
}

#[test]
fn what_must_be_printed_is_looked_for_in_what_is_made_of_a_family() {
    let files = [
        (
            "packs/parenting-plan/partials/plan-standing.typ.hbs",
            "#unnumbered[{{phrase \"parenting-plan.topics\"}}]\n",
        ),
        (
            "packs/parenting-plan/partials/plan-heading.typ.hbs",
            "{{> builtin/plan-heading}}\n#unnumbered[{{phrase \"parenting-plan.topics\"}}]\n",
        ),
    ];
    let told = |files| {
        let home = made(files);
        let (folder, out) = (home.path().to_str(), home.path().join("out"));
        let mut arguments = vec!["build", CASE, "--templates", folder.expect("plain")];
        arguments.extend(["--out", out.to_str().expect("plain"), "--format", "typst"]);
        arguments.extend(["--document", "parenting-plan", "--message-format", "short"]);
        let run = concord(&arguments);
        let lines = run.err.lines().filter(|line| line.contains(": T74: "));
        let lines: Vec<_> = lines.map(str::to_owned).collect();
        (run.exit, lines)
    };
    let (exit, lines) = told(&files);
    assert_eq!(exit, Exit::Findings);
    let [line] = &lines[..] else {
        panic!("{lines:?}");
    };
    let place = "packs/parenting-plan/partials/plan-standing.typ.hbs:1:1: ";
    assert!(line.contains(place), "{line}");
    assert_eq!(told(&files[1..]), (Exit::Done, vec![]));
}

#[test]
fn a_document_that_is_not_there_has_no_parts() {
    let settings = settings("      drop: [plan-silent]\n").replace("parenting-plan", "parent-plan");
    let home = made(&[("concord.yaml", &settings)]);
    let expected = "concord.yaml:4:3: P08: there is no document `parent-plan`";
    assert_eq!(checked(home.path()), [expected]);
}

#[test]
fn an_office_keeps_what_its_firm_must_print() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (firm, office) = (home.path().join("firm"), home.path().join("office"));
    copy("fixtures/packs/firms/documents".as_ref(), &firm);
    let pack = firm.join("packs/agreement-to-mediate/pack.yaml");
    let declared = fs::read_to_string(&pack).expect("a fixture");
    let kept = format!("{declared}must_keep: [agreement-signatures]\n");
    fs::write(&pack, kept).expect("room for it");
    fs::create_dir_all(&office).expect("room for it");
    let with = |part: &str| {
        let settings = format!(
            "schema: concord-firm/1\nname: office\nover: ../firm\ndocuments:\n  \
             agreement-to-mediate: {{parts: {{drop: [{part}]}}}}\n"
        );
        fs::write(office.join("concord.yaml"), settings).expect("room for it");
        let folder = office.to_str().expect("a plain path");
        let run = concord(&["templates", "check", folder, "--message-format", "short"]);
        run.out
    };
    assert!(with("agreement-signatures").contains("P10"));
    let said = with("agreement-terms");
    assert_eq!(said, "no findings in the templates\n", "it may go");
}
