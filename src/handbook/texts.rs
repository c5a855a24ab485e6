//! The files that templates are made of, and what they mention.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assets::Layered;
use crate::diagnostics::{Findings, SourceFile};
use crate::packs::shelf::Packs;

/// Every outline, under the id of its document, and every partial, under its name as
/// `{{> name}}` calls it: each once. What an order of parts has wrong keeps no answer.
pub(super) fn templates(
    assets: &Layered,
    packs: &Packs,
) -> Result<BTreeMap<String, Arc<SourceFile>>, Findings> {
    let mut texts = BTreeMap::new();
    for document in packs.documents() {
        let (sources, _) = packs.sources_to_ask(assets, document)?;
        let partials = sources.partials.into_iter();
        texts.extend(partials.map(|(name, file)| (format!("{{{{> {name}}}}}"), file)));
        texts.insert(document.id().to_owned(), sources.document);
    }
    Ok(texts)
}

/// Those among some texts in which something is found, by their names: a partial's own, and
/// for an outline that of its document.
pub(super) fn mentioning(
    texts: &BTreeMap<String, Arc<SourceFile>>,
    mentions: impl Fn(&str) -> bool,
) -> Vec<String> {
    let found = texts.iter().filter(|(_, file)| mentions(file.text()));
    found.map(|(name, _)| told(name)).collect()
}

fn told(name: &str) -> String {
    match partial(name) {
        Some(partial) => partial.to_owned(),
        None => format!("{name} (its outline)"),
    }
}

/// The name of a partial, of the key that [`templates`] has it under; none of an outline.
pub(super) fn partial(key: &str) -> Option<&str> {
    key.strip_prefix("{{> ")?.strip_suffix("}}")
}

/// Whether the Typst of a template names this of the theme: `#facts(`, `(chip(`,
/// `#show: court-document.with(`, `(holiday-sign, `.
pub(super) fn names(text: &str, name: &str) -> bool {
    let part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let rest = &text[at + name.len()..];
        let whole = !before.is_some_and(part) && !rest.chars().next().is_some_and(part);
        let called = before == Some('#')
            || rest.starts_with('(')
            || rest.starts_with(".with(")
            || (before == Some('(') && rest.starts_with(','));
        whole && called
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_told_from_a_word() {
        for text in [
            "#facts(\n",
            "  (facts([A]),",
            "#show: facts.with(",
            "(facts, [x])",
            "#facts[",
        ] {
            assert!(names(text, "facts"), "{text}");
        }
        for text in [
            "#key-facts(",
            "the facts of the case",
            "#factsheet",
            "{{facts}}",
        ] {
            assert!(!names(text, "facts"), "{text}");
        }
    }
}
