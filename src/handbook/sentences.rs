//! Which sentences moved, told as a person would note it: what was there, what is there now. The
//! one comparison of words there is: `templates test` and `verify` both ask it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A sentence of a document, and the page on which it begins, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) page: usize,
}

/// A sentence that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The page on which it stands now, or stood.
    pub page: usize,
    /// What was there.
    pub old: Option<String>,
    /// What is there now.
    pub new: Option<String>,
}

/// A moved sentence as it is shown: what is the same at both ends of a long one is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What was there.
    pub old: Option<String>,
    /// What is there now.
    pub new: Option<String>,
}

/// Words of one end that are kept for whoever has to find the place.
const BESIDE: usize = 5;

/// Words up to which a sentence is shown whole.
const SHORT: usize = 20;

/// How alike two sentences are, at least, if one became the other.
const ALIKE: f64 = 0.4;

/// The sentences of a text, each with where it begins in it.
pub(crate) fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut begins = 0;
    let ends = ends(text).chain([text.len()]);
    let parts = ends.map(move |end| {
        let part = (begins, &text[begins..end]);
        begins = end;
        part
    });
    let trimmed = parts.map(|(at, part)| (at, part.trim()));
    trimmed.filter(|(_, part)| !part.is_empty())
}

/// Where sentences end: after a point, a question or an exclamation before a space, unless
/// the point stands behind an initial or a short title.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '?', '!'])
        .filter_map(|(at, sign)| {
            let rest = &text[at + 1..];
            let closed = rest.trim_start_matches(['”', '’', ')']);
            let end = text.len() - closed.len();
            let next = closed.strip_prefix(' ')?.trim_start().chars().next()?;
            let before = text[..at].rsplit(' ').next().unwrap_or_default();
            let is_title = before.starts_with(char::is_uppercase) && before.chars().count() <= 3;
            let begins = next.is_uppercase() || !next.is_alphanumeric();
            (begins && !(sign == "." && is_title)).then_some(end)
        })
}

/// What became of the sentences of a document.
pub(crate) fn compare(old: &[Sentence], new: &[Sentence]) -> Vec<Moved> {
    let texts = |all: &[Sentence]| -> Vec<String> {
        let texts = all.iter().map(|one| unbroken(&one.text));
        texts.collect()
    };
    let ops = capture_diff_slices(Algorithm::Patience, &texts(old), &texts(new));
    let mut moved = Vec::new();
    for op in ops {
        if !matches!(op, DiffOp::Equal { .. }) {
            pair(&old[op.old_range()], &new[op.new_range()], &mut moved);
        }
    }
    moved
}

/// A text without the spaces that stand for the end of a line within a word: `even- numbered`.
fn unbroken(text: &str) -> String {
    let mut whole = String::new();
    for word in text.split(' ') {
        let mut ending = whole.chars().rev();
        let is_sign = ending
            .next()
            .is_some_and(|sign| matches!(sign, '-' | '–' | '/'));
        let is_within = is_sign && ending.next().is_some_and(char::is_alphanumeric);
        if !whole.is_empty() && !is_within {
            whole.push(' ');
        }
        whole.push_str(word);
    }
    whole
}

/// Sentences that took the place of others, each beside the one it came from.
fn pair(old: &[Sentence], new: &[Sentence], moved: &mut Vec<Moved>) {
    let came = |one: &Sentence| Moved {
        page: one.page,
        old: None,
        new: Some(one.text.clone()),
    };
    let mut next = 0;
    for was in old {
        let rest = new.iter().enumerate().skip(next);
        let alike = rest.map(|(at, is)| (likeness(&was.text, &is.text), at));
        let best = alike.fold((0.0, next), |best, one| match one.0 > best.0 {
            true => one,
            false => best,
        });
        // Of two lists of one sentence each, the one is what became of the other.
        let is_alone = old.len() == 1 && new.len() == 1;
        if best.0 < ALIKE && !is_alone {
            moved.push(Moved {
                page: was.page,
                old: Some(was.text.clone()),
                new: None,
            });
            continue;
        }
        moved.extend(new[next..best.1].iter().map(came));
        moved.push(Moved {
            old: Some(was.text.clone()),
            ..came(&new[best.1])
        });
        next = best.1 + 1;
    }
    moved.extend(new[next..].iter().map(came));
}

/// How much of two sentences is the same, from 0 to 1.
fn likeness(old: &str, new: &str) -> f64 {
    let (old, new) = (words(old), words(new));
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let same = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    let same: usize = same.map(|op| op.old_range().len()).sum();
    let longer = old.len().max(new.len()).max(1);
    same as f64 / longer as f64
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

impl Moved {
    /// As it is shown.
    pub fn shown(&self) -> Shown {
        let (Some(old), Some(new)) = (&self.old, &self.new) else {
            return Shown {
                old: self.old.clone(),
                new: self.new.clone(),
            };
        };
        let (old, new) = (words(old), words(new));
        let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
            pairs.take_while(|(one, other)| one == other).count()
        };
        let head = same(&mut old.iter().zip(&new));
        let shorter = old.len().min(new.len());
        let tail = same(&mut old.iter().rev().zip(new.iter().rev())).min(shorter - head);
        Shown {
            old: Some(cut(&old, head, tail)),
            new: Some(cut(&new, head, tail)),
        }
    }
}

/// A sentence without what is the same far from where it is not.
fn cut(words: &[&str], head: usize, tail: usize) -> String {
    let far = |same: usize| match words.len() > SHORT {
        true => same.saturating_sub(BESIDE),
        false => 0,
    };
    let (head, tail) = (far(head), far(tail));
    let kept = words[head..words.len() - tail].join(" ");
    let before = if head > 0 { "… " } else { "" };
    let behind = if tail > 0 { " …" } else { "" };
    format!("{before}{kept}{behind}")
}

#[cfg(test)]
mod tests;
