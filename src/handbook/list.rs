//! `list`: everything of a firm's that differs from what lies below it, layer by layer.

use std::fmt;

use super::layers::{Wrapped, locales, texts, wraps};
use super::page::Page;
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, Folder, Layer, Layered};
use crate::packs::{files, look};

/// What differs, layer by layer, the one that wins first.
#[derive(Debug)]
pub struct List(Vec<Differing>);

/// One layer of a firm.
#[derive(Debug)]
struct Differing {
    name: String,
    below: String,
    files: Vec<File>,
    passed_over: Vec<String>,
}

/// A file of a layer.
#[derive(Debug)]
struct File {
    path: String,
    /// What it is to the layers below; none of one that lies over them key by key.
    is: Option<&'static str>,
    keys: Vec<Key>,
}

/// A phrase or a value that a layer says.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    line: usize,
    key: String,
    is: &'static str,
}

pub(super) fn list(assets: &Layered) -> Result<List, Unanswered> {
    let folders: Vec<_> = assets.folders().collect();
    let mut layers = Vec::new();
    for (at, folder) in folders.iter().enumerate() {
        let below = folders.get(at + 1);
        layers.push(Differing {
            name: folder.name.clone(),
            below: below
                .map_or("the program's own", |below| &below.name)
                .to_owned(),
            files: files_of(assets, folder)?,
            passed_over: assets.passed_over(folder).to_vec(),
        });
    }
    Ok(List(layers))
}

/// Each file that a folder has.
fn files_of(assets: &Layered, folder: &Folder) -> Result<Vec<File>, Unanswered> {
    let mut files = Vec::new();
    for path in assets.list(&AssetPath::new("templates")?) {
        let mut layers = assets.each(&path);
        let Some(own) = layers.find(|asset| asset.layer.is(folder)) else {
            continue;
        };
        let keys = match files::language(&path) {
            Some(_) => phrases(assets, &path, folder)?,
            None if path.as_str() == look::THEME => values(assets, folder)?,
            None => Vec::new(),
        };
        let text = String::from_utf8_lossy(&own.bytes);
        let below = layers.next().map(|asset| asset.layer);
        let is = match (below, wraps(&text)) {
            _ if !keys.is_empty() => None,
            (None, _) => Some("its own"),
            (Some(_), None) => Some("in the place of the one below"),
            (Some(Layer::Folder(_)), Some(Wrapped::BuiltIn)) => {
                Some("around the program's own: what the one below says is left out")
            }
            (Some(_), Some(_)) => Some("around the one below, which it calls"),
        };
        files.push(File {
            path: path.below().to_owned(),
            is,
            keys,
        });
    }
    Ok(files)
}

/// The phrases that a layer says, with their lines.
fn phrases(assets: &Layered, path: &AssetPath, folder: &Folder) -> Result<Vec<Key>, Unanswered> {
    let files = texts(assets, path)?;
    let at = files.iter().position(|(layer, _)| layer.is(folder));
    let locales = locales(&files)?;
    let Some((at, locale)) = at.and_then(|at| Some((at, locales.get(at)?))) else {
        return Ok(Vec::new());
    };
    let lower = at.checked_sub(1).and_then(|at| locales.get(at));
    let own = locale.keys().filter(|key| locale.layer_of(key) == at);
    let said = own.filter_map(|key| {
        let is_new = lower.is_none_or(|lower| lower.phrase(key).is_none());
        Some(Key {
            line: locale.phrase(key)?.place().start().line,
            key: key.to_owned(),
            is: if is_new { "its own" } else { "in other words" },
        })
    });
    let mut said: Vec<_> = said.collect();
    said.sort();
    Ok(said)
}

/// The values of the theme that a layer sets, with their lines.
fn values(assets: &Layered, folder: &Folder) -> Result<Vec<Key>, Unanswered> {
    let looks = look::each(assets)?.into_iter();
    let own = looks.filter(|(layer, _)| layer.is(folder));
    let mut values = Vec::new();
    for (_, look) in own {
        values.extend(look.values().map(|(key, place, _)| Key {
            line: place.start().line,
            key: key.to_owned(),
            is: "a value of the theme",
        }));
    }
    values.sort();
    Ok(values)
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        if self.0.is_empty() {
            page.line(0, "no folder lies over the program's own templates");
            page.line(
                0,
                "`concord templates new DIR` makes one; then work inside it",
            );
        }
        for layer in &self.0 {
            page.line(0, &format!("{}, over {}", layer.name, layer.below));
            for file in &layer.files {
                match file.is {
                    Some(is) => page.line(2, &format!("{}: {is}", file.path)),
                    None => page.line(2, &file.path),
                }
                for key in &file.keys {
                    let line = format!("line {}", key.line);
                    page.labelled(4, &line, &format!("{}: {}", key.key, key.is));
                }
            }
            if layer.files.is_empty() {
                page.line(2, "nothing of it differs");
            }
            if !layer.passed_over.is_empty() {
                page.words(2, &format!("passed over: {}", layer.passed_over.join(", ")));
            }
        }
        write!(f, "{page}")
    }
}
