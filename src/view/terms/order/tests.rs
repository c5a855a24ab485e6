//! What the paragraphs of an annex have in the sample case.

use super::*;
use crate::case::Case;
use crate::view::sample;
use crate::view::terms::term::terms;
use crate::view::time::said::Register;

fn words() -> OrderWords {
    let mut case = sample::case();
    for arrangement in &mut case.arrangements {
        arrangement.when = None;
    }
    let draft = sample::draft(&case);
    let terms = terms(&draft, Register::Order);
    OrderWords::of(&draft, &terms).expect("terms are proposed as an order")
}

#[test]
fn each_clause_of_a_paragraph_is_lettered_and_joined_is_what_the_term_says() {
    let words = words();
    let fortnight = &words.orders[1];
    assert_eq!(fortnight.clauses.len(), 2);
    let clauses = fortnight.clauses.iter().map(|clause| clause.text.as_str());
    let joined = clauses.collect::<Vec<_>>().join("; and ");
    let when = fortnight.term.when.as_ref().expect("it is composed");
    let said = when.text.to_lowercase();
    assert!(said.contains(&joined.to_lowercase()), "{said}");
    for settled in &fortnight.settled {
        assert!(said.contains(&settled.to_lowercase()), "{said}");
    }
}

#[test]
fn weeks_alone_are_told_to_go_on_in_school_holidays() {
    let mut case = sample::case();
    let weeks_alone = |case: &Case| {
        let draft = sample::draft(case);
        let terms = terms(&draft, Register::Order);
        OrderWords::of(&draft, &terms).expect("terms").weeks_alone
    };
    assert!(!weeks_alone(&case), "the holidays are shared");
    let is_of_weeks =
        |one: &Arrangement| matches!(one.topic, Topic::Living | Topic::IndirectContact);
    case.arrangements.retain(is_of_weeks);
    assert!(!weeks_alone(&case), "the weeks rest in the holidays");
    if let Some(Schedule::Weekly { term_time_only, .. }) = &mut case.arrangements[1].schedule {
        *term_time_only = false;
    }
    assert!(weeks_alone(&case));
}

#[test]
fn recitals_stand_apart_from_orders() {
    let words = words();
    assert!(
        words
            .orders
            .iter()
            .all(|one| one.term.form == TermForm::ProposedOrder)
    );
    assert!(
        words
            .recitals
            .iter()
            .all(|one| one.term.form == TermForm::Recital)
    );
    assert_eq!(words.orders.len(), 7);
}

#[test]
fn special_days_are_ordered_and_go_before_weeks_and_holidays() {
    let words = words();
    let before = |number: usize| {
        let one = words.orders[number - 1].subject_to.as_ref();
        one.map(|one| one.paragraphs.join(" ")).unwrap_or_default()
    };
    assert_eq!(
        before(2),
        "4 5 6",
        "the father has the weeks and his own day"
    );
    assert_eq!(before(4), "5 6 7", "of the holidays each has a half");
    let none = |one: &&OrderParagraph| one.subject_to.is_none();
    assert_eq!(words.orders.iter().filter(none).count(), 5);
    assert!(
        words
            .orders
            .iter()
            .all(|one| one.subject_in_part.is_empty())
    );
}

#[test]
fn a_day_of_the_year_from_which_a_term_holds_is_not_told_twice() {
    let words = words();
    let christmas = |words: &OrderWords| {
        let mut orders = words.orders.iter();
        let found = orders.find(|one| one.term.topic == Topic::Christmas);
        found.expect("it is ordered").first_year
    };
    assert_eq!(christmas(&words), Some(2026));
    let weeks = &words.orders[1];
    assert_eq!((weeks.first_year, weeks.term.from.is_some()), (None, true));
}

#[test]
fn calls_are_told_apart_from_time_and_written_times_from_composed_ones() {
    let case = sample::case();
    let draft = sample::draft(&case);
    let terms = terms(&draft, Register::Order);
    let words = OrderWords::of(&draft, &terms).expect("terms are proposed as an order");
    let of = |topic| words.recitals.iter().find(|one| one.term.topic == topic);
    let calls = of(Topic::IndirectContact).expect("a recital is about calls");
    assert!(calls.of_contact);
    let written = words.orders.iter().find(|one| one.as_written.is_some());
    let written = written.expect("somebody wrote when");
    assert_eq!(written.as_written, written.term.when);
}
