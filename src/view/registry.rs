//! What the program knows of each kind of view: one entry for each, beside its content.

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde_json::Value;

use super::draft::Draft;
use super::inapplicable::Inapplicable;
use crate::audience::{DocumentCopy, Office};
use crate::case::programme::ProgrammeKind;

/// The content of a document, as its templates may see it.
pub(super) trait Content: Serialize + JsonSchema {
    /// The name on the command line, of the pack, and of the file.
    const ID: &'static str;
    /// What it is, in a line, for whoever chooses among documents.
    const SUMMARY: &'static str;
    /// What the case must have, in a line.
    const NEEDS: &'static str;
    /// The programmes it belongs to.
    const PROGRAMMES: &'static [ProgrammeKind];
    /// Whether a bilingual copy has its languages side by side, as particulars and notices
    /// have, or one after the other, as longer documents do.
    const SIDE_BY_SIDE: bool = false;
    /// Whether a calendar to import stands beside it.
    const HAS_CALENDAR: bool = false;
    /// Whether it is a report in the sense of the rules that limit one's length.
    const IS_REPORT: bool = false;
    /// The document that it names the numbers of, and that its readers need beside it.
    const RESTS_ON: Option<&'static str> = None;
    /// Whether all parties may read it together, or each of them a copy: a firm may then
    /// say for whom there are copies of a document of its own.
    const FOR_PARTIES: bool = false;
    /// The fields that hold what a mediation without prejudice has come to.
    const WITHOUT_PREJUDICE: &'static [&'static str] = &[];

    /// The copies that can be made from a case of these programmes, at least one.
    ///
    /// # Errors
    /// Why none can.
    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable>;

    /// The content of the copy that the draft answers.
    fn of(draft: &Draft<'_>) -> Self;
}

/// A kind of view, and what its own document declares.
pub(super) struct Entry {
    pub(super) id: &'static str,
    pub(super) summary: &'static str,
    pub(super) needs: &'static str,
    pub(super) programmes: &'static [ProgrammeKind],
    pub(super) side_by_side: bool,
    pub(super) has_calendar: bool,
    pub(super) is_report: bool,
    pub(super) rests_on: Option<&'static str>,
    pub(super) for_parties: bool,
    pub(super) without_prejudice: &'static [&'static str],
    pub(super) copies: fn(Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable>,
    pub(super) content: fn(&Draft<'_>) -> Value,
    schema: fn(SchemaGenerator) -> Schema,
}

impl Entry {
    /// The entry of the view with this content.
    pub(super) const fn of<C: Content>() -> Self {
        Entry {
            id: C::ID,
            summary: C::SUMMARY,
            needs: C::NEEDS,
            programmes: C::PROGRAMMES,
            side_by_side: C::SIDE_BY_SIDE,
            has_calendar: C::HAS_CALENDAR,
            is_report: C::IS_REPORT,
            rests_on: C::RESTS_ON,
            for_parties: C::FOR_PARTIES,
            without_prejudice: C::WITHOUT_PREJUDICE,
            copies: C::copies,
            content: |draft| tree(&C::of(draft)),
            schema: |generator| generator.into_root_schema_for::<C>(),
        }
    }

    /// The JSON Schema of the content.
    pub(super) fn schema(&self) -> Value {
        let settings = SchemaSettings::draft2020_12().for_serialize();
        (self.schema)(settings.into_generator()).to_value()
    }
}

fn tree(content: &impl Serialize) -> Value {
    serde_json::to_value(content).expect("a view has field names for keys and nothing that fails")
}
