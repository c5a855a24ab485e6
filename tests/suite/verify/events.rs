//! What a program is told, event by event: each is what the schema says, and the first and
//! the last are always there.

use serde_json::Value;

use super::Office;
use crate::support::{Run, concord};

/// The events of a run, each held against the schema that the program prints.
fn events(run: &Run) -> Vec<Value> {
    let schema = concord(&["schema", "messages"]).out;
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let judge = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let events: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("an event is one JSON object a line"))
        .collect();
    for event in &events {
        let faults: Vec<String> = judge
            .iter_errors(event)
            .map(|one| one.to_string())
            .collect();
        assert!(faults.is_empty(), "{event}: {faults:#?}");
    }
    let named = |event: Option<&Value>| event.map(|event| event["event"].clone());
    assert_eq!(named(events.first()), Some("start".into()));
    assert_eq!(named(events.last()), Some("done".into()));
    assert_eq!(events[events.len() - 1]["exit"], run.exit as u8);
    events
}

fn named<'a>(events: &'a [Value], name: &str) -> Vec<&'a Value> {
    events.iter().filter(|one| one["event"] == name).collect()
}

#[test]
fn what_moved_is_an_event_with_its_cause() {
    let office = Office::new();
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    office.write("out/notes.txt", "somebody's");
    let run = office.verify(&["--message-format", "json"]);
    let events = events(&run);
    let moved = named(&events, "moved");
    assert_eq!(moved.len(), 2);
    assert_eq!(moved[0]["case"], "family.yaml");
    assert_eq!(moved[0]["outcome"], "moved");
    assert_eq!(moved[0]["pages"], serde_json::json!([1]));
    assert_eq!(moved[0]["sentences"], 1);
    let cause = &moved[0]["because"][0];
    assert_eq!(cause["name"], "en:parenting-plan.purpose-proposals");
    assert_eq!(
        (&cause["layer"], &cause["place"]["line"]),
        (&"yare".into(), &3.into())
    );
    assert_eq!(moved[1]["outcome"], "foreign");
}

#[test]
fn a_build_tells_each_document_why_it_was_made() {
    let office = Office::new();
    let (cases, out) = (office.path("cases"), office.path("out"));
    let build = || {
        let asked = [
            "--document",
            "parenting-plan",
            "--language",
            "en",
            "--audience",
            "parent-1",
        ];
        let run = [&["build", &cases, "--out", &out], &asked[..]].concat();
        events(&concord(
            &[&run[..], &["--message-format", "json"]].concat(),
        ))
    };
    let made = |events: &[Value]| {
        let documents = named(events, "document").into_iter();
        let pdf = |one: &&Value| {
            one["file"]
                .as_str()
                .is_some_and(|file| file.ends_with(".pdf"))
        };
        documents
            .filter(pdf)
            .map(|one| one["made"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(made(&build()), ["kept"]);
    office.touch("locales/en.yaml", "agreed stands", "wish for stands");
    let again = build();
    assert_eq!(made(&again), ["rebuilt"]);
    let document = named(&again, "document")[0];
    assert_eq!(document["because"][0]["kind"], "phrase");
}

#[test]
fn a_check_tells_findings_with_their_case() {
    let cases = "fixtures/cases/invalid/R04-held-in-the-future.yaml";
    let run = concord(&["check", cases, "--case-only", "--message-format", "json"]);
    let events = events(&run);
    let findings = named(&events, "finding");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0]["case"], cases);
    assert_eq!(findings[0]["code"], "R04");
}
