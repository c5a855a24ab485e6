//! Sentences are told apart, and told as they moved.

use super::*;

fn sentences(text: &str) -> Vec<Sentence> {
    let split = split(text);
    split
        .map(|(_, text)| Sentence {
            text: text.to_owned(),
            page: 1,
        })
        .collect()
}

fn moved(old: &str, new: &str) -> Vec<(Option<String>, Option<String>)> {
    let moved = compare(&sentences(old), &sentences(new));
    moved.into_iter().map(|one| (one.old, one.new)).collect()
}

#[test]
fn a_point_ends_a_sentence_unless_it_stands_behind_an_initial_or_in_a_number() {
    let text = "Mr. Hale came at 5.30 pm. Did he stay? “No.” He left (early). It is so.";
    let split: Vec<&str> = split(text).map(|(_, text)| text).collect();
    assert_eq!(
        split,
        [
            "Mr. Hale came at 5.30 pm.",
            "Did he stay?",
            "“No.”",
            "He left (early).",
            "It is so."
        ]
    );
}

#[test]
fn a_sentence_that_was_reworded_stands_beside_what_it_was() {
    let old = "They live with their mother. They see their father on Mondays. It is agreed.";
    let new = "They live with their mother. They see their father on Tuesdays. It is agreed.";
    assert_eq!(
        moved(old, new),
        [(
            Some("They see their father on Mondays.".to_owned()),
            Some("They see their father on Tuesdays.".to_owned())
        )]
    );
    assert_eq!(moved(old, old), []);
}

#[test]
fn what_came_and_what_went_stand_alone() {
    let old = "One stays here. Two goes away now.";
    let new = "One stays here. An entirely other thing. Two goes away later.";
    let told = moved(old, new);
    let came = (None, Some("An entirely other thing.".to_owned()));
    assert_eq!(told[0], came);
    assert_eq!(told.len(), 2);
    assert_eq!(moved("Only this.", "").len(), 1);
}

#[test]
fn of_a_long_sentence_only_the_place_is_shown() {
    let shown = |old: &str| {
        let moved = Moved {
            page: 1,
            old: Some(old.to_owned()),
            new: Some(old.replace("Monday", "Tuesday")),
        };
        moved.shown().new.expect("it is there")
    };
    let long = format!("{}Monday alpha beta", "one two three four ".repeat(5));
    assert_eq!(shown(&long), "… four one two three four Tuesday alpha beta");
    assert_eq!(shown("It is on Monday."), "It is on Tuesday.");
}

#[test]
fn a_line_that_ends_within_a_word_moves_no_sentence() {
    let old = "With Amina in even-numbered years, on Monday – or not.";
    let new = "With Amina in even- numbered years, on Monday – or not.";
    assert_eq!(moved(old, new), []);
    assert_eq!(moved(old, &new.replace(" – ", " ")).len(), 1);
}
