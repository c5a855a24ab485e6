//! Where a child is, instant by instant: arrangements expanded over a period.

use jiff::{Timestamp, civil};

use super::expand::{claims, counted, first_days, weekly_claims};
use super::period::Period;
use super::resolve::{Answer, Stretch, resolve};
use super::weekly::Pattern;
use crate::case::Case;
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
/// # let case: Case = load(&accept("case", text.as_bytes(), Subject::Case).expect("sound")).expect("typed");
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
    comes_round: bool,
    stretches: Vec<Stretch<'a>>,
}

impl<'a> Timetable<'a> {
    /// Expands what is agreed for a child, and what an order already says, over a period.
    pub fn expand(case: &'a Case, child: &'a Child, period: Period) -> Self {
        let claims = claims(case, child, period);
        Timetable {
            case,
            child,
            period,
            in_force: in_force(case, child, period),
            comes_round: false,
            stretches: resolve(&claims, &case.priorities, period),
        }
    }

    /// The weeks as they usually are: for each pattern that follows another, one round of
    /// it, from its first Monday, as no holiday and no special day cuts it. What is over
    /// before a day is left out.
    pub fn usual(case: &'a Case, child: &'a Child, today: civil::Date) -> Vec<Self> {
        let days = first_days(case, child, today).into_iter();
        days.filter_map(|day| Timetable::round(case, child, day))
            .collect()
    }

    /// One round of the weekly patterns in force on a day, as no holiday and no special day
    /// cuts it; none where there are none.
    pub(crate) fn round(case: &'a Case, child: &'a Child, day: civil::Date) -> Option<Self> {
        let (period, claims) = weekly_claims(case, child, day)?;
        Some(Timetable {
            case,
            child,
            period,
            in_force: Some(period),
            comes_round: true,
            stretches: resolve(&claims, &case.priorities, period),
        })
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

    /// Whether it is a round of weeks, whose end is its beginning again.
    pub(crate) fn comes_round(&self) -> bool {
        self.comes_round
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

fn in_force(case: &Case, child: &Child, period: Period) -> Option<Period> {
    counted(case)
        .filter(|counted| counted.is_for(child) && Pattern::of(counted.schedule).is_some())
        .filter_map(|counted| counted.in_force(period))
        .reduce(Period::hull)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn case() -> Case {
        let text = include_str!("../../fixtures/cases/valid/full-agreement.yaml");
        let file = crate::reading::accept("case", text.as_bytes(), crate::reading::Subject::Case)
            .expect("sound");
        crate::case::load::load(&file).expect("typed")
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
