//! Typesetting: what Typst refused or warned of.

super::codes! {}
