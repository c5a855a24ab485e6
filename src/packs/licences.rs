//! Whether each font of a firm has its licence beside it.

use std::collections::BTreeSet;

use crate::assets::{AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, code};

/// What the name of a licence begins with, in capitals.
const LICENCES: [&str; 4] = ["OFL", "LICENSE", "LICENCE", "COPYING"];

/// `A12` for each folder of a firm with fonts and without a licence.
///
/// # Errors
/// A font that cannot be read.
pub(super) fn wanting(assets: &Layered) -> Result<Vec<Diagnostic>, Diagnostic> {
    let paths = assets.list(&AssetPath::new("fonts")?);
    let folder = |path: &AssetPath| {
        let (folder, name) = path.as_str().rsplit_once('/').unwrap_or_default();
        (folder.to_owned(), name.to_uppercase())
    };
    let mut licensed = BTreeSet::new();
    for path in &paths {
        let (folder, name) = folder(path);
        if LICENCES.iter().any(|licence| name.starts_with(licence)) {
            licensed.insert(folder);
        }
    }
    let mut wanting = Vec::new();
    for path in &paths {
        let (folder, name) = folder(path);
        let is_font = name.ends_with(".TTF") || name.ends_with(".OTF");
        let layer = assets.read(path)?.layer;
        if is_font && layer != Layer::BuiltIn && licensed.insert(folder) {
            let message = format!("no licence lies beside `{}`", assets.shown(&layer, path));
            let help = "put it there as `OFL.txt` or `LICENCE.txt`; it must allow embedding";
            wanting.push(Diagnostic::new(&code::asset::NO_LICENCE, message).help(help));
        }
    }
    Ok(wanting)
}
