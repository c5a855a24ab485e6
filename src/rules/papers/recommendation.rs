//! What the officer asks of the court, and why.

use std::collections::BTreeMap;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::case::Case;
use crate::case::form::Id;
use crate::case::programme::Outcome;
use crate::case::recommendation::WelfareHead;
use crate::diagnostics::code::rule;
use crate::diagnostics::listed;
use crate::diagnostics::{Pointer, each};

use crate::rules::kit::arrangements::arrangements;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[recommendation_has_its_reason, heads_are_analysed];

/// What came later, and so stands later in the register.
pub(crate) const LATER: &[Rule] = &[heads_reach_the_reader, open_points_are_answered];

/// A recommendation has its reason and rests on a head of the welfare checklist (R61;
/// Children Act 1989 s.1(3)).
fn recommendation_has_its_reason(case: &Case, report: &mut Report) {
    let at = Pointer::root().key("recommendations");
    for (place, recommendation) in each(&at, &case.recommendations) {
        let lacks = [
            ("reason", recommendation.reason.is_none()),
            ("welfare_heads", recommendation.welfare_heads.is_empty()),
        ];
        let missing: Vec<_> = lacks
            .into_iter()
            .filter_map(|(f, lacks)| lacks.then_some(f))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let names = listed(missing);
        let message = format!("`{}` is recommended without {names}", recommendation.id);
        report
            .add(&rule::WITHOUT_REASON, place.key("id"), message)
            .caption("this recommendation")
            .help(format!(
                "write {names}; heads are letters of the checklist, as `[a, b]`"
            ));
    }
}

/// After a programme that ran its course, a head of the checklist that a recommendation
/// rests on is analysed (R61). A return to court can only say what is to be looked at.
fn heads_are_analysed(case: &Case, report: &mut Report) {
    if !case.programme.outcome.is_some_and(Outcome::is_completed) {
        return;
    }
    let at = Pointer::root().key("recommendations");
    for (place, recommendation) in each(&at, &case.recommendations) {
        let analysed = |head: &WelfareHead| case.analysis.iter().any(|a| a.head == *head);
        let missing = each(&place.key("welfare_heads"), &recommendation.welfare_heads)
            .find(|(_, head)| !analysed(head));
        let Some((head_at, head)) = missing else {
            continue;
        };
        let letter = head.letter();
        let message = format!(
            "`{}` rests on head `{letter}`, which is not analysed",
            recommendation.id
        );
        report
            .add(&rule::WITHOUT_REASON, head_at, message)
            .caption("this head of the checklist")
            .help(format!(
                "write under `analysis:`, at the left edge of the file, an entry `- head: {letter}` \
                 with its `text`, or take it out here"
            ));
    }
}

/// Who reads a recommendation reads the analysis of the heads it rests on, as far as there is
/// one: a copy refers to nothing that it lacks (R137).
fn heads_reach_the_reader(case: &Case, report: &mut Report) {
    let mut lacking: BTreeMap<(Pointer, WelfareHead), Lacking<'_>> = BTreeMap::new();
    let office = Office::of(case);
    for reader in office.readers() {
        let Reader::Party(party) = &reader else {
            continue;
        };
        let served = office.serves(&DocumentCopy::of(reader.clone()));
        let told: Vec<WelfareHead> = served.analysis().map(|one| one.head).collect();
        for one in served.recommendations() {
            let heads = each(&one.at.key("welfare_heads"), &one.item.welfare_heads);
            for (at, head) in heads.filter(|(_, head)| !told.contains(head)) {
                let entry = lacking.entry((at, *head));
                let lack = entry.or_insert((&one.item.id, Vec::new()));
                lack.1.push(party.clone());
            }
        }
    }
    let analysis = Pointer::root().key("analysis");
    for ((head_at, head), (id, parties)) in lacking {
        let mut kept = each(&analysis, &case.analysis);
        let Some((at, _)) = kept.find(|(_, one)| one.head == head) else {
            continue;
        };
        let letter = head.letter();
        let parties = listed(parties.iter().map(Id::as_str));
        let message = format!("`{id}` rests on head `{letter}`, which is kept from {parties}");
        report
            .add(&rule::HEAD_KEPT_BACK, head_at, message)
            .caption("this head of the checklist")
            .but(at.key("text"), "but its analysis is for others")
            .help(format!(
                "write what every reader may know under a `- head: {letter}` of its own, or take \
                 the head out here"
            ));
    }
}

/// A recommendation, and the parties who read it without one of its heads.
type Lacking<'a> = (&'a Id, Vec<Id>);

/// Where recommendations name the points they are about, each point that is open has one, and
/// each that they name is open (R139): page 1 of the report asks the court to decide it.
fn open_points_are_answered(case: &Case, report: &mut Report) {
    let list = Pointer::root().key("recommendations");
    let named: Vec<(Pointer, &Id)> = each(&list, &case.recommendations)
        .flat_map(|(at, one)| each(&at.key("points"), &one.points))
        .collect();
    let Some((first, _)) = named.first() else {
        return;
    };
    for (at, id) in &named {
        let Some((point, one)) = arrangements(case).find(|(_, one)| one.id == **id) else {
            continue;
        };
        if one.status.is_left_open() {
            continue;
        }
        report
            .add(
                &rule::POINT_UNANSWERED,
                at.clone(),
                format!("a recommendation is about `{id}`, which is no open point"),
            )
            .caption("named as a point to be decided")
            .but(point.key("status"), "but nobody is asked to decide it")
            .help("name the point that is meant, or leave it out");
    }
    let open = arrangements(case).filter(|(_, one)| one.status.is_left_open());
    for (place, one) in open.filter(|(_, one)| named.iter().all(|(_, id)| **id != one.id)) {
        report
            .add(
                &rule::POINT_UNANSWERED,
                place.key("id"),
                format!("no recommendation is about the open point `{}`", one.id),
            )
            .caption("the court is asked to decide it")
            .but(first.clone(), "and others have theirs")
            .help("name it in the `points` of a recommendation that says what should become of it");
    }
}
