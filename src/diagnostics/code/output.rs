//! Writing files.

super::codes! {}
