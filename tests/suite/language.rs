//! The English locale that ships, and what its words become in a document.

use concord::diagnostics::SourceFile;
use concord::language::Locale;

fn english() -> Locale {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/locales/en.yaml");
    let text = std::fs::read_to_string(path).expect("the repository has its locale");
    Locale::parse(&SourceFile::new("en.yaml", text)).unwrap_or_else(|findings| {
        let told: Vec<String> = findings.iter().map(|finding| finding.short()).collect();
        panic!("{}", told.join("\n"))
    })
}

#[test]
fn every_phrase_knows_its_place() {
    let locale = english();
    let title = locale
        .phrase("court-report.title")
        .expect("a report has a title");
    assert_eq!(title.place().text(), title.text());
}
