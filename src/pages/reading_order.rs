//! The order in which a document is read, whatever pages it was parted into.

use super::layout::{Layout, Role, Run};

/// One of the things an element consists of, in the order in which they are read.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// Some text, and its page, from 0.
    Text(&'a Run, usize),
    /// An element within, as its place in [`Layout::elements`].
    Element(usize),
}

/// What every element consists of.
#[derive(Debug)]
pub struct ReadingOrder<'a> {
    layout: &'a Layout,
    top: Vec<Part<'a>>,
    within: Vec<Vec<Part<'a>>>,
}

impl<'a> ReadingOrder<'a> {
    /// The order of a document.
    pub fn of(layout: &'a Layout) -> Self {
        let mut order = ReadingOrder {
            layout,
            top: Vec::new(),
            within: vec![Vec::new(); layout.elements.len()],
        };
        let mut next = 0;
        for (count, (page, run)) in layout.runs().enumerate() {
            order.begin(&mut next, count);
            order.add(run.element, Part::Text(run, page));
        }
        order.begin(&mut next, usize::MAX);
        order.sort_cells();
        order
    }

    /// Typst lays out last what goes over several rows; it is read where it begins. What
    /// is repeated on further pages comes after the table.
    fn sort_cells(&mut self) {
        let elements = &self.layout.elements;
        let place = |part: &Part<'_>| match part {
            Part::Element(element) => {
                let role = &elements[*element].role;
                (role.is_furniture(), role.place())
            }
            Part::Text(..) => (false, None),
        };
        for (element, parts) in elements.iter().zip(&mut self.within) {
            if matches!(element.role, Role::Table | Role::Grid) {
                parts.sort_by_key(place);
            }
        }
    }

    /// Adds the elements that begin before a run.
    fn begin(&mut self, next: &mut usize, run: usize) {
        let elements = &self.layout.elements;
        while let Some(element) = elements.get(*next).filter(|one| one.begins <= run) {
            self.add(element.parent, Part::Element(*next));
            *next += 1;
        }
    }

    fn add(&mut self, parent: Option<usize>, part: Part<'a>) {
        match parent {
            Some(element) => self.within[element].push(part),
            None => self.top.push(part),
        }
    }

    /// The document it is the order of.
    pub fn layout(&self) -> &'a Layout {
        self.layout
    }

    /// The parts of the document itself, page furniture among them.
    pub fn top(&self) -> &[Part<'a>] {
        &self.top
    }

    /// The parts of an element.
    pub fn within(&self, element: usize) -> &[Part<'a>] {
        &self.within[element]
    }

    /// What an element is.
    pub fn role(&self, element: usize) -> &'a Role {
        &self.layout.elements[element].role
    }

    /// Every run of some parts with its page, page furniture left out.
    pub fn runs(&self, parts: &[Part<'a>]) -> Vec<(&'a Run, usize)> {
        let mut runs = Vec::new();
        self.collect(parts, &mut runs);
        runs
    }

    fn collect(&self, parts: &[Part<'a>], runs: &mut Vec<(&'a Run, usize)>) {
        for part in parts {
            match part {
                Part::Text(run, page) => runs.push((run, *page)),
                Part::Element(element) if self.role(*element).is_furniture() => {}
                Part::Element(element) => self.collect(self.within(*element), runs),
            }
        }
    }
}

impl Layout {
    /// Every run with its page, from 0, in the order in which they were laid out.
    pub fn runs(&self) -> impl Iterator<Item = (usize, &Run)> {
        let pages = self.pages.iter().enumerate();
        pages.flat_map(|(number, page)| page.runs.iter().map(move |run| (number, run)))
    }

    /// An element and those it stands in, from the innermost.
    pub fn around(&self, element: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(element, |element| self.elements[*element].parent)
    }
}
