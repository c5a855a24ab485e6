//! A stretch of the week in one line: `friday 15:30 to monday 08:45, week 1`.

use std::ops::Range;

use super::line::line;
use super::tree::{block, field, value};
use super::words::{Words, from_monday};
use crate::case::form::Misfit;
use crate::diagnostics::SourceFile;
use crate::reading::{Entry, Node};

line! {
    /// When it begins and ends, in which weeks, with whom and where.
    TimeOfWeek = "concord-time-of-week"
    "From what day and hour until what day and hour the children are with the person; behind commas the weeks of the pattern, where not every week, with whom, where that is not the person of the arrangement, and where."
    pattern "^(mon|tues|wednes|thurs|fri|satur|sun)day [0-9]{2}:[0-9]{2} to ((mon|tues|wednes|thurs|fri|satur|sun)day )?[0-9]{2}:[0-9]{2}(, weeks? [0-9]{1,2}( and [0-9]{1,2})*)?(, with [a-z][a-z0-9_-]*)?(, at [a-z][a-z0-9_-]*)?$"
    examples ["friday 15:30 to monday 08:45, week 1"]
    shown "DAY HH:MM to DAY HH:MM"
    read read
}

/// The parts of a line, each where it stands in it.
pub(super) struct Parts {
    day: Range<usize>,
    start: Range<usize>,
    end_day: Option<Range<usize>>,
    end: Range<usize>,
    weeks: Vec<Range<usize>>,
    with: Option<Range<usize>>,
    place: Option<Range<usize>>,
}

const FORM: &str = "write it in the form `DAY HH:MM to DAY HH:MM`, and behind commas what is to be \
                    said of `week N`, `with ID` and `at ID`, in this order";

pub(super) fn read(text: &str) -> Result<Parts, Misfit> {
    let mut words = Words::of(text, FORM);
    let day = words.weekday()?.range();
    let start = words.time()?.range();
    words.must("to", "has no `to` before its end")?;
    let begins_with_a_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let end_day = match words.next() {
        Some(word) if !begins_with_a_digit(word.text) => Some(words.weekday()?.range()),
        _ => None,
    };
    let end = words.time()?.range();
    let mut parts = Parts {
        day,
        start,
        end_day,
        end,
        weeks: Vec::new(),
        with: None,
        place: None,
    };
    if is_said(&mut words, &["week", "weeks"])? {
        parts.weeks = words.numbers()?;
    }
    if is_said(&mut words, &["with"])? {
        parts.with = Some(words.id()?.range());
    }
    if is_said(&mut words, &["at"])? {
        parts.place = Some(words.id()?.range());
    }
    words.end().map(|()| parts)
}

/// Whether behind a comma one of these words comes next.
fn is_said(words: &mut Words<'_>, named: &[&str]) -> Result<bool, Misfit> {
    let mut ahead = words.clone();
    if ahead.take(",").is_none() {
        return Ok(false);
    }
    let known = ["week", "weeks", "with", "at"];
    let is_known = ahead.next().is_some_and(|word| known.contains(&word.text));
    if !is_known {
        return Err(ahead.wrong("says something behind a comma that is not known here"));
    }
    let is_named = ahead.take_of(named).is_some();
    if is_named {
        *words = ahead;
    }
    Ok(is_named)
}

/// The slots of a line: one in each week it is of.
pub(super) fn slots(
    line: &Node,
    cycle_weeks: u32,
    with: Option<&Node>,
    file: &SourceFile,
) -> Option<Vec<Slot>> {
    let text = line.text()?;
    let parts = read(text).ok()?;
    let node = |part: &Range<usize>| value(&text[part.clone()], line.part(file, part));
    let person = match &parts.with {
        Some(part) => node(part),
        None => with?.clone(),
    };
    let named: Vec<Node> = parts.weeks.iter().map(node).collect();
    let every = (1..=cycle_weeks).map(|week| value(week.to_string(), line.range.clone()));
    let weeks = match named.is_empty() {
        true => every.collect(),
        false => named,
    };
    let slots = weeks.into_iter().map(|week| {
        let order = (
            week.text()?.parse().ok()?,
            from_monday(&text[parts.day.clone()])?,
        );
        let mut entries: Vec<Entry> = Vec::new();
        let mut add = |key: &str, node: Node| {
            let at = node.range.clone();
            entries.push(field(key, &at, node));
        };
        add("week", week);
        add("day", node(&parts.day));
        add("start", node(&parts.start));
        if let Some(end_day) = &parts.end_day {
            add("end_day", node(end_day));
        }
        add("end", node(&parts.end));
        add("with", person.clone());
        if let Some(place) = &parts.place {
            add("place", node(place));
        }
        Some(Slot {
            order,
            start: text[parts.start.clone()].to_owned(),
            node: block(entries, &line.range),
        })
    });
    slots.collect()
}

/// A slot of the model, and where in the pattern it comes.
pub(super) struct Slot {
    pub(super) order: (u32, usize),
    pub(super) start: String,
    pub(super) node: Node,
}
