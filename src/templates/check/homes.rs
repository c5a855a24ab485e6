//! What has another home than a template: words belong in the locales, lengths and colours
//! in the theme.
//!
//! A word in a template is missing in the other language, and nobody is told: the Welsh
//! document has an English sentence. A length in a template is one that a change of the
//! theme does not reach.

use std::collections::BTreeSet;

use typst_syntax::{LinkedNode, SyntaxKind as K};

use crate::diagnostics::code::template;
use crate::diagnostics::{Diagnostic, Findings};
use crate::templates::Rendered;

/// What makes a colour.
const COLOURS: [&str; 6] = ["rgb", "cmyk", "luma", "oklab", "oklch", "gradient"];

/// Every such thing that a template wrote, one to a line: T71, T72.
pub(super) fn faults(root: &LinkedNode<'_>, rendered: &Rendered) -> Findings {
    let mut lines = BTreeSet::new();
    let mut findings = Findings::new();
    super::markup::visit(root, &mut |node| {
        // A brace is told as what it is meant for, T63, with all that stands beside it.
        let is_brace = node.kind() == K::Text && node.get().leaf_text().contains(['{', '}']);
        let Some(fault) = fault(node) else { return };
        let fault = match without_sign(node, &rendered.source) {
            Some(call) => fault.help(format!(
                "to call the theme write `#{call}[…]`; words stand in `locales/`, and are printed \
                 by `{{{{phrase \"…\"}}}}`"
            )),
            None => fault,
        };
        if let Some(place) = rendered.verbatim(node.range()) {
            let line = (place.file.name().to_owned(), place.start().line);
            if lines.insert((fault.code.id, line)) && !is_brace {
                findings.push(fault.at(place));
            }
        }
    });
    findings
}

fn fault(node: &LinkedNode<'_>) -> Option<Diagnostic> {
    let text = node.get().leaf_text();
    match node.kind() {
        K::Text if has_word(text) => Some(words(text.trim())),
        K::Numeric => Some(length(&format!("`{text}` is a length"))),
        K::Ident if COLOURS.contains(&text.as_str()) && is_called(node) => {
            Some(length(&format!("`{text}` makes a colour")))
        }
        _ => None,
    }
}

/// A word right before a bracket: the call of somebody who forgot its sign.
fn without_sign<'s>(node: &LinkedNode<'_>, source: &'s str) -> Option<&'s str> {
    let text = source.get(node.range())?;
    let rest = source.get(node.range().end..)?;
    let before = match text.split_once('[') {
        Some((before, _)) => before,
        None if rest.starts_with('[') => text,
        None => return None,
    };
    let is_name = |sign: char| sign.is_ascii_lowercase() || sign == '-';
    let word = before.rsplit(|sign: char| !is_name(sign)).next()?;
    word.starts_with(|sign: char| sign.is_ascii_lowercase())
        .then_some(word)
}

/// Whether two letters stand side by side.
fn has_word(text: &str) -> bool {
    let mut letters = text.chars().map(char::is_alphabetic);
    let mut before = false;
    letters.any(|is_letter| std::mem::replace(&mut before, is_letter) && is_letter)
}

fn is_called(name: &LinkedNode<'_>) -> bool {
    let parent = name.parent();
    parent.is_some_and(|parent| matches!(parent.kind(), K::FuncCall | K::FieldAccess))
}

fn words(words: &str) -> Diagnostic {
    let message = format!("`{words}` stands in the template, and in no other language");
    Diagnostic::new(&template::WORDS, message)
        .help("put the words into `locales/` and print them by `{{phrase \"…\"}}`")
}

fn length(what: &str) -> Diagnostic {
    let message = format!("{what}, which the theme decides");
    Diagnostic::new(&template::LENGTH, message)
        .help("leave it out and call what the theme offers: `templates/README.md` lists it")
}

#[cfg(test)]
mod tests {
    use typst_syntax::parse;

    use super::*;

    fn codes(source: &str) -> Vec<&'static str> {
        let root = parse(source);
        let mut codes = Vec::new();
        super::super::markup::visit(&LinkedNode::new(&root), &mut |node| {
            codes.extend(fault(node).map(|fault| fault.code.id));
        });
        codes
    }

    #[test]
    fn words_lengths_and_colours_are_found_where_they_stand() {
        let table = [
            ("= The plan", "T71"),
            ("#f[*Yours*]", "T71"),
            ("- chi", "T71"),
            ("#v(2em)", "T72"),
            ("#f(width: 30%)", "T72"),
            ("#f(fill: rgb(\"#fff\"))", "T72"),
        ];
        for (source, code) in table {
            assert_eq!(codes(source), [code], "{source}");
        }
    }

    #[test]
    fn signs_numbers_names_and_strings_are_left_alone() {
        let sound = "#f(columns: (\"rest\", 2), named: [·], rgb) (1) A. #\"words\";";
        assert_eq!(codes(sound), [""; 0]);
    }
}
