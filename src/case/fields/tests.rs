//! The marks are all there, and the walk by them reaches every field.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde_json::{Value, json};

use super::marked::Marked;
use super::{Written, fields};
use crate::case::Case;
use crate::case::calendar::Priority;
use crate::case::form::{Date, Id, Line};
use crate::case::load::{load, schema_of};
use crate::case::mark::{ADULT, CHILD, Door, Holds, Voice, block, reference, words};
use crate::case::narrative::Narrative;
use crate::case::sample;
use crate::reading::{Content, Node, read};

/// A model that says of every field what it holds: but for one that is new.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "its schema alone is looked at")]
struct Household {
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    names: Vec<Line>,
    #[schemars(extend("x-concord" = reference(ADULT, Door::Open)))]
    head: Option<Id>,
    #[schemars(extend("x-concord" = block(Door::Vis)))]
    pet: Pet,
    since: Date,
    wins: Priority,
    rooms: u32,
    nickname: Option<Line>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "its schema alone is looked at")]
struct Pet {
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Above)))]
    name: Line,
}

/// The same pet, where nothing says who may know of it.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "its schema alone is looked at")]
struct Stray {
    found: Pet,
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    feeds: Id,
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    story: Narrative,
}

fn faults<T: JsonSchema>() -> Vec<String> {
    let schema = schemars::schema_for!(T).to_value();
    Marked::of(&schema).err().unwrap_or_default()
}

#[test]
fn a_new_field_is_demanded_until_it_is_marked() {
    assert_eq!(
        faults::<Household>(),
        ["`nickname` does not say whose words it holds"]
    );
}

#[test]
fn a_mark_must_fit_its_field_and_name_who_may_see_it() {
    assert_eq!(
        faults::<Stray>(),
        [
            "`found.name` does not say who may see it",
            "`feeds` does not say what its id leads to",
            "`story` does not say whose words it holds",
        ]
    );
}

#[test]
fn every_field_of_the_case_is_marked() {
    assert_eq!(faults::<Case>(), [""; 0]);
}

#[test]
fn the_marks_are_no_concern_of_those_who_write_files() {
    let marked = schema_of::<Case>().to_string();
    assert!(marked.contains("x-concord"));
    assert!(!crate::case::schema().contains("x-concord"));
}

/// Every scalar of a file that is no date, number, truth or word of a closed list is a
/// field of the walk, at the place where it is written.
#[test]
fn the_walk_forgets_nothing_that_is_written() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/cases/valid/full-agreement.yaml"
    );
    let mut accepted = read(file.as_ref()).expect("it is sound");
    let case = load::<Case>(&mut accepted).expect("it has its shape");
    let schema = schema_of::<Case>();
    let closed = closed_words(&schema);
    let mut walked = BTreeSet::new();
    for field in fields(&case, |_| true) {
        let narrative = json!(match &field.written {
            Written::Plain(text) => json!(text),
            Written::Narrative(narrative) => json!(narrative),
        });
        match narrative {
            Value::Object(languages) => walked.extend(
                languages
                    .keys()
                    .map(|language| field.at.key(language.clone()).to_string()),
            ),
            _ => drop(walked.insert(field.at.to_string())),
        }
    }
    let mut written = Vec::new();
    scalars(&accepted.tree, String::new(), &mut written);
    assert!(written.len() > 300, "the case is long");
    for (at, text) in written {
        let is_plain = closed.contains(text)
            || text.parse::<u32>().is_ok()
            || ["true", "false", "concord/2"].contains(&text)
            || text.starts_with("20")
            || text.len() == 5 && text.contains([':', '-']);
        assert!(is_plain || walked.contains(&at), "{at}");
    }
}

fn scalars<'a>(node: &'a Node, at: String, found: &mut Vec<(String, &'a str)>) {
    match &node.content {
        Content::Scalar { text, .. } => found.push((at, text)),
        Content::List(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                scalars(entry, format!("{at}/{index}"), found);
            }
        }
        Content::Block(entries) => {
            for entry in entries {
                scalars(&entry.value, format!("{at}/{}", entry.key), found);
            }
        }
    }
}

/// The words of every closed list of the model.
fn closed_words(schema: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    match schema {
        Value::Object(entries) => {
            found.extend(
                entries
                    .get("const")
                    .and_then(Value::as_str)
                    .map(str::to_owned),
            );
            let listed = entries.get("enum").and_then(Value::as_array);
            let listed = listed.into_iter().flatten().filter_map(Value::as_str);
            found.extend(listed.map(str::to_owned));
            entries
                .values()
                .for_each(|one| found.extend(closed_words(one)));
        }
        Value::Array(entries) => entries
            .iter()
            .for_each(|one| found.extend(closed_words(one))),
        _ => {}
    }
    found
}

#[test]
fn keys_that_are_ids_are_references_too() {
    let case = sample::case();
    let asked = |holds: &Holds| matches!(holds, Holds::Reference(_));
    let places: Vec<String> = fields(&case, asked)
        .iter()
        .map(|field| field.at.to_string())
        .collect();
    let child = &case.people.children[0].id;
    for block in ["relationship", "pr"] {
        let place = format!("/people/adults/0/{block}/{child}");
        assert!(places.contains(&place), "{place}");
    }
}
