//! Whether a firm's own document keeps what its `pack.yaml` says of it.

use std::collections::BTreeSet;

use super::declared::Promises;
use crate::case::plan::Standing;
use crate::diagnostics::{Diagnostic, Findings, Place, code, did_you_mean};
use crate::language::Locale;
use crate::templates::{Checked, fields};
use crate::view::Document;

/// What is wrong with a document in one language, by what its declaration says.
pub(super) fn broken(
    document: &Document,
    promises: &Promises,
    checked: &Checked,
    locale: &Locale,
) -> Findings {
    let fields = fields(&document.schema());
    let (title, place) = &promises.title;
    let untitled = locale.phrase(title).is_none();
    let untitled = untitled.then(|| no_title(title, place));
    let silent = promises.must_print.iter();
    let silent =
        silent.filter_map(|(field, place)| unprinted(document, field, place, checked, &fields));
    untitled
        .into_iter()
        .chain(silent)
        .chain(told_openly(document, promises, checked))
        .collect()
}

/// Whether a path is a field or stands in it.
fn is_within(path: &str, field: &str) -> bool {
    let rest = path.strip_prefix(field);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn no_title(title: &str, place: &Place) -> Diagnostic {
    let message = format!("the locale has no phrase `{title}`");
    Diagnostic::new(&code::pack::UNTITLED, message)
        .at(place.clone())
        .help(format!(
            "add `{title}` to `locales/` in each language of the document"
        ))
}

fn unprinted(
    document: &Document,
    field: &str,
    place: &Place,
    checked: &Checked,
    fields: &BTreeSet<String>,
) -> Option<Diagnostic> {
    if !fields.iter().any(|known| is_within(known, field)) {
        let message = format!("there is no `{field}` in what `{}` is told", document.id());
        let help = did_you_mean(field, fields.iter().map(String::as_str));
        let finding = Diagnostic::new(&code::pack::NOT_PRINTED, message);
        return Some(finding.at(place.clone()).help(help));
    }
    let mut read = checked.read.iter();
    if read.any(|read| is_within(read, field) || is_within(field, read)) {
        return None;
    }
    let message = format!(
        "`{}` must print `{field}`, and no template of it does",
        document.id()
    );
    let help = "print it in the outline or in a partial that it calls, or take the line out";
    let finding = Diagnostic::new(&code::pack::NOT_PRINTED, message);
    Some(finding.at(place.clone()).help(help))
}

/// A document that may be shown to a court tells nothing of what may not.
fn told_openly(document: &Document, promises: &Promises, checked: &Checked) -> Option<Diagnostic> {
    let (standing, place) = promises.standing.as_ref()?;
    if *standing != Standing::Open {
        return None;
    }
    let mut closed = document.view().without_prejudice().iter();
    let told = closed.find(|field| checked.read.iter().any(|read| is_within(read, field)))?;
    let message = format!(
        "`{}` may be shown to a court, and tells `{told}`, which may be without prejudice",
        document.id()
    );
    let help = "take it out of the templates, or write `standing: without_prejudice`";
    Some(
        Diagnostic::new(&code::pack::TOLD_OPENLY, message)
            .at(place.clone())
            .help(help),
    )
}
