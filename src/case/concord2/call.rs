//! A call in one line: `sunday 18:00 to 18:30`.

use std::ops::Range;

use super::line::line;
use super::month::{OF_MONTH, which};
use super::words::Words;
use crate::case::form::Misfit;

line! {
    /// On which days, from when until when.
    TimeOfCall = "concord-time-of-call"
    "On which days, from when until when; `no fixed day` where none is agreed."
    pattern "^(no fixed day|((first|second|third|fourth|last)(( and|,) (first|second|third|fourth|last))* )?(mon|tues|wednes|thurs|fri|satur|sun)day(( and|,) (mon|tues|wednes|thurs|fri|satur|sun)day)*)( from [0-9]{2}:[0-9]{2}| until [0-9]{2}:[0-9]{2}| [0-9]{2}:[0-9]{2} to [0-9]{2}:[0-9]{2})?$"
    examples ["sunday 18:00 to 18:30"]
    shown "DAY HH:MM to HH:MM"
    read read
}

/// The parts of a line, each where it stands in it.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) of_month: Vec<Range<usize>>,
    pub(super) days: Vec<Range<usize>>,
    pub(super) start: Option<Range<usize>>,
    pub(super) end: Option<Range<usize>>,
}

const FORM: &str = "write it in the form `DAY and DAY HH:MM to HH:MM`, or `DAY from HH:MM`, `DAY`; \
                    with `no fixed day` for the days if none is agreed";

pub(super) fn read(text: &str) -> Result<Parts, Misfit> {
    let mut words = Words::of(text, FORM);
    let mut parts = Parts::default();
    if words.take("no").is_some() {
        let message = "does not say `no fixed day` in full";
        words.must("fixed", message)?;
        words.must("day", message)?;
    } else {
        if words
            .next()
            .is_some_and(|word| OF_MONTH.contains(&word.text))
        {
            parts.of_month = which(&mut words)?;
        }
        loop {
            parts.days.push(words.weekday()?.range());
            if words.take_of(&["and", ","]).is_none() {
                break;
            }
        }
    }
    if words.take("from").is_some() {
        parts.start = Some(words.time()?.range());
    } else if words.take("until").is_some() {
        parts.end = Some(words.time()?.range());
    } else if words.next().is_some() {
        parts.start = Some(words.time()?.range());
        words.must("to", "has no `to` before its end")?;
        parts.end = Some(words.time()?.range());
    }
    words.end().map(|()| parts)
}
