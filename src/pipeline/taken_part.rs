//! What took part in a document, for the manifest: its outline, the partials it called, the
//! phrases it asked for, the modules of its theme, each with the layer it came from.

use std::collections::BTreeMap;

use super::manuscript::Manuscript;
use crate::assets::{Asset, AssetPath, Layer, Layered};
use crate::diagnostics::Findings;
use crate::language::Locale;
use crate::output::Digest;
use crate::output::manifest::{Input, InputKind};
use crate::packs::{files, sources};
use crate::typesetting::Job;

/// The inputs of one file of a document, under the keys that the manifest uses.
///
/// # Errors
/// A file of the templates that is not there.
pub(super) fn inputs(
    manuscript: &Manuscript,
    job: &Job,
    assets: &Layered,
) -> Result<BTreeMap<String, Input>, Findings> {
    let mut found = Vec::new();
    let document = &manuscript.halves[0].view.request().document;
    let outline = files::outline_path(document)?;
    found.push(input(
        InputKind::Template,
        &outline,
        &assets.read(&outline)?,
    ));
    let partials = files::partials(assets)?;
    for half in &manuscript.halves {
        for name in &half.rendered.used.partials {
            let (path, partial) = sources::partial(assets, &partials, name)?;
            found.push(input(InputKind::Partial, &path, &partial));
        }
        let language = half.view.request().language;
        let layers: Vec<_> = assets.each(&files::locale_path(language)?).collect();
        for key in &half.rendered.used.phrases {
            // The layers of a locale count from the lowest.
            let said = layers.iter().rev().nth(layer(&half.locale, key));
            let said = said.map_or(&Layer::BuiltIn, |asset| &asset.layer);
            found.push(Input {
                kind: InputKind::Phrase,
                name: format!("{}:{key}", language.code()),
                layer: said.name().to_owned(),
                sha256: words(&half.locale, key),
            });
        }
    }
    let modules = job.files.keys().filter(|path| path.starts_with("themes/"));
    for module in modules {
        // What an edition does otherwise stands in the job under another path.
        let path = AssetPath::new(format!("templates/{module}"))?;
        if let Ok(asset) = assets.read(&path) {
            found.push(input(InputKind::ThemeFile, &path, &asset));
        }
    }
    let keyed = found.into_iter().map(|input| (input.key(), input));
    Ok(keyed.collect())
}

fn input(kind: InputKind, path: &AssetPath, asset: &Asset) -> Input {
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
    locale
        .keys()
        .filter(move |known| match key.strip_suffix('*') {
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
