//! Rhythms that are not of weeks, in one line: `first and third saturday 10:00 to 18:00` of
//! each month, and `4 on 4 off`.

use std::ops::Range;

use super::line::line;
use super::words::{Words, number};
use crate::case::form::Misfit;

line! {
    /// Which days of each month, from when until when.
    TimeOfMonth = "concord-time-of-month"
    "Which weekdays of each month, from when until when; `+1` behind the end is the day after."
    pattern "^(first|second|third|fourth|last)(( and|,) (first|second|third|fourth|last))* (mon|tues|wednes|thurs|fri|satur|sun)day [0-9]{2}:[0-9]{2} to [0-9]{2}:[0-9]{2}( [+][1-7])?$"
    examples ["first and third saturday 10:00 to 18:00"]
    shown "WHICH DAY HH:MM to HH:MM"
    read of_month
}

line! {
    /// Nights together, and nights until they begin again.
    Rota = "concord-rota"
    "So many nights together, and so many until they begin again."
    pattern "^[0-9]{1,2} on [0-9]{1,2} off$"
    examples ["4 on 4 off"]
    shown "N on N off"
    read rota
}

/// Which of the like weekdays of a month.
pub(super) const OF_MONTH: [&str; 5] = ["first", "second", "third", "fourth", "last"];

/// The parts of a line, each where it stands in it.
pub(super) struct Parts {
    pub(super) of_month: Vec<Range<usize>>,
    pub(super) day: Range<usize>,
    pub(super) start: Range<usize>,
    pub(super) end: Range<usize>,
    pub(super) days_later: Option<Range<usize>>,
}

const FORM: &str = "write it in the form `WHICH DAY HH:MM to HH:MM`; which is `first`, `second`, \
                    `third`, `fourth` or `last`, with `and` between two";

pub(super) fn of_month(text: &str) -> Result<Parts, Misfit> {
    let mut words = Words::of(text, FORM);
    let of_month = which(&mut words)?;
    let day = words.weekday()?.range();
    let start = words.time()?.range();
    words.must("to", "has no `to` before its end")?;
    let end = words.time()?.range();
    let days_later = days_later(&mut words)?;
    let parts = Parts {
        of_month,
        day,
        start,
        end,
        days_later,
    };
    words.end().map(|()| parts)
}

/// `first, second and last`.
pub(super) fn which(words: &mut Words<'_>) -> Result<Vec<Range<usize>>, Misfit> {
    let mut which = Vec::new();
    loop {
        let message = "does not say which of the month here";
        which.push(words.one_of(&OF_MONTH, message)?.range());
        if words.take_of(&["and", ","]).is_none() {
            return Ok(which);
        }
    }
}

/// How many days later it ends: the digits behind the `+`.
pub(super) fn days_later(words: &mut Words<'_>) -> Result<Option<Range<usize>>, Misfit> {
    let Some(word) = words.next() else {
        return Ok(None);
    };
    let days = word.text.strip_prefix('+').and_then(number);
    if days.is_none() {
        return Err(words.wrong("goes on where it must end"));
    }
    let word = words.any("ends")?;
    Ok(Some(word.range().start + 1..word.range().end))
}

/// The nights together and apart.
pub(super) fn rota(text: &str) -> Result<[Range<usize>; 2], Misfit> {
    let form = "write it in the form `N on N off`";
    let mut words = Words::of(text, form);
    let mut nights = |word: &str| -> Result<Range<usize>, Misfit> {
        let message = "has no number of nights here";
        let many = words.next().filter(|word| number(word.text).is_some());
        let range = many.ok_or_else(|| words.wrong(message))?.range();
        words.any(message)?;
        words.must(word, "does not say `on` and `off` behind the nights")?;
        Ok(range)
    };
    let parts = [nights("on")?, nights("off")?];
    words.end().map(|()| parts)
}
