//! What not every party may read is marked wherever a copy for the court prints it, and
//! is in no other copy.

use std::fs;

use concord::cli::Exit;
use serde_yaml::{Mapping, Value};

use crate::support::concord;

/// Two paragraphs, each with a word that no other text has.
const SECRET: &str = "The first is zircon.\n\nThe second is beryl.";
const WORDS: [&str; 2] = ["zircon", "beryl"];

/// Every document of the case as text, by its name.
fn documents(case: &Value) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("case.yaml");
    let text = serde_yaml::to_string(case).expect("YAML can be written");
    fs::write(&file, text).expect("room for it");
    let out = folder.path().join("out");
    let paths = [&file, &out].map(|path| path.to_str().expect("a plain path"));
    let run = concord(&[
        "build",
        paths[0],
        "--out",
        paths[1],
        "--edition",
        "plain-text",
    ]);
    assert_eq!(run.exit, Exit::Done, "{}\n{}", run.out, run.err);
    let mut documents: Vec<_> = fs::read_dir(&out)
        .expect("the folder was made")
        .map(|entry| entry.expect("a file").path())
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("text"))
        })
        .collect();
    documents.sort();
    documents
}

fn restrict(piece: &mut Value, text: &str, vis: &str, served_to: &[&str]) {
    let piece: &mut Mapping = piece.as_mapping_mut().expect("a block");
    piece.insert(text.into(), SECRET.into());
    piece.insert("vis".into(), vis.into());
    let ids = served_to.iter().map(|id| Value::from(*id)).collect();
    piece.insert("served_to".into(), Value::Sequence(ids));
    if vis != "served_to" {
        piece.remove("served_to");
    }
}

/// Every paragraph of the secret in the court's papers bears the mark; no other document
/// has a word of it.
fn is_marked(case: &Value, mark: &str) {
    let mut printed = 0;
    for (name, text) in documents(case) {
        for word in WORDS {
            let told = text.lines().filter(|line| line.contains(word));
            for line in told {
                assert!(line.contains(mark), "{name}: {line}");
                assert!(
                    name.contains("court-report") || name.contains("agreed-arrangements"),
                    "{name} is read by a party"
                );
                printed += 1;
            }
        }
    }
    assert!(printed >= WORDS.len(), "the court is told");
}

fn full_agreement() -> Value {
    let text = fs::read_to_string("fixtures/cases/valid/full-agreement.yaml").expect("a fixture");
    serde_yaml::from_str(&text).expect("YAML")
}

const COURT_ONLY: &str = "(for the court alone)";
const MOTHER: &str = "Hannah Marsh";

#[test]
fn a_term_kept_from_a_party_is_marked_in_every_paragraph() {
    for (vis, mark) in [("court_only", COURT_ONLY), ("served_to", MOTHER)] {
        let mut case = full_agreement();
        restrict(&mut case["arrangements"][1], "text", vis, &["mother"]);
        is_marked(&case, mark);
    }
}

#[test]
fn an_open_point_and_one_not_discussed_are_marked() {
    for status in ["not_agreed", "not_discussed"] {
        let mut case = full_agreement();
        let points = case["arrangements"].as_sequence_mut().expect("a list");
        let open = points
            .iter_mut()
            .find(|point| point["status"] == "not_agreed");
        let open = open.expect("the fixture has one");
        restrict(open, "text", "court_only", &[]);
        open["status"] = status.into();
        if status == "not_discussed" {
            let open = open.as_mapping_mut().expect("a block");
            open.remove("positions");
        } else {
            for stance in open["positions"].as_sequence_mut().expect("a list") {
                stance["text"] = SECRET.into();
            }
        }
        is_marked(&case, COURT_ONLY);
    }
}

#[test]
fn a_note_of_a_session_is_marked() {
    let mut case = full_agreement();
    let sessions = case["programme"]["sessions"]
        .as_sequence_mut()
        .expect("a list");
    let mut notes = sessions
        .iter_mut()
        .filter_map(|session| session.get_mut("notes"))
        .filter_map(Value::as_sequence_mut)
        .flatten();
    let open = notes.find(|note| note["basis"] == "open");
    restrict(
        open.expect("the fixture has one"),
        "text",
        "served_to",
        &["mother"],
    );
    is_marked(&case, MOTHER);
}

#[test]
fn what_is_served_to_both_parents_is_in_their_plan() {
    let mut case = full_agreement();
    restrict(
        &mut case["arrangements"][1],
        "text",
        "served_to",
        &["mother", "father"],
    );
    let documents = documents(&case);
    let is_plan = |name: &str| name.contains("parenting-plan") && name.ends_with(".txt");
    let plan = documents.iter().find(|(name, _)| is_plan(name));
    let (_, text) = plan.expect("the case has a plan");
    assert!(WORDS.iter().all(|word| text.contains(word)), "{text}");
}

#[test]
fn what_the_first_page_repeats_of_a_return_is_marked_there_too() {
    let text = fs::read_to_string("fixtures/cases/valid/return-to-court.yaml").expect("a fixture");
    let case = serde_yaml::from_str(&text).expect("YAML");
    let mut documents = documents(&case).into_iter();
    let notice = documents.find(|(name, _)| name.contains("return-to-court"));
    let (_, text) = notice.expect("there is a notice");
    let asked = "asked to see the case before the next hearing";
    let told: Vec<&str> = text.lines().filter(|line| line.contains(asked)).collect();
    assert_eq!(told.len(), 2);
    let mark = "(to be served on nobody but Samira Haddad)";
    assert!(told.iter().all(|line| line.contains(mark)), "{told:?}");
}
