//! The structure of a document in lines that a person can compare: what stands in what,
//! and with which words it begins.

use super::layout::{Layout, Role, Run};
use super::reading_order::Part;
use super::reading_order::ReadingOrder;

/// As much of a text as tells it from others.
const WORDS: usize = 50;

impl Layout {
    /// The structure as a screen reader meets it, a line for each part, indented by what
    /// it stands in. Tables hold the header rows of each page, marked as repeated.
    pub fn tag_tree(&self) -> String {
        let order = ReadingOrder::of(self);
        let mut tree = Tree {
            order: &order,
            lines: String::new(),
            language: self.language.as_deref().unwrap_or_default(),
        };
        tree.parts(order.top(), 0);
        tree.lines
    }
}

struct Tree<'a> {
    order: &'a ReadingOrder<'a>,
    lines: String,
    language: &'a str,
}

impl Tree<'_> {
    fn parts(&mut self, parts: &[Part<'_>], depth: usize) {
        let mut text = Vec::new();
        for part in parts {
            match part {
                Part::Text(run, _) => text.push(*run),
                Part::Element(element) => {
                    self.words(std::mem::take(&mut text), depth);
                    self.element(*element, depth);
                }
            }
        }
        self.words(text, depth);
    }

    /// An element of nothing but text is one line with it.
    fn element(&mut self, element: usize, depth: usize) {
        let within = self.order.within(element);
        let alt = self.order.layout().elements[element].alt.as_deref();
        let role = self.order.role(element);
        if *role == Role::Artifact && within.is_empty() {
            return;
        }
        let mut line = name(role);
        if let Some(alt) = alt {
            line = format!("{line}, in words “{}”", shortened(alt));
        }
        if let (Role::Figure, Some(_)) = (role, alt) {
            self.line(depth, &line);
            return self.captions(within, depth + 1);
        }
        let texts = within.iter().map(|part| match part {
            Part::Text(run, _) => Some(*run),
            Part::Element(_) => None,
        });
        match texts.collect::<Option<Vec<&Run>>>() {
            Some(text) => {
                let words = self.quoted(&text);
                self.line(depth, format!("{line} {words}").trim_end());
            }
            None => {
                self.line(depth, &line);
                self.parts(within, depth + 1);
            }
        }
    }

    /// Of a figure told in words, what stands beside it: a year has 365 cells.
    fn captions(&mut self, within: &[Part<'_>], depth: usize) {
        for part in within {
            if let Part::Element(element) = part
                && *self.order.role(*element) == Role::Caption
            {
                self.element(*element, depth);
            }
        }
    }

    fn words(&mut self, text: Vec<&Run>, depth: usize) {
        let words = self.quoted(&text);
        if !words.is_empty() {
            self.line(depth, &words);
        }
    }

    /// The first words, with their language where it is another than the document's.
    fn quoted(&self, text: &[&Run]) -> String {
        let words: String = text.iter().map(|run| run.text.as_str()).collect();
        let other = text.iter().find(|run| run.language != self.language);
        match other {
            _ if words.trim().is_empty() => String::new(),
            Some(run) => format!("“{}” [{}]", shortened(&words), run.language),
            None => format!("“{}”", shortened(&words)),
        }
    }

    fn line(&mut self, depth: usize, words: &str) {
        self.lines.push_str(&"  ".repeat(depth));
        self.lines.push_str(words);
        self.lines.push('\n');
    }
}

fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(WORDS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn name(role: &Role) -> String {
    let name = match role {
        Role::Title => "title",
        Role::Heading(level) => return format!("heading {level}"),
        Role::Paragraph => "paragraph",
        Role::List => "list",
        Role::Terms => "terms",
        Role::Label => "label",
        Role::Body => "body",
        Role::Table => "table",
        Role::Cell {
            row,
            column,
            header,
            repeated,
        } => {
            let kind = if *header { "header" } else { "cell" };
            let again = if *repeated { ", repeated" } else { "" };
            return format!("{kind} {}.{}{again}", row + 1, column + 1);
        }
        Role::Grid => "grid",
        Role::Slot { row, column } => return format!("slot {}.{}", row + 1, column + 1),
        Role::Quotation => "quotation",
        Role::Figure => "figure",
        Role::Caption => "caption",
        Role::Note => "note",
        Role::Signature => "signature",
        Role::Header => "page header",
        Role::Footer => "page footer",
        Role::PageNumber => "page number",
        Role::Artifact => "artifact",
    };
    name.to_owned()
}
