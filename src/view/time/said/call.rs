//! Calls and letters on their days, in words. Who speaks with whom is left to the parents'
//! own words: they may mean whichever parent a child is not with.

use jiff::civil::{Date, Weekday};

use crate::case::form::{self, Time};
use crate::case::recurrence::{Channel, Schedule};
use crate::language::{Locale, capitalised};
use crate::schedule::Period;
use crate::schedule::calls::call_days;

use super::setting::{Setting, Unsaid};
use super::speech::{Part, Speech, Told};

pub(super) fn told(speech: &Speech<'_>, schedule: &Schedule) -> Result<Told, Unsaid> {
    // A child's plan has them as lines of their own.
    if speech.is_for_a_child() {
        return Ok(Told::default());
    }
    let Schedule::Indirect {
        channel,
        start,
        end,
        ..
    } = schedule
    else {
        return Ok(Told::default());
    };
    let rhythm = speech.rhythm_of_calls(schedule)?;
    let rhythm = ("rhythm", rhythm.as_str());
    let time = |time: &Time| speech.locale.time(time.0);
    let when = match (start.as_ref().map(time), end.as_ref().map(time)) {
        (Some(start), Some(end)) => {
            let places = [rhythm, ("start", &start), ("end", &end)];
            speech.fill("said.call.between", &places)?
        }
        (Some(start), None) => speech.fill("said.call.at", &[rhythm, ("start", &start)])?,
        (None, _) => rhythm.1.to_owned(),
    };
    let channel = match channel {
        Channel::Phone => "said.channel.phone",
        Channel::Video => "said.channel.video",
        Channel::Letter => "said.channel.letter",
        Channel::Gift => "said.channel.gift",
    };
    let channel = speech.fill(channel, &[])?;
    let places = [("channel", channel.as_str()), ("what", &when)];
    let key = format!("said.contact.{}", speech.register());
    let mut clause = speech.fill(&key, &places)?;
    if let Some(first) = first_call(speech.setting, schedule) {
        let date = speech.locale.weekday_date_in_text(first);
        let key = format!("said.beginning.{}", speech.register());
        clause = speech.fill(&key, &[("what", &clause), ("date", &date)])?;
    }
    let clauses = vec![clause];
    Ok(Told {
        parts: vec![Part { who: None, clauses }],
        ..Told::default()
    })
}

/// How often calls are that do not come every week, and the day of the first where that must
/// be told.
pub(crate) fn call_rhythm(
    schedule: &Schedule,
    setting: &Setting<'_>,
    locale: &Locale,
) -> Result<Option<(String, Option<form::Date>)>, Unsaid> {
    let Schedule::Indirect {
        of_month,
        cycle_weeks,
        ..
    } = schedule
    else {
        return Ok(None);
    };
    if of_month.is_empty() && cycle_weeks.is_none() {
        return Ok(None);
    }
    let speech = Speech { locale, setting };
    let rhythm = capitalised(&speech.rhythm_of_calls(schedule)?);
    Ok(Some((
        rhythm,
        first_call(setting, schedule).map(form::Date),
    )))
}

/// The day of the first call from the day on which it holds, where weeks are counted.
fn first_call(setting: &Setting<'_>, schedule: &Schedule) -> Option<Date> {
    let Schedule::Indirect {
        cycle_weeks: Some(_),
        anchor: Some(anchor),
        ..
    } = schedule
    else {
        return None;
    };
    let from = setting.from.unwrap_or(*anchor).0;
    let days = call_days(schedule, Period::years(from, 1)?);
    days.into_iter().find(|day| *day >= from)
}

impl Speech<'_> {
    /// "each alternate Sunday", "on the third Sunday of each month".
    fn rhythm_of_calls(&self, schedule: &Schedule) -> Result<String, Unsaid> {
        let Schedule::Indirect {
            days: weekdays,
            of_month,
            cycle_weeks,
            ..
        } = schedule
        else {
            return Ok(String::new());
        };
        if cycle_weeks.is_none() && !of_month.is_empty() {
            return self.days_of_month(of_month, weekdays);
        }
        let days = weekdays.iter();
        let days = days.map(|day| Weekday::Monday.wrapping_add(*day as i64));
        let days = days.map(|day| self.locale.weekday_in_text(day));
        let days = self.locale.list(&days.collect::<Vec<_>>());
        let what = [("what", days.as_str())];
        match *cycle_weeks {
            None | Some(1) => self.fill(&format!("said.each.{}", self.register()), &what),
            Some(2) => self.fill(&format!("said.alternate.{}", self.register()), &what),
            Some(weeks) => {
                let ordinal = self.fill(&format!("said.ordinal.{weeks}"), &[])?;
                self.fill("said.every", &[("ordinal", &ordinal), ("what", &days)])
            }
        }
    }
}
