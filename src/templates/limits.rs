//! How much a template may ask for. Handlebars itself has no limits: reading is
//! quadratic in the size of a file, nesting ends in a stack overflow that no caller
//! can catch, and three loops in each other fill any memory.

/// Bytes of one template file. Reading 64 KiB takes about a second; 400 KB, a minute.
pub(crate) const FILE_BYTES: usize = 64 * 1024;

/// Tags (`{{…}}`) in one template file.
pub(crate) const TAGS: usize = 2_000;

/// Blocks inside blocks in one template file.
pub(crate) const BLOCK_NESTING: usize = 32;

/// Brackets inside brackets in one tag: subexpressions, lists, dictionaries.
pub(crate) const BRACKET_NESTING: usize = 8;

/// Blocks and partials that stand open at once while a document is rendered.
pub(crate) const RENDER_NESTING: usize = 64;

/// Bytes of the Typst source of one document.
pub(crate) const OUTPUT_BYTES: usize = 8 * 1024 * 1024;

/// Bytes that a turn of a loop counts for, so that loops that print nothing end too.
pub(crate) const LOOP_TURN_BYTES: usize = 256;

/// Findings of one render; a fault inside a loop is not told a thousand times.
pub(crate) const FINDINGS: usize = 100;
