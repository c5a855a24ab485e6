//! In whose words a child reads what is agreed.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, StatutoryVerb, Topic};
use crate::case::band::Band;
use crate::case::calendar::Priority;
use crate::case::person::Child;
use crate::case::recurrence::Schedule;
use crate::diagnostics::code::rule;
use crate::diagnostics::listed;
use crate::rules::kit::arrangements::arrangements;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[a_child_reads_words_for_children];

/// A child's plan prints a term as the adults wrote it, where nobody wrote words for the
/// children, and nothing is drawn in its place. Where another such term has words for them, it
/// was passed over (R150). It is told once of a case.
fn a_child_reads_words_for_children(case: &Case, report: &mut Report) {
    let agreed = || arrangements(case).filter(|(_, one)| is_told(one));
    if !agreed().any(|(_, one)| one.tell_child.is_some()) {
        return;
    }
    let is_drawn = |child: &Child| {
        let mut theirs = agreed().filter(|(_, one)| one.is_for(child));
        theirs.any(|(_, one)| one.schedules().any(is_usual))
    };
    let reads = |child: &Child| {
        let age = child.age_on(case.document.prepared_on).unwrap_or(0);
        Band::of(age) != Band::Younger || !is_drawn(child)
    };
    let is_read = |one: &Arrangement| {
        let mut children = case.people.children.iter();
        children.any(|child| one.is_for(child) && reads(child) && in_words(one, is_drawn(child)))
    };
    let those: Vec<_> = agreed().filter(|(_, one)| is_read(one)).collect();
    let Some((first, _)) = those.first() else {
        return;
    };
    let names = listed(those.iter().map(|(_, one)| &one.id));
    report
        .add(
            &rule::ADULTS_WORDS,
            first.key("text"),
            format!("a child reads {names} in the words of the adults"),
        )
        .caption("printed in a child's plan as it stands")
        .help("write in `tell_child` what the children are told of it, or `not_for_child: true`");
}

/// Whether a child's plan tells of a term of its own accord.
fn is_told(one: &Arrangement) -> bool {
    let is_settled = one.status == AgreementStatus::Agreed && one.after_review.is_none();
    let is_open = !one.not_for_child && one.vis.is_none() && one.conditions.is_empty();
    is_settled && is_open && Topic::OF_A_CHILD.contains(&one.topic)
}

/// Whether a schedule is the usual time, which weeks or a year draw.
fn is_usual(schedule: &Schedule) -> bool {
    schedule.ranked_as() == Some(Priority::Weekly)
}

/// Whether a child reads it in words, and nobody wrote any for the children.
fn in_words(one: &Arrangement, is_drawn: bool) -> bool {
    let is_home = one.verb == Some(StatutoryVerb::LivesWith) && one.schedule.is_none();
    let is_usual = one.schedule.is_some() && one.schedules().all(is_usual);
    // Days that go by the month are told in words of the program.
    let is_composed = one.when.is_none() && one.schedules().any(Schedule::is_in_no_week);
    one.tell_child.is_none() && !(is_drawn && (is_home || is_usual || is_composed))
}
