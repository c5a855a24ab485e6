//! What a page looks like, point by point, and what two such pages differ in: for whoever
//! wants to see what moved.

use std::sync::Arc;

use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE as PAPER;
use hayro::{RenderCache, RenderSettings, render};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_syntax::Pdf;

/// Points of a picture for each point of paper: words of 12 points can be read.
const SCALE: f32 = 1.5;

/// No side of a picture is longer, whatever the paper: points of the picture.
const LONGEST: f32 = 4000.0;

/// Where there is no page.
const WHITE: [u8; 3] = [255; 3];

/// A page as it is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    width: u16,
    height: u16,
    /// Red, green and blue, row by row.
    points: Vec<[u8; 3]>,
}

impl Picture {
    /// A page of a file, from 1; nothing where the bytes are no PDF or have no such page.
    pub fn of(bytes: &[u8], page: usize) -> Option<Self> {
        let pdf = Pdf::new(Arc::new(bytes.to_vec())).ok()?;
        let page = pdf.pages().get(page.checked_sub(1)?)?;
        let (width, height) = page.render_dimensions();
        let scale = SCALE.min(LONGEST / width.max(height));
        let settings = RenderSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: PAPER,
            ..RenderSettings::default()
        };
        let cache = RenderCache::new();
        let drawn = render(page, &cache, &InterpreterSettings::default(), &settings);
        let points = drawn.data().iter().map(|point| [point.r, point.g, point.b]);
        Some(Picture {
            width: drawn.width(),
            height: drawn.height(),
            points: points.collect(),
        })
    }

    /// Two pages as one: what both show is pale, what only the first shows is red, and what
    /// only the second shows is blue.
    #[must_use]
    pub fn difference(old: Option<&Picture>, new: Option<&Picture>) -> Self {
        let pictures = [old, new];
        let most = |side: fn(&Picture) -> u16| {
            let sides = pictures.into_iter().flatten().map(side);
            sides.max().unwrap_or_default()
        };
        let (width, height) = (most(|one| one.width), most(|one| one.height));
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let points = places.map(|place| {
            let [old, new] = pictures.map(|one| one.map_or(WHITE, |one| one.at(place)));
            beside(old, new)
        });
        Picture {
            width,
            height,
            points: points.collect(),
        }
    }

    /// The picture as a PNG; nothing where it has no point.
    pub fn png(&self) -> Option<Vec<u8>> {
        let mut drawn = Pixmap::new(self.width, self.height);
        for (point, [r, g, b]) in drawn.data_mut().iter_mut().zip(&self.points) {
            (point.r, point.g, point.b, point.a) = (*r, *g, *b, 255);
        }
        drawn.into_png().ok()
    }

    fn at(&self, (x, y): (u16, u16)) -> [u8; 3] {
        let is_on_it = x < self.width && y < self.height;
        let place = usize::from(y) * usize::from(self.width) + usize::from(x);
        let point = self.points.get(place).filter(|_| is_on_it);
        point.copied().unwrap_or(WHITE)
    }
}

fn beside(old: [u8; 3], new: [u8; 3]) -> [u8; 3] {
    let (was, is) = (light(old), light(new));
    match old == new {
        true => [255 - (255 - is) / 4; 3],
        false => [is, was.min(is), was],
    }
}

/// How light a point is.
fn light(point: [u8; 3]) -> u8 {
    let sum: u16 = point.into_iter().map(u16::from).sum();
    u8::try_from(sum / 3).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: [u8; 3] = [0; 3];

    fn row(points: &[[u8; 3]]) -> Picture {
        Picture {
            width: u16::try_from(points.len()).unwrap_or_default(),
            height: 1,
            points: points.to_vec(),
        }
    }

    #[test]
    fn what_went_is_red_what_came_is_blue_and_what_stayed_is_pale() {
        let old = row(&[BLACK, WHITE, BLACK, WHITE]);
        let new = row(&[WHITE, BLACK, BLACK, WHITE]);
        let both = Picture::difference(Some(&old), Some(&new));
        assert_eq!(both.points, [[255, 0, 0], [0, 0, 255], [192; 3], WHITE]);
    }

    #[test]
    fn a_page_that_came_or_is_wider_is_blue_where_there_was_none() {
        let (short, long) = (row(&[BLACK]), row(&[BLACK, BLACK]));
        let both = Picture::difference(Some(&short), Some(&long));
        assert_eq!(both.points, [[192; 3], [0, 0, 255]]);
        let came = Picture::difference(None, Some(&short));
        assert_eq!(came.points, [[0, 0, 255]]);
    }

    #[test]
    fn a_picture_is_a_png_of_its_size() {
        let png = row(&[BLACK, WHITE]).png().unwrap_or_default();
        assert!(png.starts_with(b"\x89PNG"));
        assert_eq!(png.get(16..24), Some(&[0, 0, 0, 2, 0, 0, 0, 1][..]));
        assert_eq!(Picture::of(b"no PDF", 1), None);
    }
}
