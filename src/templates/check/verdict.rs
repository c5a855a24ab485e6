//! What a condition comes to: whether it decides anything is known when the walk is over.

use crate::diagnostics::Place;

/// What a condition came to, over all calls of the file it stands in.
#[derive(Debug)]
pub(super) struct Verdict {
    pub(super) place: Place,
    pub(super) can_hold: bool,
    pub(super) can_fail: bool,
}
