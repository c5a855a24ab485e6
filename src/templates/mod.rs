//! View in, Typst source out: Handlebars chooses and fills, and no value can change
//! what a template says.
//!
//! | room | what it does |
//! |---|---|
//! | `sources` | the texts a document is rendered from |
//! | `check` | follows every path through the schema of the view, before any case is read |
//! | `load` | refuses what no template may say, and gives every tag its place |
//! | `library` | the partials of all documents, read once |
//! | `helpers` | what a template can call: `phrase`, `date`, `each`, partials |
//! | `recorder` | takes down what is rendered: text, and a token for each value |
//! | `escape` | writes the values by the syntax they stand in, and proves the result |
//! | `definitions` | what a module of a theme defines, and says of it |
//! | `rendered` | the source, and where each byte of it comes from |
//! | `theme_calls` | where the source calls the theme, and with what |
//!
//! Floor 4: the only room with `handlebars`, and with `typst-syntax` to read what it
//! wrote. It knows nothing of cases or typesetting: imports `language`, `schema`
//! and `diagnostics`.

mod check;
mod definitions;
mod escape;
mod helpers;
mod library;
mod limits;
mod load;
mod pack;
mod recorder;
mod rendered;
mod sources;
mod theme_calls;
mod used;

pub use check::{
    Checked, HELPERS, PartialCall, Signature, Tried, Variant, fields, try_variants, try_views,
    variants,
};
pub(crate) use check::{Groups, spelt};
pub(crate) use definitions::{Defined, Definition, Parameter, definitions, imports};
pub(crate) use library::Library;
pub use pack::{Pack, compile};
pub(crate) use rendered::{Called, Told};
pub use rendered::{Origin, Rendered, ViewPointer};
pub use sources::{Aliases, TemplateSources};
pub use theme_calls::ThemeCall;
pub use used::Used;
