//! No value changes a document, and every value reads back as it was written.
//!
//! The ordinary run makes 10,000 renders; a release makes a million:
//! `cargo run --profile quick --example hammer -- 1000000`.

mod cells;
mod hostile;
mod shapes;
mod trial;

use proptest::prelude::*;
use serde_json::Value;

use trial::Tally;

const ENGLISH: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/templates/locales/en.yaml"
));

#[test]
fn no_hostile_value_changes_a_document_or_is_misread() {
    let packs = trial::packs(ENGLISH);
    assert!(packs.len() >= 60, "{} shapes", packs.len());
    let tally = trial::run(&packs, 10_000, 20260302);
    assert_eq!(tally.renders, 10_000);
    assert!(
        tally.values >= 20_000,
        "only {} values were looked at",
        tally.values
    );
    assert_sound(&tally);
}

#[test]
fn the_trial_notices_what_escaping_as_text_would_let_through() {
    let judged = |real: &str, reference: &str, original: &str| {
        let mut tally = Tally::default();
        let originals = [original.to_owned()];
        trial::compare(real, reference, &originals, &Value::Null, &mut tally);
        (tally.values, tally.restructured.len(), tally.misread.len())
    };
    assert_eq!(judged("a #\"*\";", "a #\"M0000M\";", "*"), (1, 0, 0));
    assert_eq!(judged("a *b*", "a M0000M", "*b*"), (0, 1, 0));
    assert_eq!(judged("1. a", "M0000M. a", "1"), (0, 1, 0));
    assert_eq!(judged("#\"a\";", "#\"M0000M\";", "a "), (0, 0, 1));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]
    #[test]
    fn any_text_at_all_comes_out_as_it_went_in(
        texts in proptest::collection::vec(any::<String>(), 11),
    ) {
        let mut tally = Tally::default();
        for pack in &trial::packs(ENGLISH) {
            trial::attempt(pack, &trial::view(&texts, "x\n\ny\n\nz"), &mut tally);
        }
        assert_sound(&tally);
    }
}

fn assert_sound(tally: &Tally) {
    assert_eq!(tally.unfit, [""; 0], "refused for what the shapes are");
    assert_eq!(tally.refused, [""; 0], "refused for what the values were");
    assert_eq!(tally.restructured, [""; 0], "another structure");
    assert_eq!(tally.misread, [""; 0], "not read back");
}
