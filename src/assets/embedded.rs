//! The templates and fonts that travel inside the program.
//!
//! Their bytes are part of the binary and are never copied.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, DirEntry, include_dir};

use super::AssetPath;

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static FONTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// Every embedded file, templates under `templates/` and fonts under `fonts/`.
pub(super) fn files() -> BTreeMap<AssetPath, Cow<'static, [u8]>> {
    let mut files = BTreeMap::new();
    gather("templates", &TEMPLATES, &mut files);
    gather("fonts", &FONTS, &mut files);
    files
}

fn gather(
    root: &str,
    folder: &'static Dir<'static>,
    files: &mut BTreeMap<AssetPath, Cow<'static, [u8]>>,
) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(below) => gather(root, below, files),
            DirEntry::File(file) => {
                // Built on Windows, the paths inside a folder are written with backslashes.
                let below = file.path().to_string_lossy().replace('\\', "/");
                let path = AssetPath::new(format!("{root}/{below}"))
                    .expect("the names in our own folders are plain");
                files.insert(path, Cow::Borrowed(file.contents()));
            }
        }
    }
}
