//! What others are told of an arrangement in a few words, and what the children are told.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, Topic};
use crate::case::document::DocumentStatus;
use crate::case::narrative::Narrative;
use crate::diagnostics::code::rule;
use crate::diagnostics::listed;
use crate::rules::kit::arrangements::arrangements;
use crate::rules::kit::programme::is_cppp;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    a_long_point_is_told_in_short,
    few_words_stand_where_they_are_printed,
    children_are_told_of_conditions_in_words_for_them,
    what_is_not_for_children_is_not_told_them,
    what_is_agreed_reaches_a_child,
];

/// The first page of a report tells a point in a few words: of one that is long and has no
/// days to compose them of, somebody writes them (R142). A finished report is not held up.
fn a_long_point_is_told_in_short(case: &Case, report: &mut Report) {
    let is_draft = case.document.status == DocumentStatus::Draft;
    if !is_draft || !is_cppp(case) || case.proceedings.is_none() {
        return;
    }
    for (place, point) in arrangements(case) {
        if !point.text.texts().any(Arrangement::is_long) {
            continue;
        }
        let (field, example) = match point.status {
            AgreementStatus::Agreed | AgreementStatus::AgreedInPrinciple => {
                let is_told = point.in_short.is_some() || point.schedule.is_some();
                ("in_short", (!is_told).then_some("the term in a few words"))
            }
            AgreementStatus::NotAgreed | AgreementStatus::Partly => {
                let question = "what is to be decided, in a few words";
                ("question", point.question.is_none().then_some(question))
            }
            AgreementStatus::NotDiscussed => continue,
        };
        let Some(words) = example else {
            continue;
        };
        let message = format!("`{}` is long, and has no `{field}`", point.id);
        report
            .add(&rule::NOT_IN_SHORT, place.key("text"), message)
            .caption(format!("more than {} words", Arrangement::WORDS_IN_SHORT))
            .help(format!(
                "write in `{field}` {words}, for the first page of the report"
            ));
    }
}

/// A question is printed of an open point, a term in short of one that is agreed, and what
/// children are told of one that is settled: elsewhere nobody would read them (R144).
fn few_words_stand_where_they_are_printed(case: &Case, report: &mut Report) {
    for (place, point) in arrangements(case) {
        let is_open = point.status.is_left_open();
        let is_agreed = point.status.is_agreed();
        let fields: [(&'static str, &Option<Narrative>, bool, &str); 3] = [
            ("question", &point.question, is_open, "is not agreed"),
            ("in_short", &point.in_short, is_agreed, "is agreed"),
            (
                "tell_child",
                &point.tell_child,
                point.status == AgreementStatus::Agreed,
                "is agreed",
            ),
        ];
        for (field, text, is_printed, wanted) in fields {
            if text.is_none() || is_printed {
                continue;
            }
            let message = format!("no document prints this `{field}`");
            report
                .add(&rule::PRINTED_NOWHERE, place.key(field), message)
                .caption("printed nowhere")
                .but(
                    place.key("status"),
                    format!("it is printed of a point that {wanted}"),
                )
                .help("keep it for when the status changes, or correct the status");
        }
    }
}

/// A condition speaks of safety, and the children's plan leaves out what carries one: what
/// they are told instead, or that they are told nothing, is a person's decision (R145).
fn children_are_told_of_conditions_in_words_for_them(case: &Case, report: &mut Report) {
    for (place, point) in arrangements(case) {
        let is_decided = point.tell_child.is_some() || point.not_for_child;
        let is_untold = point.status == AgreementStatus::Agreed && !point.conditions.is_empty();
        if is_untold && !is_decided {
            let message = format!("the children's plan says nothing of `{}`", point.id);
            report
                .add(&rule::CHILD_NOT_TOLD, place.key("conditions"), message)
                .caption("what carries a condition is left out of it")
                .help("write in `tell_child` what the children are told, or `not_for_child: true`");
        }
    }
}

/// What is not for the children has no words for them (R145).
fn what_is_not_for_children_is_not_told_them(case: &Case, report: &mut Report) {
    let both = |point: &Arrangement| point.not_for_child && point.tell_child.is_some();
    for (place, point) in arrangements(case).filter(|(_, point)| both(point)) {
        let message = format!(
            "`{}` is not for the children, and has words for them",
            point.id
        );
        report
            .add(&rule::CHILD_NOT_TOLD, place.key("tell_child"), message)
            .caption("words for the children")
            .but(place.key("not_for_child"), "but they are told nothing")
            .help("take one of the two out");
    }
}

/// What is agreed of a child's own life and no plan for a child tells of its own accord: it has
/// words for the children, or somebody decided that they are told nothing (R134). It is told
/// once of a case, where there is something else to tell the children.
fn what_is_agreed_reaches_a_child(case: &Case, report: &mut Report) {
    let agreed = arrangements(case).filter(|(_, one)| one.status == AgreementStatus::Agreed);
    let untold: Vec<_> = agreed.clone().filter(|(_, one)| is_untold(one)).collect();
    let is_told = |one: &Arrangement| one.tell_child.is_some() || one.schedule.is_some();
    let Some((first, _)) = untold
        .first()
        .filter(|_| agreed.clone().any(|(_, one)| is_told(one)))
    else {
        return;
    };
    let names = listed(untold.iter().map(|(_, one)| &one.id));
    report
        .add(
            &rule::TOLD_NO_CHILD,
            first.key("text"),
            format!("no child is told of {names}"),
        )
        .caption("agreed, and in no child's plan")
        .help("write in `tell_child` what the children are told of it, or `not_for_child: true`");
}

/// Whether a term is about a child's own life, and in no child's plan. Where handovers are, a
/// plan tells by their place; a condition is a matter of its own (R145).
fn is_untold(term: &Arrangement) -> bool {
    let is_childs = match term.topic {
        Topic::Handovers => term.place.is_none(),
        Topic::Health
        | Topic::ReligionCulture
        | Topic::NewPartners
        | Topic::Rules
        | Topic::Wellbeing
        | Topic::Relocation => true,
        _ => false,
    };
    let is_decided = term.tell_child.is_some() || term.not_for_child || term.vis.is_some();
    is_childs && !is_decided && term.schedule.is_none() && term.conditions.is_empty()
}
