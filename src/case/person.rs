//! The people of a case: its children, and the adults who matter to them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use super::contact::{Address, Confidentiality, Contact};
pub use super::professional::{Professional, ProfessionalRole};

use super::form::{Date, Id, Line};
use super::mark::{
    ADULT, CHILD, Door, GROWN_UP, Kind, PLACE, PROFESSIONAL, Voice, id, reference, words,
};
use super::narrative::{LanguagePreference, Narrative};

/// Everybody the file names.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// The children the case is about, eldest first as the heading lists them.
    #[schemars(length(min = 1))]
    pub children: Vec<Child>,
    /// Parties and other adults who matter to the children.
    #[schemars(length(min = 1))]
    pub adults: Vec<Adult>,
    /// Officers, guardians, mediators, solicitors and providers.
    #[serde(default)]
    pub professionals: Vec<Professional>,
}

/// A child of the case.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Child {
    /// The name other parts of the file call the child by.
    #[schemars(extend("x-concord" = id(Kind::Child)))]
    pub id: Id,
    /// All forenames, as on the order.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub forenames: Line,
    /// The surname; some people have one name alone.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub surname: Option<Line>,
    /// What the child likes to be called, where that is not the first forename.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub known_as: Option<Line>,
    /// Date of birth.
    pub dob: Date,
    /// As the court's heading says it.
    #[serde(default)]
    pub sex_stated: SexStated,
    /// In the family's own words.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Office)))]
    pub ethnicity: Option<Line>,
    /// The adults the child lives with now.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Open)))]
    pub lives_with: Vec<Id>,
    /// The school or nursery, among the places.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PLACE, Door::Office)))]
    pub school: Option<Id>,
    /// Needs the arrangements must meet.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub needs: Vec<Narrative>,
    /// Whether the child is a party (FPR rule 16.4).
    #[serde(default)]
    pub is_party: bool,
    /// The children's guardian, among the professionals.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Open)))]
    pub guardian: Option<Id>,
    /// The language an interpreter is needed for.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub interpreter: Option<Line>,
    /// The same in Welsh, where `interpreter` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub interpreter_cy: Option<Line>,
    /// The language the child wants to be written to in.
    #[serde(default)]
    pub language_preference: LanguagePreference,
}

/// The word the heading uses for a child.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SexStated {
    /// Girl.
    Girl,
    /// Boy.
    Boy,
    /// Not stated.
    #[default]
    NotStated,
}

/// A party, or another adult who matters to the children.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adult {
    /// The name other parts of the file call the person by.
    #[schemars(extend("x-concord" = id(Kind::Adult)))]
    pub id: Id,
    /// Mr, Ms, Dr and the like, if the person uses one.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Name)))]
    pub title: Option<Line>,
    /// All forenames.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Name)))]
    pub forenames: Line,
    /// The surname; some people have one name alone.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Name)))]
    pub surname: Option<Line>,
    /// What the person is called in plain prose, where the first forename will not do.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Name)))]
    pub known_as: Option<Line>,
    /// Names used before.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Name)))]
    pub former_names: Vec<Line>,
    /// The person's place in the proceedings.
    pub role: Role,
    /// First, second … of that role, from 1, where there are several.
    #[serde(default)]
    #[schemars(range(min = 1, max = 20))]
    pub party_no: Option<u32>,
    /// What the person is to each child, by the child's id.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    pub relationship: BTreeMap<Id, Relationship>,
    /// What each child calls the person, by the child's id: `Nana`, `Mama`, `Dave`.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    pub called_by: BTreeMap<Id, ChildsWord>,
    /// Parental responsibility for each child, by the child's id (Children Act 1989 s.3).
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    pub pr: BTreeMap<Id, Responsibility>,
    /// Who speaks for the person in court.
    #[serde(default)]
    pub representation: Option<Representation>,
    /// The language an interpreter is needed for.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Own)))]
    pub interpreter: Option<Line>,
    /// The same in Welsh, where `interpreter` is English.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Own)))]
    pub interpreter_cy: Option<Line>,
    /// Who supports the person in sessions and at court: another adult, or a professional.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(GROWN_UP, Door::Own)))]
    pub supporter: Option<Id>,
    /// Adjustments under the Equality Act 2010.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Own)))]
    pub adjustments: Vec<Narrative>,
    /// Whether the person lives in a refuge: all contact details are then confidential.
    #[serde(default)]
    pub in_refuge: bool,
    /// How to reach the person.
    #[serde(default)]
    pub contact: Option<Contact>,
    /// What is kept from the other parties (FPR rule 29.1, form C8).
    #[serde(default)]
    pub c8: Option<Confidentiality>,
    /// The language the person wants to be written to in.
    #[serde(default)]
    pub language_preference: LanguagePreference,
}

/// A person's place in the proceedings.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Applied to the court; in mediation, the first to be named.
    Applicant,
    /// Answers the application.
    Respondent,
    /// Joined to the proceedings.
    OtherParty,
    /// Not a party.
    NonParty,
}

impl Role {
    /// Whether the person is a party to the proceedings.
    pub fn is_party(self) -> bool {
        self != Role::NonParty
    }
}

/// What an adult is to a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relationship {
    /// Mother.
    Mother,
    /// Father.
    Father,
    /// Parent, where neither of the two words is used.
    Parent,
    /// Step-parent.
    StepParent,
    /// Grandparent, where neither of the next two words is used.
    Grandparent,
    /// Grandmother.
    Grandmother,
    /// Grandfather.
    Grandfather,
    /// Aunt.
    Aunt,
    /// Uncle.
    Uncle,
    /// Brother or sister, grown up.
    Sibling,
    /// Carer, who need be no relation.
    Carer,
    /// Guardian.
    Guardian,
    /// Special guardian.
    SpecialGuardian,
    /// A relation whom none of these words names.
    Relative,
    /// The same: the earlier word.
    Other,
}

/// What a child calls an adult.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, extend("x-concord" = words(Voice::Label, Door::Open)))]
pub struct ChildsWord(pub Line);

/// Whether an adult has parental responsibility, and by what right.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    /// `yes`, `no` or `unknown`.
    pub held: Held,
    /// By what right: birth, marriage, birth certificate, agreement, order.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Office)))]
    pub basis: Option<Line>,
}

/// Yes, no or not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// It is held.
    Yes,
    /// It is not held.
    No,
    /// Not known.
    Unknown,
}

/// Who speaks for a party.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Representation {
    /// In what manner.
    pub kind: RepresentationKind,
    /// The solicitor or lay adviser.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub name: Option<Line>,
    /// The firm.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Open)))]
    pub firm: Option<Line>,
}

/// In what manner a party is represented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RepresentationKind {
    /// The party speaks for themself.
    InPerson,
    /// A solicitor acts.
    Solicitor,
    /// A McKenzie friend helps.
    Mckenzie,
}
