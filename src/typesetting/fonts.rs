//! The fonts a document may be set in: those of the assets, never the machine's.

use std::borrow::Cow;
use std::sync::Arc;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, code};

/// Fonts, read once and shared by all documents; cloning is free.
#[derive(Clone, Debug)]
pub(super) struct Fonts(Arc<Shelf>);

#[derive(Debug)]
struct Shelf {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    /// Reads every `.ttf` and `.otf` under `fonts/`, in the order of their paths.
    ///
    /// # Errors
    /// `S09` where a file is no font.
    pub(super) fn load(assets: &Layered) -> Result<Self, Diagnostic> {
        let mut fonts = Vec::new();
        for path in assets.list(&AssetPath::new("fonts")?) {
            if path.as_str().ends_with(".ttf") || path.as_str().ends_with(".otf") {
                fonts.push(read(assets, &path)?);
            }
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Ok(Fonts(Arc::new(Shelf { book, fonts })))
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.0.fonts.get(index).cloned()
    }
}

fn read(assets: &Layered, path: &AssetPath) -> Result<Font, Diagnostic> {
    let bytes = match assets.read(path)?.bytes {
        Cow::Borrowed(bytes) => Bytes::new(bytes),
        Cow::Owned(bytes) => Bytes::new(bytes),
    };
    Font::new(bytes, 0).ok_or_else(|| {
        Diagnostic::new(
            &code::typesetting::FONT_FILE,
            format!("`{path}` is not a font"),
        )
        .help("put a TrueType or OpenType font there, or take the file away")
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_fonts_are_ours() -> Result<(), Diagnostic> {
        let fonts = Fonts::load(&Layered::builtin())?;
        let families: BTreeSet<&str> = fonts.book().families().map(|(family, _)| family).collect();
        assert_eq!(Vec::from_iter(families), ["Andika", "Liberation Sans"]);
        assert!(fonts.get(7).is_some());
        assert!(fonts.get(8).is_none());
        Ok(())
    }
}
