//! `concord explain`: the page of a code, the codes that speak of a word, or the list of all
//! codes by family.

use crate::cli::args::Explain;
use crate::cli::{Exit, Terminal};
use crate::diagnostics::explain::{FAMILIES, Family, page};
use crate::diagnostics::{Code, code, nearest};

pub(in crate::cli) fn run(args: &Explain, terminal: &mut Terminal<'_>) -> Exit {
    let Some(asked) = &args.code else {
        terminal.result(list());
        return Exit::Done;
    };
    if let Some(code) = code::find(asked) {
        terminal.result(page(code).trim_end());
        return Exit::Done;
    }
    let speaking = speaking_of(asked);
    if speaking.is_empty() {
        let why = format!("there is no code `{asked}`, and no page speaks of it");
        return terminal.refuse(why, suggestion(asked));
    }
    terminal.result(speaking.join("\n"));
    Exit::Done
}

/// A line for every code whose title or page has the word: those with it in their title first.
fn speaking_of(word: &str) -> Vec<String> {
    let word = word.trim().to_lowercase();
    let below_title = |code: &Code| page(code).split_once('\n').map_or("", |(_, text)| text);
    let (titles, others): (Vec<&Code>, Vec<&Code>) = code::all()
        .filter(|code| speaks_of(code.title, &word) || speaks_of(below_title(code), &word))
        .partition(|code| speaks_of(code.title, &word));
    titles.into_iter().chain(others).map(line).collect()
}

/// Whether a text has a word, or one that begins so: `refuge` is in "refuges", and `C8` not in
/// "C80".
fn speaks_of(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let begins = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    let is_cut = |at: usize| {
        let goes_on = text[at + word.len()..].starts_with(|c: char| c.is_ascii_digit());
        word.ends_with(|c: char| c.is_ascii_digit()) && goes_on
    };
    let mut found = text.match_indices(word);
    !word.is_empty() && found.any(|(at, _)| begins(at) && !is_cut(at))
}

fn suggestion(asked: &str) -> String {
    let asked = asked.to_ascii_uppercase();
    match nearest(&asked, code::all().map(|code| code.id)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`concord explain` without a code lists them all".to_owned(),
    }
}

/// A heading per family, a line per code.
fn list() -> String {
    let families = FAMILIES
        .iter()
        .filter(|family| family.codes().next().is_some());
    let sections: Vec<String> = families.map(section).collect();
    sections.join("\n\n")
}

fn section(family: &Family) -> String {
    let lines = family.codes().map(line);
    let heading = format!("{}: {}", family.letter, family.name);
    std::iter::once(heading)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

fn line(code: &Code) -> String {
    let (id, severity) = (code.id, code.severity.word());
    format!("  {id:<4}  {severity:<7}  {}", code.title)
}
