//! What a firm copied, once what it was copied from has changed: told by content, merged, and
//! never in silence. A firm stands for the program here, and its office for the firm.

use std::fs;
use std::path::{Path, PathBuf};

use concord::cli::Exit;
use tempfile::TempDir;

use crate::support::{Run, concord};

/// How often what lies below is changed elsewhere.
const UPGRADES: usize = 50;

const TITLE: &str = "partials/title.typ.hbs";

/// A folder that stands for the program, and one over it that has copied the title.
struct Copied {
    _home: TempDir,
    below: PathBuf,
    own: PathBuf,
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("it is there")
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
    fs::write(path, text).expect("room for it");
}

impl Copied {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let (below, own) = (home.path().join("below"), home.path().join("own"));
        for name in [TITLE, "partials/author.typ.hbs", "partials/points.typ.hbs"] {
            write(&below, name, &read(Path::new("templates"), name));
        }
        let settings = "schema: concord-firm/1\nname: yare\n";
        write(&below, "concord.yaml", settings);
        let settings = "schema: concord-firm/1\nname: yare-north\nover: ../below\n";
        write(&own, "concord.yaml", settings);
        let copied = Copied {
            _home: home,
            below,
            own,
        };
        let run = copied.ask(&["eject", "title"]);
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
        copied
    }

    fn ask(&self, question: &[&str]) -> Run {
        let own = self.own.to_str().expect("a plain path");
        concord(&[&["templates"], question, &["--templates", own]].concat())
    }

    /// The codes that a check tells of the copy.
    fn told(&self) -> Vec<String> {
        let case = "fixtures/cases/valid/mediation.yaml";
        let own = self.own.to_str().expect("a plain path");
        let format = ["--message-format", "short"];
        let run = concord(&[&["check", case, "--templates", own], &format[..]].concat());
        let home = format!("{}/", self.own.display());
        let lines = run.out.lines().map(|line| line.replace(&home, ""));
        lines.filter(|line| line.starts_with(TITLE)).collect()
    }
}

#[test]
fn what_changes_elsewhere_leaves_a_copy_as_it_is() {
    let copied = Copied::new();
    for number in 0..UPGRADES {
        let other = ["partials/author.typ.hbs", "partials/points.typ.hbs"][number % 2];
        let text = read(&copied.below, other);
        write(
            &copied.below,
            other,
            &format!("{{{{!-- {number} --}}}}\n{text}"),
        );
        let diff = copied.ask(&["diff"]).out;
        assert!(!diff.contains("behind"), "{number}: {diff}");
    }
    assert_eq!(copied.told(), [""; 0]);
    let text = read(&copied.below, TITLE);
    write(&copied.below, TITLE, &format!("{{{{!-- new --}}}}\n{text}"));
    assert!(copied.ask(&["diff"]).out.contains("yours is behind"));
    let told = "partials/title.typ.hbs:1:1: A14: this is a copy of a file that has changed since";
    assert_eq!(copied.told(), [told]);
}

#[test]
fn changes_of_both_are_merged() {
    let copied = Copied::new();
    let base = read(&copied.below, TITLE);
    write(&copied.below, TITLE, &format!("{{{{!-- new --}}}}\n{base}"));
    write(&copied.own, TITLE, &format!("{base}#document-mark\n"));
    let run = copied.ask(&["upgrade"]);
    let told = "partials/title.typ.hbs: merged, your changes and the others both stand";
    assert!(run.out.contains(told), "{}{}", run.out, run.err);
    let merged = format!("{{{{!-- new --}}}}\n{base}#document-mark\n");
    assert_eq!(read(&copied.own, TITLE), merged);
    assert_eq!(copied.told(), [""; 0]);
    assert!(
        copied
            .ask(&["upgrade"])
            .out
            .contains("nothing of yours is behind")
    );
}

#[test]
fn a_logo_and_a_font_are_no_words_to_rename() {
    let copied = Copied::new();
    let logo = fs::read("fixtures/cases/invalid/K06-drawing.png").expect("a picture");
    let font = fs::read("fonts/andika/Andika-Regular.ttf").expect("a font");
    for (name, bytes) in [("brand/logo.png", logo), ("fonts/Own-Regular.ttf", font)] {
        let path = copied.own.join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
        fs::write(path, bytes).expect("room for it");
    }
    let run = copied.ask(&["upgrade"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(
        run.out.contains("nothing of yours is behind"),
        "{}",
        run.out
    );
}

#[test]
fn a_conflict_stops_everything_until_it_is_settled_or_put_back() {
    let copied = Copied::new();
    let base = read(&copied.below, TITLE);
    let yours = base.replacen("The title", "Our title", 1);
    write(
        &copied.below,
        TITLE,
        &base.replacen("The title", "A title", 1),
    );
    write(&copied.own, TITLE, &yours);
    let open = "partials/title.typ.hbs:1:1: A13: you and the program changed the same lines, and \
                both stand here";
    assert_eq!(copied.ask(&["upgrade"]).exit, Exit::Findings);
    assert_eq!(copied.told(), [open]);
    assert_eq!(copied.ask(&["upgrade"]).exit, Exit::Usage);
    assert_eq!(copied.ask(&["upgrade", "--continue"]).exit, Exit::Findings);

    assert_eq!(copied.ask(&["upgrade", "--abort"]).exit, Exit::Done);
    assert_eq!(read(&copied.own, TITLE), yours);
    assert_eq!(read(&copied.own, &format!("base/{TITLE}")), base);
    assert_eq!(copied.ask(&["upgrade", "--abort"]).exit, Exit::Usage);

    assert_eq!(copied.ask(&["upgrade"]).exit, Exit::Findings);
    write(&copied.own, TITLE, &yours);
    let unfinished = "partials/title.typ.hbs:1:1: A13: the upgrade of this file is not finished";
    assert_eq!(copied.told(), [unfinished]);
    assert_eq!(copied.ask(&["upgrade", "--continue"]).exit, Exit::Done);
    assert_eq!(copied.told(), [""; 0]);
    assert_eq!(read(&copied.own, TITLE), yours);
}

#[test]
fn a_firm_that_is_behind_is_told_by_content() {
    let firm = "fixtures/packs/firms/stale";
    let run = concord(&["templates", "check", firm, "--message-format", "short"]);
    let told = [
        "partials/title.typ.hbs:1:1: A14: this is a copy of a file that has changed since",
        "locales/en.yaml:4:12: A15: `parenting-plan.purpose` took the place of other words than there \
         are now",
    ];
    let mut told = told.map(|line| format!("{firm}/{line}"));
    told.sort();
    let mut lines: Vec<_> = run.out.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, told);
}
