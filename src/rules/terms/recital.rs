//! Recitals: what the court records and nobody can enforce.

use crate::case::Case;
use crate::case::arrangement::{Arrangement, TermForm};
use crate::case::document::WrittenLanguage;
use crate::case::narrative::{Narrative, Version};
use crate::case::texts::without_quotations;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::arrangements;
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[recital_repeats_no_order, recital_commands_nothing];

/// A recital does not say again what an order says: the same words would be binding and
/// not binding (R62; a recital records, and is no part of the order).
fn recital_repeats_no_order(case: &Case, report: &mut Report) {
    for (place, recital) in recitals(case) {
        let binding = arrangements(case).find(|(_, other)| {
            let binds = matches!(
                other.form,
                TermForm::ProposedOrder | TermForm::ExistingOrder
            );
            binds && says_the_same(&recital.text, &other.text)
        });
        let Some((order_at, order)) = binding else {
            continue;
        };
        let message = format!(
            "the recital `{}` repeats the order `{}`",
            recital.id, order.id
        );
        report
            .add(&rule::RECITAL, place.key("text"), message)
            .caption("recorded, and not binding")
            .but(order_at.key("text"), "but the same is to bind here")
            .help("keep one of the two");
    }
}

fn recitals(case: &Case) -> impl Iterator<Item = (Pointer, &Arrangement)> {
    arrangements(case).filter(|(_, a)| a.form == TermForm::Recital)
}

fn says_the_same(one: &Narrative, other: &Narrative) -> bool {
    let bare = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ").trim_end_matches('.').to_owned()
    };
    one.texts()
        .any(|text| other.texts().any(|second| bare(text) == bare(second)))
}

/// A recital commands nothing: "shall" is the word of an order (R62).
fn recital_commands_nothing(case: &Case, report: &mut Report) {
    for (place, recital) in recitals(case) {
        let fields = [
            ("text", Some(&recital.text)),
            ("when", recital.when.as_ref()),
        ];
        for (field, text) in fields.into_iter().filter_map(|(f, text)| Some((f, text?))) {
            let commands = |version: &Version<'_>| {
                let own = without_quotations(version.words.as_str()).to_lowercase();
                version.language == WrittenLanguage::En && has_words(&own, "shall")
            };
            let mut versions = text.versions(case.document.language).into_iter();
            let Some(commanding) = versions.find(commands) else {
                continue;
            };
            let at = commanding.at(&place.key(field));
            let message = format!("the recital `{}` commands", recital.id);
            report
                .add(&rule::RECITAL, at, message)
                .caption("`shall` commands")
                .help("say what the parents agree (`will`), or write `form: proposed_order`");
        }
    }
}
