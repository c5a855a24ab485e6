//! Who reads a document, and what each reader may see: the one door to a case.
//!
//! | file | what stands there |
//! |---|---|
//! | `copy` | the copies of a document: who reads each, and whom it is about |
//! | `languages` | which languages a copy is made in |
//! | `served` | the office, and what one reader is served of its case |
//! | `piece` | a piece of the file, where it stands, and to whom alone it may be served |
//! | `facts` | what is nobody's secret |
//! | `texts` | texts with a `vis` of their own, wherever they stand |
//! | `terms`, `voices`, `sessions`, `places`, `safety` | what not every reader gets, sifted by family |
//! | `time`, `dispute` | the timetables that a reader may know and rely on |
//! | `silence` | what the reader knows to be said of holidays and special days, and what not |
//! | `why`, `withheld` | why a reader does not get a piece, and the list of what that is |
//!
//! Floor 2: imports `case`, `schedule`, `language` and `diagnostics`.

mod copy;
mod dispute;
mod facts;
mod languages;
mod piece;
mod places;
mod safety;
mod served;
mod sessions;
mod silence;
mod terms;
mod texts;
mod time;
mod voices;
mod why;
mod withheld;

pub use copy::{Audience, DocumentCopy, Reader};
pub(crate) use facts::ProgrammeFacts;
pub use languages::Languages;
pub(crate) use piece::Piece;
pub(crate) use places::PlaceFacts;
pub(crate) use safety::SafetyFacts;
pub use served::{Office, Served};
pub(crate) use sessions::{MeetingFacts, SessionFacts};
pub(crate) use voices::VoiceFacts;
pub use why::Why;
pub use withheld::Withheld;
