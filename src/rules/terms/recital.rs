//! Recitals: what the court records and nobody can enforce.

use crate::case::Case;
use crate::case::arrangement::{Arrangement, TermForm};
use crate::case::calendar::Priority;
use crate::case::document::WrittenLanguage;
use crate::case::narrative::{Narrative, Version};
use crate::case::texts::without_quotations;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::{agreed, arrangements, share_a_child};
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

use super::proposed_order::is_about_time;
use super::words::WORDS;

pub(crate) const RULES: &[Rule] = &[recital_repeats_no_order, recital_commands_nothing];

/// What came later, and so stands later in the register.
pub(crate) const LATER: &[Rule] = &[recital_takes_nothing_unsaid, an_order_commands];

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

/// A recital that takes time from an order has a schedule: the order then says when it does not
/// apply, and a recital by itself changes nothing that is ordered (R147).
fn recital_takes_nothing_unsaid(case: &Case, report: &mut Report) {
    let in_words = |one: &Arrangement| one.form == TermForm::Recital && one.schedule.is_none();
    for (place, recital) in agreed(case).filter(|(_, one)| in_words(one)) {
        let mut orders = agreed(case).filter(|(_, one)| one.form == TermForm::ProposedOrder);
        let taken = orders.find(|(_, order)| takes_from(case, recital, order));
        let Some((order_at, order)) = taken else {
            continue;
        };
        let message = format!(
            "the recital `{}` takes time from the order `{}`, and has no schedule",
            recital.id, order.id
        );
        report
            .add(&rule::RECITAL_TAKES, place.key("form"), message)
            .caption("a recital changes nothing that is ordered")
            .but(
                order_at.key("form"),
                "but this is to be ordered for the same days",
            )
            .help(
                "write its times in `schedule`, so that the order says when it does not apply, \
                 or write `form: proposed_order`",
            );
    }
}

/// Whether one is of days of the other, and ranked before it.
fn takes_from(case: &Case, one: &Arrangement, other: &Arrangement) -> bool {
    let rank = |kind: &Priority| case.priorities.iter().position(|listed| listed == kind);
    let before = one.kinds_of_time().iter().filter_map(rank).min();
    let behind = other.kinds_of_time().iter().filter_map(rank).max();
    let over = one.until.zip(other.begins());
    let is_over = over.is_some_and(|(last, first)| last < first);
    let goes_before = before.zip(behind).is_some_and(|(one, other)| one < other);
    goes_before && !is_over && share_a_child(case, one, other)
}

/// A term of which no order can be composed, since it has neither verb nor schedule, says
/// itself what somebody shall do (R149).
fn an_order_commands(case: &Case, report: &mut Report) {
    let is_its_text = |one: &Arrangement| {
        let composed = one.verb.is_some() || one.schedule.is_some() || is_about_time(one);
        one.form == TermForm::ProposedOrder && !composed
    };
    for (place, order) in agreed(case).filter(|(_, one)| is_its_text(one)) {
        let commands = |version: &Version<'_>| {
            let own = without_quotations(version.words.as_str()).to_lowercase();
            version.language != WrittenLanguage::En
                || WORDS.commands.iter().any(|word| has_words(&own, word))
        };
        let versions = order.text.versions(case.document.language).into_iter();
        let mut idle = versions.filter(|version| !commands(version));
        let Some(idle) = idle.next() else {
            continue;
        };
        let message = format!("`{}` is to become an order, and commands nothing", order.id);
        report
            .add(&rule::ORDERS_NOTHING, idle.at(&place.key("text")), message)
            .caption("nobody `shall` do anything by these words")
            .help("say who shall do what (`shall`, `shall not`), or make it a `recital`");
    }
}
