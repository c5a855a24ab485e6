//! The Typst source of a document, and where each byte of it comes from.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use typst_syntax::SyntaxNode;

use super::load::{SiteId, Sites};
use super::used::Used;
use crate::diagnostics::{Place, SourceFile};

/// The address of a value in the view, as a JSON pointer (RFC 6901): `/children/0/name`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ViewPointer(String);

impl ViewPointer {
    /// The pointer to the value that these steps lead to.
    pub(crate) fn from_path(path: &[String]) -> Self {
        let mut pointer = String::with_capacity(path.iter().map(|step| step.len() + 1).sum());
        for step in path {
            pointer.push('/');
            if step.contains(['~', '/']) {
                pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
            } else {
                pointer.push_str(step);
            }
        }
        ViewPointer(pointer)
    }

    /// The field that it is, or is an item of, as a path without the items of lists.
    pub(crate) fn field(&self) -> String {
        let steps = self.0.split('/').skip(1);
        let is_item = |step: &&str| step.bytes().all(|sign| sign.is_ascii_digit());
        let fields = steps.filter(|step| !is_item(step));
        fields.collect::<Vec<_>>().join(".")
    }

    /// The pointer as text, empty for the whole view.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ViewPointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a byte of Typst source comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The tag that wrote it, or the very byte of plain text.
    pub template: Place,
    /// The value it is part of, when one was involved.
    pub value: Option<ViewPointer>,
}

/// Typst source that has passed every proof.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The main file of the document.
    pub source: String,
    /// What took part in it.
    pub used: Used,
    /// The tree of the source, as it was proved.
    pub(crate) tree: SyntaxNode,
    pub(crate) stretches: Vec<Stretch>,
    pub(crate) called: Vec<Called>,
    /// The phrases that were asked for, each with the stretch that it was asked for before.
    pub(crate) asked: Vec<(usize, String)>,
    pub(crate) sites: Arc<Sites>,
    pub(crate) document: Arc<SourceFile>,
}

/// A call of a partial that stands in a file.
#[derive(Clone, Debug)]
pub(crate) struct Called {
    pub name: String,
    /// The tag that called it.
    pub site: SiteId,
    /// What it wrote, what it called included.
    pub stretches: Range<usize>,
}

/// What a stretch of the source tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Told {
    /// A value of the view.
    Value(ViewPointer),
    /// A phrase, by its key.
    Phrase(String),
}

/// Bytes of the source that one place of a template wrote; they end where the next
/// stretch begins.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    pub start: usize,
    pub site: SiteId,
    pub kind: StretchKind,
}

/// What a stretch holds.
#[derive(Clone, Debug)]
pub(crate) enum StretchKind {
    /// Text as it stands in the template, byte for byte.
    Verbatim,
    /// Something a tag wrote, with the address of its value if it has one.
    Written(Option<ViewPointer>),
}

impl Rendered {
    /// The values and phrases that it tells, each with its stretch; not the words among which
    /// grammar chooses.
    pub(crate) fn told(&self) -> impl Iterator<Item = (usize, Told)> {
        let stretches = self.stretches.iter().enumerate();
        let values = stretches.filter_map(|(index, stretch)| match &stretch.kind {
            StretchKind::Written(value) => Some((index, Told::Value(value.clone()?))),
            StretchKind::Verbatim => None,
        });
        let asked = self.asked.iter().filter(|(_, key)| !key.ends_with('*'));
        let phrases = asked.map(|(index, key)| (*index, Told::Phrase(key.clone())));
        values.chain(phrases)
    }

    /// Whether a call stands in the outline.
    pub(crate) fn is_part(&self, called: &Called) -> bool {
        self.sites.place(called.site).file.name() == self.document.name()
    }

    /// The bytes of the source that a partial wrote.
    pub(crate) fn written_by(&self, called: &Called) -> Range<usize> {
        self.start(called.stretches.start)..self.start(called.stretches.end)
    }

    /// Where a stretch begins; the end of the source, where there is none.
    fn start(&self, stretch: usize) -> usize {
        let stretch = self.stretches.get(stretch);
        stretch.map_or(self.source.len(), |stretch| stretch.start)
    }

    /// The source that a stretch is.
    pub(crate) fn text(&self, stretch: usize) -> &str {
        &self.source[self.start(stretch)..self.start(stretch + 1)]
    }

    /// The place of a template that wrote a stretch.
    pub(crate) fn place(&self, stretch: usize) -> &Place {
        self.sites.place(self.stretches[stretch].site)
    }

    /// The tags that called the partials in which a stretch was written, the innermost first.
    pub(crate) fn calls_around(&self, stretch: usize) -> impl Iterator<Item = &Place> {
        let around = self.called.iter();
        let around = around.filter(move |called| called.stretches.contains(&stretch));
        around.map(|called| self.sites.place(called.site))
    }

    /// The place of these bytes in a template, where they stand there as they are.
    pub(crate) fn verbatim(&self, bytes: Range<usize>) -> Option<Place> {
        let after = self
            .stretches
            .partition_point(|one| one.start <= bytes.start);
        let stretch = self.stretches.get(after.checked_sub(1)?)?;
        let Place { file, range } = self.sites.place(stretch.site);
        let start = range.start + (bytes.start - stretch.start);
        let end = (start + bytes.len()).min(range.end);
        matches!(stretch.kind, StretchKind::Verbatim).then(|| Place::new(file, start..end))
    }

    /// Where a byte of [`Rendered::source`] comes from; past the end, where the last
    /// byte does.
    pub fn origin(&self, typst_byte: usize) -> Origin {
        let byte = typst_byte.min(self.source.len().saturating_sub(1));
        let after = self
            .stretches
            .partition_point(|stretch| stretch.start <= byte);
        let Some(stretch) = self.stretches.get(after.saturating_sub(1)) else {
            return Origin {
                template: Place::new(&self.document, 0..0),
                value: None,
            };
        };
        let template = self.sites.place(stretch.site);
        match &stretch.kind {
            StretchKind::Written(value) => Origin {
                template: template.clone(),
                value: value.clone(),
            },
            StretchKind::Verbatim => {
                let Place { file, range } = template;
                let at = (range.start + (byte - stretch.start)).min(range.end);
                Origin {
                    template: Place::new(file, at..range.end),
                    value: None,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_escape_what_would_part_steps() {
        let path = ["a".to_owned(), "0".to_owned(), "b/c~d".to_owned()];
        assert_eq!(ViewPointer::from_path(&path).as_str(), "/a/0/b~1c~0d");
        assert_eq!(ViewPointer::from_path(&[]).as_str(), "");
    }
}
