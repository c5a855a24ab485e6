//! Words that must not stand in a text, found however they are written there.
//!
//! Letters and digits alone count, and a match begins and ends where a word does:
//! `31, Allerton Rise` is `31 Allerton Rise`, `LS179ZZ` is `LS17 9ZZ`, and `1 High
//! Street` is not in `11 High Street`. `Ct` is `Court`, `kay (at) example dot org` is
//! `kay@example.org`, `nineteen` is `19`, and `Rosewood’s` holds `Rosewood`.

use super::fold::{Piece, letters, pieces};

pub(crate) use super::fold::words;

/// The digits that are a telephone number without its area: seven in a town, eight in London.
const LOCAL_NUMBER: usize = 7;

/// By so many bytes words are put in order, with what follows them.
const HEAD: usize = 64;

/// A text as its letters and digits, and where words begin and end among them.
pub(crate) struct Folded {
    letters: String,
    /// In the order of the text.
    words: Vec<Word>,
    /// Where a word ends, and what it is the possessive of.
    ends: Vec<usize>,
    /// The same by the alphabet: one text is searched for very many names.
    sorted: Vec<usize>,
}

struct Word {
    start: usize,
    /// Whether it, or after a number the next, begins with a capital letter.
    has_capital: bool,
}

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = Folded {
            letters: String::new(),
            words: Vec::new(),
            ends: Vec::new(),
            sorted: Vec::new(),
        };
        let mut pieces = pieces(text).into_iter().peekable();
        while let Some(piece) = pieces.next() {
            let after = pieces.peek().filter(|_| piece.is_number);
            let named = after.map_or(piece.word, |after| after.word);
            folded.words.push(Word {
                start: folded.letters.len(),
                has_capital: named.starts_with(char::is_uppercase),
            });
            folded.add_letters(&piece);
        }
        // Most words differ in their first letters, which are compared as one number.
        let begun = |index| (first_letters(folded.head(index)), index);
        let mut sorted: Vec<(u64, usize)> = (0..folded.words.len()).map(begun).collect();
        let head = |index: usize| folded.head(index);
        sorted.sort_by(|(one, at), (other, there)| {
            one.cmp(other).then_with(|| head(*at).cmp(head(*there)))
        });
        folded.sorted = sorted.into_iter().map(|(_, index)| index).collect();
        folded
    }

    fn add_letters(&mut self, piece: &Piece<'_>) {
        self.letters += &piece.stem;
        self.ends.push(self.letters.len());
        if !piece.possessive.is_empty() {
            self.letters += &piece.possessive;
            self.ends.push(self.letters.len());
        }
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
        self.ends.binary_search(&at).is_ok()
    }
}

/// The first letters as a number that is in the order of the alphabet.
fn first_letters(head: &[u8]) -> u64 {
    let mut first = [0; size_of::<u64>()];
    let count = head.len().min(first.len());
    first[..count].copy_from_slice(&head[..count]);
    u64::from_be_bytes(first)
}

/// Words to look for.
pub(crate) struct Wording {
    spellings: Vec<String>,
    /// Whether they are a name only where the text gives them a capital letter:
    /// "Orchard" is a house, and "the orchard" may be any.
    needs_capital: bool,
}

impl Wording {
    /// Words in whatever letters.
    pub(crate) fn of(text: &str) -> Self {
        Wording {
            spellings: vec![letters(text)],
            needs_capital: false,
        }
    }

    /// An e-mail address: with its signs, with the words for them, or with neither.
    pub(crate) fn of_email(address: &str) -> Self {
        const AT: [&str; 4] = ["", "at", "yn", "at sign"];
        const DOT: [&str; 6] = ["", "dot", "point", "full stop", "period", "pwynt"];
        let at = AT.map(|at| address.replace('@', &format!(" {at} ")));
        let both = at
            .iter()
            .flat_map(|address| DOT.map(|dot| address.replace('.', &format!(" {dot} "))));
        Wording::of_any(both)
    }

    /// Any of these, in whatever letters.
    pub(crate) fn of_any(texts: impl IntoIterator<Item = String>) -> Self {
        let spellings = texts.into_iter().map(|text| letters(&text));
        Wording {
            spellings: spellings.collect(),
            needs_capital: false,
        }
    }

    /// A name that is also an ordinary word, or ordinary words.
    pub(crate) fn of_name(text: &str) -> Self {
        Wording {
            needs_capital: true,
            ..Wording::of(text)
        }
    }

    /// A telephone number: with `0` in front, with `+44`, with both, with neither, or
    /// without its area.
    pub(crate) fn of_phone(number: &str) -> Self {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
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
                .map(|digits| letters(&digits))
                .collect(),
            needs_capital: false,
        }
    }

    pub(crate) fn is_in(&self, text: &Folded) -> bool {
        self.spellings.iter().any(|spelling| {
            text.beginning(spelling).any(|word| {
                (word.has_capital || !self.needs_capital)
                    && text.letters[word.start..].starts_with(spelling)
                    && text.is_word_end(word.start + spelling.len())
            })
        })
    }
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
            ("19 Tern Court", "at 19 Tern Ct.", true),
            ("19 Tern Ct", "at 19 Tern Court", true),
            ("St John’s Gate", "by Saint John", false),
            ("LS17 9ZZ", "behind LS17 9ZZ's post office", true),
            ("Verger Street", "Verger Street’s car park", true),
            ("Verger Street", "VERGER STREET’S CAR PARK", true),
            ("Verger Street", "Verger Streets", false),
            ("kay@example.org", "kay@example.org’s inbox", true),
            ("19 Tern Court", "at 19 Tern Ct’s door", true),
            ("St Anne’s School", "‘St Annes School’s’ gate", true),
            ("St Johns Gate", "by St John’s Gate", true),
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
    fn an_email_address_is_found_with_the_word_for_its_sign() {
        let kay = Wording::of_email("kay@example.org");
        for at in ["@", " [at] ", " (AT) ", " at ", " At "] {
            for dot in [".", " dot ", " [dot] ", " . "] {
                let text = format!("Write to kay{at}example{dot}org first.");
                assert!(kay.is_in(&Folded::new(&text)), "{text}");
            }
        }
        assert!(!kay.is_in(&Folded::new("Kay looks at example.org.")));
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
                let text = format!("Ring {}’s voicemail.", text.replace(' ', "-"));
                assert!(wording.is_in(&Folded::new(&text)), "{number}: {text}");
            }
            assert!(!wording.is_in(&Folded::new("07700 900418, 107700 900417")));
        }
        let spelled = "Ring oh seven seven double-oh, nine double oh four one seven.";
        assert!(Wording::of_phone("07700 900417").is_in(&Folded::new(spelled)));
        let in_london = Wording::of_phone("020 7946 0788");
        assert!(in_london.is_in(&Folded::new("Ring 7946 0788.")));
        assert!(!in_london.is_in(&Folded::new("Ring 0788, or 7946 0789.")));
    }
}
