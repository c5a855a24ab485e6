//! Finished documents become files: their names, the calendar beside a plan, and a write
//! that is whole or did not happen.
//!
//! All documents of a case are made first and written together, so that a case is
//! complete or as it was.
//!
//! | file | what it knows |
//! |---|---|
//! | `names` | what a file is called |
//! | `folder` | whose files are whose, and what may be written over |
//! | `refusal` | why a file may not be written where it is to stand |
//! | `shard` | one share of a run's cases |
//! | `merge` | the manifests of all shards as one |
//! | `transaction` | a case written whole, also across a kill |
//! | `manifest` | what a folder holds, made from which inputs |
//! | `words` | what a document says, kept in its place |
//! | `digest` | SHA-256, as the manifest and the foot of a page write it |
//! | `write` | what every write goes by |
//! | `calendar` | the form of a calendar file |
//!
//! Floor 5: imports only `diagnostics` and `pdf`.

mod calendar;
mod digest;
mod folder;
pub mod manifest;
mod merge;
mod names;
mod refusal;
mod shard;
mod transaction;
pub mod words;
mod write;

pub use calendar::{Appointment, Calendar};
pub use digest::Digest;
pub use folder::{CaseFiles, Folder, Written};
pub use merge::{Merged, merge};
pub use names::{Names, case_folder, file_name, reader_folder};
pub use shard::Shard;
pub use transaction::Mended;
pub use write::{Output, already_there, append, create, folder_for_pictures, remove, replace};
