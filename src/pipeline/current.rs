//! Which inputs of a manifest are still what they were, without a case and without making
//! anything.

use std::collections::{BTreeMap, BTreeSet};

use super::shared::Pipeline;
use super::taken_part;
use crate::assets::AssetPath;
use crate::case::document::RulesProfile;
use crate::language::Language;
use crate::output::Digest;
use crate::output::manifest::{DocumentEntry, Input, InputKind, Manifest};

/// The inputs of a manifest that are what they were.
#[derive(Debug, Default)]
pub struct Current {
    /// The keys of those that are.
    same: BTreeSet<String>,
    /// For each kind and name, the key of the version that would be used now.
    used: BTreeMap<(InputKind, String), String>,
    /// The keys of what takes part in every document that is set in type.
    common: Vec<String>,
    /// By document, the key of what a firm does with its parts.
    arranged: BTreeMap<String, String>,
}

impl Pipeline {
    /// Looks at every input that a manifest names.
    pub fn current(&self, manifest: &Manifest) -> Current {
        let common = self.common_inputs().unwrap_or_default();
        let common: Vec<String> = common.iter().map(Input::key).collect();
        let documents = self.documents().iter();
        let arranged = documents.filter_map(|document| {
            let key = self.arrangement(document)?.key();
            Some((document.id().to_owned(), key))
        });
        let arranged: BTreeMap<String, String> = arranged.collect();
        let profiles = RulesProfile::ALL.map(|rules| Pipeline::profile(rules).key());
        let known = common.iter().chain(arranged.values()).chain(&profiles);
        let mut current = Current {
            same: known.cloned().collect(),
            common,
            arranged,
            ..Current::default()
        };
        for (key, input) in &manifest.inputs {
            let versions = match input.kind {
                InputKind::Phrase => self.phrase_now(&input.name).into_iter().collect(),
                InputKind::Template | InputKind::Partial => self.file_now(input),
                // Looked up above; whether a picture of a case is the same is known beside
                // that alone.
                _ => continue,
            };
            let mut keys = versions.iter().map(Input::key);
            if versions.iter().any(|version| version.key() == *key) {
                current.same.insert(key.clone());
            }
            if let Some(first) = keys.next() {
                let thing = (input.kind, input.name.clone());
                current.used.insert(thing, first);
            }
        }
        current
    }

    /// A phrase as it is said now.
    fn phrase_now(&self, name: &str) -> Option<Input> {
        let (code, key) = name.split_once(':')?;
        let mut languages = Language::ALL.iter().copied();
        let language = languages.find(|one| one.code() == code)?;
        let locale = self.packs.locale(&self.assets, language).ok()?;
        let phrases = taken_part::phrases((language, &locale), [key].into_iter(), &self.assets);
        phrases.ok()?.pop()
    }

    /// A file of the templates as each layer has it, the one that is used first.
    fn file_now(&self, input: &Input) -> Vec<Input> {
        let Ok(path) = AssetPath::new(format!("templates/{}", input.name)) else {
            return Vec::new();
        };
        let versions = self.assets.each(&path).map(|asset| Input {
            layer: asset.layer.name().to_owned(),
            sha256: Digest::of(&asset.bytes),
            ..input.clone()
        });
        versions.collect()
    }

    /// Whether an office lends its cases what they do not describe, so that a case is more
    /// than its file.
    pub fn lends(&self) -> bool {
        self.known.lends()
    }
}

impl Current {
    /// Whether a document would be made from the same, if its case is the same.
    pub fn holds(&self, manifest: &Manifest, document: &DocumentEntry) -> bool {
        let inputs = document
            .uses
            .iter()
            .filter_map(|key| manifest.inputs.get(key));
        let kinds: BTreeSet<InputKind> = inputs.map(|input| input.kind).collect();
        let is_used = |key: &String| document.uses.contains(key);
        if kinds.contains(&InputKind::ThemeFile) && !self.common.iter().all(is_used) {
            return false;
        }
        let arranged = self.arranged.get(&document.document);
        if kinds.contains(&InputKind::Template) && !arranged.is_none_or(is_used) {
            return false;
        }
        document.uses.iter().all(|key| {
            let Some(input) = manifest.inputs.get(key) else {
                return false;
            };
            let thing = (input.kind, input.name.clone());
            let used = self.used.get(&thing);
            self.same.contains(key) && used.is_none_or(|used| document.uses.contains(used))
        })
    }
}
