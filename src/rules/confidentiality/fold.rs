//! A text as its words are compared: spelled numbers as digits, look-alike letters as the
//! ones they look like, streets in full. What is looked for is folded in the same way, so
//! that two spellings of one thing are one.

use unicode_normalization::UnicodeNormalization as _;

use super::words::WORDS;

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// Letters of other scripts that look like Latin ones, and letters that look like digits;
/// all small.
const LOOK_ALIKES: [(&str, &str); 2] = [
    ("аеорсхуіѕјкмтнвгαεορικντυχβ", "aeopcxyisjkmthbraeopikvtuxb"),
    ("oil", "011"),
];

/// A word, or what stands for one number: `twenty-one`, `double seven`.
pub(super) struct Piece<'a> {
    /// Its letters and digits.
    pub(super) stem: String,
    /// Those of its `’s`.
    pub(super) possessive: String,
    /// Whether it is a number.
    pub(super) is_number: bool,
    /// As it is written.
    pub(super) word: &'a str,
}

/// The pieces of a text, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let words: Vec<&str> = words(text).collect();
    let mut pieces = Vec::new();
    let mut rest = &words[..];
    while let [word, after @ ..] = rest {
        let (stem, possessive) = stem_and_possessive(word);
        let (number, taken) = number(stem, after);
        let plain = number.unwrap_or_else(|| in_full(stem));
        pieces.push(Piece {
            is_number: plain.starts_with(|c: char| c.is_ascii_digit()),
            stem: looks(&plain),
            possessive: looks(&in_full(possessive)),
            word,
        });
        rest = &after[taken..];
    }
    pieces
}

/// The letters and digits of a text, as words are compared.
pub(super) fn letters(text: &str) -> String {
    let pieces = pieces(text).into_iter();
    pieces.map(|piece| piece.stem + &piece.possessive).collect()
}

/// The digits that a word stands for, and how many of the words after it belong to it.
fn number(stem: &str, after: &[&str]) -> (Option<String>, usize) {
    let word = stem.to_lowercase();
    let next = after.first().and_then(|next| digit(&next.to_lowercase()));
    match (WORDS.times(&word), WORDS.tens(&word), next) {
        (Some(times), _, Some(next)) => (Some(next.repeat(times)), 1),
        (_, Some(tens), Some(unit)) if unit != "0" => (Some(format!("{}{unit}", &tens[..1])), 1),
        (_, Some(tens), _) => (Some(tens.to_owned()), 0),
        _ => (WORDS.number(&word).map(str::to_owned), 0),
    }
}

/// One digit, written or spelled.
fn digit(word: &str) -> Option<String> {
    let is_digit = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_digit());
    let spelled = WORDS.number(word).filter(|number| number.len() == 1);
    is_digit.then_some(word).or(spelled).map(str::to_owned)
}

/// The words of a text; an apostrophe stands within a word.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| !(c.is_alphanumeric() || APOSTROPHES.contains(&c));
    text.split(is_between)
        .filter(|word| word.contains(char::is_alphanumeric))
}

/// `Street` and `s` of `Street’s`; the second is empty where a word is no possessive.
fn stem_and_possessive(word: &str) -> (&str, &str) {
    let word = word.trim_matches(APOSTROPHES);
    let split = word.len().saturating_sub(1);
    let parts = word.is_char_boundary(split).then(|| word.split_at(split));
    let possessive = parts.filter(|(stem, s)| {
        s.eq_ignore_ascii_case("s") && stem.ends_with(APOSTROPHES) && !stem.is_empty()
    });
    possessive.unwrap_or((word, ""))
}

/// The small letters and digits of a word, without accents; a street in full.
fn in_full(word: &str) -> String {
    let plain = word.nfkd().filter(|c| c.is_alphanumeric());
    let plain: String = plain.flat_map(char::to_lowercase).collect();
    WORDS.in_full(&plain).map_or(plain.clone(), str::to_owned)
}

/// The same with each look-alike as what it looks like.
fn looks(plain: &str) -> String {
    plain.chars().map(look).collect()
}

fn look(letter: char) -> char {
    LOOK_ALIKES.iter().fold(letter, |letter, (from, to)| {
        let mut pairs = from.chars().zip(to.chars());
        pairs
            .find(|(one, _)| *one == letter)
            .map_or(letter, |(_, other)| other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelled_numbers_are_digits_and_look_alikes_what_they_look_like() {
        let table = [
            ("nineteen Tern Court", "19 Tern Ct"),
            ("thirty-one Allerton Rise", "31 Allerton Rise"),
            (
                "oh double seven zero zero, nine hundred",
                "0 7 7 0 0 9 hundred",
            ),
            ("dim saith saith dim dim", "07700"),
            ("АLLЕRТОN", "Allerton"),
            ("Ａｌｌｅｒｔｏｎ", "Allerton"),
            ("LSl7 9ZZ", "LS17 9ZZ"),
            ("E17 OAB", "E17 0AB"),
            ("Rôsewood", "Rosewood"),
        ];
        for (one, other) in table {
            assert_eq!(letters(one), letters(other), "{one}");
        }
        assert_ne!(letters("twenty Tern Court"), letters("21 Tern Court"));
    }

    #[test]
    fn each_look_alike_looks_like_one_letter() {
        for (from, to) in LOOK_ALIKES {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
        }
    }
}
