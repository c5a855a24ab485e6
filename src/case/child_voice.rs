//! What a child said, wrote or drew, and with whom it may be shared.
//!
//! The program sets the child's words; it never composes them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arrangement::Topic;
use super::form::{Date, Id, Line, Prose};
use super::mark::{ADULT, CHILD, Door, PROFESSIONAL, SESSION, Voice, form, reference, words};
use super::narrative::Narrative;

/// One child's voice.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildVoice {
    /// Whose voice.
    #[schemars(extend("x-concord" = reference(CHILD, Door::Open)))]
    pub child: Id,
    /// The day the child was seen.
    #[serde(default)]
    pub seen_on: Option<Date>,
    /// Why the child was not seen: it did not want to, it was too young.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub not_seen: Option<Narrative>,
    /// The session in which the child was seen, or was to be.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(SESSION, Door::Open)))]
    pub session: Option<Id>,
    /// Whether the child was seen without a parent or sibling.
    #[serde(default)]
    pub alone: bool,
    /// Games, cards or drawings that helped.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub tools: Vec<Narrative>,
    /// The child's own words.
    #[serde(default)]
    pub words: Vec<Quote>,
    /// The officer's account, kept apart from the words.
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub fca_summary: Narrative,
    /// The letter or drawing.
    #[serde(default)]
    pub letter: Option<Letter>,
    /// For a very young child: why words or a letter are nevertheless the child's own.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Officer, Door::Open)))]
    pub age_note: Option<Narrative>,
}

/// Words a child said, exactly.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words, without quotation marks.
    #[schemars(extend("x-concord" = words(Voice::Child, Door::Share)))]
    pub quote: Prose,
    /// With whom the child agreed to share them.
    pub share: Share,
    /// Adults with whom the child shares them besides: one who is no parent, or one parent and
    /// not the other.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Share)))]
    pub and_with: Vec<Id>,
    /// For a wish: what it is about, as the `topic` of a point says it. No document prints it;
    /// it is asked for that the plan answers the wish.
    #[serde(default)]
    pub asks_about: Option<Topic>,
}

/// With whom a child's words may be shared. The parents are the child's own: whoever else
/// brings a child up is named in `and_with`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// With nobody.
    No,
    /// With the parents.
    Parents,
    /// With the court.
    Court,
    /// With the parents and the court.
    All,
}

impl Share {
    /// Whether the court may read it.
    pub fn with_court(self) -> bool {
        matches!(self, Share::Court | Share::All)
    }

    /// Whether the parents may read it.
    pub fn with_parents(self) -> bool {
        matches!(self, Share::Parents | Share::All)
    }
}

/// The child's letter or drawing.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Whether there is one.
    pub exists: bool,
    /// A letter or a drawing.
    #[serde(default)]
    pub kind: Option<LetterKind>,
    /// The words of a letter, as the child wrote them.
    #[serde(default)]
    #[schemars(extend("x-concord" = words(Voice::Child, Door::Share)))]
    pub text: Option<Prose>,
    /// The picture of a drawing: a file beside the case file.
    #[serde(default)]
    #[schemars(extend("x-concord" = form(Door::Share)))]
    pub image: Option<Line>,
    /// Who looked at the picture for what it may give away.
    #[serde(default)]
    pub looked_at: Option<LookedAt>,
    /// With whom the child agreed to share it.
    #[serde(default = "nobody")]
    pub share: Share,
    /// Adults with whom the child shares it besides: one who is no parent, or one parent and
    /// not the other.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ADULT, Door::Share)))]
    pub and_with: Vec<Id>,
    /// The day the child agreed.
    #[serde(default)]
    pub child_agreed_on: Option<Date>,
    /// The session in which it was read.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(SESSION, Door::Share)))]
    pub read_in: Option<Id>,
}

/// That somebody looked at a picture: it may show an address, a school badge, a name.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LookedAt {
    /// Who looked.
    #[schemars(extend("x-concord" = reference(PROFESSIONAL, Door::Office)))]
    pub by: Id,
    /// On what day.
    pub on: Date,
    /// The first eight digits of the SHA-256 of the picture that was looked at.
    #[schemars(extend("x-concord" = form(Door::Office)))]
    pub picture: Line,
}

impl Letter {
    /// Whether there is a letter or drawing that the parents are to see.
    pub fn is_for_parents(&self) -> bool {
        self.exists && self.share.with_parents()
    }
}

fn nobody() -> Share {
    Share::No
}

/// A letter or a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterKind {
    /// Written words.
    Letter,
    /// A drawing.
    Drawing,
}
