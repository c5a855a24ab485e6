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
    /// The call, as the source has it.
    pub(super) words: String,
    /// The numbers of its paragraphs.
    pub(super) numbers: Numbers,
}

/// The numbered paragraphs of a copy in one language, as its pages number them; `None` where
/// the pages do not tell one of the numbers.
pub(super) fn paragraphs(half: &Half, layout: &Layout) -> Option<Vec<Entry>> {
    let calls = half.rendered.calls_of(NUMBERED);
    let printed = printed(layout);
    let entry = |call: &ThemeCall| {
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
        let values = call.values.iter();
        let places = values.filter_map(|value| half.view.case_pointer(value.as_str()));
        Some(Entry {
            line: (
                call.template.file.name().to_owned(),
                call.template.range.start,
            ),
            places: places.collect(),
            words: half.rendered.source[call.source.clone()].to_owned(),
            numbers: (first, last),
        })
    };
    calls.iter().map(entry).collect()
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

/// For each entry of the court's copy its numbers in another, if it stands there; `None` where
/// it cannot be told for one of the other's which it is.
pub(super) fn matched(own: &[Entry], other: &[Entry]) -> Option<Vec<Option<Numbers>>> {
    let mut numbers = vec![None; own.len()];
    for entry in other {
        let same_line = |entries: &'_ [Entry]| {
            let same = (0..entries.len()).filter(|at| entries[*at].line == entry.line);
            same.collect::<Vec<usize>>()
        };
        let (owns, others) = (same_line(own), same_line(other));
        if owns.is_empty() {
            // A line that the court's copy has no use for.
            continue;
        }
        let at = same_place(own, &owns, other, &others, entry)
            .or_else(|| same_words(own, &owns, other, &others, entry))
            .or_else(|| ((owns.len(), others.len()) == (1, 1)).then(|| owns[0]))?;
        let is_new = numbers[at].replace(entry.numbers).is_none();
        is_new.then_some(())?;
    }
    Some(numbers)
}

/// The one entry of the court's copy that tells of a place of the case of which no other
/// entry of the same line tells.
fn same_place(
    own: &[Entry],
    owns: &[usize],
    other: &[Entry],
    others: &[usize],
    entry: &Entry,
) -> Option<usize> {
    let tell = |entries: &[Entry], of: &[usize], place: &Pointer| {
        let telling = of.iter().copied();
        only(telling.filter(|at| entries[*at].places.contains(place)))
    };
    let its_own = entry
        .places
        .iter()
        .filter(|place| tell(other, others, place).is_some());
    let found: BTreeSet<usize> = its_own.filter_map(|place| tell(own, owns, place)).collect();
    only(found.into_iter())
}

/// The one entry of the court's copy that says the very same.
fn same_words(
    own: &[Entry],
    owns: &[usize],
    other: &[Entry],
    others: &[usize],
    entry: &Entry,
) -> Option<usize> {
    let says_it = |one: &Entry| one.words == entry.words;
    let is_alone = others.iter().filter(|at| says_it(&other[**at])).count() == 1;
    let found = owns.iter().copied().filter(|at| says_it(&own[*at]));
    only(found).filter(|_| is_alone)
}

/// What there is one of.
fn only<T>(mut some: impl Iterator<Item = T>) -> Option<T> {
    some.next().filter(|_| some.next().is_none())
}
