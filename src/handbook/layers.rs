//! One file or phrase through the layers: in which it stands, and which lies below which.

use std::sync::Arc;

use super::unanswered::Unanswered;
use crate::assets::{AssetPath, BASE, Folder, Layer, Layered};
use crate::diagnostics::SourceFile;
use crate::language::Locale;
use crate::packs::files;
use crate::packs::shelf::Packs;

/// The texts of a path, the lowest layer's first.
pub(super) type Texts = Vec<(Layer, Arc<SourceFile>)>;

/// The texts of a path, the lowest layer's first.
pub(super) fn texts(assets: &Layered, path: &AssetPath) -> Result<Texts, Unanswered> {
    let mut texts = assets.texts(path)?;
    texts.reverse();
    Ok(texts)
}

/// A text, and what it stands over.
type Over = (Arc<SourceFile>, Option<Arc<SourceFile>>);

/// The text of a path in a folder, and in the next layer below it that has one.
pub(super) fn over(
    assets: &Layered,
    path: &AssetPath,
    folder: &Folder,
) -> Result<Option<Over>, Unanswered> {
    let mut texts = assets.texts(path)?.into_iter();
    let own = texts.find(|(layer, _)| layer.is(folder));
    let below = texts.next().map(|(_, text)| text);
    Ok(own.map(|(_, own)| (own, below)))
}

/// The words of a language as they are with so many of its files, from the lowest alone on.
pub(super) fn locales(texts: &Texts) -> Result<Vec<Locale>, Unanswered> {
    let files: Vec<_> = texts.iter().map(|(_, file)| Arc::clone(file)).collect();
    let laid = (1..=files.len()).map(|most| Locale::laid(&files[..most]));
    Ok(laid.collect::<Result<_, _>>()?)
}

/// The files that a name leads to: of a partial, of the outline of a document, or the one of
/// this path.
pub(super) fn paths(
    assets: &Layered,
    packs: &Packs,
    name: &str,
) -> Result<Vec<AssetPath>, Unanswered> {
    let name = name.strip_prefix("builtin/").unwrap_or(name);
    let outline = packs.documents().named(name);
    let outline = outline.map(files::outline_path).transpose()?;
    let mut found = assets.list(&AssetPath::new("templates")?);
    found.retain(|path| {
        path.below() == name
            || files::partial_name(path) == Some(name)
            || outline.as_ref() == Some(path)
    });
    Ok(found)
}

/// Where a folder keeps what its file of this path was copied from.
pub(super) fn base(path: &AssetPath) -> Result<AssetPath, Unanswered> {
    Ok(AssetPath::new(format!("{BASE}/{}", path.below()))?)
}

/// What a template calls that adds to another, and so is no copy of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrapped {
    /// The one of the next layer.
    Below,
    /// The program's own, whatever stands between.
    BuiltIn,
}

/// What a template adds to; nothing where it calls neither.
pub(super) fn wraps(text: &str) -> Option<Wrapped> {
    let calls = |word: &str| text.contains(&format!("{{{{> {word}/"));
    let below = calls("below").then_some(Wrapped::Below);
    below.or(calls("builtin").then_some(Wrapped::BuiltIn))
}

/// Why nothing can be asked of a firm's folder where there is none.
pub(super) fn no_folder() -> Unanswered {
    Unanswered::NoSuch {
        why: "no folder lies over the program's own templates".to_owned(),
        help: "`concord templates new DIR` makes one; then work inside it".to_owned(),
    }
}
