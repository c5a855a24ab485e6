//! A text as its words are compared: spelled numbers as digits, look-alike letters as the
//! ones they look like, streets in full. What is looked for is folded in the same way, so
//! that two spellings of one thing are one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;

use super::number::number;
use super::words::WORDS;

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// Capitals of other scripts that look like Latin ones; in small letters some look like
/// others.
const CAPITALS: (&str, &str) = (
    "АВЕЅІЈКМНОРСТУХҮԌԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABESIJKMHOPCTYXYGWABEZHIKMNOPTYX",
);

/// Letters of other scripts that look like Latin ones, small capitals, and letters that look
/// like digits; all small.
const LOOK_ALIKES: [(&str, &str); 3] = [
    (
        "аеорсхуіѕјкмтнвгԁһԛԝүαεορικντυχβησωμ",
        "aeopcxyisjkmthbrdhqwyaeopikvtuxbnowu",
    ),
    (
        "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡıɑɩ",
        "abcdefghijklmnoprstuvwyzgiai",
    ),
    ("oil", "011"),
];

/// Two letters that look like one.
const PAIRS: [([char; 2], char); 2] = [(['r', 'n'], 'm'), (['v', 'v'], 'w')];

/// Signs in a frame that stand for letters: the first, and how many.
const FRAMED: [(char, u32); 3] = [('🅐', 26), ('🅰', 26), ('🇦', 26)];

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
        let low = stem.to_lowercase();
        let (number, taken) = match WORDS.begins_number(&low) {
            true => number(&low, after),
            false => (None, 0),
        };
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

/// The words of a text; an apostrophe stands within a word.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_between =
        |c: char| !(c.is_alphanumeric() || APOSTROPHES.contains(&c) || unframed(c) != c);
    text.split(is_between)
        .filter(|word| word.contains(|c: char| unframed(c).is_alphanumeric()))
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
    let plain: String = match word.is_ascii() {
        // Most words are: they have nothing to take off.
        true => {
            let plain = word.bytes().filter(u8::is_ascii_alphanumeric);
            plain.map(|c| char::from(c.to_ascii_lowercase())).collect()
        }
        false => {
            let plain = word.nfkd().map(unframed).filter(|c| c.is_alphanumeric());
            let plain = plain.map(|letter| alike(letter, CAPITALS));
            plain.flat_map(char::to_lowercase).collect()
        }
    };
    WORDS.in_full(&plain).map_or(plain, str::to_owned)
}

/// The same with each look-alike as what it looks like; two letters can look like one.
fn looks(plain: &str) -> String {
    let mut looks = String::with_capacity(plain.len());
    for letter in plain.chars() {
        let look = LOOKS.of(letter);
        let both = PAIRS
            .iter()
            .find(|(pair, _)| pair[1] == look && looks.ends_with(pair[0]));
        match both {
            Some((_, one)) => {
                looks.pop();
                looks.push(*one);
            }
            None => looks.push(look),
        }
    }
    looks
}

/// What letters look like, asked of every letter of every page.
struct Looks {
    plain: [char; 128],
    others: BTreeMap<char, char>,
}

static LOOKS: LazyLock<Looks> = LazyLock::new(|| {
    let look = |letter| LOOK_ALIKES.into_iter().fold(letter, alike);
    let letters = LOOK_ALIKES.iter().flat_map(|(from, _)| from.chars());
    Looks {
        plain: std::array::from_fn(|code| look(char::from(code as u8))),
        others: letters.map(|letter| (letter, look(letter))).collect(),
    }
});

impl Looks {
    fn of(&self, letter: char) -> char {
        let plain = self.plain.get(letter as usize);
        *plain
            .or_else(|| self.others.get(&letter))
            .unwrap_or(&letter)
    }
}

fn alike(letter: char, (from, to): (&str, &str)) -> char {
    let mut pairs = from.chars().zip(to.chars());
    let pair = pairs.find(|(one, _)| *one == letter);
    pair.map_or(letter, |(_, other)| other)
}

/// The letter in a frame.
fn unframed(sign: char) -> char {
    let letter = FRAMED.iter().find_map(|(first, count)| {
        let index = u32::from(sign).checked_sub(u32::from(*first))?;
        (index < *count).then(|| char::from_u32(u32::from('A') + index))?
    });
    letter.unwrap_or(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelled_numbers_are_digits_and_look_alikes_what_they_look_like() {
        let table = [
            ("nineteen Tern Court", "19 Tern Ct"),
            ("thirty-one Allerton Rise", "31 Allerton Rise"),
            ("oh double seven zero zero, nine hundred", "0 7 7 0 0 900"),
            ("dim saith saith dim dim", "07700"),
            ("АLLЕRТОN", "Allerton"),
            ("Ａｌｌｅｒｔｏｎ", "Allerton"),
            ("LSl7 9ZZ", "LS17 9ZZ"),
            ("E17 OAB", "E17 0AB"),
            ("Rôsewood", "Rosewood"),
            ("🅁🅞🅢🅔🆆🅞🅞🅓", "Rosewood"),
            ("ᴠᴇʀɢᴇʀ", "Verger"),
            ("ΝΟRΤΗ ΤΕRΝ", "North Tern"),
            ("Copperrnill", "Coppermill"),
            ("Corrnvvall, vvv", "Cormwall, wv"),
        ];
        for (one, other) in table {
            assert_eq!(letters(one), letters(other), "{one}");
        }
        assert_ne!(letters("twenty Tern Court"), letters("21 Tern Court"));
    }

    #[test]
    fn each_look_alike_looks_like_one_letter() {
        for (from, to) in LOOK_ALIKES.into_iter().chain([CAPITALS]) {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
        }
    }
}
