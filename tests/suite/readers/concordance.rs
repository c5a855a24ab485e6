//! The court's copy, and no other, tells which number a paragraph has in the other copies.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde_yaml::Value;

use crate::trial::Trial;

const TITLE: &str = "Numbers in the other copies";

/// The numbered paragraphs of a plain text.
fn numbered(text: &str) -> BTreeMap<usize, &str> {
    let lines = text.lines().filter_map(|line| {
        let (number, words) = line.split_once(". ")?;
        Some((number.parse().ok()?, words))
    });
    lines.collect()
}

/// What is told of the copy of a party.
fn line<'a>(text: &'a str, party: &str) -> &'a str {
    let told = text.split(TITLE).nth(1).expect("the numbers are told");
    let begins = format!("In the copy of {party}: ");
    let mut lines = told.lines();
    let line = lines.find_map(|line| line.strip_prefix(&begins));
    line.expect("the copy is named").trim_end_matches('.')
}

/// `3–5` or `4`.
fn numbers(words: &str) -> RangeInclusive<usize> {
    let (first, last) = words.split_once('–').unwrap_or((words, words));
    let number = |digits: &str| digits.parse().expect("a number");
    number(first)..=number(last)
}

/// The numbers of the court's copy that are others in the copy of a party, or are not there.
fn moved(text: &str, party: &str) -> BTreeMap<usize, Option<usize>> {
    let mut told = BTreeMap::new();
    for words in line(text, party).split("; ") {
        if let Some(absent) = words.strip_prefix("not there: ") {
            told.extend(absent.split(", ").flat_map(numbers).map(|one| (one, None)));
            continue;
        }
        let pair = words.split_once(" are ").or(words.split_once(" is "));
        let (here, there) = pair.expect("a number, and what it is there");
        let (here, there) = (numbers(here), numbers(there));
        assert_eq!(here.clone().count(), there.clone().count(), "{words}");
        told.extend(here.zip(there.map(Some)));
    }
    told
}

/// How many paragraphs of the court's copy are in the party's by another number, and how many
/// are not there.
fn told(trial: &Trial, folder: &str, document: &str, party: (&str, &str)) -> (usize, usize) {
    let built = trial.build().done();
    let text = |reader: &str| {
        let file = built.file(&format!("{folder}/{reader}/{document}.txt"));
        String::from_utf8(file.to_vec()).expect("UTF-8")
    };
    let (court, own) = (text("court"), text(party.0));
    assert!(!own.contains(TITLE), "{own}");
    let (courts, owns) = (numbered(&court), numbered(&own));
    let (told, mut known) = (moved(&court, party.1), Vec::new());
    for (number, one) in &courts {
        // What is not named has the same number.
        let Some(other) = told.get(number).copied().unwrap_or(Some(*number)) else {
            continue;
        };
        assert_ne!(told.get(number), Some(&Some(*number)), "{number} is named");
        let two = owns[&other];
        let alike = one.chars().zip(two.chars());
        let alike = alike.take_while(|(one, two)| one == two);
        assert!(
            alike.count() >= two.chars().count().min(20),
            "{number}: {one}\n{other}: {two}"
        );
        known.push(other);
    }
    let absent = told.values().filter(|other| other.is_none()).count();
    let moved = told.len() - absent;
    let others = owns.iter().filter(|(number, _)| !known.contains(number));
    for (number, words) in others {
        let stands = courts.values().any(|court| court.starts_with(words));
        assert!(
            !stands,
            "{number} of {}'s copy is in the court's: {words}",
            party.0
        );
    }
    (moved, absent)
}

#[test]
fn the_courts_copy_tells_the_numbers_of_the_others() {
    let trial = Trial::case("return-to-court").edition("plain-text");
    let (father, mother) = (
        ("applicant", "Mr Adrian Keith Wells"),
        ("respondent", "Ms Samira Haddad"),
    );
    for party in [father, mother] {
        let (moved, absent) = told(&trial, "ZC26P00519", "return-to-court", party);
        assert!(moved > 0 && absent > 0, "{}: {moved}, {absent}", party.0);
    }
}

#[test]
fn a_record_of_which_a_term_is_kept_back_tells_its_numbers_too() {
    let trial = Trial::case("full-agreement").altered(|case| {
        case["document"]["status"] = "draft".into();
        let terms = case["arrangements"].as_sequence_mut().expect("terms");
        let text = terms[2]["text"].clone();
        let text = match text {
            Value::Mapping(block) => block["text"].clone(),
            words => words,
        };
        terms[2]["text"] = serde_yaml::to_value(BTreeMap::from([
            ("text", text),
            ("vis", "court_only".into()),
        ]))
        .expect("a block");
    });
    let trial = trial.document("agreed-arrangements").edition("plain-text");
    let built = trial.build();
    let name = "LS26P00832/court/agreed-arrangements.txt";
    let text = String::from_utf8_lossy(built.file(name)).into_owned();
    assert!(text.contains(TITLE), "{}\n{text}", built.run.err);
    // The third in the file, and the third of the record.
    for party in ["Daniel Peter Whitcombe", "Hannah Louise Marsh"] {
        let told = line(&text, party);
        assert_eq!(told, "Term 4–15 are Term 3–14; not there: Term 3");
    }
}

#[test]
fn where_nothing_is_kept_back_there_is_no_table() {
    let trial = Trial::case("full-agreement")
        .document("court-report")
        .document("agreed-arrangements")
        .edition("plain-text");
    for (name, text) in trial.build().done().texts(".txt") {
        assert!(!text.contains(TITLE), "{name}");
    }
}

#[test]
fn what_only_some_parties_are_told_is_marked_where_nothing_is_restricted() {
    // A child's words that one parent alone may know, and an appointment of one of them.
    for (case, number) in [("grandmother", "SA26P00417"), ("midway", "NE26P00742")] {
        let built = Trial::case(case).edition("plain-text").build();
        let text = |reader: &str| {
            let name = format!("{number}/{reader}/court-report.txt");
            String::from_utf8_lossy(built.file(&name)).into_owned()
        };
        let told = "What some party’s copy leaves out, whole or in part, says so in brackets.";
        assert!(text("court").contains(told), "{case}");
        assert!(!text("court").contains("margin"), "{case}");
        assert!(!text("applicant").contains(told), "{case}");
        if case == "midway" {
            assert_eq!(line(&text("court"), "Catherine Brennan"), "not there: 10");
            continue;
        }
        for words in [
            "Jonah said: (not the same in the copy of Mr Liam Patrick Doyle)",
            "at Dad’s.”\n\n(for the court and Kerry Reid and Kofi Asante alone)",
        ] {
            assert!(text("court").contains(words), "{words}");
        }
    }
}

#[test]
fn where_a_firm_keeps_them_the_copies_have_the_numbers_of_the_courts() {
    let firm = "schema: concord-firm/1\nname: wensum\nnumbers: court\n";
    let trial = Trial::case("return-to-court").firm("concord.yaml", firm);
    let built = trial.edition("plain-text").build_with_firm().done();
    let text = |reader: &str| {
        let file = built.file(&format!("ZC26P00519/{reader}/return-to-court.txt"));
        String::from_utf8(file.to_vec()).expect("UTF-8")
    };
    // What the court is asked is a list of its own, before the first heading.
    let below = |text: &str| {
        text.split_once("# Today")
            .expect("how things stand")
            .1
            .to_owned()
    };
    let court = below(&text("court"));
    let courts = numbered(&court);
    assert!(courts.keys().copied().eq(1..=courts.len()), "{court}");
    let same = "have the numbers that they have in this copy";
    assert!(court.contains(TITLE) && court.contains(same), "{court}");
    for reader in ["applicant", "respondent"] {
        let own = below(&text(reader));
        let owns = numbered(&own);
        assert!(owns.len() < courts.len(), "{own}");
        assert!(!own.contains(TITLE), "{own}");
        for (number, words) in owns {
            let begins = courts[&number].chars().zip(words.chars()).take(20);
            assert!(
                begins.clone().all(|(one, two)| one == two),
                "{number}: {words}"
            );
        }
    }
}
