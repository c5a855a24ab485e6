//! How a text begins when it is read aloud: with a vowel or a consonant. On it
//! hang a or ac, â or ag, y or yr.

use unicode_normalization::UnicodeNormalization;

use super::ordinals;

/// The first sound of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sound {
    Vowel,
    /// `h` is a consonant after `a` (a hefyd) and counts as a vowel after `y` (yr haf). So
    /// does a capital `Wy`: a person has no article (a Wyn), a place has (yr Wyddfa).
    VowelAfterArticle,
    Consonant,
}

const VOWELS: &str = "aeiou";

/// Letters that are vowels and no vowel with a mark: Ødegaard, Æthelred, and the long w
/// and y of Welsh (ŵyr, ŷd).
const OTHER_VOWELS: &str = "øæœŵẁẃẅŷỳýÿ";

/// Letters whose own names begin with a consonant: bî, dî, jê, pî, tî and so on. The
/// others are read “èc”, “èf”, “ès”: the traditional names (Arddulliadur, “a/ac”).
const LETTERS_READ_WITH_CONSONANT: &str = "bdjkpqtvz";

/// Numbers up to twenty that are read with a vowel: un, wyth, un ar ddeg, un ar
/// bymtheg, ugain. Days of the month, hours and ages are read in this older way of
/// counting. Wyth counts as one because `wy` does (yr wythnos).
const READ_WITH_VOWEL: [u64; 5] = [1, 8, 11, 16, 20];

/// Ordinals that are read with one: ail, wythfed, unfed ar ddeg, ugeinfed, ail ar hugain.
/// The first is cyntaf.
const ORDINALS_READ_WITH_VOWEL: [u64; 9] = [2, 8, 11, 16, 20, 21, 22, 28, 31];

impl Sound {
    /// Marks before the first letter or figure are not read: “(e)” begins like “e”.
    pub(super) fn of(text: &str) -> Sound {
        let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut letters = text.chars();
        let (Some(first), second) = (letters.next(), letters.next()) else {
            return Sound::Consonant;
        };
        if first.is_ascii_digit() {
            return of_figures(text);
        }
        if !second.is_some_and(char::is_alphabetic) {
            return of_letter(first);
        }
        of_word(first, second)
    }
}

fn of_word(first: char, second: Option<char>) -> Sound {
    let second = second.map(bare);
    let follows = |among: &str| second.is_some_and(|second| among.contains(second));
    match first {
        'W' if follows("y") => Sound::VowelAfterArticle,
        // `Wil`, `Wrecsam`, `Wendy`: a name in capital W begins with a consonant.
        'W' => Sound::Consonant,
        // `y wal`, `y wraig`, `y wlad`, but `yr wythnos`, as the Arddulliadur’s
        // `yr wybodaeth`.
        'w' if follows("aeioulnr") => Sound::Consonant,
        'w' => Sound::Vowel,
        // `Ynyr`, but not `Yasmin`.
        'y' | 'Y' if follows(VOWELS) => Sound::Consonant,
        'y' | 'Y' => Sound::Vowel,
        'h' | 'H' => Sound::VowelAfterArticle,
        _ if VOWELS.contains(bare(first)) || is_other_vowel(first) => Sound::Vowel,
        _ => Sound::Consonant,
    }
}

/// The letter without its marks, small: `a` of `Å`.
fn bare(letter: char) -> char {
    let base = letter.nfd().next().unwrap_or(letter);
    base.to_lowercase().next().unwrap_or(base)
}

fn is_other_vowel(letter: char) -> bool {
    letter
        .to_lowercase()
        .all(|letter| OTHER_VOWELS.contains(letter))
}

fn of_letter(letter: char) -> Sound {
    if letter
        .to_lowercase()
        .all(|letter| LETTERS_READ_WITH_CONSONANT.contains(letter))
    {
        Sound::Consonant
    } else {
        Sound::Vowel
    }
}

/// The spoken number decides (Arddulliadur: `rhwng 1998 ac 1999`). Above twenty the
/// decimal count is heard: dau ddeg un, wyth deg; a year of the eleventh century or
/// later but before 2000 is read figure by figure, un naw naw naw.
fn of_figures(text: &str) -> Sound {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (figures, rest) = text.split_at(end);
    let thousands = rest.starts_with(',') && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let number: u64 = figures.parse().unwrap_or(u64::MAX);
    let vowel = match number {
        0..=31 if ordinals::is_ending(rest) => ORDINALS_READ_WITH_VOWEL.contains(&number),
        // 1,000 is mil, and 11,000 un ar ddeg mil.
        1 => !thousands,
        0..=20 => READ_WITH_VOWEL.contains(&number),
        1100..=1999 => true,
        _ => figures.starts_with('8'),
    };
    if vowel {
        Sound::Vowel
    } else {
        Sound::Consonant
    }
}

#[cfg(test)]
mod tests {
    use super::Sound::{self, Consonant, Vowel, VowelAfterArticle};

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table of cases")]
    fn a_text_begins_with_the_sound_that_is_read() {
        let cases: [(Sound, &[&str]); 3] = [
            (
                Vowel,
                &[
                    "Elin",
                    "Aled",
                    "Owain",
                    "Iolo",
                    "Una",
                    "Ôl",
                    "ŵyn",
                    "wythnos",
                    "wyneb",
                    "wybodaeth",
                    "Ynyr",
                    "ysgol",
                    "atebydd",
                    "“Elin”",
                    "(e)",
                    "a",
                    "c",
                    "f",
                    "g",
                    "h",
                    "1",
                    "8",
                    "11",
                    "16",
                    "20",
                    "8am",
                    "11.30am",
                    "80",
                    "1999",
                    "1100",
                    "8,000",
                ],
            ),
            (
                Consonant,
                &[
                    "Tomos", "Megan", "Wil", "Wrecsam", "wal", "wên", "wraig", "wlad", "Yasmin",
                    "Yusuf", "b", "(d)", "2", "3", "5.30pm", "9am", "10", "12", "15", "18", "21",
                    "100", "1,000", "2026", "", "…",
                ],
            ),
            (
                VowelAfterArticle,
                &["Huw", "haf", "hanner dydd", "Wyn", "Wyddfa"],
            ),
        ];
        for (sound, texts) in cases {
            for text in texts {
                assert_eq!(Sound::of(text), sound, "{text}");
            }
        }
    }
}
