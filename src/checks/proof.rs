//! A finished document as the checks take it in hand, and what they all ask of it.

use super::limits::Limits;
use crate::case::Case;
use crate::case::fields::{Field, Written, fields};
use crate::diagnostics::{Code, Pointer, Unplaced};
use crate::language::Locale;
use crate::pages::{Layout, ReadingOrder, Role, Run};
use crate::pdf::Opened;
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
    /// The finished file; none where there is no PDF.
    pub pdf: Option<&'a Opened>,
}

impl<'a> Finished<'a> {
    /// What was asked for; of two languages, the first.
    pub(super) fn request(&self) -> &'a Request {
        self.views[0].request()
    }
}

/// A document in the hands of the checks.
pub(super) struct Proof<'a> {
    pub(super) finished: Finished<'a>,
    pub(super) order: ReadingOrder<'a>,
    /// What the document says, run by run with its page from 0, without page furniture.
    pub(super) body: Vec<(&'a Run, usize)>,
}

impl<'a> Proof<'a> {
    /// Takes a document in hand.
    pub(super) fn of(finished: Finished<'a>) -> Self {
        let order = ReadingOrder::of(finished.layout);
        Proof {
            finished,
            body: order.runs(order.top()),
            order,
        }
    }

    /// What the rules of its case ask.
    pub(super) fn limits(&self) -> &'static Limits {
        Limits::of(self.finished.case.rules_profile)
    }

    pub(super) fn layout(&self) -> &'a Layout {
        self.finished.layout
    }

    /// Whether a run stands in an element of a kind.
    pub(super) fn is_within(&self, run: &Run, kind: impl Fn(&Role) -> bool) -> bool {
        let mut around = self.layout().around(run.element);
        around.any(|element| kind(self.order.role(element)))
    }

    /// A fault of the pages, which no value of the case is to blame for.
    pub(super) fn fault(
        &self,
        code: &'static Code,
        page: usize,
        run: &Run,
        what: &str,
    ) -> Unplaced {
        let (page, centimetres) = (page + 1, run.y / POINTS_IN_A_CENTIMETRE);
        self.unfit(
            code,
            Pointer::root().key("document"),
            format!("page {page}, {centimetres:.1} cm from the top: {what}"),
        )
    }

    /// Where the case has a word, if it has it in one place or another.
    pub(super) fn written(&self, word: &str) -> Option<Pointer> {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let fields = fields(self.finished.case, |_| true).into_iter();
        let holding = |field: &Field| match &field.written {
            Written::Plain(text) => text.contains(word),
            Written::Narrative(text) => text.texts().any(|text| text.contains(word)),
        };
        let mut holding = fields.filter(holding);
        holding
            .next()
            .filter(|_| !word.is_empty())
            .map(|field| field.at)
    }

    pub(super) fn unfit(&self, code: &'static Code, at: Pointer, what: String) -> Unplaced {
        let document = self.finished.request().document.id();
        Unplaced::new(code, at, format!("`{document}`, {what}"))
    }
}

const POINTS_IN_A_CENTIMETRE: f64 = 28.346_456_7;

/// How far a run reaches, without the space it may end in: that is no ink, and hangs over
/// the edge of a full line.
pub(super) fn reach(run: &Run) -> f64 {
    let spaces = run.text.chars().rev().take_while(|c| c.is_whitespace());
    let space = u16::try_from(spaces.count()).map_or(0.0, f64::from) * run.size / 4.0;
    (run.width - space).max(0.0)
}

/// Whether there is anything to see.
pub(super) fn has_ink(run: &Run) -> bool {
    run.width > 1.0 && !run.text.trim().is_empty()
}
