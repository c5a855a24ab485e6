//! Terms that the law gave up: custody and access in 1991, residence and contact orders
//! in 2014.

use std::sync::LazyLock;

use super::phrase::{folded, holds};
use super::words::{OldTerm, WORDS};
use crate::case::Case;
use crate::case::texts::without_quotations;
use crate::diagnostics::code::rule;
use crate::rules::kit::any_of::AnyOf;
use crate::rules::rule::Report;

/// The officer's prose uses the terms of today's law (R59; Children Act 1989 s.8(1)).
pub(crate) fn no_term_is_out_of_use(case: &Case, report: &mut Report) {
    let names: Vec<String> = case
        .people
        .children
        .iter()
        .map(|child| folded(child.called()))
        .collect();
    for text in report.texts(case).iter() {
        if !text.is_officers_english() {
            continue;
        }
        for old in old_terms(&text.text, &names) {
            let message = format!("a term that is out of use: {}", old.term);
            report
                .add(&rule::OLD_TERM, text.at.clone(), message)
                .caption(text.paragraph_in_which(|paragraph| {
                    let mut found = old_terms(paragraph, &names).into_iter();
                    found.any(|found| found.term == old.term)
                }))
                .help(&old.instead);
        }
    }
}

/// The old terms of a text, each once. `names` are what the children are called, in small
/// letters.
fn old_terms(text: &str, names: &[String]) -> Vec<&'static OldTerm> {
    static ANY: LazyLock<AnyOf> = LazyLock::new(|| {
        let terms = WORDS.old_terms.iter();
        AnyOf::of(terms.flat_map(|old| old.phrases.iter().chain(&old.lead)))
    });
    let text = folded(&without_quotations(text));
    if !ANY.may_be_in(&text) {
        return Vec::new();
    }
    let is_said_of = |lead: &str| {
        let holds_name = |name: &String| holds(&text, &format!("{lead}{name}"));
        text.contains(lead) && names.iter().any(holds_name)
    };
    let found = WORDS.old_terms.iter().filter(|old| {
        let of_a_child = old.lead.as_deref().is_some_and(is_said_of);
        of_a_child || old.phrases.iter().any(|phrase| is_used(&text, phrase))
    });
    found.collect()
}

/// Whether a phrase is used of today: an order of its own time keeps its name, and a
/// protective order may forbid contact.
fn is_used(text: &str, phrase: &str) -> bool {
    if !holds(text, phrase) {
        return false;
    }
    let of_its_time = |sentence: &str| (1991..=2014).any(|year| holds(sentence, &year.to_string()));
    let forbids = |sentence: &str| holds(sentence, &format!("no {phrase}"));
    !phrase.contains("order")
        || text
            .split(". ")
            .filter(|sentence| holds(sentence, phrase))
            .any(|sentence| !of_its_time(sentence) && !forbids(sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_terms_are_told_from_everyday_words() {
        let found = |text| {
            let terms = old_terms(text, &["nia".to_owned()]);
            let terms = terms.into_iter().map(|old| old.term.as_str());
            terms.collect::<Vec<_>>()
        };
        assert_eq!(found("He seeks joint\ncustody of Nia."), ["custody"]);
        assert_eq!(found("She refused him access to Nia."), ["access"]);
        assert_eq!(
            found("A contact order, with visitation."),
            ["visitation", "residence and contact orders"]
        );
        for clean in [
            "He was held in police custody and has access to the app.",
            "Each parent has access to Nia’s records and the children’s passports.",
            "A residence order was made on 3 May 2011. It has ended.",
            "A no-contact order; habitual residence; in her residence.",
            "He told me that he wants “full custody”.",
        ] {
            assert_eq!(found(clean), Vec::<&str>::new(), "{clean}");
        }
    }
}
