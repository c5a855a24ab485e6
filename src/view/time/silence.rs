//! What a plan leaves unsaid of the days that the usual weeks seldom decide. A picture that
//! colours Christmas as any other week would pass for an agreement about it.

use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Topic;
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
    /// School holidays, but for some.
    OtherHolidays,
    /// School holidays, but for some, and Christmas.
    OtherHolidaysAndChristmas,
}

impl Silence {
    /// The topics of what is left unsaid, whole or in part.
    pub(crate) fn topics(self) -> &'static [Topic] {
        const HOLIDAYS: Topic = Topic::SchoolHolidays;
        match self {
            Silence::Holidays | Silence::OtherHolidays => &[HOLIDAYS],
            Silence::Christmas => &[Topic::Christmas],
            Silence::HolidaysAndChristmas | Silence::OtherHolidaysAndChristmas => {
                &[HOLIDAYS, Topic::Christmas]
            }
        }
    }

    /// What is left unsaid of a child's days in a year, as far as the reader may know; nothing
    /// where something is said of Christmas and of every holiday.
    pub(super) fn about(
        draft: &Draft<'_>,
        child: &Child,
        first: civil::Date,
        after: civil::Date,
    ) -> Option<Self> {
        let served = &draft.served;
        let of_christmas = served.tells_of_christmas(child);
        if !served.tells_of_holidays(child) {
            return Some(match of_christmas {
                true => Silence::Holidays,
                false => Silence::HolidaysAndChristmas,
            });
        }
        match (
            served.dates_some_holidays(child, first, after),
            of_christmas,
        ) {
            (true, true) => Some(Silence::OtherHolidays),
            (true, false) => Some(Silence::OtherHolidaysAndChristmas),
            (false, false) => Some(Silence::Christmas),
            (false, true) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::case::arrangement::AgreementStatus;
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
        let silent = Some(Silence::OtherHolidaysAndChristmas);
        assert_eq!(silence(&case), silent, "nor of the other holidays");
    }

    #[test]
    fn a_holiday_that_no_calendar_lists_is_not_taken_for_arranged() {
        for (unlisted, told) in [
            ("easter_2027", Some(Silence::OtherHolidays)),
            ("autumn_half_2026", None),
        ] {
            let mut case = sample::case();
            let calendar = case.calendar.as_mut().expect("it has one");
            calendar.holidays.retain(|one| one.id.as_str() != unlisted);
            for one in &mut case.arrangements {
                if let Some(Schedule::Holiday { periods, .. }) = &mut one.schedule {
                    periods.retain(|id| id.as_str() != unlisted);
                }
            }
            assert_eq!(silence(&case), told, "{unlisted}");
        }
    }

    #[test]
    fn what_is_agreed_in_words_alone_is_named_by_its_number() {
        let mut case = sample::case();
        let in_words = |case: &Case| {
            childrens_time(&sample::draft(case))[0]
                .year
                .in_words
                .clone()
        };
        assert_eq!(in_words(&case), ["8"], "the birthdays");
        let birthdays = case.arrangements.iter_mut();
        let mut birthdays = birthdays.filter(|one| one.id.as_str() == "birthdays");
        birthdays.next().expect("they are there").status = AgreementStatus::NotAgreed;
        assert!(in_words(&case).is_empty());
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
