//! Curly quotation marks around a whole text: a word processor wrote them where YAML takes
//! straight ones, and they would be part of the text.
//!
//! In a case they may be a child's own words. Of what a firm sets or words otherwise nobody
//! begins and ends a text with them unasked.

use std::sync::Arc;

use super::tree::{Content, Node};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};

/// What opens and closes a text that somebody meant to put in quotation marks.
const PAIRS: [(char, char); 4] = [
    ('\u{201C}', '\u{201D}'),
    ('\u{201D}', '\u{201D}'),
    ('\u{2018}', '\u{2019}'),
    ('\u{2019}', '\u{2019}'),
];

/// `A30` for each value that stands in curly quotation marks and in no straight ones.
pub(super) fn curly(file: &Arc<SourceFile>, tree: &Node) -> Result<(), Findings> {
    let mut findings = Findings::new();
    look(file, tree, &mut findings);
    match findings.is_empty() {
        true => Ok(()),
        false => Err(findings),
    }
}

fn look(file: &Arc<SourceFile>, node: &Node, findings: &mut Findings) {
    match &node.content {
        Content::Scalar { text, plain: true } if is_in_curly(text) => {
            let message = "curly quotation marks stand around this text, and would be printed";
            let help = "write straight ones, `\"…\"`; curly ones that are to be printed stand \
                        inside them";
            let finding = Diagnostic::new(&code::asset::CURLY, message);
            findings.push(finding.at(Place::new(file, node.range.clone())).help(help));
        }
        Content::Scalar { .. } => {}
        Content::List(items) => items.iter().for_each(|item| look(file, item, findings)),
        Content::Block(entries) => entries
            .iter()
            .for_each(|entry| look(file, &entry.value, findings)),
    }
}

fn is_in_curly(text: &str) -> bool {
    let mut pairs = PAIRS.iter();
    pairs.any(|(open, close)| {
        let inner = text
            .strip_prefix(*open)
            .and_then(|it| it.strip_suffix(*close));
        inner.is_some_and(|inner| !inner.contains([*open, *close]))
    })
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::{Diagnostic, Findings};
    use crate::reading::{Subject, accept};

    #[test]
    fn a_text_in_curly_quotation_marks_is_told_where_nobody_was_heard() {
        let table = [
            ("a: “b c”\n", Some("c:1:4: A30: curly quotation marks")),
            (
                "a:\n  - b\n  - ‘c’\n",
                Some("c:3:5: A30: curly quotation marks"),
            ),
            ("a: \"“b c”\"\n", None),
            ("a: “b” and “c”\n", None),
            ("a: it’s b\n", None),
        ];
        for (text, told) in table {
            for subject in [Subject::Settings, Subject::Locale] {
                let findings = accept("c", text.as_bytes(), subject).err();
                let short: Vec<_> = findings
                    .iter()
                    .flat_map(Findings::iter)
                    .map(Diagnostic::short)
                    .collect();
                let is_as_told = match told {
                    Some(told) => short.len() == 1 && short[0].starts_with(told),
                    None => short.is_empty(),
                };
                assert!(is_as_told, "{text}: {short:?}");
            }
            assert!(
                accept("c", text.as_bytes(), Subject::Case).is_ok(),
                "{text}"
            );
        }
    }
}
