//! A firm's folder from nothing: begun, asked about, a file copied and compared; and every
//! command of the guide, run as a reader would.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use insta::{assert_snapshot, with_settings};

/// The program itself: only a process has a working folder of its own.
const PROGRAM: &str = env!("CARGO_BIN_EXE_concord");

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .args(arguments)
        .current_dir(folder)
        .env_remove("CONCORD_TEMPLATES")
        .output()
        .expect("the program can be run")
}

/// What it prints, standard error first; how it ends must be as expected.
fn told(folder: &Path, arguments: &[&str], exit: i32) -> String {
    let done = run(folder, arguments);
    let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
    let told = text(done.stderr) + &text(done.stdout);
    assert_eq!(done.status.code(), Some(exit), "{arguments:?}\n{told}");
    format!("$ concord {}\n{told}", arguments.join(" "))
}

/// A folder called `wensum`, begun in a new place.
fn begun() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    told(home.path(), &["templates", "new", "wensum"], 0);
    home
}

#[test]
fn a_new_folder_has_no_findings_and_builds() {
    let home = begun();
    let folder = home.path().join("wensum");
    told(&folder, &["templates", "check", "--strict"], 0);
    let built = told(
        &folder,
        &[
            "build",
            "samples",
            "--out",
            "out",
            "--edition",
            "plain-text",
        ],
        0,
    );
    assert!(built.contains("parenting-plan.txt"), "{built}");
    let plan = built.lines().find(|line| line.contains("parenting-plan"));
    let plan = folder.join(plan.expect("the plan is there"));
    let plan = fs::read_to_string(plan).expect("it is text");
    let words = plan.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("This plan records what you propose"),
        "{words}"
    );
    assert!(words.contains("speak to us"), "{words}");
}

#[test]
fn what_stands_there_is_never_written_over() {
    let home = begun();
    let locale = home.path().join("wensum/locales/en.yaml");
    fs::write(&locale, "language: en\n").expect("it can be written");
    let again = told(home.path(), &["templates", "new", "wensum"], 1);
    assert!(again.contains("O07"), "{again}");
    assert_eq!(
        fs::read_to_string(&locale).expect("it is there"),
        "language: en\n"
    );
}

#[test]
fn what_differs_and_what_it_hides_is_told() {
    let home = begun();
    let folder = home.path().join("wensum");
    let questions: [&[&str]; 5] = [
        &["templates", "list"],
        &["templates", "list", "--parts", "parenting-plan"],
        &["templates", "which", "parenting-plan.purpose-proposals"],
        &["templates", "which", "plan-standing"],
        &["templates", "which", "our.before-a-change"],
    ];
    let told: Vec<_> = questions
        .iter()
        .map(|question| told(&folder, question, 0))
        .collect();
    with_settings!({filters => vec![(r"(builtin/locales/..\.yaml):\d+", "$1:LINE")]}, {
        assert_snapshot!(told.join("\n"));
    });
}

#[test]
fn a_copy_is_kept_with_what_it_was_copied_from() {
    let home = begun();
    let folder = home.path().join("wensum");
    let mut all = told(&folder, &["templates", "eject", "title"], 0);
    all.push_str(&told(&folder, &["templates", "diff"], 0));
    let copy = folder.join("partials/title.typ.hbs");
    let text = fs::read_to_string(&copy).expect("it was made");
    let base = folder.join("base/partials/title.typ.hbs");
    assert_eq!(fs::read_to_string(base).expect("it was kept"), text);
    fs::write(&copy, text + "#document-mark\n").expect("it can be written");
    all.push_str(&told(&folder, &["templates", "diff", "title"], 0));
    all.push_str(&told(&folder, &["templates", "eject", "title"], 2));
    all.push_str(&told(home.path(), &["templates", "eject", "title"], 2));
    assert_snapshot!(all);
}

#[test]
fn what_samples_say_is_compared_with_what_was_accepted() {
    let home = begun();
    let folder = home.path().join("wensum");
    let accepted = told(&folder, &["templates", "test", "--accept"], 0);
    assert!(
        accepted.contains("accepted what 5 documents say"),
        "{accepted}"
    );
    let locale = folder.join("locales/en.yaml");
    let words = fs::read_to_string(&locale).expect("it is there");
    let words = words.replace("what is still open", "what is not settled");
    fs::write(&locale, words).expect("it can be written");
    let plan = folder.join("expected/WFM-26-0318/child-1/childs-plan.txt");
    fs::remove_file(plan).expect("it was accepted");
    assert_snapshot!(told(&folder, &["templates", "test"], 3));
}

#[test]
fn a_phrase_is_found_by_its_words_and_becomes_a_line_of_the_firms() {
    let home = begun();
    let folder = home.path().join("wensum");
    let found = told(&folder, &["templates", "which", "not legally binding"], 0);
    assert!(
        found.contains("parenting-plan.not-binding, in English"),
        "{found}"
    );
    told(&folder, &["templates", "which", "not legaly binding"], 2);

    let key = "parenting-plan.not-binding";
    let ejected = told(&folder, &["templates", "eject", key], 0);
    assert!(
        ejected.contains("say the same in `locales/cy.yaml`"),
        "{ejected}"
    );
    let read = |path: &str| fs::read_to_string(folder.join(path)).expect("it is there");
    let words = read("locales/en.yaml");
    let line = "  not-binding: \"A parenting plan is not legally binding.\"\n";
    assert!(words.contains(line), "{words}");
    let kept = read("base/locales/en.yaml");
    let line = format!("{key}: \"A parenting plan is not legally binding.\"\n");
    assert!(kept.ends_with(&line), "{kept}");
    told(&folder, &["templates", "eject", key], 2);
    let list = told(&folder, &["templates", "list"], 0);
    assert!(list.contains("parenting-plan.purpose"), "{list}");
    told(&folder, &["check", "samples", "--case-only"], 0);
}

#[test]
fn names_that_are_no_longer_are_carried_by_an_upgrade() {
    let home = begun();
    let folder = home.path().join("wensum");
    let locale = folder.join("locales/en.yaml");
    let words = fs::read_to_string(&locale).expect("it is there");
    fs::write(&locale, words + "copy:\n  parties: For you both\n").expect("room for it");
    let told = told(&folder, &["templates", "upgrade"], 0);
    let line = "locales/en.yaml: `copy.parties` is `copy.party` now";
    assert!(told.contains(line), "{told}");
    let words = fs::read_to_string(&locale).expect("it is there");
    assert!(words.ends_with("copy:\n  party: For you both\n"), "{words}");
}

/// The guide is followed to the letter.
#[test]
fn every_command_of_the_guide_is_run() {
    let readme = include_str!("../../templates/README.md");
    let guide = readme
        .split("## A folder of your own")
        .nth(1)
        .expect("the guide");
    let guide = guide.split("\n## ").next().expect("its end");
    let commands: Vec<_> = guide
        .lines()
        .filter_map(|line| line.strip_prefix("$ "))
        .collect();
    assert!(commands.len() > 7, "{commands:?}");
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut folder = home.path().to_owned();
    for command in commands {
        // What stands in quotation marks is one word.
        let quoted = command.split('"').enumerate();
        let words = quoted.flat_map(|(index, piece)| match index % 2 {
            0 => piece.split_whitespace().collect(),
            _ => vec![piece],
        });
        let mut words = words.map(|word| word.trim_matches('\''));
        match words.next() {
            Some("cd") => folder.extend(words),
            Some("concord") => drop(told(&folder, &words.collect::<Vec<_>>(), 0)),
            _ => panic!("the guide has a command that is not ours: {command}"),
        }
    }
}
