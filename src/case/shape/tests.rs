//! One small model with everything a schema may ask for, and what is said of each slip.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::check;
use crate::case::form::{Date, FORMS, Id};
use crate::diagnostics::Diagnostic;
use crate::reading::{Subject, accept};

#[derive(Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Outing {
    on: Date,
    #[schemars(range(min = 1, max = 9))]
    hours: u8,
    wet: bool,
    by: Means,
    #[schemars(length(min = 1))]
    who: Vec<Id>,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    stops: Vec<Stop>,
    #[serde(default)]
    fares: BTreeMap<Id, u32>,
    #[serde(default)]
    food: Option<Food>,
}

#[derive(Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Means {
    /// On foot.
    Foot,
    /// By bus or train.
    PublicTransport,
}

#[derive(Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Stop {
    Park { name: String },
    Shop { spend: u32 },
}

#[derive(Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Food {
    Sandwiches(u32),
    Words(String),
    Several(Vec<String>),
}

const SOUND: &str = "on: 2026-05-02\nhours: 3\nwet: false\nby: foot\nwho: [mair]\n";

fn outing(text: &str) -> Result<Outing, Vec<String>> {
    let accepted =
        accept("c", text.as_bytes(), Subject::Case).expect("only its shape may be wrong");
    let schema = schemars::schema_for!(Outing).to_value();
    let said = |finding: &Diagnostic| {
        let help = finding.help.as_deref().unwrap_or("no help");
        format!("{} ({help})", &finding.short()[2..])
    };
    check(&accepted.tree, &accepted.file, &schema, FORMS)
        .map(|typed| serde_yaml::from_value(typed).expect("the shape is what the type wants"))
        .map_err(|findings| findings.sorted().iter().map(said).collect())
}

/// What is said when a line is added to, or changed in, the sound case.
fn slip(line: &str, instead: &str) -> Vec<String> {
    let text = match line {
        "" => format!("{SOUND}{instead}\n"),
        line => SOUND.replace(line, instead),
    };
    outing(&text).expect_err(instead)
}

/// Each change leads to one finding, which begins so.
fn assert_slips(table: &[(&str, &str, &str)]) {
    for (line, instead, beginning) in table {
        let said = slip(line, instead);
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].starts_with(beginning), "{said:#?}");
    }
}

#[test]
fn a_sound_case_is_typed_as_it_is_written() {
    let text = format!(
        "{SOUND}note: 1.10\nfood: 012\nstops:\n- {{kind: park, name: 1e3}}\n- {{kind: shop, spend: 4}}\n\
         fares: {{mair: 2}}\n"
    );
    let outing = outing(&text).expect("it is sound");
    assert_eq!(outing.by, Means::Foot);
    assert_eq!(outing.note.as_deref(), Some("1.10"));
    assert_eq!(outing.food, Some(Food::Words("012".into())));
    assert_eq!(
        outing.stops,
        [Stop::Park { name: "1e3".into() }, Stop::Shop { spend: 4 }]
    );
    assert_eq!(outing.fares.values().copied().collect::<Vec<_>>(), [2]);
}

#[test]
fn what_may_be_left_blank_is_as_if_not_there() {
    let blank = format!("{SOUND}note:\nstops: ~\nfares: null\nfood: ''\n");
    assert_eq!(outing(&blank), outing(SOUND));
}

#[test]
fn fields_are_known_and_all_there() {
    assert_slips(&[
        (
            "",
            "nite: x",
            "6:1: M01: the file has no field of this name (did you mean `note`?)",
        ),
        (
            "",
            "weather: x",
            "6:1: M01: the file has no field of this name (it can be one of `note`, `stops`,",
        ),
        (
            "wet: false\n",
            "",
            "1:1: M02: the file has no `wet` (add `wet: true` or `wet: false`, without quotes)",
        ),
        (
            "on: 2026-05-02",
            "on:",
            "1:1: M06: `on` is left blank (write `on: YYYY-MM-DD`)",
        ),
    ]);
}

#[test]
fn a_misspelt_field_is_not_missing_as_well() {
    assert_slips(&[("by: foot", "bye: foot", "4:1: M01: the file has no field")]);
}

#[test]
fn values_are_of_their_kind() {
    for spelling in ["'3'", "03", "three", "3.0", "[3]"] {
        let line = format!("hours: {spelling}");
        let said = "2:8: M03: `hours` must be a whole number (write `hours: 1`: digits,";
        assert_slips(&[("hours: 3", &line, said)]);
    }
    for spelling in ["no", "'false'", "False", "0", "{}"] {
        let line = format!("wet: {spelling}");
        let said = "3:6: M03: `wet` must be `true` or `false` (write `";
        assert_slips(&[("wet: false", &line, said)]);
    }
    assert_slips(&[
        (
            "who: [mair]",
            "who: mair",
            "5:6: M03: `who` must be a list (put brackets around it: `who: [mother]`, with a comma \
             between several)",
        ),
        (
            "",
            "note:\n  a: b",
            "7:3: M03: `note` must be a text (write `note:` and the text after it; one \
             value stands here, and no fields)",
        ),
        (
            "",
            "food: {a: b}",
            "6:7: M03: `food` must be a whole number or a text or a list (write `food:` and",
        ),
    ]);
}

#[test]
fn values_are_of_their_form_and_in_their_bounds() {
    assert_slips(&[
        (
            "hours: 3",
            "hours: 10",
            "2:8: M04: `hours` must be from 1 to 9 (write a whole number from 1 to 9)",
        ),
        (
            "who: [mair]",
            "who: [mair, Mair J]",
            "5:13: M04: entry 2 of `who` is not a short name (",
        ),
        (
            "",
            "fares: {Mair: 2}",
            "6:9: M04: a key of `fares` is not a short name (",
        ),
        ("on: 2026-05-02", "on: 2026-02-30", "1:5: M07: `on` "),
        ("who: [mair]", "who: []", "5:1: M06: `who` is left blank ("),
        (
            "who: [mair]",
            "who:\n-\n- mair",
            "6:2: M06: entry 1 of `who` is left blank (write `- mother`)",
        ),
    ]);
}

#[test]
fn choices_are_among_their_words() {
    assert_slips(&[
        (
            "by: foot",
            "by: Foot",
            "4:5: M05: `by` is not one of its choices (did you mean `foot`?)",
        ),
        (
            "by: foot",
            "by: camel",
            "4:5: M05: `by` is not one of its choices (it can be one of `foot`, `public_transport`)",
        ),
    ]);
}

#[test]
fn a_tag_says_which_fields_are_meant() {
    assert_slips(&[
        (
            "",
            "stops: [{name: x}]",
            "6:9: M02: entry 1 of `stops` has no `kind` (add `kind:` and one of `park`, `shop`)",
        ),
        (
            "",
            "stops: [{kind: prak}]",
            "6:16: M05: `stops.kind` is not one of its choices (did you mean `park`?)",
        ),
        (
            "",
            "stops: [{kind: park, name: x, spend: 2}]",
            "6:31: M01: entry 1 of `stops` has no field of this name (take it out: every field",
        ),
        (
            "",
            "stops: [{kind: park}]",
            "6:9: M02: entry 1 of `stops` has no `name` (add `name:` and the text after it)",
        ),
    ]);
}

#[test]
fn all_slips_are_told_at_once() {
    let text = "on: soon\nhours: many\nwet: no\nbye: foot\nwho: []\n";
    let said = outing(text).expect_err("nothing in it is right");
    let codes: Vec<&str> = said.iter().map(|said| &said[..8]).collect();
    assert_eq!(
        codes,
        ["1:5: M04", "2:8: M03", "3:6: M03", "4:1: M01", "5:1: M06"]
    );
}
