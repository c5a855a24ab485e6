//! `test`: what the samples of a firm say, compared with what it has accepted, sentence by
//! sentence, and the phrase that moved each.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::layers::{base, locales, no_folder, texts};
use super::one_phrase::KEPT;
use super::page::Page;
use super::phrases::stands;
use super::sentences::{self, Sentence};
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, EXPECTED, Folder, Layered};
use crate::language::{Language, Locale, Phrase};
use crate::output;
use crate::packs::files;
use crate::packs::shelf::Packs;

/// Letters of a phrase that are enough to know it by.
const TELLING: usize = 12;

/// What a document of a sample says.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The name of its file, without an ending.
    pub name: String,
    /// How many pages it has.
    pub pages: usize,
    /// Its words, in the order in which they are read.
    pub words: String,
}

/// What the samples say, compared with what was accepted.
#[derive(Debug)]
pub struct Tested {
    same: usize,
    moved: Vec<Moved>,
    new: Vec<String>,
    left_over: Vec<String>,
}

/// A document that says something else, or on other pages.
#[derive(Debug)]
struct Moved {
    name: String,
    /// The sentences that went or came, each with the phrase that it is of.
    sentences: Vec<(char, String, Option<String>)>,
}

impl Tested {
    /// Whether everything is as it was accepted.
    pub fn is_same(&self) -> bool {
        self.moved.is_empty() && self.new.is_empty() && self.left_over.is_empty()
    }
}

pub(super) fn test(
    assets: &Layered,
    packs: &Packs,
    samples: &[Sample],
) -> Result<Tested, Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let mut accepted = accepted(assets, folder)?;
    let locales = Language::ALL
        .iter()
        .map(|&language| packs.locale(assets, language));
    let locales: Vec<_> = locales.collect::<Result<_, _>>()?;
    let mut tested = Tested {
        same: 0,
        moved: Vec::new(),
        new: Vec::new(),
        left_over: Vec::new(),
    };
    for sample in samples {
        match accepted.remove(&sample.name) {
            None => tested.new.push(sample.name.clone()),
            Some(before) if is_same(&before, &text(sample)) => tested.same += 1,
            Some(before) => tested.moved.push(Moved {
                name: sample.name.clone(),
                sentences: moved(&before, &text(sample), &locales),
            }),
        }
    }
    tested.left_over = accepted.into_keys().collect();
    Ok(tested)
}

/// Keeps what the samples say as what is expected of them.
pub(super) fn accept(assets: &Layered, samples: &[Sample]) -> Result<(), Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let accepted = accepted(assets, folder)?;
    for sample in samples {
        output::replace(&folder.path.join(path(&sample.name)), &text(sample))?;
    }
    for &language in Language::ALL {
        keep_words(assets, folder, language)?;
    }
    let is_made = |name: &String| samples.iter().any(|sample| sample.name == *name);
    for name in accepted.keys().filter(|name| !is_made(name)) {
        output::remove(&folder.path.join(path(name)))?;
    }
    Ok(())
}

/// Keeps what the words of a folder took the place of, so that a change of that is seen.
fn keep_words(assets: &Layered, folder: &Folder, language: Language) -> Result<(), Unanswered> {
    let path = files::locale_path(language)?;
    let texts = texts(assets, &path)?;
    let Some(at) = texts.iter().position(|(layer, _)| layer.is(folder)) else {
        return Ok(());
    };
    let locales = locales(&texts)?;
    let (Some(ours), Some(below)) = (locales.get(at), locales.get(at.saturating_sub(1))) else {
        return Ok(());
    };
    let hidden = ours.keys().filter(|key| ours.layer_of(key) == at);
    let lines = hidden.filter_map(|key| {
        let text = serde_json::Value::from(below.phrase(key)?.text());
        Some(format!("{key}: {text}\n"))
    });
    let lines: String = lines.collect();
    let file = base(&path)?;
    if !lines.is_empty() {
        let text = format!("{KEPT}{lines}");
        output::replace(&folder.path.join(file.as_str()), &text)?;
    } else if assets.kept(folder, &file)?.is_some() {
        output::remove(&folder.path.join(file.as_str()))?;
    }
    Ok(())
}

/// What was accepted, by the names of the documents.
fn accepted(assets: &Layered, folder: &Folder) -> Result<BTreeMap<String, String>, Unanswered> {
    let mut accepted = BTreeMap::new();
    for path in assets.list_kept(folder, &AssetPath::new(EXPECTED)?) {
        let name = path.as_str().strip_prefix(EXPECTED).unwrap_or_default();
        let name = name.trim_start_matches('/').strip_suffix(".txt");
        if let (Some(name), Some(file)) = (name, assets.kept(folder, &path)?) {
            accepted.insert(name.to_owned(), file.text().to_owned());
        }
    }
    Ok(accepted)
}

fn path(name: &str) -> String {
    format!("{EXPECTED}/{name}.txt")
}

/// How many pages, then a sentence to a line.
fn text(sample: &Sample) -> String {
    let mut text = format!("{} pages\n\n", sample.pages);
    for line in sample.words.lines() {
        for (_, sentence) in sentences::split(line) {
            text.push_str(sentence);
            text.push('\n');
        }
    }
    text
}

fn moved(before: &str, now: &str, locales: &[Arc<Locale>]) -> Vec<(char, String, Option<String>)> {
    let moved_phrases = moved_phrases(&one_line(before), &one_line(now), locales);
    let mut told = Vec::new();
    for moved in sentences::compare(&each(before), &each(now)) {
        told.extend(moved.old.map(|old| ('-', old, None)));
        told.extend(moved.new.map(|new| {
            let because = phrase_of(&new, &moved_phrases);
            ('+', new, because)
        }));
    }
    told
}

/// The sentences of a text that is kept, which has one on each line.
fn each(text: &str) -> Vec<Sentence> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let sentences = lines.map(|line| Sentence {
        text: line.to_owned(),
        page: 1,
    });
    sentences.collect()
}

/// The phrases that stand in what is said now more often than in what was said before, each by
/// its longest piece between two places: no other has moved a sentence.
fn moved_phrases<'l>(
    before: &str,
    now: &str,
    locales: &'l [Arc<Locale>],
) -> Vec<(&'l str, &'l str, &'l Phrase)> {
    let phrases = locales.iter().flat_map(|locale| {
        let keys = locale.keys();
        keys.filter_map(|key| Some((key, locale.phrase(key)?)))
    });
    let pieces = phrases.map(|(key, phrase)| (longest_piece(phrase), key, phrase));
    let moved = pieces.filter(|(piece, ..)| {
        let times = |text: &str| text.matches(piece).count();
        !piece.is_empty() && times(now) > times(before)
    });
    moved.collect()
}

/// The phrase of which a sentence is made, of those that have moved: the longest piece that
/// stands in it, or that it is a sentence of.
fn phrase_of(sentence: &str, moved: &[(&str, &str, &Phrase)]) -> Option<String> {
    let tells = |text: &str| text.chars().count() >= TELLING;
    let known = moved.iter().filter(|(piece, ..)| {
        *piece == sentence
            || tells(piece) && sentence.contains(piece)
            || tells(sentence) && piece.contains(sentence)
    });
    let known = known.max_by_key(|(piece, key, _)| (piece.len(), *key));
    known.map(|(_, key, phrase)| format!("`{key}` ({})", stands(phrase)))
}

/// Whether two texts say the same: where a sentence ends is not what it says.
fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// A text without the line ends between its sentences.
fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

fn longest_piece(phrase: &Phrase) -> &str {
    let pieces = phrase.text().split(['{', '}']).step_by(2).map(str::trim);
    pieces.max_by_key(|piece| piece.len()).unwrap_or_default()
}

impl fmt::Display for Tested {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        let mut told: Vec<&Vec<_>> = Vec::new();
        for moved in &self.moved {
            page.line(0, &format!("moved: {}", moved.name));
            if told.contains(&&moved.sentences) {
                page.line(2, "the same sentences");
                continue;
            }
            told.push(&moved.sentences);
            for (sign, sentence, because) in &moved.sentences {
                page.line(2, &format!("{sign} {sentence}"));
                if let Some(because) = because {
                    page.line(6, &format!("by {because}"));
                }
            }
        }
        for name in &self.new {
            page.line(0, &format!("new: {name}, of which nothing is accepted"));
        }
        for name in &self.left_over {
            page.line(0, &format!("left over: {name}, which no sample makes"));
        }
        let all = self.same + self.moved.len() + self.new.len();
        page.line(
            0,
            &format!("{} of {all} documents are as accepted", self.same),
        );
        if !self.is_same() {
            page.line(
                2,
                "if this is what you want: `concord templates test --accept`",
            );
        }
        write!(f, "{page}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_that_has_not_moved_is_not_blamed() {
        let locale = files::locale(&Layered::builtin(), Language::En);
        let locales = [Arc::new(locale.map_err(|_| ()).expect("ours is sound"))];
        let by = |before: &str, now: &str| -> Vec<_> {
            let told = moved(before, now, &locales).into_iter();
            told.filter_map(|(_, _, because)| because).collect()
        };
        let stays = "A parenting plan is not legally binding.";
        assert_eq!(
            by(&format!("{stays} (7 May)\n"), &format!("{stays} (8 May)\n")),
            [""; 0]
        );
        let told = by("Ours binds nobody.\n", &format!("{stays}\n"));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with("`parenting-plan.not-binding` ("),
            "{told:?}"
        );
    }
}
