//! What the numbered paragraphs and the terms of a copy stand for.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::packs::sheet::NUMBERED;
use crate::pages::{Layout, Part, ReadingOrder, Role};
use crate::pipeline::manuscript::Half;
use crate::templates::ThemeCall;

/// The first and the last of some numbers that follow one another.
pub(super) type Numbers = (usize, usize);

/// A call that numbers paragraphs, as every copy of the document knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The file of the template and the byte in it that writes the call.
    pub(super) line: (String, usize),
    /// The places in the case of the values that stand in it.
    pub(super) places: BTreeSet<Pointer>,
    /// The call, as the source has it, but for which paragraph says that it is in the original.
    pub(super) words: String,
    /// The numbers of its paragraphs.
    pub(super) numbers: Numbers,
}

/// The numbered paragraphs of a copy in one language, as its pages number them; `None` where
/// the pages do not tell one of the numbers.
pub(super) fn paragraphs(half: &Half, layout: &Layout) -> Option<Vec<Entry>> {
    let calls = half.rendered.calls_of(NUMBERED);
    let printed = printed(layout);
    let numbered = |call: &ThemeCall| {
        let mut numbers = printed.iter().filter_map(|(number, source)| {
            let is_here = call.source.contains(source);
            is_here.then_some(*number)
        });
        let first = numbers.next()?;
        let mut last = first;
        for number in numbers {
            // A theme that numbers in another way is not understood.
            (number == last + 1).then_some(())?;
            last = number;
        }
        Some(entry(half, call, (first, last)))
    };
    calls.iter().map(numbered).collect()
}

/// The calls that number paragraphs, each with its place among them, from 1.
pub(super) fn calls(half: &Half) -> Vec<Entry> {
    let calls = half.rendered.calls_of(NUMBERED);
    let calls = (1..).zip(&calls);
    calls
        .map(|(number, call)| entry(half, call, (number, number)))
        .collect()
}

fn entry(half: &Half, call: &ThemeCall, numbers: Numbers) -> Entry {
    let values = call.values.iter();
    let places = values.filter_map(|value| half.view.case_pointer(value.as_str()));
    Entry {
        line: (
            call.template.file.name().to_owned(),
            call.template.range.start,
        ),
        places: places.collect(),
        words: without_notes(&half.rendered.source[call.source.clone()]),
        numbers,
    }
}

/// A call without what the first of some paragraphs in the same language says of it, or another:
/// which one is the first goes by what else a copy has.
fn without_notes(call: &str) -> String {
    let without = |call: &str, name: &str| {
        let mut parts = call.split(name);
        let first = parts.next().unwrap_or_default();
        let rest = parts.map(|part| part.split_once("\";]").map_or(part, |(_, rest)| rest));
        std::iter::once(first).chain(rest).collect::<String>()
    };
    without(&without(call, ", note: [#\""), ", again: [#\"")
}

/// The terms of a view, by their numbers.
pub(super) fn terms(view: &Value) -> Vec<Entry> {
    let mut found = BTreeMap::new();
    let mut open = vec![view];
    while let Some(value) = open.pop() {
        let listed = value.get("terms").and_then(Value::as_array);
        for term in listed.into_iter().flatten() {
            if let (Some(number), Some(at)) = (term["number"].as_u64(), term["at"].as_str()) {
                found.insert(number, at.to_owned());
            }
        }
        match value {
            Value::Object(fields) => open.extend(fields.values()),
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    let entry = |(number, at): (u64, String)| {
        let number = usize::try_from(number).ok()?;
        Some(Entry {
            line: ("terms".to_owned(), 0),
            places: BTreeSet::from([Pointer::parse(&at)]),
            words: at,
            numbers: (number, number),
        })
    };
    found.into_iter().filter_map(entry).collect()
}

/// The numbers that stand before paragraphs, each with the byte of the source at which the
/// words of its paragraph begin. A list within a paragraph has numbers of its own.
fn printed(layout: &Layout) -> Vec<(usize, usize)> {
    let order = ReadingOrder::of(layout);
    let runs = |element| order.runs(order.within(element)).into_iter();
    let number = |label| {
        let signs = runs(label).flat_map(|(run, _)| run.text.chars());
        let digits: String = signs.filter(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    };
    let is_own = |list: &usize| {
        let mut around = layout.around(layout.elements[*list].parent);
        *order.role(*list) == Role::List && around.all(|one| *order.role(one) != Role::Body)
    };
    let mut found = Vec::new();
    for list in (0..layout.elements.len()).filter(is_own) {
        let parts = order.within(list).iter().filter_map(|part| match part {
            Part::Element(element) => Some(*element),
            Part::Text(..) => None,
        });
        let parts: Vec<usize> = parts.collect();
        for pair in parts.windows(2) {
            let is_item = (order.role(pair[0]), order.role(pair[1])) == (&Role::Label, &Role::Body);
            let begins = runs(pair[1]).find_map(|(run, _)| run.source);
            if let (true, Some(number), Some(begins)) = (is_item, number(pair[0]), begins) {
                found.push((number, begins));
            }
        }
    }
    found
}

/// For each entry of the court's copy the one that is it in another, if it stands there;
/// `None` where it cannot be told for one of the other's which it is.
pub(super) fn matched<'a>(own: &[Entry], other: &'a [Entry]) -> Option<Vec<Option<&'a Entry>>> {
    let mut found = vec![None; own.len()];
    for entry in other {
        let alike = Alike::of(own, other, entry);
        if alike.owns.is_empty() {
            // A line that the court's copy has no use for.
            continue;
        }
        let is_new = found[alike.same()?].replace(entry).is_none();
        is_new.then_some(())?;
    }
    Some(found)
}

/// For each entry of another copy which one of the court's it is, from 0, as far as that can be
/// told; no two are the same.
pub(super) fn places_in(own: &[Entry], other: &[Entry]) -> Vec<Option<usize>> {
    let found = other
        .iter()
        .map(|entry| Alike::of(own, other, entry).same());
    let found: Vec<Option<usize>> = found.collect();
    let is_alone = |at: &usize| found.iter().filter(|one| **one == Some(*at)).count() == 1;
    found.iter().map(|at| at.filter(is_alone)).collect()
}

/// An entry of another copy, and what both copies have of the same line of a template.
struct Alike<'a> {
    entry: &'a Entry,
    own: &'a [Entry],
    owns: Vec<usize>,
    other: &'a [Entry],
    others: Vec<usize>,
}

impl<'a> Alike<'a> {
    fn of(own: &'a [Entry], other: &'a [Entry], entry: &'a Entry) -> Self {
        let same_line = |entries: &[Entry]| {
            let same = (0..entries.len()).filter(|at| entries[*at].line == entry.line);
            same.collect::<Vec<usize>>()
        };
        let (owns, others) = (same_line(own), same_line(other));
        Alike {
            entry,
            own,
            owns,
            other,
            others,
        }
    }

    /// Which entry of the court's copy it is.
    fn same(&self) -> Option<usize> {
        let is_alone = (self.owns.len(), self.others.len()) == (1, 1);
        if self.owns.is_empty() {
            return None;
        }
        self.same_place()
            .or_else(|| self.same_words())
            .or_else(|| is_alone.then(|| self.owns[0]))
    }

    /// The one entry of the court's copy that tells of a place of the case of which no other
    /// entry of the same line tells.
    fn same_place(&self) -> Option<usize> {
        let tell = |entries: &[Entry], of: &[usize], place: &Pointer| {
            let telling = of.iter().copied();
            only(telling.filter(|at| entries[*at].places.contains(place)))
        };
        let places = self.entry.places.iter();
        let its_own = places.filter(|place| tell(self.other, &self.others, place).is_some());
        let found: BTreeSet<usize> = its_own
            .filter_map(|place| tell(self.own, &self.owns, place))
            .collect();
        only(found.into_iter())
    }

    /// The one entry of the court's copy that says the very same.
    fn same_words(&self) -> Option<usize> {
        let says_it = |one: &Entry| one.words == self.entry.words;
        let others = self.others.iter();
        let is_alone = others.filter(|at| says_it(&self.other[**at])).count() == 1;
        let owns = self.owns.iter().copied();
        let found = owns.filter(|at| says_it(&self.own[*at]));
        only(found).filter(|_| is_alone)
    }
}

/// What there is one of.
fn only<T>(mut some: impl Iterator<Item = T>) -> Option<T> {
    some.next().filter(|_| some.next().is_none())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_note_on_the_language_is_no_part_of_what_is_said() {
        let first = r#"#numbered[#original(("en"), note: [#"Saesneg";])[#"One.";]]"#;
        let next = r#"#numbered[#original(("en"))[#"One.";]]"#;
        let again = r#"#numbered[#original(("en"), again: [#"Saesneg";])[#"One.";]]"#;
        assert_eq!(super::without_notes(first), next);
        assert_eq!(super::without_notes(again), next);
        assert_eq!(super::without_notes(next), next);
    }
}
