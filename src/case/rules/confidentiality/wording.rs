//! Words that must not stand in a text, found however they are written there.
//!
//! Letters and digits alone count, and a match begins and ends where a word does:
//! `31, Allerton Rise` is `31 Allerton Rise`, `LS179ZZ` is `LS17 9ZZ`, and `1 High
//! Street` is not in `11 High Street`. `Ct` is `Court`, and `kay (at) example.org` is
//! `kay@example.org`.

/// How the words for a street are written in short.
const SHORT: &[(&str, &str)] = &[
    ("ave", "avenue"),
    ("cl", "close"),
    ("cres", "crescent"),
    ("ct", "court"),
    ("dr", "drive"),
    ("ln", "lane"),
    ("rd", "road"),
    ("st", "street"),
];

/// The digits that are a telephone number without its area: seven in a town, eight in London.
const LOCAL_NUMBER: usize = 7;

/// By so many bytes words are put in order, with what follows them.
const HEAD: usize = 64;

/// A text as its letters and digits, and where each word begins among them.
pub(super) struct Folded {
    letters: String,
    /// In the order of the text.
    words: Vec<Word>,
    /// The same by the alphabet: one text is searched for very many names.
    sorted: Vec<usize>,
}

struct Word {
    start: usize,
    /// Whether it, or after a number the next, begins with a capital letter.
    has_capital: bool,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Folded {
            letters: String::new(),
            words: Vec::new(),
            sorted: Vec::new(),
        };
        let text = text.replace("(at)", "@").replace("[at]", "@");
        let mut words = words(&text).peekable();
        while let Some(word) = words.next() {
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            let named = if is_number {
                words.peek().unwrap_or(&word)
            } else {
                &word
            };
            folded.words.push(Word {
                start: folded.letters.len(),
                has_capital: named.starts_with(char::is_uppercase),
            });
            folded.letters += &lettering(word);
        }
        let mut sorted: Vec<usize> = (0..folded.words.len()).collect();
        sorted.sort_by_key(|index| folded.head(*index));
        folded.sorted = sorted;
        folded
    }

    /// How a word and what follows it begin.
    fn head(&self, index: usize) -> &[u8] {
        let letters = self.letters.as_bytes();
        let start = self.words[index].start;
        &letters[start..letters.len().min(start + HEAD)]
    }

    /// The words that begin as a spelling does.
    fn beginning(&self, spelling: &str) -> impl Iterator<Item = &Word> {
        let bytes = spelling.as_bytes();
        let wanted = &bytes[..bytes.len().min(HEAD)];
        let first = self
            .sorted
            .partition_point(|index| self.head(*index) < wanted);
        let alike = self.sorted[first..].iter();
        alike
            .take_while(|index| self.head(**index).starts_with(wanted))
            .map(|index| &self.words[*index])
    }

    fn is_word_end(&self, at: usize) -> bool {
        let begins = self.words.binary_search_by_key(&at, |word| word.start);
        at == self.letters.len() || begins.is_ok()
    }
}

/// Words to look for.
pub(super) struct Wording {
    spellings: Vec<String>,
    /// Whether they are a name only where the text gives them a capital letter:
    /// "Orchard" is a house, and "the orchard" may be any.
    needs_capital: bool,
}

impl Wording {
    /// Words in whatever letters.
    pub(super) fn of(text: &str) -> Self {
        Wording {
            spellings: vec![words(text).map(lettering).collect()],
            needs_capital: false,
        }
    }

    /// A name that is also an ordinary word, or ordinary words.
    pub(super) fn of_name(text: &str) -> Self {
        Wording {
            needs_capital: true,
            ..Wording::of(text)
        }
    }

    /// A telephone number: with `0` in front, with `+44`, with both, with neither, or
    /// without its area.
    pub(super) fn of_phone(number: &str) -> Self {
        let digits: String = words(number).map(lettering).collect();
        let abroad = digits.strip_prefix("00").unwrap_or(&digits);
        let is_abroad = number.starts_with('+') || digits.starts_with("00");
        let country = abroad.strip_prefix("44").filter(|_| is_abroad);
        let national = country.unwrap_or(&digits);
        let national = national.strip_prefix('0').unwrap_or(national);
        let prefixes = ["", "0", "44", "440", "0044", "00440"];
        let shorter = 1..(national.len() + 1).saturating_sub(LOCAL_NUMBER);
        let local = shorter.filter_map(|from| national.get(from..).map(str::to_owned));
        Wording {
            spellings: prefixes
                .map(|p| format!("{p}{national}"))
                .into_iter()
                .chain(local)
                .collect(),
            needs_capital: false,
        }
    }

    pub(super) fn is_in(&self, text: &Folded) -> bool {
        self.spellings.iter().any(|spelling| {
            text.beginning(spelling).any(|word| {
                (word.has_capital || !self.needs_capital)
                    && text.letters[word.start..].starts_with(spelling)
                    && text.is_word_end(word.start + spelling.len())
            })
        })
    }
}

/// The words of a text; an apostrophe stands within a word.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| !(c.is_alphanumeric() || "'’".contains(c));
    text.split(is_between)
        .filter(|word| word.contains(char::is_alphanumeric))
}

fn lettering(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    let mut short = SHORT.iter().filter(|(short, _)| *short == letters);
    short
        .next()
        .map_or(letters, |(_, whole)| (*whole).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written_and_only_whole() {
        let table = [
            ("31 Allerton Rise", "at 31, Allerton\nRise.", true),
            ("31 Allerton Rise", "AT 31 ALLERTON RISE", true),
            ("31 Allerton Rise", "at 31 Allerton Riseway", false),
            ("1 High Street", "at 11 High Street", false),
            ("11 High Street", "at 1 11 High Street", true),
            ("St John’s Gate", "by St Johns Gate", true),
            ("LS17 9ZZ", "(LS179ZZ)", true),
            ("S17 9ZZ", "LS17 9ZZ", false),
            ("kay@example.org", "KAY@Example.org", true),
            ("kay@example.org", "kay [at] example.org", true),
            ("kay@example.org", "kay (at) example.org", true),
            ("19 Tern Court", "at 19 Tern Ct.", true),
            ("19 Tern Ct", "at 19 Tern Court", true),
            ("St John’s Gate", "by Saint John", false),
        ];
        for (words, text, is_found) in table {
            assert_eq!(
                Wording::of(words).is_in(&Folded::new(text)),
                is_found,
                "{words}: {text}"
            );
        }
    }

    #[test]
    fn a_name_that_is_a_word_needs_its_capital() {
        let orchard = Wording::of_name("Orchard");
        assert!(orchard.is_in(&Folded::new("They live at Orchard, he says.")));
        assert!(!orchard.is_in(&Folded::new("Apples from the orchard.")));
    }

    #[test]
    fn a_telephone_number_is_one_number_in_every_spelling() {
        let written = [
            "07700 900417",
            "+44 7700 900417",
            "+44 (0)7700 900417",
            "0044 7700 900417",
        ];
        for number in written {
            let wording = Wording::of_phone(number);
            for text in written {
                let text = format!("Ring {} first.", text.replace(' ', "-"));
                assert!(wording.is_in(&Folded::new(&text)), "{number}: {text}");
            }
            assert!(!wording.is_in(&Folded::new("07700 900418, 107700 900417")));
        }
        let in_london = Wording::of_phone("020 7946 0788");
        assert!(in_london.is_in(&Folded::new("Ring 7946 0788.")));
        assert!(!in_london.is_in(&Folded::new("Ring 0788, or 7946 0789.")));
    }
}
