//! What a plan leaves unsaid of the days that the usual weeks seldom decide. A picture that
//! colours Christmas as any other week would pass for an agreement about it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::person::Child;
use crate::view::draft::Draft;

/// Of what a plan says nothing, so that the usual weeks alone are drawn there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Silence {
    /// School holidays and Christmas.
    HolidaysAndChristmas,
    /// School holidays.
    Holidays,
    /// Christmas.
    Christmas,
}

impl Silence {
    /// What is left unsaid of a child's days, as far as the reader may know; nothing where
    /// something is said of both.
    pub(super) fn about(draft: &Draft<'_>, child: &Child) -> Option<Self> {
        let served = &draft.served;
        match (
            served.tells_of_holidays(child),
            served.tells_of_christmas(child),
        ) {
            (false, false) => Some(Silence::HolidaysAndChristmas),
            (false, true) => Some(Silence::Holidays),
            (true, false) => Some(Silence::Christmas),
            (true, true) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::arrangement::{AgreementStatus, Topic};
    use crate::case::recurrence::Schedule;
    use crate::view::sample;
    use crate::view::time::childrens_time::childrens_time;

    fn silence(case: &Case) -> Option<Silence> {
        childrens_time(&sample::draft(case))[0].year.silent
    }

    /// The sample with weeks that go on in the holidays, and without some topics.
    fn without(topics: &[Topic]) -> Case {
        let mut case = sample::case();
        case.arrangements.retain(|one| !topics.contains(&one.topic));
        rest_in_holidays(&mut case, false);
        case
    }

    fn rest_in_holidays(case: &mut Case, rest: bool) {
        for one in &mut case.arrangements {
            if let Some(Schedule::Weekly { term_time_only, .. }) = &mut one.schedule {
                *term_time_only = rest;
            }
        }
    }

    #[test]
    fn what_the_plan_does_not_say_of_holidays_and_christmas_is_told() {
        assert_eq!(silence(&sample::case()), None);
        let neither = without(&[Topic::SchoolHolidays, Topic::Christmas]);
        assert_eq!(silence(&neither), Some(Silence::HolidaysAndChristmas));
        let christmas_alone = without(&[Topic::SchoolHolidays]);
        assert_eq!(silence(&christmas_alone), Some(Silence::Holidays));
    }

    #[test]
    fn who_shares_the_summer_alone_says_nothing_of_christmas() {
        let mut case = without(&[Topic::Christmas]);
        assert_eq!(silence(&case), None, "its holiday is shared");
        for one in &mut case.arrangements {
            if let Some(Schedule::Holiday {
                periods,
                each_holiday,
                ..
            }) = &mut one.schedule
            {
                *each_holiday = false;
                periods.retain(|id| id.as_str().contains("summer"));
            }
        }
        assert_eq!(silence(&case), Some(Silence::Christmas));
    }

    #[test]
    fn a_point_that_is_open_is_not_one_of_which_nothing_is_said() {
        let mut case = sample::case();
        for one in &mut case.arrangements {
            if matches!(one.topic, Topic::SchoolHolidays | Topic::Christmas) {
                (one.status, one.schedule) = (AgreementStatus::NotAgreed, None);
            }
        }
        assert_eq!(silence(&case), None);
    }

    #[test]
    fn weeks_that_rest_in_the_holidays_are_not_drawn_there() {
        let mut case = without(&[Topic::SchoolHolidays, Topic::Christmas]);
        rest_in_holidays(&mut case, true);
        assert_eq!(silence(&case), None);
    }
}
