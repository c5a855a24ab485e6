//! `which NAME`: whose words or file a document gets, and what those hide.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::layers::{Texts, locales, paths, texts};
use super::page::Page;
use super::unanswered::Unanswered;
use super::{phrases, texts as templates};
use crate::assets::Layered;
use crate::diagnostics::{SourceFile, nearest};
use crate::language::{Language, Locale};
use crate::packs::shelf::Packs;
use crate::packs::{files, look};

/// Whose words or file a name leads to.
#[derive(Debug)]
pub struct Which(Vec<Thing>);

/// One thing that has the name, in every layer that has it, the one that wins first.
#[derive(Debug)]
struct Thing {
    what: String,
    layers: Vec<Found>,
    asked_by: Option<String>,
}

#[derive(Debug)]
struct Found {
    layer: String,
    place: String,
    words: Option<String>,
}

/// So many phrases are told of some words.
const MOST: usize = 8;

pub(super) fn which(assets: &Layered, packs: &Packs, name: &str) -> Result<Which, Unanswered> {
    let templates = templates::templates(assets, packs)?;
    let mut keys = BTreeSet::new();
    let mut things = things(assets, packs, name, &templates, &mut keys)?;
    if things.is_empty() {
        for key in printing(assets, name)?.iter().take(MOST) {
            let of_key = self::things(assets, packs, key, &templates, &mut keys)?;
            things.extend(of_key);
        }
    }
    if !things.is_empty() {
        return Ok(Which(things));
    }
    let partials = templates.keys().filter_map(|key| templates::partial(key));
    let known: Vec<&str> = keys.iter().map(String::as_str).chain(partials).collect();
    Err(Unanswered::NoSuch {
        why: format!("no layer has a phrase or a file `{name}`, and no phrase has these words"),
        help: match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "name a phrase by its key or by some of its words, a value as `theme:KEY`, a \
                     partial, a document, or a file by its path"
                .to_owned(),
        },
    })
}

/// The names of the phrases and values of the theme that print some words, whatever fills
/// their places.
fn printing(assets: &Layered, words: &str) -> Result<Vec<String>, Unanswered> {
    let asked = plain(words);
    if asked.len() < FEWEST {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for &language in Language::ALL {
        let locales = locales(&texts(assets, &files::locale_path(language)?)?)?;
        let Some(top) = locales.last() else { continue };
        let said = top.keys().filter(|key| {
            let text = top.phrase(key).map_or("", |phrase| phrase.text());
            let mut pieces = text.split(['{', '}']).step_by(2).map(plain);
            pieces.any(|piece| {
                piece.contains(&asked) || piece.len() >= TELLING && asked.contains(piece.trim())
            })
        });
        names.extend(said.map(str::to_owned));
    }
    for (_, look) in look::each(assets)? {
        let set = look
            .values()
            .filter(|(.., text)| plain(text).contains(&asked));
        names.extend(set.map(|(key, ..)| format!("theme:{key}")));
    }
    let mut known = BTreeSet::new();
    names.retain(|name| known.insert(name.clone()));
    Ok(names)
}

/// The fewest letters of words that are looked for, and those of a piece of a phrase that are
/// enough to know it by.
const FEWEST: usize = 3;
const TELLING: usize = 12;

/// Words as anybody would type them.
fn plain(words: &str) -> String {
    let words = words.to_lowercase().replace(['\u{2018}', '\u{2019}'], "'");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What has a name, and into `keys` the keys of all phrases.
fn things(
    assets: &Layered,
    packs: &Packs,
    name: &str,
    templates: &BTreeMap<String, Arc<SourceFile>>,
    keys: &mut BTreeSet<String>,
) -> Result<Vec<Thing>, Unanswered> {
    let mut things = Vec::new();
    for &language in Language::ALL {
        let files = texts(assets, &files::locale_path(language)?)?;
        let locales = locales(&files)?;
        let layers = said_by(name, &files, &locales);
        let top = locales.last().into_iter();
        keys.extend(top.flat_map(|top| top.keys().map(str::to_owned)));
        if !layers.is_empty() {
            let asked_by = phrases::users(name, templates);
            things.push(Thing {
                what: format!("{name}, in {}", words_for(language)),
                layers,
                asked_by: (language == Language::En).then_some(asked_by),
            });
        }
    }
    things.extend(value(assets, name)?);
    for path in paths(assets, packs, name)? {
        let layers = assets.each(&path).map(|asset| Found {
            layer: asset.layer.name().to_owned(),
            place: assets.shown(&asset.layer, &path),
            words: None,
        });
        things.push(Thing {
            what: path.below().to_owned(),
            layers: layers.collect(),
            asked_by: None,
        });
    }
    Ok(things)
}

fn words_for(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Cy => "Welsh",
    }
}

/// A value of the theme, in each layer that sets it.
fn value(assets: &Layered, name: &str) -> Result<Option<Thing>, Unanswered> {
    let Some(asked) = name.strip_prefix("theme:") else {
        return Ok(None);
    };
    let looks = look::each(assets)?;
    let set = looks.iter().flat_map(|(layer, look)| {
        let set = look.values().filter(|(key, ..)| *key == asked);
        set.map(|(_, place, text)| Found {
            layer: layer.name().to_owned(),
            place: format!("{}:{}", place.file.name(), place.start().line),
            words: Some(text.to_owned()),
        })
    });
    let layers: Vec<_> = set.collect();
    Ok((!layers.is_empty()).then(|| Thing {
        what: name.to_owned(),
        layers,
        asked_by: None,
    }))
}

/// What each layer says that has the phrase, the one that wins first.
fn said_by(key: &str, files: &Texts, locales: &[Locale]) -> Vec<Found> {
    let layers = files.iter().zip(locales).enumerate().rev();
    let said = layers.filter_map(|(at, ((layer, _), locale))| {
        let phrase = locale.phrase(key)?;
        (locale.layer_of(key) == at).then(|| Found {
            layer: layer.name().to_owned(),
            place: phrases::stands(phrase),
            words: Some(phrase.text().to_owned()),
        })
    });
    said.collect()
}

impl fmt::Display for Which {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        for (index, thing) in self.0.iter().enumerate() {
            if index > 0 {
                page.line(0, "");
            }
            page.line(0, &thing.what);
            for (index, found) in thing.layers.iter().enumerate() {
                if index > 0 {
                    page.line(2, "hides");
                }
                page.line(2, &format!("{}    {}", found.layer, found.place));
                if let Some(words) = &found.words {
                    page.words(6, words);
                }
            }
            if let [_] = &thing.layers[..] {
                page.line(2, "no other layer has it");
            }
            if let Some(asked_by) = &thing.asked_by {
                page.words(2, &format!("asked by {asked_by}"));
            }
        }
        write!(f, "{page}")
    }
}
