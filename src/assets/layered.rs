//! Layers of assets, of which the first that has a path wins.
//!
//! A layer is plain data, read once: nothing here touches a disk while a document is
//! made, so a link or a change behind our back cannot reach into one. The last layer is
//! the one inside the program; a folder on disk may stand in front of it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use super::{AssetPath, embedded, folder};
use crate::diagnostics::{Diagnostic, Findings, SourceFile, code, did_you_mean};

/// The layer an asset comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// It travels inside the program.
    BuiltIn,
    /// It stands in a folder on disk, under the name as it was given.
    Folder(String),
}

impl Layer {
    /// The word for it in what is recorded, which names no folder of a machine.
    pub fn word(&self) -> &'static str {
        match self {
            Layer::BuiltIn => "built-in",
            Layer::Folder(_) => "folder",
        }
    }
}

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Layer::BuiltIn => f.write_str("built in"),
            Layer::Folder(name) => f.write_str(name),
        }
    }
}

/// An asset that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The layer that had it.
    pub layer: Layer,
    /// Its bytes; borrowed where they are part of the program.
    pub bytes: Cow<'static, [u8]>,
}

/// The files of one layer.
#[derive(Debug)]
struct Filled {
    layer: Layer,
    files: BTreeMap<AssetPath, Cow<'static, [u8]>>,
}

/// All layers, the one that wins first.
#[derive(Debug)]
pub struct Layered(Vec<Filled>);

impl Layered {
    /// What travels inside the program, and nothing before it.
    pub fn builtin() -> Self {
        Layered(vec![Filled {
            layer: Layer::BuiltIn,
            files: embedded::files(),
        }])
    }

    /// A folder of templates in front of what travels inside the program.
    ///
    /// # Errors
    /// `A01` and `A04`: a folder with anything in it that is not a plain, readable file.
    pub fn with_folder(folder: &Path) -> Result<Self, Findings> {
        let Layered(mut layers) = Layered::builtin();
        let files = folder::files(folder)?;
        let layer = Layer::Folder(folder.display().to_string());
        layers.insert(0, Filled { layer, files });
        Ok(Layered(layers))
    }

    /// Whether a folder stands in front of what travels inside the program.
    pub fn has_folder(&self) -> bool {
        self.0.len() > 1
    }

    /// The asset of this path, from the first layer that has it.
    ///
    /// # Errors
    /// `A02` where no layer has it, with the nearest path that one does have.
    pub fn read(&self, path: &AssetPath) -> Result<Asset, Diagnostic> {
        self.0
            .iter()
            .find_map(|filled| {
                let bytes = filled.files.get(path)?;
                Some(Asset {
                    layer: filled.layer.clone(),
                    bytes: bytes.clone(),
                })
            })
            .ok_or_else(|| self.missing(path))
    }

    /// The asset of this path as a text that findings can point into.
    ///
    /// # Errors
    /// As [`Layered::read`], and `A03` where the bytes are not UTF-8.
    pub fn text(&self, path: &AssetPath) -> Result<Arc<SourceFile>, Diagnostic> {
        let asset = self.read(path)?;
        match std::str::from_utf8(&asset.bytes) {
            Ok(text) => Ok(SourceFile::new(path.as_str(), text)),
            Err(error) => Err(Diagnostic::new(
                &code::asset::NOT_TEXT,
                format!(
                    "`{path}` ({}) is not UTF-8 at byte {}",
                    asset.layer,
                    error.valid_up_to()
                ),
            )
            .help("save the file with the encoding UTF-8")),
        }
    }

    /// The paths of all assets in a folder and below it, over all layers, sorted.
    pub fn list(&self, folder: &AssetPath) -> Vec<AssetPath> {
        let paths: BTreeSet<&AssetPath> = self
            .0
            .iter()
            .flat_map(|filled| filled.files.keys())
            .filter(|path| path.is_within(folder))
            .collect();
        paths.into_iter().cloned().collect()
    }

    fn missing(&self, path: &AssetPath) -> Diagnostic {
        let finding = Diagnostic::new(&code::asset::MISSING, format!("there is no asset `{path}`"));
        let siblings = self
            .0
            .iter()
            .flat_map(|filled| filled.files.keys())
            .filter(|other| {
                other.as_str().rsplit_once('/').map(|(folder, _)| folder)
                    == path.as_str().rsplit_once('/').map(|(folder, _)| folder)
            });
        let names: Vec<&str> = siblings.map(AssetPath::as_str).collect();
        if names.is_empty() {
            finding.help("its folder does not exist or is empty")
        } else {
            finding.help(did_you_mean(path.as_str(), names))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(files: &[(&str, &'static str)]) -> Filled {
        let files = files.iter().map(|(path, text)| {
            let path = AssetPath::new(*path).expect("the test writes plain paths");
            (path, Cow::Borrowed(text.as_bytes()))
        });
        Filled {
            layer: Layer::BuiltIn,
            files: files.collect(),
        }
    }

    fn path(text: &str) -> AssetPath {
        AssetPath::new(text).expect("the test writes plain paths")
    }

    #[test]
    fn the_first_layer_that_has_a_path_wins() -> Result<(), Diagnostic> {
        let assets = Layered(vec![
            layer(&[("a/x", "firm")]),
            layer(&[("a/x", "ours"), ("a/y", "y")]),
        ]);
        assert_eq!(assets.text(&path("a/x"))?.text(), "firm");
        assert_eq!(assets.text(&path("a/y"))?.text(), "y");
        assert_eq!(assets.list(&path("a")), [path("a/x"), path("a/y")]);
        Ok(())
    }

    #[test]
    fn a_missing_asset_is_named_with_its_nearest() {
        let assets = Layered(vec![layer(&[("locales/en.yaml", "")])]);
        let finding = assets
            .read(&path("locales/em.yaml"))
            .expect_err("it does not exist");
        assert_eq!(finding.code.id, "A02");
        assert_eq!(
            finding.help.as_deref(),
            Some("did you mean `locales/en.yaml`?")
        );
    }

    #[test]
    fn text_must_be_utf_8() {
        let mut broken = layer(&[]);
        broken.files.insert(path("a.hbs"), Cow::Borrowed(b"ab\xff"));
        let finding = Layered(vec![broken])
            .text(&path("a.hbs"))
            .expect_err("it is not text");
        assert_eq!(
            finding.short(),
            "A03: `a.hbs` (built in) is not UTF-8 at byte 2"
        );
    }

    #[test]
    fn embedded_bytes_are_not_copied() -> Result<(), Diagnostic> {
        let asset = Layered::builtin().read(&path("fonts/fonts.yaml"))?;
        assert!(matches!(asset.bytes, Cow::Borrowed(_)));
        assert_eq!(asset.layer, Layer::BuiltIn);
        Ok(())
    }
}
