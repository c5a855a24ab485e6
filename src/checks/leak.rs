//! Does the finished document hold what its reader may not see?
//!
//! Withholding happens before a view is made, and a template cannot undo it. The finished
//! words are searched all the same: a firm's footer, a phrase or a fault of ours could hold
//! what is kept back. Nothing here repeats it: a finding names where the secret stands in
//! the case, by its key, and the page.

use std::collections::BTreeSet;

use crate::audience::{DocumentCopy, Office};
use crate::case::Case;
use crate::case::texts::texts;
use crate::diagnostics::code::confidentiality;
use crate::diagnostics::{Pointer, Unplaced};
use crate::pages::Layout;
use crate::pdf::{self, Held};
use crate::rules::{Searched, secrets};

/// So many words one behind another are of a text, and no accident.
const RUN: usize = 8;

/// What a reader would get, part by part.
pub struct Leaving<'a> {
    /// The case.
    pub case: &'a Case,
    /// Which copy.
    pub copy: &'a DocumentCopy,
    /// The id of the document.
    pub document: &'a str,
    /// Its parts: what a message calls each, and its words.
    pub parts: Vec<(String, String)>,
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
/// Nothing where it cannot be read.
pub fn parts_of_file(pdf: &[u8]) -> Option<Vec<(String, String)>> {
    let parts = pdf::words(pdf)?.into_iter();
    let named = parts.map(|(held, words)| {
        let name = match held {
            Held::Page(number) => format!("page {number} of the file"),
            Held::Pages => "the pages of the file".to_owned(),
            Held::Beside => "what the file says beside its pages".to_owned(),
            Held::Within => "a picture within the file".to_owned(),
        };
        (name, words)
    });
    Some(named.collect())
}

/// The block of an address that a line or a postcode stands in; another place is its own.
fn address_of(at: &Pointer) -> String {
    let at = at.to_string();
    let block = at.find("/address/").map(|end| &at[..end]);
    block.unwrap_or(&at).to_owned()
}

/// Everything of a copy that its reader may not see, each secret once.
pub fn leaks(leaving: &Leaving<'_>) -> Vec<Unplaced> {
    let served = Office::of(leaving.case).serves(leaving.copy);
    let withheld = served.withheld();
    let is_kept = |at: &Pointer| withheld.iter().any(|one| at.is_within(&one.at));
    let parts = leaving.parts.iter();
    let parts: Vec<(&str, &str, Searched)> = parts
        .map(|(name, words)| (name.as_str(), words.as_str(), Searched::new(words)))
        .collect();
    let mut found: Vec<Unplaced> = Vec::new();
    let mut told = BTreeSet::new();
    let mut in_address = BTreeSet::new();
    for secret in secrets(leaving.case)
        .iter()
        .filter(|secret| is_kept(&secret.at))
    {
        let holding = parts.iter().find(|(_, _, words)| secret.is_in(words));
        let Some((part, ..)) = holding.filter(|_| told.insert(&secret.what)) else {
            continue;
        };
        // A street is a part of its address, and told with it.
        if in_address.insert((address_of(&secret.at), *part)) {
            found.push(leaving.leak(&secret.at, &secret.what, part));
        }
    }
    let texts = texts(leaving.case);
    let (kept, open): (Vec<_>, Vec<_>) = texts.iter().partition(|text| is_kept(&text.at));
    let open: Vec<String> = open.iter().map(|text| plain(&text.text)).collect();
    let parts: Vec<(&str, String)> = parts
        .iter()
        .map(|(name, words, _)| (*name, plain(words)))
        .collect();
    for text in kept {
        let runs = runs(&text.text);
        let mut runs = runs
            .iter()
            .filter(|run| !open.iter().any(|text| text.contains(*run)));
        let holding = runs.find_map(|run| parts.iter().find(|(_, words)| words.contains(run)));
        if let Some((part, _)) = holding {
            let what = "holds words that are kept from its reader";
            found.push(leaving.leak(&text.at, what, part));
        }
    }
    found
}

impl Leaving<'_> {
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
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    format!(" {} ", words.join(" "))
}

/// Every run of so many words of a text; a shorter text has none.
fn runs(text: &str) -> Vec<String> {
    let plain = plain(text);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let runs = words.windows(RUN).map(|run| format!(" {} ", run.join(" ")));
    runs.collect()
}
