//! Ids: each belongs to one person or thing, and every reference leads to it.

mod register;

use std::collections::BTreeMap;

use super::rule::Rule;
use crate::case::Case;
use crate::case::fields::{Field, Written, fields};
use crate::case::form::Id;
use crate::case::mark::{ANYBODY, Holds, Kind};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, Step, did_you_mean};
use crate::rules::rule::MOST_TOLD;
use crate::rules::rule::Report;
use register::{Given, Register};

pub(crate) const RULES: &[Rule] = &[
    no_two_have_one_id,
    every_id_leads_somewhere,
    nobody_stands_twice_in_a_list,
];

/// So many of the other places of an unknown id are shown.
const OTHERS_SHOWN: usize = 3;

/// An id that refers to something.
#[derive(Debug)]
pub(crate) struct Reference {
    /// Where it stands.
    pub(crate) at: Pointer,
    /// The id.
    pub(crate) id: Id,
    /// What it may belong to.
    pub(crate) kinds: &'static [Kind],
}

/// Every reference of a case, in the order of the model.
pub(crate) fn references(case: &Case) -> Vec<Reference> {
    let fields = fields(case, |holds| matches!(holds, Holds::Reference(_)));
    fields.into_iter().filter_map(reference).collect()
}

fn reference(field: Field) -> Option<Reference> {
    let at = field.at;
    match (&field.mark.holds, field.written) {
        (Holds::Reference(kinds), Written::Plain(id)) => Some(Reference {
            at,
            id: id.parse().ok()?,
            kinds,
        }),
        _ => None,
    }
}

/// Every reference names an id that somebody has, and of the right kind (R01).
fn every_id_leads_somewhere(case: &Case, report: &mut Report) {
    let register = Register::of(case);
    // To search for what was meant is not free, and of so many concerns no more is told.
    let mut searches = 0..MOST_TOLD;
    let mut help = |reference: &Reference| {
        let search = searches.next();
        search.map(|_| what_it_can_be(&register, reference))
    };
    let references = references(case);
    let mut nobodys: BTreeMap<&Id, Vec<&Reference>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for reference in &references {
        let named = register.find(&reference.id);
        if named.iter().any(|one| reference.kinds.contains(&one.kind)) {
            continue;
        }
        match named.first() {
            Some(given) => means_another(report, reference, given, help(reference)),
            None => {
                let standing = nobodys.entry(&reference.id).or_default();
                if standing.is_empty() {
                    unknown.push(&reference.id);
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
    first: &Reference,
    others: &[&Reference],
    help: Option<String>,
) {
    let wanted = either(first.kinds, |kind| noun(kind).to_owned());
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

fn means_another(report: &mut Report, reference: &Reference, given: &Given, help: Option<String>) {
    let wanted = either(reference.kinds, with_article);
    let kind = with_article(given.kind);
    let message = format!("`{}` is {kind}, where {wanted} is meant", reference.id);
    report
        .add(&rule::REFERENCE, reference.at.clone(), message)
        .caption(format!("{wanted} is meant"))
        .but(given.at.clone(), format!("but this id belongs to {kind}"))
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

fn what_it_can_be(register: &Register, reference: &Reference) -> String {
    let candidates = register.ids(reference.kinds);
    if candidates.is_empty() {
        let lists = either(reference.kinds, |kind| format!("`{}`", list(kind)));
        format!("add it under {lists}, with this `id`, or mend the reference")
    } else {
        did_you_mean(reference.id.as_str(), candidates)
    }
}

/// No two people have one id, nor two places, sessions, orders, hearings,
/// arrangements, recommendations, pieces of safeguarding information, terms or
/// holidays (R01). People share one list of ids: a session names them all in one list.
fn no_two_have_one_id(case: &Case, report: &mut Report) {
    let register = Register::of(case);
    let mut first: BTreeMap<(&str, &Id), &Given> = BTreeMap::new();
    for given in register.all() {
        let plural = plural(given.kind);
        let Some(earlier) = first.get(&(plural, &given.id)) else {
            first.insert((plural, &given.id), given);
            continue;
        };
        let message = format!("two {plural} have the id `{}`", given.id);
        report
            .add(&rule::REFERENCE, given.at.clone(), message)
            .caption("this id is taken")
            .but(earlier.at.clone(), "it is given here first")
            .help("give one of the two another id, and use it where that one is meant");
    }
}

/// A list of ids names nobody twice, so that one person is never counted as two (R01).
fn nobody_stands_twice_in_a_list(case: &Case, report: &mut Report) {
    let references = references(case);
    let people = references
        .iter()
        .filter(|one| one.kinds.iter().all(|kind| ANYBODY.contains(kind)));
    let mut first: BTreeMap<(&[Step], &Id), &Pointer> = BTreeMap::new();
    for reference in people {
        let Some((Step::Item(_), list)) = reference.at.steps().split_last() else {
            continue;
        };
        let Some(earlier) = first.get(&(list, &reference.id)) else {
            first.insert((list, &reference.id), &reference.at);
            continue;
        };
        let message = format!("`{}` stands twice in one list", reference.id);
        report
            .add(&rule::REFERENCE, reference.at.clone(), message)
            .caption("named again")
            .but((*earlier).clone(), "already named here")
            .help("take one of the two out, or name who is meant instead");
    }
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Child => "child",
        Kind::Adult => "adult",
        Kind::Professional => "professional",
        Kind::Place => "place",
        Kind::Session => "session",
        Kind::Order => "order",
        Kind::Hearing => "hearing",
        Kind::Arrangement => "arrangement",
        Kind::Recommendation => "recommendation",
        Kind::Flag => "piece of safeguarding information",
        Kind::Term => "school term",
        Kind::Holiday => "holiday",
    }
}

fn with_article(kind: Kind) -> String {
    let noun = noun(kind);
    let article = match noun.starts_with(['a', 'o']) {
        true => "an",
        false => "a",
    };
    format!("{article} {noun}")
}

/// What several of them are called among whom an id belongs to one alone.
fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Child | Kind::Adult | Kind::Professional => "people",
        Kind::Place => "places",
        Kind::Session => "sessions",
        Kind::Order => "orders",
        Kind::Hearing => "hearings",
        Kind::Arrangement => "arrangements",
        Kind::Recommendation => "recommendations",
        Kind::Flag => "pieces of safeguarding information",
        Kind::Term => "school terms",
        Kind::Holiday => "holidays",
    }
}

/// The list in which such ids are given.
fn list(kind: Kind) -> &'static str {
    match kind {
        Kind::Child => "people.children",
        Kind::Adult => "people.adults",
        Kind::Professional => "people.professionals",
        Kind::Place => "places",
        Kind::Session => "programme.sessions",
        Kind::Order => "case.orders",
        Kind::Hearing => "case.hearings",
        Kind::Arrangement => "arrangements",
        Kind::Recommendation => "recommendations",
        Kind::Flag => "safeguarding.flags",
        Kind::Term => "calendar.school_terms",
        Kind::Holiday => "calendar.holidays",
    }
}
