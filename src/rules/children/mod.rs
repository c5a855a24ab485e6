//! What children said, wrote and drew, and the letter back to them.

pub(super) mod child_voice;
pub(super) mod joint_letter;
