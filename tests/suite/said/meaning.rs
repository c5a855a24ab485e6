//! What a schedule means, as far as words tell it: dated stays where a pattern of weeks is
//! told, and rules where a calendar decides the dates.

use std::collections::{BTreeMap, BTreeSet};

use concord::case::form::Id;
use concord::case::recurrence::{
    Channel, HolidayShare, OfMonth, Schedule, Slot, SpecialDay, YearRule,
};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::cycle::{Cycle, laid_out, monday};

/// What stands for the names of holidays, where a share is of each, those to come among them.
pub(super) const EACH_HOLIDAY: &str = "*";

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
    /// A stay on days of each month, by day of the week and which of the month (from 0).
    Month {
        who: Who,
        days: Vec<(usize, usize)>,
        start: Time,
        end: Time,
        midnights: i64,
    },
    /// Nights in every so many.
    Rota {
        who: Who,
        on: i64,
        total: i64,
        first: Date,
        change: Time,
    },
    Call {
        channel: Channel,
        /// By day of the week and, where it is of a month, which (from 0).
        days: Vec<(usize, Option<usize>)>,
        /// After how many weeks it comes again, and a Monday of such a week.
        weeks: (i64, Option<Date>),
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
    /// By its name, and its dates or its day of the year.
    Feast(String, Vec<Date>, Option<(i8, i8)>),
}

/// Who has it in even years, and who in odd.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) even: Option<Who>,
    pub(super) odd: Option<Who>,
}

/// How a case is told: to whom it need not be said with whom, from when, by which names.
pub(super) struct Told<'a> {
    pub(super) with: Option<&'a Id>,
    pub(super) from: Date,
    /// Whether everybody is named, as a child is told.
    pub(super) names_all: bool,
    /// Whether an order is told, which leaves nothing to be understood.
    pub(super) is_order: bool,
    pub(super) name: &'a dyn Fn(&Id) -> String,
    pub(super) holiday: &'a dyn Fn(&Id) -> String,
}

impl Told<'_> {
    fn who(&self, id: &Id) -> Who {
        (self.names_all || self.with != Some(id)).then(|| (self.name)(id))
    }

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
            Schedule::Holiday {
                periods,
                each_holiday,
                share,
            } => self.holiday(periods, *each_holiday, share),
            Schedule::Special { .. } => self.day(schedule),
            Schedule::Monthly {
                of_month,
                day,
                start,
                end_after_days,
                end,
                with,
            } => Meaning::Month {
                who: self.who(with),
                days: of_month
                    .iter()
                    .map(|which| (*day as usize, *which as usize))
                    .collect(),
                start: start.0,
                end: end.0,
                midnights: i64::from(*end_after_days),
            },
            Schedule::Rota {
                first,
                on,
                off,
                change,
                with,
            } => Meaning::Rota {
                who: self.who(with),
                on: i64::from(*on),
                total: i64::from(*on + *off),
                first: first.0,
                change: change.0,
            },
            Schedule::Indirect { .. } => self.call(schedule),
            Schedule::Handover { .. } | Schedule::Several(_) => panic!("each is told by itself"),
        }
    }

    fn call(&self, schedule: &Schedule) -> Meaning {
        let Schedule::Indirect {
            channel,
            days,
            of_month,
            cycle_weeks,
            anchor,
            start,
            end,
            ..
        } = schedule
        else {
            panic!("it is a call")
        };
        let of_each = |which: &OfMonth| {
            let which = Some(*which as usize);
            days.iter().map(move |day| (*day as usize, which))
        };
        Meaning::Call {
            channel: *channel,
            days: match of_month.is_empty() {
                true => days.iter().map(|day| (*day as usize, None)).collect(),
                false => of_month.iter().flat_map(of_each).collect(),
            },
            weeks: match (cycle_weeks, anchor) {
                (Some(weeks), Some(anchor)) => {
                    let period = i64::from(*weeks);
                    let ahead = i64::from((self.from - anchor.0).get_days());
                    let rounds = ahead.div_euclid(7 * period);
                    (period, Some(anchor.0 + (7 * period * rounds).days()))
                }
                _ => (1, None),
            },
            start: start.map(|time| time.0),
            end: end.map(|time| time.0),
        }
    }

    fn day(&self, schedule: &Schedule) -> Meaning {
        let Schedule::Special {
            day,
            name,
            on,
            dates,
            child,
            start,
            end,
            end_after_days,
            rule,
            ..
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
                _ if name.is_some() => {
                    let dates = dates.iter().map(|day| day.0).collect();
                    let name = name.as_ref().map(ToString::to_string);
                    Day::Feast(
                        name.unwrap_or_default(),
                        dates,
                        on.map(|on| (on.month, on.day)),
                    )
                }
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

    fn holiday(&self, periods: &[Id], is_of_each: bool, share: &HolidayShare) -> Meaning {
        let periods: Vec<String> = match is_of_each {
            true => vec![EACH_HOLIDAY.to_owned()],
            false => periods.iter().map(|id| (self.holiday)(id)).collect(),
        };
        match share {
            HolidayShare::Halves { first, change_at } => Meaning::Halves {
                periods: Vec::from_iter(BTreeSet::from_iter(periods)),
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
