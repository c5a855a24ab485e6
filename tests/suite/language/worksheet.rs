//! A translator’s worksheet, there and back.

use std::fs;
use std::sync::Arc;

use concord::diagnostics::{Findings, SourceFile};
use concord::language::{ConfirmedRow, Locale, Source, confirmed_in, with_worksheet, worksheet};

use super::faults::fixtures;
use super::{LEAST, LEAST_WELSH, english, file, in_front_of, locale, told, welsh};

const FOLDER: &str = "fixtures/locales/worksheets";

fn fixture(name: &str, least: &str) -> Arc<SourceFile> {
    in_front_of(&format!("{FOLDER}/{name}"), least)
}

/// What is confirmed for an office before anybody has looked.
fn nobody(_: &str) -> Option<[String; 2]> {
    None
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
    let table = worksheet(&english, &welsh, &nobody);
    let mut lines = table.lines();
    assert_eq!(
        lines.next(),
        Some("key\tEnglish\tWelsh\tnote\tsource\tconfirmed by\ton")
    );
    assert_eq!(
        lines.clone().next(),
        Some("calendar.time.whole-hour\t{hour} {half}\t{hour}{half}\t\tunverified\t\t")
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
    let table = worksheet(&english, &locale(path), &nobody);
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
    let table = worksheet(&english, &locale(path), &nobody)
        .replace("\tunverified\t\t\n", "\tA. Translator\t\t\n");
    let table = SourceFile::new("worksheet.tsv", table);
    let text = sound(with_worksheet(
        &english,
        std::slice::from_ref(&welsh),
        &table,
    ));
    let confirmed = Locale::parse(&SourceFile::new("cy.yaml", text)).expect("it is sound");
    assert_eq!(
        worksheet(&english, &confirmed, &nobody).lines().count(),
        1,
        "the header alone"
    );
    let before = locale(path);
    for key in before.keys() {
        let words = |locale: &Locale| locale.phrase(key).map(|phrase| phrase.text().to_owned());
        assert_eq!(words(&before), words(&confirmed), "{key}");
    }
}

#[test]
fn who_confirms_a_phrase_for_an_office_goes_out_with_the_worksheet_and_comes_back() {
    let path = "templates/locales/cy.yaml";
    let (english, welsh) = (english(), locale(path));
    let known = |key: &str| {
        let is_confirmed = key == "court-report.title";
        is_confirmed.then(|| ["Elin Rhydderch", "2026-11-20"].map(str::to_owned))
    };
    let table = SourceFile::new("worksheet.tsv", worksheet(&english, &welsh, &known));
    let rows = confirmed_in(&english, &welsh, &table).map_err(told);
    let words = welsh.phrase("court-report.title").expect("it is there");
    let row = ConfirmedRow {
        key: "court-report.title".to_owned(),
        welsh: words.text().to_owned(),
        by: "Elin Rhydderch".to_owned(),
        on: "2026-11-20".to_owned(),
    };
    assert_eq!(rows, Ok(vec![row]));
    for spoilt in [
        "\tElin Rhydderch\t\n",
        "\t\t2026-11-20\n",
        "\tElin Rhydderch\tyesterday\n",
    ] {
        let text = table
            .text()
            .replace("\tElin Rhydderch\t2026-11-20\n", spoilt);
        let table = SourceFile::new("worksheet.tsv", text);
        let told = confirmed_in(&english, &welsh, &table).map_err(told);
        let told = told.expect_err("a name or a day is missing");
        assert!(told.len() == 1 && told[0].starts_with("L26"), "{told:?}");
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
