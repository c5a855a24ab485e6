//! Which ids a case gives, to what, and where.

use std::collections::BTreeMap;

use crate::case::Case;
use crate::case::fields::{Field, Written, fields};
use crate::case::form::Id;
use crate::case::mark::{Holds, Kind, REFERRED_TO};
use crate::diagnostics::Pointer;

/// An id, to what it is given, and where.
pub(super) struct Given {
    pub(super) kind: Kind,
    pub(super) id: Id,
    pub(super) at: Pointer,
}

/// Every id that a case gives.
pub(super) struct Register {
    /// By kind, and of one kind in the order of the file.
    given: Vec<Given>,
    /// Where among them each id stands that something can refer to.
    of: BTreeMap<Id, Vec<usize>>,
}

impl Register {
    pub(super) fn of(case: &Case) -> Self {
        let fields = fields(case, |holds| matches!(holds, Holds::Id(_)));
        let mut given: Vec<Given> = fields.into_iter().filter_map(given).collect();
        given.sort_by_key(|one| one.kind);
        let mut of: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
        let numbered = given.iter().enumerate();
        for (index, one) in numbered.filter(|(_, one)| REFERRED_TO.contains(&one.kind)) {
            of.entry(one.id.clone()).or_default().push(index);
        }
        Register { given, of }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Given] {
        &self.given
    }

    /// What has this id, and where it was given it.
    pub(super) fn find(&self, id: &Id) -> Vec<&Given> {
        let standing = self.of.get(id).map_or(&[][..], Vec::as_slice);
        let given = standing.iter().filter_map(|index| self.given.get(*index));
        given.collect()
    }

    /// The ids of these kinds.
    pub(super) fn ids(&self, kinds: &[Kind]) -> Vec<&str> {
        let given = self.given.iter();
        given
            .filter(|one| kinds.contains(&one.kind))
            .map(|one| one.id.as_str())
            .collect()
    }
}

fn given(field: Field) -> Option<Given> {
    let at = field.at;
    match (&field.mark.holds, field.written) {
        (Holds::Id(kind), Written::Plain(id)) => Some(Given {
            kind: *kind,
            id: id.parse().ok()?,
            at,
        }),
        _ => None,
    }
}
