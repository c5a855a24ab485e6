//! Which documents of a folder would be others now, which words of them moved, and why.
//!
//! What is compared are two files, the one that stands in the folder and the one that would
//! take its place, read back as whoever opens them would. Nothing is written but what
//! somebody accepts.
//!
//! | file | what it knows |
//! |---|---|
//! | `folder` | one case of an output folder after another |
//! | `anew` | what a build would write for the first time |
//! | `verdict` | what can be said of a file |
//! | `difference` | what two files differ in |
//! | `pictures` | pages that look different, drawn |
//! | `field` | which value of a case moved them |
//!
//! Floor 7: imports from every room below but `batch`.

mod anew;
mod difference;
mod field;
mod folder;
mod pictures;
mod verdict;

pub use crate::handbook::{Moved, Shown};
pub use difference::Difference;
pub use folder::{Depth, OfCase, Verification};
pub use pictures::Drawn;
pub use verdict::{Outcome, Verdict};
