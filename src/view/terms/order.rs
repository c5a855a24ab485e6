//! The agreed terms in the words of an order, composed so that each paragraph can be copied
//! as it stands. It is a proposal: only a court makes an order of it.
//!
//! A paragraph names whom it is about and, where another goes before it, that other by its
//! number. Where a term has a schedule, the schedule is the truth and is told clause by clause;
//! else the parties shall keep to what they agreed, in the words in which they agreed it.

use schemars::JsonSchema;
use serde::Serialize;

use super::precedence::{Ranked, SubjectTo};
use super::term::Term;
use crate::audience::Piece;
use crate::case::arrangement::{Arrangement, TermForm};
use crate::case::recurrence::Schedule;
use crate::view::draft::Draft;
use crate::view::time::holiday_dates::{HolidayDates, holiday_dates};
use crate::view::time::when;
use crate::view::words::Words;

/// The annex of a record.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OrderWords {
    /// What the parents agree and the court is asked to record.
    pub recitals: Vec<OrderParagraph>,
    /// What the court is asked to order.
    pub orders: Vec<OrderParagraph>,
    /// Whether some paragraph says that another, or a recital, goes before it.
    pub gives_way: bool,
}

/// One paragraph, and the term it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OrderParagraph {
    /// Its number among the orders, or its place among the recitals, from 1.
    pub paragraph: u32,
    /// The term.
    pub term: Term,
    /// The year in which it begins, where it is of a day that comes once a year and begins with
    /// that day itself.
    pub first_year: Option<i16>,
    /// What goes before it wherever both are of one time, and needs no more words.
    pub subject_to: Option<SubjectTo>,
    /// The same, where it must be said as to which times.
    pub subject_in_part: Vec<SubjectTo>,
    /// When, clause by clause, where the case has a schedule.
    pub clauses: Vec<Words>,
    /// Whether there is one clause alone, which need not be lettered.
    pub one_clause: bool,
    /// Whether the clauses share the time among several people, whom they name.
    pub of_several: bool,
    /// Whether they are of calls, letters and presents.
    pub of_contact: bool,
    /// When, where somebody wrote it: none of it is composed.
    pub as_written: Option<Words>,
    /// Sentences that settle a doubt.
    pub settled: Vec<String>,
    /// The dates of the holidays that it shares by a rule.
    pub dates: Vec<HolidayDates>,
    /// Whether it is of each school holiday, so that there are dates which nobody knows yet.
    pub dates_to_come: bool,
}

impl OrderWords {
    /// Of the terms that are proposed as an order or to be recorded in it; none where there
    /// are neither.
    pub(crate) fn of(draft: &Draft<'_>, terms: &[Term]) -> Option<Self> {
        let mut orders = paragraphs(draft, terms, TermForm::ProposedOrder);
        let recitals = paragraphs(draft, terms, TermForm::Recital);
        rank(draft, &mut orders, &recitals);
        let gives_way =
            |(one, _): &Made<'_>| one.subject_to.is_some() || !one.subject_in_part.is_empty();
        let words = OrderWords {
            gives_way: orders.iter().any(gives_way),
            recitals: recitals.into_iter().map(|(one, _)| one).collect(),
            orders: orders.into_iter().map(|(one, _)| one).collect(),
        };
        (!words.recitals.is_empty() || !words.orders.is_empty()).then_some(words)
    }
}

/// A paragraph with the arrangement it is made of.
type Made<'a> = (OrderParagraph, Source<'a>);

/// Says of each paragraph what goes before it, of the other paragraphs and of the recitals.
fn rank(draft: &Draft<'_>, orders: &mut [Made<'_>], recitals: &[Made<'_>]) {
    let ranked_orders = orders.iter().filter_map(|made| ranked(made, false));
    let ranked_recitals = recitals.iter().filter_map(|made| ranked(made, true));
    let all: Vec<Ranked<'_>> = ranked_orders.chain(ranked_recitals).collect();
    for made in orders {
        let own = ranked(made, false);
        let subject = own.map(|own| own.subject_to(&all, draft.served.priorities()));
        let in_part = |one: &SubjectTo| one.of.is_some() || one.to.is_some();
        let (in_part, whole): (Vec<_>, Vec<_>) = subject.into_iter().flatten().partition(in_part);
        made.0.subject_to = whole.into_iter().next();
        made.0.subject_in_part = in_part;
    }
}

fn ranked<'a>((one, source): &Made<'a>, is_recital: bool) -> Option<Ranked<'a>> {
    let arrangement = source.as_ref()?.item;
    Some(Ranked::new(one.paragraph, is_recital, arrangement))
}

/// The arrangement that a paragraph is made of.
type Source<'a> = Option<Piece<'a, Arrangement>>;

fn paragraphs<'a>(draft: &Draft<'a>, terms: &[Term], form: TermForm) -> Vec<Made<'a>> {
    let mut sources: Vec<_> = draft.served.arrangements().collect();
    let mut source_of = |term: &Term| {
        let at = sources.iter().position(|source| source.at == term.at)?;
        Some(sources.swap_remove(at))
    };
    let those = terms.iter().filter(|term| term.form == form);
    (1..)
        .zip(those)
        .map(|(number, term)| {
            let source = source_of(term);
            (paragraph(draft, number, term, &source), source)
        })
        .collect()
}

fn paragraph(
    draft: &Draft<'_>,
    paragraph: u32,
    term: &Term,
    source: &Source<'_>,
) -> OrderParagraph {
    let told = source.as_ref().map(|source| when::clauses(draft, source));
    let (clauses, settled) = told.unwrap_or_default();
    let with = source
        .as_ref()
        .map_or(&[][..], |source| source.item.people());
    let mut others = draft
        .served
        .adults()
        .filter(|adult| !with.contains(&adult.id));
    let of_several = others.any(|other| {
        let name = other.called_with_surname();
        clauses.iter().any(|clause| clause.text.contains(&name))
    });
    let dates = source
        .as_ref()
        .map(|source| holiday_dates(draft, source, of_several));
    let schedules = || source.iter().flat_map(|source| source.item.schedules());
    OrderParagraph {
        paragraph,
        first_year: source.as_ref().and_then(|source| first_year(draft, source)),
        subject_to: None,
        subject_in_part: Vec::new(),
        term: term.clone(),
        dates: dates.unwrap_or_default(),
        dates_to_come: schedules().any(is_of_each_holiday),
        of_several,
        of_contact: schedules().next().is_some() && schedules().all(is_contact),
        as_written: source
            .as_ref()
            .filter(|source| draft.served.told(source.when.as_ref()).is_some())
            .and_then(|_| term.when.clone()),
        one_clause: clauses.len() == 1,
        clauses,
        settled,
    }
}

/// The year of a day that comes once a year, where the arrangement begins with it.
fn first_year(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Option<i16> {
    let from = source.from?.0;
    let mut schedules = source.item.schedules();
    let schedule = schedules.next().filter(|_| schedules.next().is_none())?;
    let is_first = draft.served.day_in(source.item, schedule, from.year()) == Some(from);
    is_first.then(|| from.year())
}

fn is_contact(schedule: &Schedule) -> bool {
    matches!(schedule, Schedule::Indirect { .. })
}

fn is_of_each_holiday(schedule: &Schedule) -> bool {
    matches!(
        schedule,
        Schedule::Holiday {
            each_holiday: true,
            ..
        }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::arrangement::Topic;
    use crate::view::sample;
    use crate::view::terms::open_point::letter;
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
        assert_eq!(words.orders.len(), 5);
    }

    #[test]
    fn a_paragraph_gives_way_to_recitals_that_take_from_its_days() {
        let words = words();
        let weeks = words.orders[1].subject_to.as_ref();
        let marks = &weeks.expect("days are taken").recitals;
        let theirs = words.orders[1].term.with.as_deref().expect("one person");
        let about_days = words.recitals.iter().filter(|one| {
            let told = one.term.when.as_ref();
            let is_theirs = told.is_some_and(|when| when.text.contains(theirs));
            let topic = one.term.topic;
            !is_theirs && matches!(topic, Topic::SpecialDays | Topic::Christmas)
        });
        let about_days: Vec<String> = about_days.map(|one| letter(one.paragraph)).collect();
        assert!(!about_days.is_empty());
        assert_eq!(*marks, about_days);
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
}
