//! What the margins of a page leave free.
//!
//! Typst keeps no margins once pages are laid out. But what stands between header and
//! footer is laid out in one frame, as high as the margins leave it, and that frame is
//! found where the page has a header. Only on a page of next to nothing is it dissolved;
//! the other pages tell.

use typst::introspection::Tag;
use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::pdf::ArtifactElem;

use crate::pages::Area;

/// The area of a page; the whole page where nothing tells it.
pub(super) fn area(page: &Frame, pages: &[&Frame]) -> Area {
    let alike = pages.iter().filter(|other| other.size() == page.size());
    let inner = alike.filter_map(|page| inner(page));
    let tallest = inner.max_by(|(_, one), (_, other)| one.y.cmp(&other.y));
    let (from, size) = tallest.unwrap_or((Point::zero(), page.size()));
    Area {
        left: from.x.to_pt(),
        top: from.y.to_pt(),
        right: (from.x + size.x).to_pt(),
        bottom: (from.y + size.y).to_pt(),
    }
}

/// The least part of a page that margins leave: the widest that a theme may set, and the foot
/// of a firm, take two fifths of A4.
const LEAST: f64 = 0.58;

/// The one frame of a page that is no part of its furniture. What is lower than margins leave
/// is a block on a page of few things, which Typst puts into no frame of their own.
fn inner(page: &Frame) -> Option<(Point, Size)> {
    let mut furniture = Vec::new();
    let mut others = Vec::new();
    for (position, item) in page.items() {
        match item {
            FrameItem::Tag(Tag::Start(element, _)) if element.is::<ArtifactElem>() => {
                furniture.push(element.location());
            }
            FrameItem::Tag(Tag::End(location, ..)) => {
                furniture.retain(|open| *open != Some(*location));
            }
            FrameItem::Tag(_) => {}
            _ if furniture.is_empty() => others.push((*position, item)),
            _ => {}
        }
    }
    let size = |item: &FrameItem| match item {
        FrameItem::Group(group) => Some(group.frame.size()),
        _ => None,
    };
    let at_edge = |from: Point, size: Size| {
        from.y <= Abs::zero() || (from.y + size.y).approx_eq(page.height())
    };
    others.retain(|(from, item)| !size(item).is_some_and(|size| at_edge(*from, size)));
    match others.as_slice() {
        [(from, item)] => size(item)
            .filter(|size| size.y > page.height() * LEAST)
            .map(|size| (*from, size)),
        _ => None,
    }
}
