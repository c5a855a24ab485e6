//! From when until when. Midnight is never said: it is the start or the end of a day.

use jiff::civil::{Time, Weekday};

use super::round::Round;
use super::setting::Unsaid;
use super::speech::Speech;

/// Fewer nights are told by the day on which they end; of seven, that is the day of the
/// beginning.
const NIGHTS_TOLD: i64 = 4;

pub(super) fn is_midnight(time: Time) -> bool {
    time == Time::midnight()
}

impl Speech<'_> {
    /// "from 3.30 pm until 8.45 am on Thursday": the days of a round come before it, except
    /// of a weekend, whose days are both told.
    pub(super) fn span_of(&self, round: &Round) -> Result<String, Unsaid> {
        let (from, until) = self.ends_of(round)?;
        let places = [("from", from.as_str()), ("until", until.as_str())];
        let nights = round.nights();
        if nights < NIGHTS_TOLD || self.is_for_a_child() {
            return self.fill("said.span.plain", &places);
        }
        let nights = self.count(nights, "night")?;
        let places = [&places[..], &[("nights", nights.as_str())]].concat();
        self.fill("said.span.nights", &places)
    }

    fn ends_of(&self, round: &Round) -> Result<(String, String), Unsaid> {
        let (first, weekend) = (round.days[0], round.is_weekend());
        let several = round.days.len() > 1;
        let last = first.wrapping_add(round.nights());
        let from = match (is_midnight(round.start), weekend) {
            (true, true) => self.on_weekday("said.moment.start", first),
            (true, false) => self.fill("said.moment.start-here", &[]),
            (false, true) => self.time_on(round.start, first),
            (false, false) => Ok(self.locale.time(round.start)),
        };
        let until = match (is_midnight(round.end), round.nights()) {
            (true, 0) => self.fill("said.moment.end-here", &[]),
            (true, _) => self.on_weekday("said.moment.end", last),
            (false, 0) => Ok(self.locale.time(round.end)),
            (false, _) if several => self.next_day(round.end),
            (false, _) => self.time_on(round.end, last),
        };
        Ok((from?, until?))
    }

    pub(super) fn next_day(&self, time: Time) -> Result<String, Unsaid> {
        let time = self.locale.time(time);
        self.fill("said.moment.next-day", &[("time", &time)])
    }

    fn on_weekday(&self, key: &str, day: Weekday) -> Result<String, Unsaid> {
        self.fill(key, &[("day", self.locale.weekday_in_text(day))])
    }

    pub(super) fn time_on(&self, time: Time, day: Weekday) -> Result<String, Unsaid> {
        let (time, day) = (self.locale.time(time), self.locale.weekday_in_text(day));
        self.fill("said.moment.weekday", &[("time", &time), ("day", day)])
    }

    /// A time on a day that has a date or a name, at which something begins.
    pub(super) fn start_on(&self, time: Time, day: &str) -> Result<String, Unsaid> {
        match is_midnight(time) {
            true => self.fill("said.moment.start", &[("day", day)]),
            false => self.at_time_on(time, day),
        }
    }

    pub(super) fn at_time_on(&self, time: Time, day: &str) -> Result<String, Unsaid> {
        let time = self.locale.time(time);
        self.fill("said.moment.day", &[("time", &time), ("named", day)])
    }
}
