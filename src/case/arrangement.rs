//! One point of the arrangements for the children: what is agreed, or is not.
//!
//! Each item can stand in the report, the record and the plan; it is written
//! once, so that the three cannot differ (rule R68).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diagnostics::Pointer;

use super::form::{Date, Id, Line};
use super::handovers::Handovers;
use super::mark::{
    ADULT, ANYBODY, CHILD, Door, Kind, PLACE, SESSION, Voice, block, id, reference, words,
};
use super::narrative::Narrative;
use super::person::Child;
use super::recurrence::{OneOrSeveral, Schedule};
use super::safeguarding::Condition;
use super::visibility::Visibility;

pub use super::topic::Topic;

/// One point.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arrangement {
    /// The name other parts of the file call it by.
    #[schemars(extend("x-concord" = id(Kind::Arrangement)))]
    pub id: Id,
    /// The topic it belongs to.
    pub topic: Topic,
    /// The children it is for; all, where none is named.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(CHILD, Door::Vis)))]
    pub children: Vec<Id>,
    /// Whether it is agreed.
    pub status: AgreementStatus,
    /// What it is meant to become.
    #[serde(default)]
    pub form: TermForm,
    /// The term itself, or the point on which the parents differ.
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Vis)))]
    pub text: Narrative,
    /// What is agreed in a few words, for the first page and for tables.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Vis)))]
    pub in_short: Option<Narrative>,
    /// What is to be decided, in a few words: "How long may they be in Portugal?"
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Vis)))]
    pub question: Option<Narrative>,
    /// What the children are told of it in their own plan, in words written for them.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Vis)))]
    pub tell_child: Option<Narrative>,
    /// Whether the children are told nothing of it.
    #[serde(default)]
    pub not_for_child: bool,
    /// The statutory verb, for a proposed order (Children Act 1989 s.8(1)).
    #[serde(default)]
    pub verb: Option<StatutoryVerb>,
    /// The person the children live with, spend time with or have contact with; several,
    /// where they live with each of them.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Vis)))]
    pub with: Option<People>,
    /// The person with whom the children are at all times that no arrangement gives to
    /// anybody. A term by which they live with one person, and which has no schedule, says
    /// the same.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Vis)))]
    pub otherwise: Option<Id>,
    /// When, in the words of an order: "each alternate weekend, Friday 3.30 pm to Sunday 5 pm";
    /// composed from the schedule, where nothing is said.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Vis)))]
    pub when: Option<Narrative>,
    /// Where handovers take place, among the places.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PLACE, Door::Vis)))]
    pub place: Option<Id>,
    /// Where the handovers at the start and at the end of each time with the person are, and
    /// by whom, where they differ.
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::Vis)))]
    pub handover: Option<Handovers>,
    /// From what day.
    #[serde(default)]
    pub from: Option<Date>,
    /// The day of the review after which it begins, if the parents then agree, in place of
    /// `from`: a step that nothing brings about by itself, and that no calendar shows.
    #[serde(default)]
    pub after_review: Option<Date>,
    /// Until what day.
    #[serde(default)]
    pub until: Option<Date>,
    /// The session in which it was agreed.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(SESSION, Door::Vis)))]
    pub agreed_in: Option<Id>,
    /// Who agreed.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Vis)))]
    pub agreed_by: Vec<Id>,
    /// Where each parent stands on a point that is not, or only partly, agreed.
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::Vis)))]
    pub positions: Vec<Stance>,
    /// Conditions that contact must keep to.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// Why an order is exceptionally asked for past the age of sixteen (Children Act 1989 s.9(6)).
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Vis)))]
    pub exceptional: Option<Narrative>,
    /// Details of a journey abroad (Children Act 1989 s.13).
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::Vis)))]
    pub travel: Option<Travel>,
    /// Who consented in writing, where everyone with parental responsibility must.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Vis)))]
    pub consented_by: Vec<Id>,
    /// Nights the parents say there are with `with`, out of fourteen.
    #[serde(default)]
    #[schemars(range(max = 14))]
    pub nights_of_14: Option<u32>,
    /// Who may be served with it; everyone, where nothing is said.
    #[serde(default)]
    pub vis: Option<Visibility>,
    /// The people it may be served on, where `vis` is `served_to`.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ANYBODY, Door::Vis)))]
    pub served_to: Vec<Id>,
    /// The arrangement as dates that can be counted: one schedule, or several in a list.
    #[serde(default)]
    #[schemars(with = "Option<OneOrSeveral>")]
    #[schemars(extend("x-concord" = block(Door::Vis)))]
    pub schedule: Option<Schedule>,
}

/// Where a schedule stands of an arrangement that stands at `at`: the nth of several, or the
/// only one, as [`Schedule::each`] tells it.
pub(crate) fn place_of_schedule(at: &Pointer, nth: Option<usize>) -> Pointer {
    let schedule = at.key("schedule");
    match nth {
        Some(nth) => schedule.item(nth),
        None => schedule,
    }
}

impl Arrangement {
    /// The most words of a point that the first page has room for: two lines. Ours.
    pub(crate) const WORDS_IN_SHORT: usize = 25;

    /// Whether a text has more words than the first page has room for.
    pub(crate) fn is_long(text: &str) -> bool {
        text.split_whitespace().count() > Self::WORDS_IN_SHORT
    }

    /// Each of its schedules.
    pub fn schedules(&self) -> impl Iterator<Item = &Schedule> + Clone {
        let schedules = self.schedule.iter().flat_map(Schedule::each);
        schedules.map(|(_, schedule)| schedule)
    }

    /// Each schedule with its place, where the arrangement stands at `at`.
    pub(crate) fn placed(
        &self,
        at: &Pointer,
    ) -> impl Iterator<Item = (Pointer, &Schedule)> + Clone {
        let schedules = self.schedule.iter().flat_map(Schedule::each);
        let at = at.clone();
        schedules.map(move |(nth, one)| (place_of_schedule(&at, nth), one))
    }

    /// The one person whose time it tells of: whom it names or, where it names nobody, who is
    /// alone in its weeks, months and nights.
    pub fn whose_time(&self) -> Option<&Id> {
        let mut people: Vec<&Id> = Vec::new();
        for schedule in self.schedules() {
            match schedule {
                Schedule::Weekly { slots, .. } => people.extend(slots.iter().map(|one| &one.with)),
                Schedule::Monthly { with, .. } | Schedule::Rota { with, .. } => people.push(with),
                _ => {}
            }
        }
        people.dedup();
        let alone = people.first().copied().filter(|_| people.len() == 1);
        match self.people() {
            [] => alone,
            _ => self.person(),
        }
    }

    /// The first day on which it can hold, where it names one.
    pub fn begins(&self) -> Option<Date> {
        self.from.or(self.after_review)
    }

    /// Whether it is for a child: it is for all, where it names none.
    pub fn is_for(&self, child: &Child) -> bool {
        self.children.is_empty() || self.children.contains(&child.id)
    }

    /// The people the children live with, spend time with or have contact with.
    pub fn people(&self) -> &[Id] {
        match &self.with {
            Some(People::One(person)) => std::slice::from_ref(person),
            Some(People::Several(people)) => people,
            None => &[],
        }
    }

    /// The person it is about, where it is about one.
    pub fn person(&self) -> Option<&Id> {
        match self.people() {
            [person] => Some(person),
            _ => None,
        }
    }

    /// With whom the children are at all times that no arrangement gives to anybody, where
    /// it says so.
    pub fn rest(&self) -> Option<&Id> {
        let lives = self.verb == Some(StatutoryVerb::LivesWith) && self.schedule.is_none();
        self.otherwise
            .as_ref()
            .or_else(|| self.person().filter(|_| lives))
    }
}

/// One person, or several.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum People {
    /// One.
    One(Id),
    /// Several.
    Several(#[schemars(length(min = 1))] Vec<Id>),
}

/// Where one parent stands on a point.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stance {
    /// Who.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub adult: Id,
    /// The position, from open content.
    #[schemars(extend("x-concord" = words(Voice::Position, Door::Above)))]
    pub text: Narrative,
}

/// A journey abroad.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Travel {
    /// Where to.
    #[schemars(extend("x-concord" = words(Voice::Label, Door::Above)))]
    pub destination: Line,
    /// Who takes the children.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub by: Id,
    /// The longest stay, in days.
    #[schemars(range(min = 1, max = 366))]
    pub days: u32,
    /// Whether the court gave leave.
    #[serde(default)]
    pub leave_given: bool,
}

/// Whether a point is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgreementStatus {
    /// Agreed.
    Agreed,
    /// Agreed in principle: the details are to follow.
    AgreedInPrinciple,
    /// Agreed in part.
    Partly,
    /// Not agreed.
    NotAgreed,
    /// Not discussed.
    NotDiscussed,
}

impl AgreementStatus {
    /// Whether the record of agreed arrangements carries it.
    pub fn is_agreed(self) -> bool {
        matches!(self, Self::Agreed | Self::AgreedInPrinciple)
    }

    /// Whether something of it is left to the court.
    pub fn is_left_open(self) -> bool {
        matches!(self, Self::NotAgreed | Self::Partly)
    }
}

/// What a term is meant to become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TermForm {
    /// Part of the parenting plan alone.
    #[default]
    ParentingPlanOnly,
    /// A recital: recorded by the court, not enforceable.
    Recital,
    /// Part of a proposed order.
    ProposedOrder,
    /// An order already made says it.
    ExistingOrder,
}

/// The statutory verbs (Children Act 1989 s.8(1)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatutoryVerb {
    /// Lives with.
    LivesWith,
    /// Spends time with.
    SpendsTimeWith,
    /// Otherwise has contact with.
    HasContactWith,
}
