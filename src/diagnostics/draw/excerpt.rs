//! A line of a source, fit to be shown: nothing invisible left in it, and no
//! longer than a reader can take in.
//!
//! A case file may hold anything. A megabyte on one line must not be printed, and
//! an escape code or a right-to-left override must not work on the terminal of
//! the person who looks for it.

use std::borrow::Cow;
use std::ops::Range;

use crate::diagnostics::characters::hidden;
use crate::diagnostics::{Place, SourceFile};

/// Characters of a line that are read aloud at most.
const WIDTH: usize = 100;
/// Characters kept before what is wrong, where a line has to be cut.
const LEAD: usize = 40;
/// Unicode's pictures of the control characters stand this far behind them.
const CONTROL_PICTURES: u32 = 0x2400;
/// What stands where a line was cut.
const CUT: &str = "…";

/// The text with every character that cannot be seen, or that would steer the
/// terminal, written as `<U+202E>`; a tab becomes four spaces.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\t' => shown.push_str("    "),
            unseen if is_hidden(unseen) => {
                shown.push_str(&format!("<U+{:04X}>", u32::from(unseen)));
            }
            other => shown.push(other),
        }
    }
    Cow::Owned(shown)
}

/// The text with one visible sign for each character that cannot be seen, so that a
/// caret below it still points right; a tab is left to who draws the caret.
pub(super) fn masked(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\t' => character,
            '\0'..='\u{1f}' => {
                char::from_u32(u32::from(character) + CONTROL_PICTURES).unwrap_or('�')
            }
            unseen if is_hidden(unseen) => '�',
            other => other,
        })
        .collect()
}

/// What cannot be seen, line ends and tabs among it.
fn is_hidden(character: char) -> bool {
    character.is_control() || hidden(character).is_some()
}

/// A line without its end, however the file ends its lines.
pub(super) fn line_text(file: &SourceFile, number: usize) -> &str {
    let line = file.line(number);
    line.strip_suffix('\r').unwrap_or(line)
}

/// The line on which a place begins, and the part of it that belongs to the place.
/// A place of many lines is known by its first.
pub(super) fn first_line(place: &Place) -> (&str, Range<usize>) {
    let number = place.start().line;
    let begin = place.file.offset(number, 1);
    let line = line_text(&place.file, number);
    let within = |byte: usize| line.floor_char_boundary(byte.saturating_sub(begin));
    (line, within(place.range.start)..within(place.range.end))
}

/// The line as it is read aloud: whole if it is short, else what surrounds the mark
/// (a range of its bytes), with nothing hidden left in it.
pub(super) fn cut(line: &str, mark: Range<usize>) -> String {
    let is_long = line.chars().nth(WIDTH).is_some();
    let start = if is_long {
        characters_back(&line[..mark.start], LEAD)
    } else {
        0
    };
    let rest = &line[start..];
    let end = rest.char_indices().nth(WIDTH).map(|(at, _)| at);
    let before = if start > 0 { CUT } else { "" };
    let after = if end.is_some() { CUT } else { "" };
    let kept = rest[..end.unwrap_or(rest.len())].trim();
    format!("{before}{}{after}", visible(kept))
}

/// The offset that lies this many characters before the end of the text.
fn characters_back(text: &str, count: usize) -> usize {
    text.char_indices()
        .rev()
        .take(count)
        .last()
        .map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(
            visible("a\tb\u{1b}[31m\u{202e}"),
            "a    b<U+001B>[31m<U+202E>"
        );
        assert!(matches!(visible("Siân"), Cow::Borrowed("Siân")));
    }

    #[test]
    fn masking_moves_no_column() {
        let text = "\t\u{1b}ŵ\u{9b}\u{feff}";
        assert_eq!(masked(text), "\t␛ŵ��");
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let line = format!("{}HERE{}", "ŵ".repeat(5_000), "â".repeat(5_000));
        let at = line.find("HERE").expect("it stands in the line");
        let text = cut(&line, at..at + 4);
        assert_eq!(text.chars().count(), WIDTH + 2);
        assert!(text.contains("ŵHEREâ"));
        assert_eq!(cut("  short", 2..7), "short");
    }
}
