//! The people and places of an office, whom its cases name and need not describe.

use std::collections::BTreeSet;

use super::layers::Layer;
use crate::case::Case;
use crate::case::fields::{Field, Written, fields};
use crate::case::form::Id;
use crate::case::mark::{Holds, Kind};
use crate::case::person::Professional;
use crate::case::place::Place;
use crate::diagnostics::{Diagnostic, Findings, Pointer, code};
use crate::reading::{Accepted, Places};

/// The people and places that cases may name, each described once.
#[derive(Clone, Debug, Default)]
pub struct Known {
    professionals: Vec<Described<Professional>>,
    places: Vec<Described<Place>>,
}

/// Somebody or something, and where it is described.
#[derive(Clone, Debug)]
struct Described<T> {
    id: Id,
    it: T,
    settings: Places,
    at: Pointer,
}

impl Known {
    /// What layers describe, the lowest first: an office's description takes the place of its
    /// firm's.
    ///
    /// # Errors
    /// `C06` for what one layer describes twice.
    pub(super) fn of(layers: &[Layer]) -> Result<Self, Findings> {
        let mut known = Known::default();
        let mut findings = Findings::new();
        let settings = layers
            .iter()
            .rev()
            .filter_map(|layer| layer.settings.as_ref());
        for read in settings {
            let settings = read.places();
            let people = read.firm.professionals.iter().map(|one| (&one.id, one));
            let people = described("professionals", people, settings, &mut findings);
            let places = read.firm.places.iter().map(|one| (&one.id, one));
            let places = described("places", places, settings, &mut findings);
            add(&mut known.professionals, people);
            add(&mut known.places, places);
        }
        match findings.is_empty() {
            true => Ok(known),
            false => Err(findings),
        }
    }

    /// Whether there is anybody or anything to lend.
    pub fn lends(&self) -> bool {
        !self.professionals.is_empty() || !self.places.is_empty()
    }

    /// Lends a case those it names and does not describe itself.
    pub fn lend(&self, case: &mut Case, accepted: &mut Accepted) {
        if self.professionals.is_empty() && self.places.is_empty() {
            return;
        }
        let (professionals, places) = (named(case, Kind::Professional), named(case, Kind::Place));
        let own = own(case);
        let is_lent =
            |id: &Id, named: &BTreeSet<String>| named.contains(id.as_str()) && !own.contains(id);
        let at = Pointer::root().key("people").key("professionals");
        let lent = self.professionals.iter();
        for one in lent.filter(|one| is_lent(&one.id, &professionals)) {
            let at = at.item(case.people.professionals.len());
            accepted.places.graft(at, &one.settings, one.at.clone());
            case.people.professionals.push(one.it.clone());
        }
        let at = Pointer::root().key("places");
        let lent = self.places.iter();
        for one in lent.filter(|one| is_lent(&one.id, &places)) {
            let at = at.item(case.places.len());
            accepted.places.graft(at, &one.settings, one.at.clone());
            case.places.push(one.it.clone());
        }
    }
}

/// What one layer describes in a list of its own.
fn described<'a, T: Clone + 'a>(
    list: &'static str,
    all: impl Iterator<Item = (&'a Id, &'a T)>,
    settings: &Places,
    findings: &mut Findings,
) -> Vec<Described<T>> {
    let mut described: Vec<Described<T>> = Vec::new();
    for (index, (id, it)) in all.enumerate() {
        let at = Pointer::root().key(list).item(index);
        match described.iter().find(|one| one.id == *id) {
            Some(other) => {
                let message = format!("`{list}` describes two by the id `{id}`");
                let finding = Diagnostic::new(&code::settings::TWICE, message)
                    .at(settings.nearest(&at.key("id")))
                    .label(
                        settings.nearest(&other.at.key("id")),
                        "the other stands here",
                    )
                    .help("give each an id of its own");
                findings.push(finding);
            }
            None => described.push(Described {
                id: id.clone(),
                it: it.clone(),
                settings: settings.clone(),
                at,
            }),
        }
    }
    described
}

/// Adds what no layer above describes.
fn add<T>(known: &mut Vec<Described<T>>, below: Vec<Described<T>>) {
    for one in below {
        if !known.iter().any(|above| above.id == one.id) {
            known.push(one);
        }
    }
}

/// Everybody and every place that a case describes itself.
fn own(case: &Case) -> BTreeSet<Id> {
    let people = &case.people;
    let children = people.children.iter().map(|child| &child.id);
    let adults = people.adults.iter().map(|adult| &adult.id);
    let professionals = people.professionals.iter().map(|one| &one.id);
    let places = case.places.iter().map(|place| &place.id);
    let all = children.chain(adults).chain(professionals).chain(places);
    all.cloned().collect()
}

/// Every id by which a case calls something of a kind.
fn named(case: &Case, kind: Kind) -> BTreeSet<String> {
    let references = fields(case, |holds| matches!(holds, Holds::Reference(_))).into_iter();
    let leads_to = |field: &Field| match &field.mark.holds {
        Holds::Reference(kinds) => kinds.contains(&kind),
        _ => false,
    };
    let id = |field: Field| match field.written {
        Written::Plain(id) => Some(id),
        Written::Narrative(_) => None,
    };
    references.filter(leads_to).filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::load::load;
    use crate::reading::{Subject, accept};

    const CASE: &[u8] = include_bytes!("../../fixtures/cases/valid/mediation.yaml");

    #[test]
    fn only_who_is_referred_to_is_lent() {
        let mut accepted = accept("case", CASE, Subject::Case).expect("it is sound");
        let case: Case = load(&mut accepted).expect("it is typed");
        let describe = |id: &str| -> Described<Professional> {
            let it = format!("{{id: {id}, role: mediator, name: Ann Cole, office: Yare}}");
            let it: Professional = serde_yaml::from_str(&it).expect("a professional");
            Described {
                id: it.id.clone(),
                it,
                settings: accepted.places.clone(),
                at: Pointer::root(),
            }
        };
        // The first is a word of the case that is no reference, the second its own mediator.
        let [word, own, named] = ["weekly", "mediator", "penn"].map(describe);
        let known = Known {
            professionals: vec![word, own, named],
            places: Vec::new(),
        };
        let mut lent = case.clone();
        known.lend(&mut lent, &mut accepted);
        assert_eq!(lent, case);
        lent.document.prepared_by = known.professionals[2].id.clone();
        known.lend(&mut lent, &mut accepted);
        let added = lent.people.professionals.len() - case.people.professionals.len();
        assert_eq!(added, 1);
    }
}
