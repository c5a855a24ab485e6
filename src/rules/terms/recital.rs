//! Recitals: what the court records and nobody can enforce.

use crate::case::Case;
use crate::case::arrangement::{Arrangement, TermForm};
use crate::case::calendar::Priority;
use crate::case::document::WrittenLanguage;
use crate::case::narrative::{Narrative, Version};
use crate::case::recurrence::Schedule;
use crate::case::texts::without_quotations;
use crate::diagnostics::Pointer;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::{agreed, arrangements, share_a_child};
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

use super::proposed_order::is_about_time;
use super::words::WORDS;

pub(crate) const RULES: &[Rule] = &[recital_repeats_no_order, recital_commands_nothing];

/// What came later, and so stands later in the register.
pub(crate) const LATER: &[Rule] = &[recital_takes_nothing, an_order_commands];

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

/// A recital takes no time from an order: it binds nobody, so that the order would give a time
/// to one person which the recital gives to another (R147). A recital in words alone is known
/// by its topic, and may be of something else.
fn recital_takes_nothing(case: &Case, report: &mut Report) {
    let recitals = agreed(case).filter(|(_, one)| one.form == TermForm::Recital);
    for (place, recital) in recitals {
        let mut orders = agreed(case).filter(|(_, one)| one.form == TermForm::ProposedOrder);
        let taken = orders.find(|(_, order)| takes_from(case, recital, order));
        let Some((order_at, order)) = taken else {
            continue;
        };
        let message = format!(
            "the recital `{}` takes time from the order `{}`",
            recital.id, order.id
        );
        let concern = report
            .add(&rule::RECITAL_TAKES, place.key("form"), message)
            .caption("a recital changes nothing that is ordered")
            .but(
                order_at.key("form"),
                "but this is to be ordered for the same days",
            )
            .help(
                "let it be ordered too, with `form: proposed_order`, its verb, its person and its \
                 `schedule`; or write `form: parenting_plan_only`, where the parents may depart \
                 from the order",
            );
        if recital.schedule.is_none() {
            concern.weigh(Severity::Warning);
        }
    }
}

/// Whether one is of days of the other, and ranked before it.
fn takes_from(case: &Case, one: &Arrangement, other: &Arrangement) -> bool {
    let rank = |kind: &Priority| case.priorities.iter().position(|listed| listed == kind);
    let before = one.kinds_of_time().iter().filter_map(rank).min();
    let behind = other.kinds_of_time().iter().filter_map(rank).max();
    let is_over = |one: &Arrangement, other: &Arrangement| {
        let over = one.until.zip(other.begins());
        over.is_some_and(|(last, first)| last < first)
    };
    let goes_before = before.zip(behind).is_some_and(|(one, other)| one < other);
    goes_before
        && !is_over(one, other)
        && !is_over(other, one)
        && !adds_to(one, other)
        && share_a_child(case, one, other)
}

/// Whether special days are with the very person who has all of the other's time.
fn adds_to(days: &Arrangement, other: &Arrangement) -> bool {
    let is_special = |one: &Schedule| one.ranked_as() == Some(Priority::Special);
    let both = days.only_taker().zip(other.only_taker());
    days.schedules().all(is_special) && both.is_some_and(|(one, other)| one == other)
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
