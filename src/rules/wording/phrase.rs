//! Whole words and phrases in a text, whatever its capitals and line ends.

use crate::language::on_one_line;
use crate::rules::kit::whole_words::whole_words;

/// A text in small letters, with plain apostrophes and single spaces.
pub(crate) fn folded(text: &str) -> String {
    on_one_line(text).to_lowercase().replace('’', "'")
}

/// Whether a folded text holds a phrase as whole words, and not as what somebody has:
/// `the children's` does not hold `the children`.
pub(crate) fn holds(text: &str, phrase: &str) -> bool {
    whole_words(text, phrase).any(|(_, after)| {
        let rest = after.strip_prefix('\'');
        !rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic) || phrase.ends_with('s'))
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
