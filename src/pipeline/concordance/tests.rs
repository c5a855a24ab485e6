//! Which paragraph of a copy is which of another's, and how the numbers are told.

use super::*;
use crate::diagnostics::Pointer;
use crate::language::Language;
use crate::view::Document;

/// An entry of a line of the template, of a place in the case, with its words and its numbers.
fn entry(line: usize, place: &str, words: &str, numbers: Numbers) -> Entry {
    let places = (!place.is_empty()).then(|| Pointer::parse(place));
    Entry {
        line: ("partial".to_owned(), line),
        places: places.into_iter().collect(),
        words: words.to_owned(),
        numbers,
    }
}

/// The numbers in another copy.
fn numbers_of(found: &[Option<&Entry>]) -> Vec<Option<Numbers>> {
    let numbers = found.iter().map(|one| one.map(|one| one.numbers));
    numbers.collect()
}

#[test]
fn a_paragraph_is_known_by_what_it_stands_for_and_not_by_where_it_stands() {
    let own = [
        entry(1, "", "opening", (1, 1)),
        entry(2, "/notes/0", "kept back", (2, 3)),
        entry(2, "/notes/1", "told, with a remark for the court", (4, 4)),
        entry(2, "/notes/2", "told", (5, 5)),
        entry(3, "", "three sessions", (6, 6)),
        entry(4, "", "nothing more", (7, 7)),
    ];
    let other = [
        entry(1, "", "opening", (1, 1)),
        entry(2, "/notes/1", "told", (2, 2)),
        entry(2, "/notes/2", "told", (3, 3)),
        entry(3, "", "two sessions", (4, 4)),
        entry(5, "", "what every copy but the court's says", (5, 5)),
    ];
    let found = matched(&own, &other).expect("each is known");
    let expected = [
        Some((1, 1)),
        None,
        Some((2, 2)),
        Some((3, 3)),
        Some((4, 4)),
        None,
    ];
    assert_eq!(numbers_of(&found), expected);
    let expected = [
        "(1, 1), (1, 1), none",
        "(2, 3), none, none",
        "(4, 6), (2, 4), none",
        "(7, 7), none, none",
    ];
    let columns = [Some(found), None];
    assert_eq!(rows(&own, &columns), expected);
    // The second is not there, the third has a remark more, and the fifth tells of more.
    let less = |less: &Less| (less.number, less.absent.len(), less.otherwise.len());
    let told: Vec<Less> = told_less(&own, &columns).collect();
    assert_eq!(
        told.iter().map(less).collect::<Vec<_>>(),
        [(2, 1, 0), (3, 1, 0), (4, 0, 1), (6, 0, 1), (7, 1, 0)]
    );
}

#[test]
fn where_one_cannot_be_told_from_another_there_are_no_numbers() {
    let own = [entry(1, "", "one", (1, 1)), entry(1, "", "two", (2, 2))];
    let other = [entry(1, "", "three", (1, 1))];
    assert_eq!(matched(&own, &other), None);
    let twice = [entry(1, "", "one", (1, 1)), entry(1, "", "one", (2, 2))];
    assert_eq!(matched(&twice, &twice), None);
}

#[test]
fn where_all_have_the_same_numbers_there_is_no_table() {
    let own = [entry(1, "", "one", (1, 1)), entry(2, "", "two", (2, 2))];
    let same = matched(&own, &own).expect("each is known");
    assert_eq!(rows(&own, &[Some(same), None]), [""; 0]);
    let own = [own.to_vec(), Vec::new()];
    let told = told(&own, &[Some(own.clone())]).expect("each is known");
    assert_eq!(told.module(), ToldNumbers::default().module());
}

#[test]
fn an_entry_of_which_a_copy_has_fewer_paragraphs_stands_in_a_row_of_its_own() {
    let own = [entry(1, "", "one", (1, 2)), entry(2, "", "two", (3, 3))];
    let other = [entry(1, "", "one", (1, 1)), entry(2, "", "two", (2, 2))];
    let found = matched(&own, &other).expect("each is known");
    let expected = ["(1, 2), (1, 1)", "(3, 3), (2, 2)"];
    assert_eq!(rows(&own, &[Some(found)]), expected);
}

#[test]
fn words_that_another_says_too_do_not_make_one_of_two() {
    let own = [
        entry(1, "/notes/0", "told, with a remark for the court", (1, 1)),
        entry(1, "/notes/1", "told", (2, 2)),
    ];
    let other = [entry(1, "/notes/0", "told", (1, 1))];
    let found = matched(&own, &other).expect("it is known");
    assert_eq!(numbers_of(&found), [Some((1, 1)), None]);
}

#[test]
fn a_term_is_known_by_its_place_in_the_case() {
    let own = serde_json::json!({"topics": [
        {"terms": [{"at": "/arrangements/3", "number": 1}, {"at": "/arrangements/0", "number": 2}]},
        {"terms": [{"at": "/arrangements/2", "number": 3}]},
    ]});
    let other = serde_json::json!({"topics": [
        {"terms": [{"at": "/arrangements/3", "number": 1}]},
        {"terms": [{"at": "/arrangements/2", "number": 2}]},
    ]});
    let numbered = |view| [Vec::new(), terms(view)];
    let table = told(&numbered(&own), &[Some(numbered(&other))]).expect("each is known");
    let expected = [
        ("term", "(1, 1), (1, 1)".to_owned()),
        ("term", "(2, 2), none".to_owned()),
        ("term", "(3, 3), (2, 2)".to_owned()),
    ];
    assert_eq!(table.elsewhere, expected);
}

/// The copies of a document for the court and for the parties; none where the court has none.
fn copies_of(pipeline: &Pipeline, case: &CaseFile, document: &Document) -> Vec<Manuscript> {
    let copies = document.copies(Office::of(&case.case)).unwrap_or_default();
    let court = DocumentCopy::of(Reader::Court);
    let parties = case.case.parties().map(|party| party.id.clone());
    let parties = parties.map(|id| DocumentCopy::of(Reader::Party(id)));
    let asked = std::iter::once(court.clone()).chain(parties);
    let asked = asked.filter(|copy| copies.contains(&court) && copies.contains(copy));
    let english = Languages::One(Language::En);
    let made = asked.filter_map(|copy| pipeline.manuscript(case, document, &copy, english).ok());
    made.collect()
}

#[test]
fn copies_that_are_told_the_same_say_the_same() {
    let pipeline = Pipeline::builtin().expect("the assets are sound");
    let cases = std::fs::read_dir("fixtures/cases/valid").expect("it is there");
    let cases = cases.map(|case| case.expect("it can be read").path());
    let cases = cases.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    let (mut alike, mut apart) = (0, 0);
    for path in cases {
        let case = pipeline.examine(&path).case.expect("it is sound");
        for document in pipeline.packs.documents().iter() {
            let copies = copies_of(&pipeline, &case, document);
            let Some((court, parties)) = copies.split_first() else {
                continue;
            };
            for party in parties {
                if tells_as(&party.halves[0].view, &court.halves[0].view) {
                    assert_eq!(said(party), said(court), "{}", path.display());
                    alike += 1;
                } else {
                    apart += 1;
                }
            }
        }
    }
    assert!(alike > 5 && apart > 5, "{alike} alike, {apart} apart");
}
