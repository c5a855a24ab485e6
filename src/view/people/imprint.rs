//! Which copy of a document this is: for whom, which version, in what state, from what day.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::document::{DocumentStatus, Numbering};
use crate::case::form::Date;
use crate::diagnostics::Pointer;

use super::heading::printed;
use super::naming::Officer;
use crate::audience::Audience;
use crate::view::draft::Draft;
use crate::view::terms::signature::is_proposed;
use crate::view::words::Words;

/// What the foot of every page and the first lines say about the copy.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Imprint {
    /// `document` in the case file.
    pub at: Pointer,
    /// ISO 639 code of the language it is written in.
    #[schemars(extend("enum" = ["en", "cy"]))]
    pub language: String,
    /// ISO 3166 region of that language.
    #[schemars(extend("enum" = ["GB"]))]
    pub region: String,
    /// For whom it is.
    pub audience: Audience,
    /// Which numbers its paragraphs and terms have.
    pub numbers: Numbering,
    /// The number of the case, as its documents print it.
    pub case_number: Option<String>,
    /// The version, from 1.
    pub version: u32,
    /// Draft, final or filed.
    pub status: DocumentStatus,
    /// Whether its pages say in what state it is: of a plan that somebody is still to sign, none
    /// says that it is final.
    pub says_status: bool,
    /// Whether it may still change.
    pub is_draft: bool,
    /// The day it was prepared.
    pub prepared_on: Date,
    /// Who prepared it.
    pub prepared_by: Option<Officer>,
    /// What it replaces.
    pub supersedes: Option<Words>,
}

impl Imprint {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let document = draft.served.document();
        let proceedings = draft.served.proceedings();
        let prepared_by = document.at.key("prepared_by");
        let (earlier, welsh) = (&document.supersedes, &document.supersedes_cy);
        let label = |earlier| draft.label((earlier, welsh.as_ref()), &document.at, "supersedes");
        Imprint {
            language: draft.language.code().to_owned(),
            region: draft.language.region().to_owned(),
            audience: draft.served.copy().reader.audience(),
            numbers: draft.served.numbers(),
            case_number: proceedings.map(|case| printed(&case.number)),
            version: document.version,
            status: document.status,
            says_status: true,
            is_draft: document.status == DocumentStatus::Draft,
            prepared_on: document.prepared_on,
            prepared_by: draft.officer(&document.prepared_by, prepared_by),
            supersedes: earlier.as_ref().map(label),
            at: document.at,
        }
    }

    /// That of a plan, which is not final before everybody has signed.
    pub(crate) fn of_plan(draft: &Draft<'_>) -> Self {
        let imprint = Imprint::of(draft);
        let is_final = imprint.status == DocumentStatus::Final;
        Imprint {
            says_status: !(is_final && is_proposed(draft)),
            ..imprint
        }
    }
}
