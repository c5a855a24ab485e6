//! Where the paths of a template stand, told by its text alone: what the checker is
//! tried with must not be found by the checker.

use std::ops::Range;

/// The tags of a text that are not comments.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let starts = text.match_indices("{{").map(|(start, _)| start);
    let starts = starts.filter(|&start| !text[start..].starts_with("{{!"));
    let end = |start: usize| text[start..].find("}}").map(|end| start..start + end + 2);
    starts.filter_map(end).collect()
}

/// The paths of a template, told by where they stand and not by what the checker knows.
pub(super) fn paths(text: &str) -> Vec<Range<usize>> {
    let opened = tags(text)
        .into_iter()
        .filter(|tag| !text[tag.start + 2..].starts_with('/'));
    opened.flat_map(|tag| paths_of(text, tag)).collect()
}

fn paths_of(text: &str, tag: Range<usize>) -> Vec<Range<usize>> {
    let words = words(text, tag);
    let word = |at: usize| words.get(at).map_or("", |word| &text[word.clone()]);
    let bare = words.len() == 1;
    let given = words.iter().enumerate().filter(|&(at, _)| {
        let is_helper = (at == 0 && !bare) || word(at).starts_with(['#', '>']);
        let after_sign = at > 0 && matches!(word(at - 1), "(" | ">" | "else");
        let is_word = word(at).starts_with(|c: char| c.is_alphabetic() || matches!(c, '.' | '@'));
        let is_keyword = matches!(word(at), "else" | "as" | "null" | "true" | "false");
        let in_names = words[..at].iter().any(|word| &text[word.clone()] == "|");
        is_word && !is_helper && !after_sign && !is_keyword && !in_names && word(at + 1) != "="
    });
    given.map(|(_, word)| word.clone()).collect()
}

/// The words of a tag: quoted text whole, signs alone, `#` and `>` with what follows.
fn words(text: &str, tag: Range<usize>) -> Vec<Range<usize>> {
    let inside = tag.start + 2..tag.end - 2;
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut quoted = false;
    for (at, c) in text[inside.clone()]
        .char_indices()
        .map(|(at, c)| (inside.start + at, c))
    {
        let sign = !quoted && (c.is_whitespace() || matches!(c, '(' | ')' | '=' | '|' | '>'));
        let joins = words.last().is_some_and(|word| {
            word.end == at && !text[word.clone()].starts_with(['(', ')', '=', '|', '>'])
        });
        match (c, sign, joins) {
            (c, true, _) if c.is_whitespace() => {}
            (_, false, true) => words.last_mut().expect("it joins one").end = at + c.len_utf8(),
            _ => words.push(at..at + c.len_utf8()),
        }
        quoted ^= c == '"';
    }
    words
}
