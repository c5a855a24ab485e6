//! Who answers for a phrase: its own source, or that of the nearest block around it.

use concord::language::Source;

use super::least;
use crate::language::english;

#[test]
fn a_phrase_has_its_own_source_or_that_of_the_nearest_block() {
    let locale = least();
    let named = |name: &str| Some(Source::Named(name.into()));
    let cases = [
        ("provenance.named", "Llys", named("HMCTS form C1A")),
        ("provenance.same", "Cafcass", Some(Source::Same)),
        ("provenance.block.plain", "Mawrth", named("Unicode CLDR")),
        ("provenance.block.own", "Mai", Some(Source::Unverified)),
        ("answer.pair.no", "Nac oes", Some(Source::Unverified)),
    ];
    for (key, words, source) in cases {
        let phrase = locale.phrase(key).expect("the fixture has it");
        assert_eq!((phrase.text(), phrase.source()), (words, source.as_ref()));
    }
    let notes = locale.keys().filter(|key| key.contains("note"));
    assert_eq!(notes.count(), 0, "a note is no phrase");
}

#[test]
fn english_is_nobodys_translation() {
    let english = english();
    for key in english.keys() {
        assert_eq!(
            english.phrase(key).and_then(|phrase| phrase.source()),
            None,
            "{key}"
        );
    }
}
