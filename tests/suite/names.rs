//! What a firm's templates may name of ours, compared with what there once was: a name
//! goes only with a line in `templates/renamed.yaml` that says what took its place.
//!
//! `fixtures/names.txt` is the list. `CONCORD_BLESS=1` adds new names to it, and takes out
//! those that have their line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use concord::diagnostics::SourceFile;
use concord::language::Locale;
use concord::templates::{TemplateSources, compile};
use concord::view::{Document, Documents};
use serde::Deserialize;

use crate::golden::is_blessed;
use crate::template_files::{outline, partials, parts};

const LIST: &str = "fixtures/names.txt";

/// `templates/renamed.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Renamed {
    partials: BTreeMap<String, Option<String>>,
    phrases: BTreeMap<String, Option<String>>,
    fields: BTreeMap<String, BTreeMap<String, Option<String>>>,
    parts: BTreeMap<String, BTreeMap<String, Option<String>>>,
}

#[test]
fn no_name_goes_without_a_word_of_what_took_its_place() {
    let once = fs::read_to_string(LIST).unwrap_or_default();
    let once: BTreeSet<&str> = once.lines().collect();
    let today = names();
    let today: BTreeSet<&str> = today.iter().map(String::as_str).collect();
    let told = renamed();
    let gone: Vec<_> = once.difference(&today).collect();
    let untold: Vec<_> = gone.iter().filter(|name| !is_told(name, &told)).collect();
    assert!(
        untold.is_empty(),
        "{untold:#?} are gone: say in templates/renamed.yaml what they are called now"
    );
    if is_blessed() {
        let lines: Vec<_> = today.iter().map(|name| format!("{name}\n")).collect();
        fs::write(LIST, lines.concat()).expect("room for it");
        return;
    }
    let new: Vec<_> = today.difference(&once).collect();
    assert!(
        gone.is_empty() && new.is_empty(),
        "{LIST} is behind: run the test with CONCORD_BLESS=1; new are {new:#?}"
    );
}

#[test]
fn what_took_the_place_of_a_name_is_there() {
    let today = names();
    for line in renamed() {
        let Some(new) = &line.new else { continue };
        let named = format!("{} {new}", line.kind);
        let below = format!("{named}.");
        let is_there = |name: &String| *name == named || name.starts_with(&below);
        assert!(today.iter().any(is_there), "there is no {named}");
        let old = format!("{} {}", line.kind, line.old);
        assert!(!today.contains(&old), "{old} is still there");
    }
}

/// A line of `templates/renamed.yaml`.
struct Line {
    /// As in the list: `partial`, or `field court-report`.
    kind: String,
    old: String,
    new: Option<String>,
}

/// Whether a line speaks of this name, or of the block that it is a field of.
fn is_told(name: &str, lines: &[Line]) -> bool {
    lines.iter().any(|line| {
        let old = format!("{} {}", line.kind, line.old);
        name.strip_prefix(&old)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

fn renamed() -> Vec<Line> {
    let text = fs::read_to_string("templates/renamed.yaml").expect("the file");
    let renamed: Renamed = serde_yaml::from_str(&text).expect("it has its four keys");
    let plain = [("partial", renamed.partials), ("phrase", renamed.phrases)];
    let plain = plain.map(|(kind, names)| (kind.to_owned(), names));
    let by_document = [("field", renamed.fields), ("part", renamed.parts)];
    let by_document = by_document.into_iter().flat_map(|(kind, documents)| {
        let named = move |(document, names)| (format!("{kind} {document}"), names);
        documents.into_iter().map(named)
    });
    let groups = plain.into_iter().chain(by_document);
    let lines = groups.flat_map(|(kind, names)| {
        let line = move |(old, new)| Line {
            kind: kind.clone(),
            old,
            new,
        };
        names.into_iter().map(line)
    });
    lines.collect()
}

/// Every name there is today.
fn names() -> BTreeSet<String> {
    let english = fs::read_to_string("templates/locales/en.yaml").expect("the words");
    let english = Locale::parse(&SourceFile::new("en.yaml", english)).expect("sound words");
    let english = Arc::new(english);
    let mut names = BTreeSet::new();
    names.extend(partials().keys().map(|name| format!("partial {name}")));
    names.extend(english.keys().map(|key| format!("phrase {key}")));
    for document in &Documents::builtin() {
        let id = document.id();
        names.extend(parts(&outline(id)).map(|part| format!("part {id} {part}")));
        let fields = fields(document, &english);
        names.extend(fields.iter().map(|field| format!("field {id} {field}")));
    }
    names
}

/// What a document that printed nothing would leave unprinted.
fn fields(document: &Document, locale: &Arc<Locale>) -> Vec<String> {
    let sources = TemplateSources {
        aliases: BTreeMap::new(),
        document: SourceFile::new("document.typ.hbs", ""),
        partials: BTreeMap::new(),
    };
    let pack = compile(sources, Arc::clone(locale)).expect("an empty outline is sound");
    let checked = pack.check(&document.schema(), &BTreeSet::new());
    checked.unprinted
}
