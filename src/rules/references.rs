//! Ids: each belongs to one person or thing, and every reference leads to it.

mod register;
mod walk;

use std::collections::BTreeMap;

use super::rule::Rule;
use crate::case::Case;
use crate::case::form::Id;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::diagnostics::did_you_mean;
use crate::rules::rule::MOST_TOLD;
use crate::rules::rule::Report;
use register::Register;

pub(crate) const RULES: &[Rule] = &[
    no_two_have_one_id,
    every_id_leads_somewhere,
    nobody_stands_twice_in_a_list,
];

/// So many of the other places of an unknown id are shown.
const OTHERS_SHOWN: usize = 3;

/// What an id can belong to, where something refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Child,
    Adult,
    Professional,
    Place,
    Session,
    Order,
    Holiday,
}

impl Kind {
    fn noun(self) -> &'static str {
        match self {
            Kind::Child => "child",
            Kind::Adult => "adult",
            Kind::Professional => "professional",
            Kind::Place => "place",
            Kind::Session => "session",
            Kind::Order => "order",
            Kind::Holiday => "holiday",
        }
    }

    fn with_article(self) -> String {
        let article = match self {
            Kind::Adult | Kind::Order => "an",
            _ => "a",
        };
        format!("{article} {}", self.noun())
    }

    /// The list in which such ids are given.
    fn list(self) -> &'static str {
        match self {
            Kind::Child => "people.children",
            Kind::Adult => "people.adults",
            Kind::Professional => "people.professionals",
            Kind::Place => "places",
            Kind::Session => "programme.sessions",
            Kind::Order => "case.orders",
            Kind::Holiday => "calendar.holidays",
        }
    }
}

/// An id that refers to something.
#[derive(Debug)]
pub(crate) struct Reference<'a> {
    /// Where it stands.
    pub(crate) at: Pointer,
    /// The id.
    pub(crate) id: &'a Id,
    /// What it may belong to.
    pub(crate) kinds: &'static [Kind],
    /// Where it already stands in the same list.
    pub(crate) earlier: Option<Pointer>,
}

/// Every reference of a case, in the order of the model.
pub(crate) fn references(case: &Case) -> Vec<Reference<'_>> {
    walk::walk(case)
}

/// Every reference names an id that somebody has, and of the right kind (R01).
fn every_id_leads_somewhere(case: &Case, report: &mut Report) {
    let register = Register::of(case);
    // To search for what was meant is not free, and of so many concerns no more is told.
    let mut searches = 0..MOST_TOLD;
    let mut help = |reference: &Reference<'_>| {
        let search = searches.next();
        search.map(|_| what_it_can_be(&register, reference))
    };
    let mut nobodys: BTreeMap<&Id, Vec<Reference<'_>>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for reference in references(case) {
        let named = register.find(reference.id);
        if named.iter().any(|(kind, _)| reference.kinds.contains(kind)) {
            continue;
        }
        match named.first() {
            Some((kind, at)) => means_another(report, &reference, *kind, at, help(&reference)),
            None => {
                let standing = nobodys.entry(reference.id).or_default();
                if standing.is_empty() {
                    unknown.push(reference.id);
                }
                standing.push(reference);
            }
        }
    }
    for id in unknown {
        if let Some((first, others)) = nobodys.get(id).and_then(|all| all.split_first()) {
            means_nothing(report, first, others, help(first));
        }
    }
}

/// An id that nobody has is one mistake, however often it is made.
fn means_nothing(
    report: &mut Report,
    first: &Reference<'_>,
    others: &[Reference<'_>],
    help: Option<String>,
) {
    let wanted = either(first.kinds, |kind| kind.noun().to_owned());
    let message = format!("no {wanted} has the id `{}`", first.id);
    let caption = match others.len() {
        0 => "nothing in the file has this id".to_owned(),
        1 => "nothing in the file has this id, which stands in one more place".to_owned(),
        more => format!("nothing in the file has this id, which stands in {more} more places"),
    };
    let concern = report.add(&rule::REFERENCE, first.at.clone(), message);
    concern.caption(caption);
    for other in others.iter().take(OTHERS_SHOWN) {
        concern.but(other.at.clone(), "here too");
    }
    concern.help(help.unwrap_or_default());
}

fn means_another(
    report: &mut Report,
    reference: &Reference<'_>,
    kind: Kind,
    given: &Pointer,
    help: Option<String>,
) {
    let wanted = either(reference.kinds, Kind::with_article);
    let kind = kind.with_article();
    let message = format!("`{}` is {kind}, where {wanted} is meant", reference.id);
    report
        .add(&rule::REFERENCE, reference.at.clone(), message)
        .caption(format!("{wanted} is meant"))
        .but(given.clone(), format!("but this id belongs to {kind}"))
        .help(help.unwrap_or_default());
}

/// `an adult or a child`.
fn either(kinds: &[Kind], name: impl Fn(Kind) -> String) -> String {
    let names: Vec<String> = kinds.iter().copied().map(name).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

fn what_it_can_be(register: &Register<'_>, reference: &Reference<'_>) -> String {
    let candidates = register.ids(reference.kinds);
    if candidates.is_empty() {
        let lists = either(reference.kinds, |kind| format!("`{}`", kind.list()));
        format!("add it under {lists}, with this `id`, or mend the reference")
    } else {
        did_you_mean(reference.id.as_str(), candidates)
    }
}

/// No two people have one id, nor two places, sessions, orders, hearings,
/// arrangements, recommendations, pieces of safeguarding information, terms or
/// holidays (R01).
fn no_two_have_one_id(case: &Case, report: &mut Report) {
    for (plural, ids) in register::namespaces(case) {
        let mut first: BTreeMap<&Id, Pointer> = BTreeMap::new();
        for (at, id) in ids {
            let Some(earlier) = first.get(id) else {
                first.insert(id, at);
                continue;
            };
            let message = format!("two {plural} have the id `{id}`");
            report
                .add(&rule::REFERENCE, at, message)
                .caption("this id is taken")
                .but(earlier.clone(), "it is given here first")
                .help("give one of the two another id, and use it where that one is meant");
        }
    }
}

/// A list of ids names nobody twice, so that one person is never counted as two (R01).
fn nobody_stands_twice_in_a_list(case: &Case, report: &mut Report) {
    for reference in references(case) {
        if let Some(earlier) = reference.earlier {
            let message = format!("`{}` stands twice in one list", reference.id);
            report
                .add(&rule::REFERENCE, reference.at, message)
                .caption("named again")
                .but(earlier, "already named here")
                .help("take one of the two out, or name who is meant instead");
        }
    }
}
