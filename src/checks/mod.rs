//! Is the finished document fit to file?
//!
//! What Typst laid out is read again as a reader meets it: is everything on the pages that
//! must be, in an order that can be followed, in type that can be read, and nothing over
//! the edge? Layout is not hoped for; a firm's theme or an extreme case must not surprise
//! a court. One concern, one file, one function, one code of the family `D`.
//!
//! A message names the document, the page and how far down it is; never a value of the
//! case, which may be in a heading just as well as in a paragraph.
//!
//! Floor 5: imports `case`, `language`, `view`, `typesetting` and `diagnostics`.

mod content;
mod edges;
mod headings;
mod length;
mod limits;
mod overlap;
mod parity;
mod sequence;
mod signatures;
mod size;
mod tables;
mod words;

use crate::case::Case;
use crate::diagnostics::Pointer;
use crate::diagnostics::{Code, Unplaced};
use crate::language::Locale;
use crate::pages::{Layout, ReadingOrder, Role, Run};
use crate::view::{Request, View};

/// A document whose pages are laid out, and what it was made from.
#[derive(Clone, Copy, Debug)]
pub struct Finished<'a> {
    /// The case.
    pub case: &'a Case,
    /// What its templates could see, for whom and in which language: a view for each
    /// language, at least one.
    pub views: &'a [&'a View],
    /// The words of each of these languages.
    pub locales: &'a [&'a Locale],
    /// What stands on its pages.
    pub layout: &'a Layout,
}

impl<'a> Finished<'a> {
    /// What was asked for; of two languages, the first.
    fn request(&self) -> &'a Request {
        self.views[0].request()
    }
}

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
];

/// Everything that keeps a document from being filed, in the order of the checks.
pub fn check(finished: Finished<'_>) -> Vec<Unplaced> {
    let order = ReadingOrder::of(finished.layout);
    let proof = Proof {
        finished,
        body: order.runs(order.top()),
        order,
    };
    let mut found = Vec::new();
    for check in CHECKS {
        check(&proof, &mut found);
    }
    found
}

/// A document in the hands of the checks.
struct Proof<'a> {
    finished: Finished<'a>,
    order: ReadingOrder<'a>,
    /// What the document says, run by run with its page from 0, without page furniture.
    body: Vec<(&'a Run, usize)>,
}

impl<'a> Proof<'a> {
    fn layout(&self) -> &'a Layout {
        self.finished.layout
    }

    /// Whether a run stands in an element of a kind.
    fn is_within(&self, run: &Run, kind: impl Fn(&Role) -> bool) -> bool {
        let mut around = self.layout().around(run.element);
        around.any(|element| kind(self.order.role(element)))
    }

    /// A fault of the pages, which no value of the case is to blame for.
    fn fault(&self, code: &'static Code, page: usize, run: &Run, what: &str) -> Unplaced {
        let (page, centimetres) = (page + 1, run.y / POINTS_IN_A_CENTIMETRE);
        self.unfit(
            code,
            Pointer::root().key("document"),
            format!("page {page}, {centimetres:.1} cm from the top: {what}"),
        )
    }

    fn unfit(&self, code: &'static Code, at: Pointer, what: String) -> Unplaced {
        let document = self.finished.request().document.id();
        Unplaced::new(code, at, format!("`{document}`, {what}"))
    }
}

const POINTS_IN_A_CENTIMETRE: f64 = 28.346_456_7;

/// How far a run reaches, without the space it may end in: that is no ink, and hangs over
/// the edge of a full line.
fn reach(run: &Run) -> f64 {
    let spaces = run.text.chars().rev().take_while(|c| c.is_whitespace());
    let space = u16::try_from(spaces.count()).map_or(0.0, f64::from) * run.size / 4.0;
    (run.width - space).max(0.0)
}

/// Whether there is anything to see.
fn has_ink(run: &Run) -> bool {
    run.width > 1.0 && !run.text.trim().is_empty()
}
