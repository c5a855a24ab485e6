//! At which times a paragraph of an order does not apply, since a recital is about them. A
//! recital binds nobody, and whoever makes the order may leave it out: so the paragraph says it
//! by itself, and orders nothing of these times.

use schemars::JsonSchema;
use serde::Serialize;

use super::precedence::Ranked;
use crate::audience::Piece;
use crate::case::arrangement::Arrangement;
use crate::case::calendar::Priority;
use crate::case::form::{Date, Id};
use crate::case::recurrence::{HolidayShare, Schedule, YearRule};
use crate::view::draft::Draft;
use crate::view::time::when;
use crate::view::words::Words;

/// Times at which a paragraph does not apply.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Excepted {
    /// As to which of its own times, where not as to all of them.
    pub of: Option<Priority>,
    /// To which children it does not apply.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether they are all whom it is for.
    pub all_children: bool,
    /// From what day, where that is not the first of the paragraph or one before it.
    pub from: Option<Date>,
    /// The same, where it begins after a review.
    pub after_review: Option<Date>,
    /// Until what day, where that is not the last of the paragraph or one behind it.
    pub until: Option<Date>,
    /// The times, one after the other.
    #[schemars(length(min = 1))]
    pub clauses: Vec<Words>,
    /// Whether it is one, which need not be lettered.
    pub one_clause: bool,
}

/// What recitals take from the time of a paragraph; the same of several is told once.
pub(super) fn excepted(
    draft: &Draft<'_>,
    own: &Piece<'_, Arrangement>,
    recitals: &[Piece<'_, Arrangement>],
) -> Vec<Excepted> {
    let ranked = Ranked::new(0, own.item);
    let mut found: Vec<Excepted> = Vec::new();
    for recital in recitals {
        for one in taken(draft, own, &ranked, recital) {
            let told = |other: &&mut Excepted| {
                (other.of, &other.children) == (one.of, &one.children)
                    && (other.from, other.after_review, other.until)
                        == (one.from, one.after_review, one.until)
            };
            match found.iter_mut().find(told) {
                Some(other) => other.clauses.extend(one.clauses),
                None => found.push(one),
            }
        }
    }
    for one in &mut found {
        one.one_clause = one.clauses.len() == 1;
    }
    found
}

fn taken(
    draft: &Draft<'_>,
    own: &Piece<'_, Arrangement>,
    ranked: &Ranked<'_>,
    recital: &Piece<'_, Arrangement>,
) -> Vec<Excepted> {
    let pairs = ranked.taken_by(&Ranked::new(0, recital.item), draft.served.priorities());
    let mut found = Vec::new();
    for (at, schedule) in recital.item.placed(&recital.at) {
        let kind = schedule.ranked_as();
        let loses = pairs.iter().filter(|(_, theirs)| Some(*theirs) == kind);
        let loses: Vec<Priority> = loses.map(|(own, _)| *own).collect();
        let Some((schedule, taker)) = without(schedule, own.only_taker()) else {
            continue;
        };
        let clauses = when::taken(draft, recital, (at, &schedule), &taker);
        let of = match ranked.is_all_of(&loses) {
            _ if loses.is_empty() || clauses.is_empty() => continue,
            true => vec![None],
            false => loses.into_iter().map(Some).collect(),
        };
        let one = |of| Excepted {
            of,
            clauses: clauses.clone(),
            ..reach(draft, own, recital, &schedule)
        };
        found.extend(of.into_iter().map(one));
    }
    found
}

/// For whom, from and until when a recital takes something from a paragraph.
fn reach(
    draft: &Draft<'_>,
    own: &Piece<'_, Arrangement>,
    recital: &Piece<'_, Arrangement>,
    schedule: &Schedule,
) -> Excepted {
    let children: Vec<_> = draft.served.children_of(&own.children).collect();
    let theirs: Vec<_> = children
        .iter()
        .filter(|child| recital.is_for(child))
        .collect();
    let is_later =
        recital.begins() > own.begins() && !comes_first_then(draft, own, recital, schedule);
    let ends = |one: &Arrangement| one.until.map_or(Date(jiff::civil::Date::MAX), |day| day);
    Excepted {
        of: None,
        all_children: theirs.len() == children.len(),
        children: theirs
            .iter()
            .map(|child| child.called().to_owned())
            .collect(),
        from: recital.from.filter(|_| is_later),
        after_review: recital.after_review.filter(|_| is_later),
        until: recital.until.filter(|_| ends(recital) < ends(own)),
        clauses: Vec::new(),
        one_clause: true,
    }
}

/// Whether a day that comes once a year comes for the first time within a recital, of all the
/// days of the paragraph: whoever reads it then need not know when the recital begins.
fn comes_first_then(
    draft: &Draft<'_>,
    own: &Piece<'_, Arrangement>,
    recital: &Piece<'_, Arrangement>,
    schedule: &Schedule,
) -> bool {
    let (Some(first), Some(begins), None) = (own.begins(), recital.from, recital.after_review)
    else {
        return false;
    };
    let day = |year| draft.served.day_in(recital.item, schedule, year);
    let mut days = (first.0.year()..=begins.0.year()).map(day);
    schedule.ranked_as() == Some(Priority::Special)
        && days.all(|day| day.is_some_and(|day| day < first.0 || begins.0 <= day))
}

/// A schedule without the times that leave somebody's time to that person, as one person's, who
/// need not be named; none where nothing is left.
fn without(schedule: &Schedule, keeper: Option<&Id>) -> Option<(Schedule, Id)> {
    let takers = schedule.takers();
    let mut takers = takers.into_iter().flatten();
    let mut schedule = schedule.clone();
    let taker = match &mut schedule {
        Schedule::Holiday { share, .. } => match share {
            HolidayShare::Dates { parts } => {
                parts.retain(|part| keeper != Some(&part.with));
                let taker = parts.first()?.with.clone();
                for part in parts {
                    part.with = taker.clone();
                }
                taker
            }
            // The weeks rest in a holiday, whoever has it.
            HolidayShare::Whole { with: first } | HolidayShare::Halves { first, .. } => {
                let taker = first.people().next()?.clone();
                *share = HolidayShare::Whole {
                    with: years(taker.clone(), true, true),
                };
                taker
            }
        },
        Schedule::Special { rule, .. } => {
            let is_left = |year| rule.person(year).is_some_and(|one| keeper != Some(one));
            let taker = takers.find(|one| keeper != Some(one))?.clone();
            *rule = years(taker.clone(), is_left(EVEN), is_left(EVEN + 1));
            taker
        }
        Schedule::Weekly { slots, .. } => {
            slots.retain(|slot| keeper != Some(&slot.with));
            let taker = slots.first()?.with.clone();
            for slot in slots {
                slot.with = taker.clone();
            }
            taker
        }
        _ => takers.find(|one| keeper != Some(one))?.clone(),
    };
    Some((schedule, taker))
}

/// A year that stands for all even ones.
const EVEN: i16 = 2026;

fn years(taker: Id, even: bool, odd: bool) -> YearRule {
    YearRule {
        every: (even && odd).then(|| taker.clone()),
        even: (even && !odd).then(|| taker.clone()),
        odd: (odd && !even).then_some(taker),
    }
}
