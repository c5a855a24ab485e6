//! What can be said about a case, a template or a finished document: one code,
//! one place, one way to mend it.
//!
//! Every room reports through [`Diagnostic`]; nothing below `cli/` prints. A
//! message is lower-case, has no full stop, and puts names in backticks; `help`
//! says what to write instead. A message may name a field, never repeat what a
//! family wrote, unless the text stands in the excerpt of the file itself.
//!
//! # The words for a fault
//!
//! | word | type | what it is |
//! |---|---|---|
//! | finding | [`Diagnostic`]; all of them [`Findings`] | what is told, with its place in a file |
//! | unplaced | [`Unplaced`] | what a rule, a view or a check found in a typed case: it has a [`Pointer`], and becomes a finding where the file is known |
//! | misfit | `case::form::Misfit` | why a text is not of its form: half a sentence, to which a finding gives the field and the place |
//! | refusal | `templates::recorder::Refusal` | why rendering stops or fails: a finding, and the value of the view that it may concern |
//! | trouble | `typesetting::Trouble` | what the typesetter says of its source, before it is known which template or value is to blame |
//!
//! Each of the last four ends as a finding; nobody is told one by itself.
//!
//! Floor 0: imports nothing of ours.

pub mod characters;
pub mod code;
mod diagnostic;
pub mod draw;
pub mod explain;
mod findings;
mod listed;
mod pointer;
mod severity;
mod source;
mod suggestion;
mod unplaced;

pub use code::Code;
pub use diagnostic::{Diagnostic, Label};
pub use findings::Findings;
pub use listed::{in_backticks, listed};
pub use pointer::{Pointer, Step, each};
pub use severity::Severity;
pub use source::{LineColumn, Place, SourceFile};
pub use suggestion::{did_you_mean, is_a_letter_away, nearest};
pub use unplaced::Unplaced;
