//! Reads what stands on the pages out of Typst's frames.
//!
//! This is where everything that a reader, a viewer or a screen reader can find is
//! gathered. Text inside a picture is not in the frames; `images.rs` keeps it out.

use typst::World as _;
use typst::foundations::{Content, NativeElement as _, Smart, StyleChain, Value};
use typst::introspection::{Introspector as _, Tag};
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::model::{Destination, Document as _, HeadingElem, LinkMarker};
use typst::text::{Locale, TextItem};
use typst_layout::PagedDocument;

use super::margins;
use super::structure::Structure;
use super::world::JobWorld;
use super::written::Written;
use crate::pages::{Layout, OutlineEntry, Page, Run};

/// The document as plain data.
pub(super) fn layout(document: &PagedDocument, world: &JobWorld) -> Layout {
    let info = document.info();
    let mut structure = Structure::default();
    let source = world.source(world.main()).ok();
    let written = source.as_ref().map(Written::of).unwrap_or_default();
    let frames: Vec<&Frame> = document.pages().iter().map(|page| &page.frame).collect();
    let stated = margins::stated(document);
    let read = |frame: &&Frame| Page {
        area: margins::area(frame, &frames, stated.as_ref()),
        ..read_page(frame, &written, &mut structure)
    };
    Layout {
        pages: frames.iter().map(read).collect(),
        title: info.title.as_ref().map(ToString::to_string),
        authors: info.author.iter().map(ToString::to_string).collect(),
        description: info.description.as_ref().map(ToString::to_string),
        keywords: info.keywords.iter().map(ToString::to_string).collect(),
        language: match info.locale {
            Smart::Custom(locale) => Some(locale.rfc_3066().to_string()),
            Smart::Auto => None,
        },
        outline: outline(document),
        elements: structure.into_elements(),
    }
}

/// The headings as the PDF will list them.
fn outline(document: &PagedDocument) -> Vec<OutlineEntry> {
    let introspector = document.introspector();
    let mut entries = Vec::new();
    for element in introspector.query(&HeadingElem::ELEM.select()) {
        let Some(heading) = element.to_packed::<HeadingElem>() else {
            continue;
        };
        let styles = StyleChain::default();
        let listed = heading
            .bookmarked
            .get(styles)
            .unwrap_or_else(|| heading.outlined.get(styles));
        if !listed {
            continue;
        }
        let words = heading.body.plain_text();
        let page = element
            .location()
            .and_then(|location| introspector.page(location));
        entries.push(OutlineEntry {
            level: heading.resolve_level(styles).get(),
            text: match &heading.numbers {
                Some(number) => format!("{number} {words}"),
                None => words.to_string(),
            },
            page: page.map_or(1, |page| page.get()),
        });
    }
    entries
}

fn read_page(frame: &Frame, written: &Written, structure: &mut Structure) -> Page {
    let (width, height) = (frame.width().to_pt(), frame.height().to_pt());
    let mut page = Page {
        width,
        height,
        ..Page::default()
    };
    gather(
        (frame, Transform::identity()),
        written,
        structure,
        &mut page,
    );
    page
}

fn gather(
    (frame, transform): (&Frame, Transform),
    written: &Written,
    structure: &mut Structure,
    page: &mut Page,
) {
    for (position, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let inner = transform
                    .pre_concat(Transform::translate(position.x, position.y))
                    .pre_concat(group.transform);
                structure.enter(group);
                gather((&group.frame, inner), written, structure, page);
                structure.leave(group);
            }
            FrameItem::Text(text) => {
                let run = run(text, position.transform(transform));
                if !is_mark(&run, page.runs.last()) {
                    let element = structure.run();
                    let source = source(text, written);
                    page.runs.push(Run {
                        source,
                        element,
                        ..run
                    });
                }
            }
            FrameItem::Link(Destination::Url(url), _) => {
                let url = url.as_str().to_owned();
                // A link over several lines is laid out once for each.
                if page.links.last() != Some(&url) {
                    page.links.push(url);
                }
            }
            FrameItem::Tag(Tag::Start(element, _)) => {
                let alt = alt_text(element);
                page.alt_texts.extend(alt.clone());
                structure.open(element, alt);
            }
            FrameItem::Tag(Tag::End(location, ..)) => structure.close(*location),
            _ => {}
        }
    }
}

/// The words for a screen reader: those of a picture or figure are a field that templates
/// set, those of a link are made by Typst and kept inside.
fn alt_text(element: &Content) -> Option<String> {
    if let Some(link) = element.to_packed::<LinkMarker>() {
        return link.alt.as_ref().map(ToString::to_string);
    }
    match element.get_by_name("alt") {
        Ok(Value::Str(alt)) => Some(alt.to_string()),
        _ => None,
    }
}

/// Whether this is a mark that is set by itself over a letter, as in `ọ̀`: it takes no
/// room, and Typst gives it the text of the whole letter a second time.
fn is_mark(run: &Run, before: Option<&Run>) -> bool {
    run.width == 0.0 && before.is_some_and(|before| before.text.ends_with(&run.text))
}

/// Where the document's own source writes a text.
fn source(text: &TextItem, written: &Written) -> Option<usize> {
    let (span, _) = text.glyphs.first()?.span;
    written.start(span)
}

/// A run of no element yet.
fn run(text: &TextItem, position: Point) -> Run {
    Run {
        text: text.text.to_string(),
        x: position.x.to_pt(),
        y: position.y.to_pt(),
        width: text.width().to_pt(),
        size: text.size.to_pt(),
        family: text.font.font().info().family.clone(),
        language: Locale::new(text.lang, text.region).rfc_3066().into(),
        source: None,
        element: None,
    }
}
