//! What a firm says in other words, and whether anybody hears it.
//!
//! A slip in a key would change nothing, and nobody would be told: the old wording goes to
//! court.

use std::collections::BTreeSet;

use super::files;
use crate::assets::Layered;
use crate::diagnostics::{Diagnostic, Findings, code, nearest};
use crate::language::{Locale, Phrase};

/// `A08` for each phrase that the program does not have and no template asks for.
pub(super) fn unasked(locale: &Locale, asked: &BTreeSet<String>) -> Findings {
    let added: BTreeSet<&str> = locale.added().map(|(key, _)| key).collect();
    let is_asked = |key: &str| {
        let noun = key.rsplit_once('.').map(|(noun, _)| noun);
        asked.contains(key) || noun.is_some_and(|noun| asked.contains(noun))
    };
    // What is asked for under a key that is not there is told where it is asked.
    let unknown = asked_of(asked).filter(|key| locale.phrase(key).is_none());
    let unasked = locale.added().filter(|(key, _)| !is_asked(key));
    let unasked = unasked.filter(|(key, _)| nearest(key, unknown.clone()).is_none());
    let known = locale.keys().filter(|key| !added.contains(key));
    let told = unasked.map(|(key, phrase)| {
        let near = nearest(key, known.clone()).or_else(|| nearest(key, asked_of(asked)));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("call it in a template: `{{{{phrase \"{key}\"}}}}`, or take it out"),
        };
        Diagnostic::new(
            &code::asset::UNASKED,
            format!("no document asks for the phrase `{key}`"),
        )
        .at(phrase.place().clone())
        .help(help)
    });
    told.collect()
}

/// The phrases of a firm's own that stand in a template of a firm's by their keys: where no
/// document calls or reads that template, this is told of it and not of each phrase.
pub(super) fn mentioned(assets: &Layered, locale: &Locale) -> BTreeSet<String> {
    let held = assets.held().map(|(path, _)| path);
    let held = held.filter(|path| path.as_str().contains(".hbs") && files::is_firms(assets, path));
    let texts: Vec<_> = held.filter_map(|path| assets.text(path).ok()).collect();
    let stands = |key: &str| {
        let quoted = format!("\"{key}\"");
        texts.iter().any(|file| file.text().contains(&quoted))
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
