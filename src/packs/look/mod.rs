//! The look of a firm as values: what its `theme.yaml` says, of all layers, key by key.

mod refused;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assets::{AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, did_you_mean};
use crate::language::Language;
use crate::pictures;
use crate::reading::{Content, Node, Subject, accept};

use refused::{no_block, nothing_said, refused, unknown};
pub(crate) use value::{Kind, VALUES, Value, too_pale};

/// Where a firm sets the values of the theme.
pub(crate) const THEME: &str = "templates/theme.yaml";

/// The module of the theme that has them.
const MODULE: &str = "templates/themes/court/values.typ";

/// In the name of a family that is made of signs alone.
const NO_LETTERS: &str = "Emoji";

/// Where a firm keeps its pictures.
const BRAND: &str = "templates/brand";

/// What a firm's `theme.yaml` sets, by key.
#[derive(Debug, Default)]
pub(crate) struct Look(BTreeMap<&'static str, Set>);

/// A value that is set.
#[derive(Debug)]
struct Set {
    /// What somebody wrote; of words in two languages, those in the first.
    text: String,
    /// What the theme is given.
    typst: String,
    place: Place,
}

/// What the `theme.yaml` of all layers set; of each key what the highest says.
///
/// # Errors
/// `C08` to `C10`, and what is wrong with a file as YAML, of every layer.
pub(crate) fn read(assets: &Layered) -> Result<Look, Findings> {
    let mut look = Look::default();
    for (_, of_layer) in each(assets)?.into_iter().rev() {
        look.0.extend(of_layer.0);
    }
    match look.logo_refused(assets)? {
        None => Ok(look),
        Some(finding) => Err(finding.into()),
    }
}

/// What the `theme.yaml` of each layer sets that has one, the layer that wins first.
///
/// # Errors
/// As [`read`], but for the logo.
pub(crate) fn each(assets: &Layered) -> Result<Vec<(Layer, Look)>, Findings> {
    let path = AssetPath::new(THEME)?;
    let mut looks = Vec::new();
    let mut findings = Findings::new();
    if assets.each(&path).next().is_none() {
        return Ok(looks);
    }
    for (layer, file) in assets.texts(&path)? {
        match of_file(&file) {
            Ok(look) => looks.push((layer, look)),
            Err(faults) => findings.extend(faults),
        }
    }
    match findings.is_empty() {
        true => Ok(looks),
        false => Err(findings),
    }
}

/// What one file sets.
fn of_file(file: &Arc<SourceFile>) -> Result<Look, Findings> {
    let accepted = accept(file.name(), file.text().as_bytes(), Subject::Settings)?;
    let Content::Block(entries) = &accepted.tree.content else {
        return Err(no_block(&accepted.file).into());
    };
    let mut look = Look::default();
    let mut findings = Findings::new();
    for entry in entries {
        let at = |node: &Node| Place::new(&accepted.file, node.range.clone());
        let Some(value) = VALUES.iter().find(|value| value.key == entry.key) else {
            let place = Place::new(&accepted.file, entry.key_range.clone());
            findings.push(unknown(&entry.key, place));
            continue;
        };
        match set(value, &entry.value, &at) {
            Ok(set) => drop(look.0.insert(value.key, set)),
            Err(finding) => findings.push(finding),
        }
    }
    match findings.is_empty() {
        true => Ok(look),
        false => Err(findings),
    }
}

/// A value as it is written, or why it cannot be.
fn set(value: &Value, node: &Node, at: &dyn Fn(&Node) -> Place) -> Result<Set, Diagnostic> {
    let one = |node: &Node| match &node.content {
        Content::Scalar { text, .. } if !node.is_blank() => {
            let written = value.kind.written(text);
            let written =
                written.map_err(|(why, help)| refused(value.key, &why, help, at(node)))?;
            Ok((text.clone(), written))
        }
        _ => Err(nothing_said(value, node, at(node))),
    };
    let (text, typst) = match (value.kind, &node.content) {
        (Kind::Words(_), Content::Block(_)) => in_each_language(value, node, at, &one)?,
        (Kind::Words(_), _) => {
            let (text, written) = one(node)?;
            let each = Language::ALL
                .iter()
                .map(|language| (*language, written.clone()));
            (text, by_language(each))
        }
        _ => one(node)?,
    };
    Ok(Set {
        text,
        typst,
        place: at(node),
    })
}

type Written = (String, String);

/// Words that stand under each language.
fn in_each_language(
    value: &Value,
    node: &Node,
    at: &dyn Fn(&Node) -> Place,
    one: &dyn Fn(&Node) -> Result<Written, Diagnostic>,
) -> Result<Written, Diagnostic> {
    let entries = match &node.content {
        Content::Block(entries) => entries.as_slice(),
        _ => &[],
    };
    let mut each = Vec::new();
    for &language in Language::ALL {
        let entry = entries.iter().find(|entry| entry.key == language.code());
        let Some(entry) = entry else {
            let why = format!("has no words in `{}`", language.code());
            let help = "write `{en: …, cy: …}`, or one text for both".to_owned();
            return Err(refused(value.key, &why, help, at(node)));
        };
        each.push((language, one(&entry.value)?));
    }
    if entries.len() > each.len() {
        let help = "write `{en: …, cy: …}`, or one text for both".to_owned();
        return Err(refused(
            value.key,
            "is in a language that there is not",
            help,
            at(node),
        ));
    }
    let text = each[0].1.0.clone();
    let each = each
        .into_iter()
        .map(|(language, (_, written))| (language, written));
    Ok((text, by_language(each)))
}

/// `(en: "…", cy: "…")`.
fn by_language(each: impl Iterator<Item = (Language, String)>) -> String {
    let each = each.map(|(language, written)| format!("{}: {written}", language.code()));
    format!("({})", each.collect::<Vec<_>>().join(", "))
}

impl Look {
    /// The module of the theme with these values behind its own, and its path in a job.
    pub(crate) fn module(&self, assets: &Layered) -> Result<(String, String), Diagnostic> {
        let path = AssetPath::new(MODULE)?;
        let own = assets.text(&path)?;
        let values = VALUES.iter().filter_map(|value| {
            let set = self.0.get(value.key)?;
            Some(format!("#let {} = {}\n", value.name, set.typst))
        });
        let text = own.text().to_owned() + &values.collect::<String>();
        Ok((path.below().to_owned(), text))
    }

    /// What it sets: each key, where that stands, and what is written there.
    pub(crate) fn values(&self) -> impl Iterator<Item = (&'static str, &Place, &str)> {
        let set = self.0.iter();
        set.map(|(key, set)| (*key, &set.place, set.text.as_str()))
    }

    /// The same, as the theme is given it.
    pub(crate) fn given(&self) -> impl Iterator<Item = (&'static str, &Place, &str)> {
        let set = self.0.iter();
        set.map(|(key, set)| (*key, &set.place, set.typst.as_str()))
    }

    /// The faces that are none of these families, `C11`.
    pub(crate) fn without_fonts(&self, families: &BTreeSet<String>) -> Findings {
        let faces = VALUES
            .iter()
            .filter(|value| matches!(value.kind, Kind::Face));
        let set = faces.filter_map(|value| Some((value.key, self.0.get(value.key)?)));
        let families = families.iter().map(String::as_str);
        let families = families.filter(|family| !family.contains(NO_LETTERS));
        let families: BTreeSet<&str> = families.collect();
        let unknown = set.filter(|(_, set)| !families.contains(set.text.as_str()));
        let told = unknown.map(|(key, set)| {
            let message = format!("`{key}` names `{}`, and there is no such font", set.text);
            Diagnostic::new(&code::settings::NO_FONT, message)
                .at(set.place.clone())
                .help(format!(
                    "{}; a font of yours lies in a folder of its own in `fonts/`, with its licence",
                    did_you_mean(&set.text, families.iter().copied())
                ))
        });
        told.collect()
    }

    /// Why the logo cannot be taken, if it cannot.
    fn logo_refused(&self, assets: &Layered) -> Result<Option<Diagnostic>, Diagnostic> {
        let Some(logo) = self.0.get("logo") else {
            return Ok(None);
        };
        let refused = |message: String, help: String| {
            let finding = Diagnostic::new(&code::settings::LOGO, message);
            Ok(Some(finding.at(logo.place.clone()).help(help)))
        };
        let brand = AssetPath::new(BRAND)?;
        let path = AssetPath::new(format!("templates/{}", logo.text)).ok();
        let there = assets.list(&brand);
        let Some(path) = path.filter(|path| there.contains(path)) else {
            let message = format!("there is no picture `{}`", logo.text);
            let help = match there.is_empty() {
                true => {
                    "put it into the folder `brand/`, and write `brand/` before its name".to_owned()
                }
                false => did_you_mean(&logo.text, there.iter().map(AssetPath::below)),
            };
            return refused(message, help);
        };
        if let Some(why) = pictures::refusal(&assets.read(&path)?.bytes) {
            let help = "save it as a PNG, or as an SVG of shapes alone".to_owned();
            return refused(format!("the picture `{}` {why}", logo.text), help);
        }
        if !self.0.contains_key("logo-words") {
            let help = "add `logo-words:` with the name of the firm".to_owned();
            return refused(
                "a logo says nothing to whoever cannot see it".to_owned(),
                help,
            );
        }
        Ok(None)
    }
}

/// Whether a firm sets any value of the theme.
pub(super) fn is_set(assets: &Layered) -> bool {
    let path = AssetPath::new(THEME);
    path.is_ok_and(|path| assets.each(&path).next().is_some())
}

/// Whether a firm keeps a picture there.
pub(super) fn is_picture(path: &AssetPath) -> bool {
    path.as_str().starts_with(BRAND)
}

/// Whether a firm's theme shows this picture as its logo. Of a theme that cannot be read
/// nobody can say what it shows.
pub(super) fn is_logo(assets: &Layered, path: &AssetPath) -> bool {
    let Ok(looks) = each(assets) else {
        return true;
    };
    let mut logos = looks.iter().filter_map(|(_, look)| look.0.get("logo"));
    logos.any(|logo| logo.text == path.below())
}

/// The pictures of a firm, by the paths under which its `firm.typ` shows them.
pub(crate) fn pictures(assets: &Layered) -> Result<BTreeMap<String, Vec<u8>>, Diagnostic> {
    let paths = assets.list(&AssetPath::new(BRAND)?);
    let read = paths.iter().map(|path| {
        let bytes = assets.read(path)?.bytes.into_owned();
        Ok((path.below().to_owned(), bytes))
    });
    read.collect()
}
