//! What is said about the documents themselves: who prepares them, when, in what state.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::written_language::WrittenLanguage;

use super::form::{Date, Id, Line};
use super::mark::{Door, PROFESSIONAL, Voice, reference, words};
use crate::reading::table;

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

impl RulesProfile {
    /// Every profile, the oldest first.
    pub const ALL: [RulesProfile; 2] = [RulesProfile::Fpr201807, RulesProfile::Fpr202603];

    /// As the file writes it.
    pub fn name(self) -> &'static str {
        match self {
            RulesProfile::Fpr201807 => "fpr-2018-07",
            RulesProfile::Fpr202603 => "fpr-2026-03",
        }
    }

    /// What they ask of a document, in YAML: `templates/profiles/NAME.yaml`.
    pub fn profile(self) -> &'static str {
        match self {
            RulesProfile::Fpr201807 => include_str!("../../templates/profiles/fpr-2018-07.yaml"),
            RulesProfile::Fpr202603 => include_str!("../../templates/profiles/fpr-2026-03.yaml"),
        }
    }

    /// The first and, where later rules took their place, the last day in force.
    pub fn in_force(self) -> (Date, Option<Date>) {
        let mut profiles = IN_FORCE.iter();
        let known = profiles.find(|(rules, _)| *rules == self);
        let (_, known) = known.expect("every profile stands in the list");
        (known.from, known.until)
    }

    /// Which numbers the copies of the parties have, where a firm says nothing else.
    pub fn numbers(self) -> Numbering {
        let mut profiles = IN_FORCE.iter();
        let known = profiles.find(|(rules, _)| *rules == self);
        known.map_or(Numbering::Own, |(_, known)| known.numbers)
    }

    /// Whether the rules are in force on a day.
    pub fn is_in_force_on(self, day: Date) -> bool {
        let (first, last) = self.in_force();
        first <= day && last.is_none_or(|last| day <= last)
    }
}

/// When each of the rules is in force.
static IN_FORCE: LazyLock<Vec<(RulesProfile, Validity)>> = LazyLock::new(|| {
    let profiles = RulesProfile::ALL.into_iter();
    profiles
        .map(|rules| (rules, table(rules.profile())))
        .collect()
});

/// The days that a profile names and the numbers of the copies, beside what it asks of a document.
#[derive(Deserialize)]
struct Validity {
    from: Date,
    #[serde(default)]
    until: Option<Date>,
    numbers: Numbering,
}

/// Which numbers paragraphs and terms have in a party's copy, which may leave some out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// Each copy counts what it holds.
    #[default]
    Own,
    /// Those of the court's copy, one for each entry however long it is. A number that is
    /// missing tells that there is an entry, and nothing more of it.
    Court,
}

/// Who prepares the documents, when, and in what state they are.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentDetails {
    /// The language plain texts of this file are written in.
    #[serde(default)]
    pub language: WrittenLanguage,
    /// The professional who prepares them.
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Open)))]
    pub prepared_by: Id,
    /// The day they are prepared: the only "today" a document knows.
    pub prepared_on: Date,
    /// Version, from 1.
    #[schemars(range(min = 1, max = 999))]
    pub version: u32,
    /// The version, or the document, they replace.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub supersedes: Option<Line>,
    /// The same in Welsh, where `supersedes` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub supersedes_cy: Option<Line>,
    /// Draft, final or filed.
    pub status: DocumentStatus,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_since_july_2018_has_one_profile() {
        let table = [
            ("2018-07-22", vec![]),
            ("2018-07-23", vec!["fpr-2018-07"]),
            ("2026-03-01", vec!["fpr-2018-07"]),
            ("2026-03-02", vec!["fpr-2026-03"]),
            ("2030-01-01", vec!["fpr-2026-03"]),
        ];
        for (day, names) in table {
            let on: Date = day.parse().expect("a day");
            let in_force = RulesProfile::ALL
                .into_iter()
                .filter(|p| p.is_in_force_on(on));
            assert_eq!(
                in_force.map(RulesProfile::name).collect::<Vec<_>>(),
                names,
                "{day}"
            );
        }
    }
}
