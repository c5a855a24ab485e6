//! Whole words and phrases in a text, whatever its capitals and line ends.

/// A text in small letters, with plain apostrophes and single spaces.
pub(super) fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('’', "'")
}

/// Whether a folded text holds a phrase as whole words. A hyphen or an apostrophe belongs
/// to its word: `the children's` does not hold `the children`.
pub(super) fn holds(text: &str, phrase: &str) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '-';
    text.match_indices(phrase).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + phrase.len()..]);
        let possessive = after
            .strip_prefix('\'')
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic) || phrase.ends_with('s'));
        !before.ends_with(joins) && !after.starts_with(joins) && !possessive
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_whole_words() {
        let text = folded("Access  to\nthe children’s passports; a no-contact order");
        assert!(holds(&text, "access to"));
        assert!(!holds(&text, "access to the children"));
        assert!(holds(&text, "passports"));
        assert!(!holds(&text, "passport"));
        assert!(!holds(&text, "contact order"));
    }
}
