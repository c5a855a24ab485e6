//! The fonts of a run, each by its digest: a document that is set in others is another.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;

use crate::assets::{Asset, AssetPath, Layer, Layered};
use crate::diagnostics::Diagnostic;
use crate::output::Digest;
use crate::output::manifest::{Input, InputKind};
use crate::reading::table;

/// The fonts of a run. They are megabytes, so they are read when something is made.
#[derive(Debug)]
pub(super) struct Fonts {
    files: Vec<(AssetPath, Asset)>,
    each: OnceLock<Vec<Input>>,
}

impl Fonts {
    /// Those of the program and of a firm.
    ///
    /// # Errors
    /// A font that cannot be read.
    pub(super) fn of(assets: &Layered) -> Result<Self, Diagnostic> {
        let paths = assets.list(&AssetPath::new("fonts")?).into_iter();
        let is_font = |path: &AssetPath| {
            let mut ends = [".ttf", ".otf"].iter();
            ends.any(|end| path.as_str().ends_with(end))
        };
        let files = paths.filter(is_font).map(|path| {
            let asset = assets.read(&path)?;
            Ok((path, asset))
        });
        Ok(Fonts {
            files: files.collect::<Result<_, Diagnostic>>()?,
            each: OnceLock::new(),
        })
    }

    /// Each file by itself.
    pub(super) fn each(&self) -> &[Input] {
        let inputs = self.files.iter().map(|(path, asset)| Input {
            kind: InputKind::Font,
            name: path.as_str().to_owned(),
            layer: asset.layer.name().to_owned(),
            sha256: digest(path, asset),
        });
        self.each.get_or_init(|| inputs.collect())
    }

    /// All of them together.
    pub(super) fn all(&self) -> Digest {
        let each = self.each().iter();
        Digest::of_parts(each.map(|one| one.sha256.as_bytes().as_slice()))
    }
}

/// The digest of a font; of the program's own, the one that is listed.
fn digest(path: &AssetPath, asset: &Asset) -> Digest {
    let listed = match asset.layer {
        Layer::BuiltIn => LISTED.get(path.as_str()),
        Layer::Folder(_) => None,
    };
    listed.copied().unwrap_or_else(|| Digest::of(&asset.bytes))
}

/// The digests of the program's own fonts, which a test compares with the files.
static LISTED: LazyLock<BTreeMap<String, Digest>> = LazyLock::new(|| {
    let families: Vec<Family> = table(include_str!("../../fonts/fonts.yaml"));
    let files = families.into_iter().flat_map(|family| family.files);
    files.map(|file| (file.file, file.sha256)).collect()
});

#[derive(Deserialize)]
struct Family {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    file: String,
    sha256: Digest,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_is_what_the_files_are() {
        let assets = Layered::builtin();
        let fonts = Fonts::of(&assets).expect("they are inside the program");
        for ((path, asset), input) in fonts.files.iter().zip(fonts.each()) {
            assert!(LISTED.contains_key(path.as_str()), "{path:?}");
            assert_eq!(input.sha256, Digest::of(&asset.bytes), "{path:?}");
        }
    }
}
