//! Which assets make a document: its outline, the partials, the theme, the words.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Findings, SourceFile};
use crate::language::{Language, Locale};
use crate::templates::TemplateSources;
use crate::view::Document;

use super::{Edition, Languages};

/// The ending of a Handlebars template that makes Typst.
const TEMPLATE: &str = ".typ.hbs";

/// The words of a language: `templates/locales/<language>.yaml`.
pub(super) fn locale(assets: &Layered, language: Language) -> Result<Locale, Findings> {
    Locale::parse(&locale_file(assets, language)?)
}

/// The file they stand in.
pub(super) fn locale_file(
    assets: &Layered,
    language: Language,
) -> Result<Arc<SourceFile>, Findings> {
    let path = AssetPath::new(format!("templates/locales/{}.yaml", language.code()))?;
    Ok(assets.text(&path)?)
}

/// The templates of a document: its outline and all partials.
pub(super) fn sources(assets: &Layered, document: Document) -> Result<TemplateSources, Findings> {
    let outline = AssetPath::new(format!(
        "templates/packs/{}/document{TEMPLATE}",
        document.id()
    ))?;
    let mut partials = BTreeMap::new();
    for path in assets.list(&AssetPath::new("templates/partials")?) {
        if let Some(name) = path.file_name().strip_suffix(TEMPLATE) {
            partials.insert(name.to_owned(), assets.text(&path)?);
        }
    }
    Ok(TemplateSources {
        document: assets.text(&outline)?,
        partials,
    })
}

/// The modules of the themes, by the path under which a document imports them; what a
/// theme does otherwise for an edition or for two languages stands in `editions/` and
/// `languages/`, and takes the place of its `edition.typ` or `languages.typ`.
pub(super) fn theme(
    assets: &Layered,
    edition: Edition,
    languages: Languages,
    side_by_side: bool,
) -> Result<BTreeMap<String, Vec<u8>>, Findings> {
    let edition = format!("/editions/{}.typ", edition.word());
    let languages = match (languages, side_by_side) {
        (Languages::One(_), _) => "/languages/one.typ",
        (Languages::Bilingual, true) => "/languages/side-by-side.typ",
        (Languages::Bilingual, false) => "/languages/in-sequence.typ",
    };
    let mut files = BTreeMap::new();
    for path in assets.list(&AssetPath::new("templates/themes")?) {
        if path.file_name().ends_with(".typ") {
            let below = path.as_str().trim_start_matches("templates/");
            let below = below
                .replace(&edition, "/edition.typ")
                .replace(languages, "/languages.typ");
            files.insert(below, assets.read(&path)?.bytes.into_owned());
        }
    }
    Ok(files)
}

/// The source that brings the halves of a bilingual document together.
pub(super) fn bilingual(assets: &Layered) -> Result<String, Findings> {
    let path = AssetPath::new("templates/themes/court/bilingual-document.typ")?;
    Ok(assets.text(&path)?.text().to_owned())
}
