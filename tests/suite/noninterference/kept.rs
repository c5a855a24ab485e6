//! The same where the numbers of the court's copy are kept: no value that is withheld changes
//! anything. That there is an entry is told by its number, and that alone.

use concord::case::document::Numbering;

use super::otherwise::{Words, without};
use super::{copies_in, guarded, moved, of_the_office, withheld};
use crate::trial::Trial;

const CASES: [(&str, usize); 2] = [("return-to-court", 0), ("partial-agreement", 1)];

fn kept(name: &str, turn: usize) -> Trial {
    guarded(name, turn).numbers(Numbering::Court)
}

#[test]
fn what_is_withheld_moves_no_number_that_is_kept() {
    let mut told = 0;
    for (name, turn) in CASES {
        let case = kept(name, turn).examine().case;
        let (words, office) = (Words::of(&case), of_the_office(&case));
        for (reader, mut places) in withheld(&case) {
            places.extend(office.iter().cloned());
            let copies = |trial| copies_in(&["en"], trial, &reader);
            let before = copies(kept(name, turn));
            let altered = kept(name, turn).altered(|case| {
                let fields = places.iter().map(|at| words.told_otherwise(case, at).len());
                told += fields.sum::<usize>();
            });
            assert_eq!(moved(&before, &copies(altered)), None, "{name}, {reader}");
        }
    }
    assert!(told >= 100, "only {told} values were told otherwise");
}

#[test]
fn an_entry_that_goes_leaves_its_number_where_numbers_are_kept() {
    let taken_out = |trial: Trial, at: &str| {
        trial.altered(|case| assert!(without(case, at), "{at} is an entry"))
    };
    let (name, reader) = ("return-to-court", "applicant");
    let (at, fixture) = ("/safeguarding/flags/1", || Trial::case(name));
    let copies = |trial| copies_in(&["en"], trial, reader);
    let own = copies(fixture());
    assert_eq!(moved(&own, &copies(taken_out(fixture(), at))), None);
    let kept = || fixture().numbers(Numbering::Court);
    let moved = moved(&copies(kept()), &copies(taken_out(kept(), at)));
    assert!(moved.is_some(), "a number says that there is an entry");
}
