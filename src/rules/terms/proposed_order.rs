//! Terms that are to become an order: complete, and within what an order can do.

use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, StatutoryVerb, TermForm, Topic};
use crate::case::form::Date;
use crate::case::person::Child;
use crate::case::proceedings::OrderKind;
use crate::case::recurrence::Schedule;
use crate::diagnostics::Pointer;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::diagnostics::listed;
use crate::rules::kit::arrangements::{
    arrangements, is_in_force, orders, share_a_child, takes_effect,
};
use crate::rules::kit::dates::plain;
use crate::rules::kit::limits::LIMITS;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[no_order_past_sixteen, order_is_complete];

/// The terms that are to become an order; those not agreed may yet.
fn proposed(case: &Case) -> impl Iterator<Item = (Pointer, &Arrangement)> + Clone {
    arrangements(case).filter(|(_, a)| a.form == TermForm::ProposedOrder)
}

/// An order past a child's sixteenth birthday says why the case is exceptional (R14;
/// Children Act 1989 s.9(6) and (7)). An order with whom a child lives may last longer,
/// but is not made anew; one without an end ends by itself (s.91(10)).
fn no_order_past_sixteen(case: &Case, report: &mut Report) {
    let open = proposed(case).filter(|(_, arrangement)| arrangement.exceptional.is_none());
    for (place, arrangement) in open {
        for (number, child) in case.people.children.iter().enumerate() {
            let for_child = case
                .children_of(&arrangement.children)
                .any(|c| c.id == child.id);
            let Some((field, says)) = past_sixteen(case, arrangement, child).filter(|_| for_child)
            else {
                continue;
            };
            let message = format!(
                "`{}` is to bind past the sixteenth birthday of `{}`",
                arrangement.id, child.id
            );
            let child = Pointer::root().key("people").key("children").item(number);
            report
                .add(&rule::SIXTEEN, place.key(field), message)
                .caption(says)
                .but(child.key("dob"), "but the child was born on this day")
                .help(
                    "say in `exceptional` why the case is exceptional, or make it part of the \
                     parenting plan",
                );
        }
    }
}

/// The field by which a term binds a child of sixteen, and what it says.
fn past_sixteen(
    case: &Case,
    arrangement: &Arrangement,
    child: &Child,
) -> Option<(&'static str, String)> {
    let is_sixteen = |day: Date| {
        child
            .age_on(day)
            .is_some_and(|age| age >= LIMITS.ages.of_an_order)
    };
    let today = case.document.prepared_on;
    let varies = orders(case).any(|(_, o)| o.kind == OrderKind::C43 && is_in_force(o, today));
    if is_sixteen(today) && !varies {
        return Some(("form", "a new order is proposed".to_owned()));
    }
    if arrangement.verb == Some(StatutoryVerb::LivesWith) {
        return None;
    }
    let begins = takes_effect(case, arrangement);
    if is_sixteen(begins) {
        let field = match (arrangement.from, arrangement.after_review) {
            (Some(_), _) => "from",
            (None, Some(_)) => "after_review",
            (None, None) => "form",
        };
        return Some((field, format!("it begins on {}", plain(begins))));
    }
    let until = arrangement.until?;
    let last_full_day = Date(until.0.yesterday().ok()?);
    is_sixteen(last_full_day).then(|| ("until", format!("it lasts until {}", plain(until))))
}

/// An agreed term that is to become an order has all that an order needs: the statutory
/// verb, the person, the time, the place of handover, the first day (R18; Children Act
/// 1989 s.8(1); practice of consent orders). What is agreed in principle may yet get it.
fn order_is_complete(case: &Case, report: &mut Report) {
    for (place, arrangement) in proposed(case).filter(|(_, a)| a.status.is_agreed()) {
        let missing = missing(case, arrangement);
        if missing.is_empty() {
            continue;
        }
        let lives = arrangement.verb == Some(StatutoryVerb::LivesWith);
        let both = match lives && missing.contains(&"with") {
            true => "; where the children live with both parents, `with` names both",
            false => "",
        };
        let names = listed(missing);
        let message = format!("`{}` is to become an order without {names}", arrangement.id);
        let concern = report
            .add(&rule::INCOMPLETE_ORDER, place.key("form"), message)
            .caption("it is to become an order")
            .help(format!(
                "write {names}, or make it a `recital` or part of the plan alone{both}"
            ));
        if arrangement.status == AgreementStatus::AgreedInPrinciple {
            concern.weigh(Severity::Warning);
        }
    }
}

/// The fields an order about a child's time lacks. An order about a single question, a
/// school or a journey, is its text.
fn missing(case: &Case, arrangement: &Arrangement) -> Vec<&'static str> {
    if arrangement.topic == Topic::Handovers {
        return Vec::from_iter((!says_where(case, arrangement)).then_some("place"));
    }
    if !is_about_time(arrangement) && arrangement.verb.is_none() {
        return Vec::new();
    }
    let lives = arrangement.verb == Some(StatutoryVerb::LivesWith);
    let indirect = arrangement.verb == Some(StatutoryVerb::HasContactWith)
        || arrangement.topic == Topic::IndirectContact;
    let tells_when = |schedule: &Schedule| schedule.tells_when();
    let says_when =
        arrangement.when.is_some() || arrangement.schedule.as_ref().is_some_and(tells_when);
    let needs = [
        ("verb", arrangement.verb.is_none()),
        ("with", arrangement.people().is_empty()),
        ("when", !says_when && !lives),
        (
            "place",
            !lives && !indirect && !says_where(case, arrangement),
        ),
        (
            "from",
            arrangement.begins().is_none() && !(lives && is_home_already(case, arrangement)),
        ),
    ];
    needs
        .into_iter()
        .filter_map(|(field, lacks)| lacks.then_some(field))
        .collect()
}

/// Whether a topic is about a child's time, so that its order has a verb.
pub(super) fn is_about_time(arrangement: &Arrangement) -> bool {
    matches!(
        arrangement.topic,
        Topic::Living
            | Topic::Daytime
            | Topic::SchoolHolidays
            | Topic::Christmas
            | Topic::SpecialDays
            | Topic::IndirectContact
    )
}

/// Whether the children live already with the person they are to live with.
fn is_home_already(case: &Case, arrangement: &Arrangement) -> bool {
    let mut children = case.children_of(&arrangement.children);
    let people = arrangement.people();
    !people.is_empty()
        && children.all(|child| people.iter().all(|one| child.lives_with.contains(one)))
}

/// Whether a term says where handovers take place, or another term of the order does.
fn says_where(case: &Case, arrangement: &Arrangement) -> bool {
    names_a_place(arrangement)
        || proposed(case).any(|(_, other)| {
            let handover = other.topic == Topic::Handovers;
            handover && names_a_place(other) && share_a_child(case, arrangement, other)
        })
}

fn names_a_place(arrangement: &Arrangement) -> bool {
    let by_schedule = |schedule: &Schedule| match schedule {
        Schedule::Weekly { slots, .. } => slots.iter().all(|slot| slot.place.is_some()),
        Schedule::Handover { .. } => true,
        _ => false,
    };
    let by_schedule = arrangement.schedules().any(by_schedule);
    let ends = arrangement.handover.as_ref();
    let at_both_ends = ends.is_some_and(|ends| {
        let mut ends = [&ends.start, &ends.end].into_iter();
        ends.all(|end| end.as_ref().is_some_and(|end| end.at.is_some()))
    });
    arrangement.place.is_some() || at_both_ends || by_schedule
}
