//! The structure that a screen reader is given: what is read after what, and as what.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, String as Text};

use super::drawn::Drawn;
use super::facts;
use super::printed::{Piece, PieceKind};
use super::signs::{self, Sign};

/// Parts that stand inside a line of text and begin no piece of their own.
const WITHIN_A_LINE: &[&str] = &[
    "Span",
    "Strong",
    "Em",
    "Link",
    "Quote",
    "Reference",
    "Code",
    "Sub",
];

/// The parts of a structure are no deeper than this.
const DEEPEST: usize = 200;

/// The pieces of a file in the order in which they are read, and its structure line by line.
pub(super) fn read(pdf: &Pdf, drawn: &[Drawn]) -> (Vec<Piece>, Vec<String>) {
    let mut reader = Reader {
        pdf,
        drawn,
        pieces: Vec::new(),
        tags: Vec::new(),
        open: Vec::new(),
    };
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let tree = root.and_then(|root| root.get::<Dict<'_>>("StructTreeRoot"));
    if let Some(kids) = tree.and_then(|tree| tree.get::<Object<'_>>("K")) {
        reader.kids(&kids, None, 0);
    }
    reader.close(PieceKind::Words);
    (reader.pieces, reader.tags)
}

struct Reader<'a> {
    pdf: &'a Pdf,
    drawn: &'a [Drawn],
    pieces: Vec<Piece>,
    tags: Vec<String>,
    /// The signs of the piece that is being read, each with its page from 1.
    open: Vec<(usize, &'a Sign)>,
}

impl Reader<'_> {
    /// What an element consists of: parts of a page, by number, and further elements.
    fn kids(&mut self, kids: &Object<'_>, page: Option<usize>, depth: usize) {
        match kids {
            Object::Array(list) => {
                let list: &Array<'_> = list;
                for kid in list.iter::<Object<'_>>() {
                    self.kids(&kid, page, depth);
                }
            }
            Object::Number(number) => self.part(page, number.as_i64()),
            Object::Dict(dict) => self.element(dict, page, depth),
            _ => {}
        }
    }

    fn element(&mut self, dict: &Dict<'_>, page: Option<usize>, depth: usize) {
        let page = self.page(dict).or(page);
        let Some(role) = dict.get::<Name<'_>>("S") else {
            // A part of another page, or of an annotation, which has none.
            if let Some(number) = dict.get::<i32>("MCID") {
                self.part(page, number.into());
            }
            return;
        };
        if depth > DEEPEST {
            return;
        }
        let role = role.as_str().to_owned();
        let mut line = format!("{}{role}", "  ".repeat(depth));
        if let Some(alt) = dict.get::<Text<'_>>("Alt") {
            line += &format!(", in words “{}”", facts::text(alt.as_bytes()));
        }
        self.tags.push(line);
        let is_within = WITHIN_A_LINE.contains(&role.as_str());
        if !is_within {
            self.close(PieceKind::Words);
        }
        if let Some(kids) = dict.get::<Object<'_>>("K") {
            self.kids(&kids, page, depth + 1);
        }
        match role.as_str() {
            "Lbl" => self.close(PieceKind::Label),
            _ if !is_within => self.close(PieceKind::Words),
            _ => {}
        }
    }

    /// The page that an element stands on, where it says so.
    fn page(&self, dict: &Dict<'_>) -> Option<usize> {
        let page = dict.get_ref("Pg")?.into();
        let mut pages = self.pdf.pages().iter();
        pages.position(|one| one.raw().obj_id() == Some(page))
    }

    fn part(&mut self, page: Option<usize>, number: i64) {
        let Some(page) = page else { return };
        let Ok(number) = i32::try_from(number) else {
            return;
        };
        let drawn: Option<&[Sign]> = match self.drawn.get(page) {
            Some(drawn) => drawn.parts.get(&number).map(Vec::as_slice),
            None => None,
        };
        let signs = drawn.unwrap_or_default().iter();
        self.open.extend(signs.map(|sign| (page + 1, sign)));
    }

    /// Ends the piece that is being read.
    fn close(&mut self, kind: PieceKind) {
        let open = std::mem::take(&mut self.open);
        let mut piece = Piece {
            kind,
            ..Piece::default()
        };
        for of_page in open.chunk_by(|(one, _), (other, _)| one == other) {
            let text = signs::text(of_page.iter().map(|(_, sign)| *sign));
            if !piece.text.is_empty() && !piece.text.ends_with(' ') {
                piece.text.push(' ');
            }
            piece.pages.push((piece.text.len(), of_page[0].0));
            piece.text.push_str(text.trim());
        }
        if !piece.text.is_empty() {
            self.pieces.push(piece);
        }
    }
}
