//! What the officer asks of the court, and why.

use crate::case::Case;
use crate::case::programme::Outcome;
use crate::case::recommendation::WelfareHead;
use crate::diagnostics::code::rule;
use crate::diagnostics::listed;
use crate::diagnostics::{Pointer, each};

use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[recommendation_has_its_reason, heads_are_analysed];

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
