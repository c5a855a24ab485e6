//! Reads what comes round in a pattern of weeks.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::cycle::{Cycle, monday};
use super::meaning::Who;
use super::reader::Reader;

/// How far ahead the first time may lie.
const A_YEAR: i64 = 366;

/// A stay that comes round, before it is known in which week.
#[derive(Clone)]
pub(super) struct Round {
    pub(super) who: Who,
    pub(super) in_term: bool,
    period: i64,
    /// From 1, where they are counted from a Monday.
    weeks: Option<Vec<i64>>,
    /// Monday is 0; the first is the one that a date is of.
    days: Vec<i64>,
    start: Time,
    end: Time,
    midnights: Option<i64>,
    /// The day on which it ends, where a child has not yet been told the nights.
    apart: i64,
    pub(super) dated: Option<Date>,
}

/// From when until when, and on which days of the week.
pub(super) struct Span {
    start: Time,
    first: Option<i64>,
    end: Time,
    last: Option<i64>,
    next_day: bool,
    nights: Option<i64>,
}

impl Reader {
    /// Sentences about the round before them.
    pub(super) fn more_of(&self, round: &mut Round, sentence: &str) -> Option<Option<()>> {
        let tongue = self.tongue;
        if self.register == 0 {
            return None;
        }
        if let Some(date) = sentence.strip_prefix(tongue.first_is[self.register - 1]) {
            round.dated = self.date(date, true);
            return Some(
                (round.weeks.is_none() && round.period > 1)
                    .then_some(())
                    .and(round.dated.map(drop)),
            );
        }
        if let Some(date) = sentence.strip_prefix(tongue.week_one_is) {
            round.dated = self.date(date, true);
            return Some(round.weeks.as_ref().and(round.dated).map(drop));
        }
        if self.register == 1 || round.midnights.is_some() {
            return None;
        }
        let nights = match sentence.strip_prefix(tongue.sleep) {
            Some(nights) => self.nights(nights).filter(|nights| *nights > 0),
            None => (sentence == tongue.no_sleep).then_some(0),
        };
        let ends_on_that_day = |nights: &i64| (nights - round.apart).rem_euclid(7) == 0;
        let nights = nights.filter(ends_on_that_day);
        round.midnights = nights.map(|nights| nights + i64::from(round.end == Time::midnight()));
        Some(nights.map(drop))
    }

    /// A round in its weeks; its date must be that of its first time.
    pub(super) fn cycles(&self, round: &Round, in_term: bool) -> Option<Vec<Cycle>> {
        let own = monday(self.from);
        let (monday_one, weeks) = match (round.period, round.dated, &round.weeks) {
            (1, None, None) => (own, vec![0]),
            (_, Some(first), None) => {
                (self.first_of(round, first, in_term)? == first).then_some(())?;
                (monday(first), vec![0])
            }
            (period, Some(week_one), Some(weeks)) => {
                let ahead = i64::from((own - week_one).get_days());
                let in_round = (0..7 * period).contains(&ahead) && monday(week_one) == week_one;
                let rising = weeks.is_sorted_by(|one, next| one < next);
                let known = weeks.iter().all(|week| (1..=period).contains(week));
                (in_round && rising && known && weeks.len() > 1).then_some(())?;
                (week_one, weeks.iter().map(|week| week - 1).collect())
            }
            _ => return None,
        };
        let midnights = round.midnights?;
        let of_day = |&day: &i64| Cycle {
            monday: monday_one,
            period: round.period,
            weeks: weeks.clone(),
            day,
            start: round.start,
            end: round.end,
            midnights,
        };
        Some(round.days.iter().map(of_day).collect())
    }

    /// The first time that is due in step with a date, and not in a holiday.
    fn first_of(&self, round: &Round, known: Date, in_term: bool) -> Option<Date> {
        let days = (0..A_YEAR).map(|days| self.from + days.days());
        let mut due = days.filter(|day| {
            let apart = i64::from((monday(known) - monday(*day)).get_days()) / 7;
            let weekday = i64::from(day.weekday().to_monday_zero_offset());
            let hour = day.to_datetime(round.start);
            let mut holidays = self.holidays.iter();
            let rests = in_term && holidays.any(|(from, to)| *from <= hour && hour < *to);
            apart.rem_euclid(round.period) == 0 && weekday == round.days[0] && !rests
        });
        due.next()
    }

    /// "each alternate weekend from … until …, beginning on …".
    pub(super) fn round(&self, told: &str) -> Option<(Round, Option<Date>)> {
        let tongue = self.tongue;
        let (mut told, mut dated, mut counted) = (told, None, false);
        if self.register == 0 {
            for (mark, counts) in [(tongue.beginning, false), (tongue.week_one, true)] {
                if let Some((before, date)) = told.split_once(mark) {
                    (told, dated, counted) = (before, Some(self.date(date, true)?), counts);
                }
            }
        }
        let (mut round, rest) = self.rhythm(told)?;
        if self.register == 0 && dated.is_some() && counted != round.weeks.is_some() {
            return None;
        }
        let parted = [" ", ", "][self.register];
        self.placed(&mut round, self.span(rest.strip_prefix(parted)?)?)?;
        Some((round, dated))
    }

    /// How often and on which days, and what follows.
    pub(super) fn rhythm<'t>(&self, told: &'t str) -> Option<(Round, &'t str)> {
        let tongue = self.tongue;
        let (mut period, mut soft) = (1, false);
        let mut rest = told.strip_prefix(tongue.each[self.register]);
        for (words, after) in tongue.nth {
            if let Some(after_nth) = told.strip_prefix(words) {
                (period, rest) = (after, Some(after_nth));
            }
        }
        if let Some(after) = told.strip_prefix(tongue.alternate[self.register]) {
            (period, rest, soft) = (2, Some(after), true);
        }
        let mut rest = rest?;
        let weekend = if soft {
            tongue.weekend.1
        } else {
            tongue.weekend.0
        };
        let mut days = Vec::new();
        match rest.strip_prefix(weekend) {
            Some(after) => rest = after,
            None => (days, rest) = self.days(rest, soft)?,
        }
        let mut weeks = None;
        if let Some(after) = rest.strip_prefix(tongue.in_weeks) {
            let (listed, after) = after.split_once(tongue.of_weeks[self.register])?;
            let (number, after) = after.split_once(tongue.weeks)?;
            let listed: Option<Vec<i64>> = self
                .list(listed)
                .iter()
                .map(|week| week.parse().ok())
                .collect();
            weeks = Some(listed?);
            (period == 1).then_some(())?;
            (period, rest) = (self.number(number)?, after);
        }
        let round = Round {
            who: None,
            in_term: false,
            period,
            weeks,
            days,
            start: Time::midnight(),
            end: Time::midnight(),
            midnights: None,
            apart: 0,
            dated: None,
        };
        Some((round, rest))
    }

    /// Puts a span in its place on the days of a round.
    pub(super) fn placed(&self, round: &mut Round, span: Span) -> Option<()> {
        if round.days.is_empty() {
            let first = span.first.filter(|day| *day == 4 || *day == 5)?;
            span.last.filter(|day| *day == 6 || *day == 0)?;
            round.days = vec![first];
        } else if span.first.is_some() {
            return None;
        }
        (round.start, round.end) = (span.start, span.end);
        round.apart = match (span.next_day, span.last) {
            (true, _) => 1,
            (false, Some(last)) => (last - round.days[0]).rem_euclid(7),
            (false, None) => 0,
        };
        let at_midnight = i64::from(span.end == Time::midnight());
        let named = span.next_day || span.last.is_some();
        if round.days.len() > 1 && span.last.is_some() {
            return None;
        }
        if self.register == 2 {
            return Some(());
        }
        round.midnights = match span.nights {
            Some(nights) if nights < 4 || (nights - round.apart).rem_euclid(7) != 0 => return None,
            Some(nights) => Some(nights + at_midnight),
            None if named && round.apart == 0 => return None,
            None if round.apart > 3 => return None,
            None if !named && at_midnight == 0 && span.end <= span.start => return None,
            None => Some(round.apart + at_midnight),
        };
        Some(())
    }

    /// "from 3.30 pm on Friday until 8.45 am on Monday".
    pub(super) fn span(&self, told: &str) -> Option<Span> {
        let tongue = self.tongue;
        let (from, until) = told.strip_prefix(tongue.from)?.split_once(tongue.until)?;
        let (from, nights) = match from.split_once(tongue.nights.0) {
            Some((from, nights)) => (from, Some(self.nights(nights)?)),
            None => (from, None),
        };
        let (start, first) = if from == tongue.start_here {
            (Time::midnight(), None)
        } else if let Some(day) = from.strip_prefix(tongue.start_of) {
            (Time::midnight(), Some(self.weekday(day, false)?))
        } else {
            let (time, rest) = self.time(from)?;
            (time, self.on_weekday(rest)?)
        };
        let (mut last, mut next_day) = (None, false);
        let end = if until == tongue.end_here {
            Time::midnight()
        } else if let Some(day) = until.strip_prefix(tongue.end_of) {
            last = Some(self.weekday(day, false)?);
            Time::midnight()
        } else {
            let (time, rest) = self.time(until)?;
            next_day = rest == tongue.next_day;
            if !next_day {
                last = self.on_weekday(rest)?;
            }
            time
        };
        Some(Span {
            start,
            first,
            end,
            last,
            next_day,
            nights,
        })
    }
}
