//! Welsh grammar, as far as documents need it: mutations, nouns after numbers,
//! a/ac and y/yr/’r, ordinals, pairs of answers.
//!
//! The closed lists stand here because they are grammar; every word that a
//! document prints stands in `templates/locales/cy.yaml`. Unicode’s own data
//! (CLDR) is not enough: it prints “a(c)” in a list, and puts four into one class
//! with five, which makes “4 mlynedd” of “4 blynedd”.
//!
//! Sources, named at each rule: **Aberystwyth**, the table of words that mutate
//! (*Y Treigladau*, Aberystwyth University); **Arddulliadur**, the style guide of
//! the Welsh Government’s translators (llyw.cymru/bydtermcymru); **HMCTS**, how the
//! court service writes in its Welsh forms; **CLDR**, where it agrees with them.

mod answers;
mod counting;
mod gender;
mod joining;
mod mutation;
mod ordinals;
mod sound;

pub(super) use answers::check as check_answers;
pub(super) use counting::NounGrammar;
pub(super) use gender::Gender;
pub(super) use joining::{linking_word, push};
pub(super) use mutation::Mutation;

/// What a block of wording has that follows a number, by their CLDR names. A noun’s
/// forms after each number are made of the two by [`NounGrammar`].
pub(super) const PLURAL_FORMS: &[&str] = &["one", "other"];

/// `one` for one thing, `other` for all else: “Y plentyn”, “Y plant”.
pub(super) fn plural_form(number: u64) -> &'static str {
    match number {
        1 => "one",
        _ => "other",
    }
}
