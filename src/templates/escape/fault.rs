//! Why a value may not stand where a template puts it.

use crate::diagnostics::{Code, Diagnostic};
use crate::templates::load::Sites;
use crate::templates::recorder::{Refusal, Segment, Writer};

/// What most often is the matter with text that is not Typst.
pub(super) const OPEN: &str = "close the bracket, quotation mark, `*` or `_` that is opened, and \
     inside the same `{{#if}}`; one that is to be printed has a `\\` before it";

/// Why a value cannot be written, in the words of a finding.
pub(super) struct Fault {
    pub(super) code: &'static Code,
    message: String,
    help: String,
}

impl Fault {
    pub(super) fn new(
        code: &'static Code,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Fault {
            code,
            message: message.into(),
            help: help.into(),
        }
    }

    /// The fault as a finding about the segment that brought it about.
    pub(super) fn about(self, segment: &Segment, sites: &Sites) -> Refusal {
        let finding = Diagnostic::new(self.code, self.message)
            .at(sites.place(segment.site).clone())
            .help(self.help);
        let value = match &segment.writer {
            Writer::Value(_, pointer) => pointer.clone(),
            Writer::Template | Writer::Helper => None,
        };
        Refusal { finding, value }
    }
}
