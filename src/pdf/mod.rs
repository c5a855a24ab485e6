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
//! | `block` | the values of a block that can be read |
//! | `held` | every word in the file, shown or not |
//! | `picture` | what a page looks like, and two pages as one |
//! | `form` | sheets, labels, fonts, and what is there beside pages |
//!
//! Floor 0, the only room that knows `hayro`: imports nothing of ours.

mod block;
mod drawn;
mod facts;
mod form;
mod held;
mod picture;
mod printed;
mod signs;
mod tags;

use std::sync::Arc;

use hayro_interpret::hayro_syntax::Pdf;

pub use form::{Form, Paper};
pub use held::Held;
pub use picture::Picture;
pub use printed::{Piece, PieceKind, Printed};

/// A file that is open, to be asked for whatever it holds.
pub struct Opened(Pdf);

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let pages = self.0.pages().len();
        f.debug_struct("Opened").field("pages", &pages).finish()
    }
}

impl Opened {
    /// Opens a file. Nothing where the bytes are no PDF.
    pub fn open(bytes: &[u8]) -> Option<Self> {
        Pdf::new(Arc::new(bytes.to_vec())).ok().map(Opened)
    }

    /// The form of it.
    pub fn form(&self) -> Form {
        form::read(&self.0)
    }

    /// All its words, part by part.
    pub fn words(&self) -> Vec<(Held, String)> {
        held::words(&self.0)
    }

    /// Reads it. What stands in `mark` is passed over wherever it heads or foots a page, and
    /// takes no part in the looks of it.
    pub fn read(&self, mark: &str) -> Printed {
        let Opened(pdf) = self;
        let drawn = drawn::pages(pdf);
        let (mut pieces, tags) = tags::read(pdf, &drawn);
        let mut looks = Vec::new();
        for (page, drawn) in (1..).zip(&drawn) {
            let (furniture, look) = drawn.furniture(page, mark);
            pieces.extend(furniture);
            looks.push(look);
        }
        Printed {
            pieces,
            tags,
            facts: facts::read(pdf),
            looks,
        }
    }
}
