//! The children's time as calendars: the weeks as they usually are, holidays, special
//! days and the year. Children with the same calendar share it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::person::Child;

use super::key::{Key, Lettered};
use super::outlook::Outlook;
use super::pattern::{PatternDays, pattern_days};
use super::special::{SharedHoliday, SpecialTime, shared_holidays, special_times};
use super::weeks::Weeks;
use super::year::Year;
use crate::view::draft::Draft;

/// The calendar of one child, or of several who have the same.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ChildrensTime {
    /// Whose.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether it is everybody's, so that nobody need be named.
    pub all_children: bool,
    /// The letters and who they stand for.
    pub key: Vec<Lettered>,
    /// The usual days in words, where they go by the month or by a count of nights.
    pub pattern: Vec<PatternDays>,
    /// The weeks as they usually are, each pattern after the other.
    pub weeks: Vec<Weeks>,
    /// How the school holidays are shared.
    pub holidays: Vec<SharedHoliday>,
    /// Whether a part of one begins or ends with a day, for which no hour is agreed.
    pub days_without_hour: bool,
    /// The special days.
    pub special: Vec<SpecialTime>,
    /// Whose holidays and special days, told before, are the same.
    pub days_as: Vec<String>,
    /// The year at a glance.
    pub year: Year,
}

/// The calendars of all children, in the order of the file.
pub(crate) fn childrens_time(draft: &Draft<'_>) -> Vec<ChildrensTime> {
    let served = &draft.served;
    let everybody: Vec<_> = served.children().collect();
    let outlooks: Vec<Outlook<'_>> = everybody
        .iter()
        .filter_map(|child| Outlook::of(served, child))
        .collect();
    let key = Key::of(draft, outlooks.iter().flat_map(Outlook::timetables));
    let mut found: Vec<ChildrensTime> = Vec::new();
    for outlook in &outlooks {
        let one = ChildrensTime::of(draft, &key, outlook);
        match found.iter_mut().find(|known| known.is_that_of(&one)) {
            Some(known) => known.children.extend(one.children),
            None => found.push(one),
        }
    }
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at);
        let time = &mut rest[0];
        time.all_children = time.children.len() == everybody.len();
        let same = before.iter().find(|known| known.has_the_days_of(time));
        time.days_as = same.map_or(Vec::new(), |known| known.children.clone());
    }
    found
}

/// One child's calendar; none where no weekly pattern is arranged.
pub(crate) fn time_of(draft: &Draft<'_>, child: &Child) -> Option<ChildrensTime> {
    let outlook = Outlook::of(&draft.served, child)?;
    let key = Key::of(draft, outlook.timetables());
    Some(ChildrensTime::of(draft, &key, &outlook))
}

impl ChildrensTime {
    fn of(draft: &Draft<'_>, key: &Key<'_>, outlook: &Outlook<'_>) -> Self {
        let key = &key.among(outlook.timetables());
        let special = special_times(draft, key, &outlook.ahead);
        let rounds = outlook.usual.iter();
        let holidays = shared_holidays(draft, key, &outlook.ahead);
        let mut parts = holidays.iter().flat_map(|holiday| &holiday.parts);
        ChildrensTime {
            days_without_hour: parts
                .any(|part| part.span.from_time.is_none() || part.span.until_time.is_none()),
            children: vec![outlook.child.called().to_owned()],
            all_children: false,
            key: key.everybody(&outlook.child.id),
            pattern: pattern_days(draft, outlook.child),
            weeks: rounds.map(|round| Weeks::of(draft, key, round)).collect(),
            holidays,
            days_as: Vec::new(),
            year: Year::of(draft, key, &outlook.dated, &special, outlook.first),
            special,
        }
    }

    /// With whom the night is that begins on a day of the year; what the person is called.
    pub(crate) fn night_with(&self, day: Date) -> Option<String> {
        let day_of_month = u32::from(day.0.day().unsigned_abs());
        let month = self.year.months.iter().find(|month| month.is_of(day))?;
        let night = month.days.iter().find(|one| one.day == day_of_month)?;
        let letter = night.letter.as_ref()?;
        let person = self.key.iter().find(|person| person.letter == *letter)?;
        Some(person.called.clone())
    }

    /// Whether another child's holidays and special days are the same, and there are any.
    fn has_the_days_of(&self, other: &ChildrensTime) -> bool {
        let has_any = !self.holidays.is_empty() || !self.special.is_empty();
        has_any && (&self.holidays, &self.special) == (&other.holidays, &other.special)
    }

    /// Whether another child's time is the same.
    fn is_that_of(&self, other: &ChildrensTime) -> bool {
        let ChildrensTime {
            children: _,
            all_children: _,
            key,
            pattern,
            weeks,
            holidays,
            days_without_hour: _,
            days_as: _,
            special,
            year,
        } = self;
        (key, pattern, weeks, holidays, special, year)
            == (
                &other.key,
                &other.pattern,
                &other.weeks,
                &other.holidays,
                &other.special,
                &other.year,
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::recurrence::Schedule;
    use crate::case::visibility::Visibility;
    use crate::view::sample;

    #[test]
    fn a_special_day_before_the_weeks_begin_is_told() {
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            if matches!(arrangement.schedule, Some(Schedule::Weekly { .. })) {
                arrangement.from = Some("2027-01-04".parse().expect("a date"));
            }
        }
        let time = time_of(&parties(&case), &case.people.children[0]).expect("weeks");
        let christmas = "2026-12-24".parse().expect("a date");
        assert!(time.special.iter().any(|day| day.from == christmas));
    }

    fn parties(case: &Case) -> Draft<'_> {
        sample::draft_for_party(case, 0)
    }

    fn nights(time: &ChildrensTime) -> Vec<(String, u32)> {
        let year = time.year.nights.iter();
        year.map(|with| (with.name.clone(), with.nights)).collect()
    }

    #[test]
    fn children_with_one_calendar_share_it_and_every_night_is_counted() {
        let case = sample::case();
        let time = childrens_time(&parties(&case));
        assert_eq!(time.len(), 1);
        assert!(time[0].all_children);
        let counted: u32 = nights(&time[0]).iter().map(|(_, nights)| nights).sum();
        assert_eq!(counted + time[0].year.unsaid, 365);
        let fortnight: Vec<u32> = time[0].weeks[0]
            .nights
            .iter()
            .map(|with| with.nights)
            .collect();
        assert_eq!(fortnight, [5, 9], "the fixture says five of fourteen");
    }

    #[test]
    fn siblings_whose_days_differ_have_calendars_of_their_own() {
        let mut case = sample::case();
        let second = case.people.children[1].id.clone();
        let weekly =
            |one: &&mut crate::case::arrangement::Arrangement| one.id.as_str() == "fortnight";
        let fortnight = case
            .arrangements
            .iter_mut()
            .find(weekly)
            .expect("it is there");
        fortnight.children.retain(|child| *child != second);
        let time = childrens_time(&parties(&case));
        assert_eq!(time.len(), 1, "the second child has no weeks to show");
        assert!(!time[0].all_children);
    }

    #[test]
    fn a_calendar_lists_nobody_with_whom_its_child_never_is() {
        let mut case = sample::case();
        let second = case.people.children[1].id.clone();
        for arrangement in &mut case.arrangements {
            if arrangement.id.as_str() == "fortnight" {
                arrangement.otherwise = Some("mother".parse().expect("an id"));
                continue;
            }
            arrangement.schedule = None;
        }
        let mut home = case.arrangements[1].clone();
        home.id = "home".parse().expect("an id");
        if let Some(Schedule::Weekly { slots, .. }) = &mut home.schedule {
            for slot in slots {
                slot.with = "mother".parse().expect("an id");
            }
        }
        home.children = vec![second.clone()];
        case.arrangements[1]
            .children
            .retain(|child| *child != second);
        case.arrangements.push(home);
        let listed = |time: &ChildrensTime| {
            time.key
                .iter()
                .map(|one| one.letter.clone())
                .collect::<Vec<_>>()
        };
        let time = childrens_time(&parties(&case));
        assert_eq!(listed(&time[0]), ["D", "H"]);
        assert_eq!(listed(&time[1]), ["H"]);
        assert_eq!(nights(&time[1]).len(), 1);
    }

    #[test]
    fn a_schedule_kept_for_the_court_leads_to_no_calendar() {
        let mut case = sample::case();
        for arrangement in &mut case.arrangements {
            arrangement.vis = Some(Visibility::CourtOnly);
        }
        assert_eq!(childrens_time(&parties(&case)), []);
        assert_eq!(
            childrens_time(&sample::draft(&case)).len(),
            1,
            "the court reads it"
        );
    }

    #[test]
    fn people_with_one_initial_are_lettered_from_a() {
        let mut case = sample::case();
        for adult in &mut case.people.adults {
            adult.known_as = Some("Sam".parse().expect("a line"));
        }
        let time = childrens_time(&parties(&case));
        let letters: Vec<&str> = time[0].key.iter().map(|one| one.letter.as_str()).collect();
        assert_eq!(letters, ["A", "B"]);
    }
}
