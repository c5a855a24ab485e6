//! One line a finding, `file:line:column: code: message`: what editors follow and
//! `grep` finds.

use std::fmt;

use super::excerpt::visible;
use crate::diagnostics::Diagnostic;

pub(super) fn draw(finding: &Diagnostic, out: &mut dyn fmt::Write) -> fmt::Result {
    writeln!(out, "{}", visible(&finding.short()))
}
