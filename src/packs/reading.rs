//! The templates of a document as they were read, and what the checker says of them.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::blame;
use super::renamed::Renamed;
use crate::assets::Layered;
use crate::templates::{Checked, Pack};
use crate::view::Document;

/// The templates of a document, and what is to be said of them alone.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) pack: Pack,
    document: Document,
    checked: OnceLock<Checked>,
}

impl Reading {
    /// The templates of a document.
    pub(super) fn of(document: &Document, pack: Pack) -> Self {
        Reading {
            pack,
            document: document.clone(),
            checked: OnceLock::new(),
        }
    }

    /// Every path of them followed through the schema of the view, once and for whoever asks.
    pub(super) fn checked(&self, assets: &Layered) -> &Checked {
        self.checked.get_or_init(|| {
            let mut checked = self.pack.check(&self.document.schema(), &BTreeSet::new());
            let told = Renamed::builtin().told(checked.findings, &self.document);
            checked.findings = blame::at_the_callers(told, assets);
            checked
        })
    }
}
