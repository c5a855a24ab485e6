//! Every free text of a case, with its place and whose words they are.
//!
//! Rules about words ask here, so that none of them forgets a text, and none
//! corrects what a child said, a parent wrote or a court ordered.

mod walk;

use super::Case;
use super::document::WrittenLanguage;
use super::form::Prose;
use super::narrative::Narrative;
use crate::diagnostics::Pointer;

/// Whose words a text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The officer's or mediator's own prose, terms of the arrangements among it.
    Officer,
    /// Where a parent stands, told by the officer: somebody's view by its nature.
    Position,
    /// What was said in a session or given to the officer, kept with its source and
    /// with who may be served with it.
    Information,
    /// What an order says, told as the order says it.
    Order,
    /// The parents' letter and promises.
    Parents,
    /// A child's words, said or written: they are never corrected.
    Child,
    /// A name, a label, a reference: not prose.
    Label,
}

/// A text, perhaps in two languages.
#[derive(Debug)]
pub(crate) struct Passage<'a> {
    /// The field.
    pub(crate) at: Pointer,
    /// Whose words.
    pub(crate) voice: Voice,
    /// The words.
    pub(crate) words: Words<'a>,
}

/// How a field holds its text.
#[derive(Debug)]
pub(crate) enum Words<'a> {
    /// As a field that can hold a translation.
    Narrative(&'a Narrative),
    /// As a field for one text in the language of the file.
    Plain(&'a str),
}

/// A text in one language.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    /// The value that holds it.
    pub(crate) at: Pointer,
    /// Whose words.
    pub(crate) voice: Voice,
    /// In which language.
    pub(crate) language: WrittenLanguage,
    /// The words.
    pub(crate) text: &'a str,
}

impl Text<'_> {
    /// In which paragraph something is, for a caption: the place is the text's first line.
    pub(crate) fn paragraph_in_which(&self, holds: impl Fn(&str) -> bool) -> String {
        let mut paragraphs = self.text.split("\n\n");
        match paragraphs.position(holds) {
            Some(index) if self.text.contains("\n\n") => {
                format!("in paragraph {} of this text", index + 1)
            }
            _ => "in this text".to_owned(),
        }
    }

    /// Whether it is English prose of the officer's, to whom advice about words can go.
    pub(crate) fn is_officers_english(&self) -> bool {
        matches!(self.voice, Voice::Officer | Voice::Position)
            && self.language == WrittenLanguage::En
    }
}

/// Every passage of a case, in the order of the model.
pub(crate) fn passages(case: &Case) -> Vec<Passage<'_>> {
    walk::walk(case)
}

/// Every text of a case: of a passage in two languages, both.
pub(crate) fn texts(case: &Case) -> Vec<Text<'_>> {
    let plain = case.document.language;
    passages(case)
        .into_iter()
        .flat_map(|passage| split(passage, plain))
        .collect()
}

fn split(passage: Passage<'_>, plain: WrittenLanguage) -> Vec<Text<'_>> {
    let Passage { at, voice, words } = passage;
    let text = |at, language, text| Text {
        at,
        voice,
        language,
        text,
    };
    match words {
        Words::Plain(words) => vec![text(at, plain, words)],
        Words::Narrative(Narrative::Plain(words)) => vec![text(at, plain, words.as_str())],
        Words::Narrative(Narrative::Translated(both)) => {
            let english = both.en.as_ref().map(Prose::as_str);
            let welsh = both.cy.as_ref().map(Prose::as_str);
            let english = english.map(|words| text(at.key("en"), WrittenLanguage::En, words));
            let welsh = welsh.map(|words| text(at.key("cy"), WrittenLanguage::Cy, words));
            english.into_iter().chain(welsh).collect()
        }
    }
}

/// Quotation marks that open, and what closes them.
const QUOTATION_MARKS: [(char, char); 3] = [('“', '”'), ('‘', '’'), ('"', '"')];

/// A text with every quotation in it replaced by `…`: quoted words are somebody
/// else's, and stay as they were said.
pub(crate) fn without_quotations(text: &str) -> String {
    let paragraphs: Vec<String> = text.split("\n\n").map(own_words).collect();
    paragraphs.join("\n\n")
}

fn own_words(paragraph: &str) -> String {
    let mut kept = String::with_capacity(paragraph.len());
    let mut rest = paragraph;
    // What closes none of its kind closes no later one: nothing is searched for twice.
    let mut never_closed = String::new();
    while let Some(start) = rest.find(['“', '‘', '"']) {
        let (before, from_mark) = rest.split_at(start);
        kept.push_str(before);
        let Some(mark) = from_mark.chars().next() else {
            break;
        };
        let may_close = !never_closed.contains(mark);
        match may_close.then(|| quotation(from_mark)).flatten() {
            Some(quoted) => {
                kept.push('…');
                rest = &from_mark[quoted.len()..];
            }
            None => {
                if may_close {
                    never_closed.push(mark);
                }
                kept.push(mark);
                rest = &from_mark[mark.len_utf8()..];
            }
        }
    }
    kept + rest
}

/// The quotation a paragraph goes on with, marks included; none where the mark is never
/// closed. A `’` before a letter is an apostrophe.
fn quotation(paragraph: &str) -> Option<&str> {
    let opening = paragraph.chars().next()?;
    let (_, closing) = QUOTATION_MARKS.iter().find(|(open, _)| *open == opening)?;
    let closes = |at: usize| {
        let after = paragraph[at + closing.len_utf8()..].chars().next();
        !(*closing == '’' && after.is_some_and(char::is_alphabetic))
    };
    let end = paragraph
        .match_indices(*closing)
        .map(|(at, _)| at)
        .find(|at| *at > 0 && closes(*at))?;
    Some(&paragraph[..end + closing.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::load::load;
    use crate::reading::{Content, Node, read};

    /// Everything of two words or more in the full case, but for what has a form of its own.
    #[test]
    fn the_walk_forgets_no_text() {
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/fixtures/cases/valid/full-agreement.yaml"
        );
        let accepted = read(file.as_ref()).expect("it is sound");
        let case = load::<Case>(&accepted).expect("it has its shape");
        let walked: Vec<&str> = texts(&case).iter().map(|text| text.text).collect();
        let mut written = Vec::new();
        several_words(&accepted.tree, &mut written);
        assert!(written.len() > 50, "the case is long");
        for text in written {
            assert!(walked.contains(&text), "{text}");
        }
    }

    fn several_words<'a>(node: &'a Node, found: &mut Vec<&'a str>) {
        match &node.content {
            Content::Scalar { text, .. } => {
                let text = text.trim();
                if text.contains(' ') {
                    found.push(text);
                }
            }
            Content::List(entries) => entries.iter().for_each(|e| several_words(e, found)),
            Content::Block(entries) => entries
                .iter()
                .filter(|entry| !matches!(entry.key.as_str(), "phone" | "postcode"))
                .for_each(|entry| several_words(&entry.value, found)),
        }
    }

    #[test]
    fn quoted_words_are_left_out() {
        let table = [
            ("He asked for “custody” twice.", "He asked for … twice."),
            ("He said ‘it’s Mum’s turn’ then.", "He said … then."),
            ("She wrote \"access\".", "She wrote …."),
            ("The parents’ home", "The parents’ home"),
            ("“never closed\n\n” here", "“never closed\n\n” here"),
            ("‘never closed, it’s", "‘never closed, it’s"),
            ("‘open, \"shut\"\n\n‘shut’", "‘open, …\n\n…"),
        ];
        for (text, own) in table {
            assert_eq!(without_quotations(text), own);
        }
    }
}
