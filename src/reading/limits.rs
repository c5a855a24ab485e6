//! How much of a file is read: far above any honest one, far below what a machine minds.

/// The largest file that is read, in bytes. A long case takes 20 KB, a locale 40 KB.
pub const LARGEST_FILE: usize = 1 << 20;
/// The longest single value, in bytes.
pub const LONGEST_VALUE: usize = 32 << 10;
/// The longest key, in bytes: a field's name or an id.
pub const LONGEST_KEY: usize = 64;
/// How deeply lists and blocks may be nested.
pub const DEEPEST: usize = 32;
/// How many keys, values, lists and blocks a file may hold together.
pub const MOST_NODES: usize = 50_000;
/// After so many findings the rest of the file is not read for more.
pub(super) const ENOUGH_FINDINGS: usize = 50;
