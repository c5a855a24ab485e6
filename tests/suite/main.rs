//! The one integration binary: each would link all of Typst.

mod architecture;
mod diagnostics;
mod language;
