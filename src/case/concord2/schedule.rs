//! A schedule as the model has it: its lines taken apart, its kind named.

use std::ops::Range;
use std::sync::Arc;

use super::tree::{block, field, list, said, value};
use super::week::{Slot, slots};
use super::words::{monday, number};
use super::{call, day, holiday, month};
use crate::case::form::Date;
use crate::diagnostics::{Diagnostic, Findings, SourceFile, code};
use crate::reading::{Entry, Node};

/// What the arrangement says around its schedule.
pub(super) struct Around<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    /// The person it is about, where it is about one.
    pub(super) with: Option<&'a Node>,
    pub(super) from: Option<&'a Node>,
}

/// The channels of a call, each a field of its own.
pub(super) const CHANNELS: [&str; 4] = ["phone", "video", "letter", "gift"];

impl Around<'_> {
    /// The schedule as the model has it.
    pub(super) fn spelt(&self, schedule: &Node, findings: &mut Findings) -> Node {
        let is = |key: &str| schedule.entry(key);
        let channel = CHANNELS.iter().find_map(|key| is(key));
        let entries = if let Some(times) = is("times") {
            self.weekly(schedule, times, findings)
        } else if let Some(line) = is("monthly") {
            self.monthly(schedule, line, findings)
        } else if let Some(line) = is("rota") {
            self.rota(schedule, line, findings)
        } else if let Some(periods) = is("periods") {
            let spelt = holiday::spelt(schedule, self.with, self.file);
            kind("holiday", &periods.key_range, spelt)
        } else if let Some(line) = is("day") {
            self.special(schedule, line)
        } else if let Some(line) = channel {
            self.call(schedule, line, findings)
        } else {
            kind("handover", &schedule.range, schedule.entries().to_vec())
        };
        block(entries, &schedule.range)
    }

    fn weekly(&self, schedule: &Node, times: &Entry, findings: &mut Findings) -> Vec<Entry> {
        let mut spelt = others(schedule, &["times"]);
        let at = &times.key_range;
        let cycle = said(schedule, "cycle_weeks");
        let weeks = cycle.and_then(|entry| number(entry.value.text()?));
        let weeks = weeks.unwrap_or(1);
        if cycle.is_none() {
            spelt.push(field("cycle_weeks", at, value("1", at.clone())));
        }
        if said(schedule, "anchor").is_none() {
            match self.first_monday().filter(|_| weeks == 1) {
                Some(monday) => spelt.push(field("anchor", at, monday)),
                None => findings.push(self.not_said(
                    at,
                    "these weeks are counted from no day",
                    "add `anchor: YYYY-MM-DD`, the Monday on which a week 1 begins",
                )),
            }
        }
        let mut all: Vec<Slot> = Vec::new();
        for line in times.value.items() {
            match slots(line, weeks, self.with, self.file) {
                Some(slots) => all.extend(slots),
                None => findings.push(self.with_whom(&line.range)),
            }
        }
        all.sort_by(|a, b| (a.order, &a.start).cmp(&(b.order, &b.start)));
        let all = all.into_iter().map(|slot| slot.node).collect();
        spelt.push(field("slots", at, list(all, at)));
        kind("weekly", at, spelt)
    }

    /// The Monday of the week of the day from which the arrangement holds.
    fn first_monday(&self) -> Option<Node> {
        let from = self.from?;
        let day: Date = from.text()?.parse().ok()?;
        let monday = Date(monday(day.0)?);
        Some(value(monday.to_string(), from.range.clone()))
    }

    fn monthly(&self, schedule: &Node, line: &Entry, findings: &mut Findings) -> Vec<Entry> {
        let mut spelt = others(schedule, &["monthly"]);
        let text = line.value.text().unwrap_or_default();
        if let Ok(parts) = month::of_month(text) {
            let which = holiday::parts_of(&line.value, &parts.of_month, self.file);
            spelt.push(field("of_month", &line.key_range, which));
            self.add(&mut spelt, line, "day", Some(&parts.day));
            self.add(&mut spelt, line, "start", Some(&parts.start));
            self.add(&mut spelt, line, "end", Some(&parts.end));
            let later = parts.days_later.as_ref();
            self.add(&mut spelt, line, "end_after_days", later);
        }
        self.person(&mut spelt, schedule, line, findings);
        kind("monthly", &line.key_range, spelt)
    }

    fn rota(&self, schedule: &Node, line: &Entry, findings: &mut Findings) -> Vec<Entry> {
        let mut spelt = others(schedule, &["rota"]);
        let text = line.value.text().unwrap_or_default();
        if let Ok([on, off]) = month::rota(text) {
            self.add(&mut spelt, line, "on", Some(&on));
            self.add(&mut spelt, line, "off", Some(&off));
        }
        self.person(&mut spelt, schedule, line, findings);
        kind("rota", &line.key_range, spelt)
    }

    fn special(&self, schedule: &Node, line: &Entry) -> Vec<Entry> {
        let mut spelt = others(schedule, &["day", "every", "even", "odd"]);
        let text = line.value.text().unwrap_or_default();
        if let Ok(parts) = day::read(text) {
            self.add(&mut spelt, line, "day", Some(&parts.day));
            self.add(&mut spelt, line, "start", parts.start.as_ref());
            self.add(&mut spelt, line, "end", parts.end.as_ref());
            let later = parts.days_later.as_ref();
            self.add(&mut spelt, line, "end_after_days", later);
        }
        let at = &line.key_range;
        let nobody = || field("rule", at, block(Vec::new(), at));
        spelt.push(holiday::rule(schedule).unwrap_or_else(nobody));
        kind("special", at, spelt)
    }

    fn call(&self, schedule: &Node, line: &Entry, findings: &mut Findings) -> Vec<Entry> {
        let mut spelt = others(schedule, &CHANNELS);
        let at = &line.key_range;
        spelt.push(field("channel", at, value(&*line.key, at.clone())));
        let text = line.value.text().unwrap_or_default();
        if let Ok(parts) = call::read(text) {
            let days = holiday::parts_of(&line.value, &parts.days, self.file);
            spelt.push(field("days", at, days));
            if !parts.of_month.is_empty() {
                let which = holiday::parts_of(&line.value, &parts.of_month, self.file);
                spelt.push(field("of_month", at, which));
            }
            self.add(&mut spelt, line, "start", parts.start.as_ref());
            self.add(&mut spelt, line, "end", parts.end.as_ref());
        }
        self.person(&mut spelt, schedule, line, findings);
        kind("indirect", at, spelt)
    }

    /// Adds a part of a line, where the line has it.
    fn add(&self, spelt: &mut Vec<Entry>, line: &Entry, key: &str, part: Option<&Range<usize>>) {
        let text = line.value.text().unwrap_or_default();
        if let Some(part) = part {
            let at = line.value.part(self.file, part);
            let node = value(&text[part.clone()], at.clone());
            spelt.push(field(key, &at, node));
        }
    }

    /// Adds the person of the arrangement, where the schedule names none of its own.
    fn person(
        &self,
        spelt: &mut Vec<Entry>,
        schedule: &Node,
        line: &Entry,
        findings: &mut Findings,
    ) {
        match (said(schedule, "with"), self.with) {
            (Some(_), _) => {}
            (None, Some(with)) => spelt.push(field("with", &with.range, with.clone())),
            (None, None) => findings.push(self.with_whom(&line.key_range)),
        }
    }

    fn with_whom(&self, at: &Range<usize>) -> Diagnostic {
        self.not_said(
            at,
            "nothing says with whom the children then are",
            "name one person in `with` of the arrangement, or here: `, with ID` behind a line of \
             `times`, `with: ID` beside another schedule",
        )
    }

    fn not_said(&self, at: &Range<usize>, message: &str, help: &str) -> Diagnostic {
        let place = crate::diagnostics::Place::new(self.file, at.clone());
        Diagnostic::new(&code::model::NOT_SAID, message)
            .at(place)
            .help(help)
    }
}

/// The fields of a schedule but for these.
fn others(schedule: &Node, but: &[&str]) -> Vec<Entry> {
    let others = schedule.entries().iter();
    others
        .filter(|entry| !but.contains(&entry.key.as_str()))
        .cloned()
        .collect()
}

/// The fields behind the kind that they make.
fn kind(kind: &str, at: &Range<usize>, mut fields: Vec<Entry>) -> Vec<Entry> {
    fields.insert(0, field("kind", at, value(kind, at.clone())));
    fields
}
