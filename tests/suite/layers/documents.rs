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
            "2:8: P07: `title` of this `pack.yaml` names no phrase: there is no `agreement.title`",
        ),
        (
            "view: parenting-plan",
            "view: childs-plan",
            "7:9: P03: what `childs-plan` tells is not for all parties to read",
        ),
        ("needs: [mediation]", "needs: [mediations]", "5:9: M05: "),
        (
            "view: parenting-plan\n",
            "",
            "1:1: M02: the file has no `view`",
        ),
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
fn a_document_stands_under_its_own_title_and_no_other() {
    let title = "(phrase \"agreement-to-mediate.title\")";
    let page = format!("{{{{> page title={title} short_title={title}}}}}");
    let table = [
        (
            page.as_str(),
            "{{> plan-page}}".to_owned(),
            "`agreement-to-mediate` prints `parenting-plan.short-title-without-prejudice`, the title \
             of another document, by `plan-page`",
        ),
        (
            page.as_str(),
            page.replacen("agreement-to-mediate", "parenting-plan", 2)
                .replacen("parenting-plan", "agreement-to-mediate", 1),
            "`agreement-to-mediate` prints `parenting-plan.title`, the title of another document, in \
             its outline",
        ),
        (
            page.as_str(),
            page.replace("agreement-to-mediate.title", "agreement-to-mediate.parties"),
            "no template of `agreement-to-mediate` prints its title, `agreement-to-mediate.title`",
        ),
    ];
    let outline = "packs/agreement-to-mediate/document.typ.hbs";
    for (was, is, expected) in table {
        let home = tempfile::tempdir().expect("a temporary folder");
        copy(Path::new("fixtures/packs/firms/documents"), home.path());
        let path = home.path().join(outline);
        let text = fs::read_to_string(&path).expect("a fixture");
        assert!(text.contains(was), "{text}");
        fs::write(&path, text.replace(was, &is)).expect("room for it");
        let firm = home.path().to_str().expect("a plain path");
        let out = home.path().join("out");
        let mut arguments = vec![
            "build",
            CASE,
            "--templates",
            firm,
            "--message-format",
            "short",
        ];
        arguments.extend(["--out", out.to_str().expect("plain")]);
        let run = concord(&arguments);
        let told = format!("packs/agreement-to-mediate/pack.yaml:2:8: T75: {expected}");
        assert!(run.err.contains(&told), "{told}\n{}", run.err);
    }
}

#[test]
fn the_title_in_the_finished_file_is_the_documents_own() {
    let home = tempfile::tempdir().expect("a temporary folder");
    copy(Path::new("fixtures/packs/firms/documents"), home.path());
    let outline = home
        .path()
        .join("packs/agreement-to-mediate/document.typ.hbs");
    let text = fs::read_to_string(&outline).expect("a fixture");
    let text = text.replacen("agreement-to-mediate.title", "label.term", 1);
    fs::write(&outline, text).expect("room for it");
    let firm = home.path().to_str().expect("a plain path");
    let out = home.path().join("out");
    let mut arguments = vec![
        "build",
        CASE,
        "--templates",
        firm,
        "--message-format",
        "short",
    ];
    arguments.extend(["--out", out.to_str().expect("plain")]);
    let run = concord(&arguments);
    let told = "packs/agreement-to-mediate/pack.yaml:2:8: T75: `agreement-to-mediate` has another \
                title in the file than `agreement-to-mediate.title`";
    assert!(run.err.contains(told), "{}", run.err);
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
