//! View in, Typst source out: Handlebars chooses and fills, and no value can change
//! what the template says.

mod sources;

pub use sources::TemplateSources;
