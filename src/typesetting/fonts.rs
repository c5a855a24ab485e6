//! The fonts a document may be set in: those of the assets, never the machine's.

use std::borrow::Cow;
use std::sync::Arc;

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
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// The paths of those that travel inside the program.
    built_in: Vec<Option<AssetPath>>,
}

/// A font as it is told to a worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum FontFile {
    /// It travels inside the program, where the worker has it too.
    BuiltIn(String),
    /// It does not.
    Sent(Vec<u8>),
}

impl Fonts {
    /// Reads every `.ttf` and `.otf` under `fonts/`, in the order of their paths.
    ///
    /// # Errors
    /// `S09` where a file is no font.
    pub(super) fn load(assets: &Layered) -> Result<Self, Diagnostic> {
        let mut fonts = Vec::new();
        let mut built_in = Vec::new();
        for path in assets.list(&AssetPath::new("fonts")?) {
            if path.as_str().ends_with(".ttf") || path.as_str().ends_with(".otf") {
                let asset = assets.read(&path)?;
                let is_built_in = asset.layer == Layer::BuiltIn;
                fonts.push(font(asset).ok_or_else(|| not_a_font(&path))?);
                built_in.push(is_built_in.then_some(path));
            }
        }
        Ok(Fonts::on_shelf(fonts, built_in))
    }

    /// The fonts that another process was told; none where that is no list of ours.
    pub(super) fn of(files: Vec<FontFile>) -> Option<Self> {
        let builtin = Layered::builtin();
        let read = |file| match file {
            FontFile::BuiltIn(path) => {
                let path = AssetPath::new(&path).ok()?;
                Some((font(builtin.read(&path).ok()?)?, Some(path)))
            }
            FontFile::Sent(bytes) => Some((Font::new(Bytes::new(bytes), 0)?, None)),
        };
        let read: Option<Vec<_>> = files.into_iter().map(read).collect();
        let (fonts, built_in) = read?.into_iter().unzip();
        Some(Fonts::on_shelf(fonts, built_in))
    }

    /// The same fonts, for another process.
    pub(super) fn files(&self) -> Vec<FontFile> {
        let fonts = self.0.fonts.iter().zip(&self.0.built_in);
        let file = |(font, path): (&Font, &Option<AssetPath>)| match path {
            Some(path) => FontFile::BuiltIn(path.as_str().to_owned()),
            None => FontFile::Sent(font.data().to_vec()),
        };
        fonts.map(file).collect()
    }

    fn on_shelf(fonts: Vec<Font>, built_in: Vec<Option<AssetPath>>) -> Self {
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Fonts(Arc::new(Shelf {
            book,
            fonts,
            built_in,
        }))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    /// Whether one of them has a shape for a character.
    pub(super) fn have(&self, character: char) -> bool {
        let mut fonts = (0..self.0.fonts.len()).filter_map(|index| self.0.book.info(index));
        fonts.any(|font| font.coverage.contains(u32::from(character)))
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.0.fonts.get(index).cloned()
    }
}

fn font(asset: Asset) -> Option<Font> {
    let bytes = match asset.bytes {
        Cow::Borrowed(bytes) => Bytes::new(bytes),
        Cow::Owned(bytes) => Bytes::new(bytes),
    };
    Font::new(bytes, 0)
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
