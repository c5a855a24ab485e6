//! `concord verify`: what is touched is named, alone, with the sentences it moved.

use std::fs;
use std::path::{Path, PathBuf};

use concord::cli::Exit;
use tempfile::TempDir;

use crate::support::{Run, concord};

mod events;
mod firm;
mod folders;
mod pictures;
mod words;

/// Three children, two homes, no court: its plan has what every plan has.
const CASE: &str = "fixtures/cases/valid/mediation.yaml";

/// A firm's folder with a case, and the documents that were built of it.
struct Office {
    home: TempDir,
}

impl Office {
    /// A firm that says one phrase in other words and has a part, a module of the theme and
    /// nothing else of its own.
    fn new() -> Self {
        let office = Office {
            home: tempfile::tempdir().expect("a temporary folder"),
        };
        let read = |path: &str| fs::read_to_string(path).expect("a file of the program");
        let standing = "packs/parenting-plan/partials/plan-standing.typ.hbs";
        let measures = "themes/court/values.typ";
        let case = read(CASE);
        for (path, text) in [
            ("concord.yaml", "schema: concord-firm/1\nname: yare\n"),
            ("locales/en.yaml", PHRASES),
            ("cases/family.yaml", case.as_str()),
            (standing, read(&format!("templates/{standing}")).as_str()),
            (measures, read(&format!("templates/{measures}")).as_str()),
        ] {
            office.write(path, text);
        }
        office.build("pdf");
        office
    }

    /// Builds a plan in English, in this format.
    fn build(&self, format: &str) {
        let (cases, out) = (self.path("cases"), self.path("out"));
        let asked = [
            "--document",
            "parenting-plan",
            "--language",
            "en",
            "--audience",
            "parent-1",
            "--format",
            format,
        ];
        let run = concord(&[&["build", &cases, "--out", &out], &asked[..]].concat());
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
    }

    fn path(&self, below: &str) -> String {
        let path = self.home.path().join(below);
        path.to_str().expect("a plain path").to_owned()
    }

    fn write(&self, below: &str, text: &str) {
        let path = PathBuf::from(self.path(below));
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
        fs::write(path, text).expect("room for it");
    }

    /// Puts words in the place of others, which stand there.
    fn touch(&self, below: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(below)).expect("it is there");
        assert!(text.contains(old), "{below} has no `{old}`");
        self.write(below, &text.replacen(old, new, 1));
    }

    /// What is said of the folder, without the way to it.
    fn verify(&self, options: &[&str]) -> Run {
        let (cases, out) = (self.path("cases"), self.path("out"));
        let asked = ["verify", &out, "--cases", &cases];
        let run = concord(&[&asked[..], options].concat());
        let home = format!("{}/", self.home.path().display());
        Run {
            exit: run.exit,
            out: run.out.replace(&home, ""),
            err: run.err.replace(&home, ""),
        }
    }

    /// Nothing has moved.
    fn is_the_same(&self, options: &[&str]) {
        let run = self.verify(options);
        assert_eq!(
            (run.exit, run.out.as_str()),
            (Exit::Done, ""),
            "{}",
            run.err
        );
    }

    /// What the plan moved for, and its sentences that did.
    fn told(&self) -> (Vec<String>, Vec<String>) {
        let run = self.verify(&["--words"]);
        assert_eq!(run.exit, Exit::Drift, "{}\n{}", run.out, run.err);
        let mut is_plan = false;
        let (mut because, mut words) = (Vec::new(), Vec::new());
        for line in run.out.lines() {
            match line.strip_prefix("  ") {
                None => is_plan = line.contains(".pdf") || line.contains(".words.txt"),
                Some(line) if is_plan && line.starts_with("because") => {
                    because.push(line.to_owned());
                }
                Some(line) if is_plan && line.starts_with(['-', '+']) => {
                    words.push(line.to_owned());
                }
                Some(_) => {}
            }
        }
        (because, words)
    }

    fn plan(&self) -> PathBuf {
        let mut found = Vec::new();
        files(&self.home.path().join("out"), &mut found);
        let mut plans = found.into_iter();
        let plan = plans.find(|path| path.extension().is_some_and(|ending| ending == "pdf"));
        plan.expect("the plan was built")
    }
}

const PHRASES: &str = "\
language: en
parenting-plan:
  purpose-proposals: What the parents agreed stands here.
";

/// Every file below a folder but those of the manifest.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with(".concord") {
            files(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
}

#[test]
fn what_nobody_touched_is_the_same_however_it_is_looked_at() {
    let office = Office::new();
    for options in [&[][..], &["--no-rebuild"], &["--rebuild"]] {
        office.is_the_same(options);
    }
    let all = office.verify(&["--rebuild"]).err;
    assert!(all.contains("rebuilt, the same to the byte"), "{all}");
}

#[test]
fn a_phrase_is_named_with_the_sentence_it_moved_and_nothing_else() {
    let office = Office::new();
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    let (because, words) = office.told();
    assert_eq!(
        because,
        ["because  phrase `parenting-plan.purpose-proposals` of yare (locales/en.yaml:3)"]
    );
    assert_eq!(
        words,
        [
            "- What the parents agreed stands here.",
            "+ What the parents wish for stands here."
        ]
    );
}

#[test]
fn a_partial_is_named() {
    let office = Office::new();
    let part = "packs/parenting-plan/partials/plan-standing.typ.hbs";
    office.touch(part, "#summary[", "#summary[\nKeep this plan safe.\n");
    let (because, words) = office.told();
    let named = format!("because  partial `{part}` of yare ({part}:1)");
    assert_eq!(because, [named]);
    assert!(
        words
            .iter()
            .any(|line| line.starts_with("+ ") && line.contains("Keep this plan safe.")),
        "{words:#?}"
    );
}

#[test]
fn a_value_of_the_theme_is_named_and_moves_no_sentence() {
    let office = Office::new();
    let theme = "themes/court/values.typ";
    office.touch(theme, "#1f3a5f", "#1f3a60");
    let (because, words) = office.told();
    let named = format!("because  theme file `{theme}` of yare ({theme}:1)");
    assert_eq!((because, words), (vec![named], Vec::new()));
    let told = office.verify(&[]).out;
    assert!(
        told.contains("it says the same, and looks different"),
        "{told}"
    );
}

#[test]
fn a_field_of_the_case_is_named_at_its_line() {
    let office = Office::new();
    office.touch(
        "cases/family.yaml",
        "in two homes. Monday",
        "in two houses. Monday",
    );
    let (because, words) = office.told();
    let named = "because  field `arrangements[0].text` (cases/family.yaml:94)";
    assert_eq!(because, [named]);
    assert_eq!(
        words,
        [
            "- Eli and Mabel live with both of their parents, in two homes.",
            "+ Eli and Mabel live with both of their parents, in two houses."
        ]
    );
}

#[test]
fn of_two_that_moved_both_are_named() {
    let office = Office::new();
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    office.touch(
        "cases/family.yaml",
        "in two homes. Monday",
        "in two houses. Monday",
    );
    let (because, words) = office.told();
    assert_eq!(
        because,
        [
            "because  field `arrangements[0].text` (cases/family.yaml:94)",
            "because  phrase `parenting-plan.purpose-proposals` of yare (locales/en.yaml:3)"
        ]
    );
    assert_eq!(words.len(), 4);
}

#[test]
fn a_note_in_a_template_moves_nothing() {
    let office = Office::new();
    let part = "packs/parenting-plan/partials/plan-standing.typ.hbs";
    office.touch(part, "{{!-- What", "{{!-- Whatever");
    let run = office.verify(&[]);
    assert_eq!(
        (run.exit, run.out.as_str()),
        (Exit::Done, ""),
        "{}",
        run.err
    );
}

#[test]
fn words_of_a_family_are_shown_where_they_are_asked_for_alone() {
    let office = Office::new();
    office.touch(
        "cases/family.yaml",
        "in two homes. Monday",
        "in two houses. Monday",
    );
    let piped = office.verify(&[]).out;
    assert!(
        piped.contains("  1 sentence; see the words with --words\n"),
        "{piped}"
    );
    let summary = office.path("summary.md");
    fs::write(&summary, "what stood there\n").expect("room for it");
    for format in ["json", "github", "short"] {
        let told = office.verify(&["--message-format", format, "--summary", &summary]);
        assert_eq!(told.exit, Exit::Drift);
        assert!(!told.out.contains("houses"), "{}", told.out);
        assert!(!told.err.contains("houses"), "{}", told.err);
    }
    let summary = fs::read_to_string(summary).expect("it is there");
    assert!(
        summary.starts_with("what stood there\n### Documents: 2 the same, 1 moved"),
        "{summary}"
    );
    assert!(
        summary.contains("| field `arrangements[0].text`"),
        "{summary}"
    );
    assert!(!summary.contains("houses"), "{summary}");
}
