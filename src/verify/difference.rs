//! What two files differ in: the sentences, the structure, what the file says of itself, and
//! what its pages look like.

use std::collections::BTreeSet;

use crate::handbook::sentences::{self, Moved, Sentence};
use crate::output::words;
use crate::pdf::{Opened, Piece, PieceKind, Printed};

/// What a file differs in from another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// The sentences that are not as they were.
    pub sentences: Vec<Moved>,
    /// The numbers of paragraphs and items are others.
    pub numbers: bool,
    /// It is read aloud in another order, or as other parts.
    pub tags: bool,
    /// Its title, its language, a bookmark or an address is another.
    pub metadata: bool,
    /// The pages that look different, from 1.
    pub looks: Vec<usize>,
    /// One of the two could not be read back.
    pub unread: bool,
}

/// A file, and the mark that stands in it.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// What stands in it.
    pub bytes: &'a [u8],
    /// The mark at the foot of its pages.
    pub mark: &'a str,
}

impl Difference {
    /// What became of a file.
    pub fn between(old: File<'_>, new: File<'_>) -> Self {
        let (Some(old), Some(new)) = (read(old), read(new)) else {
            return Difference {
                unread: true,
                ..Difference::default()
            };
        };
        let words = |printed: &Printed| of_kind(printed, PieceKind::Words);
        let mut sentences = sentences::compare(&words(&old), &words(&new));
        sentences.extend(sentences::compare(&furniture(&old), &furniture(&new)));
        let labels = |printed: &Printed| of_kind(printed, PieceKind::Label);
        let labels = |printed: &Printed| -> Vec<String> {
            labels(printed)
                .into_iter()
                .map(|label| label.text)
                .collect()
        };
        Difference {
            sentences,
            numbers: labels(&old) != labels(&new),
            tags: old.tags != new.tags,
            metadata: old.facts != new.facts,
            looks: looks(&old, &new),
            unread: false,
        }
    }

    /// Whether nothing is different but what was not looked at: the mark.
    pub fn is_mark_only(&self) -> bool {
        *self == Difference::default()
    }

    /// The pages on which a sentence moved, or where none did, those that look different.
    pub fn pages(&self) -> Vec<usize> {
        let pages = self.sentences.iter().map(|moved| moved.page);
        let pages: BTreeSet<usize> = pages.collect();
        match pages.is_empty() {
            true => self.looks.clone(),
            false => pages.into_iter().collect(),
        }
    }
}

/// The pages of which one looks unlike the other, or has none beside it.
fn looks(old: &Printed, new: &Printed) -> Vec<usize> {
    let most = old.looks.len().max(new.looks.len());
    let differ = |page: &usize| old.looks.get(*page) != new.looks.get(*page);
    let pages = (0..most).filter(differ);
    pages.map(|page| page + 1).collect()
}

/// A PDF, or what one says, as it is read back; of another text, each line is a piece.
fn read(file: File<'_>) -> Option<Printed> {
    if file.bytes.starts_with(b"%PDF") {
        return Opened::open(file.bytes).map(|pdf| pdf.read(file.mark));
    }
    let text = std::str::from_utf8(file.bytes).ok()?;
    if let Some(printed) = words::read(text) {
        return Some(printed);
    }
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let pieces = lines
        .filter(|line| !is_a_mere_name(line))
        .map(|line| Piece {
            text: line.replace(file.mark, "").trim().to_owned(),
            pages: vec![(0, 1)],
            ..Piece::default()
        });
    Some(Printed {
        pieces: pieces.collect(),
        ..Printed::default()
    })
}

/// What tells the appointments of one calendar from those of another, and says nothing.
fn is_a_mere_name(line: &str) -> bool {
    line.starts_with("UID:")
}

fn of_kind(printed: &Printed, kind: PieceKind) -> Vec<Sentence> {
    let pieces = printed.pieces.iter().filter(|piece| piece.kind == kind);
    let sentences = pieces.flat_map(|piece| {
        let split = sentences::split(&piece.text);
        split.map(|(at, text)| Sentence {
            text: text.to_owned(),
            page: piece.page(at),
        })
    });
    sentences.collect()
}

/// What heads and foots the pages, each line once: the number of a page and how many there
/// are is not what it says.
fn furniture(printed: &Printed) -> Vec<Sentence> {
    let pages = printed.looks.len().to_string();
    let mut seen = BTreeSet::new();
    let mut lines = of_kind(printed, PieceKind::Furniture);
    for line in &mut lines {
        let own = line.page.to_string();
        let words = line.text.split_whitespace().map(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            match bare == pages || bare == own {
                true => "…",
                false => word,
            }
        });
        line.text = words.collect::<Vec<_>>().join(" ");
    }
    lines.retain(|line| seen.insert(line.text.clone()));
    lines
}
