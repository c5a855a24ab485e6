//! Names that are months too: `May` is a child, and `in the May half term` is not.

use super::words::WORDS;

/// Whether a name is that of a month.
pub(crate) fn is_a_month(name: &str) -> bool {
    WORDS
        .calendar
        .months
        .iter()
        .flatten()
        .any(|month| month == name)
}

/// Whether such a word stands for the month, by what stands before and after it.
pub(crate) fn is_the_month(before: &str, after: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let is_in = |known: &[String], word: &String| {
        known.contains(word) || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let known = &WORDS.calendar;
    let leads = before.ends_with(' ') && {
        let before = words(before);
        before
            .last()
            .is_some_and(|word| is_in(&known.before_a_month, word))
    };
    let follows = after.starts_with(' ') && {
        let after = words(after);
        after
            .first()
            .is_some_and(|word| is_in(&known.after_a_month, word))
    };
    leads || follows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::kit::whole_words::whole_words;

    #[test]
    fn a_child_called_may_is_told_from_the_month() {
        let months = |text| whole_words(text, "May").all(|(a, b)| is_the_month(a, b));
        for month in [
            "In the May half term he takes two.",
            "on 12 May, and May 2026",
            "until May",
            "every May bank holiday",
        ] {
            assert!(months(month), "{month}");
        }
        for child in [
            "May is ten.",
            "with May’s inhaler",
            "and May, too",
            "May, aged 12, reads",
        ] {
            assert!(!months(child), "{child}");
        }
    }
}
