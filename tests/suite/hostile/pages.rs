//! How often a value stands on pages, as an extractor reads them.

use unicode_normalization::UnicodeNormalization as _;

/// In one spelling: an extractor composes marks, takes ligatures apart and notes where the
/// direction turns.
pub(super) fn plain(text: &str) -> Vec<char> {
    let is_turn = |c: &char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}');
    text.chars().filter(|c| !is_turn(c)).nfkc().collect()
}

/// How often a value stands on the pages, to the letter. Where a line of the page ends, the
/// value may have a space, or, after a mark like `-`, nothing.
pub(super) fn count(page: &[char], value: &str) -> usize {
    let value = plain(value);
    (0..page.len())
        .filter(|start| page[*start] == value[0] && begins(&page[*start..], &value))
        .count()
}

fn begins(page: &[char], value: &[char]) -> bool {
    let mut page = page.iter().copied().peekable();
    value.iter().all(|wanted| {
        let is_space = wanted.is_whitespace();
        let mut ended = false;
        while page.next_if_eq(&'\n').is_some() {
            ended = true;
        }
        match page.peek() {
            _ if is_space && ended => true,
            Some(' ') if is_space => page.next().is_some(),
            Some(found) if found == wanted => page.next().is_some(),
            _ => false,
        }
    })
}

/// Whether the words of a value follow one another near its mark, with those of another column
/// between them.
pub(super) fn is_parted(page: &[char], value: &str) -> bool {
    const NEAR: usize = 600;
    let words: Vec<Vec<char>> = value.split(' ').map(plain).collect();
    let begins = |start: &usize| page[*start..].starts_with(&words[0]);
    (0..page.len()).filter(begins).any(|start| {
        let mut rest = &page[start..page.len().min(start + NEAR)];
        words.iter().all(|word| {
            let found = rest.windows(word.len()).position(|part| part == word);
            rest = found.map_or(&[], |at| &rest[at + word.len()..]);
            found.is_some()
        })
    })
}
