//! What the margins of a page leave free.
//!
//! Typst keeps no margins once pages are laid out, so that our theme states them, under a label.
//! Where a theme states none: what stands between header and footer is laid out in one frame, as
//! high as the margins leave it, and that frame is found where the page has a header. Only on a
//! page of next to nothing is it dissolved; the other pages tell.

use typst::foundations::{Dict, Label, Selector, Value};
use typst::introspection::{Introspector as _, MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Rel, Size};
use typst::pdf::ArtifactElem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::pages::Area;

/// The label under which a theme states its margins.
const LABEL: &str = "page-area";

/// The margins of a document, each in points.
pub(super) struct Margins {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// The margins that the theme states; none where it states none.
pub(super) fn stated(document: &PagedDocument) -> Option<Margins> {
    let label = Label::new(PicoStr::get(LABEL)?)?;
    let found = document.introspector().query(&Selector::Label(label));
    let element = found.first()?.to_packed::<MetadataElem>()?;
    let side = |margins: &Dict, side| margins.get(side).ok().and_then(points);
    Some(match &element.value {
        Value::Dict(margins) => Margins {
            left: side(margins, "left")?,
            top: side(margins, "top")?,
            right: side(margins, "right")?,
            bottom: side(margins, "bottom")?,
        },
        same => {
            let same = points(same)?;
            Margins {
                left: same,
                top: same,
                right: same,
                bottom: same,
            }
        }
    })
}

/// A length that is no part of another.
fn points(value: &Value) -> Option<f64> {
    let length: Rel = value.clone().cast().ok()?;
    length.rel.is_zero().then(|| length.abs.abs.to_pt())
}

/// The area of a page; the whole page where nothing tells it.
pub(super) fn area(page: &Frame, pages: &[&Frame], stated: Option<&Margins>) -> Area {
    if let Some(margins) = stated {
        return Area {
            left: margins.left,
            top: margins.top,
            right: page.width().to_pt() - margins.right,
            bottom: page.height().to_pt() - margins.bottom,
        };
    }
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
