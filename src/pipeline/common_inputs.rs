//! What takes part in every document that is set in type, whatever it says: the programs, the
//! fonts, the theme with the values that a firm sets, and its pictures. And by what a document
//! is judged: the rules of court, and what a firm does with it.

use std::collections::BTreeSet;

use super::examine::CaseFile;
use super::shared::Pipeline;
use super::taken_part::input;
use crate::assets::{AssetPath, Layer};
use crate::case::document::RulesProfile;
use crate::diagnostics::{Findings, Place};
use crate::output::Digest;
use crate::output::manifest::{Input, InputKind};
use crate::packs::sheet::MARK;
use crate::packs::{files, look};
use crate::typesetting;
use crate::view::Document;

impl Pipeline {
    /// All of it, each with the layer it is from; looked up once.
    ///
    /// # Errors
    /// A file of the theme that cannot be read.
    pub(super) fn common_inputs(&self) -> Result<Vec<Input>, Findings> {
        let look_up = || {
            let mut found = programs();
            found.extend(self.fonts.each().iter().cloned());
            found.extend(self.theme_files()?);
            let values = self.theme_values()?.into_iter();
            found.extend(values.map(|(value, _)| value));
            for (path, _) in look::pictures(&self.assets)? {
                let path = AssetPath::new(format!("templates/{path}"))?;
                let picture = self.assets.read(&path)?;
                found.push(input(InputKind::Picture, &path, &picture));
            }
            Ok(found)
        };
        self.common.get_or_init(look_up).clone()
    }

    fn theme_files(&self) -> Result<Vec<Input>, Findings> {
        let mut found = Vec::new();
        for path in files::themes(&self.assets)? {
            // The mark of a document is of all the others.
            if path.file_name().ends_with(".typ") && path.below() != MARK {
                let asset = self.assets.read(&path)?;
                found.push(input(InputKind::ThemeFile, &path, &asset));
            }
        }
        Ok(found)
    }

    /// The values of the theme that a firm sets, each from the highest layer that does, and
    /// where it stands.
    fn theme_values(&self) -> Result<Vec<(Input, Place)>, Findings> {
        let mut known = BTreeSet::new();
        let mut found = Vec::new();
        for (layer, look) in look::each(&self.assets)? {
            for (key, place, typst) in look.given() {
                if known.insert(key) {
                    found.push((value(key, &layer, typst), place.clone()));
                }
            }
        }
        Ok(found)
    }

    /// What a firm does with a document, if it does anything: what all layers do together, and
    /// the numbers of its copies, under the name of the highest.
    pub(super) fn arrangement(&self, document: &Document) -> Option<Input> {
        let mut layers = Vec::new();
        let mut done = Vec::new();
        for of_layer in self.packs.arranged_of(document) {
            layers.push(of_layer.layer.clone());
            done.extend(
                of_layer
                    .dropped
                    .iter()
                    .map(|part| format!("drop {}", part.name)),
            );
            done.extend(of_layer.moved.iter().map(|moved| {
                let beside = |part: &Option<crate::settings::Named>| {
                    part.as_ref()
                        .map(|part| part.name.clone())
                        .unwrap_or_default()
                };
                let (before, after) = (beside(&moved.before), beside(&moved.after));
                format!("move {} {before} {after}", moved.part.name)
            }));
            let most = of_layer.most_pages.iter();
            done.extend(most.map(|(most, _)| format!("pages {most}")));
        }
        if let Some(chosen) = &self.numbers {
            layers.push(chosen.layer.clone());
            done.push(format!("numbers {:?}", chosen.numbers));
        }
        Some(Input {
            kind: InputKind::Option,
            name: option_name(document),
            layer: layers.pop()?,
            sha256: Digest::of_parts(done.iter().map(String::as_bytes)),
        })
    }

    /// Where a firm sets a value of the theme.
    pub(super) fn place_of_value(&self, key: &str) -> Option<Place> {
        let values = self.theme_values().ok()?.into_iter();
        let mut places = values.filter(|(value, _)| value.name == key);
        places.next().map(|(_, place)| place)
    }

    /// What rules of court ask of a document.
    pub(super) fn profile(rules: RulesProfile) -> Input {
        Input {
            kind: InputKind::Profile,
            name: rules.name().to_owned(),
            layer: Layer::BuiltIn.name().to_owned(),
            sha256: Digest::of(rules.profile().as_bytes()),
        }
    }

    /// What decides whether a document of a case passes.
    pub(super) fn judged_by(&self, case: &CaseFile, document: &Document) -> Digest {
        let rules = Self::profile(case.case.rules_profile);
        let firm = self.arrangement(document);
        let digests = [Some(rules), firm].into_iter().flatten();
        let digests: Vec<Digest> = digests.map(|input| input.sha256).collect();
        Digest::of_parts(digests.iter().map(|one| one.as_bytes().as_slice()))
    }

    /// Where a firm says what it does with a document.
    pub(super) fn place_of_option(&self, name: &str) -> Option<Place> {
        let documents = self.documents().iter();
        let mut named = documents.filter(|document| option_name(document) == name);
        let highest = self.packs.arranged_of(named.next()?).last();
        let place = highest.map(|highest| &highest.document.place);
        let chosen = self.numbers.as_ref().map(|chosen| &chosen.place);
        place.or(chosen).cloned()
    }
}

/// As it stands in a `concord.yaml`.
fn option_name(document: &Document) -> String {
    format!("documents.{}", document.id())
}

fn value(key: &str, layer: &Layer, typst: &str) -> Input {
    Input {
        kind: InputKind::ThemeValue,
        name: key.to_owned(),
        layer: layer.name().to_owned(),
        sha256: Digest::of(typst.as_bytes()),
    }
}

fn programs() -> Vec<Input> {
    let program = |kind, name: &str, version: &str| Input {
        kind,
        name: format!("{name} {version}"),
        layer: Layer::BuiltIn.name().to_owned(),
        sha256: Digest::of(version.as_bytes()),
    };
    vec![
        program(InputKind::Program, "Concord", env!("CARGO_PKG_VERSION")),
        program(InputKind::Typst, "Typst", typesetting::VERSION),
    ]
}
