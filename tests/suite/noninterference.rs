//! What a reader may not see changes nothing of what that reader gets.
//!
//! For each reader of each case everything that is withheld is told otherwise, all at once
//! and piece by piece, and taken out; the reader's sources, marks, names and what the
//! manifest records of them stay the same to the byte. What a page is set from decides its
//! bytes; that this is so is held for one case in finished PDFs.

mod guard;
mod kept;
mod otherwise;

use std::collections::{BTreeMap, BTreeSet};

use concord::audience::{DocumentCopy, Office, Reader};
use concord::case::Case;
use concord::case::mark::Door;
use concord::language::Language;
use concord::output::Digest;
use concord::packs::Edition;
use serde_json::Value as Json;

use crate::trial::{Draft, Trial};
use otherwise::{Words, without};

/// The cases that have something to withhold, each in forms that withhold more.
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

/// Each text of a case is once kept for the court, once served on one party and once open.
const TURNS: usize = 3;

/// The case with something kept from everybody, in a state in which every text may stand in
/// any language: what a text is marked with is another mark in every turn.
fn guarded(name: &str, turn: usize) -> Trial {
    let full = || Trial::case(name).altered(guard::tell_more);
    let texts = guard::texts(&full().examine().case);
    full().altered(|case| {
        case["document"]["status"] = "draft".into();
        let first = case["people"]["adults"][0]["id"].clone();
        for (index, at) in texts.iter().enumerate() {
            match (index + turn) % TURNS {
                0 => guard::keep_back(case, at, "court_only", None),
                1 => guard::keep_back(case, at, "served_to", Some(first.clone())),
                _ => {}
            }
        }
        guard::hide_places_and_words(case, turn);
    })
}

/// Each case in a turn of its own, and those with the most to keep back in every turn.
fn guards() -> BTreeSet<(&'static str, usize)> {
    let own = CASES.into_iter().enumerate();
    let own = own.map(|(index, name)| (name, index % TURNS));
    let most = ["partial-agreement", "return-to-court"].into_iter();
    let every = most.flat_map(|name| (0..TURNS).map(move |turn| (name, turn)));
    own.chain(every).collect()
}

/// All that a reader's copies are made from, and what is recorded of them.
type Copies = BTreeMap<String, String>;

fn copies(trial: Trial, reader: &str) -> Copies {
    copies_in(&LANGUAGES, trial, reader)
}

fn copies_in(languages: &[&str], trial: Trial, reader: &str) -> Copies {
    let mut copies = Copies::new();
    let mut trial = trial.audience(reader);
    for language in languages {
        trial = trial.language(language);
        for (name, draft) in trial.attempts() {
            let all = match draft {
                Ok(draft) => all_of(&draft),
                Err(findings) => {
                    let codes = findings.sorted().into_iter().map(|one| one.code.id);
                    codes.collect::<Vec<_>>().join(" ")
                }
            };
            copies.insert(format!("{name} {language}"), all);
        }
    }
    copies
}

fn all_of(draft: &Draft) -> String {
    let mut all = format!("mark {}\n", draft.mark());
    for (language, source) in draft.sources() {
        all += &format!("{}\n{source}\n", Language::code(language));
    }
    for edition in Edition::ALL {
        let job = draft.job_in(edition);
        all += &format!("{} {}\n", edition.word(), job.identity);
        for (path, bytes) in &job.files {
            all += &format!("{path} {}\n", Digest::of(bytes));
        }
    }
    all + &draft.views()
}

/// The readers of a case, each with the places of what is withheld from it.
fn withheld(case: &Case) -> Vec<(String, Vec<String>)> {
    let office = Office::of(case);
    let withheld = |reader: Reader| {
        let word = reader.word(case);
        let all = office.serves(&DocumentCopy::of(reader)).withheld();
        let places = all.into_iter().map(|one| one.at.to_string());
        (word, places.collect())
    };
    office.readers().into_iter().map(withheld).collect()
}

/// Where a case holds what no document prints.
fn of_the_office(case: &Case) -> Vec<String> {
    let fields = guard::said(case).into_iter();
    let fields = fields.filter(|field| field.mark.door == Door::Office);
    fields.map(|field| field.at.to_string()).collect()
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
    let (mut pairs, mut faults, mut told) = (0, Vec::new(), BTreeSet::new());
    for (name, turn) in guards() {
        let case = guarded(name, turn).examine();
        let (words, office) = (Words::of(&case.case), of_the_office(&case.case));
        for (reader, mut places) in withheld(&case.case) {
            places.extend(office.iter().cloned());
            let before = copies(guarded(name, turn), &reader);
            let mut moved_fields = BTreeSet::new();
            let all = guarded(name, turn).altered(|case| {
                let fields = places.iter().map(|at| words.told_otherwise(case, at));
                moved_fields.extend(fields.flatten());
            });
            pairs += moved_fields.len() * LANGUAGES.len() * Edition::ALL.len();
            told.extend(moved_fields.iter().flat_map(|at| keys_of(at)));
            if let Some(moved) = moved(&before, &copies(all, &reader)) {
                faults.push(format!("{name} {turn}, {reader}: {moved}"));
                faults.extend(one_by_one((name, turn), &words, &reader, &places, &before));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(pairs >= 10_000, "only {pairs} pairs of a field and a copy");
    let untold: Vec<String> = closed_fields()
        .into_iter()
        .filter(|key| !told.contains(key))
        .collect();
    assert!(
        untold.is_empty(),
        "of these no case tells anything: {untold:?}"
    );
}

/// The key of the field at a place; of a text in one language that of the field that has it.
fn keys_of(at: &str) -> Vec<String> {
    let keys = at.rsplit('/').filter(|step| step.parse::<usize>().is_err());
    let languages = |key: &&str| ["text", "en", "cy"].contains(key);
    let ends = keys.clone().take_while(languages).count();
    keys.take(ends + 1).map(str::to_owned).collect()
}

/// The fields of the schema that hold words some reader may not see.
fn closed_fields() -> BTreeSet<String> {
    let schema = schemars::schema_for!(Case).to_value();
    let mut found = BTreeSet::new();
    let mut open = vec![&schema];
    while let Some(value) = open.pop() {
        let properties = value.get("properties").and_then(Json::as_object);
        for (key, field) in properties.into_iter().flatten() {
            let mark = &field["x-concord"];
            let holds_words = mark["holds"].get("words").is_some();
            let door = mark["door"].as_str().unwrap_or("open");
            if holds_words && !["open", "above", "place"].contains(&door) {
                found.insert(key.clone());
            }
        }
        match value {
            Json::Object(fields) => open.extend(fields.values()),
            Json::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}

/// Which of the pieces it was.
fn one_by_one(
    (name, turn): (&str, usize),
    words: &Words,
    reader: &str,
    places: &[String],
    before: &Copies,
) -> Vec<String> {
    let told = |at: &String| {
        let altered = guarded(name, turn).altered(|case| {
            words.told_otherwise(case, at);
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
        let case = guarded(name, 0).examine();
        for (reader, places) in withheld(&case.case) {
            let copies = |trial| copies_in(&LANGUAGES[..1], trial, &reader);
            let before = copies(guarded(name, 0));
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
                let shorter = guarded(name, 0).altered(|case| gone = without(case, at));
                if !gone {
                    continue;
                }
                let moved = moved(&before, &copies(shorter));
                assert_eq!(moved, None, "{name}, {reader}: {at}");
                removed += 1;
            }
        }
    }
    assert!(removed >= 10, "only {removed} entries were taken out");
}

#[test]
fn a_finished_copy_is_the_same_to_the_byte_and_so_is_what_is_recorded_of_it() {
    let trial = || Trial::case("return-to-court");
    let case = trial().examine().case;
    let words = Words::of(&case);
    for (reader, places) in withheld(&case) {
        let build = |trial: Trial| {
            let editions = Edition::ALL.into_iter().map(Edition::word);
            editions
                .fold(trial.audience(&reader), Trial::edition)
                .build()
        };
        let before = build(trial()).done();
        let after = build(trial().altered(|case| {
            for at in &places {
                words.told_otherwise(case, at);
            }
        }))
        .done();
        assert!(before.files == after.files, "{reader}");
        assert!(before.handed_over == after.handed_over, "{reader}");
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
    for (name, turn) in guards() {
        let texts = guard::texts(&guarded(name, turn).examine().case);
        let mut canaries = Vec::new();
        let trial = guarded(name, turn).altered(|case| {
            canaries = otherwise::canaries(case, &texts);
        });
        let hidden: BTreeMap<String, Vec<String>> =
            withheld(&trial.examine().case).into_iter().collect();
        let drafts: Vec<Draft> = trial
            .attempts()
            .into_iter()
            .filter_map(|(_, one)| one.ok())
            .collect();
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
