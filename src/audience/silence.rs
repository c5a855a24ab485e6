//! What a plan says of the days that the usual weeks seldom decide, school holidays and special
//! days: nothing, something in words that no calendar draws, or dates for some of them alone.
//! A picture that draws the usual weeks there would pass for an agreement about them.

use jiff::civil::Date;

use super::dispute::is_christmas;
use super::piece::Piece;
use super::served::Served;
use crate::case::arrangement::{Arrangement, Topic};
use crate::case::calendar::Holiday;
use crate::case::form::Id;
use crate::case::person::Child;
use crate::case::recurrence::Schedule;
use crate::schedule::holiday::named;
use crate::schedule::period::plus_days;
use crate::schedule::special::easter;

impl Served<'_> {
    /// Whether a point about holidays or special days of a child is not agreed, or was not
    /// discussed, as far as the reader may know.
    pub(crate) fn has_open_days(&self, child: &Child) -> bool {
        self.open_points_about_days(child).next().is_some()
    }

    /// The topics of those points, but for what is not for the child to know.
    pub(crate) fn open_days(&self, child: &Child) -> Vec<Topic> {
        let points = self.open_points_about_days(child);
        let theirs = points.filter(|point| !point.not_for_child);
        let mut topics: Vec<Topic> = theirs.map(|point| point.topic).collect();
        topics.sort();
        topics.dedup();
        topics
    }

    fn open_points_about_days(
        &self,
        child: &Child,
    ) -> impl Iterator<Item = Piece<'_, Arrangement>> {
        let points = self.arrangements();
        points.filter(move |point| {
            is_about_days(point) && !self.is_settled(point) && point.is_for(child)
        })
    }

    /// Whether an arrangement says something of holidays or special days in words alone, on
    /// which the reader may rely: no calendar can draw it.
    pub(crate) fn tells_days_in_words(&self, one: &Arrangement) -> bool {
        let is_in_words = one.schedules().next().is_none() && one.after_review.is_none();
        is_about_days(one) && is_in_words && self.is_settled(one)
    }

    /// Whether weeks that are agreed go on in the school holidays, and nothing that is agreed says
    /// anything of days that the weeks seldom decide.
    pub(crate) fn weeks_alone_are_agreed(&self) -> bool {
        let settled = || self.arrangements().filter(|one| self.is_settled(one));
        let go_on = |schedule: &Schedule| matches!(schedule, Schedule::Weekly { term_time_only, .. } if !term_time_only);
        let says_more = |schedule: &Schedule| match schedule {
            Schedule::Holiday { .. } | Schedule::Special { .. } => true,
            weeks => rest_in_holidays(weeks),
        };
        let is_of_days = |one: Piece<'_, Arrangement>| {
            is_about_days(&one) || one.travel.is_some() || one.schedules().any(says_more)
        };
        settled().any(|one| one.schedules().any(go_on)) && !settled().any(is_of_days)
    }

    /// Whether the reader knows of anything about the school holidays of a child. Weeks that
    /// rest in the holidays say something of them.
    pub(crate) fn tells_of_holidays(&self, child: &Child) -> bool {
        let tells = |schedule: &Schedule| match schedule {
            Schedule::Holiday { .. } => true,
            weeks => rest_in_holidays(weeks),
        };
        self.tells_of(child, Topic::SchoolHolidays, tells)
    }

    /// Whether the reader knows of anything about Christmas, or the holiday in which it lies.
    pub(crate) fn tells_of_christmas(&self, child: &Child) -> bool {
        let holds = |id: &Id| self.case.holiday(id).is_some_and(is_christmas);
        let tells = |schedule: &Schedule| match schedule {
            Schedule::Special { day, .. } => day.is_christmas(),
            Schedule::Holiday {
                periods,
                each_holiday,
                ..
            } => *each_holiday || periods.iter().any(holds),
            weeks => rest_in_holidays(weeks),
        };
        self.tells_of(child, Topic::Christmas, tells)
    }

    /// Whether an arrangement for a child is on a topic, or has a schedule that tells of it.
    fn tells_of(&self, child: &Child, topic: Topic, tells: impl Fn(&Schedule) -> bool) -> bool {
        // What has days of its own speaks of those alone: Diwali tells nothing of Christmas.
        let is_in_words = |one: &Arrangement| one.schedules().next().is_none();
        let is_on = |one: &Arrangement| {
            (one.topic == topic && is_in_words(one)) || one.schedules().any(&tells)
        };
        self.arrangements()
            .any(|one| one.is_for(child) && is_on(&one))
    }

    /// Whether some school holidays of a child in the course of some days have dates, and others
    /// have none: one that the case lists is not shared, or one that every school has is not
    /// listed.
    pub(crate) fn dates_some_holidays(&self, child: &Child, first: Date, after: Date) -> bool {
        let is_theirs = |one: &Piece<'_, Arrangement>| one.is_for(child) && self.is_settled(one);
        let theirs = || self.arrangements().filter(is_theirs);
        let is_shared = |holiday: &Holiday| {
            theirs().any(|one| {
                let mut schedules = one.schedules();
                schedules.any(|schedule| {
                    rest_in_holidays(schedule) || named(schedule).contains(&holiday.id)
                })
            })
        };
        let holidays = self.holidays().filter(|holiday| holiday.is_for(child));
        let holidays: Vec<Piece<'_, Holiday>> = holidays.collect();
        let in_them = |day: &Date| first <= *day && *day < after;
        let mut listed = holidays.iter().filter(|holiday| {
            let last = plus_days(holiday.next_school_day().0, -1);
            holiday.last_school_day().0 < after && first <= last
        });
        let is_listed = |days: &Vec<Date>| {
            let mut days = days.iter();
            days.any(|day| holidays.iter().any(|holiday| holiday.holds(*day)))
        };
        let mut every_schools = (first.year()..=after.year()).flat_map(holidays_of_every_school);
        let is_dated = |schedule: &Schedule| {
            rest_in_holidays(schedule) || matches!(schedule, Schedule::Holiday { .. })
        };
        let is_left_out = |days: Vec<Date>| days.iter().all(in_them) && !is_listed(&days);
        theirs().any(|one| one.schedules().any(is_dated))
            && (listed.any(|holiday| !is_shared(holiday)) || every_schools.any(is_left_out))
    }
}

/// Whether weeks rest in the school holidays, which says something of them.
fn rest_in_holidays(schedule: &Schedule) -> bool {
    matches!(schedule, Schedule::Weekly { term_time_only, .. } if *term_time_only)
}

fn is_about_days(point: &Arrangement) -> bool {
    matches!(
        point.topic,
        Topic::SchoolHolidays | Topic::Christmas | Topic::SpecialDays
    )
}

/// Days of a year of which one at least lies in a holiday, whichever school it is: Easter, whose
/// holiday may begin before it or after; the middle of August; Christmas Day.
fn holidays_of_every_school(year: i16) -> [Vec<Date>; 3] {
    let day = |month, day| Date::new(year, month, day).into_iter().collect();
    let about_easter = (-14..=21).map(|days| plus_days(easter(year), days));
    [about_easter.collect(), day(8, 15), day(12, 25)]
}
