//! Names of ours that are no longer, told to whoever still uses one.
//!
//! A firm's templates outlive a name of ours: what took its place is data
//! (`templates/renamed.yaml`), so that the finding says more than that nothing has the name.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::assets::{AssetPath, Layered};
use crate::diagnostics::code::template;
use crate::diagnostics::{Diagnostic, Findings};
use crate::reading::table;
use crate::view::Document;

use super::files::RENAMED;

/// What a name is called now; nothing, where nothing took its place.
type Names = BTreeMap<String, Option<String>>;

/// `templates/renamed.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Renamed {
    partials: Names,
    phrases: Names,
    /// By document, with the way from the view.
    fields: BTreeMap<String, Names>,
    /// By document, the parts of its outline.
    #[expect(dead_code, reason = "no command names a part yet; the tests read them")]
    parts: BTreeMap<String, Names>,
}

impl Renamed {
    /// A list of this text.
    #[cfg(test)]
    pub(crate) fn of(text: &str) -> Self {
        table(text)
    }

    /// The partials that are called otherwise now, each with its name of today.
    pub(crate) fn partials(&self) -> impl Iterator<Item = (&str, &str)> {
        renames(&self.partials)
    }

    /// The phrases that have another key now, each with that of today.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = (&str, &str)> {
        renames(&self.phrases)
    }

    /// What a partial is called now that was called so.
    pub(crate) fn partial(&self, old: &str) -> Option<&str> {
        self.partials.get(old)?.as_deref()
    }

    /// What the last name of a field is now, where the way to it is the same.
    pub(crate) fn field(&self, document: &str, old: &str) -> Option<&str> {
        let new = self.fields.get(document)?.get(old)?.as_deref()?;
        let before = |path: &'_ str| path.rfind('.').map_or(0, |at| at + 1);
        let is_beside = old[..before(old)] == new[..before(new)];
        is_beside.then(|| &new[before(new)..])
    }

    /// The program's own list; a firm has none.
    pub(crate) fn builtin() -> &'static Renamed {
        static OWN: OnceLock<Renamed> = OnceLock::new();
        OWN.get_or_init(|| {
            let path = AssetPath::new(RENAMED).expect("a plain path");
            let list = Layered::builtin()
                .text(&path)
                .expect("it is in the program");
            table(list.text())
        })
    }

    /// The findings about a document, with what became of each name that is no longer.
    pub(super) fn told(&self, findings: Findings, document: &Document) -> Findings {
        let findings = findings.into_iter();
        // A firm's own names the fields of one of ours.
        let ours = Document::builtin(document.view());
        findings
            .map(|one| self.with_successor(one, ours.id()))
            .collect()
    }

    fn with_successor(&self, finding: Diagnostic, document: &str) -> Diagnostic {
        let old = finding.message.split('`').nth(1).unwrap_or_default();
        let code = finding.code;
        let successor = if *code == template::UNKNOWN_PARTIAL || *code == template::DEAD_PARTIAL {
            self.partials.get(old)
        } else if *code == template::UNKNOWN_PHRASE {
            self.phrases.get(old)
        } else if *code == template::UNKNOWN_FIELD {
            let fields = self.fields.get(document).into_iter().flatten();
            let last = |path: &str| path.rsplit('.').next() == Some(old);
            let mut named = fields.filter(|(path, _)| last(path));
            named.next().map(|(_, new)| new)
        } else {
            None
        };
        match successor {
            Some(Some(new)) => finding.help(format!("it is called `{new}` now")),
            Some(None) => finding.help("it is no longer, and nothing took its place: take it out"),
            None => finding,
        }
    }
}

fn renames(names: &Names) -> impl Iterator<Item = (&str, &str)> {
    let names = names.iter();
    names.filter_map(|(old, new)| Some((old.as_str(), new.as_deref()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    fn help(code: &'static Code, message: &str) -> Option<String> {
        let renamed: Renamed = table(
            "partials: {old-heading: case-heading, gone: ~}\n\
             phrases: {summary.old: summary.outcome}\n\
             fields: {court-report: {summary.ending: summary.outcome}}\n\
             parts: {}",
        );
        let finding = Diagnostic::new(code, message).help("did you mean `x`?");
        renamed.with_successor(finding, "court-report").help
    }

    #[test]
    fn a_name_that_is_no_longer_is_told_with_its_successor() {
        let table = [
            (
                &template::UNKNOWN_PARTIAL,
                "there is no partial `old-heading`",
                "it is called `case-heading` now",
            ),
            (
                &template::DEAD_PARTIAL,
                "nothing calls the partial `old-heading`",
                "it is called `case-heading` now",
            ),
            (
                &template::UNKNOWN_PARTIAL,
                "there is no partial `gone`",
                "it is no longer, and nothing took its place: take it out",
            ),
            (
                &template::UNKNOWN_PHRASE,
                "the locale has no phrase `summary.old`",
                "it is called `summary.outcome` now",
            ),
            (
                &template::UNKNOWN_FIELD,
                "there is no `ending` here",
                "it is called `summary.outcome` now",
            ),
            (
                &template::UNKNOWN_FIELD,
                "there is no `old-heading` here",
                "did you mean `x`?",
            ),
        ];
        for (code, message, told) in table {
            assert_eq!(help(code, message).as_deref(), Some(told), "{message}");
        }
    }

    #[test]
    fn the_programs_own_list_says_nothing_of_what_is_there() {
        let partials = super::super::files::partials(&Layered::builtin());
        let partials = partials
            .map_err(Findings::sorted)
            .expect("no two of one name");
        let own = Renamed::builtin();
        assert!(own.partials.keys().all(|old| !partials.contains_key(old)));
    }
}
