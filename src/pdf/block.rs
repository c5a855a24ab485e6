//! The blocks of a file that may be damaged.

use hayro_interpret::hayro_syntax::object::{Dict, MaybeRef, Object};

/// The values of a block, in the order of their names. One that cannot be read is passed over,
/// where the reader's own list of them would end the program (found by fuzzing).
pub(super) fn values<'a>(block: &Dict<'a>) -> Vec<MaybeRef<Object<'a>>> {
    let mut names: Vec<_> = block.keys().collect();
    names.sort_by(|one, other| one.as_ref().cmp(other.as_ref()));
    let values = names.iter().filter_map(|name| block.get_raw(&**name));
    values.collect()
}
