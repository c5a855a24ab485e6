//! The one integration binary: each would link all of Typst.

mod architecture;
mod cli;
mod diagnostics;
mod language;
mod support;
