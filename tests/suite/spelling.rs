//! Every scalar arrives as it was written, wherever a text may stand.

use concord::case::load::load;
use concord::reading::{Subject, accept};
use schemars::JsonSchema;
use serde::Deserialize;

/// The places in a model where a library might guess a type on the way.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Texts {
    field: String,
    optional: Option<String>,
    list: Vec<String>,
    tagged: Tagged,
    either: Either,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Tagged {
    Words { text: String },
    Nothing,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Either {
    Text(String),
    List(Vec<String>),
}

/// Plain scalars, each of which some YAML reader takes for something else.
const SPELLINGS: &[&str] = &[
    "NO",
    "no",
    "No",
    "yes",
    "YES",
    "Yes",
    "on",
    "On",
    "off",
    "OFF",
    "y",
    "Y",
    "n",
    "N",
    "true",
    "True",
    "TRUE",
    "false",
    "Null",
    "NULL",
    "0",
    "00",
    "007",
    "012",
    "00123",
    "07700900123",
    "+44 7700 900123",
    "+447700900123",
    "0o12",
    "0x1F",
    "0b11",
    "1_000",
    "1,000",
    "1.10",
    "1.0",
    "1.",
    ".5",
    "-0",
    "-1",
    "+1",
    "1e3",
    "3E7",
    "1E-3",
    "9e999",
    ".inf",
    "-.INF",
    ".nan",
    "NaN",
    "12:30",
    "190:20:30",
    "2026-01-02",
    "2026-02-30",
    "2026-01-02T10:00:00Z",
    "02/01/2026",
    "123456789012345678901234567890",
    "LS26P00417",
    "=",
    "<<",
    "SW1A 1AA",
    "£5.00",
    "100%",
    "a#b",
    "a:b",
    "O’Brien",
    "ŵ",
    "x  y",
    "x\ty",
    "\\n",
    "a'b\"c",
];

fn case(written: &str) -> String {
    format!(
        "field: {written}\noptional: {written}\nlist:\n- {written}\n\
         tagged:\n  kind: words\n  text: {written}\neither: {written}\n"
    )
}

/// The text as it arrived in each place.
fn arrived(written: &str) -> [String; 5] {
    let mut accepted = accept("case.yaml", case(written).as_bytes(), Subject::Case).expect(written);
    let texts: Texts = load(&mut accepted).expect(written);
    let Tagged::Words { text } = texts.tagged else {
        panic!("the tag of {written} was lost");
    };
    let either = match texts.either {
        Either::Text(text) => text,
        Either::List(list) => panic!("{written} became a list of {}", list.len()),
    };
    let [item] = <[String; 1]>::try_from(texts.list).expect("one entry was written");
    [
        texts.field,
        texts.optional.unwrap_or_default(),
        item,
        text,
        either,
    ]
}

#[test]
fn at_least_sixty_plain_scalars_arrive_byte_for_byte() {
    assert!(SPELLINGS.len() >= 60);
    for spelling in SPELLINGS {
        assert_eq!(arrived(spelling), [*spelling; 5]);
    }
}

#[test]
fn so_they_do_in_quotes() {
    for spelling in SPELLINGS
        .iter()
        .chain(&["null", "~", "a: b", "[x", "{x", "- x", "#x"])
    {
        let single = format!("'{}'", spelling.replace('\'', "''"));
        assert_eq!(arrived(&single), [*spelling; 5]);
        let double = format!("{spelling:?}");
        assert_eq!(arrived(&double), [*spelling; 5]);
    }
}
