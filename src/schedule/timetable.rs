//! Where a child is, instant by instant: arrangements expanded over a period.

use jiff::{Timestamp, civil};

use super::claim::Claim;
use super::expand::{claims, counted};
use super::period::{Period, local};
use super::resolve::{Answer, Stretch, resolve};
use super::rest::{filled, rests};
use super::round::{Round, rounds};
use crate::case::Case;
use crate::case::calendar::Priority;
use crate::case::person::Child;

/// One child's time over a period.
///
/// ```
/// # use concord::case::{Case, load::load};
/// # use concord::reading::{Subject, accept};
/// use concord::schedule::{Answer, Period, Timetable, instant};
/// use jiff::civil::date;
///
/// # let text = include_str!("../../fixtures/cases/valid/full-agreement.yaml");
/// # let mut accepted = accept("case", text.as_bytes(), Subject::Case).expect("sound");
/// # let case: Case = load(&mut accepted).expect("typed");
/// let year = Period::years(date(2026, 9, 1), 1).expect("a year is not empty");
/// let timetable = Timetable::expand(&case, &case.people.children[0], year);
/// let christmas = timetable.at(instant(date(2026, 12, 25).at(9, 0, 0, 0)));
/// assert!(matches!(christmas, Some(Answer::With(claim)) if claim.adult.as_str() == "mother"));
/// ```
#[derive(Clone, Debug)]
pub struct Timetable<'a> {
    case: &'a Case,
    child: &'a Child,
    period: Period,
    in_force: Option<Period>,
    usual: Option<Usual>,
    stretches: Vec<Stretch<'a>>,
}

/// What a round of weeks has besides its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// From when the days are so, where that is later than the beginning of the round.
    pub holds_from: Option<Timestamp>,
    /// The day from which they are so before that, as in the last weeks of the round.
    pub before: Option<civil::Date>,
    /// Whether some days go by the month or by a count of nights besides.
    pub besides: bool,
}

impl<'a> Timetable<'a> {
    /// Expands what is agreed for a child, and what an order already says, over a period.
    pub fn expand(case: &'a Case, child: &'a Child, period: Period) -> Self {
        let claims = claims(case, child, period);
        Timetable {
            case,
            child,
            period,
            in_force: in_force(case, child, &claims, period),
            usual: None,
            stretches: filled(
                resolve(&claims, &case.priorities, period),
                &rests(case, child).collect::<Vec<_>>(),
            ),
        }
    }

    /// The weeks as they usually are: for each pattern that follows another, one round of
    /// it, from a Monday, as no holiday and no special day cuts it. What is over before a day
    /// is left out.
    pub fn usual(case: &'a Case, child: &'a Child, today: civil::Date) -> Vec<Self> {
        let rounds = rounds(case, child, today).into_iter();
        rounds
            .map(|round| Timetable::of_round(case, child, &round))
            .collect()
    }

    /// One round of the weekly patterns in force on a day, as no holiday and no special day
    /// cuts it; none where there are none.
    pub(crate) fn round(case: &'a Case, child: &'a Child, day: civil::Date) -> Option<Self> {
        let round = Round::on(case, child, day)?;
        Some(Timetable::of_round(case, child, &round))
    }

    fn of_round(case: &'a Case, child: &'a Child, round: &Round<'a>) -> Self {
        Timetable {
            case,
            child,
            period: round.period,
            in_force: Some(round.period),
            usual: Some(Usual {
                holds_from: round.holds_from,
                before: round.before,
                besides: round.besides,
            }),
            stretches: filled(
                resolve(&round.claims, &case.priorities, round.period),
                &round.rests,
            ),
        }
    }

    /// The case.
    pub(crate) fn case(&self) -> &'a Case {
        self.case
    }

    /// The child.
    pub fn child(&self) -> &'a Child {
        self.child
    }

    /// The period it was expanded over.
    pub fn period(&self) -> Period {
        self.period
    }

    /// From the beginning of the first weekly pattern to the end of the last: the time
    /// of which the case means to tell everything. None where it has no weekly pattern,
    /// and so no timetable to show.
    pub fn in_force(&self) -> Option<Period> {
        self.in_force
    }

    /// What it has as a round of weeks, whose end is its beginning again; none where it is
    /// none.
    pub fn as_usual(&self) -> Option<Usual> {
        self.usual
    }

    /// Where the child is at an instant; none outside the period.
    pub fn at(&self, instant: Timestamp) -> Option<&Answer<'a>> {
        let after = self
            .stretches
            .partition_point(|stretch| stretch.period.to() <= instant);
        self.stretches
            .get(after)
            .filter(|stretch| stretch.period.contains(instant))
            .map(|stretch| &stretch.answer)
    }

    /// The answers in their order, without a hole from the first instant of the period to
    /// the last.
    pub fn stretches(&self) -> &[Stretch<'a>] {
        &self.stretches
    }
}

/// The first day counts from its first stay on, unless somebody has the rest of it: before
/// it nothing is arranged yet.
fn in_force(case: &Case, child: &Child, claims: &[Claim], period: Period) -> Option<Period> {
    let usual: Vec<_> = counted(case)
        .filter(|counted| counted.is_for(child) && counted.is_usual())
        .collect();
    let of_patterns = usual.iter().filter_map(|counted| counted.in_force(period));
    // The rest of a pattern begins with its first week, be its first stay later.
    let beside = |index| usual.iter().any(|counted| counted.index == index);
    let of_rests = rests(case, child).filter(|rest| beside(rest.index()));
    let of_rests = of_rests.filter_map(|rest| rest.period()?.overlap(&period));
    let whole = of_patterns.chain(of_rests).reduce(Period::hull)?;
    let is_rested = rests(case, child).any(|rest| {
        let held = rest.period();
        held.is_some_and(|held| held.contains(whole.from()))
    });
    let weekly = claims.iter().filter(|claim| claim.kind == Priority::Weekly);
    let first = weekly.map(|claim| claim.period.from()).min();
    let on_first_day = |first: &Timestamp| local(*first).date() == local(whole.from()).date();
    match first.filter(on_first_day) {
        Some(first) if !is_rested => Period::new(first.max(whole.from()), whole.to()),
        _ => Some(whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn case() -> Case {
        crate::case::sample::case()
    }

    #[test]
    fn the_usual_weeks_are_one_round_that_no_special_day_cuts() {
        let mut case = case();
        // In force from a Friday: the round begins on the Monday after.
        case.arrangements[1].from = Some("2026-06-12".parse().expect("a day"));
        let rounds = Timetable::usual(&case, &case.people.children[0], date(2026, 5, 20));
        assert_eq!(rounds.len(), 1);
        let first = date(2026, 6, 15);
        assert_eq!(
            Some(rounds[0].period()),
            Period::days(first, date(2026, 6, 29))
        );
        assert!(
            rounds[0]
                .stretches()
                .iter()
                .all(|stretch| matches!(stretch.answer, crate::schedule::Answer::With(_)))
        );
    }

    #[test]
    fn a_pattern_that_is_over_is_no_longer_usual() {
        let mut case = case();
        case.arrangements[1].until = Some("2026-12-31".parse().expect("a day"));
        let usual = |today| Timetable::usual(&case, &case.people.children[0], today).len();
        assert_eq!(usual(date(2026, 12, 31)), 1);
        assert_eq!(usual(date(2027, 1, 1)), 0);
    }
}
