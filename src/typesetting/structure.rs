//! Finds out what every run is in the document, from the tags that Typst leaves in its
//! frames for the structure tree of the PDF.
//!
//! A tag opens when its element begins and closes when it ends, on another page perhaps.
//! Two things are not that simple. A cell broken over pages is tagged once, and each of
//! its pieces names it as its parent. And what heads or foots a page stands in the midst
//! of whatever goes on overleaf, and is no part of it.

use typst::foundations::{Content, Smart, StyleChain};
use typst::introspection::Location;
use typst::layout::{GridCell, GridElem, GroupItem, RepeatElem};
use typst::model::{
    EnumElem, FigureCaption, FigureElem, FootnoteEntry, HeadingElem, ListElem, ParElem, QuoteElem,
    TableCell, TableElem, TermsElem, TitleElem,
};
use typst::pdf::{ArtifactElem, ArtifactKind, PdfMarkerTag, PdfMarkerTagKind};
use typst::visualize::ImageElem;

use crate::pages::{Element, Role};

/// The label by which a theme says where somebody signs.
const SIGNATURE: &str = "signature";

/// An element that is open, and the place in the document that closes it.
#[derive(Clone, Copy)]
struct Open {
    location: Option<Location>,
    element: usize,
}

/// The elements found so far, and those that are open.
#[derive(Default)]
pub(super) struct Structure {
    elements: Vec<Element>,
    open: Vec<Open>,
    /// How many runs there were.
    runs: usize,
    /// Where each cell is among the elements.
    cells: Vec<(Location, usize)>,
    /// The header rows of each table that is open, by its element.
    headers: Vec<(usize, Vec<usize>)>,
    /// What was still open in a cell when its page ended.
    unfinished: Vec<(Location, Vec<Open>)>,
}

impl Structure {
    /// All that was found.
    pub(super) fn into_elements(self) -> Vec<Element> {
        self.elements
    }

    /// A run is laid out: the element it belongs to.
    pub(super) fn run(&mut self) -> Option<usize> {
        // Counted even outside every element: `begins` says before which run one opens.
        self.runs += 1;
        self.open.last().map(|open| open.element)
    }

    /// An element begins.
    pub(super) fn open(&mut self, content: &Content, alt: Option<String>) {
        let Some(role) = self.role(content) else {
            return;
        };
        let element = self.push(role, alt);
        let location = content.location();
        if let Some(table) = content.to_packed::<TableElem>() {
            self.headers.push((element, header_rows(table)));
        }
        if let Some(location) = location.filter(|_| self.elements[element].role.place().is_some()) {
            self.cells.push((location, element));
        }
        self.open.push(Open { location, element });
    }

    /// An element ends.
    pub(super) fn close(&mut self, location: Location) {
        // Not always the innermost: where it ends on a later page, others began since.
        let closes = |open: &Open| open.location == Some(location);
        if let Some(at) = self.open.iter().rposition(closes) {
            self.open.remove(at);
        }
    }

    /// A group of the frame begins: a piece of a cell, a place to sign, or nothing special.
    pub(super) fn enter(&mut self, group: &GroupItem) {
        if let Some((location, element)) = self.cell_of(group) {
            // No location: no tag closes a piece, but the end of its group.
            self.open.push(Open {
                location: None,
                element,
            });
            // A paragraph that began in the piece on the page before was tagged there, once.
            let goes_on = |(cell, _): &(Location, _)| *cell == location;
            if let Some(at) = self.unfinished.iter().position(goes_on) {
                self.open.extend(self.unfinished.remove(at).1);
            }
        }
        if is_signature(group) {
            let element = self.push(Role::Signature, None);
            self.open.push(Open {
                location: None,
                element,
            });
        }
    }

    /// The group ends.
    pub(super) fn leave(&mut self, group: &GroupItem) {
        if is_signature(group) {
            // The tags of what began here may stand behind the group.
            let still_open = self.since_last_group();
            self.open.extend(still_open);
        }
        if let Some((location, _)) = self.cell_of(group) {
            let still_open = self.since_last_group();
            if !still_open.is_empty() {
                self.unfinished.push((location, still_open));
            }
        }
    }

    /// Takes the group that was entered last off the stack, and hands back what was opened
    /// in it and is still open.
    fn since_last_group(&mut self) -> Vec<Open> {
        let is_group = |open: &Open| open.location.is_none();
        match self.open.iter().rposition(is_group) {
            // The first is the group itself.
            Some(at) => self.open.split_off(at).split_off(1),
            None => Vec::new(),
        }
    }

    /// The cell that a group is a piece of.
    fn cell_of(&self, group: &GroupItem) -> Option<(Location, usize)> {
        let parent = group.parent?.location;
        let mut cells = self.cells.iter().rev();
        cells.find(|(location, _)| *location == parent).copied()
    }

    fn push(&mut self, role: Role, alt: Option<String>) -> usize {
        let inside = self.open.last().map(|open| open.element);
        // It interrupts whatever goes on overleaf, and is no part of it.
        let stands_apart = matches!(
            role,
            Role::Header | Role::Footer | Role::Artifact | Role::Note
        );
        self.elements.push(Element {
            role,
            parent: inside.filter(|_| !stands_apart),
            begins: self.runs,
            alt,
        });
        self.elements.len() - 1
    }

    fn role(&self, content: &Content) -> Option<Role> {
        // Typst writes the styles that were in force into a field before it tags the element.
        let styles = StyleChain::default();
        if let Some(cell) = content.to_packed::<TableCell>() {
            Some(self.cell(cell))
        } else if let Some(cell) = content.to_packed::<GridCell>() {
            self.slot(cell)
        } else if let Some(heading) = content.to_packed::<HeadingElem>() {
            Some(Role::Heading(heading.resolve_level(styles).get()))
        } else if let Some(marker) = content.to_packed::<PdfMarkerTag>() {
            of_marker(&marker.kind)
        } else if let Some(artifact) = content.to_packed::<ArtifactElem>() {
            Some(of_artifact(artifact.kind.get(styles)))
        } else if let Some(quote) = content.to_packed::<QuoteElem>() {
            quote.block.get(styles).then_some(Role::Quotation)
        } else {
            of_element(content)
        }
    }

    fn cell(&self, cell: &TableCell) -> Role {
        let styles = StyleChain::default();
        let (row, column) = place(cell.y.get(styles), cell.x.get(styles));
        let table = self.open.last().map(|open| open.element);
        let headers = self.headers.iter().rev();
        let mut of_table = headers.filter(|(element, _)| Some(*element) == table);
        Role::Cell {
            row,
            column,
            header: of_table.any(|(_, rows)| rows.contains(&row)),
            repeated: cell.is_repeated.get(styles),
        }
    }

    /// Typst sets lists in grids of its own, whose cells are no things set side by side.
    fn slot(&self, cell: &GridCell) -> Option<Role> {
        let styles = StyleChain::default();
        let (row, column) = place(cell.y.get(styles), cell.x.get(styles));
        let parent = self.open.last()?.element;
        (self.elements[parent].role == Role::Grid).then_some(Role::Slot { row, column })
    }
}

fn is_signature(group: &GroupItem) -> bool {
    let label = group.label.map(|label| label.resolve());
    label.is_some_and(|label| label.as_str() == SIGNATURE)
}

/// Row and column; Typst knows both of every cell that it lays out.
fn place(row: Smart<usize>, column: Smart<usize>) -> (usize, usize) {
    (row.unwrap_or_default(), column.unwrap_or_default())
}

/// The rows of a table's header. Where rows stand apart, Typst counts the gaps as well.
fn header_rows(table: &TableElem) -> Vec<usize> {
    let Some(grid) = &table.grid else {
        return Vec::new();
    };
    let step = if grid.has_gutter { 2 } else { 1 };
    let headers = grid.headers.iter();
    headers
        .flat_map(|header| header.range.clone().step_by(step))
        .map(|row| row / step)
        .collect()
}

fn of_marker(kind: &PdfMarkerTagKind) -> Option<Role> {
    match kind {
        PdfMarkerTagKind::ListItemLabel | PdfMarkerTagKind::TermsItemLabel => Some(Role::Label),
        PdfMarkerTagKind::ListItemBody | PdfMarkerTagKind::TermsItemBody => Some(Role::Body),
        _ => None,
    }
}

fn of_artifact(kind: ArtifactKind) -> Role {
    match kind {
        ArtifactKind::Header => Role::Header,
        ArtifactKind::Footer => Role::Footer,
        ArtifactKind::PageNumber => Role::PageNumber,
        _ => Role::Artifact,
    }
}

fn of_element(content: &Content) -> Option<Role> {
    if content.is::<ParElem>() {
        Some(Role::Paragraph)
    } else if content.is::<TitleElem>() {
        Some(Role::Title)
    } else if content.is::<ListElem>() || content.is::<EnumElem>() {
        Some(Role::List)
    } else if content.is::<TermsElem>() {
        Some(Role::Terms)
    } else if content.is::<TableElem>() {
        Some(Role::Table)
    } else if content.is::<GridElem>() {
        Some(Role::Grid)
    } else if content.is::<FigureElem>() || content.is::<ImageElem>() {
        Some(Role::Figure)
    } else if content.is::<FigureCaption>() {
        Some(Role::Caption)
    } else if content.is::<FootnoteEntry>() {
        Some(Role::Note)
    } else if content.is::<RepeatElem>() {
        Some(Role::Artifact)
    } else {
        None
    }
}
