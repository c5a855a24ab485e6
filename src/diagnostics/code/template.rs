//! Templates: what a pack may not say, and where a value may not stand.

super::codes! {}
