//! The heading of a notice: the court, the number, and whose case it is by names alone.
//!
//! Whoever writes a notice about one adult needs no dates of birth for it and nobody's
//! representation, so that they are not in its view.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::person::Role;
use crate::case::proceedings::Proceedings;
use crate::diagnostics::Pointer;

use super::heading::Title;
use crate::audience::Piece;
use crate::view::draft::Draft;

/// The heading.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ShortHeading {
    /// The court and the number.
    #[serde(flatten)]
    pub title: Title,
    /// The full names of the children, in the order of the file.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// The parties, in the order of the file.
    pub parties: Vec<NamedParty>,
}

/// A party by name and place in the proceedings.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct NamedParty {
    /// The adult in the case file.
    pub at: Pointer,
    /// Title, all forenames and the surname.
    pub full_name: String,
    /// Applicant, respondent or another party.
    pub role: Role,
    /// First, second … of that role, from 1, where there are several.
    #[schemars(range(min = 1))]
    pub party_no: Option<u32>,
}

impl ShortHeading {
    pub(crate) fn of(draft: &Draft<'_>, proceedings: Piece<'_, Proceedings>) -> Self {
        let served = &draft.served;
        ShortHeading {
            title: Title::of(draft, proceedings),
            children: served.children().map(|child| child.full_name()).collect(),
            parties: served
                .parties()
                .map(|adult| NamedParty {
                    full_name: adult.full_name(),
                    role: adult.role,
                    party_no: adult.party_no,
                    at: adult.at,
                })
                .collect(),
        }
    }
}
