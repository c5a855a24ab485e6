//! What a reader's copies leave out, told beforehand for whoever sends them: where it stands
//! and what it is, and never a word of it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::examine::CaseFile;
use super::shared::Pipeline;
use crate::audience::{Audience, DocumentCopy, Office, Withheld};
use crate::diagnostics::{Findings, Place};
use crate::view::{self, Document, Request};

/// A piece of the case file that a copy leaves out, and where it stands.
pub type LeavesOut = (Withheld, Place);

impl Pipeline {
    /// What the court's copy of a document tells and this one does not.
    ///
    /// # Errors
    /// What the case lacks for the court's copy, or a locale that cannot be used.
    pub fn leaves_out(
        &self,
        case: &CaseFile,
        document: &Document,
        copy: &DocumentCopy,
    ) -> Result<Vec<LeavesOut>, Findings> {
        let office = Office::of(&case.case);
        let copies = document.copies(office).unwrap_or_default();
        let mut copies = copies.into_iter();
        let Some(court) = copies.find(|copy| copy.reader.audience() == Audience::Court) else {
            return Ok(Vec::new());
        };
        let language = document.languages()[0];
        let locale = self.packs.locale(&self.assets, language)?;
        let request = Request {
            document: document.clone(),
            copy: court,
            language,
        };
        let view = view::build(office, request, &locale).map_err(|gaps| case.located(gaps))?;
        let mut told = BTreeSet::new();
        places(view.json(), &mut told);
        let withheld = withheld(case, copy).into_iter();
        let is_told = |(one, _): &LeavesOut| {
            let at = one.at.to_string();
            let entry = at.rsplit_once('/').map_or("", |(entry, _)| entry);
            !is_of_all(one) && (told.contains(&at) || told.contains(entry))
        };
        Ok(withheld.filter(is_told).collect())
    }

    /// How to reach other people, and the names of people and places, that no copy of this
    /// reader tells.
    pub fn kept_back(&self, case: &CaseFile, copy: &DocumentCopy) -> Vec<LeavesOut> {
        let withheld = withheld(case, copy).into_iter();
        withheld.filter(|(one, _)| is_of_all(one)).collect()
    }
}

/// Whether it is of what no copy of a reader tells: how to reach somebody, and the name of
/// somebody or of a place.
fn is_of_all(one: &Withheld) -> bool {
    let at = one.at.to_string();
    one.is_name() || at.contains("/contact/") || at.starts_with("/places/")
}

/// What a reader does not get, each piece once and whole.
fn withheld(case: &CaseFile, copy: &DocumentCopy) -> Vec<LeavesOut> {
    let all = Office::of(&case.case).serves(copy).withheld();
    let is_part = |one: &Withheld| {
        let mut others = all.iter();
        others.any(|other| other.at != one.at && one.at.is_within(&other.at))
    };
    let whole = all.iter().filter(|one| !is_part(one));
    let mut found: Vec<LeavesOut> = whole
        .map(|one| (one.clone(), case.place(&one.at)))
        .collect();
    found.sort_by_key(|(_, place)| place.start().line);
    found.dedup_by(|one, other| one.0.at == other.0.at);
    found
}

/// Every place of the case file that a view tells of.
fn places(view: &Value, told: &mut BTreeSet<String>) {
    match view {
        Value::Object(fields) => {
            let at = fields.get("at").and_then(Value::as_str);
            told.extend(at.filter(|at| !at.is_empty()).map(str::to_owned));
            fields.values().for_each(|field| places(field, told));
        }
        Value::Array(items) => items.iter().for_each(|item| places(item, told)),
        _ => {}
    }
}
