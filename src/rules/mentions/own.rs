//! The texts that speak of the people of a case in the officer's own words.

use crate::case::texts::{Text, without_quotations};

/// A text of the officer's, in its own words.
pub(super) struct Own<'a> {
    pub(super) text: &'a Text,
    pub(super) own: String,
}

impl<'a> Own<'a> {
    /// What an officer wrote in English; of others' texts nothing.
    pub(super) fn of(text: &'a Text) -> Option<Self> {
        let own = || without_quotations(&text.text);
        text.is_officers_english().then(|| Own { text, own: own() })
    }
}
