//! Does the finished document hold what its reader may not see?
//!
//! Withholding happens before a view is made, and a template cannot undo it. The finished
//! words are searched all the same: a firm's footer, a phrase or a fault of ours could hold
//! what is kept back. Nothing here repeats it: a finding names where the secret stands in
//! the case, by its key, and the page.

use std::collections::{BTreeMap, BTreeSet};

use crate::audience::{DocumentCopy, Office};
use crate::case::Case;
use crate::case::texts::texts;
use crate::diagnostics::code::confidentiality;
use crate::diagnostics::{Pointer, Unplaced};
use crate::pages::Layout;
use crate::pdf::{Held, Opened};
use crate::rules::{Searched, Secret, secrets};

/// So many words one behind another are of a text, and no accident.
const RUN: usize = 8;

/// What some reader or other may not see of a case, made ready once for all of its copies.
pub struct Sought {
    secrets: Vec<Secret>,
    texts: Vec<Words>,
}

impl std::fmt::Debug for Sought {
    /// Never a word of it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sought").finish_non_exhaustive()
    }
}

/// The words of a text, as [`plain`] has them.
struct Words {
    at: Pointer,
    words: String,
}

/// A search for what the reader of one copy may not see.
pub struct Search<'a> {
    case: &'a Case,
    copy: &'a DocumentCopy,
    document: &'a str,
    secrets: Vec<&'a Secret>,
    /// The texts that are kept back.
    kept: Vec<&'a Words>,
    /// Their runs of words that no text has which the reader gets.
    runs: BTreeSet<&'a str>,
}

/// The parts of a laid-out document: its pages, and what a viewer shows beside them.
pub fn parts_of(layout: &Layout) -> Vec<(String, String)> {
    let pages = (1..).zip(&layout.pages).map(|(number, page)| {
        let runs: Vec<&str> = page.runs.iter().map(|run| run.text.as_str()).collect();
        let beside = page.links.iter().chain(&page.alt_texts).map(String::as_str);
        let words = [runs, beside.collect()].concat().join(" ");
        (format!("page {number}"), words)
    });
    let named = [&layout.title, &layout.description].into_iter().flatten();
    let named = named.chain(&layout.authors).chain(&layout.keywords);
    let outline = layout.outline.iter().map(|entry| &entry.text);
    let stood_for = layout.elements.iter().filter_map(|one| one.alt.as_ref());
    let beside = named.chain(outline).chain(stood_for);
    let beside: Vec<&str> = beside.map(String::as_str).collect();
    pages
        .chain([
            ("the pages".to_owned(), layout.reading_text()),
            (
                "what a viewer shows beside the pages".to_owned(),
                beside.join("\n"),
            ),
        ])
        .collect()
}

/// The parts of a finished PDF, read back by another program than the one that wrote it.
pub fn parts_of_file(pdf: &Opened) -> Vec<(String, String)> {
    let parts = pdf.words().into_iter();
    let named = parts.map(|(held, words)| {
        let name = match held {
            Held::Page(number) => format!("page {number} of the file"),
            Held::Pages => "the pages of the file".to_owned(),
            Held::Beside => "what the file says beside its pages".to_owned(),
            Held::Within => "a picture within the file".to_owned(),
        };
        (name, words)
    });
    named.collect()
}

/// The block of an address that a line or a postcode stands in; another place is its own.
fn address_of(at: &Pointer) -> String {
    let at = at.to_string();
    let block = at.find("/address/").map(|end| &at[..end]);
    block.unwrap_or(&at).to_owned()
}

impl Sought {
    /// What there is to look for in a case.
    pub fn of(case: &Case) -> Self {
        let texts = texts(case).into_iter().map(|text| Words {
            words: plain(&text.text),
            at: text.at,
        });
        Sought {
            secrets: secrets(case),
            texts: texts.collect(),
        }
    }
}

impl<'a> Search<'a> {
    /// What the reader of a copy of a document, by its id, may not see.
    pub fn of(
        case: &'a Case,
        sought: &'a Sought,
        copy: &'a DocumentCopy,
        document: &'a str,
    ) -> Self {
        let withheld = Office::of(case).serves(copy).withheld();
        let is_kept = |at: &Pointer| withheld.iter().any(|one| at.is_within(&one.at));
        let secrets = sought.secrets.iter().filter(|one| is_kept(&one.at));
        let (kept, open): (Vec<_>, Vec<_>) =
            sought.texts.iter().partition(|text| is_kept(&text.at));
        let mut kept_runs: BTreeSet<&str> =
            kept.iter().flat_map(|text| runs(&text.words)).collect();
        if !kept_runs.is_empty() {
            for run in open.iter().flat_map(|text| runs(&text.words)) {
                kept_runs.remove(run);
            }
        }
        Search {
            case,
            copy,
            document,
            secrets: secrets.collect(),
            kept,
            runs: kept_runs,
        }
    }

    /// Everything in the parts of a copy that its reader may not see, each secret once. A part
    /// is what a message calls it, and its words.
    pub fn leaks(&self, parts: &[(String, String)]) -> Vec<Unplaced> {
        let mut found = self.details(parts);
        found.extend(self.texts(parts));
        found
    }

    /// The details and places that are kept back.
    fn details(&self, parts: &[(String, String)]) -> Vec<Unplaced> {
        let mut found: Vec<Unplaced> = Vec::new();
        if self.secrets.is_empty() {
            return found;
        }
        let parts = parts.iter();
        let parts: Vec<(&str, Searched)> = parts
            .map(|(name, words)| (name.as_str(), Searched::new(words)))
            .collect();
        let mut told = BTreeSet::new();
        let mut in_address = BTreeSet::new();
        for secret in &self.secrets {
            let holding = parts.iter().find(|(_, words)| secret.is_in(words));
            let Some((part, _)) = holding.filter(|_| told.insert(&secret.what)) else {
                continue;
            };
            // A street is a part of its address, and told with it.
            if in_address.insert((address_of(&secret.at), *part)) {
                found.push(self.leak(&secret.at, &secret.what, part));
            }
        }
        found
    }

    /// The texts that are kept back.
    fn texts(&self, parts: &[(String, String)]) -> Vec<Unplaced> {
        if self.runs.is_empty() {
            return Vec::new();
        }
        let mut holding: BTreeMap<&str, &str> = BTreeMap::new();
        for (part, words) in parts {
            for run in runs(&plain(words)) {
                if let Some(run) = self.runs.get(run) {
                    holding.entry(run).or_insert(part);
                }
            }
        }
        let leaks = self.kept.iter().filter_map(|text| {
            let part = runs(&text.words).find_map(|run| holding.get(run))?;
            let what = "holds words that are kept from its reader";
            Some(self.leak(&text.at, what, part))
        });
        leaks.collect()
    }

    fn leak(&self, at: &Pointer, what: &str, part: &str) -> Unplaced {
        let reader = self.copy.reader.word(self.case);
        let message = format!(
            "the finished `{}` for `{reader}` {what}: {part}",
            self.document
        );
        let mut leak = Unplaced::new(&confidentiality::LEAK, at.clone(), message);
        leak.withhold()
            .caption("this is kept back")
            .help("it came from a template or a phrase: take it out there; nothing was written");
        leak
    }
}

/// The words of a text in small letters, one space between them.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let words = text.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        match word.is_ascii() {
            true => plain.extend(word.chars().map(|c| c.to_ascii_lowercase())),
            false => plain.push_str(&word.to_lowercase()),
        }
    }
    plain
}

/// Every run of so many words of a [`plain`] text; a shorter text has none.
fn runs(plain: &str) -> impl Iterator<Item = &str> {
    let starts = plain.match_indices(' ').map(|(at, _)| at + 1);
    let starts = std::iter::once(0).chain(starts);
    let ends = plain.match_indices(' ').map(|(at, _)| at);
    let ends = ends.chain([plain.len()]).skip(RUN - 1);
    starts.zip(ends).map(|(start, end)| &plain[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_so_many_words() {
        let text = plain("One, two: three\nfour—five SIX (seven) Eight. Nîne!");
        assert_eq!(
            runs(&text).collect::<Vec<_>>(),
            [
                "one two three four five six seven eight",
                "two three four five six seven eight nîne"
            ]
        );
        assert_eq!(runs(&plain("one two three four five six seven")).count(), 0);
        assert_eq!(runs("").count(), 0);
    }
}
