//! `list --parts DOCUMENT`: what a document is made of, part by part.

use std::fmt;

use super::page::Page;
use super::partials::note;
use super::unanswered::Unanswered;
use crate::assets::Layered;
use crate::packs;
use crate::packs::shelf::Packs;
use crate::view::Document;

/// The parts of a document, in its order.
#[derive(Debug)]
pub struct Parts {
    document: String,
    parts: Vec<Part>,
    /// Whether they stand as a firm has them; else as in the outline.
    is_arranged: bool,
}

/// A part: a partial that the outline calls.
#[derive(Debug)]
struct Part {
    name: String,
    file: String,
    note: String,
}

pub(super) fn parts(
    assets: &Layered,
    packs: &Packs,
    document: &Document,
) -> Result<Parts, Unanswered> {
    let (sources, is_arranged) = packs.sources_to_ask(assets, document)?;
    let mut parts = Vec::new();
    if is_arranged {
        packs.followed(assets, document)?;
    }
    for part in packs::parts::parts(sources.document.text()) {
        if let Some(file) = sources.partials.get(part.name) {
            parts.push(Part {
                name: part.name.to_owned(),
                file: file.name().to_owned(),
                note: note(file.text()).to_owned(),
            });
        }
    }
    Ok(Parts {
        document: document.id().to_owned(),
        parts,
        is_arranged,
    })
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        page.line(0, &format!("{}: its parts, in their order", self.document));
        for part in &self.parts {
            page.line(2, &format!("{}    {}", part.name, part.file));
            page.words(6, &part.note);
        }
        if !self.is_arranged {
            page.words(
                0,
                "so they stand in the outline: what a `concord.yaml` does with them cannot be \
                 done, and `concord templates check` says why",
            );
        }
        write!(f, "{page}")
    }
}
