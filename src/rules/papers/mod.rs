//! The court's papers: proceedings, filing, paper sizes, what happened when, recommendations.

pub(super) mod court_days;
pub(super) mod filed_under;
pub(super) mod filing;
pub(super) mod happened;
pub(super) mod paper;
pub(super) mod proceedings;
pub(super) mod recommendation;
pub(super) mod review;
pub(super) mod signature;
