//! `fields DOCUMENT [PATH]`: what a template may name, from the schema of its view.

use std::fmt;

use super::page::Page;
use super::samples::{Example, Samples};
use super::texts;
use super::unanswered::Unanswered;
use super::way::{Stop, innermost};
use super::wording::Wording;
use crate::assets::Layered;
use crate::diagnostics::in_backticks;
use crate::language::Language;
use crate::packs::shelf::Packs;
use crate::schema::shape::{Kind, Shape};
use crate::schema::{Schema, keywords};
use crate::templates::spelt;
use crate::view::Document;

/// What stands at a path of a document's view, and the fields in it.
#[derive(Debug)]
pub struct Fields {
    document: String,
    asked: Option<Field>,
    within: Vec<Field>,
}

/// One field.
#[derive(Debug)]
pub(super) struct Field {
    name: String,
    kind: String,
    meaning: String,
    /// How a template writes it, from where the fields around it can be named.
    pub(super) write: String,
    /// The keywords of a choice.
    choices: Vec<String>,
    /// Other groups that word the choice.
    groups: Vec<String>,
    /// What can be named inside it.
    fields: Vec<String>,
    example: Option<Example>,
}

/// What an answer is made of.
pub(super) struct Reader<'a> {
    pub(super) schema: Schema<'a>,
    pub(super) wording: Wording<'a>,
    pub(super) samples: Samples,
}

pub(super) fn fields(
    assets: &Layered,
    packs: &Packs,
    document: &Document,
    path: &str,
) -> Result<Fields, Unanswered> {
    let schema = document.schema();
    let schema = Schema::new(&schema);
    let stop = Stop::at(schema, document.id(), path)?;
    let locale = packs.locale(assets, Language::En)?;
    let texts = texts::templates(assets, packs)?;
    let reader = Reader {
        schema,
        wording: Wording::of(&locale, texts.values().map(|file| file.text())),
        samples: Samples::of(document, &locale),
    };
    let within = stop.fields(schema).into_iter();
    let within = within.map(|(name, node)| {
        let field = stop.step(schema, name, node);
        reader.field(name.to_owned(), &field, false)
    });
    Ok(Fields {
        document: document.id().to_owned(),
        within: within.collect(),
        asked: (!stop.path.is_empty()).then(|| reader.field(stop.dotted(), &stop, true)),
    })
}

impl<'a> Reader<'a> {
    /// A field under this name; written as from the top of the document, or as where it
    /// stands.
    pub(super) fn field(&self, name: String, stop: &Stop<'a>, from_top: bool) -> Field {
        let items = innermost(self.schema, stop.shape);
        let groups = self.wording.groups(items);
        let is_list = matches!(stop.shape.kind, Kind::List { .. });
        let path = if from_top {
            stop.named.as_str()
        } else {
            name.as_str()
        };
        let tag = spelt(stop.shape, is_list.then_some(items), &groups, path);
        let write = if from_top { stop.inside(&tag) } else { tag };
        let fields = stop.fields(self.schema).into_iter();
        let choices = match items.kind {
            Kind::Keyword(node) => keywords(node),
            _ => Vec::new(),
        };
        let others = groups.iter().skip(1);
        Field {
            kind: kind(stop.shape, items),
            meaning: plain(stop.meaning.unwrap_or_default()),
            write,
            choices: choices.iter().map(ToString::to_string).collect(),
            groups: others.map(|(group, _)| format!("in=\"{group}\"")).collect(),
            fields: fields.map(|(name, _)| name.to_owned()).collect(),
            example: self.samples.example(&stop.path, items.kind),
            name,
        }
    }
}

/// `a list of blocks, which may be empty`.
fn kind(shape: Shape<'_>, items: Shape<'_>) -> String {
    match shape.kind {
        Kind::List { least, .. } => {
            let lacks = if least == 0 {
                ", which may be empty"
            } else {
                ""
            };
            format!("a list of {}{lacks}", items.kind.several())
        }
        kind if shape.optional => format!("{}, which may be absent", kind.words()),
        kind => kind.words().to_owned(),
    }
}

/// The words of a docstring without what only its source can follow: one line, no links.
fn plain(meaning: &str) -> String {
    let paragraph = meaning.split("\n\n").next().unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace("[`", "`").replace("`]", "`")
}

impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        match &self.asked {
            Some(asked) => asked.print(0, &mut page),
            None => page.line(
                0,
                &format!("{}: what its templates may name", self.document),
            ),
        }
        for field in &self.within {
            page.line(0, "");
            field.print(2, &mut page);
        }
        let deeper = self.within.iter().find(|field| !field.fields.is_empty());
        if let Some(deeper) = deeper {
            let above = self.asked.iter().map(|asked| format!("{}.", asked.name));
            let path = above.collect::<String>() + &deeper.name;
            page.line(0, "");
            page.words(
                0,
                &format!(
                    "further in: `concord templates fields {} {path}`",
                    self.document
                ),
            );
        }
        write!(f, "{page}")
    }
}

impl Field {
    fn print(&self, indent: usize, page: &mut Page) {
        page.words(indent, &format!("{}: {}", self.name, self.kind));
        let indent = indent + 2;
        page.words(indent, &self.meaning);
        page.copied(indent, "write", &self.write);
        if !self.groups.is_empty() {
            page.labelled(
                indent,
                "or",
                &in_backticks(self.groups.iter().map(String::as_str)),
            );
        }
        if !self.choices.is_empty() {
            page.labelled(indent, "one of", &self.choices.join(", "));
        }
        if !self.fields.is_empty() {
            page.labelled(indent, "fields", &self.fields.join(", "));
        }
        if let Some(example) = &self.example {
            page.labelled(indent, "example", &example.value);
            if let Some(seen) = example.door.and_then(|door| door.words()) {
                page.labelled(indent, "seen by", seen);
            }
        }
    }
}
