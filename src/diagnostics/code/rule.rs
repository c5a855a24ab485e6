//! The rules about a case, numbered as in the catalogue: what is logically impossible is an error, what is unusual a warning.

super::codes! {}
