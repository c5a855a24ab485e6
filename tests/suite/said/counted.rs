//! Reads days that are counted in the month, nights that are counted by themselves, and calls.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::cycle::monday;
use super::meaning::{Meaning, Who};
use super::reader::{Item, Reader};

impl Reader {
    /// "on the first Saturday and the third Saturday of each month, from … until …".
    pub(super) fn month(&self, told: &str, who: &Who) -> Option<Item> {
        let tongue = self.tongue;
        let (days, span) = self.days_of_month(told)?;
        let (from, until) = span
            .strip_prefix(", ")?
            .strip_prefix(tongue.from)?
            .split_once(tongue.until)?;
        let start = match from == tongue.start_here {
            true => Time::midnight(),
            false => self.hour(from)?,
        };
        let one = super::meaning::Day::Birthday(String::new());
        let begins = i64::try_from(days.first()?.0).ok()?;
        let on_weekday = || {
            let (end, rest) = self.time(until).filter(|_| self.register == 2)?;
            let last = self.on_weekday(rest)??;
            Some((end, (last - begins).rem_euclid(7)))
        };
        let (end, midnights) = self.day_until(until, &one).or_else(on_weekday)?;
        (midnights > 0 || end > start).then_some(())?;
        Some(Item::Meaning(Meaning::Month {
            who: who.clone(),
            days,
            start,
            end,
            midnights,
        }))
    }

    /// Days of each month, by day of the week and which of the month, and what follows.
    fn days_of_month<'t>(&self, told: &'t str) -> Option<(Vec<(usize, usize)>, &'t str)> {
        let tongue = self.tongue;
        let (days, rest) = told
            .strip_prefix(tongue.on_days)?
            .split_once(tongue.each_month)?;
        // "a’r" is "a" and the article together.
        let days = days.replace(" a’r ", " a yr ");
        let days: Option<Vec<_>> = self
            .list(&days)
            .iter()
            .map(|day| self.of_month(day))
            .collect();
        Some((days?, rest))
    }

    fn of_month(&self, told: &str) -> Option<(usize, usize)> {
        let bare = |article: &str| {
            article
                .trim_start_matches("yr ")
                .trim_start_matches("y ")
                .to_owned()
        };
        let told = bare(told);
        let known = self.tongue.of_month.iter().enumerate();
        let mut read = known.filter_map(|(which, (before, after, soft))| {
            let day = told
                .strip_prefix(bare(before).as_str())?
                .strip_suffix(after)?;
            let day = self.weekday(day, *soft)?;
            Some((usize::try_from(day).ok()?, which))
        });
        read.next()
    }

    /// "for four nights together in every eight, from 4 pm on the first day …".
    pub(super) fn rota(&self, told: &str, who: &Who) -> Option<Item> {
        if self.register == 2 {
            return self.childs_rota(told, who);
        }
        let [nights, every, from, first_day, last] = self.tongue.rota;
        let (on, rest) = told.strip_prefix(nights)?.split_once(every)?;
        let on = self.nights(on)?;
        let (total, change, first) = match rest.split_once(self.tongue.rota_days) {
            Some((total, first)) => (total, Time::midnight(), first),
            None => {
                let (total, rest) = rest.split_once(from)?;
                let (begins, rest) = rest.split_once(first_day)?;
                let (ends, first) = rest.split_once(last)?;
                (begins == ends).then_some(())?;
                (total, self.hour(begins)?, first)
            }
        };
        let total = self.number(total).filter(|total| *total > on)?;
        Some(Item::Meaning(Meaning::Rota {
            who: who.clone(),
            on,
            total,
            first: self.date(first, true)?,
            change,
        }))
    }

    /// "for four nights in a row, and then again four nights later, and so on, beginning …".
    fn childs_rota(&self, told: &str, who: &Who) -> Option<Item> {
        let [nights, again, beginning, at] = self.tongue.childs_rota;
        let (on, rest) = told.strip_prefix(nights)?.split_once(again)?;
        let (off, first) = rest.split_once(beginning)?;
        let (first, change) = match first.split_once(at) {
            Some((first, change)) => (first, self.hour(change)?),
            None => (first, Time::midnight()),
        };
        let on = self.nights(on)?;
        Some(Item::Meaning(Meaning::Rota {
            who: who.clone(),
            on,
            total: on + self.nights(off)?,
            first: self.date(first, true)?,
            change,
        }))
    }

    /// An hour, and nothing after it.
    pub(super) fn hour(&self, told: &str) -> Option<Time> {
        let (time, rest) = self.time(told)?;
        rest.is_empty().then_some(time)
    }

    /// "by video call each Sunday between 6 pm and 6.30 pm".
    pub(super) fn call(&self, told: &str) -> Option<Item> {
        let tongue = self.tongue;
        let mut known = tongue.channels.iter();
        let (channel, rest) =
            known.find_map(|(words, channel)| Some((*channel, told.strip_prefix(words)?)))?;
        let rest = rest.strip_prefix([" ", ", "][self.register])?;
        let (rest, first) = match self.register {
            0 => match rest.split_once(tongue.beginning) {
                Some((rest, first)) => (rest, Some(self.date(first, true)?)),
                None => (rest, None),
            },
            _ => (rest, None),
        };
        let (days, weeks, rest) = match self.days_of_month(rest) {
            Some((days, rest)) => {
                let days = days.into_iter().map(|(day, which)| (day, Some(which)));
                (days.collect(), 1, rest)
            }
            None => self.call_days(rest)?,
        };
        let (start, end) = self.call_hours(rest)?;
        Some(Item::Call {
            channel,
            days,
            weeks,
            first,
            start,
            end,
        })
    }

    #[expect(clippy::type_complexity, reason = "days, weeks and what follows, once")]
    fn call_days<'t>(&self, told: &'t str) -> Option<(Vec<(usize, Option<usize>)>, i64, &'t str)> {
        let tongue = self.tongue;
        let nth = tongue.nth.iter();
        let mut nth = nth.filter_map(|(words, weeks)| Some((*weeks, told.strip_prefix(words)?)));
        let (weeks, soft, rest) = match (
            told.strip_prefix(tongue.alternate[self.register]),
            nth.next(),
        ) {
            (Some(rest), _) => (2, true, rest),
            (None, Some((weeks, rest))) => (weeks, false, rest),
            (None, None) => (1, false, told.strip_prefix(tongue.each[self.register])?),
        };
        let (days, rest) = self.days(rest, soft)?;
        let days = days
            .iter()
            .map(|day| (usize::try_from(*day).unwrap_or(7), None));
        Some((days.collect(), weeks, rest))
    }

    fn call_hours(&self, rest: &str) -> Option<(Option<Time>, Option<Time>)> {
        let tongue = self.tongue;
        if rest.is_empty() {
            return Some((None, None));
        }
        if let Some(times) = rest.strip_prefix(tongue.between) {
            let (start, rest) = self.time(times)?;
            let end = self.hour(self.after_any(rest, tongue.and)?)?;
            return Some((Some(start), Some(end)));
        }
        Some((Some(self.hour(rest.strip_prefix(tongue.at)?)?), None))
    }

    /// A call with the day of the first, where it comes every so many weeks; that must be the
    /// first from the day on which it holds.
    pub(super) fn called(&self, call: Item) -> Option<Meaning> {
        let Item::Call {
            channel,
            days,
            weeks,
            first,
            start,
            end,
        } = call
        else {
            return None;
        };
        ((weeks > 1) == first.is_some()).then_some(())?;
        let from_first = |first: Date| {
            let is_first = self.first_in_step(first, weeks, &days)? == first;
            let ahead = i64::from((self.from - monday(first)).get_days());
            let rounds = ahead.div_euclid(7 * weeks);
            is_first.then(|| monday(first) + (7 * weeks * rounds).days())
        };
        let anchor = match first {
            Some(first) => Some(from_first(first)?),
            None => None,
        };
        Some(Meaning::Call {
            channel,
            days,
            weeks: (weeks, anchor),
            start,
            end,
        })
    }

    fn first_in_step(
        &self,
        known: Date,
        weeks: i64,
        days: &[(usize, Option<usize>)],
    ) -> Option<Date> {
        let mut ahead = (0..366i64).map(|days| self.from + days.days());
        ahead.find(|day| {
            let apart = i64::from((monday(*day) - monday(known)).get_days()) / 7;
            let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(7);
            apart.rem_euclid(weeks) == 0 && days.iter().any(|(day, _)| *day == weekday)
        })
    }
}
