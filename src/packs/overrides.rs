//! What a firm says in other words, and whether anybody hears it.
//!
//! A slip in a key would change nothing, and nobody would be told: the old wording goes to
//! court.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::files;
use crate::assets::{AssetPath, Layer, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, in_backticks, nearest};
use crate::language::{Locale, Phrase};

/// `A08` for each phrase that the program does not have and no template asks for; where a file
/// of an office stands before the one that asked, at that file.
pub(super) fn unasked(assets: &Layered, locale: &Locale, asked: &BTreeSet<String>) -> Findings {
    let added: BTreeSet<&str> = locale.added().map(|(key, _)| key).collect();
    let is_asked = |key: &str| {
        let noun = key.rsplit_once('.').map(|(noun, _)| noun);
        // Nothing asks for what stands below a phrase.
        let noun = noun.filter(|noun| locale.phrase(noun).is_none());
        asked.contains(key) || noun.is_some_and(|noun| asked.contains(noun))
    };
    // What is asked for under a key that is not there is told where it is asked.
    let unknown = asked_of(asked).filter(|key| locale.phrase(key).is_none());
    let unasked = locale.added().filter(|(key, _)| !is_asked(key));
    let unasked = unasked.filter(|(key, _)| nearest(key, unknown.clone()).is_none());
    let known = locale.keys().filter(|key| !added.contains(key));
    let mut findings = Findings::new();
    let mut covered: BTreeMap<AssetPath, Vec<(&str, &Phrase)>> = BTreeMap::new();
    for (key, phrase) in unasked {
        if let Some(path) = covering(assets, key) {
            covered.entry(path).or_default().push((key, phrase));
            continue;
        }
        let near = nearest(key, known.clone()).or_else(|| nearest(key, asked_of(asked)));
        let help = match (out_of_step(locale, key), near) {
            (Some(help), _) => help,
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) => {
                format!("call it in a template: `{{{{phrase \"{key}\"}}}}`, or take it out")
            }
        };
        let message = format!("no document asks for the phrase `{key}`");
        findings.push(
            Diagnostic::new(&code::asset::UNASKED, message)
                .at(phrase.place().clone())
                .help(help),
        );
    }
    let covered = covered.into_iter();
    findings.extend(covered.filter_map(|(path, phrases)| no_longer(assets, &path, &phrases)));
    findings
}

/// What to do with words that stand a step above or below where the program has a phrase.
fn out_of_step(locale: &Locale, key: &str) -> Option<String> {
    let above = key.rsplit_once('.').map(|(above, _)| above);
    if let Some(above) = above.filter(|above| locale.phrase(above).is_some()) {
        return Some(format!(
            "write the words right behind `{above}:`, and no key below it"
        ));
    }
    let within = format!("{key}.");
    let mut below = locale.keys().filter(|known| known.starts_with(&within));
    let first = below.next()?;
    Some(format!(
        "it is a block of phrases: write a key of it below, such as `{first}`"
    ))
}

/// The template of an office that stands before one of its firm's that asks for a phrase.
fn covering(assets: &Layered, key: &str) -> Option<AssetPath> {
    let templates = assets.list(&AssetPath::new("templates").ok()?);
    templates.into_iter().find(|path| {
        is_template(path)
            && files_of_folders(assets, path)
                .skip(1)
                .any(|file| asks(&file, key))
    })
}

fn is_template(path: &AssetPath) -> bool {
    path.as_str().contains(".hbs")
}

/// The files that folders have of a path, the one that wins first.
fn files_of_folders(assets: &Layered, path: &AssetPath) -> impl Iterator<Item = Arc<SourceFile>> {
    let texts = assets.texts(path).unwrap_or_default().into_iter();
    let of_folders = texts.filter(|(layer, _)| *layer != Layer::BuiltIn);
    of_folders.map(|(_, file)| file)
}

/// Whether a template names a phrase, or the group that it is of.
fn asks(file: &SourceFile, key: &str) -> bool {
    let group = key.rsplit_once('.').map(|(group, _)| group);
    let mut named = [Some(key), group].into_iter().flatten();
    named.any(|name| file.text().contains(&format!("\"{name}\"")))
}

/// `A08` at the file with which nobody asks for these phrases any more.
fn no_longer(
    assets: &Layered,
    path: &AssetPath,
    phrases: &[(&str, &Phrase)],
) -> Option<Diagnostic> {
    let (first, _) = phrases.first()?;
    let keys = in_backticks(phrases.iter().map(|(key, _)| *key));
    let message = format!("with this file no document asks any more for {keys}");
    let name = files::partial_name(path);
    let below = name.map(|name| format!("call `{{{{> below/{name}}}}}` in it"));
    let help = format!(
        "{}, or ask for the words in it; to leave them out, name them in a note of it: \
         `{{{{!-- without \"{first}\" --}}}}`",
        below.as_deref().unwrap_or("call in it what called them")
    );
    let finding = Diagnostic::new(&code::asset::UNASKED, message)
        .at(Place::new(&assets.text(path).ok()?, 0..0))
        .help(help);
    let phrases = phrases.iter();
    Some(phrases.fold(finding, |finding, (_, phrase)| {
        finding.label(phrase.place().clone(), "the words stand here")
    }))
}

/// The phrases of a firm's own that stand in a template of a firm's by their keys: where no
/// document calls or reads that template, this is told of it and not of each phrase. So does
/// the title of a document to which an office gives another.
pub(super) fn mentioned(assets: &Layered, locale: &Locale) -> BTreeSet<String> {
    let held: BTreeSet<&AssetPath> = assets.held().map(|(path, _)| path).collect();
    let templates = held.iter().filter(|path| is_template(path));
    let templates = templates.filter(|path| files::is_firms(assets, path));
    let texts: Vec<_> = templates
        .filter_map(|path| files_of_folders(assets, path).next())
        .collect();
    let declared = held.iter().filter(|path| files::declared(path).is_some());
    let declared: Vec<_> = declared
        .flat_map(|path| files_of_folders(assets, path).skip(1))
        .collect();
    let stands = |key: &str| {
        let quoted = format!("\"{key}\"");
        texts.iter().any(|file| file.text().contains(&quoted))
            || declared.iter().any(|file| file.text().contains(key))
    };
    let added = locale.added().map(|(key, _)| key);
    added.filter(|key| stands(key)).map(str::to_owned).collect()
}

fn asked_of(asked: &BTreeSet<String>) -> impl Iterator<Item = &str> + Clone {
    asked.iter().map(String::as_str)
}

/// `A10` for each English phrase in other words that the Welsh has not.
pub(super) fn in_one_language(english: &Locale, welsh: &Locale) -> Findings {
    let added: BTreeSet<&str> = english.added().map(|(key, _)| key).collect();
    let keys = english.keys().filter(|key| !added.contains(key));
    let alone = keys.filter(|key| english.layer_of(key) > 0 && welsh.layer_of(key) == 0);
    let told = alone.filter_map(|key| Some(alone_in_english(key, english.phrase(key)?)));
    told.collect()
}

fn alone_in_english(key: &str, phrase: &Phrase) -> Diagnostic {
    let message = format!("`{key}` is in other words in English, and as it was in Welsh");
    Diagnostic::new(&code::asset::ONE_LANGUAGE, message)
        .at(phrase.place().clone())
        .help("say the same in `locales/cy.yaml` beside this file")
}
