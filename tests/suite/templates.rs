//! Templates: what they may not say, what they print, and where each byte of it comes
//! from. That no value changes a document is the subject of `escape`.

mod origin;
mod printed;
mod refused;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use concord::diagnostics::{Diagnostic, Findings, SourceFile};
use concord::language::Locale;
use concord::templates::{Pack, TemplateSources, compile};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("the repository has the file")
}

/// A locale that ships, by the code of its language.
fn locale(code: &str) -> Arc<Locale> {
    let path = repository().join(format!("templates/locales/{code}.yaml"));
    let words = SourceFile::new(format!("{code}.yaml"), text(&path));
    Arc::new(Locale::parse(&words).expect("the words are sound"))
}

fn english() -> Arc<Locale> {
    locale("en")
}

/// The files of a folder, in alphabetical order.
fn folder(path: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join(path)).expect("the repository has the folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    paths
}

/// Compiles an outline and its partials, given as (name, text).
fn compiled(document: &str, partials: &[(&str, &str)]) -> Result<Pack, Findings> {
    compiled_in(english(), document, partials)
}

fn compiled_in(
    locale: Arc<Locale>,
    document: &str,
    partials: &[(&str, &str)],
) -> Result<Pack, Findings> {
    let partials = partials.iter().map(|(name, text)| {
        (
            (*name).to_owned(),
            SourceFile::new(format!("partials/{name}.typ.hbs"), *text),
        )
    });
    let document = SourceFile::new("document.typ.hbs", document);
    let partials: BTreeMap<_, _> = partials.collect();
    let aliases = BTreeMap::new();
    compile(
        TemplateSources {
            document,
            partials,
            aliases,
        },
        locale,
    )
}

fn shorts(findings: &Findings) -> Vec<String> {
    findings
        .clone()
        .sorted()
        .iter()
        .map(Diagnostic::short)
        .collect()
}
