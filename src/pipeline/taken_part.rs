//! What took part in a document, for the manifest: its outline, the partials it called, the
//! phrases it asked for, the modules of its theme, each with the layer it came from.

use std::collections::BTreeMap;

use super::manuscript::Manuscript;
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings};
use crate::language::Locale;
use crate::output::Digest;
use crate::output::manifest::{Input, InputKind};
use crate::packs::files;
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
    found.push(asset(
        assets,
        InputKind::Template,
        &files::outline_path(document)?,
    )?);
    let partials = files::partials(assets)?;
    for half in &manuscript.halves {
        let used = half.rendered.used.partials.iter();
        for path in used.filter_map(|name| partials.get(name)) {
            found.push(asset(assets, InputKind::Partial, path)?);
        }
        let language = half.view.request().language;
        let layer = assets.read(&files::locale_path(language)?)?.layer;
        for key in &half.rendered.used.phrases {
            found.push(Input {
                kind: InputKind::Phrase,
                name: format!("{}:{key}", language.code()),
                layer: layer.word().to_owned(),
                sha256: words(&half.locale, key),
            });
        }
    }
    let modules = job.files.keys().filter(|path| path.starts_with("themes/"));
    for module in modules {
        // What an edition does otherwise stands in the job under another path.
        let path = AssetPath::new(format!("templates/{module}"))?;
        if let Ok(input) = asset(assets, InputKind::ThemeFile, &path) {
            found.push(input);
        }
    }
    let keyed = found.into_iter().map(|input| (input.key(), input));
    Ok(keyed.collect())
}

fn asset(assets: &Layered, kind: InputKind, path: &AssetPath) -> Result<Input, Diagnostic> {
    let asset = assets.read(path)?;
    let name = path.as_str();
    Ok(Input {
        kind,
        name: name.strip_prefix("templates/").unwrap_or(name).to_owned(),
        layer: asset.layer.word().to_owned(),
        sha256: Digest::of(&asset.bytes),
    })
}

/// What a phrase says; of a block from which grammar chooses, all that stands in it.
fn words(locale: &Locale, key: &str) -> Digest {
    let keys = locale.keys().filter(|known| match key.strip_suffix('*') {
        Some(block) => known.starts_with(block),
        None => *known == key,
    });
    let words = keys.filter_map(|key| Some([key, locale.phrase(key)?.text()]));
    let words: Vec<[&str; 2]> = words.collect();
    Digest::of_parts(words.iter().flatten().map(|part| part.as_bytes()))
}
