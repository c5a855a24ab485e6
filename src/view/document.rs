//! A document: what it declares of itself, and to which cases it applies.
//!
//! The program's own and a firm's own are declared alike. What sets one apart from the
//! others is a fact of its declaration, and never its id.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde_json::Value;

use super::inapplicable::Inapplicable;
use super::kind::ViewKind;
use super::own::Own;
use super::registry::Entry;
use crate::audience::{DocumentCopy, Office};
use crate::case::programme::ProgrammeKind;
use crate::language::Language;

/// What a document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The name on the command line, of the pack, and of the file.
    pub id: String,
    /// What it is, in a line.
    pub summary: String,
    /// What a case must have for it, in a line.
    pub needs: String,
    /// The programmes it belongs to.
    pub programmes: Vec<ProgrammeKind>,
    /// Whether a bilingual copy has its languages side by side.
    pub side_by_side: bool,
    /// Whether a calendar to import stands beside it.
    pub has_calendar: bool,
    /// Whether it is a report in the sense of the rules that limit one's length.
    pub is_report: bool,
    /// What its templates may see, and which copies there are.
    pub view: ViewKind,
    /// What a firm says of a document of its own; none of the program's documents does.
    pub own: Option<Own>,
}

/// A document that can be made. Two are the same where their ids are; cloning is free.
#[derive(Clone, Debug)]
pub struct Document(Arc<Declaration>);

impl Declaration {
    /// What the program's own document with this view declares, for another to begin with.
    pub fn builtin(view: ViewKind) -> Self {
        let entry = view.entry();
        Declaration {
            id: entry.id.to_owned(),
            summary: entry.summary.to_owned(),
            needs: entry.needs.to_owned(),
            programmes: entry.programmes.to_vec(),
            side_by_side: entry.side_by_side,
            has_calendar: entry.has_calendar,
            is_report: entry.is_report,
            view,
            own: None,
        }
    }
}

impl Document {
    /// The document that is declared so.
    pub fn declared(declaration: Declaration) -> Self {
        Document(Arc::new(declaration))
    }

    /// The program's own document with this view.
    pub fn builtin(view: ViewKind) -> Self {
        Self::declared(Declaration::builtin(view))
    }

    pub(super) fn entry(&self) -> Entry {
        self.0.view.entry()
    }

    /// The name on the command line, of the pack, and of the file.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// What it is, in a line.
    pub fn summary(&self) -> &str {
        &self.0.summary
    }

    /// What a case must have for it, in a line.
    pub fn needs(&self) -> &str {
        &self.0.needs
    }

    /// The programmes it belongs to.
    pub fn programmes(&self) -> &[ProgrammeKind] {
        &self.0.programmes
    }

    /// Whether a bilingual copy has its languages side by side.
    pub fn is_side_by_side(&self) -> bool {
        self.0.side_by_side
    }

    /// Whether a calendar to import stands beside it.
    pub fn has_calendar(&self) -> bool {
        self.0.has_calendar
    }

    /// Whether it is a report in the sense of the rules that limit one's length.
    pub fn is_report(&self) -> bool {
        self.0.is_report
    }

    /// The id of the document that it names the numbers of: where that one has a copy for
    /// the same reader, it is needed beside this one.
    pub fn rests_on(&self) -> Option<&str> {
        self.entry().rests_on
    }

    /// What its templates may see.
    pub fn view(&self) -> ViewKind {
        self.0.view
    }

    /// The copies of the document that can be made from a case: at least one.
    ///
    /// # Errors
    /// Why there is none.
    pub fn copies(&self, office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        if !self.programmes().contains(&office.programme_kind()) {
            return Err(Inapplicable::OtherProgramme);
        }
        let of_view = self.entry().copies;
        match self.own() {
            Some(own) => own.copies(office, of_view),
            None => of_view(office),
        }
    }

    /// What a firm says of it, if it is a firm's own.
    pub fn own(&self) -> Option<&Own> {
        self.0.own.as_ref()
    }

    /// The languages it is written in.
    pub fn languages(&self) -> &[Language] {
        self.own().map_or(Language::ALL, |own| &own.languages)
    }

    /// The JSON Schema of the document's view: what a template may name.
    pub fn schema(&self) -> Value {
        self.view().schema()
    }
}

impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Document {}

impl PartialOrd for Document {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Document {
    fn cmp(&self, other: &Self) -> Ordering {
        self.id().cmp(other.id())
    }
}

impl Hash for Document {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_belongs_to_its_programme() {
        let mut case = super::super::sample::case();
        case.programme.kind = ProgrammeKind::Mediation;
        let answer = Document::builtin(ViewKind::CourtReport).copies(Office::of(&case));
        assert_eq!(answer, Err(Inapplicable::OtherProgramme));
    }

    #[test]
    fn the_schema_requires_every_key_and_names_dates() {
        let schema = ViewKind::CourtReport.schema();
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
