//! Partials: what the note says that each opens with, and how documents call it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::meaning::{Kind, Meaning};
use super::page::Page;
use crate::assets::Layered;
use crate::diagnostics::SourceFile;
use crate::packs::shelf::Packs;
use crate::templates::PartialCall;

/// The most paths that are listed of what a partial is about.
const MOST_PATHS: usize = 8;

/// Every call of a partial, by the document that makes it.
pub(super) struct Partials<'a>(Vec<(&'a str, &'a PartialCall)>);

impl<'a> Partials<'a> {
    /// Every call in the templates of these assets that can be followed.
    pub(super) fn read(assets: &Layered, packs: &'a Packs) -> Self {
        let documents = packs.documents().iter();
        let followed = documents.filter_map(|document| {
            let checked = packs.followed(assets, document).ok()?;
            Some(checked.calls.iter().map(|call| (document.id(), call)))
        });
        Partials(followed.flatten().collect())
    }

    pub(super) fn meaning(
        &self,
        name: &str,
        texts: &BTreeMap<String, Arc<SourceFile>>,
    ) -> Option<Meaning> {
        let file = texts.get(&format!("{{{{> {name}}}}}"))?;
        let calls = || self.0.iter().filter(|(_, call)| call.partial == name);
        let about: BTreeSet<_> = calls().map(|(_, call)| about(call)).collect();
        let given: BTreeSet<_> = calls().flat_map(|(_, call)| &call.given).collect();
        let callers: BTreeSet<_> = calls()
            .map(|(document, call)| call.caller.as_deref().unwrap_or(document))
            .collect();
        let documents: BTreeSet<_> = calls().map(|(document, _)| *document).collect();
        let mut rest = Page::default();
        rest.labelled(2, "file", file.name());
        let mut tell = |label, all: Vec<&str>| {
            let more = all.len().saturating_sub(MOST_PATHS);
            let told = all[..all.len() - more].join(", ");
            match (all.is_empty(), more) {
                (true, _) => {}
                (false, 0) => rest.labelled(2, label, &told),
                (false, more) => rest.labelled(2, label, &format!("{told} and {more} more")),
            }
        };
        tell("about", about.into_iter().collect());
        tell("given", given.into_iter().map(String::as_str).collect());
        tell("called by", callers.into_iter().collect());
        tell("printed in", documents.into_iter().collect());
        Some(Meaning {
            written: format!("{{{{> {name}}}}}"),
            kind: Kind::Partial,
            sentence: note(file.text()).to_owned(),
            rest,
        })
    }
}

/// What `this` is in the partial.
fn about(call: &PartialCall) -> &str {
    match call.about.as_deref() {
        Some("") => "the whole view",
        Some(path) => path,
        None => "what its caller makes",
    }
}

/// The note that a template opens with.
pub(super) fn note(text: &str) -> &str {
    let inside = text.trim_start().strip_prefix("{{!--");
    let inside = inside.and_then(|rest| rest.split_once("--}}"));
    inside.map_or("", |(note, _)| note.trim())
}
