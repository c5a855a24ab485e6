//! The files among the templates that no document reads.
//!
//! A firm's partial with a slip in its name would change nothing, and nobody would be
//! told: the old wording goes to court.

use std::collections::BTreeSet;

use crate::assets::{AssetPath, Layered, SETTINGS};
use crate::case::document::RulesProfile;
use crate::diagnostics::{Diagnostic, Findings, code, nearest};
use crate::language::Language;
use crate::view::Documents;

use super::files::{
    BUDGETS, FIRM, PARTS, RENAMED, TEMPLATE, declaration_path, is_chosen, locale_path,
    outline_path, partial_name,
};
use super::look::{self, THEME};

/// `A05` for each file that stands where nothing looks for one, and whether there may be
/// words among them.
///
/// # Errors
/// `A03` for a template or a module of a theme that is not text.
pub(crate) fn unread(
    assets: &Layered,
    documents: &Documents,
) -> Result<(Findings, bool), Diagnostic> {
    let templates = AssetPath::new("templates")?;
    let held: Vec<_> = assets
        .held()
        .filter(|(path, _)| path.is_within(&templates))
        .collect();
    let named = named(documents)?;
    let imported = imported(assets, &held)?;
    let shown = shown(assets, &held)?;
    let is_read = |path: &AssetPath| {
        path.file_name() == "README.md"
            || shown.contains(path)
            || named.contains(path)
            || partial_name(path).is_some()
            || imported.contains(path)
            || is_chosen(path)
    };
    let (read, unread): (Vec<_>, Vec<_>) = held.iter().partition(|(path, _)| is_read(path));
    let read: Vec<&AssetPath> = read.iter().map(|(path, _)| *path).collect();
    let all: Vec<&AssetPath> = held.iter().map(|(path, _)| *path).collect();
    let files = unread
        .iter()
        .filter(|(path, _)| !is_beside_a_slip(path, &all));
    let files = files.map(|(path, shown)| match meant(path, &all) {
        Some(help) => nothing_reads(shown, help),
        None => finding(path, shown, &read),
    });
    let strangers = assets.strangers();
    let strangers = strangers.map(|(name, shown)| stranger(name, &shown));
    let locales = AssetPath::new("templates/locales")?;
    let has_words = unread.iter().any(|(path, _)| path.is_within(&locales))
        || assets.strangers().next().is_some();
    Ok((files.chain(strangers).collect(), has_words))
}

/// What is asked for by its name: outlines, words, and the names that are no longer.
fn named(documents: &Documents) -> Result<BTreeSet<AssetPath>, Diagnostic> {
    let outlines = documents.iter().map(outline_path);
    let own = documents.iter().filter(|document| document.own().is_some());
    let own = own.map(|document| declaration_path(document.id()));
    let locales = Language::ALL.iter().map(|&language| locale_path(language));
    let others = [RENAMED, FIRM, PARTS, BUDGETS, THEME].map(AssetPath::new);
    let profiles = RulesProfile::ALL.map(|rules| {
        let name = rules.name();
        AssetPath::new(format!("templates/profiles/{name}.yaml"))
    });
    let others = others.into_iter().chain(profiles);
    let named = outlines.chain(own).chain(locales).chain(others);
    named.collect()
}

/// The modules in the `#import "…"` of all templates and modules.
fn imported(
    assets: &Layered,
    held: &[(&AssetPath, String)],
) -> Result<BTreeSet<AssetPath>, Diagnostic> {
    let mut modules = BTreeSet::new();
    let paths = held.iter().map(|(path, _)| *path);
    let paths: BTreeSet<&AssetPath> = paths.collect();
    let is_typst =
        |path: &&AssetPath| path.as_str().ends_with(".typ") || path.as_str().ends_with(".hbs");
    for path in paths.into_iter().filter(is_typst) {
        for (_, file) in assets.texts(path)? {
            let lines = file.text().lines();
            let imports = lines.filter_map(|line| line.strip_prefix("#import \""));
            let imports = imports.filter_map(|rest| rest.split('"').next());
            modules.extend(imports.filter_map(|written| module(path, written)));
        }
    }
    Ok(modules)
}

/// The pictures of a firm that its theme names or a module shows.
fn shown(
    assets: &Layered,
    held: &[(&AssetPath, String)],
) -> Result<BTreeSet<AssetPath>, Diagnostic> {
    let mut modules = Vec::new();
    for (path, _) in held
        .iter()
        .filter(|(path, _)| path.as_str().ends_with(".typ"))
    {
        modules.push((*path, assets.text(path)?));
    }
    let is_shown = |picture: &AssetPath| {
        let mut modules = modules.iter();
        modules.any(|(path, module)| {
            let written = module.text().split('"').skip(1).step_by(2);
            let mut pictures = written.filter_map(|written| self::module(path, written));
            pictures.any(|shown| shown == *picture)
        }) || look::is_logo(assets, picture)
    };
    let pictures = held.iter().map(|(path, _)| *path);
    let pictures = pictures.filter(|path| look::is_picture(path) && is_shown(path));
    Ok(pictures.cloned().collect())
}

/// Where the module stands that a file imports: from the root, or beside it.
fn module(file: &AssetPath, written: &str) -> Option<AssetPath> {
    let path = match written.strip_prefix('/') {
        Some(path) => format!("templates/{path}"),
        None => format!("{}/{written}", file.as_str().rsplit_once('/')?.0),
    };
    AssetPath::new(path).ok()
}

/// The folder in `packs/` in which a file stands, and its way from there.
fn in_pack(path: &AssetPath) -> Option<(&str, &str)> {
    let below = path.as_str().strip_prefix("templates/packs/")?;
    below.split_once('/')
}

/// What was nearly a declaration of a document.
const SLIPS: [&str; 3] = ["pack.yml", "Pack.yaml", "package.yaml"];

/// Whether a file is read by nobody because a declaration beside it has a slip in its name,
/// which is told.
fn is_beside_a_slip(path: &AssetPath, all: &[&AssetPath]) -> bool {
    let Some((pack, file)) = in_pack(path) else {
        return false;
    };
    let mut others = all.iter().filter_map(|other| in_pack(other));
    !SLIPS.contains(&file) && others.any(|(other, file)| other == pack && SLIPS.contains(&file))
}

/// What to do about a file whose place says what it was meant for.
fn meant(path: &AssetPath, all: &[&AssetPath]) -> Option<String> {
    if look::is_picture(path) {
        let help = "name it as `logo:` in `theme.yaml`, show it in `firm.typ`, or take it out";
        return Some(help.to_owned());
    }
    let (pack, file) = in_pack(path)?;
    let has = |file: &str| {
        let mut others = all.iter().filter_map(|other| in_pack(other));
        others.any(|(other, there)| other == pack && there == file)
    };
    let outline = outline_name();
    let is_template = file.ends_with(TEMPLATE) && !file.contains('/');
    if SLIPS.contains(&file) {
        return Some(format!("did you mean `packs/{pack}/pack.yaml`?"));
    }
    if is_template && file != outline && has("pack.yaml") && !has(&outline) {
        return Some(format!("did you mean `packs/{pack}/{outline}`?"));
    }
    let ids = Documents::builtin();
    let is_ours = nearest(pack, ids.iter().map(|document| document.id())).is_some();
    (file == outline && !has("pack.yaml") && !is_ours)
        .then(|| "write a `pack.yaml` beside it: it declares a document of your own".to_owned())
}

/// What the outline of a document is called.
fn outline_name() -> String {
    format!("document{TEMPLATE}")
}

fn finding(path: &AssetPath, shown: &str, read: &[&AssetPath]) -> Diagnostic {
    let stem = |path: &AssetPath| path.as_str().split('.').next().map(str::to_owned);
    let same_stem = read.iter().find(|other| stem(other) == stem(path));
    let is_words = path.as_str().starts_with("templates/locales/");
    if is_words && same_stem.is_none() {
        let help = "words stand in `locales/en.yaml` and `locales/cy.yaml`".to_owned();
        return nothing_reads(shown, help);
    }
    let near = match same_stem {
        Some(other) => Some(other.as_str()),
        None => nearest(path.as_str(), read.iter().map(|other| other.as_str())),
    };
    let near = near.map(|near| near.strip_prefix("templates/").unwrap_or(near));
    told(shown, near)
}

/// What stands beside all that is read.
fn stranger(name: &str, shown: &str) -> Diagnostic {
    let stem = name.split('.').next().unwrap_or(name);
    if stem == "templates" {
        let message = format!("nothing reads `{shown}`");
        let help = format!("name `{shown}` itself as the folder of templates");
        return Diagnostic::new(&code::asset::UNREAD, message).help(help);
    }
    let is_file = name.contains('.');
    let known = [
        "brand", "concord", "fonts", "locales", "packs", "partials", "themes",
    ];
    match nearest(stem, known) {
        Some(near) => {
            let near = match near {
                "concord" => SETTINGS,
                "themes" if is_file => "theme.yaml",
                near => near,
            };
            let message = format!("nothing reads `{shown}`");
            let help = format!("did you mean `{near}`? else call it otherwise");
            Diagnostic::new(&code::asset::UNREAD, message).help(help)
        }
        None if !is_file => {
            let help = "a document of yours lies in `packs/`: put the folder there".to_owned();
            nothing_reads(shown, help)
        }
        None => told(shown, None),
    }
}

fn told(shown: &str, near: Option<&str>) -> Diagnostic {
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "take it out, or put it where `templates/README.md` has files of its kind".to_owned()
        }
    };
    nothing_reads(shown, help)
}

fn nothing_reads(shown: &str, help: String) -> Diagnostic {
    Diagnostic::new(&code::asset::UNREAD, format!("nothing reads `{shown}`")).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Folder;
    use std::fs;

    const TOLD: &str = "\
nothing reads `firm/locale`: did you mean `locales`? else call it otherwise
nothing reads `firm/locales/en.yml`: did you mean `locales/en.yaml`?
nothing reads `firm/packs/court-reports/document.typ.hbs`: did you mean `packs/court-report/document.typ.hbs`?
nothing reads `firm/partials/masthead.hbs`: did you mean `partials/masthead.typ.hbs`?
nothing reads `firm/partials/older/masthead.typ.hbs`: take it out, or put it where `templates/README.md` has files of its kind
nothing reads `firm/themes/court/measure.typ`: did you mean `themes/court/measures.typ`?
nothing reads `firm/themes/firm/measures.typ`: take it out, or put it where `templates/README.md` has files of its kind";

    #[test]
    fn a_file_with_a_slip_in_its_name_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let files = [
            "README.md",
            "locale/en.yaml",
            "locales/en.yml",
            "packs/court-reports/document.typ.hbs",
            "partials/masthead.hbs",
            "partials/older/masthead.typ.hbs",
            "themes/court/measure.typ",
            "themes/court/editions/large-print.typ",
            "themes/firm/measures.typ",
        ];
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
            fs::write(path, "").expect("it can be written");
        }
        let firm = Folder::unnamed(folder.path());
        let assets = Layered::over(vec![firm]).map_err(Findings::sorted);
        let (found, _) = unread(&assets.expect("the folder is plain"), &Documents::builtin())
            .expect("all of it is text");
        let told = |finding: &Diagnostic| {
            let help = finding.help.as_deref().unwrap_or_default();
            let message = finding
                .message
                .replace(&folder.path().display().to_string(), "firm");
            format!("{message}: {help}")
        };
        let told: Vec<_> = found.sorted().iter().map(told).collect();
        assert_eq!(told.join("\n"), TOLD);
    }

    #[test]
    fn every_file_of_the_program_is_read() {
        let found = unread(&Layered::builtin(), &Documents::builtin()).expect("all of it is text");
        assert_eq!(found.0.sorted(), []);
    }
}
