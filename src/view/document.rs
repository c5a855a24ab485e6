//! The documents there are, whom each is for, and to which cases it applies.

use std::fmt;

use schemars::generate::SchemaSettings;
use serde::Serialize;

use crate::case::Case;
use crate::case::proceedings::Proceedings;
use crate::case::programme::ProgrammeKind;

use super::agreed_arrangements::AgreedArrangements;
use super::court_report::CourtReport;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// The officer's short report on the programme.
    CourtReport,
    /// The record of what the parents agreed, ready to be lifted into an order.
    AgreedArrangements,
}

/// Who reads a document. A copy holds what its audience may see and nothing else.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The court.
    Court,
}

/// Why a document cannot be made from a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inapplicable {
    /// It belongs to another programme than the family's.
    OtherProgramme,
    /// The file has no `case`, so that the document would have no heading.
    NoProceedings,
    /// No arrangement is agreed.
    NothingAgreed,
}

impl Document {
    /// Every document, in the order in which they are listed and built.
    pub const ALL: &[Document] = &[Document::CourtReport, Document::AgreedArrangements];

    /// The name on the command line, of the pack, and of the file.
    pub fn id(self) -> &'static str {
        match self {
            Document::CourtReport => "court-report",
            Document::AgreedArrangements => "agreed-arrangements",
        }
    }

    /// The document of this name, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|document| document.id() == id)
    }

    /// Whether the document can be made from the case.
    ///
    /// # Errors
    /// The reason why not.
    pub fn applies(self, case: &Case) -> Result<(), Inapplicable> {
        self.proceedings_of(case).map(drop)
    }

    /// The proceedings the document is headed with, if it applies to the case.
    pub(super) fn proceedings_of(self, case: &Case) -> Result<&Proceedings, Inapplicable> {
        if case.programme.kind != ProgrammeKind::Cppp {
            return Err(Inapplicable::OtherProgramme);
        }
        let proceedings = case.case.as_ref().ok_or(Inapplicable::NoProceedings)?;
        let nothing_agreed = !case.arrangements.iter().any(|a| a.status.is_agreed());
        if self == Document::AgreedArrangements && nothing_agreed {
            return Err(Inapplicable::NothingAgreed);
        }
        Ok(proceedings)
    }

    /// The JSON Schema of the document's view: what a template may name.
    pub fn schema(self) -> serde_json::Value {
        let generator = SchemaSettings::draft2020_12()
            .for_serialize()
            .into_generator();
        match self {
            Document::CourtReport => generator.into_root_schema_for::<CourtReport>(),
            Document::AgreedArrangements => generator.into_root_schema_for::<AgreedArrangements>(),
        }
        .to_value()
    }
}

impl Audience {
    /// Every audience.
    pub const ALL: &[Audience] = &[Audience::Court];

    /// The name on the command line and in the name of a file.
    pub fn id(self) -> &'static str {
        match self {
            Audience::Court => "court",
        }
    }

    /// The audience of this name, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|audience| audience.id() == id)
    }
}

impl Inapplicable {
    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Inapplicable::OtherProgramme => "ask for a document of the family's own programme",
            Inapplicable::NoProceedings => "add `case` with the court and the case number",
            Inapplicable::NothingAgreed => {
                "leave the document out, or give an arrangement `status: agreed`"
            }
        }
    }
}

/// The end of a sentence that begins with the document's name.
impl fmt::Display for Inapplicable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Inapplicable::OtherProgramme => "it belongs to the programme `cppp`",
            Inapplicable::NoProceedings => "the case has no court proceedings",
            Inapplicable::NothingAgreed => "no arrangement is agreed",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_and_audiences_are_found_by_the_names_they_give() {
        for &document in Document::ALL {
            assert_eq!(Document::from_id(document.id()), Some(document));
        }
        for &audience in Audience::ALL {
            assert_eq!(Audience::from_id(audience.id()), Some(audience));
        }
        assert_eq!(Document::from_id("court_report"), None);
    }

    #[test]
    fn a_document_belongs_to_its_programme() {
        let mut case = super::super::sample::case();
        case.programme.kind = ProgrammeKind::Mediation;
        let answer = Document::CourtReport.applies(&case);
        assert_eq!(answer, Err(Inapplicable::OtherProgramme));
    }

    #[test]
    fn the_schema_requires_every_key_and_names_dates() {
        let schema = Document::CourtReport.schema();
        let len = |key| {
            schema.get(key).and_then(|value| match value {
                serde_json::Value::Object(map) => Some(map.len()),
                serde_json::Value::Array(list) => Some(list.len()),
                _ => None,
            })
        };
        assert_eq!(len("properties"), len("required"));
        assert_eq!(schema.pointer("/$defs/Date/format"), Some(&"date".into()));
        assert_eq!(
            schema.pointer("/$defs/TimeOfDay/format"),
            Some(&"time".into())
        );
    }
}
