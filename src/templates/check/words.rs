//! Where every word of a tag stands.
//!
//! The tree knows the place of a tag and nothing of the words in it; a finding
//! should point at the very word. So the tag's text is read once more, for places
//! alone: what a word means is decided by the tree, never here.

use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use crate::diagnostics::Place;

/// The places of a name and of what is given to it, in a tag or in parentheses.
#[derive(Debug)]
pub(super) struct Call {
    /// All of it.
    pub(super) whole: Place,
    /// The helper, partial or path.
    pub(super) name: Place,
    /// What stands behind it, in order.
    params: Vec<Argument>,
    /// What stands behind it as `name=value`.
    named: Vec<(Place, Argument)>,
}

/// The place of one parameter.
#[derive(Debug)]
pub(super) enum Argument {
    /// A path or a literal.
    Word(Place),
    /// `(helper …)`.
    Call(Call),
}

impl Call {
    /// Reads a tag that Handlebars has accepted.
    pub(super) fn of(tag: &Place) -> Self {
        let text = tag.text();
        let inside = text.trim_matches(['{', '}']).trim_matches('~');
        let words = inside.trim_start_matches(|c: char| c.is_whitespace() || "#*>^".contains(c));
        let words = words.strip_prefix("else").unwrap_or(words);
        let start = tag.range.start + (words.as_ptr() as usize - text.as_ptr() as usize);
        let words = split(tag, start..start + words.len());
        Call::read(&mut words.into_iter().peekable(), tag.clone())
    }

    /// The place of a parameter; the whole call for one that has none of its own.
    pub(super) fn param(&self, at: usize) -> &Place {
        self.params.get(at).map_or(&self.whole, Argument::place)
    }

    /// The places inside a parameter that is a call.
    pub(super) fn inner(&self, at: usize) -> &Call {
        self.params.get(at).and_then(Argument::call).unwrap_or(self)
    }

    /// The place of a name before `=`, and of the value behind it.
    pub(super) fn named(&self, name: &str) -> Option<&(Place, Argument)> {
        self.named.iter().find(|(key, _)| key.text() == name)
    }

    /// Reads up to a closing parenthesis, block parameters, or the end.
    fn read(words: &mut Peekable<IntoIter<Place>>, mut whole: Place) -> Self {
        let name = words.next().unwrap_or_else(|| whole.clone());
        let (mut params, mut named) = (Vec::new(), Vec::new());
        if name.text() == "(" {
            params.push(Argument::read(words, name.clone()));
        }
        while let Some(word) = words.next() {
            if word.text() == ")" {
                whole.range.end = word.range.end;
                break;
            }
            match words.peek().map(Place::text) {
                Some("|") => break,
                Some("=") => {
                    words.next();
                    if let Some(value) = words.next() {
                        named.push((word, Argument::read(words, value)));
                    }
                }
                _ => params.push(Argument::read(words, word)),
            }
        }
        Call {
            whole,
            name,
            params,
            named,
        }
    }
}

impl Argument {
    fn read(words: &mut Peekable<IntoIter<Place>>, word: Place) -> Self {
        match word.text() {
            "(" => Argument::Call(Call::read(words, word)),
            _ => Argument::Word(word),
        }
    }

    /// All of it.
    pub(super) fn place(&self) -> &Place {
        match self {
            Argument::Word(place) => place,
            Argument::Call(call) => &call.whole,
        }
    }

    /// The places inside, if it is a call.
    pub(super) fn call(&self) -> Option<&Call> {
        match self {
            Argument::Word(_) => None,
            Argument::Call(call) => Some(call),
        }
    }
}

/// The words of a stretch: quoted strings whole, `(`, `)`, `=` and `|` each alone.
fn split(tag: &Place, range: Range<usize>) -> Vec<Place> {
    let text = tag.file.text();
    let mut words = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let end = at + length(&text[at..range.end]);
        if !text[at..end].trim().is_empty() {
            words.push(Place::new(&tag.file, at..end));
        }
        at = end;
    }
    words
}

/// The length of the word, quoted string, sign or blank that a text begins with.
fn length(text: &str) -> usize {
    let length = match text.chars().next() {
        Some(quote @ ('"' | '\'')) => quoted(text, quote),
        Some(sign) if is_sign(sign) => Some(sign.len_utf8()),
        _ => bare(text),
    };
    length.unwrap_or(text.len())
}

fn is_sign(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '=' | '|' | '"' | '\'')
}

/// To the next sign that does not stand in `[…]`.
fn bare(text: &str) -> Option<usize> {
    let mut bracketed = false;
    text.char_indices().find_map(|(at, c)| {
        bracketed = (bracketed || c == '[') && c != ']';
        (!bracketed && is_sign(c)).then_some(at)
    })
}

/// To the quotation mark that ends what it begins with.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().skip(1).find_map(|(at, c)| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceFile;

    fn read(tag: &str) -> Call {
        let file = SourceFile::new("t.hbs", format!("é {tag} z"));
        Call::of(&Place::new(&file, 3..3 + tag.len()))
    }

    #[test]
    fn each_word_is_found_where_it_stands() {
        let call = read(r#"{{~phrase "x }} y" z n=(list a.[0 b].c (f g)) m='q' ~}}"#);
        assert_eq!(call.name.text(), "phrase");
        assert_eq!(call.name.start().column, 6);
        assert_eq!(call.param(0).text(), r#""x }} y""#);
        assert_eq!(call.param(1).text(), "z");
        let (key, value) = call.named("n").expect("n is given");
        assert_eq!(
            (key.text(), value.place().text()),
            ("n", "(list a.[0 b].c (f g))")
        );
        let inner = value.call().expect("a call");
        assert_eq!(
            (inner.name.text(), inner.param(0).text()),
            ("list", "a.[0 b].c")
        );
        assert_eq!(inner.inner(1).param(0).text(), "g");
        assert_eq!(call.named("m").expect("m is given").1.place().text(), "'q'");
    }

    #[test]
    fn block_parameters_are_not_given_to_the_block() {
        let call = read("{{#each children as |child i|}}");
        assert_eq!(call.param(0).text(), "children");
        assert_eq!(call.param(1).text(), call.whole.text());
        assert_eq!(read("{{else if (not b)}}").inner(0).param(0).text(), "b");
        assert_eq!(read("{{(date b)}}").inner(0).name.text(), "date");
    }
}
