//! Which inputs of a manifest are still what they were, without a case and without making
//! anything.

use std::collections::{BTreeMap, BTreeSet};

use super::shared::Pipeline;
use super::taken_part;
use crate::assets::AssetPath;
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
}

impl Pipeline {
    /// Looks at every input that a manifest names.
    pub fn current(&self, manifest: &Manifest) -> Current {
        let mut current = Current::default();
        let programs: BTreeSet<String> = self.programs().iter().map(Input::key).collect();
        for (key, input) in &manifest.inputs {
            let versions = match input.kind {
                InputKind::Program | InputKind::Typst | InputKind::Font => {
                    if programs.contains(key) {
                        current.same.insert(key.clone());
                    }
                    continue;
                }
                // Whether a picture is the same is known beside its case alone.
                InputKind::Picture => continue,
                InputKind::Phrase => self.phrase_now(&input.name).into_iter().collect(),
                _ => self.file_now(input),
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
