//! The one integration binary: each would link all of Typst.

mod architecture;
mod cli;
mod diagnostics;
mod fonts;
mod language;
mod output;
mod schedule;
mod support;
mod typesetting;
mod witness;
