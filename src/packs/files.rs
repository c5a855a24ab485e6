//! Which assets make a document: its outline, the partials, the theme, the words.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use crate::assets::{AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use crate::language::{Language, Locale};
use crate::view::Document;

use super::edition::Edition;
use super::look;
use crate::audience::Languages;

/// The ending of a Handlebars template that makes Typst.
pub(super) const TEMPLATE: &str = ".typ.hbs";

/// The ending of a partial that stands among the arguments of a Typst call.
const IN_CODE: &str = ".typc.hbs";

/// What a theme does otherwise for two languages.
const SIDE_BY_SIDE: &str = "/languages/side-by-side.typ";
const IN_SEQUENCE: &str = "/languages/in-sequence.typ";

/// Which names of ours are no longer, and what each is called now.
pub(crate) const RENAMED: &str = "templates/renamed.yaml";

/// Which parts of our documents a firm may leave out.
pub(crate) const PARTS: &str = "templates/parts.yaml";

/// How many pages our documents are meant to take.
pub(crate) const BUDGETS: &str = "templates/budgets.yaml";

/// What a firm draws itself.
pub(crate) const FIRM: &str = "templates/firm.typ";

/// What brings two languages together.
const BILINGUAL: &str = "templates/themes/court/bilingual-document.typ";

/// The words of a language, of all layers.
pub(crate) fn locale(assets: &Layered, language: Language) -> Result<Locale, Findings> {
    Locale::laid(&locale_files(assets, language)?)
}

/// The files they stand in, the lowest layer's first.
pub(crate) fn locale_files(
    assets: &Layered,
    language: Language,
) -> Result<Vec<Arc<SourceFile>>, Findings> {
    let texts = assets.texts(&locale_path(language)?)?.into_iter().rev();
    Ok(texts.map(|(_, text)| text).collect())
}

/// Where it stands: `templates/locales/<language>.yaml`.
pub(crate) fn locale_path(language: Language) -> Result<AssetPath, Diagnostic> {
    AssetPath::new(format!("templates/locales/{}.yaml", language.code()))
}

/// The language whose words stand at a path.
pub(crate) fn language(path: &AssetPath) -> Option<Language> {
    let is_its = |language: &Language| locale_path(*language).is_ok_and(|own| own == *path);
    Language::ALL.iter().copied().find(is_its)
}

/// Where the outline of a document stands: `templates/packs/<document>/document.typ.hbs`.
pub(crate) fn outline_path(document: &Document) -> Result<AssetPath, Diagnostic> {
    AssetPath::new(format!(
        "templates/packs/{}/document{TEMPLATE}",
        document.id()
    ))
}

/// Where a firm declares a document of its own: `templates/packs/<document>/pack.yaml`.
pub(crate) fn declaration_path(id: &str) -> Result<AssetPath, Diagnostic> {
    AssetPath::new(format!("templates/packs/{id}/pack.yaml"))
}

/// The document that a file of this path would declare.
pub(crate) fn declared(path: &AssetPath) -> Option<&str> {
    let below = path.as_str().strip_prefix("templates/packs/")?;
    let id = below.strip_suffix("/pack.yaml")?;
    (!id.contains('/')).then_some(id)
}

/// The name of the partial in `templates/partials/<name>.typ.hbs`, or in the folder
/// `partials/` of a document.
pub(crate) fn partial_name(path: &AssetPath) -> Option<&str> {
    let (folder, file) = path.as_str().rsplit_once('/')?;
    let holder = folder.strip_suffix("/partials")?;
    let is_shared = holder == "templates";
    let of_document = holder.strip_prefix("templates/packs/");
    let is_own = of_document.is_some_and(|document| !document.contains('/'));
    let name = file
        .strip_suffix(TEMPLATE)
        .or_else(|| file.strip_suffix(IN_CODE))?;
    (is_shared || is_own).then_some(name)
}

/// Where each partial stands, by its name.
pub(crate) type Places = BTreeMap<String, AssetPath>;

/// The partials of all layers.
///
/// # Errors
/// `T65` for two files of one name.
pub(crate) fn partials(assets: &Layered) -> Result<Places, Findings> {
    let mut partials = BTreeMap::new();
    let mut findings = Findings::new();
    for path in assets.list(&AssetPath::new("templates")?) {
        let Some(name) = partial_name(&path) else {
            continue;
        };
        match partials.entry(name.to_owned()) {
            Entry::Vacant(free) => drop(free.insert(path)),
            Entry::Occupied(other) => findings.push(namesakes(assets, other.get(), &path)?),
        }
    }
    if findings.is_empty() {
        Ok(partials)
    } else {
        Err(findings)
    }
}

/// Two files of one name. A firm's is most likely to take the place of ours, which has moved.
fn namesakes(
    assets: &Layered,
    one: &AssetPath,
    other: &AssetPath,
) -> Result<Diagnostic, Diagnostic> {
    let depth = |path| Ok(assets.depth(&assets.read(path)?.layer));
    let (below, above) = (depth(one)?, depth(other)?);
    let (hidden, theirs) = match below < above {
        true => (other, one),
        false => (one, other),
    };
    let name = partial_name(theirs).unwrap_or_default();
    let hidden_file = assets.text(hidden)?;
    let message = format!(
        "the partial `{name}` is `{}`, and this has the same name",
        hidden_file.name()
    );
    let help = match below == above {
        true => "call one of the two otherwise, or keep only one of them".to_owned(),
        false => {
            let path = hidden.as_str();
            let path = path.strip_prefix("templates/").unwrap_or(path);
            format!(
                "move it to `{path}` in its folder to take the place of that one, or call it otherwise"
            )
        }
    };
    Ok(Diagnostic::new(&code::template::SAME_NAME, message)
        .at(Place::new(&assets.text(theirs)?, 0..0))
        .help(help))
}

/// Whether a file is a firm's, and not the program's own.
pub(crate) fn is_firms(assets: &Layered, path: &AssetPath) -> bool {
    let asset = assets.read(path);
    asset.is_ok_and(|asset| asset.layer != Layer::BuiltIn)
}

/// Every file of the themes, and what a firm draws itself.
pub(crate) fn themes(assets: &Layered) -> Result<Vec<AssetPath>, Diagnostic> {
    let mut themes = assets.list(&AssetPath::new("templates/themes")?);
    themes.push(AssetPath::new(FIRM)?);
    Ok(themes)
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
    let look = look::read(assets)?;
    let mut files = look::pictures(assets)?;
    for path in themes(assets)? {
        if path.file_name().ends_with(".typ") {
            let below = path.as_str().trim_start_matches("templates/");
            let mut below = below.replace(&edition, "/edition.typ");
            if let Some(languages) = languages {
                below = below.replace(languages, "/languages.typ");
            }
            files.insert(below, assets.read(&path)?.bytes.into_owned());
        }
    }
    let (values, module) = look.module(assets)?;
    files.insert(values, module.into_bytes());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Folder;
    use std::fs;

    /// What is said of a folder with these files, and the help.
    fn told(paths: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for path in paths {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
            fs::write(path, "words").expect("it can be written");
        }
        let firm = Folder::unnamed(folder.path());
        let assets = Layered::over(vec![firm]).map_err(Findings::sorted);
        let findings = partials(&assets.expect("the folder is plain")).err();
        let findings = findings.map(Findings::sorted).unwrap_or_default();
        let home = format!("{}/", folder.path().display());
        let told = |finding: &Diagnostic| {
            let help = finding.help.as_deref().unwrap_or_default();
            format!("{}; {help}", finding.short()).replace(&home, "")
        };
        findings.iter().map(told).collect()
    }

    #[test]
    fn a_partial_where_ours_once_was_is_told_where_ours_is() {
        assert_eq!(
            told(&["partials/summary-box.typ.hbs"]),
            [
                "partials/summary-box.typ.hbs:1:1: T65: the partial `summary-box` is \
              `builtin/packs/court-report/partials/summary-box.typ.hbs`, and this has the same name; \
              move it to `packs/court-report/partials/summary-box.typ.hbs` in its folder to take the \
              place of that one, or call it otherwise"
            ]
        );
        assert_eq!(told(&["partials/term-facts.typ.hbs"]).len(), 1);
    }

    #[test]
    fn two_partials_of_one_name_in_one_folder_are_not_to_cover_each_other() {
        let told = told(&[
            "partials/ask.typ.hbs",
            "packs/court-report/partials/ask.typ.hbs",
        ]);
        assert_eq!(
            told,
            ["partials/ask.typ.hbs:1:1: T65: the partial `ask` is \
              `packs/court-report/partials/ask.typ.hbs`, and this has the same name; call one of \
              the two otherwise, or keep only one of them"]
        );
    }

    #[test]
    fn a_partial_at_the_place_of_ours_takes_it() {
        let own = [
            "packs/court-report/partials/summary-box.typ.hbs",
            "partials/term-facts.typc.hbs",
            "partials/letterhead.typ.hbs",
        ];
        assert_eq!(told(&own), [""; 0]);
    }
}
