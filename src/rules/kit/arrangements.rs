//! What the rules about arrangements share: where they stand in the file, which are
//! agreed, who must agree, which orders are in force.

use crate::case::Case;
use crate::case::arrangement::{Arrangement, StatutoryVerb, TermForm};
use crate::case::form::{Date, Id};
use crate::case::person::{Adult, Held};
use crate::case::proceedings::{CaoType, Order};
use crate::case::recurrence::Schedule;
use crate::diagnostics::{Pointer, each};

/// Every arrangement, with its place.
pub(crate) fn arrangements(case: &Case) -> impl Iterator<Item = (Pointer, &Arrangement)> + Clone {
    each(&Pointer::root().key("arrangements"), &case.arrangements)
}

/// Every schedule of every arrangement, with its place.
pub(crate) fn schedules(
    case: &Case,
) -> impl Iterator<Item = (Pointer, &Arrangement, &Schedule)> + Clone {
    arrangements(case).flat_map(|(at, arrangement)| {
        let placed: Vec<_> = arrangement.placed(&at).collect();
        let placed = placed.into_iter();
        placed.map(move |(at, schedule)| (at, arrangement, schedule))
    })
}

/// What the parents have agreed among themselves; what an order already says is apart.
pub(crate) fn agreed(case: &Case) -> impl Iterator<Item = (Pointer, &Arrangement)> + Clone {
    arrangements(case).filter(|(_, a)| a.status.is_agreed() && a.form != TermForm::ExistingOrder)
}

/// The adults with parental responsibility for a child of the arrangement, as far as the
/// file knows.
pub(crate) fn responsible<'a>(
    case: &'a Case,
    arrangement: &'a Arrangement,
) -> impl Iterator<Item = &'a Adult> {
    let adults = case.people.adults.iter();
    adults.filter(move |adult| responsibility(case, arrangement, adult).any(|h| h == Held::Yes))
}

/// Whether an adult has parental responsibility, child by child of the arrangement.
pub(crate) fn responsibility<'a>(
    case: &'a Case,
    arrangement: &'a Arrangement,
    adult: &'a Adult,
) -> impl Iterator<Item = Held> {
    let children = case.children_of(&arrangement.children);
    children.filter_map(|child| adult.pr.get(&child.id).map(|pr| pr.held))
}

/// How many of those who agreed are parties; each counts once.
pub(crate) fn parties_who_agreed(case: &Case, arrangement: &Arrangement) -> usize {
    let agreed = |adult: &&Adult| arrangement.agreed_by.contains(&adult.id);
    case.parties().filter(agreed).count()
}

/// The day from which an arrangement can have effect: its own, and not before the day of
/// the document.
pub(crate) fn takes_effect(case: &Case, arrangement: &Arrangement) -> Date {
    let today = case.document.prepared_on;
    arrangement.begins().map_or(today, |from| from.max(today))
}

/// The orders of the proceedings, with their places.
pub(crate) fn orders(case: &Case) -> impl Iterator<Item = (Pointer, &Order)> + Clone {
    let orders = case
        .proceedings
        .as_ref()
        .map_or(&[][..], |case| &case.orders);
    each(&Pointer::root().key("case").key("orders"), orders)
}

/// Whether an order binds on a day.
pub(crate) fn is_in_force(order: &Order, day: Date) -> bool {
    order.made_on <= day && order.expires_on.is_none_or(|last| last >= day)
}

/// Whether by an order in force that day the children live with this person.
pub(crate) fn lives_by_order(case: &Case, person: &Id, day: Date) -> bool {
    orders(case).any(|(_, order)| {
        let lives = matches!(order.cao_type, Some(CaoType::LiveWith | CaoType::Both));
        lives && order.with.as_ref() == Some(person) && is_in_force(order, day)
    })
}

/// Whether two arrangements have a child in common.
pub(crate) fn share_a_child(case: &Case, one: &Arrangement, other: &Arrangement) -> bool {
    let mut children = case.children_of(&one.children);
    children.any(|child| case.children_of(&other.children).any(|c| c.id == child.id))
}

/// Whether something agreed lets a child of this arrangement live with this person.
pub(crate) fn lives_by_agreement(case: &Case, about: &Arrangement, person: &Id) -> bool {
    arrangements(case).any(|(_, other)| {
        other.status.is_agreed()
            && other.verb == Some(StatutoryVerb::LivesWith)
            && other.people().contains(person)
            && share_a_child(case, about, other)
    })
}
