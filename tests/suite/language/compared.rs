//! A Welsh locale against the English one: each way of falling short, and the pair that
//! ships, which falls short in none.
//!
//! A fixture in `fixtures/locales/compared` begins with a line `# expect: …` for every
//! finding, as those of `faults.rs` do.

use std::sync::Arc;

use concord::diagnostics::SourceFile;
use concord::language::{Locale, compare};

use super::faults::{expected, fixtures};
use super::{LEAST, LEAST_WELSH, english, in_front_of, told, welsh};

fn read(file: &Arc<SourceFile>) -> Locale {
    Locale::parse(file).unwrap_or_else(|findings| panic!("{:#?}", told(findings)))
}

#[test]
fn each_way_of_falling_short_of_the_english_is_told() {
    let english = read(&in_front_of(
        "fixtures/locales/compared/english.yaml",
        LEAST,
    ));
    let mut compared = 0;
    for path in fixtures("compared", "yaml") {
        if path.ends_with("/english.yaml") {
            continue;
        }
        let file = in_front_of(&path, LEAST_WELSH);
        let findings = compare(&english, &read(&file));
        assert!(
            findings.iter().all(|finding| finding.help.is_some()),
            "{path}"
        );
        assert_eq!(told(findings), expected(file.text()), "{path}");
        compared += 1;
    }
    assert!(compared >= 8, "the fixtures are there");
}

#[test]
fn the_pair_that_ships_has_no_finding() {
    assert_eq!(told(compare(&english(), &welsh())), Vec::<String>::new());
}
