//! Is the finished document fit to file?
//!
//! What Typst laid out is read again as a reader meets it: is everything on the pages that
//! must be, in an order that can be followed, in type that can be read, and nothing over
//! the edge? Layout is not hoped for; a firm's theme or an extreme case must not surprise
//! a court. One concern, one file, one function, one code of the family `D`; `form` alone has
//! several, of the finished file itself. What rules of court ask is `templates/profiles/`.
//!
//! A message names the document, the page and how far down it is; never a value of the
//! case, which may be in a heading just as well as in a paragraph. Last it is searched for
//! what its reader may not see (`leak`), as are the finished PDF, read back, and every file that
//! has no pages.
//!
//! Floor 5: imports `rules`, `view`, `audience`, `case`, `language`, `reading`, `pages`, `pdf` and
//! `diagnostics`.

mod content;
mod edges;
mod form;
mod headings;
mod leak;
mod length;
mod limits;
mod overlap;
mod parity;
mod proof;
mod sequence;
mod signatures;
mod size;
mod spacing;
mod tables;
mod words;

use crate::diagnostics::Unplaced;
use proof::Proof;

pub use leak::{Search, Sought, parts_of, parts_of_file};
pub use proof::Finished;

/// One check.
type Check = fn(&Proof<'_>, &mut Vec<Unplaced>);

/// The checks, in the order of their codes.
const CHECKS: &[Check] = &[
    headings::a_heading_stands_with_what_it_heads,
    signatures::no_signature_stands_alone,
    edges::nothing_stands_beyond_the_margins,
    overlap::no_words_stand_on_others,
    size::nothing_is_too_small_to_read,
    sequence::pages_are_read_from_above_to_below,
    tables::a_table_names_its_columns_on_every_page,
    length::no_document_is_longer_than_the_rules_allow,
    content::nothing_agreed_goes_unprinted,
    words::no_page_holds_a_placeholder,
    parity::both_languages_state_the_same,
    spacing::no_lines_are_too_close,
    form::the_file_is_as_a_court_takes_it,
];

/// Everything that keeps a document from being filed, in the order of the checks.
pub fn check(finished: Finished<'_>) -> Vec<Unplaced> {
    let proof = Proof::of(finished);
    let mut found = Vec::new();
    for check in CHECKS {
        check(&proof, &mut found);
    }
    found
}
