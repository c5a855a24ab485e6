//! The handovers of one arrangement: where and by whom at the start and at the end of each
//! time, and who arrives first where the adults are not to meet.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::Id;
use super::mark::{ADULT, ANYBODY, Door, PLACE, block, reference};

/// The handovers at the start and at the end of each time.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Handovers {
    /// When the time with the person begins.
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::Above)))]
    pub start: Option<HandoverAt>,
    /// When it ends.
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::Above)))]
    pub end: Option<HandoverAt>,
    /// Who arrives before the other.
    #[serde(default)]
    #[schemars(extend("x-concord" = block(Door::Above)))]
    pub stagger: Option<Stagger>,
}

/// One of the two handovers.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverAt {
    /// Where; the place of the arrangement, where nothing is said.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PLACE, Door::Above)))]
    pub at: Option<Id>,
    /// Who brings or fetches the children.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(ANYBODY, Door::Above)))]
    pub by: Option<Id>,
}

/// Arrivals one after the other.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Stagger {
    /// Who arrives first.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub first: Id,
    /// So many minutes before the other.
    #[schemars(range(min = 1, max = 120))]
    pub minutes: u32,
}
