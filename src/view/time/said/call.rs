//! Calls and letters on their days, in words. Who speaks with whom is left to the parents'
//! own words: they may mean whichever parent a child is not with.

use jiff::civil::Weekday;

use crate::case::form::Time;
use crate::case::recurrence::{Channel, Schedule};

use super::setting::Unsaid;
use super::speech::{Part, Speech, Told};

pub(super) fn told(speech: &Speech<'_>, schedule: &Schedule) -> Result<Told, Unsaid> {
    // A child's plan has them as lines of their own.
    if speech.is_for_a_child() {
        return Ok(Told::default());
    }
    let Schedule::Indirect {
        channel,
        days,
        start,
        end,
        ..
    } = schedule
    else {
        return Ok(Told::default());
    };
    let days = days
        .iter()
        .map(|day| Weekday::Monday.wrapping_add(*day as i64));
    let days = days.map(|day| speech.locale.weekday_in_text(day));
    let days = speech.locale.list(&days.collect::<Vec<_>>());
    let rhythm = speech.fill(
        &format!("said.each.{}", speech.register()),
        &[("what", &days)],
    )?;
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
    let clauses = vec![speech.fill(&key, &places)?];
    Ok(Told {
        parts: vec![Part { who: None, clauses }],
        ..Told::default()
    })
}
