//! What a firm draws itself in its `firm.typ`, and whether the theme calls it; and whether an
//! outline of a firm's imports the theme, which all that it calls draws with.

use std::sync::Arc;

use super::files::{self, FIRM};
use super::{look, parts};
use crate::assets::{AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, nearest};
use crate::templates::definitions;
use crate::view::Documents;

/// The line with which an outline imports the theme.
const IMPORT: &str = "#import \"/themes/court/theme.typ\": *";

/// The names that the theme calls in a `firm.typ`.
const CALLED: [&str; 3] = ["before-title", "letterhead", "page-foot"];

/// The values of `theme.yaml` without which the theme calls none of these.
const FOR: [(&str, &[&str]); 2] = [
    ("letterhead", &["logo", "logo-words"]),
    ("page-foot", &["footer"]),
];

/// The modules of the theme that do not lead back to a `firm.typ`.
const BELOW: [&str; 4] = ["edition.typ", "languages.typ", "measures.typ", "values.typ"];

/// `A11` where a firm's file defines none of the names, or one that is nearly so; `A16` where it
/// imports what imports it.
///
/// # Errors
/// `A03` for a file that is not text.
pub(super) fn uncalled(assets: &Layered) -> Result<Option<Diagnostic>, Diagnostic> {
    let path = AssetPath::new(FIRM)?;
    let (layer, file) = assets.texts(&path)?.swap_remove(0);
    if layer == Layer::BuiltIn {
        return Ok(None);
    }
    if let Some(circle) = circle(&file) {
        return Ok(Some(circle));
    }
    let defined = definitions(file.text());
    let names = || defined.iter().map(|definition| definition.name.as_str());
    let strange = names().filter(|name| !CALLED.contains(name));
    let near = strange.filter_map(|name| Some((name, nearest(name, CALLED)?)));
    // A helper may be called nearly so, beside what it helps to draw.
    let mut near = near.filter(|(_, near)| !names().any(|name| name == *near));
    let (message, at, help) = match near.next() {
        Some((name, near)) => (
            format!("the theme does not call `{name}`"),
            file.text()
                .find(name)
                .map_or(0..0, |at| at..at + name.len()),
            format!("did you mean `{near}`?"),
        ),
        None if names().any(|name| CALLED.contains(&name)) => {
            return Ok(unheard(assets, &file, &names().collect::<Vec<_>>()));
        }
        None => (
            "the theme calls nothing that this file defines".to_owned(),
            0..0,
            format!(
                "define one of `{}`, or take the file out",
                CALLED.join("`, `")
            ),
        ),
    };
    let finding = Diagnostic::new(&code::asset::NOT_CALLED, message);
    Ok(Some(finding.at(Place::new(&file, at)).help(help)))
}

/// What a firm draws and the theme does not call, as it has no words for it.
fn unheard(assets: &Layered, file: &Arc<SourceFile>, names: &[&str]) -> Option<Diagnostic> {
    let look = look::read(assets).ok()?;
    let is_set = |key: &&str| look.values().any(|(set, ..)| set == *key);
    let mut unheard = FOR.iter().filter(|(name, keys)| {
        let is_drawn = names.contains(name);
        is_drawn && !keys.iter().any(is_set)
    });
    let (name, keys) = unheard.next()?;
    let keys = keys.join("` or `");
    let message = format!("the theme calls `{name}` where there is a `{keys}`, and there is none");
    let at = file.text().find(name)?;
    Some(
        Diagnostic::new(&code::asset::NOT_CALLED, message)
            .at(Place::new(file, at..at + name.len()))
            .help(format!("write `{keys}` into `theme.yaml`")),
    )
}

/// `T79` for each tag of a template that stands in what a firm writes in Typst alone.
///
/// # Errors
/// `A03` for a file that is not text.
pub(super) fn tags(assets: &Layered) -> Result<Findings, Diagnostic> {
    let mut findings = Findings::new();
    for path in files::themes(assets)? {
        if !files::is_firms(assets, &path) || !path.file_name().ends_with(".typ") {
            continue;
        }
        let file = assets.text(&path)?;
        if let Some(at) = first_tag(file.text()) {
            let message = "nothing fills the tags of templates here, and they would be printed";
            findings.push(
                Diagnostic::new(&code::template::TAG_IN_TYPST, message)
                    .at(Place::new(&file, at..at + 2))
                    .help(
                        "write the words into `theme.yaml`, for each language: the theme hands them \
                         to what is drawn here",
                    ),
            );
        }
    }
    Ok(findings)
}

/// Where the first tag begins that stands in no comment.
fn first_tag(text: &str) -> Option<usize> {
    let mut tags = text.match_indices("{{").map(|(at, _)| at);
    tags.find(|&at| {
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        !line.trim_start().starts_with("//")
    })
}

/// `T78` for each outline of a firm's that does not import the theme before its first part.
///
/// # Errors
/// `A03` for a file that is not text.
pub(super) fn without_theme(
    assets: &Layered,
    documents: &Documents,
) -> Result<Findings, Diagnostic> {
    let mut findings = Findings::new();
    for document in documents {
        let path = files::outline_path(document)?;
        // An outline that is not there is told where its document is declared.
        if !files::is_firms(assets, &path) {
            continue;
        }
        let outline = assets.text(&path)?;
        let text = outline.text();
        let parts = parts::parts(text);
        let head = parts.first().map_or(text.len(), |part| part.line.start);
        let is_imported = text[..head].lines().any(|line| {
            let import = line.trim_start().strip_prefix("#import \"");
            let import = import.map(|path| path.trim_start_matches('/'));
            let import = import.and_then(|path| path.strip_prefix("themes/court/"));
            import.is_some_and(|rest| rest.trim_end().ends_with(": *"))
        });
        if !is_imported {
            let message = format!(
                "the outline of `{}` does not import the whole theme",
                document.id()
            );
            findings.push(
                Diagnostic::new(&code::template::WITHOUT_THEME, message)
                    .at(Place::new(&outline, 0..0))
                    .help(format!("write `{IMPORT}` before the first part")),
            );
        }
    }
    Ok(findings)
}

/// An import of a module that imports this file itself.
fn circle(file: &Arc<SourceFile>) -> Option<Diagnostic> {
    let text = file.text();
    let imports = text.match_indices("#import \"/themes/court/");
    let mut imports = imports.filter_map(|(at, import)| {
        let name = text[at + import.len()..].split('"').next()?;
        Some((
            at + "#import \"".len()..at + import.len() + name.len(),
            name,
        ))
    });
    let (range, name) = imports.find(|(_, name)| !BELOW.contains(name))?;
    let message = format!("`{name}` imports this file, which cannot import it in turn");
    Some(
        Diagnostic::new(&code::asset::CIRCLE, message)
            .at(Place::new(file, range))
            .help("import what you need from `/themes/court/measures.typ`"),
    )
}
