//! What a firm draws itself in its `firm.typ`, and whether the theme calls it.

use std::sync::Arc;

use super::files::FIRM;
use crate::assets::{AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, Place, SourceFile, code, nearest};
use crate::templates::definitions;

/// The names that the theme calls in a `firm.typ`.
const CALLED: [&str; 3] = ["before-title", "letterhead", "page-foot"];

/// The modules of the theme that do not lead back to a `firm.typ`.
const BELOW: [&str; 4] = ["edition.typ", "languages.typ", "measures.typ", "values.typ"];

/// `A11` where a firm's file defines none of the names, or one that is nearly so; `A16` where it
/// imports what imports it.
///
/// # Errors
/// `A03` for a file that is not text.
pub(super) fn uncalled(assets: &Layered) -> Result<Option<Diagnostic>, Diagnostic> {
    let path = AssetPath::new(FIRM)?;
    let (layer, file) = assets.texts(&path)?.swap_remove(0);
    if layer == Layer::BuiltIn {
        return Ok(None);
    }
    if let Some(circle) = circle(&file) {
        return Ok(Some(circle));
    }
    let defined = definitions(file.text());
    let names = || defined.iter().map(|definition| definition.name.as_str());
    let strange = names().filter(|name| !CALLED.contains(name));
    let near = strange.filter_map(|name| Some((name, nearest(name, CALLED)?)));
    // A helper may be called nearly so, beside what it helps to draw.
    let mut near = near.filter(|(_, near)| !names().any(|name| name == *near));
    let (message, at, help) = match near.next() {
        Some((name, near)) => (
            format!("the theme does not call `{name}`"),
            file.text()
                .find(name)
                .map_or(0..0, |at| at..at + name.len()),
            format!("did you mean `{near}`?"),
        ),
        None if names().any(|name| CALLED.contains(&name)) => return Ok(None),
        None => (
            "the theme calls nothing that this file defines".to_owned(),
            0..0,
            format!(
                "define one of `{}`, or take the file out",
                CALLED.join("`, `")
            ),
        ),
    };
    let finding = Diagnostic::new(&code::asset::NOT_CALLED, message);
    Ok(Some(finding.at(Place::new(&file, at)).help(help)))
}

/// An import of a module that imports this file itself.
fn circle(file: &Arc<SourceFile>) -> Option<Diagnostic> {
    let text = file.text();
    let imports = text.match_indices("#import \"/themes/court/");
    let mut imports = imports.filter_map(|(at, import)| {
        let name = text[at + import.len()..].split('"').next()?;
        Some((
            at + "#import \"".len()..at + import.len() + name.len(),
            name,
        ))
    });
    let (range, name) = imports.find(|(_, name)| !BELOW.contains(name))?;
    let message = format!("`{name}` imports this file, which cannot import it in turn");
    Some(
        Diagnostic::new(&code::asset::CIRCLE, message)
            .at(Place::new(file, range))
            .help("import what you need from `/themes/court/measures.typ`"),
    )
}
