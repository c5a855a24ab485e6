//! Reads what comes once a year, holidays, dates and calls.

use jiff::civil::{Date, Time};

use super::meaning::{Day, Meaning, Moment, Rule, Who};
use super::reader::{Item, Reader};

impl Reader {
    /// A day or a holiday, with who has it in which years.
    pub(super) fn yearly(&self, told: &str, who: &Who) -> Option<Item> {
        if let Some(own) = self.own_half(told) {
            return (self.register < 2).then_some(own);
        }
        let (what, rule, every_year) = self.rule(told, who)?;
        let tongue = self.tongue;
        if let Some(half) = what.strip_prefix(tongue.first_half) {
            let (periods, middle) = half.rsplit_once(&format!(",{}", tongue.until))?;
            let change = self.middle(middle)?;
            return (!every_year).then_some(Item::FirstHalf(self.sorted(periods), change, rule));
        }
        if what == tongue.second_half {
            return (!every_year).then_some(Item::SecondHalf(rule));
        }
        if let Some(periods) = what.strip_prefix(tongue.whole) {
            let periods = self.holidays(periods);
            return (!every_year).then_some(Item::Meaning(Meaning::Whole { periods, rule }));
        }
        let differs = rule.even != rule.odd;
        if let Some(feast) = self.feast(what, &rule) {
            let Day::Feast(_, _, on) = &feast.0 else {
                return None;
            };
            (differs || every_year == on.is_some()).then_some(())?;
            return Some(feast.1);
        }
        (differs || every_year).then_some(())?;
        self.day(what, rule)
    }

    /// What it is, who has it, and whether it is said to be every year.
    fn rule<'t>(&self, told: &'t str, who: &Who) -> Option<(&'t str, Rule, bool)> {
        let tongue = self.tongue;
        let every = Rule {
            even: Some(who.clone()),
            odd: Some(who.clone()),
        };
        if let Some(what) = told.strip_suffix(tongue.every_year) {
            return Some((what, every, true));
        }
        if self.register == 2 {
            let Some(years) = told.strip_suffix(tongue.so_on) else {
                return Some((told, every, false));
            };
            let (what, rule) = self.childs_years(years, who)?;
            return Some((what, rule, false));
        }
        for with in tongue.with {
            for and in tongue.and_with {
                let turns = || {
                    let left = told.strip_suffix(tongue.parity[1])?.strip_suffix(' ')?;
                    let (left, odd) = left.rsplit_once(and)?;
                    let left = left.strip_suffix(tongue.parity[0])?.strip_suffix(' ')?;
                    let (what, even) = left.rsplit_once(&format!(", {with}"))?;
                    Some((what, even, odd))
                };
                if let Some((what, even, odd)) = turns() {
                    let named = |name: &str| Some(Some(name.to_owned()));
                    let rule = Rule {
                        even: named(even),
                        odd: named(odd),
                    };
                    return who.is_none().then_some((what, rule, false));
                }
            }
        }
        for (at, parity) in tongue.parity.iter().enumerate() {
            if let Some(what) = told.strip_suffix(&format!(", {parity}")) {
                return Some((what, only(at, who), false));
            }
        }
        Some((told, every, false))
    }

    /// "…, in 2026, 2028", or that "and so on, and with Joel in 2027, 2029".
    fn childs_years<'t>(&self, told: &'t str, who: &Who) -> Option<(&'t str, Rule)> {
        let tongue = self.tongue;
        for and in tongue.and_with {
            let parted = format!("{},{and}", tongue.so_on);
            if let Some((first, second)) = told.split_once(&parted) {
                let (what, even) = first.rsplit_once(tongue.in_year)?;
                let (other, odd) = second.split_once(&tongue.in_year[1..])?;
                (self.parity(even)? == 0 && self.parity(odd)? == 1).then_some(())?;
                let (even, odd) = (Some(who.clone()), Some(Some(other.to_owned())));
                return Some((what, Rule { even, odd }));
            }
        }
        let (what, years) = told.rsplit_once(tongue.in_year)?;
        Some((what, only(self.parity(years)?, who)))
    }

    /// Of "2026, 2028": 0 for even years, 1 for odd.
    fn parity(&self, years: &str) -> Option<usize> {
        let (year, next) = years.split_once(", ")?;
        let (year, next): (i16, i16) = (year.parse().ok()?, next.parse().ok()?);
        let near = (0..6).contains(&(year - self.from.year()));
        (next == year + 2 && near).then_some(usize::from(year % 2 == 1))
    }

    /// "on Diwali (Sunday 8 November 2026), from 10 am until 6 pm that day".
    fn feast(&self, what: &str, rule: &Rule) -> Option<(Day, Item)> {
        let tongue = self.tongue;
        let (name, rest) = what.strip_prefix(tongue.feast)?.split_once(" (")?;
        let (dates, span) = rest.split_once("), ")?;
        let (from, until) = span.strip_prefix(tongue.from)?.split_once(tongue.until)?;
        let listed = self.list(dates);
        let dated: Option<Vec<Date>> = listed.iter().map(|day| self.date(day, false)).collect();
        let (dates, on) = match (dated, self.name_of_day(dates, false)) {
            (Some(dates), _) => (dates, None),
            (None, Some(Day::Dated(month, day))) => (Vec::new(), Some((month, day))),
            _ => return None,
        };
        let day = Day::Feast(name.to_owned(), dates, on);
        let start = match from == tongue.start_here {
            true => Time::midnight(),
            false => {
                let (time, rest) = self.time(from)?;
                rest.is_empty().then_some(time)?
            }
        };
        let (end, days) = self.day_until(until, &day)?;
        (days > 0 || end > start).then_some(())?;
        let rule = rule.clone();
        let told = Meaning::Day {
            day: day.clone(),
            start,
            end,
            days,
            rule,
        };
        Some((day, Item::Meaning(told)))
    }

    fn day(&self, what: &str, rule: Rule) -> Option<Item> {
        let tongue = self.tongue;
        let (from, until) = what.strip_prefix(tongue.from)?.split_once(tongue.until)?;
        let (start, day) = match from.strip_prefix(tongue.start_of) {
            Some(name) => (Time::midnight(), self.name_of_day(name, false)?),
            None => {
                let (time, rest) = self.time(from)?;
                (
                    time,
                    self.name_of_day(rest.strip_prefix(tongue.on_day)?, true)?,
                )
            }
        };
        let (end, days) = self.day_until(until, &day)?;
        (days > 0 || end > start).then_some(())?;
        Some(Item::Meaning(Meaning::Day {
            day,
            start,
            end,
            days,
            rule,
        }))
    }

    pub(super) fn day_until(&self, until: &str, day: &Day) -> Option<(Time, i64)> {
        let tongue = self.tongue;
        if until == tongue.end_here {
            return Some((Time::midnight(), 1));
        }
        if until == tongue.end_next {
            return Some((Time::midnight(), 2));
        }
        if let Some(days) = until.strip_prefix(tongue.end_later) {
            return Some((Time::midnight(), self.days_later(days)? + 1));
        }
        if let Some(name) = until.strip_prefix(tongue.end_of) {
            let last = self.name_of_day(name, false)?;
            return Some((Time::midnight(), apart(day, &last)? + 1));
        }
        let (time, rest) = self.time(until)?;
        if rest == tongue.same_day {
            return Some((time, 0));
        }
        if rest == tongue.next_day {
            return Some((time, 1));
        }
        if let Some(name) = rest.strip_prefix(tongue.on_day)
            && let Some(last) = self.name_of_day(name, true)
        {
            return Some((time, apart(day, &last)?));
        }
        Some((time, self.days_later(rest.strip_prefix(' ')?)?))
    }

    fn days_later(&self, told: &str) -> Option<i64> {
        let number = self.before_any(told, self.tongue.days_later)?;
        self.number(number).filter(|days| *days > 1)
    }

    /// "24 December", “Christmas Eve”, “Isla’s birthday”.
    fn name_of_day(&self, told: &str, after_on: bool) -> Option<Day> {
        let tongue = self.tongue;
        let form = |one: &(&'static str, &'static str, Day)| if after_on { one.1 } else { one.0 };
        if let Some(known) = tongue.days.iter().find(|one| form(one) == told) {
            let is_dated = matches!(known.2, Day::Dated(..));
            return (self.register > 0 || !is_dated).then_some(known.2.clone());
        }
        let (plain, soft, after) = tongue.birthday;
        let before = if after_on { soft } else { plain };
        if let Some(name) = told
            .strip_prefix(before)
            .and_then(|told| told.strip_suffix(after))
            && name.chars().all(char::is_alphabetic)
        {
            return Some(Day::Birthday(name.to_owned()));
        }
        let (day, month) = told.split_once(' ')?;
        let month = tongue.months.iter().position(|one| *one == month)?;
        let (month, day) = (i8::try_from(month + 1).ok()?, day.parse().ok()?);
        Date::new(2028, month, day).ok()?;
        Some(Day::Dated(month, day))
    }

    /// Dates of one part of a holiday.
    pub(super) fn dates(&self, told: &str, who: &Who) -> Option<Item> {
        let (from, until) = told
            .strip_prefix(self.tongue.from)?
            .split_once(self.tongue.until)?;
        let (from, until) = (self.moment(from)?, self.moment(until)?);
        (from < until).then_some(Item::Dates(who.clone(), from, until))
    }

    fn moment(&self, told: &str) -> Option<Moment> {
        if let Some(day) = told.strip_prefix(self.tongue.start_of) {
            return Some((self.date(day, false)?, Some(Time::midnight())));
        }
        match self.time(told) {
            Some((time, rest)) => {
                let day = rest.strip_prefix(self.tongue.on_day)?;
                Some((self.date(day, true)?, Some(time)))
            }
            None => Some((self.date(told, true)?, None)),
        }
    }
}

pub(super) fn only(parity: usize, who: &Who) -> Rule {
    match parity {
        0 => Rule {
            even: Some(who.clone()),
            odd: None,
        },
        _ => Rule {
            even: None,
            odd: Some(who.clone()),
        },
    }
}

/// The days from one date to another of the same or the next year.
fn apart(day: &Day, last: &Day) -> Option<i64> {
    let (Day::Dated(month, day), Day::Dated(last_month, last_day)) = (day, last) else {
        return None;
    };
    let date = |year, month: &i8, day: &i8| Date::new(year, *month, *day).ok();
    let from = date(2027, month, day)?;
    let same_year = date(2027, last_month, last_day)?;
    let until = if same_year > from {
        same_year
    } else {
        date(2028, last_month, last_day)?
    };
    let days = i64::from((until - from).get_days());
    (1..=15).contains(&days).then_some(days)
}
