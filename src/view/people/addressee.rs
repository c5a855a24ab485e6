//! To whom a letter goes, and how it greets.

use schemars::JsonSchema;
use serde::Serialize;

use super::naming::address_lines;
use crate::audience::Piece;
use crate::case::person::Adult;
use crate::diagnostics::Pointer;
use crate::view::draft::Draft;

/// To whom a letter goes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Addressee {
    /// The adult in the case file.
    pub at: Pointer,
    /// Title, all forenames and the surname.
    pub full_name: String,
    /// The name after "Dear".
    pub greeted_as: String,
    /// The postal address, line by line. Empty where form C8 or a refuge keeps it from
    /// the other parties: a letter may be shown or left lying about.
    pub address: Vec<String>,
}

impl Addressee {
    /// The adult as a letter addresses them.
    pub(crate) fn of(draft: &Draft<'_>, adult: &Piece<'_, Adult>) -> Self {
        let address = draft.served.address_of(adult);
        Addressee {
            at: adult.at.clone(),
            full_name: adult.full_name(),
            greeted_as: adult.greeted_as(),
            address: address.map(address_lines).unwrap_or_default(),
        }
    }
}
