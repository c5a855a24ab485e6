//! What the families of rules share, and no family itself: finding, dating, comparing.

pub(super) mod any_of;
pub(super) mod arrangements;
pub(super) mod dates;
pub(super) mod limits;
pub(super) mod programme;
pub(super) mod prose;
pub(super) mod whole_words;
