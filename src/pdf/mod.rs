//! A finished PDF, read back as whoever opens it would: what stands on its pages, in which
//! order it is read aloud, and what the file says of itself.
//!
//! It knows nothing of how a document is made, so that what is compared are two files and
//! not two opinions of one program.
//!
//! | file | what it knows |
//! |---|---|
//! | `printed` | a file as it is read |
//! | `drawn` | what is drawn on a page, sign by sign |
//! | `signs` | signs become words again |
//! | `tags` | the structure that a screen reader is given |
//! | `facts` | what a viewer shows of the file |
//! | `form` | sheets, labels, fonts, and what is there beside pages |
//!
//! Floor 0, the only room that knows `hayro`: imports nothing of ours.

mod drawn;
mod facts;
mod form;
mod printed;
mod signs;
mod tags;

use std::sync::Arc;

use hayro_interpret::hayro_syntax::Pdf;

pub use form::{Form, Paper};
pub use printed::{Piece, PieceKind, Printed};

/// The form of a file; nothing where the bytes are no PDF.
pub fn form(bytes: &[u8]) -> Option<Form> {
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).ok()?;
    Some(form::read(&pdf))
}

/// Reads a file. What stands in `mark` is passed over wherever it heads or foots a page, and
/// takes no part in the looks of it.
///
/// Nothing where the bytes are no PDF.
pub fn read(bytes: &[u8], mark: &str) -> Option<Printed> {
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).ok()?;
    let drawn = drawn::pages(&pdf);
    let (mut pieces, tags) = tags::read(&pdf, &drawn);
    let mut looks = Vec::new();
    for (page, drawn) in (1..).zip(&drawn) {
        let (furniture, look) = drawn.furniture(page, mark);
        pieces.extend(furniture);
        looks.push(look);
    }
    Some(Printed {
        pieces,
        tags,
        facts: facts::read(&pdf),
        looks,
    })
}
