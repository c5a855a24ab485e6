//! The parts of a document: each line of its outline that calls a partial is one, and has
//! the name of that partial.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code, did_you_mean};
use crate::reading::table;
use crate::settings::{Arranged, Moved, Named};
use crate::view::{Document, Documents};

/// By document, the parts of ours that a firm may leave out.
static MAY_GO: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| table(include_str!("../../templates/parts.yaml")));

/// Whether a firm may leave out this part of a document of ours.
pub(super) fn may_go(document: &str, part: &str) -> bool {
    let parts = MAY_GO.get(document);
    parts.is_some_and(|parts| parts.iter().any(|one| one == part))
}

/// A part of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part<'t> {
    /// The name of the partial that its line calls.
    pub(crate) name: &'t str,
    /// Its line, with the end of it.
    pub(crate) line: Range<usize>,
}

/// The parts of an outline, in its order.
pub(crate) fn parts(outline: &str) -> Vec<Part<'_>> {
    let mut at = 0;
    let lines = outline.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (line, start..at)
    });
    let parts = lines.filter_map(|(line, range)| {
        let call = line.trim_start().strip_prefix("{{>")?.trim_start();
        let end = call.find(|sign: char| sign.is_whitespace() || sign == '}')?;
        Some(Part {
            name: &call[..end],
            line: range,
        })
    });
    parts.collect()
}

/// An outline with its parts as layers have them, the lowest first. Of a firm's own document
/// `kept` names the parts that must stay; `is_below` knows the layers that lie below the one
/// whose outline it is.
///
/// # Errors
/// `P08` to `P11`, at the lines of the firm; where an office's outline took the place of the
/// one that a firm arranged, at that outline.
pub(crate) fn arranged<'a>(
    outline: &Arc<SourceFile>,
    (document, kept): (&str, Option<&[String]>),
    layers: impl Iterator<Item = &'a Arranged>,
    is_below: &dyn Fn(&str) -> bool,
) -> Result<Arc<SourceFile>, Findings> {
    let has = |parts: &[String], part: &str| parts.iter().any(|one| one == part);
    let may_go = |part: &str| match kept {
        Some(kept) => !has(kept, part),
        None => self::may_go(document, part),
    };
    let mut order = Order::of(document, outline.text());
    let mut findings = Findings::new();
    for layer in layers {
        let is_below = is_below(&layer.layer);
        let faults = order.arrange(layer, &may_go, is_below).into_iter();
        findings.extend(faults.map(|fault| match is_below {
            true => at_the_outline(fault, &layer.layer, outline),
            false => fault,
        }));
    }
    match findings.is_empty() {
        true if order.is_changed => Ok(SourceFile::new(outline.name(), order.text())),
        true => Ok(Arc::clone(outline)),
        false => Err(findings),
    }
}

/// What a layer below says of the parts was right for the outline that it knew: the one that
/// took the place of that is told.
fn at_the_outline(fault: Diagnostic, layer: &str, outline: &Arc<SourceFile>) -> Diagnostic {
    let message = format!(
        "`{layer}` arranges the parts of this outline: {}",
        fault.message
    );
    let finding = Diagnostic::new(fault.code, message)
        .at(Place::new(outline, 0..0))
        .help("let this outline begin with the same part and call the same parts as the one below");
    match fault.place {
        Some(place) => finding.label(place, "it is arranged here"),
        None => finding,
    }
}

/// `P08` for each document that a firm arranges and that there is not.
pub(super) fn of_no_document(arranged: &[Arranged], documents: &Documents) -> Findings {
    let unknown = arranged.iter().map(|one| &one.document);
    let unknown = unknown.filter(|named| documents.named(&named.name).is_none());
    let told = unknown.map(|named| {
        let message = format!("there is no document `{}`", named.name);
        Diagnostic::new(&code::pack::NO_PART, message)
            .at(named.place.clone())
            .help(did_you_mean(
                &named.name,
                documents.iter().map(Document::id),
            ))
    });
    told.collect()
}

/// The lines of an outline on their way.
struct Order<'t> {
    document: &'t str,
    /// What stands before the first part: it stays there.
    head: &'t str,
    /// Each part with its line.
    parts: Vec<(&'t str, &'t str)>,
    /// Those that are left out, with the layer that does it, and where.
    gone: Vec<(&'t str, String, Place)>,
    /// The layer that is at work.
    layer: String,
    is_changed: bool,
}

impl<'t> Order<'t> {
    fn of(document: &'t str, outline: &'t str) -> Self {
        let parts = parts(outline);
        let begins = parts.first().map_or(outline.len(), |part| part.line.start);
        let parts = parts
            .into_iter()
            .map(|part| (part.name, &outline[part.line]));
        Order {
            document,
            head: &outline[..begins],
            parts: parts.collect(),
            gone: Vec::new(),
            layer: String::new(),
            is_changed: false,
        }
    }

    fn text(&self) -> String {
        let lines = self.parts.iter().map(|(_, line)| line.trim_end());
        let lines = lines.map(|line| format!("{line}\n"));
        format!("{}{}", self.head, lines.collect::<String>())
    }

    /// Where a part stands.
    fn at(&self, part: &Named) -> Result<usize, Diagnostic> {
        let mut names = self.parts.iter();
        let at = names.position(|(name, _)| *name == part.name);
        at.ok_or_else(|| {
            let mut gone = self.gone.iter();
            if let Some((_, layer, place)) = gone.find(|(name, ..)| *name == part.name) {
                return self.left_out(part, layer, place);
            }
            let message = format!("`{}` has no part `{}`", self.document, part.name);
            let names = self.parts.iter().map(|(name, _)| *name);
            Diagnostic::new(&code::pack::NO_PART, message)
                .at(part.place.clone())
                .help(did_you_mean(&part.name, names))
        })
    }

    /// `P09` for a part that is named and that this layer, or one below it, leaves out.
    fn left_out(&self, part: &Named, by: &str, place: &Place) -> Diagnostic {
        if by == self.layer {
            let message = format!("`{}` is left out, by `drop`", part.name);
            return Diagnostic::new(&code::pack::FIXED, message)
                .at(part.place.clone())
                .help("take it out of `drop`, or out of `move`");
        }
        let message = format!("`{by}`, which lies below, leaves `{}` out", part.name);
        Diagnostic::new(&code::pack::FIXED, message)
            .at(part.place.clone())
            .label(place.clone(), "it is left out here")
            .help("take it out of `move`, or name another part")
    }

    /// Does with the parts what a layer says.
    fn arrange(
        &mut self,
        layer: &Arranged,
        may_go: &dyn Fn(&str) -> bool,
        is_below: bool,
    ) -> Vec<Diagnostic> {
        self.layer.clone_from(&layer.layer);
        let mut faults = Vec::new();
        for part in &layer.dropped {
            // What the outline above does not call is left out as the layer would have it.
            if !is_below || self.at(part).is_ok() {
                faults.extend(self.drop(part, may_go).err());
            }
        }
        let shifted: Vec<_> = layer.moved.iter().map(|moved| self.shift(moved)).collect();
        let is_sound = shifted.iter().all(Result::is_ok);
        faults.extend(shifted.into_iter().filter_map(Result::err));
        if is_sound {
            let undone = layer.moved.iter();
            faults.extend(undone.filter_map(|moved| self.undone(moved)));
        }
        faults
    }

    fn drop(&mut self, part: &Named, may_go: &dyn Fn(&str) -> bool) -> Result<(), Diagnostic> {
        if self.gone.iter().any(|(name, ..)| *name == part.name) {
            return Ok(());
        }
        let at = self.at(part)?;
        if at == 0 || !may_go(&part.name) {
            let message = format!("`{}` must print its part `{}`", self.document, part.name);
            let help = "take it out of `drop`; what it should say in other words are phrases of \
                        `locales/`";
            return Err(Diagnostic::new(&code::pack::MUST_STAY, message)
                .at(part.place.clone())
                .help(help));
        }
        let (name, _) = self.parts.remove(at);
        let layer = self.layer.clone();
        self.gone.push((name, layer, part.place.clone()));
        self.is_changed = true;
        Ok(())
    }

    /// `P09` where another move of the layer has undone this one.
    fn undone(&self, moved: &Moved) -> Option<Diagnostic> {
        let is_before =
            |one: &Named, other: &Named| Some(self.at(one).ok()? < self.at(other).ok()?);
        let part = &moved.part;
        let (beside, holds, where_to) = match (&moved.before, &moved.after) {
            (Some(before), _) => (before, is_before(part, before)?, "before"),
            (_, Some(after)) => (after, is_before(after, part)?, "behind"),
            _ => return None,
        };
        let message = format!(
            "`{}` does not stand {where_to} `{}`: another move has undone this one",
            part.name, beside.name
        );
        let finding = Diagnostic::new(&code::pack::FIXED, message).at(beside.place.clone());
        (!holds).then(|| finding.help("take one of the two out"))
    }

    fn shift(&mut self, moved: &Moved) -> Result<(), Diagnostic> {
        let part = &moved.part;
        let from = self.at(part)?;
        let (beside, behind) = match (&moved.before, &moved.after) {
            (Some(before), None) => (before, 0),
            (None, Some(after)) => (after, 1),
            _ => {
                let message = format!("`{}` is moved to no place, or to two", part.name);
                return Err(Diagnostic::new(&code::pack::NOWHERE, message)
                    .at(part.place.clone())
                    .help("write `before:` or `after:`, and the name of another part"));
            }
        };
        let to = self.at(beside)?;
        // What stands before the page would stand on none.
        let fixed = match (from, to + behind) {
            (0, _) => Some((part, "is the page, and stands before all else")),
            (_, 0) => Some((beside, "is the page, and nothing stands before it")),
            _ if from == to => Some((beside, "cannot stand beside itself")),
            _ => None,
        };
        if let Some((named, why)) = fixed {
            let message = format!("`{}` {why}", named.name);
            return Err(Diagnostic::new(&code::pack::FIXED, message)
                .at(named.place.clone())
                .help("put it before or after another part"));
        }
        let line = self.parts.remove(from);
        // What stood behind it is one nearer now.
        let to = if from < to { to - 1 } else { to };
        self.parts.insert(to + behind, line);
        self.is_changed = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_that_calls_a_partial_is_a_part() {
        let outline =
            "{{!-- {{> not}} --}}\n#import \"x\"\n{{> page title=(phrase \"a\")}}\n{{> b}}";
        let parts = parts(outline);
        let names: Vec<_> = parts.iter().map(|part| part.name).collect();
        assert_eq!(names, ["page", "b"]);
        assert_eq!(&outline[parts[1].line.clone()], "{{> b}}");
    }
}
