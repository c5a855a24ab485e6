//! The agreed terms in the words of an order, composed so that each paragraph can be copied
//! as it stands. It is a proposal: only a court makes an order of it.
//!
//! A paragraph names whom it is about and refers to no other. Where a term has a schedule, the
//! schedule is the truth and is told clause by clause; else the times stand as they were written.

use schemars::JsonSchema;
use serde::Serialize;

use super::term::Term;
use crate::audience::Piece;
use crate::case::arrangement::{Arrangement, TermForm, Topic};
use crate::case::calendar::Priority;
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
    /// What prevails, strongest first, where the case says so of two kinds of them or more.
    pub prevails: Vec<Prevailing>,
}

/// The paragraphs and recitals about one kind of time.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Prevailing {
    /// Which kind.
    pub kind: Priority,
    /// The numbers of the paragraphs.
    pub paragraphs: Vec<String>,
    /// Whether it is one, for the words that depend on it.
    pub one: bool,
    /// The recitals that change days of this kind.
    pub recitals: Vec<RecitalMark>,
    /// Whether it is one recital.
    pub one_recital: bool,
}

/// A recital that is pointed at.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct RecitalMark {
    /// Its place among the recitals, from 1.
    pub number: u32,
}

/// One paragraph, and the term it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OrderParagraph {
    /// Its number among the orders, or its place among the recitals, from 1.
    pub paragraph: u32,
    /// The term.
    pub term: Term,
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
        let orders = paragraphs(draft, terms, TermForm::ProposedOrder);
        let recitals = paragraphs(draft, terms, TermForm::Recital);
        let words = OrderWords {
            prevails: prevails(draft, &orders, &recitals),
            recitals: recitals.into_iter().map(|(one, _)| one).collect(),
            orders: orders.into_iter().map(|(one, _)| one).collect(),
        };
        (!words.recitals.is_empty() || !words.orders.is_empty()).then_some(words)
    }
}

/// A paragraph with the arrangement it is made of.
type Made<'a> = (OrderParagraph, Source<'a>);

/// The paragraphs and recitals of each kind that the case ranks; none where it need not choose.
fn prevails(draft: &Draft<'_>, orders: &[Made<'_>], recitals: &[Made<'_>]) -> Vec<Prevailing> {
    let numbers = |all: &[Made<'_>], kind: Priority| -> Vec<u32> {
        let of_kind = |(one, source): &Made<'_>| {
            let arrangement = &source.as_ref()?.item;
            is_about(arrangement, kind).then_some(one.paragraph)
        };
        all.iter().filter_map(of_kind).collect()
    };
    let of_kind = |kind: &Priority| {
        let paragraphs = numbers(orders, *kind);
        let recitals = numbers(recitals, *kind);
        let some = !paragraphs.is_empty() || !recitals.is_empty();
        some.then(|| Prevailing {
            kind: *kind,
            one: paragraphs.len() == 1,
            paragraphs: paragraphs.iter().map(u32::to_string).collect(),
            one_recital: recitals.len() == 1,
            recitals: recitals
                .into_iter()
                .map(|number| RecitalMark { number })
                .collect(),
        })
    };
    let ranked: Vec<Prevailing> = draft
        .served
        .priorities()
        .iter()
        .filter_map(of_kind)
        .collect();
    match ranked.len() {
        0 | 1 => Vec::new(),
        _ => ranked,
    }
}

/// Whether a term arranges time of a kind that the case ranks: by its schedule or, where it
/// has words alone, by its topic.
fn is_about(arrangement: &Arrangement, kind: Priority) -> bool {
    let mut ranked = arrangement.schedules().filter_map(Schedule::ranked_as);
    if arrangement.schedule.is_some() {
        return ranked.any(|one| one == kind);
    }
    match arrangement.topic {
        Topic::SpecialDays | Topic::Christmas => kind == Priority::Special,
        Topic::SchoolHolidays => kind == Priority::Holiday,
        _ => false,
    }
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
    fn recitals_that_change_days_stand_in_what_prevails() {
        let words = words();
        let special = words.prevails.iter();
        let special = special.filter(|one| one.kind == Priority::Special);
        let marks: Vec<u32> = special
            .flat_map(|one| &one.recitals)
            .map(|recital| recital.number)
            .collect();
        let about_days = words.recitals.iter().filter(|one| {
            let topic = one.term.topic;
            matches!(topic, Topic::SpecialDays | Topic::Christmas)
        });
        let about_days: Vec<u32> = about_days.map(|one| one.paragraph).collect();
        assert!(!about_days.is_empty());
        assert_eq!(marks, about_days);
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
