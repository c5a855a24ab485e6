<<<<<<< HEAD
//! The one integration binary: each would link all of Typst.

mod architecture;
mod diagnostics;
mod language;
=======
//! All integration tests: one binary, because each test binary links all of Typst.

mod fonts;
mod output;
mod support;
mod typesetting;
>>>>>>> 35d8319 (typesetting: run Typst closed, bounded in depth and the same every time)
