//! Answers are right: what they say to write is what the checker takes, and nothing of what
//! can be named is without its words.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::calls::Theme;
use super::fields::Reader;
use super::partials::note;
use super::samples::Samples;
use super::texts::{self, names};
use super::way::Stop;
use super::wording::Wording;
use crate::assets::{AssetPath, Layered};
use crate::diagnostics::SourceFile;
use crate::language::{Language, Locale};
use crate::packs::declared::Declared;
use crate::packs::shelf::Packs;
use crate::schema::Schema;
use crate::schema::shape::Kind;
use crate::templates::{HELPERS, TemplateSources, compile};
use crate::view::{Document, Documents};

fn english(assets: &Layered, packs: &Packs) -> Arc<Locale> {
    let locale = packs.locale(assets, Language::En);
    locale
        .map_err(|faults| faults.sorted())
        .expect("our own locale is sound")
}

fn theme() -> Theme {
    let theme = Theme::read(&Layered::builtin()).map_err(|faults| faults.sorted());
    theme.expect("our own theme can be read")
}

/// Every field below a stop, each block of the schema once.
fn below<'a>(
    schema: Schema<'a>,
    stop: &Stop<'a>,
    found: &mut Vec<Stop<'a>>,
    open: &mut Vec<String>,
) {
    for (name, node) in stop.fields(schema) {
        let field = stop.step(schema, name, node);
        let key = format!("{node}");
        if !open.contains(&key) {
            open.push(key);
            below(schema, &field, found, open);
            open.pop();
        }
        found.push(field);
    }
}

/// A document that writes one value as it is told to must be one that the checker takes.
#[test]
fn what_fields_says_to_write_is_what_the_checker_takes() {
    let (assets, packs) = (Layered::builtin(), Packs::of(Declared::builtin()));
    let locale = english(&assets, &packs);
    for document in &Documents::builtin() {
        let schema = document.schema();
        let reader = reader(&assets, &packs, &locale, document, &schema);
        let mut fields = Vec::new();
        below(
            reader.schema,
            &Stop::view(reader.schema),
            &mut fields,
            &mut Vec::new(),
        );
        assert!(!fields.is_empty());
        for stop in &fields {
            let field = reader.field(stop.dotted(), stop, true);
            if field.write.contains("=…") || field.write.contains("in=\"…\"") {
                continue;
            }
            let sources = TemplateSources {
                document: SourceFile::new("document.typ.hbs", field.write.as_str()),
                partials: Default::default(),
                aliases: Default::default(),
            };
            let pack = compile(sources, Arc::clone(&locale)).map_err(|faults| faults.sorted());
            let pack = pack.unwrap_or_else(|faults| panic!("{}: {faults:?}", field.write));
            let checked = pack.check(&schema, &BTreeSet::new());
            let told: Vec<_> = checked
                .findings
                .sorted()
                .iter()
                .map(|one| one.short())
                .collect();
            assert!(
                told.is_empty(),
                "{}: {}: {told:?}",
                document.id(),
                field.write
            );
        }
    }
}

fn reader<'a>(
    assets: &Layered,
    packs: &Packs,
    locale: &'a Locale,
    document: &Document,
    schema: &'a serde_json::Value,
) -> Reader<'a> {
    let texts = texts::templates(assets, packs).map_err(|faults| faults.sorted());
    let texts = texts.expect("our own templates can be read");
    Reader {
        schema: Schema::new(schema),
        wording: Wording::of(locale, texts.values().map(|file| file.text())),
        samples: Samples::of(document, locale),
    }
}

#[test]
fn every_field_says_what_it_is_for_and_every_document_has_a_sample() {
    let (assets, packs) = (Layered::builtin(), Packs::of(Declared::builtin()));
    let locale = english(&assets, &packs);
    for document in &Documents::builtin() {
        assert!(
            !Samples::of(document, &locale).is_empty(),
            "{}",
            document.id()
        );
        let schema = document.schema();
        let schema = Schema::new(&schema);
        let mut fields = Vec::new();
        below(schema, &Stop::view(schema), &mut fields, &mut Vec::new());
        for stop in fields {
            let path = stop.dotted();
            assert!(stop.meaning.is_some(), "{}: {path}", document.id());
            assert!(
                !matches!(stop.shape.kind, Kind::Other),
                "{}: {path}",
                document.id()
            );
        }
    }
}

#[test]
fn every_partial_and_every_call_of_the_theme_says_what_it_is() {
    let (assets, packs) = (Layered::builtin(), Packs::of(Declared::builtin()));
    let texts = texts::templates(&assets, &packs).map_err(|faults| faults.sorted());
    for (name, file) in texts.expect("our own templates can be read") {
        assert!(!note(file.text()).is_empty(), "{name} opens with no note");
    }
    let theme = theme();
    let dumb: Vec<_> = theme
        .names()
        .filter(|name| theme.comment(name).is_none())
        .collect();
    assert_eq!(
        dumb, [""; 0],
        "no comment stands before the `#let` of these"
    );
}

#[test]
fn what_is_filled_takes_what_is_left() {
    let theme = theme();
    let written = theme.written("signature");
    assert_eq!(
        written.as_deref(),
        Some("#signature(name, role, date-label, date)")
    );
    assert_eq!(
        theme.written("key-facts").as_deref(),
        Some("#key-facts(..rows)")
    );
}

/// What the README for firms says of helpers and of the theme is what they say themselves.
#[test]
fn the_readme_explains_what_there_is() {
    let path = AssetPath::new("templates/README.md").expect("a plain path");
    let readme = Layered::builtin()
        .text(&path)
        .expect("it travels in the program");
    let readme = readme.text();
    for (written, prints) in HELPERS.iter().flat_map(|helper| helper.forms) {
        let row = format!("| `{written}` | {prints} |\n");
        assert!(readme.contains(&row), "the README has no row\n{row}");
    }
    let theme = theme();
    let table = readme.split("## What the theme offers").nth(1);
    let table = table.and_then(|rest| rest.split("\n## ").next());
    let table = table.expect("the README has the section");
    let unsaid: Vec<_> = theme.names().filter(|name| !names(table, name)).collect();
    assert_eq!(unsaid, [""; 0], "the README does not mention these");
    let mentioned = table.replace("#show: ", "#");
    let mentioned = mentioned.split("`#").skip(1).filter_map(|rest| {
        rest.split(|sign: char| !sign.is_alphanumeric() && sign != '-')
            .next()
    });
    let gone: Vec<_> = mentioned
        .filter(|name| theme.written(name).is_none())
        .collect();
    assert_eq!(gone, [""; 0], "the theme does not offer these");
}
