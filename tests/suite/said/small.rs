//! The small words: hours, days, dates, numbers, lists.

use jiff::civil::{Date, Time};

use super::reader::Reader;

impl Reader {
    pub(super) fn after_any<'t, 'w>(
        &self,
        told: &'t str,
        words: impl IntoIterator<Item = impl AsRef<str> + 'w>,
    ) -> Option<&'t str> {
        words
            .into_iter()
            .find_map(|word| told.strip_prefix(word.as_ref()))
    }

    pub(super) fn before_any<'t>(&self, told: &'t str, words: &[&str]) -> Option<&'t str> {
        words.iter().find_map(|word| told.strip_suffix(word))
    }

    /// An hour, and what follows. Midnight is the edge of a day and never told.
    pub(super) fn time<'t>(&self, told: &'t str) -> Option<(Time, &'t str)> {
        if let Some(rest) = told.strip_prefix(self.tongue.noon) {
            return Some((Time::constant(12, 0, 0, 0), rest));
        }
        let digits = |text: &'t str| {
            let end = text
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(text.len());
            (&text[..end], &text[end..])
        };
        let (hour, rest) = digits(told);
        let (minutes, rest) = match rest.strip_prefix('.') {
            Some(rest) => {
                let (minutes, rest) = digits(rest);
                (
                    Some(minutes).filter(|minutes| minutes.len() == 2 && *minutes != "00")?,
                    rest,
                )
            }
            None => ("0", rest),
        };
        let half = rest.strip_prefix(self.tongue.before_half)?;
        let (afternoon, rest) = match (half.strip_prefix("am"), half.strip_prefix("pm")) {
            (Some(rest), _) => (0, rest),
            (_, Some(rest)) => (12, rest),
            _ => return None,
        };
        let hour: i8 = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
        let time = Time::new(hour % 12 + afternoon, minutes.parse().ok()?, 0, 0).ok()?;
        let twelve = [Time::midnight(), Time::constant(12, 0, 0, 0)].contains(&time);
        (!twelve).then_some((time, rest))
    }

    pub(super) fn weekday(&self, told: &str, soft: bool) -> Option<i64> {
        let mut days = self.tongue.weekdays.iter();
        let at = days.position(|day| told == if soft { day.1 } else { day.0 })?;
        i64::try_from(at).ok()
    }

    /// A day of the week at the end of a moment, or none.
    pub(super) fn on_weekday(&self, rest: &str) -> Option<Option<i64>> {
        match rest {
            "" => Some(None),
            _ => Some(Some(
                self.weekday(rest.strip_prefix(self.tongue.on_weekday)?, true)?,
            )),
        }
    }

    /// "Tuesday, Wednesday and Friday", and what follows.
    pub(super) fn days<'t>(&self, told: &'t str, soft: bool) -> Option<(Vec<i64>, &'t str)> {
        let day = |told: &'t str, soft: bool| {
            let days = (0..).zip(&self.tongue.weekdays);
            let mut found = days.filter_map(|(at, day)| {
                Some((at, told.strip_prefix(if soft { day.1 } else { day.0 })?))
            });
            found.next()
        };
        let (first, mut rest) = day(told, soft)?;
        let mut days: Vec<i64> = vec![first];
        while let Some((next, after)) = rest.strip_prefix(", ").and_then(|told| day(told, false)) {
            days.push(next);
            rest = after;
        }
        let last = self
            .after_any(rest, self.tongue.and)
            .and_then(|told| day(told, false));
        if let Some((last, after)) = last {
            days.push(last);
            rest = after;
        } else if days.len() > 1 {
            return None;
        }
        Some((days, rest))
    }

    /// A date with its weekday, which must be the day it is.
    pub(super) fn date(&self, told: &str, soft: bool) -> Option<Date> {
        let mut words = told.rsplitn(4, ' ');
        let (year, month, day) = (words.next()?, words.next()?, words.next()?);
        let weekday = self.weekday(words.next()?, soft)?;
        let month = self.tongue.months.iter().position(|name| *name == month)?;
        let month = i8::try_from(month + 1).ok()?;
        let date = Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?;
        (i64::from(date.weekday().to_monday_zero_offset()) == weekday).then_some(date)
    }

    /// A number: in words as far as the language has them, then in figures.
    pub(super) fn number(&self, told: &str) -> Option<i64> {
        let numerals = self.tongue.numerals;
        match numerals.iter().position(|numeral| *numeral == told) {
            Some(number) => i64::try_from(number).ok(),
            None => {
                let number: i64 = told.parse().ok()?;
                usize::try_from(number)
                    .is_ok_and(|number| number >= numerals.len())
                    .then_some(number)
            }
        }
    }

    pub(super) fn nights(&self, told: &str) -> Option<i64> {
        let nights = self.number(self.before_any(told, self.tongue.nights.1)?)?;
        let one = self.tongue.numerals.is_empty() || (nights == 1) == told.ends_with("night");
        one.then_some(nights)
    }

    /// The things of a list.
    pub(super) fn list(&self, told: &str) -> Vec<String> {
        let mut things: Vec<&str> = told.split(", ").collect();
        let last = things.pop().unwrap_or_default();
        let parted = self.tongue.and.iter().find_map(|and| last.split_once(and));
        match parted {
            Some((one, other)) => things.extend([one, other]),
            None => things.push(last),
        }
        things.into_iter().map(str::to_owned).collect()
    }
}
