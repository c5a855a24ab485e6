//! What a reader may not see changes nothing of what that reader gets.
//!
//! For each reader of each case everything that is withheld is told otherwise, all at once
//! and piece by piece, and taken out; the reader's sources, marks, names and what the
//! manifest records of them stay the same to the byte. What a page is set from decides its
//! bytes; that this is so is held for one case in finished PDFs.

mod otherwise;

use std::collections::BTreeMap;

use concord::audience::{DocumentCopy, Office, Reader};
use concord::language::Language;
use serde_json::Value as Json;
use serde_yaml::Value;

use crate::trial::{Draft, Trial};
use otherwise::{told_otherwise, without};

/// The cases that have something to withhold, each in a form that withholds more.
const CASES: [&str; 10] = [
    "full-agreement",
    "minimal",
    "grandmother",
    "partial-agreement",
    "two-schools",
    "return-to-court",
    "planning-together",
    "mediation",
    "midway",
    "working-together",
];

const LANGUAGES: [&str; 3] = ["en", "cy", "bilingual"];

/// The case with something kept from everybody, in a state in which every text may stand in
/// any language.
fn guarded(name: &str) -> Trial {
    Trial::case(name).altered(|case| {
        case["document"]["status"] = "draft".into();
        let first = case["people"]["adults"][0]["id"].clone();
        let marks = [("court_only", None), ("served_to", Some(first))];
        let mut marks = marks.into_iter().cycle();
        for list in ["arrangements", "positions", "analysis", "recommendations"] {
            let entries = case.get_mut(list).and_then(Value::as_sequence_mut);
            for entry in entries.into_iter().flatten().step_by(2) {
                let (vis, to) = marks.next().expect("they go round");
                keep_back(entry, vis, to);
            }
        }
        let places = case.get_mut("places").and_then(Value::as_sequence_mut);
        for place in places.into_iter().flatten().step_by(2) {
            place["confidential"] = true.into();
            place["public_label"] = "a place that is agreed".into();
        }
        let voices = case.get_mut("child_voice").and_then(Value::as_sequence_mut);
        for voice in voices.into_iter().flatten() {
            let words = voice.get_mut("words").and_then(Value::as_sequence_mut);
            for (quote, share) in words.into_iter().flatten().zip(["no", "court", "all"]) {
                quote["share"] = share.into();
            }
        }
    })
}

fn keep_back(entry: &mut Value, vis: &str, to: Option<Value>) {
    let mut text = serde_yaml::Mapping::new();
    match &entry["text"] {
        Value::Mapping(block) => text = block.clone(),
        words => drop(text.insert("text".into(), words.clone())),
    }
    text.insert("vis".into(), vis.into());
    match to {
        Some(id) => drop(text.insert("served_to".into(), Value::Sequence(vec![id]))),
        None => drop(text.remove("served_to")),
    }
    entry["text"] = Value::Mapping(text);
}

/// All that a reader's copies are made from, and what is recorded of them.
type Copies = BTreeMap<String, String>;

fn copies(trial: Trial, reader: &str) -> Copies {
    let mut copies = Copies::new();
    let mut trial = trial.audience(reader);
    for language in LANGUAGES {
        trial = trial.language(language);
        for draft in trial.drafts() {
            let name = format!("{} {language}", draft.name());
            copies.insert(name, all_of(&draft));
        }
    }
    copies
}

fn all_of(draft: &Draft) -> String {
    let mut all = format!("mark {}\n", draft.mark());
    for (language, source) in draft.sources() {
        all += &format!("{}\n{source}\n", Language::code(language));
    }
    all + &draft.views()
}

/// The readers of a case, each with the places of what is withheld from it.
fn withheld(trial: &Trial) -> Vec<(String, Vec<String>)> {
    let case = trial.examine();
    let office = Office::of(&case.case);
    let withheld = |reader: Reader| {
        let word = reader.word(&case.case);
        let all = office.serves(&DocumentCopy::of(reader)).withheld();
        (
            word,
            all.into_iter().map(|one| one.at.to_string()).collect(),
        )
    };
    office.readers().into_iter().map(withheld).collect()
}

/// The first line that moved.
fn moved(before: &Copies, after: &Copies) -> Option<String> {
    if before.keys().ne(after.keys()) {
        return Some(format!("{:?} became {:?}", before.keys(), after.keys()));
    }
    let mut both = before.iter().zip(after.values());
    let ((name, was), is) = both.find(|((_, was), is)| was != is)?;
    let mut lines = was.lines().zip(is.lines());
    let line = lines.find(|(was, is)| was != is);
    Some(format!("{name}: {line:?}"))
}

#[test]
fn what_is_withheld_changes_nothing_that_its_reader_gets() {
    let (mut pairs, mut faults) = (0, Vec::new());
    for name in CASES {
        for (reader, places) in withheld(&guarded(name)) {
            let before = copies(guarded(name), &reader);
            let mut fields = 0;
            let all = guarded(name).altered(|case| {
                for at in &places {
                    fields += told_otherwise(case, at);
                }
            });
            pairs += fields * LANGUAGES.len();
            if let Some(moved) = moved(&before, &copies(all, &reader)) {
                faults.push(format!("{name}, {reader}: {moved}"));
                faults.extend(one_by_one(name, &reader, &places, &before));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(pairs >= 1_000, "only {pairs} pairs of a field and a reader");
}

/// Which of the pieces it was.
fn one_by_one(name: &str, reader: &str, places: &[String], before: &Copies) -> Vec<String> {
    let told = |at: &String| {
        let altered = guarded(name).altered(|case| {
            told_otherwise(case, at);
        });
        let moved = moved(before, &copies(altered, reader))?;
        Some(format!("  {at}: {moved}"))
    };
    places.iter().filter_map(told).collect()
}

#[test]
fn an_entry_that_is_withheld_may_as_well_not_be_there() {
    let mut removed = 0;
    for name in ["partial-agreement", "return-to-court"] {
        for (reader, places) in withheld(&guarded(name)) {
            let before = copies(guarded(name), &reader);
            let lists = [
                "/arrangements/",
                "/positions/",
                "/safeguarding/flags/",
                "/notes/",
            ];
            let is_entry = |at: &&String| lists.iter().any(|list| at.contains(list));
            // Behind an entry that goes the others move up.
            for at in places.iter().filter(is_entry).rev() {
                let mut gone = false;
                let shorter = guarded(name).altered(|case| gone = without(case, at));
                if !gone {
                    continue;
                }
                let moved = moved(&before, &copies(shorter, &reader));
                assert_eq!(moved, None, "{name}, {reader}: {at}");
                removed += 1;
            }
        }
    }
    assert!(removed >= 10, "only {removed} entries were taken out");
}

#[test]
fn a_finished_copy_is_the_same_to_the_byte_and_so_is_what_is_recorded_of_it() {
    let name = "return-to-court";
    for (reader, places) in withheld(&guarded(name)) {
        let build = |trial: Trial| trial.audience(&reader).build();
        let before = build(guarded(name));
        let after = build(guarded(name).altered(|case| {
            for at in &places {
                told_otherwise(case, at);
            }
        }));
        assert!(before.files == after.files, "{reader}");
        let recorded = |outcome: &crate::outcome::Outcome| -> Option<Json> {
            let manifest: Json = serde_json::from_slice(outcome.manifest.as_deref()?).ok()?;
            Some(manifest.pointer("/cases/0/documents")?.clone())
        };
        assert_eq!(recorded(&before), recorded(&after), "{reader}");
    }
}

#[test]
fn every_text_is_in_the_copies_of_those_who_may_see_it_and_in_no_other() {
    let mut seen = 0;
    for name in CASES {
        let mut canaries = Vec::new();
        let trial = guarded(name).altered(|case| otherwise::canaries(case, "", &mut canaries));
        let hidden: BTreeMap<String, Vec<String>> = withheld(&trial).into_iter().collect();
        let drafts = trial.drafts();
        for (at, canary) in &canaries {
            for (reader, places) in &hidden {
                let own = drafts.iter().filter(|draft| draft.is_for(reader));
                let mut sources = own.flat_map(Draft::sources);
                let is_told = sources.any(|(_, source)| source.contains(canary.as_str()));
                let is_withheld = places.iter().any(|place| otherwise::is_within(at, place));
                assert!(!(is_told && is_withheld), "{name}: {reader} reads {at}");
                seen += usize::from(is_told);
            }
        }
    }
    assert!(seen >= 200, "only {seen} texts are read");
}
