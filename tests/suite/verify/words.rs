//! A folder that keeps what documents say, as a repository holds it: compared like one that
//! holds the documents.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use concord::cli::Exit;

use super::{Office, files};

const PLAN: &str = "out/WFM-26-0318/parent-1/parenting-plan.words.txt";

/// A firm's folder of which the words are kept.
fn office() -> Office {
    let office = Office::new();
    fs::remove_dir_all(office.path("out")).expect("it goes");
    office.build("words");
    office
}

fn read(office: &Office, below: &str) -> String {
    fs::read_to_string(office.path(below)).expect("it is there")
}

#[test]
fn words_are_kept_and_nothing_that_is_handed_over() {
    let office = office();
    let mut found = Vec::new();
    files(Path::new(&office.path("out")), &mut found);
    let names = found.iter().filter_map(|path| path.file_name());
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "parenting-plan-1.ics",
            "parenting-plan-2.ics",
            "parenting-plan.words.txt"
        ]
    );
    let plan = read(&office, PLAN);
    assert!(plan.starts_with("concord-words/1\n"), "{plan}");
    for line in ["\nwords 1: ", "\ntag: ", "\nfact: title: ", "\nlooks: "] {
        assert!(plan.contains(line), "{line}");
    }
    for options in [&[][..], &["--no-rebuild"], &["--rebuild"]] {
        office.is_the_same(options);
    }
}

/// What is touched, what it is named as, and whether words move with it.
type Touch = (&'static str, &'static dyn Fn(&Office), bool);

const FONT: &str = "fonts/liberation/LiberationSans-Regular.ttf";

const TOUCHES: [Touch; 6] = [
    (
        "phrase `parenting-plan.purpose-proposals` of yare (locales/en.yaml:3)",
        &|office| office.touch("locales/en.yaml", "agreed stands", "wish for stands"),
        true,
    ),
    (
        "partial `packs/parenting-plan/partials/plan-standing.typ.hbs` of yare \
         (packs/parenting-plan/partials/plan-standing.typ.hbs:1)",
        &|office| {
            let part = "packs/parenting-plan/partials/plan-standing.typ.hbs";
            office.touch(part, "#summary[", "#summary[\nKeep this plan safe.\n");
        },
        true,
    ),
    (
        "theme value `accent` of yare (theme.yaml:1)",
        &|office| office.write("theme.yaml", "accent: \"#0b4a5d\"\n"),
        false,
    ),
    (
        "font `fonts/liberation/LiberationSans-Regular.ttf` of yare",
        &|office| {
            let other = fs::read(FONT.replace("Regular", "Italic")).expect("a font of ours");
            fs::create_dir_all(office.path("fonts/liberation")).expect("room for it");
            fs::write(office.path(FONT), other).expect("room for it");
        },
        false,
    ),
    (
        "option `documents.parenting-plan` of yare (concord.yaml:4)",
        &|office| {
            let parts = "documents:\n  parenting-plan:\n    parts: {drop: [plan-silent]}\n";
            let settings = format!("schema: concord-firm/1\nname: yare\n{parts}");
            office.write("concord.yaml", &settings);
        },
        true,
    ),
    (
        "field `arrangements[0].text` (cases/family.yaml:94)",
        &|office| {
            let (homes, houses) = ("in two homes. Monday", "in two houses. Monday");
            office.touch("cases/family.yaml", homes, houses);
        },
        true,
    ),
];

/// Every file of a firm's folder but its output.
fn own(office: &Office) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = Vec::new();
    files(office.home.path(), &mut found);
    let out = PathBuf::from(office.path("out"));
    found.retain(|path| !path.starts_with(&out));
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("it is there");
        (path, bytes)
    };
    found.into_iter().map(read).collect()
}

#[test]
fn what_is_touched_is_named_alone_with_what_it_moved() {
    let office = office();
    let before = own(&office);
    for (named, touch, moves_words) in TOUCHES {
        touch(&office);
        let (because, words) = office.told();
        assert_eq!(because, [format!("because  {named}")], "{words:#?}");
        assert_eq!(!words.is_empty(), moves_words, "{named}: {words:#?}");
        for path in own(&office)
            .keys()
            .filter(|path| !before.contains_key(*path))
        {
            fs::remove_file(path).expect("it goes");
        }
        for (path, bytes) in &before {
            fs::write(path, bytes).expect("room for it");
        }
    }
}

#[test]
fn a_text_that_was_changed_by_hand_is_renewed() {
    let office = office();
    let before = read(&office, PLAN);
    office.touch(PLAN, "What the parents agreed stands here.", "Anything.");
    let (because, words) = office.told();
    assert_eq!(because, ["because  it no longer stood as it was written"]);
    let moved = ["- Anything.", "+ What the parents agreed stands here."];
    assert_eq!(words, moved);
    assert_eq!(office.verify(&["--accept"]).exit, Exit::Done);
    assert_eq!(read(&office, PLAN), before);
}

#[test]
fn an_input_that_comes_changes_the_line_of_no_document_but_those_that_use_it() {
    let office = office();
    let lines = || {
        let manifest = read(&office, "out/.concord/manifest.json");
        let lines = manifest.lines().filter(|line| line.contains("\"file\":"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let before = lines();
    assert_eq!(before.len(), 3);
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    assert_eq!(office.verify(&["--accept"]).exit, Exit::Done);
    let after = lines();
    assert_eq!(
        before[..2],
        after[..2],
        "a calendar asks for no such phrase"
    );
    assert_ne!(before[2], after[2]);
}

#[test]
fn what_is_missing_from_such_a_folder_is_told_and_written() {
    let office = office();
    let case = read(&office, "cases/family.yaml");
    office.write(
        "cases/second.yaml",
        &case.replace("WFM-26-0318", "WFM-26-0319"),
    );
    fs::remove_file(office.path(PLAN)).expect("it goes");
    office.write("out/orphan.words.txt", "concord-words/1\n");
    let run = office.verify(&[]);
    assert_eq!(run.exit, Exit::Drift, "{}", run.err);
    for told in [
        "missing    WFM-26-0318/parent-1/parenting-plan.words.txt\n",
        "new        WFM-26-0319/parent-1/parenting-plan.words.txt\n",
        "new        WFM-26-0319/parent-1/parenting-plan-2.ics\n",
        "foreign    orphan.words.txt\n",
    ] {
        assert!(run.out.contains(told), "{told}{}", run.out);
    }
    fs::remove_file(office.path("out/orphan.words.txt")).expect("it goes");
    assert_eq!(office.verify(&["--accept"]).exit, Exit::Done);
    office.is_the_same(&["--rebuild"]);
}
