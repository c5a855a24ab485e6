//! Every free text of a case, with its place and whose words they are.
//!
//! Rules about words ask here, so that none of them forgets a text, and none
//! corrects what a child said, a parent wrote or a court ordered.

use super::Case;
use super::fields::{Field, Written, fields};
use super::mark::{Holds, Voice};
use super::narrative::Narrative;
use super::written_language::WrittenLanguage;
use crate::diagnostics::Pointer;

/// A text in one language.
#[derive(Debug)]
pub(crate) struct Text {
    /// The value that holds it.
    pub(crate) at: Pointer,
    /// Whose words.
    pub(crate) voice: Voice,
    /// In which language.
    pub(crate) language: WrittenLanguage,
    /// The words.
    pub(crate) text: String,
}

impl Text {
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

/// Every text of a case, in the order of the model: of one in two languages, both.
pub(crate) fn texts(case: &Case) -> Vec<Text> {
    let plain = case.document.language;
    fields(case, |holds| matches!(holds, Holds::Words(_)))
        .into_iter()
        .flat_map(|field| split(field, plain))
        .collect()
}

fn split(field: Field, plain: WrittenLanguage) -> Vec<Text> {
    let Field { at, mark, written } = field;
    let Holds::Words(voice) = mark.holds else {
        return Vec::new();
    };
    let text = |at, language, text| Text {
        at,
        voice,
        language,
        text,
    };
    match written {
        Written::Plain(words) => vec![text(at, plain, words)],
        Written::Narrative(narrative) => {
            let versions = narrative.versions(plain).into_iter();
            let texts = versions.map(|one| text(one.at(&at), one.language, one.words.to_string()));
            texts.collect()
        }
    }
}

/// Every text of a case that its field lets be written in two languages, and whose it is.
pub(crate) fn narratives(case: &Case) -> Vec<(Pointer, Voice, Narrative)> {
    let fields = fields(case, |holds| matches!(holds, Holds::Words(_)));
    let narrative = |field: Field| match (field.written, &field.mark.holds) {
        (Written::Narrative(words), Holds::Words(voice)) => Some((field.at, *voice, words)),
        _ => None,
    };
    fields.into_iter().filter_map(narrative).collect()
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
        let mut accepted = read(file.as_ref()).expect("it is sound");
        let case = load::<Case>(&mut accepted).expect("it has its shape");
        let walked: Vec<String> = texts(&case).into_iter().map(|text| text.text).collect();
        let mut written = Vec::new();
        several_words(&accepted.tree, &mut written);
        assert!(written.len() > 50, "the case is long");
        for text in written {
            assert!(walked.iter().any(|one| one == text), "{text}");
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
