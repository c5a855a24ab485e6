//! Words that look like code, in every field that takes words: each is printed, as it is
//! written, wherever harmless words would be.

mod pages;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_yaml::{Mapping, Value};

use pages::{count, is_parted, plain};

use crate::trial::Trial;
use crate::witness::pdftotext_raw;

/// What stands on the pages of each document of a case, by the name of its file.
type Pages = BTreeMap<String, Vec<char>>;

/// Builds a case and reads its documents.
fn build(trial: &Trial) -> Pages {
    let outcome = trial.build().done();
    let pdfs = outcome
        .files
        .iter()
        .filter(|(name, _)| name.ends_with(".pdf"));
    pdfs.map(|(name, pdf)| (name.clone(), plain(&pdftotext_raw(pdf))))
        .collect()
}

/// Every value under these keys of a case, as it is written there.
fn said(value: &Value, found: &mut Vec<String>) {
    const PRINTED: [&str; 4] = ["forenames", "surname", "text", "statement"];
    match value {
        Value::Mapping(fields) => {
            for (key, value) in fields {
                match (key.as_str(), value.as_str()) {
                    (Some(key), Some(text)) if PRINTED.contains(&key) => {
                        found.extend(text.split("\n\n").map(|text| text.trim().to_owned()));
                    }
                    _ => said(value, found),
                }
            }
        }
        Value::Sequence(entries) => entries.iter().for_each(|entry| said(entry, found)),
        _ => {}
    }
}

#[test]
fn a_hostile_case_is_printed_exactly_as_it_is_written() {
    let mut values = 0;
    for entry in fs::read_dir("fixtures/cases/hostile").expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a readable fixture");
        let tree: Value = serde_yaml::from_str(&text).expect("YAML");
        let number = tree["case"]["number"].as_str().expect("a number");
        let page = &build(&Trial::of(&path))[&format!("{number}/court/court-report.pdf")];
        let mut written = Vec::new();
        said(&tree, &mut written);
        for value in &written {
            assert!(count(page, value) > 0, "{}: {value}", path.display());
        }
        values += written.len();
    }
    assert!(values >= 60, "{values} values were looked for");
}

/// What somebody may type: the syntax of Typst, Handlebars, LaTeX, HTML and the shell. No
/// digits: the halves of a bilingual document must have the same (D11).
const SYNTAX: [&str; 8] = [
    r##"#panic("stop") *b* _i_"##,
    r"{{secret}} {{{raw}}} {{> page}}",
    r"\input{x} $x^y$ %",
    r"`touch it`; $(id) && rm -rf *",
    r"= Heading - item + one / term: x",
    r##""] #eval("a") [\u{ab}"##,
    r"<label> @ref // no /* no */",
    r"~ -- ... & &amp; <b> %zz",
];

/// The words of a field: a mark of their own, and behind it something harmless or not.
fn words(field: usize, hostile: bool) -> String {
    let words = match hostile {
        true => SYNTAX[field % SYNTAX.len()],
        false => "calm words stand here",
    };
    let letter = |at: usize| char::from(b"abcdefghijklmnopqrstuvwxyz"[at % 26]);
    // Each letter twice, so that no mark is a slip of the hand for another (R110).
    let (first, second) = (letter(field / 26), letter(field));
    format!("Q{first}{first}{second}{second}q {words}")
}

/// The fields of a case that take words and nothing else, by the schema that editors read;
/// a picture is named by its file, and a folder by the reference.
fn fields_of_words() -> BTreeSet<String> {
    let text = fs::read_to_string("fixtures/concord.schema.json").expect("it is there");
    let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let (mut words, mut others) = (
        BTreeSet::new(),
        BTreeSet::from(["image", "reference"].map(str::to_owned)),
    );
    let definitions = schema["$defs"].as_object().expect("definitions");
    for definition in definitions.values() {
        sort_fields(definition, &mut words, &mut others);
    }
    &words - &others
}

/// Adds the fields of an object of the schema, or of each of its forms, to one of the sets.
fn sort_fields(
    definition: &serde_json::Value,
    words: &mut BTreeSet<String>,
    others: &mut BTreeSet<String>,
) {
    for form in ["anyOf", "oneOf"] {
        let forms = definition[form].as_array().into_iter().flatten();
        forms.for_each(|form| sort_fields(form, words, others));
    }
    let fields = definition["properties"].as_object().into_iter().flatten();
    for (name, field) in fields {
        let written = field.to_string();
        let is_words = ["Line", "Prose", "Narrative"]
            .iter()
            .any(|form| written.contains(&format!("#/$defs/{form}\"")));
        let set = if is_words { &mut *words } else { &mut *others };
        set.insert(name.clone());
    }
}

/// Writes words of its own into each such field that the case has.
struct Plant<'f> {
    fields: &'f BTreeSet<String>,
    hostile: bool,
    /// The field behind each number.
    planted: Vec<String>,
}

impl Plant<'_> {
    fn replace_in(&mut self, value: &mut Value) {
        match value {
            Value::Mapping(mapping) => self.replace_in_mapping(mapping),
            Value::Sequence(entries) => entries.iter_mut().for_each(|one| self.replace_in(one)),
            _ => {}
        }
    }

    fn replace_in_mapping(&mut self, mapping: &mut Mapping) {
        for (key, value) in mapping {
            match key.as_str() {
                Some(key) if self.fields.contains(key) => self.replace(key, value),
                _ => self.replace_in(value),
            }
        }
    }

    /// A line or a text; a list of them, or one for each child; or a text in two languages.
    fn replace(&mut self, field: &str, value: &mut Value) {
        match value {
            Value::String(text) => {
                *text = words(self.planted.len(), self.hostile);
                self.planted.push(field.to_owned());
            }
            Value::Sequence(entries) => {
                for entry in entries {
                    self.replace(field, entry);
                }
            }
            Value::Mapping(each) if !each.keys().any(|key| self.is_field(key)) => {
                for (_, entry) in each {
                    self.replace(field, entry);
                }
            }
            other => self.replace_in(other),
        }
    }

    fn is_field(&self, key: &Value) -> bool {
        key.as_str().is_some_and(|key| self.fields.contains(key))
    }
}

/// Gives a case what no fixture needs to have.
fn complete(case: &mut Value) {
    // Two braces are a placeholder (R66), which only a draft may have.
    case["document"]["status"] = "draft".into();
    // Every field has the same words, so that none of them can be a child's alone (R118).
    let voices = case["child_voice"].as_sequence_mut().into_iter().flatten();
    let quotes = voices.filter_map(|voice| voice.get_mut("words")?.as_sequence_mut());
    for quote in quotes.flatten() {
        if quote["share"] == "no" {
            quote["share"] = "court".into();
        }
    }
    let people = &mut case["people"];
    people["children"][0]["known_as"] = "Jo".into();
    people["children"][0]["interpreter"] = "Polish".into();
    people["adults"][0]["known_as"] = "Sam".into();
    people["adults"][0]["interpreter"] = "Polish".into();
    let number = case["case"]["number"].as_str().unwrap_or_default();
    if number.starts_with("LS") {
        let father = case["people"]["adults"][0]["id"].clone();
        let journey = "{destination: Spain, days: 14, leave_given: true}";
        let mut journey: Value = serde_yaml::from_str(journey).expect("YAML");
        journey["by"] = father;
        case["arrangements"][3]["travel"] = journey;
        case["calendar"]["school_terms"][0]["la"] = "Leeds".into();
        case["arrangements"][1]["exceptional"] = "It is.".into();
        case["child_voice"][0]["age_note"] = "Her own words.".into();
        case["programme"]["no_joint_session_reason"] = "None.".into();
        complete_people(case);
    }
    if case["programme"]["kind"] == "working-together" {
        case["programme"]["title_cy"] = "Teitl".into();
        case["people"]["adults"][1]["language_preference"] = "cy".into();
        let text = &mut case["arrangements"][0]["text"];
        text["cy"] = "Geiriau".into();
        text["translation"] = serde_yaml::from_str("{state: done}").expect("YAML");
    }
}

/// Words about people and for them, which few cases need.
fn complete_people(case: &mut Value) {
    let child = case["people"]["children"][0]["id"].clone();
    let mut called_by = Mapping::new();
    called_by.insert(child, "Dada".into());
    case["people"]["adults"][0]["called_by"] = called_by.into();
    let application = &mut case["case"]["application"];
    application["types"] = serde_yaml::from_str("[child_arrangements, other]").expect("YAML");
    application["other"] = "A name.".into();
    let terms = case["arrangements"].as_sequence_mut().into_iter().flatten();
    let mut band = terms.filter(|term| term["id"] == "band");
    let band = band.next().expect("the fixture has it");
    band["in_short"] = "Band.".into();
    band["tell_child"] = "You play.".into();
    let unseen = case["child_voice"][1]
        .as_mapping_mut()
        .expect("a second child");
    unseen.remove("seen_on");
    unseen.insert("not_seen".into(), "He was ill.".into());
}

/// The case with other words.
fn planted(case: &Path, hostile: bool, fields: &BTreeSet<String>) -> (Pages, Vec<String>) {
    let mut plant = Plant {
        fields,
        hostile,
        planted: Vec::new(),
    };
    let trial = Trial::of(case).altered(|case| {
        complete(case);
        plant.replace_in(case);
    });
    (build(&trial), plant.planted)
}

#[test]
fn hostile_words_in_every_field_are_printed_where_harmless_ones_are() {
    let fields = fields_of_words();
    let mut unprinted = fields.clone();
    let mut untried = fields.clone();
    for entry in fs::read_dir("fixtures/cases/valid").expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let (calm_pages, names) = planted(&path, false, &fields);
        let (hostile_pages, again) = planted(&path, true, &fields);
        assert_eq!(names, again);
        assert!(
            calm_pages.keys().eq(hostile_pages.keys()),
            "{}",
            path.display()
        );
        for (number, field) in names.iter().enumerate() {
            untried.remove(field);
            for (document, page) in &calm_pages {
                let [calm, hostile] = [false, true].map(|hostile| words(number, hostile));
                let times = count(page, &calm);
                let shown = count(&hostile_pages[document], &hostile);
                // Columns beside one another part words, and not the same ones; the mark at
                // the head of each is one word.
                let mark = calm.split(' ').next().unwrap_or(&calm);
                let marks = [page, &hostile_pages[document]].map(|page| count(page, mark));
                // A child's name is at the foot of each page of a plan, and longer names may
                // take a page more.
                let sheets = [page, &hostile_pages[document]].map(|page| count(page, "\u{c}"));
                let is_as_often = marks[0] == marks[1]
                    || (sheets[0] != sheets[1] && marks[0] + sheets[1] == marks[1] + sheets[0]);
                assert!(
                    is_as_often,
                    "{document}: `{hostile}` of the field `{field}`: {marks:?} on {sheets:?}"
                );
                let is_told = shown > 0 || is_parted(&hostile_pages[document], &hostile);
                assert!(
                    times == 0 || is_told,
                    "{document}: `{hostile}` of the field `{field}`"
                );
                if times > 0 {
                    unprinted.remove(field);
                }
            }
        }
    }
    insta::assert_debug_snapshot!((untried, unprinted));
}
