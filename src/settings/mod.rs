//! What can be set, resolved once before any work.
//!
//! Each value comes from the strongest place that says something of it, and knows which
//! place that was: a flag of the command line before what the program does by itself.
//!
//! Floor 2: imports `audience`, `assets` and `diagnostics`.

mod resolve;
mod setting;

pub use resolve::{Flags, Settings, resolve};
pub use setting::{Setting, Source};
