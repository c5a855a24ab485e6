//! What is drawn on a page, sign by sign, each with the part of the document it belongs to.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::rc::Rc;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

use super::printed::{Piece, PieceKind};
use super::signs::{self, Letters, Look, Sign};

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// The signs of each part that the structure names, by its number on the page.
    pub(super) parts: BTreeMap<i32, Vec<Sign>>,
    /// The signs of no part: what heads and foots the page.
    furniture: Vec<Sign>,
    /// All that is drawn and is no sign.
    shapes: String,
    /// Whether looks count for nothing: what is no sign, fonts and colours.
    is_of_signs: bool,
    /// The names of the fonts that were met; to ask a font for its name reads its tables.
    faces: BTreeMap<u128, Rc<str>>,
    /// The parts that are open, the innermost last.
    open: Vec<Option<i32>>,
    /// The signs since a part was opened or closed.
    latest: Vec<Sign>,
}

/// The pages of a file.
pub(super) fn pages(pdf: &Pdf) -> Vec<Drawn> {
    drawn(pdf, false)
}

/// The signs on the pages of a file, without their looks.
pub(super) fn signs(pdf: &Pdf) -> Vec<Drawn> {
    drawn(pdf, true)
}

fn drawn(pdf: &Pdf, is_of_signs: bool) -> Vec<Drawn> {
    let cache = InterpreterCache::new();
    let pages = pdf.pages().iter().map(|page| {
        let settings = InterpreterSettings::default();
        let (width, height) = page.render_dimensions();
        let paper = Rect::new(0.0, 0.0, width.into(), height.into());
        let upright = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(upright, paper, &cache, pdf.xref(), settings);
        let mut drawn = Drawn {
            is_of_signs,
            ..Drawn::default()
        };
        drawn.note(format_args!("paper {width} {height}"));
        interpret_page(page, &mut context, &mut drawn);
        drawn.lay_down();
        drawn
    });
    pages.collect()
}

impl Drawn {
    /// All that can be read on the page, in the order in which it was drawn, and last what
    /// heads and foots it.
    pub(super) fn words(&self) -> String {
        signs::text(self.parts.values().flatten().chain(&self.furniture))
    }

    /// What heads and foots the page, line by line, and what the page looks like. The mark
    /// counts for nothing in either.
    pub(super) fn furniture(&self, page: usize, mark: &str) -> (Vec<Piece>, String) {
        let mut look = self.shapes.clone();
        for sign in self.parts.values().flatten() {
            sign.draw(&mut look);
        }
        let mut pieces = Vec::new();
        for line in signs::lines(&self.furniture) {
            let text = signs::text(line.iter());
            let masked = match mark.is_empty() {
                true => text.clone(),
                false => text.replace(mark, ""),
            };
            if masked == text {
                line.iter().for_each(|sign| sign.draw(&mut look));
            } else {
                look.push_str(&masked);
            }
            pieces.push(Piece {
                kind: PieceKind::Furniture,
                text: masked.trim().to_owned(),
                pages: vec![(0, page)],
            });
        }
        (pieces, look)
    }

    /// Gives the latest signs to the part that they are of.
    fn lay_down(&mut self) {
        if self.latest.is_empty() {
            return;
        }
        let part = self.open.iter().rev().find_map(|part| *part);
        let of_part = match part {
            Some(part) => self.parts.entry(part).or_default(),
            None => &mut self.furniture,
        };
        of_part.append(&mut self.latest);
    }

    /// The name of a sign's font.
    fn face(&mut self, glyph: &Glyph<'_>) -> Rc<str> {
        let Glyph::Outline(outline) = glyph else {
            return Rc::default();
        };
        let named = || {
            let name = outline.font_data().and_then(|font| font.postscript_name);
            name.unwrap_or_default().into()
        };
        let known = self.faces.entry(outline.font_cache_key());
        Rc::clone(known.or_insert_with(named))
    }

    /// Takes down something that is no sign.
    fn note(&mut self, what: std::fmt::Arguments<'_>) {
        if !self.is_of_signs {
            // A text takes all that is written to it.
            let _ = writeln!(self.shapes, "{what}");
        }
    }
}

impl<'a> Device<'a> for Drawn {
    fn set_soft_mask(&mut self, mask: Option<SoftMask<'a>>) {
        if let Some(mask) = mask {
            self.note(format_args!("mask {:x}", mask.cache_key()));
        }
    }

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(
        &mut self,
        path: &BezPath,
        transform: Affine,
        paint: &Paint<'a>,
        mode: &PathDrawMode,
    ) {
        if self.is_of_signs {
            return;
        }
        let path = (transform * path.clone()).to_svg();
        self.note(format_args!("{path} {:x} {mode:?}", paint.cache_key()));
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, opacity: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.note(format_args!("opacity {opacity}"));
    }

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        let place = transform * glyph_transform;
        let at = place * Point::ORIGIN;
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().unwrap_or_default(),
            Glyph::Type3(_) => 0.0,
        };
        let end = place * Point::new(advance.into(), 0.0);
        let above = place * Point::new(0.0, 1000.0);
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => Letters::One(letter),
            Some(BfString::String(letters)) => Letters::Several(letters),
            None => Letters::One(char::REPLACEMENT_CHARACTER),
        };
        let sign = Sign {
            text,
            x: at.x,
            y: at.y,
            end: end.x,
            size: (above - at).hypot(),
            look: (!self.is_of_signs).then(|| Look {
                face: self.face(glyph),
                paint: paint.cache_key(),
            }),
        };
        self.latest.push(sign);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let place = transform.as_coeffs();
        self.note(format_args!("image {:x} {place:?}", image.cache_key()));
    }

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, _: &[u8], part: Option<i32>) {
        self.lay_down();
        self.open.push(part);
    }

    fn end_marked_content(&mut self) {
        self.lay_down();
        self.open.pop();
    }
}
