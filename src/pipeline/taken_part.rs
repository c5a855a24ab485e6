//! What took part in a document, for the manifest: its outline, the partials it called, the
//! phrases it asked for, the modules of its theme, each with the layer it came from.

use std::collections::BTreeMap;

use super::examine::CaseFile;
use super::manuscript::Manuscript;
use super::shared::Pipeline;
use crate::assets::{Asset, AssetPath, Layer, Layered};
use crate::diagnostics::Findings;
use crate::language::{Language, Locale};
use crate::output::Digest;
use crate::output::manifest::{Input, InputKind};
use crate::packs::{files, sources};
use crate::typesetting::Job;

/// What took part, under the keys that the manifest uses.
pub(super) type Inputs = BTreeMap<String, Input>;

/// The inputs of a document that was set in type.
///
/// # Errors
/// A file of the templates that is not there.
pub(super) fn set(
    (case, manuscript): (&CaseFile, &Manuscript),
    job: &Job,
    pipeline: &Pipeline,
) -> Result<Inputs, Findings> {
    let mut found = pipeline.common_inputs()?;
    found.push(Pipeline::profile(case.case.rules_profile));
    for picture in manuscript.halves[0].view.pictures() {
        if let Some(bytes) = job.files.get(&picture.path) {
            found.push(Input {
                layer: "case".to_owned(),
                ..of_bytes(InputKind::Picture, &picture.path, bytes)
            });
        }
    }
    let mut inputs = keyed(found);
    inputs.extend(filled(manuscript, pipeline)?);
    Ok(inputs)
}

/// The inputs of a source: outline, partials and phrases.
///
/// # Errors
/// A file of the templates that is not there.
pub(super) fn filled(manuscript: &Manuscript, pipeline: &Pipeline) -> Result<Inputs, Findings> {
    let assets = &pipeline.assets;
    let document = &manuscript.halves[0].view.request().document;
    let mut found: Vec<Input> = pipeline.arrangement(document).into_iter().collect();
    let outline = files::outline_path(document)?;
    found.push(input(
        InputKind::Template,
        &outline,
        &assets.read(&outline)?,
    ));
    let partials = pipeline.packs.places(assets)?;
    for half in &manuscript.halves {
        for name in &half.rendered.used.partials {
            let (path, partial) = sources::partial(assets, partials, name)?;
            found.push(input(InputKind::Partial, &path, &partial));
        }
        let keys = half.rendered.used.phrases.iter().map(String::as_str);
        let language = half.view.request().language;
        found.extend(phrases((language, &half.locale), keys, assets)?);
    }
    Ok(keyed(found))
}

/// The inputs of a calendar: the phrases it may ask for.
///
/// # Errors
/// A locale that has no path.
pub(super) fn asked_for(
    manuscript: &Manuscript,
    keys: &[&str],
    assets: &Layered,
) -> Result<Inputs, Findings> {
    let mut found = Vec::new();
    for half in &manuscript.halves {
        let said = (half.view.request().language, half.locale.as_ref());
        found.extend(phrases(said, keys.iter().copied(), assets)?);
    }
    Ok(keyed(found))
}

/// Phrases as a locale says them, each with the layer whose words they are.
///
/// # Errors
/// A locale that has no path.
pub(super) fn phrases<'a>(
    (language, locale): (Language, &Locale),
    keys: impl Iterator<Item = &'a str>,
    assets: &Layered,
) -> Result<Vec<Input>, Findings> {
    let layers: Vec<_> = assets.each(&files::locale_path(language)?).collect();
    let phrase = |key: &str| {
        // The layers of a locale count from the lowest.
        let said = layers.iter().rev().nth(layer(locale, key));
        let said = said.map_or(&Layer::BuiltIn, |asset| &asset.layer);
        Input {
            kind: InputKind::Phrase,
            name: format!("{}:{key}", language.code()),
            layer: said.name().to_owned(),
            sha256: words(locale, key),
        }
    };
    Ok(keys.map(phrase).collect())
}

fn keyed(found: Vec<Input>) -> Inputs {
    let keyed = found.into_iter().map(|input| (input.key(), input));
    keyed.collect()
}

fn of_bytes(kind: InputKind, name: &str, bytes: &[u8]) -> Input {
    Input {
        kind,
        name: name.to_owned(),
        layer: Layer::BuiltIn.name().to_owned(),
        sha256: Digest::of(bytes),
    }
}

pub(super) fn input(kind: InputKind, path: &AssetPath, asset: &Asset) -> Input {
    let name = path.as_str();
    Input {
        kind,
        name: name.strip_prefix("templates/").unwrap_or(name).to_owned(),
        layer: asset.layer.name().to_owned(),
        sha256: Digest::of(&asset.bytes),
    }
}

/// Which file of a locale says a phrase; of a block from which grammar chooses, the highest
/// that says any of it.
fn layer(locale: &Locale, key: &str) -> usize {
    let keys = of_block(locale, key);
    let layers = keys.map(|key| locale.layer_of(key));
    layers.max().unwrap_or_default()
}

/// The phrase of a key, or those of a block.
pub(super) fn of_block<'a>(locale: &'a Locale, key: &'a str) -> impl Iterator<Item = &'a str> {
    let block = key.strip_suffix('*');
    let keys = locale.keys_from(block.unwrap_or(key));
    keys.take_while(move |known| match block {
        Some(block) => known.starts_with(block),
        None => *known == key,
    })
}

/// What a phrase says; of a block from which grammar chooses, all that stands in it.
fn words(locale: &Locale, key: &str) -> Digest {
    let keys = of_block(locale, key);
    let words = keys.filter_map(|key| Some([key, locale.phrase(key)?.text()]));
    let words: Vec<[&str; 2]> = words.collect();
    Digest::of_parts(words.iter().flatten().map(|part| part.as_bytes()))
}
