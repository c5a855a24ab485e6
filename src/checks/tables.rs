//! Columns without names are a riddle on the second page of a table.

use std::collections::BTreeMap;

use super::proof::Proof;
use crate::diagnostics::Unplaced;
use crate::diagnostics::code::document;
use crate::pages::{Role, Run};

/// What stands on each page of a table.
#[derive(Default)]
struct Pages<'a> {
    /// The first words of its cells.
    cells: BTreeMap<usize, &'a Run>,
    /// The first words of its header.
    headers: BTreeMap<usize, &'a Run>,
}

/// A table that goes on overleaf has its header there again.
pub(super) fn a_table_names_its_columns_on_every_page(
    proof: &Proof<'_>,
    found: &mut Vec<Unplaced>,
) {
    let mut tables: BTreeMap<usize, Pages<'_>> = BTreeMap::new();
    for (page, run) in proof.layout().runs() {
        for element in proof.layout().around(run.element) {
            let parent = proof.layout().elements[element].parent;
            if let (Role::Cell { header, .. }, Some(table)) = (proof.order.role(element), parent) {
                let pages = tables.entry(table).or_default();
                let kind = if *header {
                    &mut pages.headers
                } else {
                    &mut pages.cells
                };
                kind.entry(page).or_insert(run);
            }
        }
    }
    for Pages { cells, headers } in tables.into_values().filter(|table| table.cells.len() > 1) {
        let mut bare = cells
            .iter()
            .skip(1)
            .filter(|(page, _)| !headers.contains_key(page));
        if let Some((page, run)) = bare.next() {
            let what = "a table goes on without the names of its columns";
            let mut unfit = proof.fault(&document::TABLE_HEADER, *page, run, what);
            unfit.help("give the table a `table.header`, which Typst repeats");
            found.push(unfit);
        }
    }
}
