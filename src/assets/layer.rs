//! Whose files they are: the program's own, or those of a firm's folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::AssetPath;

/// A folder of templates that stands before those of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// What findings, lists and the manifest call it.
    pub name: String,
    /// Where it lies, as a reader would open it.
    pub path: PathBuf,
}

/// The layer an asset comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// It travels inside the program.
    BuiltIn,
    /// It stands in a folder on disk.
    Folder(Arc<Folder>),
}

impl Folder {
    /// A folder that says nothing of itself.
    pub fn unnamed(path: &Path) -> Self {
        Folder {
            name: "folder".to_owned(),
            path: path.to_owned(),
        }
    }

    /// The path at which a reader opens a file of it.
    pub(super) fn shown(&self, below: &str) -> String {
        let path = self.path.join(below);
        let path = path.strip_prefix(".").unwrap_or(&path);
        path.display().to_string()
    }
}

impl Layer {
    /// Whether it is this folder.
    pub fn is(&self, folder: &Folder) -> bool {
        matches!(self, Layer::Folder(own) if **own == *folder)
    }

    /// What the manifest calls it, which names no folder of a machine.
    pub fn name(&self) -> &str {
        match self {
            Layer::BuiltIn => "built-in",
            Layer::Folder(folder) => &folder.name,
        }
    }

    /// The name under which a reader knows a file of it. Where a firm has a layer, the
    /// program's own file never looks like one of the firm's.
    pub(super) fn shown(&self, path: &AssetPath, is_alone: bool) -> String {
        match self {
            Layer::BuiltIn if is_alone => path.as_str().to_owned(),
            Layer::BuiltIn => format!("builtin/{}", path.below()),
            Layer::Folder(folder) => folder.shown(path.below()),
        }
    }
}
