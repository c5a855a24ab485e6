//! `list`: everything of a firm's that differs from what lies below it, layer by layer.

use std::fmt;

use super::layers::{language, locales, texts, wraps};
use super::page::Page;
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, Folder, Layered};

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
    /// What it is to the layers below; none of a locale, whose phrases say it.
    is: Option<&'static str>,
    phrases: Vec<Said>,
}

/// A phrase that a layer says.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    line: usize,
    key: String,
    is_new: bool,
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
            files: files(assets, folder)?,
            passed_over: assets.passed_over(folder).to_vec(),
        });
    }
    Ok(List(layers))
}

/// Each file that a folder has.
fn files(assets: &Layered, folder: &Folder) -> Result<Vec<File>, Unanswered> {
    let mut files = Vec::new();
    for path in assets.list(&AssetPath::new("templates")?) {
        let mut layers = assets.each(&path);
        let Some(own) = layers.find(|asset| asset.layer.is(folder)) else {
            continue;
        };
        let is_locale = language(&path).is_some();
        let text = String::from_utf8_lossy(&own.bytes);
        let is = match (layers.next().is_some(), wraps(&text)) {
            _ if is_locale => None,
            (false, _) => Some("its own"),
            (true, true) => Some("around the one below, which it calls"),
            (true, false) => Some("in the place of the one below"),
        };
        files.push(File {
            path: path.below().to_owned(),
            is,
            phrases: match is_locale {
                true => phrases(assets, &path, folder)?,
                false => Vec::new(),
            },
        });
    }
    Ok(files)
}

/// The phrases that a layer says, with their lines.
fn phrases(assets: &Layered, path: &AssetPath, folder: &Folder) -> Result<Vec<Said>, Unanswered> {
    let files = texts(assets, path)?;
    let at = files
        .iter()
        .take_while(|(layer, _)| !layer.is(folder))
        .count();
    let locales = locales(&files)?;
    let lower = at.checked_sub(1).and_then(|at| locales.get(at));
    let Some(locale) = locales.get(at) else {
        return Ok(Vec::new());
    };
    let own = locale.keys().filter(|key| locale.layer_of(key) == at);
    let said = own.filter_map(|key| {
        Some(Said {
            line: locale.phrase(key)?.place().start().line,
            key: key.to_owned(),
            is_new: lower.is_none_or(|lower| lower.phrase(key).is_none()),
        })
    });
    let mut said: Vec<_> = said.collect();
    said.sort();
    Ok(said)
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
                for said in &file.phrases {
                    let is = if said.is_new {
                        "its own"
                    } else {
                        "in other words"
                    };
                    page.labelled(
                        4,
                        &format!("line {}", said.line),
                        &format!("{}: {is}", said.key),
                    );
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
