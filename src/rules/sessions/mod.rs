//! The programme's sessions: their window, their order, who was there, how it ended.

pub(super) mod attendance;
pub(super) mod ending;
pub(super) mod meeting;
pub(super) mod replacement;
pub(super) mod sequence;
pub(super) mod session;
pub(super) mod suitability;
pub(super) mod window;
