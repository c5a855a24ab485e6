//! What a viewer shows of a file beside its pages.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, String as Text};

/// Bookmarks that are read; a file of more was not made here.
const MOST_BOOKMARKS: usize = 10_000;

/// Title, author, subject, keywords, language, bookmarks, and the addresses that can be
/// followed from a page, a line for each.
pub(super) fn read(pdf: &Pdf) -> Vec<String> {
    let mut facts = Vec::new();
    let said = pdf.metadata();
    let named = [
        ("title", &said.title),
        ("author", &said.author),
        ("subject", &said.subject),
        ("keywords", &said.keywords),
    ];
    for (name, value) in named {
        if let Some(value) = value {
            facts.push(format!("{name}: {}", text(value)));
        }
    }
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    if let Some(language) = root.as_ref().and_then(|root| root.get::<Text<'_>>("Lang")) {
        facts.push(format!("language: {}", text(language.as_bytes())));
    }
    if let Some(outline) = root.and_then(|root| root.get::<Dict<'_>>("Outlines")) {
        bookmarks(&outline, 0, &mut facts);
    }
    for page in pdf.pages().iter() {
        let annotations = page.raw().get::<Array<'_>>("Annots");
        for annotation in annotations.iter().flat_map(|all| all.iter::<Dict<'_>>()) {
            let action = annotation.get::<Dict<'_>>("A");
            let address = action.and_then(|action| action.get::<Text<'_>>("URI"));
            facts.extend(address.map(|address| format!("link: {}", text(address.as_bytes()))));
        }
    }
    facts
}

/// The words of each bookmark.
pub(super) fn bookmarked(pdf: &Pdf) -> Vec<String> {
    let mut found = Vec::new();
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    if let Some(outline) = root.and_then(|root| root.get::<Dict<'_>>("Outlines")) {
        bookmarks(&outline, 0, &mut found);
    }
    let words = found
        .iter()
        .map(|fact| fact.trim_start_matches("bookmark:").trim());
    words.map(str::to_owned).collect()
}

fn bookmarks(above: &Dict<'_>, depth: usize, facts: &mut Vec<String>) {
    let mut next = above.get::<Dict<'_>>("First");
    while let Some(bookmark) = next.filter(|_| facts.len() < MOST_BOOKMARKS && depth < 20) {
        if let Some(title) = bookmark.get::<Text<'_>>("Title") {
            let indent = "  ".repeat(depth);
            facts.push(format!("bookmark: {indent}{}", text(title.as_bytes())));
        }
        bookmarks(&bookmark, depth + 1, facts);
        next = bookmark.get::<Dict<'_>>("Next");
    }
}

/// A text of a file: UTF-16 with a mark at its head, or one byte for a sign.
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let pairs = rest.chunks_exact(2);
            let units: Vec<u16> = pairs
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        plain => plain.iter().map(|byte| char::from(*byte)).collect(),
    }
}
