//! What can be asked of the templates: which fields a document may name, what a partial, a
//! helper, a call of the theme or a phrase is, and how each is written.
//!
//! A firm's folder is begun here too, and a file of ours copied into it.
//!
//! Every answer is made of what the program itself goes by: the schema of a view, the
//! comment a file opens with, the table of helpers, the locale. None is a second list that
//! could fall behind.
//!
//! | file | what it answers |
//! |---|---|
//! | `ask` | what can be asked |
//! | `fields`, `way` | what stands at a path of a view, and how a template gets there |
//! | `samples` | the made-up families whose values are the examples |
//! | `wording` | which groups of phrases word a choice |
//! | `describe`, `meaning` | what a name means, or that it means several things |
//! | `partials`, `helpers`, `calls`, `values`, `phrases` | one kind of thing with a name each |
//! | `which`, `list`, `parts` | whose words or file wins, what differs, what a document is made of |
//! | `layers` | one file or phrase through the layers |
//! | `accepted` | what samples say, compared with what a firm has accepted |
//! | `sentences` | which sentences moved, of two texts |
//! | `copies` | a copy with what it was copied from |
//! | `diff` | how copies and phrases in other words differ from what they were made of |
//! | `one_phrase` | a phrase in a firm's words, with what it took the place of |
//! | `rename` | names of ours that are no longer, in what a firm wrote |
//! | `renamed_fields` | fields of views that are no longer, and what each is called now |
//! | `upgrade`, `merge` | copies brought up to what lies below them now |
//! | `start` | a firm's folder that builds at once |
//! | `texts` | the files that templates are made of, and what they mention |
//! | `page` | lines that fit a terminal |
//!
//! Between `packs` and `pipeline`: imports `packs`, `output`, `settings`, `templates`, `view`, `audience`, `case`,
//! `reading`, `language`, `assets`, `schema` and `diagnostics`.

mod accepted;
mod ask;
mod calls;
mod copies;
mod describe;
mod diff;
mod fields;
mod helpers;
mod layers;
mod list;
mod meaning;
mod merge;
mod one_phrase;
mod page;
mod partials;
mod parts;
mod phrases;
mod rename;
mod renamed_fields;
mod samples;
pub(crate) mod sentences;
mod start;
mod texts;
mod unanswered;
mod upgrade;
mod values;
mod way;
mod which;
mod wording;

#[cfg(test)]
mod tests;

pub use accepted::{Sample, Tested};
pub use ask::Handbook;
pub use copies::Copied;
pub use describe::Described;
pub use diff::Diff;
pub use fields::Fields;
pub use list::List;
pub use parts::Parts;
pub(crate) use samples::sample_views;
pub use sentences::{Moved, Shown};
pub use start::{Made, begin};
pub use unanswered::Unanswered;
pub use upgrade::Upgraded;
pub use which::Which;
