//! What an output folder holds, of which cases, made from which inputs.
//!
//! There is one manifest of the office, and no other state: who owns a file, what need not be made again,
//! what a run that was stopped has still to do, and what `verify` compares are all read
//! from `OUT/.concord/manifest.json`. It is the office's own: it holds hashes of case
//! files, from which a guess could be confirmed, and is not to be handed on.
//!
//! | file | what it knows |
//! |---|---|
//! | `office` | the form of the manifest |
//! | `file` | the same as a file, each case on a line of its own |
//! | `places` | what a document uses, in few bytes |
//! | `older` | the form of an older Concord |
//! | `journal` | the cases of a run that has not ended, one on each line |
//! | `index` | where a case stands in them |
//! | `store` | all of them together, read and written |
//! | `place` | the folder it stands in: lock, shards |
//! | `stopped` | a run that is to go on |
//! | `reader` | what one reader's folder holds, which leaves with it |
//! | `looked_at` | manifest and journal, read and not touched |

mod file;
mod index;
mod journal;
mod looked_at;
mod office;
mod older;
mod place;
mod places;
mod reader;
mod stopped;
mod store;

pub use looked_at::{LookedAt, Standing};
pub use office::{
    CaseEntry, CaseOutcome, DocumentEntry, FindingEntry, Input, InputKind, LeftBehind,
    LeftOutEntry, Manifest, Options, Program, SCHEMA, schema,
};
pub(super) use place::{FOLDER, lock, shards};
pub(crate) use reader::handed_over;
pub use reader::schema_of_reader;
pub use stopped::stopped;
pub use store::Store;
pub(super) use store::write_merged;
