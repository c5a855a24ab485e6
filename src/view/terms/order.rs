//! The agreed terms in the words of an order, composed so that each paragraph can be copied
//! as it stands. It is a proposal: only a court makes an order of it.
//!
//! A paragraph names whom it is about and, where another goes before it, that other by its
//! number. Where a term has a schedule, the schedule is the truth and is told clause by clause;
//! else the parties shall keep to what they agreed, in the words in which they agreed it.

use schemars::JsonSchema;
use serde::Serialize;

use super::first_time::first_time;
use super::order_place::OrderPlaces;
use super::precedence::{Ranked, SubjectTo};
use super::term::Term;
use crate::audience::Piece;
use crate::case::arrangement::{Arrangement, TermForm, Topic};
use crate::case::form::{Date, Id};
use crate::case::recurrence::Schedule;
use crate::view::draft::Draft;
use crate::view::time::holiday_dates::{HolidayDates, holiday_dates};
use crate::view::time::when::{self, InClauses};
use crate::view::words::Words;

/// The annex of a record.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OrderWords {
    /// What the parents agree and the court is asked to record.
    pub recitals: Vec<OrderParagraph>,
    /// What the court is asked to order.
    pub orders: Vec<OrderParagraph>,
    /// Whether some paragraph says that another goes before it.
    pub gives_way: bool,
    /// Whether the weeks it tells of go on in the school holidays, of which no term says anything.
    pub weeks_alone: bool,
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
    /// The day on which its one time of every week first begins.
    pub first_time: Option<Date>,
    /// What goes before it wherever both are of one time, and needs no more words.
    pub subject_to: Option<SubjectTo>,
    /// The same, where it must be said as to which times.
    pub subject_in_part: Vec<SubjectTo>,
    /// Everybody whose time it tells.
    pub who: Option<String>,
    /// The parties who agreed to it.
    pub kept_by: Vec<String>,
    /// When, clause by clause, where the case has a schedule.
    pub clauses: Vec<Words>,
    /// Whether there is one clause alone, which need not be lettered.
    pub one_clause: bool,
    /// Whether the clauses share the time among several people, whom they name.
    pub of_several: bool,
    /// Who has all other time.
    pub rest: Option<String>,
    /// Who has the half of a holiday that the clauses tell nothing of.
    pub other_half: Option<String>,
    /// Where the handovers are.
    pub places: OrderPlaces,
    /// The paragraph that tells of the handovers, where this one does not.
    pub handovers_in: Option<String>,
    /// The same, where this one names the place at which they usually are: that other one says
    /// what holds on days without school.
    pub handovers_before: Option<String>,
    /// Whether they are of calls, letters and presents.
    pub of_contact: bool,
    /// When, where somebody wrote it: none of it is composed.
    pub as_written: Option<Words>,
    /// Sentences that settle a doubt.
    pub settled: Vec<String>,
    /// Whether half terms are among the school holidays of which it shares each.
    pub half_terms: bool,
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
        rank(draft, &mut orders);
        date(draft, &mut orders);
        hand_over(draft, &mut orders);
        let gives_way =
            |(one, _): &Made<'_>| one.subject_to.is_some() || !one.subject_in_part.is_empty();
        let words = OrderWords {
            gives_way: orders.iter().any(gives_way),
            weeks_alone: draft.served.weeks_alone_are_agreed(),
            recitals: recitals.into_iter().map(|(one, _)| one).collect(),
            orders: orders.into_iter().map(|(one, _)| one).collect(),
        };
        (!words.recitals.is_empty() || !words.orders.is_empty()).then_some(words)
    }
}

/// A paragraph with the arrangement it is made of.
type Made<'a> = (OrderParagraph, Source<'a>);

/// Says of each paragraph which others go before it.
fn rank(draft: &Draft<'_>, orders: &mut [Made<'_>]) {
    let all: Vec<Ranked<'_>> = orders.iter().filter_map(ranked).collect();
    for made in orders {
        let own = ranked(made);
        let subject = own.map(|own| own.subject_to(&all, draft.served.priorities()));
        let in_part = |one: &SubjectTo| one.of.is_some() || one.to.is_some();
        let (in_part, whole): (Vec<_>, Vec<_>) = subject.into_iter().flatten().partition(in_part);
        made.0.subject_to = whole.into_iter().next();
        made.0.subject_in_part = in_part;
    }
}

fn ranked<'a>(made: &Made<'a>) -> Option<Ranked<'a>> {
    Some(Ranked::new(made.0.paragraph, arrangement(made)?))
}

fn arrangement<'a>((_, source): &Made<'a>) -> Option<&'a Arrangement> {
    source.as_ref().map(|source| source.item)
}

/// Gives each paragraph the dates of the holidays that it shares, without what goes before it.
fn date(draft: &Draft<'_>, orders: &mut [Made<'_>]) {
    let with_id = |made| Some((ranked(made)?, arrangement(made)?));
    let all: Vec<(Ranked<'_>, &Arrangement)> = orders.iter().filter_map(with_id).collect();
    let ranks = draft.served.priorities();
    for made in orders {
        let Some((own, source)) = ranked(made).zip(made.1.as_ref()) else {
            continue;
        };
        let goes_before = |other: &&(Ranked<'_>, _)| !own.taken_by(&other.0, ranks).is_empty();
        let before = all.iter().filter(goes_before).map(|(_, other)| &other.id);
        let before: Vec<&Id> = before.collect();
        made.0.dates = holiday_dates(draft, source, made.0.of_several, &before);
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
    let with = source
        .as_ref()
        .map_or_else(Vec::new, |one| people(one.item));
    let only = with.first().copied().filter(|_| with.len() == 1);
    let told = source.as_ref().map(|one| when::clauses(draft, one, only));
    let told = told.unwrap_or_default();
    let who = names(draft, &with, &told, term);
    let of_several = who.len() > 1;
    let agreed = source.iter().flat_map(|one| &one.item.agreed_by);
    let is_party = |id: &&Id| draft.served.parties().any(|party| party.id == **id);
    let kept_by = agreed
        .filter(is_party)
        .map(|id| draft.name(id, term.at.key("agreed_by")));
    let schedules = || source.iter().flat_map(|source| source.item.schedules());
    OrderParagraph {
        paragraph,
        first_year: source.as_ref().and_then(|source| first_year(draft, source)),
        first_time: only.and_then(|person| first_time(source.as_ref()?.item, person)),
        subject_to: None,
        subject_in_part: Vec::new(),
        who: (!who.is_empty()).then(|| draft.locale.list(&who)),
        kept_by: kept_by.collect(),
        term: term.clone(),
        dates: Vec::new(),
        half_terms: schedules()
            .any(|one| is_of_each_holiday(one) && draft.served.shares_half_terms(one)),
        dates_to_come: schedules().any(is_of_each_holiday),
        of_several,
        of_contact: schedules().next().is_some() && schedules().all(is_contact),
        as_written: source
            .as_ref()
            .filter(|source| draft.served.told(source.when.as_ref()).is_some())
            .and_then(|_| term.when.clone()),
        one_clause: told.clauses.len() == 1,
        places: source.as_ref().map_or_else(OrderPlaces::default, |source| {
            OrderPlaces::of(draft, source)
        }),
        handovers_in: None,
        handovers_before: None,
        clauses: told.clauses,
        rest: told.rest,
        other_half: told.other_half,
        settled: told.settled,
    }
}

/// Whom an arrangement is about: whom it names or, where it names nobody, who has all its time.
fn people(arrangement: &Arrangement) -> Vec<&Id> {
    match arrangement.people() {
        [] => arrangement.only_taker().into_iter().collect(),
        people => people.iter().collect(),
    }
}

/// The names of everybody whose time a paragraph tells: of several each clause says whose it is.
fn names(draft: &Draft<'_>, with: &[&Id], told: &InClauses, term: &Term) -> Vec<String> {
    let is_told = |name: &String| {
        let mut clauses = told.clauses.iter();
        clauses.any(|clause| clause.text.contains(name))
    };
    let others = draft.served.adults().filter(|one| !with.contains(&&one.id));
    let others = others.map(|one| one.called_with_surname()).filter(is_told);
    let named = with.iter().map(|id| draft.name(id, term.at.key("with")));
    named.chain(others).collect()
}

/// Says of each paragraph of time which other one tells of its handovers, or goes before it as
/// to them where both are about one place.
fn hand_over(draft: &Draft<'_>, orders: &mut [Made<'_>]) {
    let is_of_handovers = |source: &Piece<'_, Arrangement>| source.topic == Topic::Handovers;
    let all: Vec<(u32, Piece<'_, Arrangement>)> = orders
        .iter()
        .filter_map(|(one, source)| Some((one.paragraph, source.clone()?)))
        .filter(|(_, source)| is_of_handovers(source))
        .collect();
    for (one, source) in orders {
        let is_of_time =
            |own: &&Piece<'_, _>| !is_of_handovers(own) && !own.kinds_of_time().is_empty();
        let Some(own) = source.as_ref().filter(is_of_time) else {
            continue;
        };
        let children: Vec<_> = draft.served.children_of(&own.children).collect();
        let mut of_all = all
            .iter()
            .filter(|(_, told)| children.iter().all(|child| told.is_for(child)));
        let Some((number, told)) = of_all.next() else {
            continue;
        };
        if one.places.are_untold() {
            one.handovers_in = Some(number.to_string());
        } else if one.places.place.is_some() && names_no_other_place(told.item, own.item) {
            one.handovers_before = Some(number.to_string());
        }
    }
}

/// Whether all places of some handovers are the place of an arrangement: of another one nobody
/// can tell which of the two goes before.
fn names_no_other_place(handovers: &Arrangement, own: &Arrangement) -> bool {
    let scheduled = handovers.schedules().filter_map(|one| match one {
        Schedule::Handover { place, .. } => Some(place),
        _ => None,
    });
    let mut places = handovers.place.iter().chain(scheduled);
    places.all(|place| own.place.as_ref() == Some(place))
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
mod tests;
