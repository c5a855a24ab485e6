//! Which ids a case gives, to whom, and where.

use std::collections::BTreeMap;

use super::Kind;
use crate::case::Case;
use crate::case::form::Id;
use crate::diagnostics::{Pointer, each};

/// An id, and where it is given.
type Given<'a> = (Pointer, &'a Id);

/// Every id that something can refer to.
pub(crate) struct Register<'a> {
    /// In the order of the model.
    given: Vec<(Kind, Given<'a>)>,
    /// Where among them each id stands.
    of: BTreeMap<&'a Id, Vec<usize>>,
}

impl<'a> Register<'a> {
    pub(crate) fn of(case: &'a Case) -> Self {
        let lists = [
            (Kind::Child, children(case)),
            (Kind::Adult, adults(case)),
            (Kind::Professional, professionals(case)),
            (Kind::Place, places(case)),
            (Kind::Session, sessions(case)),
            (Kind::Order, orders(case)),
            (Kind::Holiday, holidays(case)),
        ];
        let given: Vec<(Kind, Given<'_>)> = lists
            .into_iter()
            .flat_map(|(kind, list)| list.into_iter().map(move |given| (kind, given)))
            .collect();
        let mut of: BTreeMap<&Id, Vec<usize>> = BTreeMap::new();
        for (index, (_, (_, id))) in given.iter().enumerate() {
            of.entry(id).or_default().push(index);
        }
        Register { given, of }
    }

    /// What has this id, and where it was given it.
    pub(crate) fn find(&self, id: &Id) -> Vec<(Kind, &Pointer)> {
        let standing = self.of.get(id).map_or(&[][..], Vec::as_slice);
        let given = standing.iter().filter_map(|index| self.given.get(*index));
        given.map(|(kind, (at, _))| (*kind, at)).collect()
    }

    /// The ids of these kinds.
    pub(crate) fn ids(&self, kinds: &[Kind]) -> Vec<&'a str> {
        self.given
            .iter()
            .filter(|(kind, _)| kinds.contains(kind))
            .map(|(_, (_, id))| id.as_str())
            .collect()
    }
}

/// The stretches of the file within which an id belongs to one alone, each under what
/// several of its entries are called. People share one: a session names them all in
/// one list.
pub(crate) fn namespaces(case: &Case) -> Vec<(&'static str, Vec<Given<'_>>)> {
    let people = [children(case), adults(case), professionals(case)].concat();
    vec![
        ("people", people),
        ("places", places(case)),
        ("sessions", sessions(case)),
        ("orders", orders(case)),
        ("hearings", hearings(case)),
        ("arrangements", arrangements(case)),
        ("recommendations", recommendations(case)),
        ("pieces of safeguarding information", flags(case)),
        ("school terms", terms(case)),
        ("holidays", holidays(case)),
    ]
}

fn given<'a, T>(at: &Pointer, list: &'a [T], id: impl Fn(&'a T) -> &'a Id) -> Vec<Given<'a>> {
    each(at, list)
        .map(|(at, entry)| (at.key("id"), id(entry)))
        .collect()
}

fn children(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("people").key("children");
    given(&at, &case.people.children, |child| &child.id)
}

fn adults(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("people").key("adults");
    given(&at, &case.people.adults, |adult| &adult.id)
}

fn professionals(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("people").key("professionals");
    given(&at, &case.people.professionals, |person| &person.id)
}

fn places(case: &Case) -> Vec<Given<'_>> {
    given(&Pointer::root().key("places"), &case.places, |place| {
        &place.id
    })
}

fn sessions(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("programme").key("sessions");
    given(&at, &case.programme.sessions, |session| &session.id)
}

fn orders(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("case").key("orders");
    let orders = case.case.as_ref().map_or(&[][..], |case| &case.orders);
    given(&at, orders, |order| &order.id)
}

fn hearings(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("case").key("hearings");
    let hearings = case.case.as_ref().map_or(&[][..], |case| &case.hearings);
    given(&at, hearings, |hearing| &hearing.id)
}

fn arrangements(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("arrangements");
    given(&at, &case.arrangements, |arrangement| &arrangement.id)
}

fn recommendations(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("recommendations");
    given(&at, &case.recommendations, |asked| &asked.id)
}

fn flags(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("safeguarding").key("flags");
    let flags = case.safeguarding.as_ref().map_or(&[][..], |s| &s.flags);
    given(&at, flags, |flag| &flag.id)
}

fn terms(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("calendar").key("school_terms");
    let terms = case.calendar.as_ref().map_or(&[][..], |c| &c.school_terms);
    given(&at, terms, |term| &term.id)
}

fn holidays(case: &Case) -> Vec<Given<'_>> {
    let at = Pointer::root().key("calendar").key("holidays");
    let holidays = case.calendar.as_ref().map_or(&[][..], |c| &c.holidays);
    given(&at, holidays, |holiday| &holiday.id)
}
