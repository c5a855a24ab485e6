//! What a firm does with documents: which parts it leaves out, which it has in another place,
//! and how long it lets them be.

use super::layers::Layer;
use crate::case::form::Line;
use crate::diagnostics::{Place, Pointer};

/// What one layer does with a document.
#[derive(Clone, Debug)]
pub struct Arranged {
    /// The layer that does it.
    pub layer: String,
    /// The document, by its id, and where it is named.
    pub document: Named,
    /// The parts that are left out.
    pub dropped: Vec<Named>,
    /// The parts that stand elsewhere, in the order in which they are moved.
    pub moved: Vec<Moved>,
    /// The most pages that it may have in ordinary print, and where that is written.
    pub most_pages: Option<(usize, Place)>,
}

/// A part that stands elsewhere.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The part.
    pub part: Named,
    /// The part that it stands before.
    pub before: Option<Named>,
    /// The part that it stands behind.
    pub after: Option<Named>,
}

/// A name, and where it is written.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Its place in a `concord.yaml`.
    pub place: Place,
}

/// What layers do with documents, the lowest first.
pub(super) fn arranged(layers: &[Layer]) -> Vec<Arranged> {
    let settings = layers.iter().filter_map(|layer| {
        let read = layer.settings.as_ref()?;
        Some((&layer.folder.name, read))
    });
    let all = settings.flat_map(|(layer, read)| {
        let places = read.places();
        let documents = read.firm.documents.iter();
        documents.map(|(document, of)| {
            let key = |name: &Line, at: &Pointer| Named {
                name: name.to_string(),
                place: places.key(at),
            };
            let value = |name: &Line, at: &Pointer| Named {
                name: name.to_string(),
                place: places.nearest(at),
            };
            let at = Pointer::root().key("documents").key(document.to_string());
            let parts = at.key("parts");
            let dropped = of.parts.drop.iter().enumerate();
            let dropped = dropped.map(|(index, part)| value(part, &parts.key("drop").item(index)));
            let moved = of.parts.moved.iter().map(|(part, to)| {
                let at = parts.key("move").key(part.to_string());
                Moved {
                    part: key(part, &at),
                    before: to.before.as_ref().map(|it| value(it, &at.key("before"))),
                    after: to.after.as_ref().map(|it| value(it, &at.key("after"))),
                }
            });
            let mut moved: Vec<_> = moved.collect();
            moved.sort_by_key(|moved| moved.part.place.range.start);
            Arranged {
                layer: layer.clone(),
                document: key(document, &at),
                dropped: dropped.collect(),
                moved,
                most_pages: of.pages.as_ref().map(|pages| {
                    let at = at.key("pages").key("most");
                    (pages.most as usize, places.nearest(&at))
                }),
            }
        })
    });
    all.collect()
}
