//! The line that says what every PDF of a run has passed.

use std::collections::BTreeSet;
use std::fmt;

use crate::cli::Terminal;
use crate::cli::tally::count;
use crate::output::manifest::InputKind;
use crate::pipeline::Built;

/// The documents that were judged, and by which rules of court.
#[derive(Debug, Default)]
pub(super) struct Fit {
    documents: usize,
    profiles: BTreeSet<String>,
}

impl Fit {
    /// What was written of a case or stands there already: both have passed.
    pub(super) fn add(&mut self, built: &Built) {
        let artefacts = built.written.iter().chain(&built.kept);
        for artefact in artefacts.filter(|artefact| artefact.entry.pages.is_some()) {
            self.documents += 1;
            let kind = format!("{} ", InputKind::Profile.word());
            let uses = artefact.entry.uses.iter();
            let profiles = uses.filter_map(|key| key.strip_prefix(&kind)?.split('@').next());
            self.profiles.extend(profiles.map(str::to_owned));
        }
    }

    /// Says so, where there is a document.
    pub(super) fn tell(&self, terminal: &mut Terminal<'_>) {
        if self.documents > 0 {
            terminal.notice(self);
        }
    }
}

/// `fit to file: 6 documents are PDF/A-2a and PDF/UA-1, profile fpr-2026-03`.
impl fmt::Display for Fit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (are, profile) = match (self.documents, self.profiles.len()) {
            (1, _) => ("is", "profile"),
            (_, 1) => ("are", "profile"),
            _ => ("are", "profiles"),
        };
        let documents = count(self.documents, "document");
        let profiles = Vec::from_iter(self.profiles.iter().map(String::as_str)).join(", ");
        write!(
            f,
            "fit to file: {documents} {are} PDF/A-2a and PDF/UA-1, {profile} {profiles}"
        )
    }
}
