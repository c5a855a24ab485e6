//! Whole words in a text: `court` stands in "the court's order", not in "courtesy".

/// Every place at which a text holds a phrase as whole words, by what stands before and
/// after it. A letter or digit of any alphabet goes on with a word, and so does a hyphen:
/// who looks for `contact order` does not mean a no-contact order. An apostrophe does not.
pub(crate) fn whole_words<'a>(
    text: &'a str,
    phrase: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let goes_on = |c: char| c.is_alphanumeric() || c == '-';
    text.match_indices(phrase)
        .map(move |(at, _)| (&text[..at], &text[at + phrase.len()..]))
        .filter(move |(before, after)| !before.ends_with(goes_on) && !after.starts_with(goes_on))
}

/// Whether a text holds a phrase as whole words.
pub(crate) fn has_words(text: &str, phrase: &str) -> bool {
    whole_words(text, phrase).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_no_letter_goes_on() {
        let table = [
            ("never", "never", true),
            ("we will never, ever shout", "never", true),
            ("nevertheless we will try", "never", false),
            ("friends for ever", "for ever", true),
            ("ask for everything", "for ever", false),
            ("a never-ending journey", "never", false),
            ("He attended a SPIP.", "SPIP", true),
            ("the SPIPs of old", "SPIP", false),
            ("the SPIP’s rooms, the SPIP's day", "SPIP", true),
            ("(Ŵyn)", "Ŵyn", true),
            ("yŴyn", "Ŵyn", false),
            ("Aledŵ", "Aled", false),
            ("Siân, Siôn", "Siôn", true),
            ("Isla2", "Isla", false),
            ("Mary-Isla", "Isla", false),
            ("", "Isla", false),
        ];
        for (text, phrase, is_held) in table {
            assert_eq!(has_words(text, phrase), is_held, "{phrase}: {text}");
        }
    }

    #[test]
    fn what_stands_around_is_told() {
        let around: Vec<_> = whole_words("Isla is ten; Isla is 10", "Isla").collect();
        assert_eq!(
            around,
            [("", " is ten; Isla is 10"), ("Isla is ten; ", " is 10")]
        );
    }
}
