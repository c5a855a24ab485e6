//! The documents as a court receives them, read back by programs that are not ours.

use std::fs;

use concord::cli::Exit;
use serde_yaml::Value;

use crate::support::concord;
use crate::trial::Trial;
use crate::witness::{pdfinfo, pdfinfo_value, pdftotext};

const REPORT: &str = "LS26P00832/court/court-report.pdf";
const RECORD: &str = "LS26P00832/court/agreed-arrangements.pdf";

/// The named document of the full case.
fn build(name: &str) -> Vec<u8> {
    let outcome = Trial::case("full-agreement").build().done();
    outcome.file(name).to_vec()
}

/// Letters and digits alone: where a line breaks is no part of what is said.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What stands on the pages between the running header and the footer, so that a
/// sentence that goes on overleaf is found whole.
fn body(pdf: &[u8]) -> String {
    let text = pdftotext(pdf);
    let furniture = |line: &&str| !line.contains("LS26P00832") && !line.contains("Court copy");
    let kept: Vec<&str> = text.lines().filter(furniture).collect();
    letters(&kept.join("\n"))
}

#[test]
fn the_record_carries_every_agreed_term_whole() {
    let text = body(&build(RECORD));
    let file = Trial::case("full-agreement").file().to_owned();
    let written = fs::read_to_string(file).expect("a fixture");
    let case: Value = serde_yaml::from_str(&written).expect("YAML");
    let arrangements = case["arrangements"].as_sequence().expect("a list");
    let agreed = arrangements
        .iter()
        .filter(|term| term["status"] == "agreed");
    let mut seen = 0;
    for term in agreed {
        let words = letters(term["text"].as_str().expect("a text"));
        assert!(
            text.contains(&words),
            "{:?} is not in the record",
            term["id"]
        );
        seen += 1;
    }
    assert_eq!(seen, 15);
}

#[test]
fn the_report_carries_the_childs_words_the_points_and_the_recommendations() {
    let text = body(&build(REPORT));
    for said in [
        "I do not want to be the one who carries the messages.",
        "Rowan says he wants the same number of bedtime stories at both houses.",
        "Whether Isla has a smartphone before she moves to secondary school.",
        "That no further report be directed.",
        "Neither agency holds information that bears on the children’s safety",
    ] {
        assert!(text.contains(&letters(said)), "{said}");
    }
    let withheld = "he would give up the Sunday night if it settled the matter";
    assert!(!text.contains(&letters(withheld)), "said without prejudice");
    for private in ["Carr Mill Court", "Allerton Rise", "0113 496"] {
        assert!(!text.contains(&letters(private)), "{private}");
    }
}

#[test]
fn a_document_is_tagged_a4_titled_and_names_nobody_in_its_title() {
    let info = pdfinfo(&build(REPORT));
    assert_eq!(pdfinfo_value(&info, "Tagged"), Some("yes"));
    let size = pdfinfo_value(&info, "Page size").expect("a size");
    assert!(size.ends_with("(A4)"), "{size}");
    let title = pdfinfo_value(&info, "Title").expect("a title");
    assert_eq!(title, "Cafcass Positive co-Parenting Programme report");
}

#[test]
fn a_child_who_is_a_party_is_called_one_with_a_guardian_or_without() {
    let is_called_one = |is_party: bool| {
        let trial = Trial::case("full-agreement").altered(|case| {
            if is_party {
                case["people"]["children"][1]["is_party"] = true.into();
            }
        });
        body(trial.build().done().file(REPORT)).contains(&letters("a party"))
    };
    assert_eq!([is_called_one(false), is_called_one(true)], [false, true]);
}

#[test]
fn a_point_that_was_not_discussed_is_told_with_where_the_parents_stand() {
    let trial = Trial::case("minimal")
        .rewritten(|text| text.replace("status: not_agreed", "status: not_discussed"));
    let trial = trial.document("court-report").edition("plain-text");
    let outcome = trial.build().done();
    let report = letters(outcome.texts("court/court-report.txt")[0].1);
    for stance in [
        "He asks for every second weekend.",
        "She proposes Saturdays in the day.",
    ] {
        assert!(report.contains(&letters(stance)), "{stance}");
    }
}

#[test]
fn page_one_names_the_document_in_large_print_too() {
    // Four parties, and a summary that no page holds below them.
    let trial = Trial::case("grandmother").edition("large-print");
    let trial = trial
        .document("court-report")
        .document("agreed-arrangements");
    let built = trial.document("parenting-plan").build().done();
    for (name, title) in [
        ("court/court-report", "Cafcass Positive co-Parenting"),
        ("court/agreed-arrangements", "Record of agreed arrangements"),
        ("applicant/parenting-plan", "Parenting plan"),
    ] {
        let pdf = built.file(&format!("SA26P00417/{name}-large-print.pdf"));
        let text = pdftotext(pdf);
        let first = text.split('\u{c}').next().unwrap_or_default();
        assert!(first.contains(title), "{name}: {first}");
    }
}

#[test]
fn plain_text_in_two_languages_names_no_page() {
    let trial = Trial::case("working-together").language("bilingual");
    let built = trial.edition("plain-text").build().done();
    for (name, text) in built.texts(".txt") {
        assert!(
            !text.contains("on page") && !text.contains("dudalen"),
            "{name}"
        );
        assert_eq!(
            text.matches("\nThe English follows the Welsh.\n").count(),
            1,
            "{name}"
        );
    }
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    for name in [REPORT, RECORD] {
        assert!(build(name) == build(name), "{name} differs");
    }
}

#[test]
fn every_valid_case_builds_what_applies_to_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().to_str().expect("a plain path");
    let run = concord(&["build", "fixtures/cases/valid", "--out", out]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let (made, fit) = (
        run.out.lines(),
        "PDF/A-2a and PDF/UA-1, profile fpr-2026-03",
    );
    let documents = made.filter(|line| line.contains(".pdf")).count();
    let line = format!("fit to file: {documents} documents are {fit}");
    assert!(
        run.err.lines().any(|told| told == line),
        "{line}: {}",
        run.err
    );
    let out = run.out.replace(out, "out");
    insta::assert_snapshot!(out);
}

#[test]
fn a_case_with_an_error_leaves_earlier_output_untouched() {
    let old = "BM26P00107/court/court-report.pdf";
    let trial = Trial::case("minimal")
        .rewritten(|text| text.replace("2026-06-01", "2026-06-31"))
        .earlier(old, "an earlier report");
    let outcome = trial.build();
    assert_eq!(outcome.run.exit, Exit::Findings);
    assert_eq!(outcome.file(old), b"an earlier report");
    assert_eq!(outcome.files.len(), 1, "and nothing beside it");
}
