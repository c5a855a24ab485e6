//! A kind of finding, and how a family of them is declared.

use crate::diagnostics::Severity;

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The stable name, for example `R19`.
    pub id: &'static str,
    /// How much it weighs when nothing else is said.
    pub severity: Severity,
    /// What it is about, in one line.
    pub title: &'static str,
}

/// Declares a family: its constants, and `ALL` in the order written.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal $severity:ident $title:literal;)*) => {
        $(
            #[doc = $title]
            $(#[$doc])*
            pub static $name: crate::diagnostics::Code = crate::diagnostics::Code {
                id: $id,
                severity: crate::diagnostics::Severity::$severity,
                title: $title,
            };
        )*
        /// The family, in order.
        pub static ALL: &[&crate::diagnostics::Code] = &[$(&$name),*];
    };
}
pub(crate) use codes;
