//! What is said about the documents themselves: who prepares them, when, in what state.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Date, Id, Line};

/// The rules of court a document answers to; they carry dates (rule R58).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub enum RulesProfile {
    /// Practice Direction 27A as it stood from 23 July 2018 to 1 March 2026.
    #[serde(rename = "fpr-2018-07")]
    Fpr201807,
    /// Practice Direction 27A in force from 2 March 2026.
    #[serde(rename = "fpr-2026-03")]
    Fpr202603,
}

/// Who prepares the documents, when, and in what state they are.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentDetails {
    /// The language plain texts of this file are written in.
    #[serde(default)]
    pub language: WrittenLanguage,
    /// The professional who prepares them.
    pub prepared_by: Id,
    /// The day they are prepared: the only "today" a document knows.
    pub prepared_on: Date,
    /// Version, from 1.
    #[schemars(range(min = 1, max = 999))]
    pub version: u32,
    /// The version, or the document, they replace.
    #[serde(default)]
    pub supersedes: Option<Line>,
    /// Draft, final or filed.
    pub status: DocumentStatus,
}

/// The language plain texts are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WrittenLanguage {
    /// English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

/// The state of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentStatus {
    /// Being written.
    Draft,
    /// Ready to be filed.
    Final,
    /// Filed.
    Filed,
}
