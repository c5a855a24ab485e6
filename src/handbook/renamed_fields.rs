//! Fields of views that are no longer, in the templates of a firm: where each is named, and what
//! every document that uses the template calls it now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::assets::Layered;
use crate::diagnostics::{Place, SourceFile};
use crate::packs::renamed::Renamed;
use crate::packs::shelf::Packs;
use crate::view::Document;

/// The names of fields that are no longer, by where they stand, with what each is called now;
/// nothing where documents differ in it, or one has it in another way.
pub(super) type Fields = BTreeMap<(String, usize), (Place, Option<String>)>;

/// What every document says of the fields that its templates name and its view has not.
pub(super) fn renamed_fields(assets: &Layered, packs: &Packs, renamed: &Renamed) -> Fields {
    let mut fields = Fields::new();
    for document in packs.documents() {
        let Ok(checked) = packs.followed(assets, document) else {
            continue;
        };
        // A firm's own names the fields of one of ours.
        let ours = Document::builtin(document.view());
        for (place, path) in &checked.unknown {
            let now = renamed.field(ours.id(), path).map(str::to_owned);
            let at = (place.file.name().to_owned(), place.range.start);
            let known = fields
                .entry(at)
                .or_insert_with(|| (place.clone(), now.clone()));
            if known.1 != now {
                known.1 = None;
            }
        }
    }
    fields
}

/// A template with the fields under the names of today.
pub(super) fn with_fields(file: Arc<SourceFile>, fields: &Fields) -> (String, Vec<String>) {
    let mut text = file.text().to_owned();
    let mut told = BTreeSet::new();
    let of_file = fields
        .values()
        .rev()
        .filter(|(place, _)| place.file == file);
    for (place, new) in of_file {
        if let Some(new) = new {
            told.insert(format!("names `{new}`, which was `{}`", place.text()));
            text.replace_range(place.range.clone(), new);
        }
    }
    (text, told.into_iter().collect())
}
