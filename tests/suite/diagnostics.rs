//! Every form in which findings are told, held by snapshots.
//!
//! The findings here are made up; that each real code is found where it should be
//! is held by the case fixtures.

use concord::diagnostics::draw::{MessageFormat, Style, draw};
use concord::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use insta::assert_snapshot;

/// The whole of one drawing, without colour.
fn drawn(format: MessageFormat, findings: &[Diagnostic]) -> String {
    let mut text = String::new();
    draw(format, findings, Style::default(), &mut text)
        .expect("a string takes all that is written");
    text
}

/// The same findings in all five forms, one after the other.
fn all_forms(findings: &[Diagnostic]) -> String {
    MessageFormat::ALL
        .map(|format| format!("── {} ──\n{}", format.word(), drawn(format, findings)))
        .join("\n")
}

/// The place of the first occurrence of a word.
fn place(file: &std::sync::Arc<SourceFile>, word: &str) -> Place {
    let start = file.text().find(word).expect("the word stands in the file");
    Place::new(file, start..start + word.len())
}

const CASE: &str = "\
schema: concord/1
case:
  number: LS26X00417
programme:
  sessions:
    - kind: one_to_one
      on: 2026-03-10
    - kind: joint
      on: 2026-03-03
";

#[test]
fn one_place() {
    let file = SourceFile::new("case.yaml", CASE);
    let finding = Diagnostic::new(
        &code::model::WRONG_FORM,
        "`case.number` is not a case number",
    )
    .at(place(&file, "LS26X00417"))
    .caption("the fifth character must be `P`")
    .help("write it as it stands on the order, for example `LS26P00417`");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn two_places_in_one_file() {
    let file = SourceFile::new("case.yaml", CASE);
    let finding = Diagnostic::new(
        &code::model::NO_SUCH_DATE,
        "the joint session is before a one-to-one session",
    )
    .at(place(&file, "2026-03-03"))
    .caption("joint session is on 3 March")
    .label(
        place(&file, "2026-03-10"),
        "but this one-to-one is on 10 March",
    )
    .help("correct the date that is wrong, or say why the order was changed");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn two_places_on_one_line() {
    let file = SourceFile::new("case.yaml", "child: {name: Siân, name: Siôn}\n");
    let second = file.text().rfind("name").expect("it stands there twice");
    let finding = Diagnostic::new(&code::reading::DUPLICATE_KEY, "`name` stands twice")
        .at(Place::new(&file, second..second + 4))
        .caption("second time")
        .label(place(&file, "name"), "first time")
        .help("keep one of the two");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn two_files() {
    let case = SourceFile::new("case.yaml", CASE);
    let template = SourceFile::new(
        "partials/case-heading.typ.hbs",
        "= {{court}}\n{{case.number}}\n",
    );
    let finding = Diagnostic::new(&code::model::WRONG_TYPE, "a value stands where it may not")
        .at(place(&template, "{{case.number}}"))
        .label(place(&case, "LS26X00417"), "the value is written here");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn wide_characters_and_tabs() {
    let file = SourceFile::new("case.yaml", "name:\t王小明 Llŷr, court\n");
    let finding = Diagnostic::new(&code::model::WRONG_FORM, "`name` holds a role")
        .at(place(&file, "court"))
        .caption("here")
        .help("leave the role out");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn characters_that_cannot_be_seen() {
    let file = SourceFile::new("case.yaml", "note: a\u{1b}[31mred\u{202e}txet\r\n");
    let finding = Diagnostic::new(
        &code::reading::CONTROL_CHARACTER,
        "U+202E turns the direction of the text",
    )
    .at(place(&file, "\u{202e}"))
    .help("delete the character");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn a_long_line() {
    let line = format!(
        "text: {} HERE {}\n",
        "word ".repeat(2_000),
        "word ".repeat(2_000)
    );
    let file = SourceFile::new("case.yaml", line);
    let finding = Diagnostic::new(&code::reading::TOO_LONG, "`text` is too long")
        .at(place(&file, "HERE"))
        .help("shorten it");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn a_place_of_many_lines() {
    let file = SourceFile::new("case.yaml", CASE);
    let start = CASE.find("kind").expect("it stands in the case");
    let finding = Diagnostic::new(&code::model::MISSING_FIELD, "the session has no `with`")
        .at(Place::new(&file, start..CASE.len()))
        .help("add `with:` and who attended");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn the_end_of_the_file() {
    let file = SourceFile::new("case.yaml", "case:\n");
    let finding = Diagnostic::new(&code::reading::SYNTAX, "the file ends too early")
        .at(Place::new(&file, 6..6))
        .help("write what belongs under `case:`");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn no_place() {
    let finding = Diagnostic::new(&code::reading::NOT_FOUND, "`cases` holds no case file")
        .help("name a file that ends in `.yaml`");
    assert_snapshot!(all_forms(&[finding]));
}

#[test]
fn many_findings_are_sorted_and_apart() {
    let file = SourceFile::new("case.yaml", CASE);
    let mut findings: Findings = ["2026-03-03", "LS26X00417", "2026-03-10"]
        .map(|word| Diagnostic::new(&code::model::WRONG_FORM, "wrong").at(place(&file, word)))
        .into_iter()
        .collect();
    findings.push(Diagnostic::new(&code::reading::EMPTY, "the file is empty"));
    assert_snapshot!(all_forms(&findings.sorted()));
}

#[test]
fn only_the_human_form_has_colours() {
    let file = SourceFile::new("case.yaml", CASE);
    let findings =
        [Diagnostic::new(&code::model::WRONG_FORM, "wrong").at(place(&file, "2026-03-03"))];
    for format in MessageFormat::ALL {
        let mut text = String::new();
        draw(format, &findings, Style { color: true }, &mut text).expect("a string takes it");
        let escaped = text.contains('\u{1b}');
        assert_eq!(escaped, format == MessageFormat::Human, "{format:?}");
    }
}

#[test]
fn json_is_one_object_a_line_with_every_field() {
    let findings = [
        Diagnostic::new(&code::reading::EMPTY, "one"),
        Diagnostic::new(&code::reading::EMPTY, "two\nlines"),
    ];
    let text = drawn(MessageFormat::Json, &findings);
    assert_eq!(text.lines().count(), 2);
    for line in text.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        let fields: Vec<&str> = object
            .as_object()
            .expect("each line is an object")
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            fields,
            [
                "code", "severity", "message", "place", "caption", "labels", "help", "withheld"
            ]
        );
    }
}
