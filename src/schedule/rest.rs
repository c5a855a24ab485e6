//! The rest of the time: with whom a child is when no arrangement gives the time to anybody.
//!
//! "Lives with her mother, alternate weekends with her father" names the weekends and
//! leaves the rest in one word.

use jiff::Timestamp;

use super::claim::{Claim, Ground, Part};
use super::expand::agreed;
use super::period::{Period, midnight, plus_days};
use super::resolve::{Answer, Stretch};
use super::weekly::Pattern;
use crate::case::Case;
use crate::case::arrangement::{Arrangement, TermForm};
use crate::case::calendar::Priority;
use crate::case::form::Id;
use crate::case::person::Child;
use crate::case::recurrence::Schedule;

/// Whose the rest is by an arrangement, from when until when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest<'a> {
    index: usize,
    arrangement: &'a Arrangement,
    person: &'a Id,
    /// Whether it is told of a round of weeks, which has no first and no last day.
    always: bool,
}

/// Who has the rest of a child's time, by each arrangement that says so.
pub(super) fn rests<'a>(case: &'a Case, child: &'a Child) -> impl Iterator<Item = Rest<'a>> {
    let of_child = agreed(case).filter(|(_, arrangement)| arrangement.is_for(child));
    of_child.filter_map(|(index, arrangement)| {
        Some(Rest {
            index,
            arrangement,
            person: arrangement.rest()?,
            always: false,
        })
    })
}

impl<'a> Rest<'a> {
    /// Which of the arrangements, from 0.
    pub(super) fn index(&self) -> usize {
        self.index
    }

    /// When it holds: from the first day the arrangement names, or the first week of its
    /// pattern or night of its rota, to the end of the last.
    pub(super) fn period(&self) -> Option<Period> {
        if self.always {
            return Period::new(Timestamp::MIN, Timestamp::MAX);
        }
        let begins = |schedule| match schedule {
            &Schedule::Rota { first, .. } => Some(first.0),
            _ => Pattern::of(schedule).map(|pattern| pattern.monday),
        };
        let begins = self.arrangement.schedules().filter_map(begins).min();
        let first = self.arrangement.from.map(|day| day.0).or(begins);
        let last = self.arrangement.until.map(|day| plus_days(day.0, 1));
        Period::new(
            first.map_or(Timestamp::MIN, midnight),
            last.map_or(Timestamp::MAX, midnight),
        )
    }

    /// The same, in a round of weeks.
    pub(super) fn always(self) -> Self {
        Rest {
            always: true,
            ..self
        }
    }

    fn claim(&self, period: Period) -> Claim<'a> {
        Claim {
            period,
            arranged: period,
            adult: self.person,
            arrangement: &self.arrangement.id,
            origin: Ground {
                arrangement: self.index,
                nth: None,
                part: Part::Rest,
            },
            kind: Priority::Weekly,
            by_order: self.arrangement.form == TermForm::ExistingOrder,
        }
    }
}

/// The stretches, with the time that is nobody's given to whoever has the rest. Where two
/// people would have it, it stays nobody's.
pub(super) fn filled<'a>(stretches: Vec<Stretch<'a>>, rests: &[Rest<'a>]) -> Vec<Stretch<'a>> {
    let fill = |stretch: Stretch<'a>| match stretch.answer {
        Answer::Nobody => divided(stretch.period, rests),
        _ => vec![stretch],
    };
    stretches.into_iter().flat_map(fill).collect()
}

/// A stretch that is nobody's, divided where somebody's rest begins or ends.
fn divided<'a>(whole: Period, rests: &[Rest<'a>]) -> Vec<Stretch<'a>> {
    let held = || {
        let held = rests.iter();
        held.filter_map(|rest| Some((rest, rest.period()?.overlap(&whole)?)))
    };
    let mut cuts: Vec<Timestamp> = held()
        .flat_map(|(_, period)| [period.from(), period.to()])
        .chain([whole.from(), whole.to()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let pieces = cuts.windows(2);
    let pieces = pieces.filter_map(|pair| Period::new(pair[0], pair[1]));
    pieces
        .map(|period| {
            let mut there = held().filter(|(_, held)| held.contains(period.from()));
            let first = there.next().map(|(rest, _)| rest);
            let alone = first.filter(|first| there.all(|(rest, _)| rest.person == first.person));
            Stretch {
                period,
                answer: alone.map_or(Answer::Nobody, |rest| Answer::With(rest.claim(period))),
            }
        })
        .collect()
}
