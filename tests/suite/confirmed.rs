//! A final Welsh document prints what somebody has confirmed: the word for it goes out with
//! the worksheet, comes back, and lapses with the phrase.

use std::fs;

use concord::cli::Exit;
use serde_yaml::Value;
use tempfile::TempDir;

use crate::support::{Run, concord};

/// Somebody who does not exist.
const READER: &str = "Elin Rhydderch (fixture)";

const FIRM: &str = "schema: concord-firm/1\nname: tawe\n";

/// An office with one case, whose notice of the course is final and in Welsh.
struct Office(TempDir);

impl Office {
    fn new(status: &str) -> Self {
        let office = Office(tempfile::tempdir().expect("a temporary folder"));
        let text = fs::read_to_string("fixtures/cases/valid/working-together.yaml");
        let mut case: Value = serde_yaml::from_str(&text.expect("a fixture")).expect("YAML");
        case["document"]["status"] = status.into();
        let reason = &mut case["course"][1]["reason"];
        reason["en"] = "He did not come.".into();
        reason["cy"] = "Ni ddaeth.".into();
        reason["translation"]["state"] = "done".into();
        office.write("case.yaml", &serde_yaml::to_string(&case).expect("YAML"));
        office.write("concord.yaml", FIRM);
        office
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("it lies in the office")).expect("room for it");
        fs::write(path, text).expect("room for it");
    }

    fn build(&self) -> Run {
        let [case, out] = ["case.yaml", "out"].map(|name| self.path(name));
        let asked = ["--document", "course-notice", "--language", "cy"];
        let form = ["--edition", "plain-text", "--message-format", "short"];
        concord(&[&["build", &case, "--out", &out], &asked[..], &form[..]].concat())
    }

    fn worksheet(&self) -> String {
        let run = concord(&["templates", "check", &self.path(""), "--language", "cy"]);
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
        run.out
    }

    /// Has somebody confirm every phrase of the worksheet.
    fn confirm_all(&self) {
        let signed = format!("\tunverified\t{READER}\t2026-11-20\n");
        let sheet = self.worksheet().replace("\tunverified\t\t\n", &signed);
        self.write("worksheet.tsv", &sheet);
        let sheet = self.path("worksheet.tsv");
        let run = concord(&[
            "templates",
            "translate",
            &sheet,
            &self.path(""),
            "--confirmed",
        ]);
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
        self.write("concord.yaml", &format!("{FIRM}{}", run.out));
    }
}

fn is_refused(run: &Run, told: &str) {
    assert_eq!(run.exit, Exit::Findings, "{}{}", run.out, run.err);
    let findings = run.err.lines().filter(|line| line.contains(": D12: "));
    let findings: Vec<&str> = findings.collect();
    assert!(
        matches!(findings[..], [one] if one.contains(told))
            && run.err.contains("1 error in 1 case"),
        "one finding for all copies of the document: {}",
        run.err
    );
}

#[test]
fn a_final_welsh_document_waits_for_somebody_and_a_draft_does_not() {
    let draft = Office::new("draft").build();
    assert_eq!(draft.exit, Exit::Done, "{}", draft.err);
    let office = Office::new("final");
    is_refused(&office.build(), "Welsh phrases that nobody has confirmed");
    office.confirm_all();
    let built = office.build();
    assert_eq!(built.exit, Exit::Done, "{}", built.err);
}

#[test]
fn who_confirmed_a_phrase_stands_in_the_next_worksheet() {
    let office = Office::new("final");
    office.confirm_all();
    let sheet = office.worksheet();
    let signed = format!("\t{READER}\t2026-11-20");
    assert!(
        sheet.lines().skip(1).all(|line| line.ends_with(&signed)),
        "{sheet}"
    );
}

#[test]
fn a_phrase_that_changes_is_to_be_confirmed_anew() {
    let office = Office::new("final");
    office.confirm_all();
    let locale = "language: cy\nsource: unverified\npage: {number: Tud. {number} / {total}}\n";
    let locale = locale.replace("Tud. {number} / {total}", "\"Tud. {number} / {total}\"");
    office.write("locales/cy.yaml", &locale);
    is_refused(
        &office.build(),
        "prints a Welsh phrase that nobody has confirmed",
    );
    let sheet = office.worksheet();
    let waiting = sheet
        .lines()
        .filter(|line| line.ends_with("\tunverified\t\t"));
    let waiting: Vec<&str> = waiting.collect();
    assert!(
        matches!(waiting[..], [line] if line.starts_with("page.number\t")),
        "{waiting:?}"
    );
}
