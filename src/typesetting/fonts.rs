//! The fonts a document may be set in: those of the assets, never the machine's.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::assets::{Asset, AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, code};

/// Fonts, read once and shared by all documents; cloning is free.
#[derive(Clone, Debug)]
pub(super) struct Fonts(Arc<Shelf>);

#[derive(Debug)]
struct Shelf {
    files: Vec<FontFile>,
    /// Read when somebody looks at a font: a program with workers hardly ever does.
    read: OnceLock<Read>,
}

#[derive(Debug)]
struct Read {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// A font as it is told to a worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum FontFile {
    /// It travels inside the program, where the worker has it too.
    BuiltIn(String),
    /// It does not.
    Sent(Vec<u8>),
}

impl Fonts {
    /// Every `.ttf` and `.otf` under `fonts/`, in the order of their paths.
    ///
    /// # Errors
    /// `S09` where a file is no font.
    pub(super) fn load(assets: &Layered) -> Result<Self, Diagnostic> {
        let mut files = Vec::new();
        for path in assets.list(&AssetPath::new("fonts")?) {
            if path.as_str().ends_with(".ttf") || path.as_str().ends_with(".otf") {
                let asset = assets.read(&path)?;
                files.push(match asset.layer {
                    // A test reads each of these.
                    Layer::BuiltIn => FontFile::BuiltIn(path.as_str().to_owned()),
                    Layer::Folder(_) => sent(asset).ok_or_else(|| not_a_font(&path))?,
                });
            }
        }
        Ok(Fonts::on_shelf(files, OnceLock::new()))
    }

    /// The fonts that another process was told; none where that is no list of ours.
    pub(super) fn of(files: Vec<FontFile>) -> Option<Self> {
        let read = read(&files)?;
        Some(Fonts::on_shelf(files, read.into()))
    }

    fn on_shelf(files: Vec<FontFile>, read: OnceLock<Read>) -> Self {
        Fonts(Arc::new(Shelf { files, read }))
    }

    /// The same fonts, for another process.
    pub(super) fn files(&self) -> Vec<FontFile> {
        self.0.files.clone()
    }

    fn read(&self) -> &Read {
        let Shelf { files, read: slot } = self.0.as_ref();
        slot.get_or_init(|| read(files).expect("a firm's fonts were read, and ours are sound"))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.read().book
    }

    /// Whether one of them has a shape for a character.
    pub(super) fn have(&self, character: char) -> bool {
        let Read { book, fonts } = self.read();
        let mut fonts = (0..fonts.len()).filter_map(|index| book.info(index));
        fonts.any(|font| font.coverage.contains(u32::from(character)))
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.read().fonts.get(index).cloned()
    }
}

fn read(files: &[FontFile]) -> Option<Read> {
    let builtin = Layered::builtin();
    let font = |file: &FontFile| match file {
        FontFile::BuiltIn(path) => match builtin.read(&AssetPath::new(path).ok()?).ok()?.bytes {
            Cow::Borrowed(bytes) => Font::new(Bytes::new(bytes), 0),
            Cow::Owned(bytes) => Font::new(Bytes::new(bytes), 0),
        },
        FontFile::Sent(bytes) => Font::new(Bytes::new(bytes.clone()), 0),
    };
    let fonts = files.iter().map(font).collect::<Option<Vec<Font>>>()?;
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Some(Read { book, fonts })
}

/// A firm's font, if it is one.
fn sent(asset: Asset) -> Option<FontFile> {
    let bytes = asset.bytes.into_owned();
    Font::new(Bytes::new(bytes.clone()), 0)?;
    Some(FontFile::Sent(bytes))
}

fn not_a_font(path: &AssetPath) -> Diagnostic {
    let message = format!("`{path}` is not a font");
    Diagnostic::new(&code::typesetting::FONT_FILE, message)
        .help("put a TrueType or OpenType font there, or take the file away")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_fonts_are_ours() -> Result<(), Diagnostic> {
        let fonts = Fonts::load(&Layered::builtin())?;
        let families: BTreeSet<&str> = fonts.book().families().map(|(family, _)| family).collect();
        let ours = [
            "Andika",
            "Liberation Sans",
            "Noto Emoji",
            "Noto Sans Arabic",
            "Noto Sans Bengali",
            "Noto Sans Gurmukhi",
        ];
        assert_eq!(Vec::from_iter(families), ours);
        assert!(fonts.get(14).is_some());
        assert!(fonts.get(15).is_none());
        Ok(())
    }

    #[test]
    fn another_process_has_the_same_fonts() -> Result<(), Diagnostic> {
        let fonts = Fonts::load(&Layered::builtin())?;
        let mut files = fonts.files();
        let is_built_in = |file: &FontFile| matches!(file, FontFile::BuiltIn(_));
        assert!(files.iter().all(is_built_in));
        let bytes = fonts.get(0).map(|font| font.data().to_vec());
        files[0] = FontFile::Sent(bytes.expect("there is a first font"));
        let other = Fonts::of(files).expect("fonts can be told");
        assert_eq!(other.book(), fonts.book());
        assert_eq!(
            other
                .files()
                .iter()
                .filter(|file| !is_built_in(file))
                .count(),
            1
        );
        assert!(Fonts::of(vec![FontFile::Sent(b"no font".to_vec())]).is_none());
        Ok(())
    }
}
