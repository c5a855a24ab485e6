//! The files among the templates that no document reads.
//!
//! A firm's partial with a slip in its name would change nothing, and nobody would be
//! told: the old wording goes to court.

use std::collections::BTreeSet;

use crate::assets::{AssetPath, Layered};
use crate::diagnostics::{Diagnostic, Findings, code, nearest};
use crate::language::Language;
use crate::view::Documents;

use super::files::{RENAMED, is_chosen, locale_path, outline_path, partial_name};

/// `A05` for each file that stands where nothing looks for one.
///
/// # Errors
/// `A03` for a template or a module of a theme that is not text.
pub(crate) fn unread(assets: &Layered, documents: &Documents) -> Result<Findings, Diagnostic> {
    let paths = assets.list(&AssetPath::new("templates")?);
    let named = named(documents)?;
    let imported = imported(assets, &paths)?;
    let is_read = |path: &&AssetPath| {
        path.file_name() == "README.md"
            || named.contains(*path)
            || partial_name(path).is_some()
            || imported.contains(path.file_name())
            || is_chosen(path)
    };
    let (read, unread): (Vec<_>, Vec<_>) = paths.iter().partition(is_read);
    Ok(unread.iter().map(|path| finding(path, &read)).collect())
}

/// What is asked for by its name: outlines, words, and the names that are no longer.
fn named(documents: &Documents) -> Result<BTreeSet<AssetPath>, Diagnostic> {
    let outlines = documents.iter().map(outline_path);
    let locales = Language::ALL.iter().map(|&language| locale_path(language));
    let renamed = AssetPath::new(RENAMED);
    outlines.chain(locales).chain([renamed]).collect()
}

/// The file names in the `#import "…"` of all templates and modules.
fn imported(assets: &Layered, paths: &[AssetPath]) -> Result<BTreeSet<String>, Diagnostic> {
    let mut names = BTreeSet::new();
    let typst =
        |path: &&AssetPath| path.as_str().ends_with(".typ") || path.as_str().ends_with(".hbs");
    for path in paths.iter().filter(typst) {
        let file = assets.text(path)?;
        let imports = file
            .text()
            .lines()
            .filter_map(|line| line.strip_prefix("#import \""));
        let modules = imports.filter_map(|rest| rest.split('"').next());
        names.extend(
            modules
                .filter_map(|module| module.rsplit('/').next())
                .map(str::to_owned),
        );
    }
    Ok(names)
}

fn finding(path: &AssetPath, read: &[&AssetPath]) -> Diagnostic {
    let stem = |path: &AssetPath| path.as_str().split('.').next().map(str::to_owned);
    let same_stem = read.iter().find(|other| stem(other) == stem(path));
    let near = match same_stem {
        Some(other) => Some(other.as_str()),
        None => nearest(path.as_str(), read.iter().map(|other| other.as_str())),
    };
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "take it out, or put it where `templates/README.md` has files of its kind".to_owned()
        }
    };
    Diagnostic::new(&code::asset::UNREAD, format!("nothing reads `{path}`")).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const TOLD: &str = "\
nothing reads `templates/locales/en.yml`: did you mean `templates/locales/en.yaml`?
nothing reads `templates/packs/court-reports/document.typ.hbs`: did you mean `templates/packs/court-report/document.typ.hbs`?
nothing reads `templates/partials/masthead.hbs`: did you mean `templates/partials/masthead.typ.hbs`?
nothing reads `templates/partials/older/masthead.typ.hbs`: take it out, or put it where `templates/README.md` has files of its kind
nothing reads `templates/themes/court/measure.typ`: did you mean `templates/themes/court/measures.typ`?";

    #[test]
    fn a_file_with_a_slip_in_its_name_is_told() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let files = [
            "README.md",
            "locales/en.yml",
            "packs/court-reports/document.typ.hbs",
            "partials/masthead.hbs",
            "partials/older/masthead.typ.hbs",
            "themes/court/measure.typ",
            "themes/court/editions/large-print.typ",
        ];
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
            fs::write(path, "").expect("it can be written");
        }
        let assets = Layered::with_folder(folder.path()).map_err(Findings::sorted);
        let found = unread(&assets.expect("the folder is plain"), &Documents::builtin())
            .expect("all of it is text");
        let told = |finding: &Diagnostic| {
            let help = finding.help.as_deref().unwrap_or_default();
            format!("{}: {help}", finding.message)
        };
        let told: Vec<_> = found.sorted().iter().map(told).collect();
        assert_eq!(told.join("\n"), TOLD);
    }

    #[test]
    fn every_file_of_the_program_is_read() {
        let found = unread(&Layered::builtin(), &Documents::builtin()).expect("all of it is text");
        assert_eq!(found.sorted(), []);
    }
}
