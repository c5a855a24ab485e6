//! What can be said about a case, a template or a finished document: one code,
//! one place, one way to mend it.
//!
//! Every room reports through [`Diagnostic`]; nothing below `cli/` prints. A
//! message is lower-case, has no full stop, and puts names in backticks; `help`
//! says what to write instead. A message may name a field, never repeat what a
//! family wrote, unless the text stands in the excerpt of the file itself.
//!
//! Floor 0: imports nothing of ours.

pub mod code;
mod diagnostic;
pub mod draw;
pub mod explain;
mod findings;
mod pointer;
mod severity;
mod source;
mod suggestion;
mod unplaced;

pub use code::Code;
pub use diagnostic::{Diagnostic, Label};
pub use findings::Findings;
pub use pointer::{Pointer, Step};
pub use severity::Severity;
pub use source::{LineColumn, Place, SourceFile};
pub use suggestion::{did_you_mean, nearest};
pub use unplaced::Unplaced;
