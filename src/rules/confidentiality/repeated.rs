//! Restricted words, told again in a text that others read.
//!
//! A paragraph that is left out of a copy is of no use where the next one repeats it. Who
//! may see what is asked of `audience`; here only words are compared.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::stems::{Stems, plain};
use crate::audience::{DocumentCopy, Office, Why, Withheld};
use crate::case::Case;
use crate::case::mark::Voice;
use crate::case::narrative::{MayBeTold, Narrative};
use crate::case::texts::Text;
use crate::diagnostics::code::confidentiality;
use crate::diagnostics::{Pointer, Step};
use crate::rules::kit::prose::sentences;
use crate::rules::rule::{Report, Rule};

pub(crate) const REPEATED: &[Rule] = &[restricted_words_are_told_nowhere_else];

/// A sentence of so many words, told again whole, is the same sentence…
const SENTENCE: usize = 4;

/// …and so many words of a longer one are.
const RUN: usize = 8;

/// A text that is kept from somebody, and a text that person reads which tells it again.
struct Repeat<'a> {
    kept: &'a Text,
    told: &'a Text,
    why: Why,
    is_verbatim: bool,
}

/// No text that a reader sees repeats what is kept from that reader, word for word (K01) or
/// nearly so (K02), unless somebody has said that it may (K05 where that answers nothing).
fn restricted_words_are_told_nowhere_else(case: &Case, report: &mut Report) {
    let texts = report.texts(case);
    let prose = |text: &&Text| text.voice != Voice::Label;
    let texts: Vec<&Text> = texts.iter().filter(prose).collect();
    let answers = answers(&report.narratives(case));
    let mut answered: Vec<&Answer> = Vec::new();
    for repeat in repeats_of(case, &texts) {
        let place = LazyCell::new(|| name_of(case, &repeat.told.at));
        let answer = answers.iter().find(|answer| {
            repeat.kept.at.is_within(&answer.kept) && answer.told.place.as_str() == *place
        });
        match answer {
            Some(answer) => answered.push(answer),
            None => tell(report, &repeat),
        }
    }
    for answer in &answers {
        if !answered.iter().any(|one| one.at == answer.at) {
            let message = "`may_be_told_in` names a place where nothing of this text is told";
            report
                .add(
                    &confidentiality::ANSWERS_NOTHING,
                    answer.at.key("place"),
                    message,
                )
                .caption("nothing of it is told here")
                .help("take the answer out, or name the place where the text is told again");
        }
    }
}

/// The repeats, each once, by the place where the words stand again. However many readers a
/// text is kept from, it is read once.
fn repeats_of<'a>(case: &Case, texts: &[&'a Text]) -> Vec<Repeat<'a>> {
    let read = texts
        .iter()
        .map(|text| LazyCell::new(|| Read::of(&text.text)));
    let read: Vec<_> = read.collect();
    let repeat = |((told, kept), why): ((usize, usize), Why)| {
        let is_verbatim = read[told].tells(&read[kept])?;
        Some(Repeat {
            kept: texts[kept],
            told: texts[told],
            why,
            is_verbatim,
        })
    };
    let beside = told_beside_kept(case, texts).into_iter();
    let mut repeats: Vec<Repeat<'_>> = beside.filter_map(repeat).collect();
    repeats.sort_by(|a, b| (&a.told.at, &a.kept.at).cmp(&(&b.told.at, &b.kept.at)));
    repeats
}

/// Which of the texts somebody reads from whom another of them is kept: the one that is told,
/// the one that is kept, and why.
fn told_beside_kept(case: &Case, texts: &[&Text]) -> BTreeMap<(usize, usize), Why> {
    let mut found = BTreeMap::new();
    let office = Office::of(case);
    for reader in office.readers() {
        let withheld = office.serves(&DocumentCopy::of(reader)).withheld();
        let restricted =
            |(index, text): (usize, &&Text)| Some((index, restricted(text, &withheld)?));
        let kept: Vec<(usize, Why)> = texts.iter().enumerate().filter_map(restricted).collect();
        if kept.is_empty() {
            continue;
        }
        let is_told = |(_, text): &(usize, &&Text)| {
            text.voice != Voice::Child && !withheld.iter().any(|one| text.at.is_within(&one.at))
        };
        for (told, _) in texts.iter().enumerate().filter(is_told) {
            for (kept, why) in &kept {
                found.entry((told, *kept)).or_insert(*why);
            }
        }
    }
    found
}

/// Why a decision about who is served keeps a text from the reader, where one does.
fn restricted(text: &Text, withheld: &[Withheld]) -> Option<Why> {
    let mut around = withheld.iter().filter(|one| text.at.is_within(&one.at));
    let decided = |one: &&Withheld| {
        matches!(
            one.why,
            Why::CourtAlone | Why::ServedOnOthers | Why::WithoutPrejudice
        )
    };
    around.find(decided).map(|one| one.why)
}

/// A text as it is compared with others.
struct Read {
    words: Vec<String>,
    sentences: Vec<Sentence>,
}

struct Sentence {
    words: Vec<String>,
    stems: Stems,
}

impl Read {
    fn of(text: &str) -> Self {
        let sentence = |sentence| {
            let words = plain(sentence);
            let stems = Stems::of_words(&words);
            Sentence { words, stems }
        };
        let sentences: Vec<Sentence> = sentences(text).map(sentence).collect();
        let words = sentences.iter().flat_map(|one| &one.words);
        Read {
            words: words.cloned().collect(),
            sentences,
        }
    }

    /// Whether it tells another again: word for word, or nearly so.
    fn tells(&self, kept: &Read) -> Option<bool> {
        let is_verbatim = |kept: &Sentence| {
            let length = kept.words.len().min(RUN);
            let mut runs = kept.words.windows(length.max(1));
            length >= SENTENCE && runs.any(|run| self.words.windows(length).any(|own| own == run))
        };
        let is_near = |kept: &Sentence| {
            let mut own = self.sentences.iter();
            kept.stems.count() >= SENTENCE && own.any(|own| own.stems.repeat(&kept.stems))
        };
        let kept = &kept.sentences;
        if kept.iter().any(is_verbatim) {
            return Some(true);
        }
        kept.iter().any(is_near).then_some(false)
    }
}

fn tell(report: &mut Report, repeat: &Repeat<'_>) {
    let (code, message, caption, help) = match repeat.is_verbatim {
        true => (
            &confidentiality::REPEATED,
            "this text repeats, word for word, one that not all its readers may see",
            "the same words",
            "take them out here; or, if they may be told here, say so beside the text that is kept \
             back: `concord explain K01` has the form",
        ),
        false => (
            &confidentiality::NEARLY_REPEATED,
            "this text tells in other words one that not all its readers may see",
            "close to it",
            "say it otherwise; or say beside the text that is kept back that it may be told here, \
             and why: `concord explain K01` has the form",
        ),
    };
    report
        .add(code, repeat.told.at.clone(), message)
        .withhold()
        .caption(caption)
        .but(repeat.kept.at.clone(), format!("this {}", repeat.why))
        .help(help);
}

/// What somebody said of one place where a text may be told again.
struct Answer {
    /// Where the answer stands.
    at: Pointer,
    /// The text that is kept back.
    kept: Pointer,
    told: MayBeTold,
}

fn answers(texts: &[(Pointer, Voice, Narrative)]) -> Vec<Answer> {
    let answers = texts.iter().flat_map(|(kept, _, text)| {
        let answers = text.block().map_or(&[][..], |block| &block.may_be_told_in);
        let answers = answers.iter().cloned().enumerate();
        let list = kept.key("may_be_told_in");
        let answer = |(index, told)| Answer {
            at: list.item(index),
            kept: kept.clone(),
            told,
        };
        answers.map(answer).collect::<Vec<_>>()
    });
    answers.collect()
}

/// What an answer calls the place of a text: its keys, and for an entry of a list the name
/// that does not move with it.
fn name_of(case: &Case, at: &Pointer) -> String {
    let Ok(tree) = serde_json::to_value(case) else {
        return String::new();
    };
    let (mut node, mut names) = (&tree, Vec::new());
    for step in at.steps() {
        let next = match step {
            Step::Key(key) => {
                names.push(key.to_string());
                node.get(key.as_ref())
            }
            Step::Item(index) => {
                let entry = node.get(index);
                let called = ["id", "head", "adult", "child"].into_iter();
                let mut called = called.filter_map(|key| entry?.get(key)?.as_str());
                names.push(called.next().map_or(index.to_string(), str::to_owned));
                entry
            }
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    let is_words = |name: &String| ["text", "en", "cy"].contains(&name.as_str());
    while names.len() > 1 && names.last().is_some_and(is_words) {
        names.pop();
    }
    names.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_verbatim_and_nearly_so() {
        let tells = |told: &str, kept: &str| Read::of(told).tells(&Read::of(kept));
        let kept = "Her brother was seen outside the school on two mornings.";
        let table = [
            (
                "He said: her brother was seen outside the school, on two mornings.",
                Some(true),
            ),
            (
                "Her brother was SEEN\noutside the school on two days.",
                Some(true),
            ),
            (
                "On two mornings her brother was outside the school.",
                Some(false),
            ),
            ("Her brother is ten and goes to another school.", None),
            ("The school is open on two mornings in August.", None),
        ];
        for (told, expected) in table {
            assert_eq!(tells(told, kept), expected, "{told}");
        }
        assert_eq!(
            tells("And it was so.", "It was so."),
            None,
            "three words are nobody's"
        );
    }
}
