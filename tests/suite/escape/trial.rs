//! One trial: a shape is rendered with hostile values and again with marks in their
//! place, and the two are compared by a reader that shares no code with the escaper.

use std::sync::Arc;

use concord::diagnostics::{Diagnostic, Findings, SourceFile};
use concord::language::Locale;
use concord::templates::{Pack, TemplateSources, compile};
use serde_json::{Value, json};
use typst_syntax::{SyntaxKind, SyntaxNode, ast, parse};

use super::hostile::Dice;
use super::shapes::{PARTIALS, PHRASES, SHAPES};

/// What became of some trials.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) renders: usize,
    /// Values that printed and read back.
    pub(crate) values: usize,
    /// Shapes that were refused whatever the values were: the trial is at fault.
    pub(crate) unfit: Vec<String>,
    /// Views that were refused, though the shape takes any text.
    pub(crate) refused: Vec<String>,
    /// Documents of another structure than the marks gave.
    pub(crate) restructured: Vec<String>,
    /// Strings that do not read back.
    pub(crate) misread: Vec<String>,
}

/// Every shape, ready to render.
pub(crate) fn packs(english: &str) -> Vec<Pack> {
    let words = SourceFile::new("en.yaml", format!("{english}{PHRASES}"));
    let locale = Arc::new(Locale::parse(&words).expect("the words are sound"));
    let partials = PARTIALS.iter().map(|(name, text)| {
        (
            (*name).to_owned(),
            SourceFile::new(format!("partials/{name}.typ.hbs"), *text),
        )
    });
    let sources = SHAPES.iter().map(|shape| TemplateSources {
        aliases: Default::default(),
        document: SourceFile::new(*shape, *shape),
        partials: partials.clone().collect(),
    });
    sources
        .map(|sources| {
            compile(sources, Arc::clone(&locale))
                .unwrap_or_else(|findings| panic!("{}", told(&findings)))
        })
        .collect()
}

/// Runs this many trials, the shapes in turn.
pub(crate) fn run(packs: &[Pack], trials: usize, seed: u64) -> Tally {
    let mut dice = Dice::new(seed);
    let mut tally = Tally::default();
    for trial in 0..trials {
        let pack = &packs[trial % packs.len()];
        attempt(pack, &hostile(&mut dice), &mut tally);
    }
    tally
}

/// Renders a view and its marked twin and compares them.
pub(crate) fn attempt(pack: &Pack, view: &Value, tally: &mut Tally) {
    tally.renders += 1;
    let mut originals = Vec::new();
    let marked = marked(view, &mut originals);
    let reference = match pack.render(&marked, &|_| None) {
        Ok(reference) => reference,
        Err(findings) => return tally.unfit.push(told(&findings)),
    };
    let Ok(real) = pack.render(view, &|_| None) else {
        return tally.refused.push(view.to_string());
    };
    compare(&real.source, &reference.source, &originals, view, tally);
}

/// Compares two sources: the same tree, and each string of the one the string of the
/// other with its marks replaced.
pub(crate) fn compare(
    real: &str,
    reference: &str,
    originals: &[String],
    view: &Value,
    tally: &mut Tally,
) {
    let (real, reference) = (parse(real), parse(reference));
    if shape(&real) != shape(&reference) {
        return tally.restructured.push(view.to_string());
    }
    let expected = strings(&reference)
        .into_iter()
        .map(|text| unmarked(&text, originals));
    for (got, expected) in strings(&real).into_iter().zip(expected) {
        if got == expected {
            tally.values += 1;
        } else {
            tally.misread.push(view.to_string());
        }
    }
}

fn told(findings: &Findings) -> String {
    findings
        .iter()
        .map(Diagnostic::short)
        .collect::<Vec<_>>()
        .join("; ")
}

/// A view for every shape.
pub(crate) fn hostile(dice: &mut Dice) -> Value {
    let texts: Vec<String> = (0..11).map(|_| dice.text()).collect();
    let prose = [dice.paragraph(), dice.paragraph(), dice.paragraph()].join("\n\n");
    view(&texts, &prose)
}

/// A view of these eleven texts and this prose of three paragraphs.
pub(crate) fn view(texts: &[String], prose: &str) -> Value {
    let t = |at: usize| texts[at].as_str();
    json!({
        "a": t(0), "b": t(1), "c": t(2), "prose": prose,
        "n": 4, "minus": -3, "half": -1.5, "yes": true, "no": false, "absent": null,
        "day": "2026-03-02", "hour": "14:30",
        "items": [{"name": t(3), "note": t(4)}, {"name": t(5), "note": t(6)}],
        "names": [t(7), t(8), t(9)],
        "record": {format!("1{}", t(10)): t(10), format!("2{}", t(9)): [t(0), {"x": 7}]},
        "empty": [], "none": {},
    })
}

/// The view with a mark for every text, and the texts in the order of their marks.
fn marked(view: &Value, originals: &mut Vec<String>) -> Value {
    let mut mark = |text: &str| {
        originals.push(text.to_owned());
        format!("M{:04}M", originals.len() - 1)
    };
    match view {
        Value::String(text) if text.contains("\n\n") => {
            let marks: Vec<String> = text.split("\n\n").map(mark).collect();
            Value::String(marks.join("\n\n"))
        }
        Value::String(text) => Value::String(mark(text)),
        Value::Array(items) => items.iter().map(|item| marked(item, originals)).collect(),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, field)| {
                let field = match key.as_str() {
                    "day" | "hour" => field.clone(),
                    _ => marked(field, originals),
                };
                let key = if key.starts_with(['1', '2']) {
                    originals.push(key.clone());
                    format!("M{:04}M", originals.len() - 1)
                } else {
                    key.clone()
                };
                (key, field)
            });
            Value::Object(fields.collect())
        }
        other => other.clone(),
    }
}

/// A text with every mark replaced by what it stands for.
fn unmarked(text: &str, originals: &[String]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('M') {
        let number = rest
            .get(at + 1..at + 5)
            .and_then(|digits| digits.parse::<usize>().ok());
        out.push_str(&rest[..at]);
        match number.and_then(|number| originals.get(number)) {
            Some(original) => {
                out.push_str(original);
                rest = &rest[at + 6..];
            }
            None => {
                out.push('M');
                rest = &rest[at + 1..];
            }
        }
    }
    out + rest
}

/// The kinds of a tree and its words, strings aside.
fn shape(node: &SyntaxNode) -> String {
    if node.kind() == SyntaxKind::Str {
        return "string".to_owned();
    }
    let inner: Vec<String> = node.children().map(shape).collect();
    format!(
        "{:?}{:?}({})",
        node.kind(),
        node.leaf_text(),
        inner.join(" ")
    )
}

fn strings(node: &SyntaxNode) -> Vec<String> {
    match node.cast::<ast::Str>() {
        Some(text) => vec![text.get().to_string()],
        None => node.children().flat_map(strings).collect(),
    }
}
