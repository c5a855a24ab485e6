//! What sound Typst can do to words unseen: hide them in a comment, print a brace that
//! should have been two, put other words in their place.
//!
//! Handlebars and the escaper see nothing wrong in any of these. They are looked for in
//! what the templates make of a sample view.

use std::collections::BTreeSet;

use typst_syntax::{LinkedNode, SyntaxKind as K};

use crate::diagnostics::code::template;
use crate::diagnostics::{Diagnostic, Findings};
use crate::templates::Rendered;

/// Every such place, as a finding at the template that wrote it, one to a line: T36, T63, T64.
pub(super) fn faults(root: &LinkedNode<'_>, rendered: &Rendered) -> Findings {
    let mut findings = Findings::new();
    let mut lines = BTreeSet::new();
    visit(root, &mut |node| {
        if let Some(fault) = fault(node) {
            let place = rendered.origin(node.offset()).template;
            let line = (place.file.name().to_owned(), place.start().line);
            if lines.insert((fault.code.id, line)) {
                findings.push(fault.at(place));
            }
        }
    });
    findings
}

/// Goes through a tree, node by node.
pub(super) fn visit(node: &LinkedNode<'_>, look: &mut impl FnMut(&LinkedNode<'_>)) {
    look(node);
    for child in node.children() {
        visit(&child, look);
    }
}

fn fault(node: &LinkedNode<'_>) -> Option<Diagnostic> {
    match node.kind() {
        K::LineComment | K::BlockComment => Some(comment()),
        K::Text if node.leaf_text().contains(['{', '}']) => Some(brace()),
        K::ShowRule if selects_words(node) => Some(words_changed("a `show` rule over words")),
        K::FuncCall if callee(node) == "hide" => Some(words_changed("`hide`")),
        _ => None,
    }
}

/// Whether a rule is about words: `show "…": …`, `show regex("…"): …`.
fn selects_words(rule: &LinkedNode<'_>) -> bool {
    rule.children()
        .any(|part| part.kind() == K::Str || part.kind() == K::FuncCall && callee(&part) == "regex")
}

/// The name of the function that is called.
fn callee<'a>(call: &LinkedNode<'a>) -> &'a str {
    let called = call.children().next();
    called.map_or("", |called| called.get().leaf_text().as_str())
}

fn comment() -> Diagnostic {
    Diagnostic::new(
        &template::COMMENT,
        "what stands in a Typst comment is printed nowhere",
    )
    .help("a note for whoever reads the template is `{{!-- … --}}`; in text, `\\/` prints a stroke")
}

fn brace() -> Diagnostic {
    Diagnostic::new(&template::BRACE, "a single brace would be printed")
        .help("a value is printed by two braces: `{{path}}`")
}

fn words_changed(what: &str) -> Diagnostic {
    let message = format!("{what} puts something else in the place of what is written");
    Diagnostic::new(&template::WORDS_CHANGED, message)
        .help("change the phrase in the locale; a part that should go is left out of the pack")
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst_syntax::parse;

    fn codes(source: &str) -> Vec<&'static str> {
        let root = parse(source);
        let mut codes = Vec::new();
        visit(&LinkedNode::new(&root), &mut |node| {
            codes.extend(fault(node).map(|fault| fault.code.id));
        });
        codes
    }

    #[test]
    fn what_changes_words_unseen_is_found() {
        let table = [
            ("a // b", "T36"),
            ("a /* b */ c", "T36"),
            ("[*{number}*]", "T63"),
            ("#f[{ n }]", "T63"),
            ("#show \"not\": \"never\"", "T64"),
            ("#show regex(\"not\"): []", "T64"),
            ("#f[#hide[*a*]]", "T64"),
        ];
        for (source, code) in table {
            let found = codes(source);
            assert!(!found.is_empty(), "{source}");
            assert!(found.iter().all(|id| *id == code), "{source}: {found:?}");
        }
    }

    #[test]
    fn code_addresses_and_strings_are_left_alone() {
        let sound =
            "#show: court.with(a: 1)\n#show heading: it => { it }\nhttps://a.uk/b\n#\"{x} // y\";";
        assert_eq!(codes(sound), [""; 0]);
    }
}
