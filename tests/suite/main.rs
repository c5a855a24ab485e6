//! The one integration binary: each would link all of Typst.

mod architecture;
mod cases;
mod checks;
mod cli;
mod diagnostics;
mod documents;
mod escape;
mod fonts;
mod golden;
mod hostile;
mod language;
mod output;
mod random_cases;
mod reading;
mod registry;
mod restrictions;
mod schedule;
mod shape;
mod spelling;
mod support;
mod template_check;
mod templates;
mod typesetting;
mod wales;
mod witness;
mod workers;
