//! Terms that the law gave up: custody and access in 1991, residence and contact orders
//! in 2014.

use super::phrase::{folded, holds};
use crate::case::Case;
use crate::case::texts::{texts, without_quotations};
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;

/// Phrases that can mean nothing but the old idea, and what is written today. Single
/// words would cry wolf: `police custody`, `access to the app`, `place of residence`.
const TERMS: [(&str, &[&str], &str); 4] = [
    (
        "custody",
        &[
            "sole custody",
            "joint custody",
            "shared custody",
            "full custody",
            "primary custody",
            "child custody",
            "custody arrangement",
            "custody arrangements",
            "custody order",
            "custody dispute",
            "custody battle",
            "custody of the child",
            "custody of the children",
            "custody of their child",
            "custody of their children",
            "custody of his child",
            "custody of his children",
            "custody of her child",
            "custody of her children",
        ],
        "write with whom the child lives or spends time (Children Act 1989 s.8(1))",
    ),
    (
        "access",
        &[
            "staying access",
            "reasonable access",
            "access visit",
            "access visits",
            "access arrangements",
            "access rights",
            "access to the child",
            "access to the children",
            "access to their child",
            "access to their children",
            "access to his child",
            "access to his children",
            "access to her child",
            "access to her children",
        ],
        "write that the child spends time or has contact with the person (Children Act 1989 \
         s.8(1))",
    ),
    (
        "visitation",
        &["visitation", "visitation rights", "visiting rights"],
        "write that the child spends time with the person (Children Act 1989 s.8(1))",
    ),
    (
        "residence and contact orders",
        &[
            "residence order",
            "residence orders",
            "shared residence",
            "joint residence",
            "contact order",
            "contact orders",
        ],
        "write `child arrangements order`, which took their place on 22 April 2014",
    ),
];

/// The officer's prose uses the terms of today's law (R59; Children Act 1989 s.8(1)).
pub(crate) fn no_term_is_out_of_use(case: &Case, report: &mut Report) {
    let names: Vec<String> = case
        .people
        .children
        .iter()
        .map(|child| folded(child.called()))
        .collect();
    for text in texts(case) {
        if !text.is_officers_english() {
            continue;
        }
        for (term, help) in old_terms(&text.text, &names) {
            let message = format!("a term that is out of use: {term}");
            report
                .add(&rule::OLD_TERM, text.at.clone(), message)
                .caption(text.paragraph_in_which(|paragraph| {
                    let terms = old_terms(paragraph, &names);
                    terms.iter().any(|(found, _)| *found == term)
                }))
                .help(help);
        }
    }
}

/// The old terms of a text, each once, and what to write instead. `names` are what the
/// children are called, in small letters.
fn old_terms(text: &str, names: &[String]) -> Vec<(&'static str, &'static str)> {
    let text = folded(&without_quotations(text));
    let is_said_of = |lead: &str| {
        let holds_name = |name: &String| holds(&text, &format!("{lead}{name}"));
        text.contains(lead) && names.iter().any(holds_name)
    };
    let found = TERMS.iter().filter(|(term, phrases, _)| {
        let of_a_child = match *term {
            "custody" => is_said_of("custody of "),
            "access" => is_said_of("access to "),
            _ => false,
        };
        of_a_child || phrases.iter().any(|phrase| is_used(&text, phrase))
    });
    found.map(|(term, _, help)| (*term, *help)).collect()
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
            terms.into_iter().map(|(term, _)| term).collect::<Vec<_>>()
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
