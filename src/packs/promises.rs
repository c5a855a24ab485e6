//! Whether a firm's own document keeps what its `pack.yaml` says of it.

use std::collections::BTreeSet;

use super::declared::Promises;
use crate::case::plan::Standing;
use crate::diagnostics::{Diagnostic, Findings, Place, code, did_you_mean, nearest};
use crate::language::Locale;
use crate::pages::Layout;
use crate::templates::{Checked, Pack, fields};
use crate::view::{Document, Documents};

/// What is wrong with a document in one language, by what its declaration says.
pub(super) fn broken(
    document: &Document,
    promises: &Promises,
    (pack, checked): (&Pack, &Checked),
    locale: &Locale,
) -> Findings {
    let fields = fields(&document.schema());
    let (title, place) = &promises.title;
    let untitled = match locale.phrase(title) {
        None => Some(no_title(title, place, locale)),
        Some(_) => mistitled(document, promises, (pack, checked)),
    };
    let silent = promises.must_print.iter();
    let silent =
        silent.filter_map(|(field, place)| unprinted(document, field, place, checked, &fields));
    untitled
        .into_iter()
        .chain(silent)
        .chain(not_kept(document, promises, (pack, checked)))
        .chain(told_openly(document, promises, checked))
        .collect()
}

/// `P10` for each part that must stay and that no template calls: at the outline, where an
/// office has its own in the place of the one of the declaration's folder.
fn not_kept(
    document: &Document,
    promises: &Promises,
    (pack, checked): (&Pack, &Checked),
) -> Vec<Diagnostic> {
    let folder = |file: &str| file.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let outline = pack.outline();
    let lacking = promises.must_keep.iter();
    let lacking = lacking.filter(|(part, _)| !checked.called.contains(part));
    let told = lacking.map(|(part, place)| {
        let message = format!("`{}` must print its part `{part}`", document.id());
        let finding = Diagnostic::new(&code::pack::MUST_STAY, message);
        if folder(outline.name()) != folder(place.file.name()) {
            return finding
                .at(Place::new(outline, 0..0))
                .label(place.clone(), "it must stay, as is said here")
                .help(format!("call it: `{{{{> {part}}}}}`"));
        }
        let called = checked.called.iter().map(String::as_str);
        finding.at(place.clone()).help(match nearest(part, called) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("call it in the outline: `{{{{> {part}}}}}`, or take the line out"),
        })
    });
    told.collect()
}

/// Whether a path is a field or stands in it.
pub(super) fn is_within(path: &str, field: &str) -> bool {
    let rest = path.strip_prefix(field);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn no_title(title: &str, place: &Place, locale: &Locale) -> Diagnostic {
    let message = format!("`title` of this `pack.yaml` names no phrase: there is no `{title}`");
    let help = match nearest(title, locale.keys()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if is_key(title) => {
            format!("write `{title}` into `locales/`, in each language of the document")
        }
        None => "name a phrase by its key, such as `our.title`, and write these words into \
                 `locales/` under that key"
            .to_owned(),
    };
    Diagnostic::new(&code::pack::UNTITLED, message)
        .at(place.clone())
        .help(help)
}

fn is_key(text: &str) -> bool {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_');
    text.contains('.') && text.chars().all(is_plain)
}

/// `T75` for a document that prints the title of one of ours, or its own nowhere.
fn mistitled(
    document: &Document,
    promises: &Promises,
    (pack, checked): (&Pack, &Checked),
) -> Option<Diagnostic> {
    let id = document.id();
    let (title, place) = &promises.title;
    let finding = |message: String| {
        let help = format!(
            "in its outline write `{{{{> page title=(phrase \"{title}\") short_title=(phrase \
             \"{title}\")}}}}`, and no other title"
        );
        let finding = Diagnostic::new(&code::template::TITLE, message);
        Some(finding.at(place.clone()).help(help))
    };
    let ours = |key: &&String| *key != title && is_title_of_ours(key);
    if let Some(key) = checked.asked.iter().find(ours) {
        let asked = format!("\"{key}\"");
        let mut called = checked.called.iter();
        let by = called.find(|name| {
            let file = pack.file(name);
            file.is_some_and(|file| file.text().contains(&asked))
        });
        let by = by.map_or("in its outline".to_owned(), |name| format!("by `{name}`"));
        return finding(format!(
            "`{id}` prints `{key}`, the title of another document, {by}"
        ));
    }
    match checked.asked.contains(title) {
        true => None,
        false => finding(format!("no template of `{id}` prints its title, `{title}`")),
    }
}

/// Whether a phrase heads a document of ours.
fn is_title_of_ours(key: &str) -> bool {
    let ours = Documents::builtin();
    let Some((id, phrase)) = key.split_once('.') else {
        return false;
    };
    let is_title = phrase == "title" || phrase == "own-title" || phrase.starts_with("short-title");
    is_title && ours.named(id).is_some()
}

/// Whether a finished document of a firm's own has its title in the file: `T75`.
pub(crate) fn titled(
    document: &Document,
    promises: &Promises,
    locales: &[&Locale],
    layout: &Layout,
) -> Option<Diagnostic> {
    let (title, place) = &promises.title;
    let each = locales
        .iter()
        .map(|locale| Some(locale.phrase(title)?.text()));
    let own = each.collect::<Option<Vec<_>>>()?.join(" / ");
    // A title with places is filled by the template.
    if own.contains('{') || layout.title.as_deref() == Some(own.as_str()) {
        return None;
    }
    let message = format!(
        "`{}` has another title in the file than `{title}`",
        document.id()
    );
    let help = format!("give `page` the words of `{title}`: `title=(phrase \"{title}\")`");
    let finding = Diagnostic::new(&code::template::TITLE, message);
    Some(finding.at(place.clone()).help(help))
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
