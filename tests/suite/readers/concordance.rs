//! The court's copy, and no other, tells which number a paragraph has in the other copies.

use std::collections::BTreeMap;

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

/// `3–5`, `4` or nothing.
fn numbers(cell: &str) -> Option<(usize, usize)> {
    let (first, last) = cell.split_once('–').unwrap_or((cell, cell));
    Some((first.parse().ok()?, last.parse().ok()?))
}

/// A run of the court’s numbers, and the run of the copy’s, where it has them.
type Row = ((usize, usize), Option<(usize, usize)>);

/// The rows of the table: the court's numbers and those in the copy of the party whose column
/// it is.
fn rows(text: &str, column: &str) -> Vec<Row> {
    let table = text.split(TITLE).nth(1).expect("the table is there");
    let mut rows = Vec::new();
    let mut court = None;
    for line in table.lines() {
        if let Some(cell) = line.strip_prefix("In this copy: ") {
            court = numbers(cell);
            assert!(court.is_some() || cell.starts_with("Term "), "{line}");
        } else if let Some(cell) = line.strip_prefix(&format!("In the copy of {column}: ")) {
            rows.extend(court.map(|court| (court, numbers(cell))));
        }
    }
    rows
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
    let (mut moved, mut absent, mut known) = (0, 0, Vec::new());
    for ((first, last), there) in rows(&court, party.1) {
        for (number, at) in (first..=last).zip(0..) {
            let Some((begins, ends)) = there else {
                absent += 1;
                continue;
            };
            assert_eq!(last - first, ends - begins, "{court}");
            let other = begins + at;
            let (one, two) = (courts[&number], owns[&other]);
            let alike = one
                .chars()
                .zip(two.chars())
                .take_while(|(one, two)| one == two);
            assert!(
                alike.count() >= two.chars().count().min(20),
                "{number}: {one}\n{other}: {two}"
            );
            known.push(other);
            moved += usize::from(number != other);
        }
    }
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
    let table = text.split(TITLE).nth(1).expect("the table is there");
    let party = "In the copy of ";
    let told = |court: &str, others: &str| {
        let mut lines = table.lines().skip_while(|line| *line != court).skip(1);
        let is_told = lines
            .next()
            .is_some_and(|line| line.starts_with(party) && line.ends_with(others));
        assert!(is_told, "{court}, {others}: {table}");
    };
    // The third in the file, and the third of the record.
    told("In this copy: Term 1–2", ": Term 1–2");
    told("In this copy: Term 3", ": not there");
    told("In this copy: Term 4–15", ": Term 3–14");
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
