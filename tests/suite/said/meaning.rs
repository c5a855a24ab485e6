//! What a schedule means, as far as words tell it: dated stays where a pattern of weeks is
//! told, and rules where a calendar decides the dates.

use std::collections::BTreeMap;

use concord::case::form::Id;
use concord::case::recurrence::{Channel, HolidayShare, Schedule, Slot, SpecialDay, YearRule};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// Weeks that are laid out from the first day, and before it.
const AHEAD: i64 = 60;
const BEFORE: i64 = 10;

/// With whom, by name; `None` where the words are beside the person's name.
pub(super) type Who = Option<String>;

/// From one moment to another.
pub(super) type Stay = (DateTime, DateTime);

/// A day and, where one is told, an hour.
pub(super) type Moment = (Date, Option<Time>);

/// What is meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    Weeks {
        in_term: bool,
        times: BTreeMap<Who, Vec<Stay>>,
    },
    Day {
        day: Day,
        start: Time,
        end: Time,
        days: i64,
        rule: Rule,
    },
    Halves {
        periods: Vec<String>,
        change: Time,
        rule: Rule,
    },
    Whole {
        periods: Vec<String>,
        rule: Rule,
    },
    Dates(BTreeMap<Who, Vec<(Moment, Moment)>>),
    Call {
        channel: Channel,
        days: Vec<usize>,
        start: Option<Time>,
        end: Option<Time>,
    },
}

/// A day of the year.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Day {
    Dated(i8, i8),
    Named(SpecialDay),
    Birthday(String),
}

/// Who has it in even years, and who in odd.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) even: Option<Who>,
    pub(super) odd: Option<Who>,
}

/// A stay as it comes round.
#[derive(Clone, Debug)]
pub(super) struct Cycle {
    /// A Monday of its first week.
    pub(super) monday: Date,
    pub(super) period: i64,
    /// From 0.
    pub(super) weeks: Vec<i64>,
    /// Monday is 0.
    pub(super) day: i64,
    pub(super) start: Time,
    pub(super) end: Time,
    pub(super) midnights: i64,
}

/// How a case is told: to whom it need not be said with whom, from when, by which names.
pub(super) struct Told<'a> {
    pub(super) with: Option<&'a Id>,
    pub(super) from: Date,
    /// Whether everybody is named, as a child is told.
    pub(super) names_all: bool,
    pub(super) name: &'a dyn Fn(&Id) -> String,
    pub(super) holiday: &'a dyn Fn(&Id) -> String,
}

impl Told<'_> {
    fn who(&self, id: &Id) -> Who {
        (self.names_all || self.with != Some(id)).then(|| (self.name)(id))
    }

    /// What a schedule means.
    pub(super) fn meaning(&self, schedule: &Schedule) -> Meaning {
        match schedule {
            Schedule::Weekly {
                cycle_weeks,
                anchor,
                slots,
                term_time_only,
            } => Meaning::Weeks {
                in_term: *term_time_only,
                times: self.weeks(i64::from(*cycle_weeks), anchor.0, slots),
            },
            Schedule::Holiday { periods, share } => self.holiday(periods, share),
            Schedule::Special { .. } => self.day(schedule),
            Schedule::Indirect {
                channel,
                days,
                start,
                end,
                ..
            } => Meaning::Call {
                channel: *channel,
                days: days.iter().map(|day| *day as usize).collect(),
                start: start.map(|time| time.0),
                end: end.map(|time| time.0),
            },
            Schedule::Handover { .. } => panic!("a handover is told otherwise"),
        }
    }

    fn day(&self, schedule: &Schedule) -> Meaning {
        let Schedule::Special {
            day,
            on,
            child,
            start,
            end,
            end_after_days,
            rule,
        } = schedule
        else {
            panic!("it is a special day");
        };
        let (end, days) = match end {
            Some(end) => (end.0, i64::from(*end_after_days)),
            None => (Time::midnight(), i64::from(*end_after_days) + 1),
        };
        Meaning::Day {
            day: match (on, day, child) {
                (Some(on), _, _) => Day::Dated(on.month, on.day),
                (_, SpecialDay::ChristmasEve, _) => Day::Dated(12, 24),
                (_, SpecialDay::ChristmasDay, _) => Day::Dated(12, 25),
                (_, SpecialDay::BoxingDay, _) => Day::Dated(12, 26),
                (_, SpecialDay::NewYearsEve, _) => Day::Dated(12, 31),
                (_, SpecialDay::NewYearsDay, _) => Day::Dated(1, 1),
                (_, SpecialDay::Birthday, Some(child)) => Day::Birthday((self.name)(child)),
                (_, day, _) => Day::Named(*day),
            },
            start: start.map_or(Time::midnight(), |time| time.0),
            end,
            days,
            rule: self.rule(rule),
        }
    }

    fn weeks(&self, period: i64, anchor: Date, slots: &[Slot]) -> BTreeMap<Who, Vec<Stay>> {
        let alone = self
            .with
            .filter(|with| slots.iter().any(|slot| slot.with == **with));
        let told = slots
            .iter()
            .filter(|slot| alone.is_none_or(|with| *with == slot.with));
        let mut cycles: BTreeMap<Who, Vec<Cycle>> = BTreeMap::new();
        for slot in told {
            let apart = slot
                .end_day
                .map(|end| (end as i64 - slot.day as i64).rem_euclid(7));
            let later = slot.end > slot.start;
            let midnights = match apart {
                Some(0) if !later => 7,
                Some(days) => days,
                None => i64::from(!later),
            };
            let cycle = Cycle {
                monday: monday(anchor),
                period,
                weeks: vec![i64::from(slot.week) - 1],
                day: slot.day as i64,
                start: slot.start.0,
                end: slot.end.0,
                midnights,
            };
            cycles.entry(self.who(&slot.with)).or_default().push(cycle);
        }
        laid_out(cycles, self.from)
    }

    fn holiday(&self, periods: &[Id], share: &HolidayShare) -> Meaning {
        let periods = periods.iter().map(|id| (self.holiday)(id)).collect();
        match share {
            HolidayShare::Halves { first, change_at } => Meaning::Halves {
                periods,
                change: change_at.map_or(Time::constant(12, 0, 0, 0), |time| time.0),
                rule: self.own_half(first).unwrap_or_else(|| self.rule(first)),
            },
            HolidayShare::Whole { with } => Meaning::Whole {
                periods,
                rule: self.rule(with),
            },
            HolidayShare::Dates { parts } => {
                let alone = self
                    .with
                    .filter(|with| parts.iter().any(|part| part.with == **with));
                let mut dates: BTreeMap<Who, Vec<(Moment, Moment)>> = BTreeMap::new();
                for part in parts {
                    if alone.is_none_or(|with| *with == part.with) {
                        let from = (part.from.0, part.from_time.map(|time| time.0));
                        let to = (part.to.0, part.to_time.map(|time| time.0));
                        dates
                            .entry(self.who(&part.with))
                            .or_default()
                            .push((from, to));
                    }
                }
                Meaning::Dates(dates)
            }
        }
    }

    /// Where two people take turns and one of them is meant, the other is not named: the
    /// halves that are not told are theirs.
    fn own_half(&self, rule: &YearRule) -> Option<Rule> {
        let with = self.with.filter(|_| !self.names_all)?;
        let even = rule.even.as_ref().or(rule.every.as_ref())?;
        let odd = rule.odd.as_ref().or(rule.every.as_ref())?;
        let own = |id: &Id| (id == with).then_some(None);
        (even != odd && (even == with || odd == with)).then(|| Rule {
            even: own(even),
            odd: own(odd),
        })
    }

    /// Where two people take turns, both are named.
    fn rule(&self, rule: &YearRule) -> Rule {
        let even = rule.even.as_ref().or(rule.every.as_ref());
        let odd = rule.odd.as_ref().or(rule.every.as_ref());
        let turns = even.is_some() && odd.is_some() && even != odd;
        let who = |id: &Id| match turns {
            true => Some((self.name)(id)),
            false => self.who(id),
        };
        Rule {
            even: even.map(who),
            odd: odd.map(who),
        }
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Date {
    day - i64::from(day.weekday().to_monday_zero_offset()).days()
}

/// Every stay that begins on a day or in the year after, those that touch as one.
pub(super) fn laid_out(cycles: BTreeMap<Who, Vec<Cycle>>, from: Date) -> BTreeMap<Who, Vec<Stay>> {
    let until = from + AHEAD.weeks();
    let of_person = |(who, cycles): (Who, Vec<Cycle>)| {
        let mut stays: Vec<Stay> = cycles.iter().flat_map(|cycle| cycle.stays(from)).collect();
        stays.sort();
        let mut joined: Vec<Stay> = Vec::new();
        for stay in stays {
            match joined.last_mut() {
                Some(last) if last.1 >= stay.0 => last.1 = last.1.max(stay.1),
                _ => joined.push(stay),
            }
        }
        joined.retain(|stay| from <= stay.0.date() && stay.0.date() < until);
        (who, joined)
    };
    cycles.into_iter().map(of_person).collect()
}

impl Cycle {
    fn stays(&self, from: Date) -> Vec<Stay> {
        let weeks = -BEFORE..AHEAD + BEFORE;
        let due = weeks.filter_map(|week| {
            let monday = monday(from) + week.weeks();
            let since = i64::from((monday - self.monday).get_days()) / 7;
            let is_due = self.weeks.contains(&since.rem_euclid(self.period));
            let day = monday + self.day.days();
            let end = (day + self.midnights.days()).to_datetime(self.end);
            is_due.then(|| (day.to_datetime(self.start), end))
        });
        due.collect()
    }
}
