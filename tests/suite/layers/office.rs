//! What a firm's `concord.yaml` says for every case of its own.

use std::fs;

use concord::cli::Exit;
use tempfile::TempDir;

use super::{CASE, checked, made, plan};
use crate::support::concord;

const PENN: &str = "\
professionals:
  - id: judith-penn
    role: mediator
    name: Judith Penn
    office: Wensum Family Mediation, Norwich
    qualification: Family mediator
    email: judith.penn@example.org
    phone: 01632 960144
";

/// The case without its mediator, whom it calls by this id instead.
fn naming(id: &str) -> String {
    let case = fs::read_to_string(CASE).expect("a fixture");
    let (before, described) = case.split_once("  professionals:\n").expect("it has one");
    let (_, after) = described.split_once("\nplaces:").expect("places follow");
    let named = |key: &str| (format!("{key}: mediator\n"), format!("{key}: {id}\n"));
    let keys = ["prepared_by", "  mediator", "fca"].map(named);
    let without = format!("{before}  professionals: []\n\nplaces:{after}");
    keys.iter()
        .fold(without, |text, (was, is)| text.replace(was, is))
}

/// A firm with these settings beside the case without its mediator.
fn office(settings: &str, id: &str) -> TempDir {
    let settings = format!("schema: concord-firm/1\nname: yare\n{settings}");
    made(&[
        ("concord.yaml", &settings),
        ("cases/family.yaml", &naming(id)),
    ])
}

#[test]
fn a_case_names_somebody_whom_its_office_describes() {
    let home = office(PENN, "judith-penn");
    let said = checked(home.path());
    let own = concord(&["check", CASE, "--message-format", "short"]);
    let own: Vec<&str> = own.out.lines().collect();
    assert_eq!(said.len(), own.len(), "{said:?} {own:?}");
    let (ours, _) = plan(&[]);
    let out = home.path().join("out");
    let (out, cases) = (out.to_str().expect("plain"), home.path().join("cases"));
    let mut arguments = vec!["build", cases.to_str().expect("plain"), "--out", out];
    arguments.extend(["--format", "typst", "--document", "parenting-plan"]);
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let file = run.out.lines().next().expect("a file is told");
    assert_eq!(fs::read_to_string(file).expect("it was written"), ours);
}

#[test]
fn what_is_wrong_with_somebody_of_an_office_is_told_where_the_office_describes_them() {
    let slip = PENN.replace("01632 960144", "01632");
    let table = [
        (PENN, "judith-pen", "cases/family.yaml:9:16: R01"),
        (slip.as_str(), "judith-penn", "concord.yaml:10:12: M04"),
        (
            "professionals:\n  - {id: a, role: mediator, name: A B, office: C}\n  - {id: a, role: mediator, name: D E, office: F}\n",
            "a",
            "concord.yaml:5:10: C06",
        ),
    ];
    for (settings, id, expected) in table {
        let home = office(settings, id);
        let cases = home.path().join("cases");
        let cases = cases.to_str().expect("a plain path");
        let run = concord(&["check", cases, "--message-format", "short"]);
        assert_eq!(run.exit, Exit::Findings);
        // Settings that cannot be used keep the command from its result.
        let said = format!("{}{}", run.out, run.err);
        let home = home.path().canonicalize().expect("it is there");
        let said = said.replace(&format!("{}/", home.display()), "");
        assert!(
            said.lines().any(|line| line.starts_with(expected)),
            "{expected}: {said}"
        );
    }
}

#[test]
fn a_language_that_a_firm_does_not_write_is_refused_and_not_asked_of_it() {
    let settings = "schema: concord-firm/1\nname: yare\nlanguages: [en]\n";
    let phrase = "language: en\nparenting-plan: {purpose-proposals: What you agreed.}\n";
    let home = made(&[("concord.yaml", settings), ("locales/en.yaml", phrase)]);
    assert_eq!(checked(home.path()), [] as [&str; 0]);
    let (cases, out) = (home.path().join("cases"), home.path().join("out"));
    let mut arguments = vec!["build", cases.to_str().expect("plain")];
    arguments.extend([
        "--out",
        out.to_str().expect("plain"),
        "--message-format",
        "short",
    ]);
    arguments.extend(["--language", "bilingual"]);
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Findings, "{}", run.err);
    let told = "concord.yaml:3:12: C07: `parenting-plan` is asked for in `bilingual`, which `yare` \
                does not write";
    assert!(run.err.contains(told), "{}", run.err);
}
