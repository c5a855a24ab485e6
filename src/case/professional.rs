//! The professionals of a case: officers, guardians, mediators, and who helps somebody to take
//! part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Email, Id, Line, Phone};
use super::mark::{Door, Kind, Voice, form, id, words};
use super::narrative::Narrative;

/// A professional of the case.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Professional {
    /// The name other parts of the file call the person by.
    #[schemars(extend("x-concord" = id(Kind::Professional)))]
    pub id: Id,
    /// What the person is here.
    pub role: ProfessionalRole,
    /// The name as it is signed.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub name: Line,
    /// The office, firm or provider.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub office: Line,
    /// Qualifications and registration, as the sign-off states them.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub qualification: Option<Narrative>,
    /// E-mail at work.
    #[serde(default)]
    #[schemars(extend("x-concord" = form(Door::Open)))]
    pub email: Option<Email>,
    /// Telephone at work.
    #[serde(default)]
    #[schemars(extend("x-concord" = form(Door::Open)))]
    pub phone: Option<Phone>,
}

/// What a professional is in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProfessionalRole {
    /// A family court adviser: "Cafcass Officer" in the programme's own words.
    Fca,
    /// A children's guardian.
    Guardian,
    /// A practice manager.
    PracticeManager,
    /// A solicitor.
    Solicitor,
    /// A family mediator.
    Mediator,
    /// A provider of a course.
    Provider,
    /// An interpreter.
    Interpreter,
    /// Somebody who supports a party: an adviser on domestic abuse, an advocate.
    Supporter,
}
