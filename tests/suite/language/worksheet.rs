//! A translator’s worksheet, there and back.

use std::fs;
use std::sync::Arc;

use concord::diagnostics::{Findings, SourceFile};
use concord::language::{Locale, Source, with_worksheet, worksheet};

use super::faults::fixtures;
use super::{LEAST, LEAST_WELSH, english, file, in_front_of, locale, told, welsh};

const FOLDER: &str = "fixtures/locales/worksheets";

fn fixture(name: &str, least: &str) -> Arc<SourceFile> {
    in_front_of(&format!("{FOLDER}/{name}"), least)
}

/// What the small locale becomes with a table.
fn filled_in(table: &Arc<SourceFile>) -> Result<String, Findings> {
    let english = Locale::parse(&fixture("english.yaml", LEAST)).expect("the fixture is sound");
    with_worksheet(&english, &[fixture("before.yaml", LEAST_WELSH)], table)
}

fn sound(filled_in: Result<String, Findings>) -> String {
    filled_in.unwrap_or_else(|findings| panic!("{:#?}", told(findings)))
}

#[test]
fn the_worksheet_asks_for_what_nobody_has_confirmed_in_the_order_of_the_english() {
    let (english, welsh) = (english(), welsh());
    let table = worksheet(&english, &welsh);
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("key\tEnglish\tWelsh\tnote\tsource"));
    assert_eq!(
        lines.clone().next(),
        Some("calendar.time.whole-hour\t{hour} {half}\t{hour}{half}\t\tunverified")
    );
    let unverified = welsh.keys().filter(|key| {
        let phrase = welsh.phrase(key).expect("it has its own keys");
        phrase.source() == Some(&Source::Unverified)
    });
    assert_eq!(lines.clone().count(), unverified.count());
    let at = |key: &str| lines.clone().position(|line| line.starts_with(key));
    assert!(at("page.number") < at("court-report.title\t"));
    let asks = |line: &str| line.contains("\task: ");
    let asked = lines.clone().filter(|line| asks(line)).count();
    assert!(asked >= 24, "questions stand beside their words: {asked}");
    assert_eq!(at("heading.court\t"), None, "form C1A has the words");
    assert_eq!(at("names.cafcass\t"), None, "a name is the same");
}

#[test]
fn a_filled_worksheet_changes_its_entries_and_not_a_byte_besides() {
    let filled = file(&format!("{FOLDER}/filled.tsv"));
    let after = fixture("after.yaml", LEAST_WELSH);
    let text = sound(filled_in(&filled));
    assert_eq!(text, after.text());
}

#[test]
fn a_table_may_come_back_as_a_spreadsheet_saves_it() {
    let filled = file(&format!("{FOLDER}/filled.tsv"));
    let saved = filled
        .text()
        .replace('\n', "\r\n")
        .replace("Dyddiad", "\"Dyddiad\"");
    let saved = SourceFile::new("saved.tsv", format!("\u{feff}{saved}"));
    let after = fixture("after.yaml", LEAST_WELSH);
    let text = sound(filled_in(&saved));
    assert_eq!(text, after.text());
}

#[test]
fn a_worksheet_left_as_it_was_printed_changes_nothing() {
    let path = "templates/locales/cy.yaml";
    let (english, welsh) = (english(), file(path));
    let table = worksheet(&english, &locale(path));
    let table = SourceFile::new("worksheet.tsv", table);
    let text = sound(with_worksheet(
        &english,
        std::slice::from_ref(&welsh),
        &table,
    ));
    assert_eq!(text, welsh.text());
}

#[test]
fn every_unverified_entry_can_be_confirmed() {
    let path = "templates/locales/cy.yaml";
    let (english, welsh) = (english(), file(path));
    let table = worksheet(&english, &locale(path)).replace("\tunverified\n", "\tA. Translator\n");
    let table = SourceFile::new("worksheet.tsv", table);
    let text = sound(with_worksheet(
        &english,
        std::slice::from_ref(&welsh),
        &table,
    ));
    let confirmed = Locale::parse(&SourceFile::new("cy.yaml", text)).expect("it is sound");
    assert_eq!(
        worksheet(&english, &confirmed).lines().count(),
        1,
        "the header alone"
    );
    let before = locale(path);
    for key in before.keys() {
        let words = |locale: &Locale| locale.phrase(key).map(|phrase| phrase.text().to_owned());
        assert_eq!(words(&before), words(&confirmed), "{key}");
    }
}

/// A table whose name begins with a code is refused for it.
#[test]
fn a_worksheet_that_does_not_fit_is_refused() {
    let mut refused = 0;
    for path in fixtures("worksheets", "tsv") {
        let name = path.rsplit('/').next().expect("a path has a last part");
        let text = fs::read_to_string(&path).expect("a fixture is text");
        let Some((code, _)) = name.split_once('-') else {
            continue;
        };
        let findings = filled_in(&SourceFile::new(name, text)).expect_err(name);
        assert!(
            findings.iter().all(|finding| finding.help.is_some()),
            "{name}"
        );
        let told = told(findings);
        assert!(
            told.iter().all(|finding| finding.starts_with(code)),
            "{name}: {told:#?}"
        );
        refused += 1;
    }
    assert!(refused >= 6, "the fixtures are there");
}
