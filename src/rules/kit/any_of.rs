//! Whether a text holds any of very many words and phrases. Most texts hold none of a list,
//! and are done with after one look, however long the list is.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Words and phrases that are looked for all at once.
pub(crate) struct AnyOf(AhoCorasick);

impl AnyOf {
    /// These, letter by letter as they are written.
    pub(crate) fn of<'a>(phrases: impl IntoIterator<Item = &'a String>) -> Self {
        // The quickest to look with takes longer to make than all texts of a case to look through.
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        let all = AhoCorasick::builder().kind(kind).build(phrases);
        AnyOf(all.expect("our own lists are short"))
    }

    /// Whether a text holds one of them, be it within a word.
    pub(crate) fn may_be_in(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_them_is_enough() {
        let any = AnyOf::of(&["custody".to_owned(), "access to".to_owned()]);
        assert!(any.may_be_in("he has access to her"));
        assert!(any.may_be_in("noncustodyish"));
        assert!(!any.may_be_in("access for all"));
        assert!(!AnyOf::of(&[]).may_be_in("access for all"));
    }
}
