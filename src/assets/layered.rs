//! Layers of assets, of which the first that has a path wins.
//!
//! A layer is plain data, read once: nothing here touches a disk while a document is
//! made, so a link or a change behind our back cannot reach into one. The last layer is
//! the one inside the program; a firm's folders may stand in front of it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::folder::{self, Held};
use super::layer::{Folder, Layer};
use super::{AssetPath, embedded};
use crate::diagnostics::{Diagnostic, Findings, SourceFile, code, did_you_mean};

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
    held: Held,
}

/// All layers, the one that wins first.
#[derive(Debug)]
pub struct Layered(Vec<Filled>);

impl Layered {
    /// What travels inside the program, and nothing before it.
    pub fn builtin() -> Self {
        let held = Held {
            files: embedded::files(),
            ..Held::default()
        };
        let layer = Layer::BuiltIn;
        Layered(vec![Filled { layer, held }])
    }

    /// Folders of templates, the lowest first, in front of what travels inside the program.
    ///
    /// # Errors
    /// `A01`, `A04` and `A06`: a folder with anything for documents in it that is not a plain,
    /// readable file, or with nothing.
    pub fn over(folders: Vec<Folder>) -> Result<Self, Findings> {
        let Layered(mut layers) = Layered::builtin();
        let mut findings = Findings::new();
        for folder in folders {
            match folder::read(&folder.path) {
                Ok(held) => {
                    let layer = Layer::Folder(Arc::new(folder));
                    layers.insert(0, Filled { layer, held });
                }
                Err(faults) => findings.extend(faults),
            }
        }
        match findings.is_empty() {
            true => Ok(Layered(layers)),
            false => Err(findings),
        }
    }

    /// Whether a folder stands in front of what travels inside the program.
    pub fn has_folder(&self) -> bool {
        self.0.len() > 1
    }

    /// The folders that stand in front of it, the one that wins first.
    pub fn folders(&self) -> impl Iterator<Item = &Folder> {
        self.0.iter().filter_map(|filled| match &filled.layer {
            Layer::Folder(folder) => Some(folder.as_ref()),
            Layer::BuiltIn => None,
        })
    }

    /// How many layers stand before this one.
    pub fn depth(&self, layer: &Layer) -> usize {
        let mut layers = self.0.iter();
        let at = layers.position(|filled| filled.layer == *layer);
        at.unwrap_or(self.0.len())
    }

    /// The asset of this path, from the first layer that has it.
    ///
    /// # Errors
    /// `A02` where no layer has it, with the nearest path that one does have.
    pub fn read(&self, path: &AssetPath) -> Result<Asset, Diagnostic> {
        let found = self.each(path).next();
        found.ok_or_else(|| self.missing(path))
    }

    /// The asset of this path in each layer that has it, the one that wins first.
    pub fn each(&self, path: &AssetPath) -> impl Iterator<Item = Asset> {
        self.0.iter().filter_map(move |filled| {
            let bytes = filled.held.files.get(path)?;
            Some(Asset {
                layer: filled.layer.clone(),
                bytes: bytes.clone(),
            })
        })
    }

    /// The asset of this path as a text that findings can point into.
    ///
    /// # Errors
    /// As [`Layered::read`], and `A03` where the bytes are not UTF-8.
    pub fn text(&self, path: &AssetPath) -> Result<Arc<SourceFile>, Diagnostic> {
        self.text_of(path, &self.read(path)?)
    }

    /// The text of this path in each layer that has it, the one that wins first.
    ///
    /// # Errors
    /// As [`Layered::text`].
    pub fn texts(&self, path: &AssetPath) -> Result<Vec<(Layer, Arc<SourceFile>)>, Diagnostic> {
        let texts = self.each(path).map(|asset| {
            let text = self.text_of(path, &asset)?;
            Ok((asset.layer, text))
        });
        let texts: Vec<_> = texts.collect::<Result<_, Diagnostic>>()?;
        match texts.is_empty() {
            true => Err(self.missing(path)),
            false => Ok(texts),
        }
    }

    /// The path at which a reader opens the file that a layer has of this path.
    pub fn shown(&self, layer: &Layer, path: &AssetPath) -> String {
        layer.shown(path, !self.has_folder())
    }

    /// What a folder keeps beside its templates under this path, `base/partials/x.typ.hbs`.
    ///
    /// # Errors
    /// `A03` where the bytes are not UTF-8.
    pub fn kept(
        &self,
        folder: &Folder,
        path: &AssetPath,
    ) -> Result<Option<Arc<SourceFile>>, Diagnostic> {
        let filled = self.0.iter().find(|filled| filled.layer.is(folder));
        let bytes = filled.and_then(|filled| filled.held.kept.get(path));
        let name = folder.shown(path.as_str());
        bytes.map(|bytes| source_file(name, bytes)).transpose()
    }

    /// The paths of all that a folder keeps in a folder beside its templates.
    pub fn list_kept(&self, folder: &Folder, within: &AssetPath) -> Vec<AssetPath> {
        let filled = self.0.iter().filter(|filled| filled.layer.is(folder));
        let paths = filled.flat_map(|filled| filled.held.kept.keys());
        paths
            .filter(|path| path.is_within(within))
            .cloned()
            .collect()
    }

    /// What stands in a folder and nobody meant to be read, by its name.
    pub fn passed_over(&self, folder: &Folder) -> &[String] {
        let filled = self.0.iter().find(|filled| filled.layer.is(folder));
        filled.map_or(&[], |filled| &filled.held.passed_over)
    }

    fn text_of(&self, path: &AssetPath, asset: &Asset) -> Result<Arc<SourceFile>, Diagnostic> {
        source_file(self.shown(&asset.layer, path), &asset.bytes)
    }

    /// Every file of every layer: its path, and the path at which a reader opens it.
    pub fn held(&self) -> impl Iterator<Item = (&AssetPath, String)> {
        let is_alone = !self.has_folder();
        self.0.iter().flat_map(move |filled| {
            let paths = filled.held.files.keys();
            paths.map(move |path| (path, filled.layer.shown(path, is_alone)))
        })
    }

    /// Whether a file of this name, as a reader opens it, is one of a folder's.
    pub fn is_of_a_folder(&self, shown: &str) -> bool {
        let folders = self
            .0
            .iter()
            .filter(|filled| filled.layer != Layer::BuiltIn);
        let mut names = folders.flat_map(|filled| {
            let paths = filled.held.files.keys();
            paths.map(|path| filled.layer.shown(path, false))
        });
        names.any(|name| name == shown)
    }

    /// What stands in the folders beside what is read, and was meant to be: its name, and the
    /// path at which a reader finds it.
    pub fn strangers(&self) -> impl Iterator<Item = (&str, String)> {
        self.0.iter().flat_map(|filled| {
            let shown = |name: &str| match &filled.layer {
                Layer::Folder(folder) => folder.shown(name),
                Layer::BuiltIn => name.to_owned(),
            };
            let strangers = filled.held.strangers.iter();
            strangers.map(move |name| (name.as_str(), shown(name)))
        })
    }

    /// The paths of all assets in a folder and below it, over all layers, sorted.
    pub fn list(&self, folder: &AssetPath) -> Vec<AssetPath> {
        let paths: BTreeSet<&AssetPath> = self
            .0
            .iter()
            .flat_map(|filled| filled.held.files.keys())
            .filter(|path| path.is_within(folder))
            .collect();
        paths.into_iter().cloned().collect()
    }

    fn missing(&self, path: &AssetPath) -> Diagnostic {
        let finding = Diagnostic::new(&code::asset::MISSING, format!("there is no asset `{path}`"));
        let siblings = self
            .0
            .iter()
            .flat_map(|filled| filled.held.files.keys())
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

/// A file as a text under the name that a reader knows it by.
fn source_file(name: String, bytes: &[u8]) -> Result<Arc<SourceFile>, Diagnostic> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(name, text)),
        Err(error) => Err(Diagnostic::new(
            &code::asset::NOT_TEXT,
            format!("`{name}` is not UTF-8 at byte {}", error.valid_up_to()),
        )
        .help("save the file with the encoding UTF-8")),
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
        let held = Held {
            files: files.collect(),
            ..Held::default()
        };
        let layer = Layer::BuiltIn;
        Filled { layer, held }
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
        broken
            .held
            .files
            .insert(path("a.hbs"), Cow::Borrowed(b"ab\xff"));
        let finding = Layered(vec![broken])
            .text(&path("a.hbs"))
            .expect_err("it is not text");
        assert_eq!(finding.short(), "A03: `a.hbs` is not UTF-8 at byte 2");
    }

    #[test]
    fn embedded_bytes_are_not_copied() -> Result<(), Diagnostic> {
        let asset = Layered::builtin().read(&path("fonts/fonts.yaml"))?;
        assert!(matches!(asset.bytes, Cow::Borrowed(_)));
        assert_eq!(asset.layer, Layer::BuiltIn);
        Ok(())
    }
}
