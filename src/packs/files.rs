//! Which assets make a document: its outline, the partials, the theme, the words.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings, SourceFile};
use crate::language::{Language, Locale};
use crate::templates::TemplateSources;
use crate::view::Document;

use super::edition::Edition;
use crate::audience::Languages;

/// The ending of a Handlebars template that makes Typst.
const TEMPLATE: &str = ".typ.hbs";

/// What a theme does otherwise for two languages.
const SIDE_BY_SIDE: &str = "/languages/side-by-side.typ";
const IN_SEQUENCE: &str = "/languages/in-sequence.typ";

/// What brings two languages together.
const BILINGUAL: &str = "templates/themes/court/bilingual-document.typ";

/// The words of a language.
pub(crate) fn locale(assets: &Layered, language: Language) -> Result<Locale, Findings> {
    Locale::parse(&locale_file(assets, language)?)
}

/// The file they stand in.
pub(crate) fn locale_file(
    assets: &Layered,
    language: Language,
) -> Result<Arc<SourceFile>, Findings> {
    Ok(assets.text(&locale_path(language)?)?)
}

/// Where it stands: `templates/locales/<language>.yaml`.
pub(crate) fn locale_path(language: Language) -> Result<AssetPath, Diagnostic> {
    AssetPath::new(format!("templates/locales/{}.yaml", language.code()))
}

/// Where the outline of a document stands: `templates/packs/<document>/document.typ.hbs`.
pub(crate) fn outline_path(document: &Document) -> Result<AssetPath, Diagnostic> {
    AssetPath::new(format!(
        "templates/packs/{}/document{TEMPLATE}",
        document.id()
    ))
}

/// Where a partial stands: `templates/partials/<name>.typ.hbs`.
pub(crate) fn partial_path(name: &str) -> Result<AssetPath, Diagnostic> {
    AssetPath::new(format!("templates/partials/{name}{TEMPLATE}"))
}

/// The name of the partial in `templates/partials/<name>.typ.hbs`.
pub(crate) fn partial_name(path: &AssetPath) -> Option<&str> {
    let below = path.as_str().strip_prefix("templates/partials/")?;
    let name = below.strip_suffix(TEMPLATE)?;
    (!name.contains('/')).then_some(name)
}

/// The templates of a document: its outline and all partials.
pub(crate) fn sources(assets: &Layered, document: &Document) -> Result<TemplateSources, Findings> {
    let mut partials = BTreeMap::new();
    for path in assets.list(&AssetPath::new("templates/partials")?) {
        if let Some(name) = partial_name(&path) {
            partials.insert(name.to_owned(), assets.text(&path)?);
        }
    }
    Ok(TemplateSources {
        document: assets.text(&outline_path(document)?)?,
        partials,
    })
}

/// The modules of the themes, by the path under which a document imports them; what a
/// theme does otherwise for an edition or for two languages stands in `editions/` and
/// `languages/`, and takes the place of its `edition.typ` or `languages.typ`, which comes
/// before it in the list.
pub(crate) fn theme(
    assets: &Layered,
    edition: Edition,
    languages: Languages,
    side_by_side: bool,
) -> Result<BTreeMap<String, Vec<u8>>, Findings> {
    let edition = edition_module(edition);
    let languages = match (languages, side_by_side) {
        (Languages::One(_), _) => None,
        (Languages::Bilingual, true) => Some(SIDE_BY_SIDE),
        (Languages::Bilingual, false) => Some(IN_SEQUENCE),
    };
    let mut files = BTreeMap::new();
    for path in assets.list(&AssetPath::new("templates/themes")?) {
        if path.file_name().ends_with(".typ") {
            let below = path.as_str().trim_start_matches("templates/");
            let mut below = below.replace(&edition, "/edition.typ");
            if let Some(languages) = languages {
                below = below.replace(languages, "/languages.typ");
            }
            files.insert(below, assets.read(&path)?.bytes.into_owned());
        }
    }
    Ok(files)
}

/// Where a theme does otherwise for an edition.
fn edition_module(edition: Edition) -> String {
    format!("/editions/{}.typ", edition.word())
}

/// Whether the program itself chooses this module of a theme, which no other imports.
pub(crate) fn is_chosen(module: &AssetPath) -> bool {
    let path = module.as_str();
    let mut editions = Edition::ALL.into_iter().map(edition_module);
    path == BILINGUAL
        || path.ends_with(SIDE_BY_SIDE)
        || path.ends_with(IN_SEQUENCE)
        || editions.any(|edition| path.ends_with(&edition))
}

/// The source that brings the halves of a bilingual document together.
pub(crate) fn bilingual(assets: &Layered) -> Result<String, Findings> {
    let path = AssetPath::new(BILINGUAL)?;
    Ok(assets.text(&path)?.text().to_owned())
}
