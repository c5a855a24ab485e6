//! What can be set, resolved once before any work.
//!
//! Each value comes from the strongest place that says something of it, and knows which
//! place that was: the command line, the environment, a `concord.yaml`, or what the program
//! does by itself.
//!
//! | file | what it knows |
//! |---|---|
//! | `resolve` | all places together |
//! | `search`, `trust` | the `concord.yaml` above a case, and who else may write it |
//! | `layers` | the folders of a run, an office's over a firm's |
//! | `firm` | what a `concord.yaml` says |
//! | `arranged` | which parts of documents a firm leaves out or moves |
//! | `confirmed` | the Welsh that somebody has confirmed for an office |
//! | `known` | the people and places of an office, lent to the cases that name them |
//!
//! Floor 2: imports `audience`, `case`, `language`, `reading`, `assets`, `schema` and `diagnostics`.

mod arranged;
mod confirmed;
mod firm;
mod known;
mod layers;
mod resolve;
mod search;
mod setting;
mod trust;

pub use arranged::{Arranged, Moved, Named};
pub use confirmed::{Confirmation, Confirmed};
pub use firm::{can_name_a_layer, schema};
pub use known::Known;
pub use resolve::{Chosen, Flags, Settings, Written, resolve};
pub use setting::{Setting, Source};
