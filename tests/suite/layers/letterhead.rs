//! A firm's own paper: what its theme may set, and what a court asks for whatever it sets.

use std::fs;
use std::path::Path;

use concord::cli::Exit;

use super::{CASE, checked, copy, firm, made};
use crate::support::concord;

#[test]
fn a_firm_has_paper_of_its_own() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = home.path().to_str().expect("a plain path");
    let firm = firm("letterhead");
    let mut arguments = vec!["build", CASE, "--out", out, "--templates", &firm];
    arguments.extend(["--edition", "plain-text", "--document", "parenting-plan"]);
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let plan = run.out.lines().find(|line| line.ends_with(".txt"));
    let plan = fs::read_to_string(plan.expect("a plan")).expect("it was written");
    let head = "\n\nBure Family Mediation\n\n# Parenting plan\n";
    let foot = "■ Bure Family Mediation, 3 Staithe Lane, Aylsham. A company registered in England";
    assert!(plan.contains(head) && plan.contains(foot), "{plan}");
    assert!(plan.contains("\n(1) "), "{plan}");
    let check = concord(&["templates", "check", &firm]);
    assert_eq!(check.out, "no findings in the templates\n", "{}", check.err);
}

#[test]
fn what_is_before_a_court_is_not_on_the_paper_of_a_firm() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = home.path().to_str().expect("a plain path");
    let case = "fixtures/cases/valid/full-agreement.yaml";
    let firm = firm("letterhead");
    let mut arguments = vec!["build", case, "--out", out, "--templates", &firm];
    arguments.extend(["--edition", "plain-text", "--document", "court-report"]);
    arguments.extend(["--document", "agreed-arrangements"]);
    let run = concord(&arguments);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let report = run.out.lines().next().expect("a report");
    let report = fs::read_to_string(report).expect("it was written");
    assert!(!report.contains("Bure Family Mediation"), "{report}");
}

/// What is written of the look of a firm, and what is said of it.
const SLIPS: [(&str, &str, &str); 13] = [
    (
        "theme.yaml",
        "acent: \"#0b5d4e\"\n",
        "theme.yaml:1:1: C08: a theme has no value `acent`",
    ),
    (
        "theme.yaml",
        "- accent\n",
        "theme.yaml:1:1: C08: a theme is keys and their values",
    ),
    (
        "theme.yaml",
        "body-size: 9pt\n",
        "theme.yaml:1:12: C09: `body-size` is too small",
    ),
    (
        "theme.yaml",
        "accent: \"#9fc5e8\"\n",
        "theme.yaml:1:9: C09: `accent` is too pale to be read: its contrast with paper is 1.8 : 1",
    ),
    (
        "theme.yaml",
        "footer: {en: \"Registered in England.\"}\n",
        "theme.yaml:1:9: C09: `footer` has no words in `cy`",
    ),
    (
        "theme.yaml",
        "numbering: i\n",
        "theme.yaml:1:12: C09: `numbering` is none of those there are",
    ),
    (
        "theme.yaml",
        "logo: brand/logo.png\nlogo-words: Bure\n",
        "theme.yaml:1:7: C10: there is no picture `brand/logo.png`",
    ),
    (
        "theme.yaml",
        "face: Ariel\n",
        "theme.yaml:1:7: C11: `face` names `Ariel`, and there is no such font",
    ),
    (
        "firm.typ",
        "#let letter-head(logo, words) = words\n",
        "firm.typ:1:6: A11: the theme does not call `letter-head`",
    ),
    (
        "firm.typ",
        "#let sea = 1cm\n",
        "firm.typ:1:1: A11: the theme calls nothing that this file defines",
    ),
    (
        "firm.typ",
        "#import \"/themes/court/theme.typ\": *\n#let page-foot(words) = words\n",
        "firm.typ:1:10: A16: `theme.typ` imports this file, which cannot import it in turn",
    ),
    (
        "brand/old.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "A05: nothing reads `brand/old.svg`",
    ),
    (
        "theme.yml",
        "accent: red\n",
        "A05: nothing reads `theme.yml`",
    ),
];

#[test]
fn what_no_court_takes_is_told_at_the_line_of_the_firm() {
    for (path, text, expected) in SLIPS {
        let home = made(&[(path, text)]);
        assert_eq!(checked(home.path()), [expected], "{path}: {text}");
    }
}

#[test]
fn a_logo_is_a_picture_without_words_and_has_words_beside_it() {
    let table = [
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>hidden</text></svg>",
            "logo: brand/logo.svg\nlogo-words: Bure\n",
            "theme.yaml:1:7: C10: the picture `brand/logo.svg` holds a `<text>`",
        ),
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "logo: brand/logo.svg\n",
            "theme.yaml:1:7: C10: a logo says nothing to whoever cannot see it",
        ),
    ];
    for (logo, theme, expected) in table {
        let home = made(&[("brand/logo.svg", logo), ("theme.yaml", theme)]);
        assert_eq!(checked(home.path()), [expected], "{theme}");
    }
}

#[test]
fn a_font_of_a_firm_has_its_licence_beside_it() {
    let home = made(&[("theme.yaml", "face: Andika\n")]);
    copy(Path::new("fonts/andika"), &home.path().join("fonts/bure"));
    assert_eq!(checked(home.path()), [""; 0]);
    fs::remove_file(home.path().join("fonts/bure/OFL.txt")).expect("it was copied");
    let expected = "A12: no licence lies beside `fonts/bure/Andika-Bold.ttf`";
    assert_eq!(checked(home.path()), [expected]);
}

#[test]
fn a_slip_in_what_a_firm_draws_is_told_there() {
    let firm = "#import \"/themes/court/measures.typ\": quiet\n\
                #let page-foot(words) = text(fill: quite, words)\n";
    let home = made(&[("theme.yaml", "footer: Bure\n"), ("firm.typ", firm)]);
    let folder = home.path().to_str().expect("a plain path");
    let run = concord(&["templates", "check", folder, "--message-format", "short"]);
    let told: Vec<_> = run.out.lines().collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("firm.typ:2:36: S01: "), "{told:?}");
}
