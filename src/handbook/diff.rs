//! `diff`: how a firm's files and phrases differ from what they were copied from, and from what
//! lies below them.

use std::collections::BTreeMap;
use std::fmt;

use similar::{ChangeTag, TextDiff};

use super::copies::one;
use super::layers::{base, locales, no_folder, over, texts, wraps};
use super::page::Page;
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, Folder, Layered};
use crate::language::{self, Language, Locale};
use crate::packs::files;
use crate::packs::shelf::Packs;
use crate::reading::{Subject, accept};

/// How a firm's files differ from what they were copied from, and from what lies below them.
#[derive(Debug)]
pub struct Diff {
    folder: String,
    compared: Vec<Compared>,
}

#[derive(Debug)]
struct Compared {
    name: String,
    /// What it was made of.
    made_of: &'static str,
    from: From,
}

/// What a firm's file is compared with.
#[derive(Debug)]
enum From {
    /// What it was made of.
    Base { ours: Changes, theirs: Changes },
    /// What lies below it now: nobody kept what it was made of.
    Below(Changes),
}

/// The lines that one text has and the other has not.
#[derive(Debug)]
struct Changes(Vec<String>);

const FILE: &str = "what it was copied from";
const PHRASE: &str = "the words that it took the place of";

pub(super) fn diff(
    assets: &Layered,
    packs: &Packs,
    name: Option<&str>,
) -> Result<Diff, Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let mut compared = Vec::new();
    for &language in Language::ALL {
        compared.extend(words(assets, folder, language, name)?);
    }
    let asked = match name {
        Some(_) if !compared.is_empty() => Vec::new(),
        Some(key) if files::locale(assets, Language::En)?.phrase(key).is_some() => {
            return Err(Unanswered::NoSuch {
                why: format!("`{key}` is not in your words"),
                help: format!("`concord templates eject {key}` writes it into them"),
            });
        }
        Some(name) => vec![one(assets, packs, name)?],
        None => assets.list(&AssetPath::new("templates")?),
    };
    let is_template =
        |path: &&AssetPath| path.as_str().ends_with(".hbs") || path.as_str().ends_with(".typ");
    for path in asked.iter().filter(is_template) {
        compared.extend(file(assets, folder, path)?);
    }
    Ok(Diff {
        folder: folder.name.clone(),
        compared,
    })
}

/// A file of a folder that another lies below, but for one that only adds to it.
fn file(
    assets: &Layered,
    folder: &Folder,
    path: &AssetPath,
) -> Result<Option<Compared>, Unanswered> {
    let Some((ours, Some(theirs))) = over(assets, path, folder)? else {
        return Ok(None);
    };
    let (ours, theirs) = (ours.text(), theirs.text());
    let from = match assets.kept(folder, &base(path)?)? {
        Some(base) => From::Base {
            ours: Changes::of(base.text(), ours),
            theirs: Changes::of(base.text(), theirs),
        },
        None if wraps(ours).is_some() => return Ok(None),
        None => From::Below(Changes::of(theirs, ours)),
    };
    Ok(Some(Compared {
        name: path.below().to_owned(),
        made_of: FILE,
        from,
    }))
}

/// The phrases that a folder says in other words; of a name that is a key or the path of the
/// locale, those alone.
fn words(
    assets: &Layered,
    folder: &Folder,
    of: Language,
    name: Option<&str>,
) -> Result<Vec<Compared>, Unanswered> {
    let path = files::locale_path(of)?;
    let texts = texts(assets, &path)?;
    let at = texts.iter().position(|(layer, _)| layer.is(folder));
    let locales = locales(&texts)?;
    let found = at.and_then(|at| Some((at, locales.get(at)?, locales.get(at.checked_sub(1)?)?)));
    let Some((at, ours, below)) = found else {
        return Ok(Vec::new());
    };
    let kept = kept(assets, folder, &path)?;
    let is_asked = |key: &&str| name.is_none_or(|name| name == *key || name == path.below());
    // Words that were copied and not changed stand in the file all the same.
    let written = language::places(&texts[at].1)?;
    let keys = ours.keys();
    let keys = keys.filter(|key| ours.layer_of(key) == at || written.contains_key(*key));
    let text = |locale: &Locale, key| locale.phrase(key).map(|phrase| phrase.text().to_owned());
    let compared = keys.filter(is_asked).filter_map(|key| {
        let (ours, theirs) = (text(ours, key)?, text(below, key)?);
        Some(Compared {
            name: format!("{}: {key}", path.below()),
            made_of: PHRASE,
            from: match kept.get(key) {
                Some(base) => From::Base {
                    ours: Changes::of_words(base, &ours),
                    theirs: Changes::of_words(base, &theirs),
                },
                None => From::Below(Changes::of_words(&theirs, &ours)),
            },
        })
    });
    Ok(compared.collect())
}

/// The words that a folder's phrases took the place of, by their keys.
fn kept(
    assets: &Layered,
    folder: &Folder,
    path: &AssetPath,
) -> Result<BTreeMap<String, String>, Unanswered> {
    let Some(file) = assets.kept(folder, &base(path)?)? else {
        return Ok(BTreeMap::new());
    };
    let accepted = accept(file.name(), file.text().as_bytes(), Subject::Settings)?;
    let entries = accepted.tree.entries().iter();
    let words = entries.filter_map(|entry| {
        let text = entry.value.text()?;
        Some((entry.key.clone(), text.to_owned()))
    });
    Ok(words.collect())
}

impl Changes {
    fn of(from: &str, to: &str) -> Self {
        let diff = TextDiff::from_lines(from, to);
        let told = diff.iter_all_changes().filter_map(|change| {
            let (sign, line) = match change.tag() {
                ChangeTag::Equal => return None,
                ChangeTag::Delete => ('-', change.old_index()?),
                ChangeTag::Insert => ('+', change.new_index()?),
            };
            let text = change.value().trim_end();
            Some(format!("{sign} {:>3}  {text}", line + 1))
        });
        Changes(told.collect())
    }

    fn of_words(from: &str, to: &str) -> Self {
        Changes(match from == to {
            true => Vec::new(),
            false => vec![format!("- {from}"), format!("+ {to}")],
        })
    }

    /// `yours is the same`, or the lines that are not.
    fn tell(&self, whose: &str, page: &mut Page) {
        match self.0.is_empty() {
            true => page.line(2, &format!("{whose} is the same")),
            false => page.line(2, &format!("{whose} differs:")),
        }
        for line in &self.0 {
            page.line(4, line);
        }
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        if self.compared.is_empty() {
            let none = format!(
                "no file of {} is a copy of one below it, and no phrase is in other words",
                self.folder
            );
            page.words(0, &none);
        }
        for one in &self.compared {
            page.line(0, &one.name);
            match &one.from {
                From::Base { ours, theirs } => {
                    page.line(2, &format!("compared with {}", one.made_of));
                    ours.tell("yours", &mut page);
                    theirs.tell("the one below", &mut page);
                    if !theirs.0.is_empty() {
                        page.line(2, "yours is behind");
                    }
                }
                From::Below(changes) => {
                    page.line(2, &format!("`base/` does not keep {};", one.made_of));
                    page.line(2, "compared with the one below");
                    changes.tell("yours", &mut page);
                }
            }
        }
        write!(f, "{page}")
    }
}
