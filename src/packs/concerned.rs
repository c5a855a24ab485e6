//! Which fields of a view concern what a firm's files print.
//!
//! A view that differs from another in a field which none of them names, nor any file that they
//! call or that calls them, has them print the same. What the program's own files make of it
//! was tried when the program was.

use std::collections::BTreeSet;

use crate::assets::Layered;
use crate::templates::{Checked, Pack};

/// Every word of these files, the names of fields among them; none where the outline itself is
/// a firm's, which takes the whole document.
pub(super) fn names(assets: &Layered, pack: &Pack, checked: &Checked) -> Option<BTreeSet<String>> {
    let is_firms = |name: &str| {
        let file = pack.file(name);
        file.is_some_and(|file| assets.is_of_a_folder(file.name()))
    };
    if assets.is_of_a_folder(pack.outline().name()) {
        return None;
    }
    let own = checked.called.iter().map(String::as_str);
    let own: BTreeSet<&str> = own.filter(|name| is_firms(name)).collect();
    let callees = reached(own.clone(), checked, false);
    let callers = reached(own.clone(), checked, true);
    let is_hidden = |name: &&str| {
        let covered = name.rsplit_once('/').map(|(_, covered)| covered);
        covered.is_some_and(|covered| own.contains(covered))
    };
    let files = callees.into_iter().chain(callers);
    let files = files.chain(pack.partials().filter(is_hidden));
    let files = files.filter_map(|name| pack.file(name));
    let mut names = BTreeSet::new();
    for file in files.chain([pack.outline()]) {
        let is_of_a_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
        let words = file.text().split(|sign| !is_of_a_name(sign));
        names.extend(words.map(str::to_owned));
    }
    Some(names)
}

/// These partials and all that they call, or that call them, by way of others or not.
fn reached<'c>(
    mut reached: BTreeSet<&'c str>,
    checked: &'c Checked,
    upwards: bool,
) -> BTreeSet<&'c str> {
    loop {
        let known = reached.len();
        for call in &checked.calls {
            let Some(caller) = call.caller.as_deref() else {
                continue;
            };
            let (from, to) = match upwards {
                true => (call.partial.as_str(), caller),
                false => (caller, call.partial.as_str()),
            };
            if reached.contains(from) {
                reached.insert(to);
            }
        }
        if reached.len() == known {
            return reached;
        }
    }
}
