//! What a court asks of the finished file: each fault of it once, made by Typst or, where Typst
//! makes no such file, by hand; and our documents, which have none of them.

use std::fs;

use concord::case::document::RulesProfile;
use concord::typesetting::{Job, Typeset};

use crate::trial::{CaseFile, Draft, Trial, set};

/// A page in which nothing is wrong.
const PRELUDE: &str = r#"
#set document(title: [Report], date: datetime(year: 2026, month: 3, day: 2))
#set page(paper: "a4", margin: 2.5cm)
#set text(font: "Liberation Sans", size: 12pt, lang: "en", region: "GB")
#set par(leading: 0.9em)
"#;

const WORDS: &str = "
= Terms
The children spend every other weekend with their father, and half of each school holiday with \
each parent.
";

/// A picture of 600 dots by 420, as a job has it and shown as wide as this.
const DRAWING: &str = "fixtures/cases/valid/partial-agreement-drawing.png";

fn picture(width: &str) -> String {
    format!("#image(\"drawing.png\", width: {width}, alt: \"A drawing\")")
}

fn typeset(set_up: &str) -> Typeset {
    let drawing = fs::read(DRAWING).expect("a fixture");
    set(&Job {
        source: format!("{PRELUDE}{set_up}{WORDS}"),
        files: [("drawing.png".to_owned(), drawing)].into(),
        identity: "a test".to_owned(),
    })
}

/// A report under the earlier rules, which ask for the most.
fn report() -> (Draft, CaseFile) {
    let trial = Trial::case("full-agreement")
        .document("court-report")
        .language("en");
    let mut case = trial.examine();
    case.case.rules_profile = RulesProfile::Fpr201807;
    (trial.manuscript(), case)
}

/// What is said of the form of a document that is set in pages and in a file.
fn told((draft, case): &(Draft, CaseFile), set: &Typeset) -> Vec<String> {
    let unfit = draft.unfit(case, &set.layout, Some(&set.pdf)).into_iter();
    let of_form = unfit
        .map(|unfit| unfit.finding)
        .filter(|finding| ("D13"..="D19").contains(&finding.code.id));
    of_form
        .inspect(|finding| assert!(finding.help.is_some()))
        .map(|finding| finding.short())
        .collect()
}

#[test]
fn each_fault_of_a_file_is_told_once() {
    let report = report();
    let (coarse, fine) = (picture("8cm"), picture("4cm"));
    let table: [(&str, &[&str]); 9] = [
        ("", &[]),
        (&coarse, &[]),
        ("#set page(paper: \"us-letter\")", &["D13"]),
        ("#set page(flipped: true)", &["D13"]),
        ("#set par(leading: 0.2em)", &["D14"]),
        ("#set page(numbering: \"i\")", &["D15"]),
        (
            "#set page(numbering: \"1\")\n#counter(page).update(3)",
            &["D15"],
        ),
        ("#set heading(bookmarked: false)", &["D16"]),
        (&fine, &["D18"]),
    ];
    for (set_up, codes) in table {
        let told = told(&report, &typeset(set_up));
        let found: Vec<&str> = told.iter().map(|told| &told[..3]).collect();
        assert_eq!(found, codes, "{set_up}: {told:?}");
    }
}

/// Typst puts every font into the file and, in PDF/A-2, nothing beside its pages.
#[test]
fn a_file_that_was_made_by_another_hand_is_seen_through() {
    let report = report();
    let sound = typeset("");
    let by_hand = |object: &str| {
        let text = format!(
            "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>\nendobj\n\
             2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
             3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] >>\nendobj\n\
             4 0 obj\n{object}\nendobj\n\
             5 0 obj\n<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 1 >>\nendobj\n\
             6 0 obj\n<< /Title (Terms) /Parent 5 0 R >>\nendobj\n\
             trailer\n<< /Root 1 0 R >>\n%%EOF\n"
        );
        let (layout, pdf) = (sound.layout.clone(), text.into_bytes());
        told(&report, &Typeset { layout, pdf })
    };
    assert_eq!(by_hand("<< >>"), [""; 0]);
    assert_eq!(
        by_hand("<< /Type /Font /Subtype /TrueType /BaseFont /Arial >>"),
        ["D17: `court-report`, words in `Arial` cannot be searched"]
    );
    assert_eq!(
        by_hand("<< /S /JavaScript /JS (app.alert) >>"),
        ["D19: `court-report`, the file holds a script"]
    );
}

#[test]
fn our_documents_have_the_form_that_all_rules_ask_for() {
    for entry in fs::read_dir("fixtures/cases/valid").expect("the valid cases") {
        let file = entry.expect("an entry").path();
        if file.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let trial = Trial::of(&file);
        for draft in trial.drafts() {
            let set = draft.typeset();
            let name = format!("{} {}", file.display(), draft.name());
            let mut of_case = (draft, trial.examine());
            for rules in RulesProfile::ALL {
                of_case.1.case.rules_profile = rules;
                assert_eq!(told(&of_case, &set), [""; 0], "{name}: {}", rules.name());
            }
        }
    }
}
