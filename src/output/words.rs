//! What a document says, as a text: for whoever keeps that in its place, to see later what has
//! moved. A picture of each page, the structure and the facts are in it, and the mark at the
//! foot of the pages is not, which moves where nothing is seen.

use std::fmt::Write as _;

use super::Digest;
use crate::pdf::{Opened, Piece, PieceKind, Printed};

/// The first line of such a text.
const FORM: &str = "concord-words/1";

/// What follows the first point of its name.
pub const ENDING: &str = "words.txt";

/// The format of a build that writes such texts.
pub const FORMAT: &str = "words";

/// What stands before each line of a text, by what the line is.
const PIECES: [(&str, PieceKind); 3] = [
    ("words", PieceKind::Words),
    ("label", PieceKind::Label),
    ("edge", PieceKind::Furniture),
];

/// Whether a file is called as such a text is.
pub fn is_kept_as_words(file: &str) -> bool {
    let ending = file.strip_suffix(ENDING);
    ending.is_some_and(|stem| stem.ends_with('.'))
}

/// What a PDF says.
pub fn of(pdf: &Opened, mark: &str) -> String {
    written(&pdf.read(mark))
}

fn written(printed: &Printed) -> String {
    let mut text = format!("{FORM}\n");
    let mut line = |name: &str, value: &str| {
        let value = value.replace('\n', " ");
        writeln!(text, "{name}: {value}").expect("a text takes all that is written to it");
    };
    for piece in &printed.pieces {
        let names = PIECES.iter().find(|(_, kind)| *kind == piece.kind);
        let name = names.map_or("", |(name, _)| name);
        line(&format!("{name} {}", pages(piece)), &piece.text);
    }
    printed.tags.iter().for_each(|tag| line("tag", tag));
    printed.facts.iter().for_each(|fact| line("fact", fact));
    let looks = printed.looks.iter();
    let looks: Vec<String> = looks
        .map(|look| Digest::of(look.as_bytes()).mark())
        .collect();
    // On one line, since a change of the theme moves each.
    line("looks", &looks.join(" "));
    text
}

/// `3`, or `3 4@120` where page 4 begins with byte 120 of the text.
fn pages(piece: &Piece) -> String {
    let pages = piece.pages.iter().map(|(at, page)| match at {
        0 => page.to_string(),
        at => format!("{page}@{at}"),
    });
    pages.collect::<Vec<_>>().join(" ")
}

/// Such a text as it was read from a file. Nothing where it is none.
pub fn read(text: &str) -> Option<Printed> {
    let lines = text.strip_prefix(FORM)?.strip_prefix('\n')?.lines();
    let mut printed = Printed::default();
    for line in lines {
        let (name, value) = line
            .split_once(": ")
            .or(line.strip_suffix(':').map(|name| (name, "")))?;
        match name {
            "tag" => printed.tags.push(value.to_owned()),
            "fact" => printed.facts.push(value.to_owned()),
            "looks" => printed.looks.extend(
                value
                    .split(' ')
                    .filter(|look| !look.is_empty())
                    .map(str::to_owned),
            ),
            _ => printed.pieces.push(piece(name, value)?),
        }
    }
    Some(printed)
}

fn piece(name: &str, text: &str) -> Option<Piece> {
    let (name, pages) = name.split_once(' ')?;
    let (_, kind) = PIECES.iter().find(|(known, _)| *known == name)?;
    let pages = pages.split(' ').map(|page| {
        let (page, at) = page.split_once('@').unwrap_or((page, "0"));
        Some((at.parse().ok()?, page.parse().ok()?))
    });
    Some(Piece {
        kind: *kind,
        text: text.to_owned(),
        pages: pages.collect::<Option<_>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let piece = |kind, text: &str, pages: &[(usize, usize)]| Piece {
            kind,
            text: text.to_owned(),
            pages: pages.to_vec(),
        };
        let printed = Printed {
            pieces: vec![
                piece(PieceKind::Label, "1.", &[(0, 1)]),
                piece(
                    PieceKind::Words,
                    "Handover: at school. Or at home.",
                    &[(0, 1), (21, 2)],
                ),
                piece(PieceKind::Words, "", &[(0, 2)]),
                piece(PieceKind::Furniture, "Page 2 of 2", &[(0, 2)]),
            ],
            tags: vec!["Document".to_owned(), "  P".to_owned()],
            facts: vec!["title: A plan".to_owned()],
            looks: vec!["paper".to_owned(), "paper and ink".to_owned()],
        };
        let text = written(&printed);
        let again = read(&text).expect("it is such a text");
        assert_eq!(
            (&again.pieces, &again.tags, &again.facts),
            (&printed.pieces, &printed.tags, &printed.facts)
        );
        assert_eq!(again.looks.len(), 2);
        assert_ne!(again.looks[0], again.looks[1]);
        assert_eq!(read("BEGIN:VCALENDAR\n"), None);
        assert_eq!(read(&format!("{FORM}\nscrawl 1: x\n")), None);
    }

    #[test]
    fn a_text_is_told_by_its_name() {
        assert!(is_kept_as_words("LS26P00417/court/court-report.words.txt"));
        assert!(!is_kept_as_words("LS26P00417/court/court-report.txt"));
        assert!(!is_kept_as_words("LS26P00417/court/words.txt"));
    }
}
