//! The lines of `concord/2`, written from fields of `concord/1`.

use crate::reading::Node;

/// The text of a field that says something.
pub(super) fn text<'n>(block: &'n Node, key: &str) -> Option<&'n str> {
    let entry = block.entry(key).filter(|entry| !entry.value.is_blank())?;
    entry.value.text()
}

/// The texts of a list.
pub(super) fn texts<'n>(block: &'n Node, key: &str) -> Vec<&'n str> {
    let items = block
        .entry(key)
        .map_or(&[][..], |entry| entry.value.items());
    items.iter().filter_map(Node::text).collect()
}

/// A slot without its week: `friday 15:30 to monday 08:45`.
pub(super) fn slot(slot: &Node) -> Option<String> {
    let (day, start, end) = (text(slot, "day")?, text(slot, "start")?, text(slot, "end")?);
    Some(match text(slot, "end_day") {
        Some(end_day) => format!("{day} {start} to {end_day} {end}"),
        None => format!("{day} {start} to {end}"),
    })
}

/// Times of day behind the day they are of.
pub(super) fn hours(day: &str, block: &Node) -> String {
    match (text(block, "start"), text(block, "end")) {
        (Some(start), Some(end)) => format!("{day} {start} to {end}"),
        (Some(start), None) => format!("{day} from {start}"),
        (None, Some(end)) => format!("{day} until {end}"),
        (None, None) => day.to_owned(),
    }
}

/// The same with the days that it ends later: ` +2`.
pub(super) fn and_later(line: String, block: &Node) -> String {
    match text(block, "end_after_days") {
        Some(days) if days != "0" => format!("{line} +{days}"),
        _ => line,
    }
}

/// The days of a call, those of the month among them before.
pub(super) fn days(block: &Node) -> String {
    let days = texts(block, "days");
    let which = texts(block, "of_month");
    match (days.is_empty(), which.is_empty()) {
        (true, _) => "no fixed day".to_owned(),
        (false, true) => days.join(" and "),
        (false, false) => format!("{} {}", which.join(" and "), days.join(" and ")),
    }
}
