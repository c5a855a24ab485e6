//! Both languages of a document state the same.
//!
//! The days, times and numbers of the two halves, the names in them and the numbers of
//! their paragraphs are read out of the finished pages, each half by the words of its own
//! language. What a person wrote in one language alone stands in that half alone, and is
//! left out of the comparison.

use super::proof::{Proof, reach};
use crate::case::Case;
use crate::case::person::Adult;
use crate::diagnostics::Pointer;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::language::Locale;
use crate::pages::{Role, Run};

/// The phrase that says on which page a language begins.
const BEGINS: &str = "bilingual.begins";

/// What one language of the pages says.
struct Half<'a> {
    locale: &'a Locale,
    words: Vec<String>,
    /// The numbers of its paragraphs, in order.
    numbers: Vec<String>,
}

/// The halves state the same figures and names, and count their paragraphs alike.
pub(super) fn both_languages_state_the_same(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let finished = proof.finished;
    let ([first, second], [its_words, their_words]) = (finished.views, finished.locales) else {
        return;
    };
    let originals = first.originals().iter().chain(second.originals());
    let mut lone: Vec<&str> = originals.flat_map(|one| one.split("\n\n")).collect();
    // The name of a place may stand in a text that is there in one language too.
    lone.sort_by_key(|passage| std::cmp::Reverse(passage.len()));
    let one = Half::read(proof, its_words, &lone);
    let other = Half::read(proof, their_words, &lone);
    let mut differences = Vec::new();
    for (mine, theirs) in [(&one, &other), (&other, &one)] {
        differences.extend(mine.alone(theirs, finished.case));
    }
    if one.numbers != other.numbers {
        differences.push("the languages number their paragraphs differently".to_owned());
    }
    for what in differences {
        let at = Pointer::root().key("document");
        let mut unfit = proof.unfit(&document::LANGUAGES_DIFFER, at, what);
        let help = "look at the phrase, or at the translation of the text, that says it";
        unfit.help(help);
        found.push(unfit);
    }
}

impl<'a> Half<'a> {
    /// Reads the half in the language of `locale`, without what is there in one language
    /// alone.
    fn read(proof: &Proof<'_>, locale: &'a Locale, lone: &[&str]) -> Self {
        let language = locale.language().tag();
        let runs = proof.body.iter().map(|(run, _)| *run);
        let runs: Vec<&Run> = runs.filter(|run| run.language == language).collect();
        let is_label = |run: &&&Run| proof.is_within(run, |role| *role == Role::Label);
        let labels = runs.iter().filter(is_label).map(|run| run.text.trim());
        let is_number = |label: &&str| label.trim_end_matches('.').parse::<u32>().is_ok();
        let mut words: Vec<String> = text(&runs).split_whitespace().map(str::to_owned).collect();
        for passage in lone {
            remove(&mut words, passage, 0);
        }
        // Each language has another page to begin on.
        if let Some(begins) = locale.phrase(BEGINS) {
            let before = begins.text().split('{').next();
            remove(&mut words, before.unwrap_or_default(), 1);
        }
        Half {
            locale,
            words,
            numbers: labels.filter(is_number).map(str::to_owned).collect(),
        }
    }

    /// What this half states and the other does not.
    fn alone(&self, other: &Half<'_>, case: &Case) -> Vec<String> {
        let code = self.locale.language().code();
        let text = |half: &Half<'_>| half.words.join(" ");
        let (mine, theirs) = (text(self), text(other));
        let other_figures = other.locale.figures(&theirs);
        let figures = self.locale.figures(&mine);
        let figures = figures.not_in(&other_figures).into_iter();
        // A day or a time is what was changed; any other number may be somebody's.
        let is_told = |figure: &&str| figure.contains(['-', ':']);
        let figures = figures.map(|figure| match is_told(&figure) {
            true => format!("`{figure}` stands in `{code}` alone"),
            false => format!("a number stands in `{code}` alone"),
        });
        let in_one =
            |name: &String| mine.contains(name.as_str()) && !theirs.contains(name.as_str());
        let name = names(case).find(in_one);
        let name = name.map(|_| format!("a name stands in `{code}` alone"));
        figures.chain(name).collect()
    }
}

/// The words of runs, parted where the page parts them. A line may end behind the hyphen of
/// a word that has one, and the word goes on below: one-to-one. So does `1(3)(a)`.
fn text(runs: &[&Run]) -> String {
    let mut text = String::new();
    let mut before: Option<&Run> = None;
    for run in runs {
        let touches = before.is_some_and(|before| {
            let gap = run.x - (before.x + reach(before));
            match (run.y - before.y).abs() < 0.5 {
                true => gap.abs() < run.size / 5.0,
                false => goes_on(&text, &run.text),
            }
        });
        if !touches {
            text.push(' ');
        }
        text.push_str(&run.text);
        before = Some(run);
    }
    text
}

/// Whether the next line goes on with the word that this one ends in.
fn goes_on(line: &str, next: &str) -> bool {
    let before_hyphen = line.strip_suffix(['-', '/']);
    let in_brackets = line.strip_suffix(')');
    before_hyphen.is_some_and(|word| word.ends_with(char::is_alphanumeric))
        || next.starts_with('(')
            && in_brackets.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// Takes a passage out of a list of words, wherever it stands, with so many words behind it.
fn remove(words: &mut Vec<String>, passage: &str, behind: usize) {
    let passage: Vec<&str> = passage.split_whitespace().map(bare).collect();
    if passage.is_empty() {
        return;
    }
    let found = |words: &[String]| {
        let mut windows = words.windows(passage.len());
        windows.position(|window| {
            window
                .iter()
                .map(|word| bare(word))
                .eq(passage.iter().copied())
        })
    };
    while let Some(at) = found(words) {
        let end = at + passage.len() + behind;
        words.drain(at..end.min(words.len()));
    }
}

/// A word without what parts a list or a sentence: a name in a list has a comma behind it.
fn bare(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ':'])
}

/// What people are called in documents.
fn names(case: &Case) -> impl Iterator<Item = String> + '_ {
    let people = &case.people;
    let children = people
        .children
        .iter()
        .map(|child| child.called().to_owned());
    let adults = people.adults.iter().map(Adult::called_with_surname);
    let officers = people.professionals.iter();
    let officers = officers.map(|officer| officer.name.to_string());
    children.chain(adults).chain(officers)
}
