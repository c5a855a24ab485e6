//! The templates that a document is rendered from, of all layers: a partial that another
//! stands before can still be called.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::{self, Places, TEMPLATE, declaration_path, outline_path};
use crate::assets::{Asset, AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use crate::templates::{Aliases, TemplateSources};
use crate::view::Document;

/// The text of a partial in each layer that has it, the one that wins first.
type OfLayers = Vec<(Layer, Arc<SourceFile>)>;

/// The templates of a document: its outline and all partials, also those that a firm's stand
/// before.
pub(crate) fn sources(assets: &Layered, document: &Document) -> Result<TemplateSources, Findings> {
    let mut partials = BTreeMap::new();
    let mut layers = Vec::new();
    for (name, path) in files::partials(assets)? {
        let texts = assets.texts(&path)?;
        for (index, (layer, text)) in texts.iter().enumerate() {
            let name = match index {
                0 => name.clone(),
                _ => hidden_name(layer, &name),
            };
            partials.insert(name, Arc::clone(text));
        }
        layers.push((name, texts));
    }
    let outline = outline_path(document)?;
    let outline = assets.texts(&outline);
    let outline = outline.map_err(|fault| without_outline(fault, assets, document))?;
    let files = layers
        .iter()
        .flat_map(|(_, texts)| texts)
        .chain(&outline[..1]);
    let of_firms = files.filter(|(layer, _)| *layer != Layer::BuiltIn);
    let aliases = of_firms.map(|(layer, text)| {
        let aliases = aliases(assets.depth(layer), assets, &layers);
        (text.name().to_owned(), aliases)
    });
    Ok(TemplateSources {
        aliases: aliases.collect(),
        document: Arc::clone(&outline[0].1),
        partials,
    })
}

/// The finding about an outline that is not there, where a firm declares the document.
fn without_outline(fault: Diagnostic, assets: &Layered, document: &Document) -> Diagnostic {
    let declared = declaration_path(document.id()).and_then(|path| assets.text(&path));
    let (Ok(declared), true) = (declared, *fault.code == code::asset::MISSING) else {
        return fault;
    };
    let message = format!("`{}` has no outline", document.id());
    Diagnostic::new(&code::asset::MISSING, message)
        .at(Place::new(&declared, 0..0))
        .help("write `document.typ.hbs` beside this file")
}

/// The asset of a partial, by the name under which templates call it, of the places of all.
///
/// # Errors
/// `A02` for a partial that is not there.
pub(crate) fn partial(
    assets: &Layered,
    partials: &Places,
    name: &str,
) -> Result<(AssetPath, Asset), Diagnostic> {
    let (_, own) = name.rsplit_once('/').unwrap_or(("", name));
    let path = match partials.get(own) {
        Some(path) => path.clone(),
        None => AssetPath::new(format!("templates/partials/{own}{TEMPLATE}"))?,
    };
    let is_covered = |asset: &Asset| name != own && hidden_name(&asset.layer, own) == name;
    let asset = match assets.each(&path).find(is_covered) {
        Some(asset) => asset,
        None => assets.read(&path)?,
    };
    Ok((path, asset))
}

/// Whether a partial that templates call so is a firm's, with no other before it.
pub(super) fn is_of_a_firm(assets: &Layered, partials: &Places, name: &str) -> bool {
    let found = partials.get(name).map(|path| assets.read(path));
    found.is_some_and(|found| found.is_ok_and(|asset| asset.layer != Layer::BuiltIn))
}

/// The name of the partial of a layer that another stands before.
fn hidden_name(layer: &Layer, name: &str) -> String {
    match layer {
        Layer::BuiltIn => format!("builtin/{name}"),
        Layer::Folder(folder) => format!("{}/{name}", folder.name),
    }
}

/// What a file of the layer at this depth calls by `builtin/NAME` and `below/NAME`.
fn aliases(depth: usize, assets: &Layered, partials: &[(String, OfLayers)]) -> Aliases {
    let mut aliases = Aliases::new();
    for (name, texts) in partials {
        let called = |found: Option<(usize, &(Layer, _))>| match found? {
            (0, _) => Some(name.clone()),
            (_, (layer, _)) => Some(hidden_name(layer, name)),
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
