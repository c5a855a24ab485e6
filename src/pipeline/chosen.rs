//! Which copies an order asks for.

use super::Order;
use crate::audience::{Audience, DocumentCopy};
use crate::case::Case;
use crate::view::{Document, Documents, Inapplicable};

/// A copy to be made.
pub(super) type Wanted = (Document, DocumentCopy);

/// A document of which none is made, and why.
pub(super) type LeftOut = (Document, Inapplicable);

/// The copies an order asks for, and why other documents have none. A document that is
/// asked for by name stays in the list, to be refused with its reason.
pub(super) fn chosen(
    case: &Case,
    order: &Order,
    documents: &Documents,
) -> (Vec<Wanted>, Vec<LeftOut>) {
    let named = !order.documents.is_empty();
    let asked: Vec<&Document> = match named {
        true => order.documents.iter().collect(),
        false => documents.iter().collect(),
    };
    let mut wanted = Vec::new();
    let mut left_out = Vec::new();
    for document in asked {
        match document.copies(case) {
            Ok(copies) => wanted.extend(copies.into_iter().map(|copy| (document.clone(), copy))),
            Err(_) if named => wanted.push((document.clone(), DocumentCopy::of(Audience::Court))),
            Err(Inapplicable::OtherProgramme) => {}
            Err(why) => left_out.push((document.clone(), why)),
        }
    }
    (wanted, left_out)
}
