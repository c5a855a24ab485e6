//! Which paragraphs of an annex give way to which. The case ranks the kinds of time in
//! `priorities`; each paragraph before which another goes says so itself, so that it can be
//! copied without the others. No order gives way to a recital, which binds nobody (rule R147).

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Arrangement;
use crate::case::calendar::Priority;
use crate::case::recurrence::Schedule;

/// What a paragraph is subject to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct SubjectTo {
    /// As to which of its own times, where it has several kinds.
    pub of: Option<Priority>,
    /// As to which of theirs, where they have several kinds.
    pub to: Option<Priority>,
    /// The numbers of the paragraphs that go before it.
    #[schemars(length(min = 1))]
    pub paragraphs: Vec<String>,
    /// Whether it is one, for the words that depend on it.
    pub one: bool,
}

/// A paragraph as far as others may go before it, or it before them.
pub(super) struct Ranked<'a> {
    number: u32,
    arrangement: &'a Arrangement,
    kinds: Vec<Priority>,
}

impl<'a> Ranked<'a> {
    /// Of a paragraph with its number.
    pub(super) fn new(number: u32, arrangement: &'a Arrangement) -> Self {
        Ranked {
            number,
            arrangement,
            kinds: arrangement.kinds_of_time(),
        }
    }

    /// What goes before it of all there are, by the ranks of the case; of a paragraph with times
    /// of several kinds it may be one of its own.
    pub(super) fn subject_to(&self, all: &[Ranked<'_>], ranks: &[Priority]) -> Vec<SubjectTo> {
        let mut found: Vec<SubjectTo> = Vec::new();
        for other in all {
            for (own, theirs) in self.taken_by(other, ranks) {
                let of = (self.kinds.len() > 1).then_some(own);
                let to = (other.kinds.len() > 1).then_some(theirs);
                let at = found.iter().position(|one| (one.of, one.to) == (of, to));
                let at = at.unwrap_or_else(|| {
                    found.push(SubjectTo::nothing_yet(of, to));
                    found.len() - 1
                });
                found[at].add(other);
            }
        }
        found
    }

    /// The kinds of its time from which another takes something, each with the kind that does.
    pub(super) fn taken_by(
        &self,
        other: &Ranked<'_>,
        ranks: &[Priority],
    ) -> Vec<(Priority, Priority)> {
        match self.meets(other) {
            true => self.beaten_by(other, ranks),
            false => Vec::new(),
        }
    }

    /// The kinds of its time that give way to a kind of another's.
    fn beaten_by(&self, other: &Ranked<'_>, ranks: &[Priority]) -> Vec<(Priority, Priority)> {
        let rank = |kind: Priority| ranks.iter().position(|listed| *listed == kind);
        let pairs = self.kinds.iter().flat_map(|own| {
            let theirs = other.kinds.iter();
            theirs.map(move |theirs| (*own, *theirs))
        });
        let goes_after = |(own, theirs): &(Priority, Priority)| {
            rank(*own)
                .zip(rank(*theirs))
                .is_some_and(|(own, theirs)| theirs < own)
        };
        pairs.filter(goes_after).collect()
    }

    /// Whether both are of one child's time, and neither is over before the other begins.
    fn meets(&self, other: &Ranked<'_>) -> bool {
        let (one, other) = (self.arrangement, other.arrangement);
        let share_child = one.children.is_empty()
            || other.children.is_empty()
            || one.children.iter().any(|id| other.children.contains(id));
        let over = |one: &Arrangement, other: &Arrangement| {
            let ends = one.until.zip(other.begins());
            ends.is_some_and(|(last, first)| last < first)
        };
        share_child && !over(one, other) && !over(other, one) && !leaves_all(other, one)
    }
}

/// Whether special days take nothing of an arrangement, since they are with the very person
/// who has all of its time.
fn leaves_all(days: &Arrangement, arrangement: &Arrangement) -> bool {
    let is_special = |one: &Schedule| one.ranked_as() == Some(Priority::Special);
    let both = days.only_taker().zip(arrangement.only_taker());
    days.schedules().all(is_special) && both.is_some_and(|(one, other)| one == other)
}

impl SubjectTo {
    fn nothing_yet(of: Option<Priority>, to: Option<Priority>) -> Self {
        SubjectTo {
            of,
            to,
            paragraphs: Vec::new(),
            one: false,
        }
    }

    fn add(&mut self, other: &Ranked<'_>) {
        let number = other.number.to_string();
        if !self.paragraphs.contains(&number) {
            self.paragraphs.push(number);
        }
        self.one = self.paragraphs.len() == 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    const RANKS: [Priority; 3] = [Priority::Special, Priority::Holiday, Priority::Weekly];

    fn found<'c>(case: &'c Case, ids: &[&str]) -> Vec<&'c Arrangement> {
        let of = |id: &&str| case.arrangements.iter().find(|one| one.id.as_str() == *id);
        ids.iter().map(|id| of(id).expect("it is there")).collect()
    }

    fn subject_to(all: &[&Arrangement], of: usize) -> Vec<SubjectTo> {
        let ranked: Vec<Ranked<'_>> = (1..)
            .zip(all)
            .map(|(number, one)| Ranked::new(number, one))
            .collect();
        ranked[of].subject_to(&ranked, &RANKS)
    }

    #[test]
    fn a_day_with_who_has_the_weeks_takes_nothing_of_them() {
        let case = sample::case();
        let all = found(
            &case,
            &["fortnight", "half_terms_and_holidays", "fathers_day"],
        );
        let numbers = |of| {
            let subject = subject_to(&all, of).into_iter().next();
            subject.map(|one| one.paragraphs).unwrap_or_default()
        };
        assert_eq!(numbers(0), ["2"]);
        assert_eq!(numbers(1), ["3"], "half of the holidays is with the mother");
    }

    #[test]
    fn weeks_give_way_to_holidays_and_both_to_special_days() {
        let case = sample::case();
        let ids = [
            "fortnight",
            "half_terms_and_holidays",
            "christmas",
            "mothers_day",
        ];
        let all = found(&case, &ids);
        let [weeks] = &subject_to(&all, 0)[..] else {
            panic!("one kind gives way once");
        };
        assert_eq!((weeks.of, weeks.to), (None, None));
        assert_eq!(weeks.paragraphs, ["2", "3", "4"]);
        assert!(!weeks.one);
        assert_eq!(subject_to(&all, 1)[0].paragraphs, ["3", "4"]);
        assert!(subject_to(&all, 2).is_empty(), "nothing goes before it");
    }

    #[test]
    fn other_children_and_other_years_do_not_meet() {
        let mut case = sample::case();
        let [one, other] = [0, 1].map(|child| case.people.children[child].id.clone());
        let at = |case: &Case, id: &str| {
            let mut all = case.arrangements.iter();
            all.position(|one| one.id.as_str() == id)
                .expect("it is there")
        };
        let (weeks, christmas) = (at(&case, "fortnight"), at(&case, "christmas"));
        let gives_way = |case: &Case| {
            let all = found(case, &["fortnight", "christmas"]);
            !subject_to(&all, 0).is_empty()
        };
        assert!(gives_way(&case));
        case.arrangements[weeks].until = case.arrangements[weeks].from;
        assert!(!gives_way(&case), "it is over by then");
        case.arrangements[weeks].until = None;
        case.arrangements[weeks].children = vec![one];
        case.arrangements[christmas].children = vec![other];
        assert!(!gives_way(&case), "it is of another child");
    }

    #[test]
    fn a_paragraph_of_several_kinds_says_which_of_them_gives_way() {
        let mut case = sample::case();
        let schedules = |case: &Case, id: &str| found(case, &[id])[0].schedule.clone();
        let both = [schedules(&case, "fortnight"), schedules(&case, "christmas")];
        let mut all = case.arrangements.iter_mut();
        let weeks = all.find(|one| one.id.as_str() == "fortnight");
        let both = both.into_iter().flatten().collect();
        weeks.expect("it is there").schedule = Some(Schedule::Several(both));
        let all = found(&case, &["fortnight", "half_terms_and_holidays"]);
        let [own, weeks] = &subject_to(&all, 0)[..] else {
            panic!("its weeks give way, to its own special days too");
        };
        assert_eq!(
            (own.of, own.to),
            (Some(Priority::Weekly), Some(Priority::Special))
        );
        assert_eq!((own.paragraphs[0].as_str(), own.one), ("1", true));
        assert_eq!((weeks.of, weeks.to), (Some(Priority::Weekly), None));
        let holidays = &subject_to(&all, 1)[0];
        assert_eq!((holidays.of, holidays.to), (None, Some(Priority::Special)));
    }
}
