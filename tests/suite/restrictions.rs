//! What not every party may read is marked wherever a copy for the court prints it, and is
//! in the copies of those whom it may be served on and in no other.

use serde_yaml::{Mapping, Value};

use crate::trial::Trial;

/// Two paragraphs, each with a word that no other text has.
const SECRET: &str = "The first is zircon.\n\nThe second is beryl.";
const WORDS: [&str; 2] = ["zircon", "beryl"];

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

/// Every paragraph of the secret in the court's papers bears the mark; nobody else's copy
/// has a word of it, but for those of the mother where it may be served on her.
fn is_marked(mark: &str, alter: impl FnOnce(&mut Value)) {
    let mut printed = 0;
    let outcome = full_agreement().altered(alter).build().done();
    for (name, text) in outcome.texts("") {
        for word in WORDS {
            let told = text.lines().filter(|line| line.contains(word));
            for line in told {
                match name.split('/').nth(1) {
                    Some("court") => {
                        assert!(line.contains(mark), "{name}: {line}");
                        printed += 1;
                    }
                    Some("respondent") => assert_eq!(mark, MOTHER, "{name}: {line}"),
                    _ => panic!("{name} holds it"),
                }
            }
        }
    }
    assert!(printed >= WORDS.len(), "the court is told");
}

fn full_agreement() -> Trial {
    Trial::case("full-agreement").edition("plain-text")
}

const COURT_ONLY: &str = "(for the court alone)";
const MOTHER: &str = "Hannah Marsh";

#[test]
fn a_term_kept_from_a_party_is_marked_in_every_paragraph() {
    for (vis, mark) in [("court_only", COURT_ONLY), ("served_to", MOTHER)] {
        is_marked(mark, |case| {
            restrict(&mut case["arrangements"][1], "text", vis, &["mother"]);
        });
    }
}

#[test]
fn an_open_point_and_one_not_discussed_are_marked() {
    for status in ["not_agreed", "not_discussed"] {
        is_marked(COURT_ONLY, |case| {
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
        });
    }
}

#[test]
fn a_note_of_a_session_is_marked() {
    is_marked(MOTHER, |case| {
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
    });
}

#[test]
fn a_text_with_a_mark_of_its_own_bears_it_wherever_the_court_reads_it() {
    let texts = [
        ("positions", 0, "text"),
        ("recommendations", 0, "text"),
        ("recommendations", 0, "reason"),
        ("analysis", 0, "text"),
        ("arrangements", 1, "text"),
        ("arrangements", 1, "when"),
    ];
    for (list, index, field) in texts {
        is_marked(COURT_ONLY, |case| {
            let mut text = Mapping::new();
            text.insert("text".into(), SECRET.into());
            text.insert("vis".into(), "court_only".into());
            case[list][index][field] = Value::Mapping(text);
            // A recommendation rests on what whoever reads it may know (R137).
            case["recommendations"][0]["welfare_heads"] = vec!["b".to_owned()].into();
        });
    }
}

#[test]
fn what_is_served_to_both_parents_is_in_their_plan() {
    let trial = full_agreement().altered(|case| {
        restrict(
            &mut case["arrangements"][1],
            "text",
            "served_to",
            &["mother", "father"],
        );
    });
    let outcome = trial.build().done();
    let is_plan = |name: &str| name.contains("parenting-plan") && name.ends_with(".txt");
    let plan = outcome
        .texts("")
        .into_iter()
        .find(|(name, _)| is_plan(name));
    let (_, text) = plan.expect("the case has a plan");
    assert!(WORDS.iter().all(|word| text.contains(word)), "{text}");
}

#[test]
fn what_is_told_of_a_return_is_marked() {
    let trial = Trial::case("return-to-court").edition("plain-text");
    let outcome = trial.build().done();
    let mut documents = outcome.texts("").into_iter();
    let notice = documents.find(|(name, _)| name.contains("court/return-to-court"));
    let (_, text) = notice.expect("there is a notice");
    let asked = "asked to see the case before the next hearing";
    let told: Vec<&str> = text.lines().filter(|line| line.contains(asked)).collect();
    assert_eq!(told.len(), 1);
    let mark = "(for the court and Samira Haddad alone)";
    assert!(told.iter().all(|line| line.contains(mark)), "{told:?}");
}
