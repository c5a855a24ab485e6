//! A firm's documents of its own, and what their `pack.yaml` says and they must keep.

use std::fs;
use std::path::Path;

use concord::cli::Exit;

use super::{CASE, copy, firm};
use crate::support::concord;

#[test]
fn a_firm_has_documents_of_its_own() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = home.path().to_str().expect("a plain path");
    let firm = firm("documents");
    let run = concord(&["build", CASE, "--out", out, "--templates", &firm]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let made = run.out.lines();
    let made: Vec<_> = made
        .map(|line| line.replace(&format!("{out}/WFM-26-0318/"), ""))
        .filter(|line| line.contains("agreement") || line.contains("memorandum"))
        .collect();
    let expected = [
        "parent-1/agreement-to-mediate.pdf (1 page)",
        "parent-2/agreement-to-mediate.pdf (1 page)",
        "parent-1/memorandum.pdf (4 pages)",
        "parent-2/memorandum.pdf (4 pages)",
    ];
    assert_eq!(made, expected);

    let listed = concord(&["documents", "--templates", &firm]);
    let told = "agreement-to-mediate\n  Agreement to mediate: the terms on which the \
                parents meet with a mediator\n  programme: mediation\n  needs: a mediation";
    assert!(listed.out.contains(told), "{}", listed.out);
    let welsh = concord(&["templates", "check", &firm]);
    assert_eq!(welsh.out, "no findings in the templates\n");
}

#[test]
fn what_a_firm_declares_of_a_document_is_held() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let of_firm = Path::new("fixtures/packs/firms/documents");
    let pack = "packs/agreement-to-mediate/pack.yaml";
    let declared = fs::read_to_string(of_firm.join(pack)).expect("a fixture");
    let table = [
        (
            "adults.full_name",
            "adults.full_nmae",
            "11:14: P04: there is no `family.adults.full_nmae` in what `agreement-to-mediate` is told",
        ),
        (
            "family.adults.full_name",
            "imprint.version, not_agreed.text",
            "11:31: P04: `agreement-to-mediate` must print `not_agreed.text`, and no template of it does",
        ),
        (
            "title: agreement-to-mediate.title",
            "title: agreement.title",
            "2:8: P07: the locale has no phrase `agreement.title`",
        ),
        (
            "view: parenting-plan",
            "view: childs-plan",
            "7:9: P03: what `childs-plan` tells is not for all parties to read",
        ),
        ("needs: [mediation]", "needs: [mediations]", "5:9: M05: "),
    ];
    for (was, is, expected) in table {
        let home = home
            .path()
            .join(is.replace(|c: char| !c.is_alphanumeric(), ""));
        copy(of_firm, &home);
        fs::write(home.join(pack), declared.replace(was, is)).expect("room for it");
        let firm = home.to_str().expect("a plain path");
        let run = concord(&["templates", "check", firm, "--message-format", "short"]);
        let said = format!("{}{}", run.out, run.err);
        let expected = format!("{pack}:{expected}");
        assert!(said.contains(&expected), "{expected}\n{said}");
    }
}

#[test]
fn an_open_document_tells_nothing_that_is_without_prejudice() {
    let home = tempfile::tempdir().expect("a temporary folder");
    copy(Path::new("fixtures/packs/firms/documents"), home.path());
    let pack = home.path().join("packs/memorandum/pack.yaml");
    let declared = fs::read_to_string(&pack).expect("a fixture");
    let open = declared.replace("standing: without_prejudice", "standing: open");
    fs::write(&pack, open).expect("room for it");
    let firm = home.path().to_str().expect("a plain path");
    let run = concord(&["templates", "check", firm, "--message-format", "short"]);
    let told = "pack.yaml:8:11: P05: `memorandum` may be shown to a court, and tells `topics`";
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(run.out.contains(told), "{}", run.out);
}

#[test]
fn a_document_is_no_longer_than_its_firm_allows() {
    let home = tempfile::tempdir().expect("a temporary folder");
    copy(Path::new("fixtures/packs/firms/documents"), home.path());
    let pack = home.path().join("packs/memorandum/pack.yaml");
    let declared = fs::read_to_string(&pack).expect("a fixture");
    fs::write(&pack, format!("{declared}pages: {{most: 3}}\n")).expect("room for it");
    let (firm, out) = (
        home.path().to_str().expect("plain"),
        home.path().join("out"),
    );
    let mut arguments = vec![
        "build",
        CASE,
        "--templates",
        firm,
        "--document",
        "memorandum",
    ];
    arguments.extend([
        "--out",
        out.to_str().expect("plain"),
        "--message-format",
        "short",
    ]);
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Findings, "{}", run.err);
    assert!(
        run.err.contains("pack.yaml:10:15: P06: `memorandum` has "),
        "{}",
        run.err
    );
}

#[test]
fn an_office_limits_a_document_of_the_program() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| home.path().join(name).display().to_string();
    let (case, out) = (path("family.yaml"), path("out"));
    fs::copy(CASE, &case).expect("room for it");
    let asked = ["--document", "parenting-plan", "--message-format", "short"];
    let build = |most: usize| {
        let firm = "schema: concord-firm/1\nname: yare\n";
        let limit = format!("documents:\n  parenting-plan:\n    pages:\n      most: {most}\n");
        fs::write(path("concord.yaml"), format!("{firm}{limit}")).expect("room for it");
        concord(&[&["build", &case, "--out", &out], &asked[..]].concat())
    };
    let run = build(1);
    assert_eq!(run.exit, Exit::Findings, "{}", run.err);
    let told = "concord.yaml:6:13: P06: `parenting-plan` has ";
    assert!(run.err.contains(told), "{}", run.err);
    let run = build(40);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    // What stands there already is judged anew.
    assert_eq!(build(1).exit, Exit::Findings);
}
