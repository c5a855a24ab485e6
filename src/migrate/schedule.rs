//! A schedule in the form of `concord/2`.

use super::line::{and_later, days, hours, slot, text, texts};
use super::written::Written;
use crate::case::form::Date;
use crate::reading::{Entry, Node};

/// A schedule in its new form: its fields in order, a list of lines among them.
pub(super) enum Field {
    /// A key and its value, on one line.
    One(String),
    /// A key, and below it lines.
    Lines(&'static str, Vec<String>),
}

/// What an arrangement says around its schedule.
pub(super) struct Around<'a, 'w> {
    pub(super) written: &'w Written<'a>,
    /// The one person it is about.
    pub(super) with: Option<&'a str>,
    pub(super) from: Option<&'a str>,
}

impl<'a> Around<'a, '_> {
    /// The fields of a schedule; `None` for a kind that is not known here.
    pub(super) fn fields(&self, schedule: &'a Node) -> Option<Vec<Field>> {
        let mut fields = Vec::new();
        let kind = text(schedule, "kind")?;
        for entry in schedule.entries() {
            if entry.value.is_blank() && entry.value.text().is_some() {
                continue;
            }
            match (kind, &*entry.key) {
                (_, "kind") => {}
                ("weekly", "cycle_weeks") if text(schedule, "cycle_weeks") == Some("1") => {}
                ("weekly", "anchor") if self.follows(schedule) => {}
                ("weekly", "slots") => fields.push(Field::Lines("times", self.times(schedule))),
                ("holiday", "share") => fields.extend(self.share(&entry.value)),
                ("special", "day") => {
                    let day = hours(text(schedule, "day")?, schedule);
                    fields.push(one("day", and_later(day, schedule)));
                }
                ("special", "rule") => {
                    fields.extend(entry.value.entries().iter().map(|one| self.same(one)));
                }
                ("indirect", "channel") => {
                    let line = hours(&days(schedule), schedule);
                    fields.push(one(text(schedule, "channel")?, &line));
                }
                ("monthly", "day") => {
                    let which = texts(schedule, "of_month").join(" and ");
                    let day = format!("{which} {}", text(schedule, "day")?);
                    let line = and_later(hours(&day, schedule), schedule);
                    fields.push(one("monthly", &line));
                }
                ("rota", "on") => {
                    let (on, off) = (text(schedule, "on")?, text(schedule, "off")?);
                    fields.push(one("rota", format!("{on} on {off} off")));
                }
                ("special" | "indirect" | "monthly", "start" | "end" | "end_after_days") => {}
                ("indirect", "days" | "of_month") | ("monthly", "of_month") | ("rota", "off") => {}
                ("indirect" | "monthly" | "rota", "with")
                    if entry.value.text() == self.with && self.with.is_some() => {}
                _ => fields.push(self.same(entry)),
            }
        }
        Some(fields)
    }

    /// Whether the weeks are counted from the Monday before the arrangement begins, as they
    /// are where nothing is said.
    fn follows(&self, schedule: &Node) -> bool {
        let day = |text: &str| text.parse::<Date>().ok();
        let from = self.from.and_then(day);
        let anchor = text(schedule, "anchor").and_then(day);
        let is_one_week = text(schedule, "cycle_weeks") == Some("1");
        let monday = from.and_then(|from| crate::case::concord2::monday(from.0));
        is_one_week && monday.is_some() && monday == anchor.map(|anchor| anchor.0)
    }

    /// The lines of a pattern: slots that differ by their week alone are one line.
    fn times(&self, schedule: &'a Node) -> Vec<String> {
        let cycle = text(schedule, "cycle_weeks").and_then(|weeks| weeks.parse().ok());
        let slots = schedule
            .entry("slots")
            .map_or(&[][..], |entry| entry.value.items());
        let mut lines: Vec<(String, String, Vec<u32>)> = Vec::new();
        for one in slots {
            let when = slot(one).unwrap_or_default();
            let week = text(one, "week")
                .and_then(|week| week.parse().ok())
                .unwrap_or(1);
            let with = text(one, "with").filter(|with| self.with != Some(with));
            let with = with.map(|with| format!(", with {with}"));
            let place = text(one, "place").map(|place| format!(", at {place}"));
            let behind = format!("{}{}", with.unwrap_or_default(), place.unwrap_or_default());
            let same = lines
                .iter_mut()
                .find(|(a, b, weeks)| *a == when && *b == behind && !weeks.contains(&week));
            match same {
                Some((_, _, weeks)) => weeks.push(week),
                None => lines.push((when, behind, vec![week])),
            }
        }
        let line = |(when, behind, mut weeks): (String, String, Vec<u32>)| {
            weeks.sort_unstable();
            let every: Vec<u32> = (1..=cycle.unwrap_or(1)).collect();
            let numbers: Vec<String> = weeks.iter().map(u32::to_string).collect();
            let numbers = numbers.join(" and ");
            match weeks.len() {
                _ if weeks == every => format!("{when}{behind}"),
                1 => format!("{when}, week {numbers}{behind}"),
                _ => format!("{when}, weeks {numbers}{behind}"),
            }
        };
        lines.into_iter().map(line).collect()
    }

    /// How holidays are shared, as fields of the schedule.
    fn share(&self, share: &'a Node) -> Vec<Field> {
        let mut fields = Vec::new();
        for entry in share.entries() {
            match (text(share, "by"), &*entry.key) {
                (_, "by") => {}
                (Some("halves"), "first") => fields.push(one("halves", self.value(entry))),
                (Some("whole"), "with") => fields.push(one("whole", self.value(entry))),
                (Some("dates"), "parts") => {
                    let parts = entry.value.items().iter();
                    let parts = parts.map(|part| self.dated(part));
                    fields.push(Field::Lines("dates", parts.collect()));
                }
                _ => fields.push(self.same(entry)),
            }
        }
        fields
    }

    /// A dated part of a holiday.
    fn dated(&self, part: &Node) -> String {
        let moment = |day: &str, time: &str| match (text(part, day), text(part, time)) {
            (Some(day), Some(time)) => format!("{day} {time}"),
            (Some(day), None) => day.to_owned(),
            _ => String::new(),
        };
        let (from, to) = (moment("from", "from_time"), moment("to", "to_time"));
        match text(part, "with").filter(|with| self.with != Some(with)) {
            Some(with) => format!("{{from: {from}, to: {to}, with: {with}}}"),
            None => format!("{{from: {from}, to: {to}}}"),
        }
    }

    /// A field as it stands; one over several lines as one line.
    fn same(&self, entry: &'a Entry) -> Field {
        one(&entry.key, self.value(entry))
    }

    fn value(&self, entry: &'a Entry) -> String {
        let node = &entry.value;
        let end = self.written.end(node);
        let as_it_stands = self.written.text(node.range.start..end);
        match (
            node.text(),
            as_it_stands.contains('\n') || !self.stands_alone(node),
        ) {
            (Some(text), true) => quoted(text),
            (None, true) => flow(node),
            (_, false) => as_it_stands.to_owned(),
        }
    }

    /// Whether a value can stand on the line of its key as it is.
    fn stands_alone(&self, node: &Node) -> bool {
        node.text().is_some() || self.written.is_in_brackets(node)
    }
}

fn one(key: &str, value: impl AsRef<str>) -> Field {
    Field::One(format!("{key}: {}", value.as_ref()))
}

/// A text in quotes, whatever it holds.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", text.replace('\n', "\\n"))
}

/// A list or a block in brackets.
fn flow(node: &Node) -> String {
    if let Some(text) = node.text() {
        return text.to_owned();
    }
    let items: Vec<String> = node.items().iter().map(flow).collect();
    let fields = node.entries().iter();
    let fields = fields.map(|entry| format!("{}: {}", entry.key, flow(&entry.value)));
    let fields: Vec<String> = fields.collect();
    match fields.is_empty() {
        true => format!("[{}]", items.join(", ")),
        false => format!("{{{}}}", fields.join(", ")),
    }
}
