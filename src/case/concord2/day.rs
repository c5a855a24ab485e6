//! A day of the year in one line: `christmas_eve 12:00 to 12:00 +2`.

use std::ops::Range;

use super::line::line;
use super::month::days_later;
use super::words::Words;
use crate::case::form::Misfit;

line! {
    /// Which day, from when until when.
    TimeOfDay = "concord-time-of-day"
    "Which day of the year, from when until when; `+2` behind the end is two days later. Without times it is the whole day."
    pattern "^(birthday|christmas_eve|christmas_day|boxing_day|new_years_eve|new_years_day|mothers_day|fathers_day|easter_sunday|other)( from [0-9]{2}:[0-9]{2}| until [0-9]{2}:[0-9]{2}| [0-9]{2}:[0-9]{2} to [0-9]{2}:[0-9]{2})?( [+][0-9]{1,2})?$"
    examples ["christmas_eve 12:00 to 12:00 +2", "mothers_day"]
    shown "DAY HH:MM to HH:MM"
    read read
}

/// The special days, in the words of the model.
const SPECIAL: [&str; 10] = [
    "birthday",
    "christmas_eve",
    "christmas_day",
    "boxing_day",
    "new_years_eve",
    "new_years_day",
    "mothers_day",
    "fathers_day",
    "easter_sunday",
    "other",
];

/// The parts of a line, each where it stands in it.
pub(super) struct Parts {
    pub(super) day: Range<usize>,
    pub(super) start: Option<Range<usize>>,
    pub(super) end: Option<Range<usize>>,
    pub(super) days_later: Option<Range<usize>>,
}

const FORM: &str = "write it in the form `DAY HH:MM to HH:MM`, with `+N` behind the end if it is N \
                    days later; or `DAY from HH:MM`, `DAY until HH:MM`, `DAY`";

pub(super) fn read(text: &str) -> Result<Parts, Misfit> {
    let mut words = Words::of(text, FORM);
    let day = words.one_of(&SPECIAL, "does not name a day of the year")?;
    let mut parts = Parts {
        day: day.range(),
        start: None,
        end: None,
        days_later: None,
    };
    let hour = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if words.take("from").is_some() {
        parts.start = Some(words.time()?.range());
    } else if words.take("until").is_some() {
        parts.end = Some(words.time()?.range());
    } else if words.next().is_some_and(|word| hour(word.text)) {
        parts.start = Some(words.time()?.range());
        words.must("to", "has no `to` before its end")?;
        parts.end = Some(words.time()?.range());
    }
    parts.days_later = days_later(&mut words)?;
    words.end().map(|()| parts)
}
