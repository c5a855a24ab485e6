//! How far a long run is and when it will end, for somebody who watches a terminal; a pipe
//! is told nothing of it.

use indicatif::{ProgressBar, ProgressStyle};

/// A line at the foot of a terminal, or nothing.
#[derive(Debug)]
pub(super) struct Progress(ProgressBar);

/// `12 of 1000 cases · 3.1/s · 5m left`.
const LINE: &str = "{pos} of {len} cases · {per_sec} · {eta} left";

impl Progress {
    /// A line on standard error that counts up to a number of cases.
    pub(super) fn shown(cases: usize) -> Self {
        let style = ProgressStyle::with_template(LINE);
        let bar = ProgressBar::new(cases as u64);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Progress(bar)
    }

    /// Nobody watches.
    pub(super) fn hidden() -> Self {
        Progress(ProgressBar::hidden())
    }

    /// Counts one more case.
    pub(super) fn advance(&self) {
        self.0.inc(1);
    }

    /// Takes the line away while something is told, so that neither is cut in two.
    pub(super) fn beside<T>(&self, tell: impl FnOnce() -> T) -> T {
        self.0.suspend(tell)
    }

    /// Takes the line away.
    pub(super) fn end(self) {
        self.0.finish_and_clear();
    }
}
