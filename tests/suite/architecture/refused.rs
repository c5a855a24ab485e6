//! Each judgement refuses what it is for, seen on trees of a few lines.

use super::judgements::{self, Breach};
use super::source::{Source, tree};

fn refused(judgement: impl Fn(&[Source]) -> Vec<Breach>, files: &[(&str, &str)]) -> Vec<String> {
    let files = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let files: Vec<_> = files.collect();
    judgement(&tree(files))
        .iter()
        .map(Breach::to_string)
        .collect()
}

#[test]
fn an_import_upward() {
    let files = [
        (
            "case/person.rs",
            "use crate::{language::Locale, rules::check};\n",
        ),
        (
            "schedule/day.rs",
            "fn f() { super::super::view::build() }\n",
        ),
        ("cellar/wine.rs", ""),
        (
            "view/term.rs",
            "// crate::cli\nuse crate::case::Term;\nconst TEXT: &str = \"crate::cli\";\n",
        ),
    ];
    assert_eq!(
        refused(judgements::imports_upward, &files),
        [
            "case/person.rs imports `rules`, which is not below it",
            "cellar/wine.rs stands on no floor",
            "schedule/day.rs imports `view`, which is not below it",
        ]
    );
}

#[test]
fn a_circle_of_files() {
    let files = [
        ("case/mod.rs", "mod a;\nmod b;\npub use b::two;\n"),
        ("case/a.rs", "pub fn one() { crate::case::two() }\n"),
        ("case/b.rs", "use super::a;\npub fn two() { a::one() }\n"),
    ];
    assert_eq!(
        refused(judgements::circles, &files),
        [
            "case/a.rs goes in a circle by way of case/b.rs",
            "case/b.rs goes in a circle by way of case/a.rs",
        ]
    );
}

#[test]
fn a_circle_through_the_file_that_declares() {
    let files = [
        (
            "case/mod.rs",
            "mod a;\npub struct Two;\npub fn one() { a::one() }\n",
        ),
        ("case/a.rs", "use super::Two;\npub fn one(two: Two) {}\n"),
    ];
    let [first, _] = &refused(judgements::circles, &files)[..] else {
        panic!("two files are in the circle");
    };
    assert_eq!(first, "case/a.rs goes in a circle by way of case/mod.rs");
}

#[test]
fn no_circle_by_declaring_handing_on_or_testing() {
    let files = [
        (
            "case/mod.rs",
            "mod a;\nmod b;\n#[cfg(test)]\nmod sample;\npub use a::{one, Three};\n",
        ),
        (
            "case/a.rs",
            "pub fn one() {}\npub struct Three;\n#[cfg(test)]\nmod tests {\n    use super::super::b::two;\n}\n",
        ),
        (
            "case/b.rs",
            "use super::{Three, one};\npub fn two(three: Three) { one() }\n",
        ),
        ("case/sample.rs", "use super::b::two;\n"),
    ];
    assert!(refused(judgements::circles, &files).is_empty());
}

#[test]
fn outside_crates_and_doors_where_they_do_not_belong() {
    let files = [
        ("view/a.rs", "use std::{fmt, fs};\n"),
        ("view/b.rs", "fn f() { std::env::var(\"A\"); }\n"),
        (
            "view/c.rs",
            "use std::process as ending;\nfn f() { ending::abort() }\n",
        ),
        ("cli/d.rs", "use jiff::civil::Date;\n"),
        ("view/e.rs", "use sha2::Sha256;\n"),
        ("cli/f.rs", "#[derive(schemars::JsonSchema)]\nstruct F;\n"),
        ("checks/g.rs", "use handlebars::Handlebars;\n"),
        ("view/h.rs", "use schemars::JsonSchema;\nuse std::fmt;\n"),
    ];
    assert_eq!(
        refused(judgements::outside_crates, &files),
        [
            "checks/g.rs names `handlebars`",
            "cli/d.rs names `jiff`",
            "cli/f.rs names `schemars`",
            "view/a.rs names `std::fs`",
            "view/b.rs names `std::env`",
            "view/c.rs names `std::process`",
            "view/e.rs names `sha2`",
        ]
    );
}

#[test]
fn the_case_and_words_of_withholding_in_a_view() {
    let files = [
        (
            "audience/served.rs",
            "use crate::case::{Case, Visibility};\n",
        ),
        (
            "view/term.rs",
            "use crate::case::{Case, CaseNumber};\nfn f(case: &Case) { case.may_read() }\n",
        ),
        (
            "view/voice.rs",
            "//! Nothing `confidential`.\n#[cfg(test)]\nmod tests {\n    use crate::case::Share;\n}\n",
        ),
    ];
    assert_eq!(
        refused(judgements::withholding_in_views, &files),
        [
            "view/term.rs names `Case`, which ends in `audience`",
            "view/term.rs names `may_read`, which ends in `audience`",
        ]
    );
}

#[test]
fn what_only_the_command_line_may_do() {
    let files = [
        ("cli/mod.rs", "fn f() { println!(\"\"); }\n"),
        ("view/a.rs", "fn f() { Some(1) . unwrap(); }\n"),
        (
            "view/b.rs",
            "// HashMap\nfn f() { let set: HashSet<u8> = g(\"println!\"); }\n",
        ),
    ];
    assert_eq!(
        refused(judgements::forbidden_calls, &files),
        [
            "view/a.rs unwraps: `.unwrap()`",
            "view/b.rs keeps no order: `HashSet`"
        ]
    );
}

#[test]
fn files_that_cannot_be_read() {
    let long = format!("//! Why.\n{}", "fn f() {}\n".repeat(330));
    let files = [
        ("view/a.rs", "use std::fmt;\n"),
        ("view/b.rs", long.as_str()),
        ("view/c.rs", "//! Why.\nfn f() { todo!() }\n"),
        ("view/d.rs", concat!("//! Why.\n// TO", "DO: more\n")),
    ];
    assert_eq!(
        refused(judgements::unreadable_files, &files),
        [
            "view/a.rs does not open with `//!`",
            "view/b.rs has 331 lines: is it one thing?",
            "view/c.rs says `todo!(`",
            concat!("view/d.rs says `// TO", "DO`"),
        ]
    );
}

#[test]
fn a_room_that_outgrows_the_others_and_files_that_are_long() {
    let text = |lines: usize| "\n".repeat(lines);
    let (large, small) = (text(121), text(120));
    let rooms = ["case/a.rs", "view/a.rs", "cli/a.rs", "rules/a.rs"];
    let files: Vec<_> = rooms
        .iter()
        .map(|path| {
            (
                *path,
                if *path == "case/a.rs" { &large } else { &small }.as_str(),
            )
        })
        .collect();
    assert_eq!(
        refused(judgements::proportions, &files),
        ["case has 121 of 481 lines"]
    );

    let rooms = [
        "case/a.rs",
        "view/a.rs",
        "cli/a.rs",
        "rules/a.rs",
        "pages/a.rs",
    ];
    let files: Vec<_> = rooms.iter().map(|path| (*path, large.as_str())).collect();
    assert_eq!(
        refused(judgements::proportions, &files),
        ["the file in the middle has 121 lines"]
    );
}

#[test]
fn a_room_that_is_not_on_the_map() {
    let files = [
        ("lib.rs", "//! | 1 | [`case`] |\nmod case;\nmod view;\n"),
        ("case/a.rs", ""),
        ("view/a.rs", ""),
    ];
    assert_eq!(
        refused(judgements::unmapped_rooms, &files),
        ["view is not on the map"]
    );
}
