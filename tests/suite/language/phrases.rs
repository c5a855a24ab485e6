//! A phrase is filled with the names it wants, all of them and no other.

use concord::diagnostics::SourceFile;
use concord::language::Locale;
use proptest::prelude::*;

use super::{LEAST, english, file};

#[test]
fn a_phrase_wants_its_names_and_no_other() {
    let locale = english();
    let page = locale.phrase("page.number").expect("a page has its number");
    assert_eq!(page.placeholders(), ["number", "total"]);
    assert_eq!(page.place().text(), page.text());
    let fill = |values: &[(&str, &str)]| page.fill(values).map_err(|error| error.to_string());
    let wants = |why: &str| Err(why.to_owned());
    assert_eq!(
        fill(&[("number", "2"), ("total", "4")]),
        Ok("Page 2 of 4".to_owned())
    );
    assert_eq!(
        fill(&[("total", "{number}"), ("number", "{}")]),
        Ok("Page {} of {number}".to_owned()),
        "a brace in a value is a letter like any other"
    );
    assert_eq!(fill(&[("number", "2")]), wants("the phrase wants `total`"));
    assert_eq!(
        fill(&[
            ("number", "2"),
            ("total", "4"),
            ("name", "x"),
            ("total", "5")
        ]),
        wants("the phrase has no place for `name`, `total`")
    );
    assert_eq!(
        fill(&[("page", "2"), ("of", "4")]),
        wants("the phrase wants `number`, `total` and has no place for `page`, `of`")
    );
}

proptest! {
    #[test]
    fn no_placeholder_survives(
        parts in prop::collection::vec(("[a-zŵ’ .,]{1,8}", "[a-z][a-z0-9_]{0,3}"), 1..6),
        value in "[^{}]{0,12}",
    ) {
        let template: String =
            parts.iter().map(|(words, name)| format!("{words}{{{name}}}")).collect();
        let expected: String =
            parts.iter().map(|(words, _)| format!("{words}{value}")).collect();
        let least = file(LEAST);
        let text = format!("{}phrase: \"{template}\"\n", least.text());
        let locale = Locale::parse(&SourceFile::new("random.yaml", text)).expect("it is sound");
        let phrase = locale.phrase("phrase").expect("it was written");
        let values: Vec<(&str, &str)> =
            phrase.placeholders().into_iter().map(|name| (name, value.as_str())).collect();
        let filled = phrase.fill(&values).expect("every name is given");
        let survives = filled.contains(['{', '}']);
        prop_assert!(!survives);
        prop_assert_eq!(filled, expected);
    }
}
