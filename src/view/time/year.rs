//! The year at a glance: twelve months, each day with whoever has the child that night.

use jiff::ToSpan;
use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::AgreementStatus;
use crate::case::calendar::Priority;
use crate::case::form::Date;
use crate::case::person::Child;
use crate::schedule::{Answer, Period, Timetable};

use super::away::{LongestAway, longest_away};
use super::key::{Key, Lettered};
use super::month_in_words::{DaysWith, NightsOn, by_day, nights_on};
use super::silence::Silence;
use super::special::SpecialTime;
use super::weeks::{NightsWith, nights};
use crate::view::draft::Draft;

/// Twelve months.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Year {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The months, the first and the last as far as the year goes.
    #[schemars(length(min = 1))]
    pub months: Vec<Month>,
    /// Everybody in it, for what its letters and tones mean.
    pub key: Vec<InYear>,
    /// Nights with each person in the year.
    pub nights: Vec<NightsWith>,
    /// The longest time that a child is without a night with each person.
    pub away: Vec<LongestAway>,
    /// Nights on which the case says nothing.
    pub unsaid: u32,
    /// Whether there are such nights.
    pub has_unsaid: bool,
    /// Whether holidays or special days are still open: the picture then shows what is
    /// arranged there otherwise.
    pub undecided: bool,
    /// Of what the plan says nothing: the picture then shows the usual weeks there too.
    pub silent: Option<Silence>,
    /// The numbers of the terms that speak of holidays or special days in words alone, which
    /// the picture cannot show.
    pub in_words: Vec<String>,
    /// Whether a day of it is marked as a special day.
    pub has_special: bool,
    /// Whether a day of it is marked as a school holiday.
    pub has_holiday: bool,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Month {
    /// Which.
    pub month: MonthOfYear,
    /// Of which year.
    pub year: String,
    /// Its days, those of the year.
    #[schemars(length(min = 1))]
    pub days: Vec<DayOfYear>,
    /// Nights with each person, for the words that stand in for the picture; whoever has the
    /// rest of them last.
    pub nights: Vec<NightsOn>,
    /// Days of which a part is with somebody who has no night in it.
    pub by_day: Vec<DaysWith>,
    /// The school holidays that touch it.
    pub holidays: Vec<String>,
    /// The special days that begin in it.
    pub special: Vec<SpecialTime>,
}

/// Somebody with whom the child is in the year.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct InYear {
    /// What the person is called, and the surname.
    pub name: String,
    /// One capital letter.
    pub letter: String,
    /// Which tone of the theme, from 0.
    pub tone: u32,
    /// Whether a night is with this person, and not a part of days alone.
    pub has_night: bool,
}

/// A day of the picture.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct DayOfYear {
    /// Its number in the month.
    pub day: u32,
    /// Monday is 0.
    pub weekday: u32,
    /// The letter of whoever has the child in the night that begins on it.
    pub letter: Option<String>,
    /// That person's tone.
    pub tone: Option<u32>,
    /// The tone of somebody else with whom the child is on that day.
    pub other: Option<u32>,
    /// Whether it lies in a school holiday.
    pub holiday: bool,
    /// Whether an arrangement for a special day decides where the child is.
    pub special: bool,
}

/// A month of the calendar, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) enum MonthOfYear {
    /// January.
    #[serde(rename = "1")]
    January,
    /// February.
    #[serde(rename = "2")]
    February,
    /// March.
    #[serde(rename = "3")]
    March,
    /// April.
    #[serde(rename = "4")]
    April,
    /// May.
    #[serde(rename = "5")]
    May,
    /// June.
    #[serde(rename = "6")]
    June,
    /// July.
    #[serde(rename = "7")]
    July,
    /// August.
    #[serde(rename = "8")]
    August,
    /// September.
    #[serde(rename = "9")]
    September,
    /// October.
    #[serde(rename = "10")]
    October,
    /// November.
    #[serde(rename = "11")]
    November,
    /// December.
    #[serde(rename = "12")]
    December,
}

const MONTHS: [MonthOfYear; 12] = [
    MonthOfYear::January,
    MonthOfYear::February,
    MonthOfYear::March,
    MonthOfYear::April,
    MonthOfYear::May,
    MonthOfYear::June,
    MonthOfYear::July,
    MonthOfYear::August,
    MonthOfYear::September,
    MonthOfYear::October,
    MonthOfYear::November,
    MonthOfYear::December,
];

impl MonthOfYear {
    fn of(day: civil::Date) -> Self {
        MONTHS[usize::from(day.month().unsigned_abs()) - 1]
    }
}

impl Year {
    /// Twelve months from a day, which the timetable covers.
    pub(crate) fn of(
        draft: &Draft<'_>,
        key: &Key<'_>,
        timetable: &Timetable<'_>,
        special: &[SpecialTime],
        first: civil::Date,
    ) -> Self {
        let after = first.saturating_add(1.year());
        let months = first.first_of_month().series(1.month());
        let months: Vec<Month> = months
            .take_while(|month| *month < after)
            .map(|month| {
                let next = month.saturating_add(1.month());
                let days = (month.max(first), next.min(after));
                Month::of(draft, key, timetable, special, days)
            })
            .collect();
        let days = || months.iter().flat_map(|month| &month.days);
        let unsaid = timetable.nights(first, after).unsaid();
        Year {
            key: in_year(key.everybody(&timetable.child().id), days().collect()),
            first: Date(first),
            last: Date(after.yesterday().unwrap_or(after)),
            nights: nights(key, timetable, first, after),
            away: longest_away(key, timetable, first, after),
            unsaid,
            has_unsaid: unsaid > 0,
            undecided: draft.served.has_open_days(timetable.child()),
            silent: Silence::about(draft, timetable.child(), first, after),
            in_words: in_words(draft, timetable.child()),
            has_special: days().any(|day| day.special),
            has_holiday: days().any(|day| day.holiday),
            months,
        }
    }
}

impl Month {
    /// Whether a day is of this month.
    pub(super) fn is_of(&self, day: Date) -> bool {
        self.month == MonthOfYear::of(day.0) && self.year == day.0.year().to_string()
    }

    fn of(
        draft: &Draft<'_>,
        key: &Key<'_>,
        timetable: &Timetable<'_>,
        special: &[SpecialTime],
        (first, after): (civil::Date, civil::Date),
    ) -> Self {
        let days = days_between(first, after);
        let holidays = || {
            let holidays = draft.served.holidays();
            holidays.filter(|holiday| holiday.is_for(timetable.child()))
        };
        let touching = holidays().filter(|holiday| days.iter().any(|day| holiday.holds(*day)));
        let drawn: Vec<DayOfYear> = days
            .iter()
            .map(|&day| DayOfYear {
                holiday: holidays().any(|holiday| holiday.holds(day)),
                ..DayOfYear::of(key, timetable, day)
            })
            .collect();
        let everybody = key.everybody(&timetable.child().id);
        let told = |whose: fn(&DayOfYear) -> Option<u32>| {
            let told = drawn.iter().map(|day| (day.day, whose(day)));
            told.collect::<Vec<_>>()
        };
        Month {
            month: MonthOfYear::of(first),
            year: first.year().to_string(),
            nights: nights_on(&everybody, &told(|day| day.tone)),
            by_day: by_day(&everybody, &told(|day| day.tone), &told(|day| day.other)),
            holidays: touching
                .map(|holiday| draft.holiday(&holiday).text)
                .collect(),
            special: special
                .iter()
                .filter(|time| days.contains(&time.from.0))
                .cloned()
                .collect(),
            days: drawn,
        }
    }
}

/// The numbers of the terms for a child that speak of such days in words alone.
fn in_words(draft: &Draft<'_>, child: &Child) -> Vec<String> {
    let served = &draft.served;
    let terms = served.numbered(AgreementStatus::is_agreed);
    let those = terms.filter(|(_, one)| one.is_for(child) && served.tells_days_in_words(one));
    those.map(|(number, _)| number.to_string()).collect()
}

/// Of everybody in a calendar those who have a night or a part of a day among these.
fn in_year(everybody: Vec<Lettered>, days: Vec<&DayOfYear>) -> Vec<InYear> {
    let found = everybody.into_iter().map(|person| InYear {
        has_night: days.iter().any(|day| day.tone == Some(person.tone)),
        name: person.name,
        letter: person.letter,
        tone: person.tone,
    });
    let has_day = |one: &InYear| days.iter().any(|day| day.other == Some(one.tone));
    found.filter(|one| one.has_night || has_day(one)).collect()
}

/// Each day from the first to the one before `after`.
fn days_between(first: civil::Date, after: civil::Date) -> Vec<civil::Date> {
    let days = first.series(1.day());
    days.take_while(|day| *day < after).collect()
}

impl DayOfYear {
    fn of(key: &Key<'_>, timetable: &Timetable<'_>, day: civil::Date) -> Self {
        let person = |id| key.person(id, &timetable.child().id);
        let night = timetable.sleeps_with(day).and_then(person);
        let whole = day.tomorrow().ok().and_then(|next| Period::days(day, next));
        let touching = || {
            let stretches = timetable.stretches().iter();
            stretches.filter_map(|stretch| match stretch.answer {
                Answer::With(claim) => whole?.overlap(&stretch.period).map(|_| claim),
                _ => None,
            })
        };
        let others = touching().filter_map(|claim| person(claim.adult));
        let tone = night.as_ref().map(|night| night.tone);
        DayOfYear {
            day: u32::from(day.day().unsigned_abs()),
            weekday: u32::from(day.weekday().to_monday_zero_offset().unsigned_abs()),
            other: others
                .map(|other| other.tone)
                .find(|other| Some(*other) != tone),
            special: touching().any(|claim| claim.kind == Priority::Special),
            holiday: false,
            letter: night.map(|night| night.letter),
            tone,
        }
    }
}
