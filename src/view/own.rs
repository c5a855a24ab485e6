//! What a firm's own document asks of a case, and for whom its copies are.

use schemars::JsonSchema;
use serde::Deserialize;

use super::inapplicable::Inapplicable;
use crate::audience::{DocumentCopy, Office};
use crate::language::Language;

/// What a firm's own document says of itself, which ours say in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// What a case must have for it. What the program's document with this view needs is not
    /// taken over.
    pub needs: Vec<Need>,
    /// For whom there is a copy.
    pub copies: Copies,
    /// The languages it is written in, at least one.
    pub languages: Vec<Language>,
}

/// Something that a case must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Court proceedings.
    Proceedings,
    /// A mediation.
    Mediation,
    /// A point that is agreed.
    Agreement,
}

/// For whom there is a copy of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Copies {
    /// As of the program's own document with this view, and where that has any.
    #[default]
    AsTheView,
    /// One for each party.
    OnePerParty,
}

impl Own {
    /// The copies that can be made from a case; `of_view` are those of the view's own document.
    pub(super) fn copies(
        &self,
        office: Office<'_>,
        of_view: impl Fn(Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable>,
    ) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let mut copies = match self.copies {
            Copies::AsTheView => of_view(office)?,
            Copies::OnePerParty => office.copies_for_parties(),
        };
        for need in &self.needs {
            copies.retain(|copy| need.is_met(office, copy));
            if copies.is_empty() {
                return Err(need.lack());
            }
        }
        Ok(copies)
    }
}

impl Need {
    /// Whether the reader of a copy may know that it is there.
    fn is_met(self, office: Office<'_>, copy: &DocumentCopy) -> bool {
        let served = office.serves(copy);
        match self {
            Need::Proceedings => served.proceedings().is_some(),
            Need::Mediation => served.mediation().is_some(),
            Need::Agreement => served.arrangements().any(|one| one.status.is_agreed()),
        }
    }

    fn lack(self) -> Inapplicable {
        match self {
            Need::Proceedings => Inapplicable::NoProceedings,
            Need::Mediation => Inapplicable::NoMediation,
            Need::Agreement => Inapplicable::NothingAgreed,
        }
    }

    /// As a list of documents says it.
    pub fn words(self) -> &'static str {
        match self {
            Need::Proceedings => "court proceedings",
            Need::Mediation => "a mediation",
            Need::Agreement => "a point agreed",
        }
    }
}
