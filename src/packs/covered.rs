//! Partials that stand in layers: what is called where another stands before it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::TEMPLATE;
use crate::assets::{Asset, AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, SourceFile};
use crate::templates::Aliases;

/// The asset of a partial, by the name under which templates call it, of the places of all.
///
/// # Errors
/// `A02` for a partial that is not there.
pub(crate) fn partial(
    assets: &Layered,
    partials: &BTreeMap<String, AssetPath>,
    name: &str,
) -> Result<(AssetPath, Asset), Diagnostic> {
    let (_, own) = name.rsplit_once('/').unwrap_or(("", name));
    let path = match partials.get(own) {
        Some(path) => path.clone(),
        None => AssetPath::new(format!("templates/partials/{own}{TEMPLATE}"))?,
    };
    let is_covered = |asset: &Asset| name != own && self::name(&asset.layer, own) == name;
    let asset = match assets.each(&path).find(is_covered) {
        Some(asset) => asset,
        None => assets.read(&path)?,
    };
    Ok((path, asset))
}

/// Whether a partial that templates call so is a firm's, with no other before it.
pub(super) fn is_of_a_firm(
    assets: &Layered,
    partials: &BTreeMap<String, AssetPath>,
    name: &str,
) -> bool {
    let found = partials.get(name).map(|path| assets.read(path));
    found.is_some_and(|found| found.is_ok_and(|asset| asset.layer != Layer::BuiltIn))
}

/// The name of the partial of a layer that another stands before.
pub(super) fn name(layer: &Layer, name: &str) -> String {
    match layer {
        Layer::BuiltIn => format!("builtin/{name}"),
        Layer::Folder(folder) => format!("{}/{name}", folder.name),
    }
}

/// What a file of the layer at this depth calls by `builtin/NAME` and `below/NAME`.
pub(super) fn aliases(
    depth: usize,
    assets: &Layered,
    partials: &[(String, Vec<(Layer, Arc<SourceFile>)>)],
) -> Aliases {
    let mut aliases = Aliases::new();
    for (name, texts) in partials {
        let called = |found: Option<(usize, &(Layer, _))>| match found? {
            (0, _) => Some(name.clone()),
            (_, (layer, _)) => Some(self::name(layer, name)),
        };
        let mut layers = texts.iter().enumerate();
        let below = layers.find(|(_, (layer, _))| assets.depth(layer) > depth);
        let mut layers = texts.iter().enumerate();
        let builtin = layers.find(|(_, (layer, _))| *layer == Layer::BuiltIn);
        for (word, found) in [("below", called(below)), ("builtin", called(builtin))] {
            aliases.extend(found.map(|found| (format!("{word}/{name}"), found)));
        }
    }
    aliases
}
