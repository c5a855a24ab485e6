//! The made-up families that travel in the program, so that a field can be shown with a
//! value, and with who may see it.

use serde_json::Value;

use crate::audience::Office;
use crate::case::fields::fields;
use crate::case::mark::Door;
use crate::case::{Case, load};
use crate::language::Locale;
use crate::reading::{self, Subject};
use crate::schema::shape::Kind;
use crate::view::{self, Document, Request, View};

/// The cases that are looked through, in this order, until one has a value.
const CASES: [&str; 6] = [
    include_str!("../../fixtures/cases/valid/full-agreement.yaml"),
    include_str!("../../fixtures/cases/valid/partial-agreement.yaml"),
    include_str!("../../fixtures/cases/valid/mediation.yaml"),
    include_str!("../../fixtures/cases/valid/return-to-court.yaml"),
    include_str!("../../fixtures/cases/valid/planning-together.yaml"),
    include_str!("../../fixtures/cases/valid/planning-together-not-completed.yaml"),
];

/// The most letters of a value that are shown.
const LONGEST: usize = 60;

/// A family, and every copy of one document that it has.
struct Sample {
    case: Case,
    views: Vec<View>,
}

/// Every copy of one document.
pub(super) struct Samples(Vec<Sample>);

/// A value of the view, and who may see the field of the case that it comes from.
#[derive(Debug)]
pub(super) struct Example {
    pub(super) value: String,
    pub(super) door: Option<Door>,
}

impl Samples {
    /// The copies of a document that the families have.
    pub(super) fn of(document: &Document, locale: &Locale) -> Self {
        let samples = CASES.iter().map(|text| Sample::of(text, document, locale));
        Samples(samples.filter(|sample| !sample.views.is_empty()).collect())
    }

    /// The first value that stands at this path in any of the copies.
    pub(super) fn example(&self, path: &[&str], kind: Kind<'_>) -> Option<Example> {
        self.0.iter().find_map(|sample| {
            let mut views = sample.views.iter();
            views.find_map(|view| {
                let (pointer, value) = first(view.json(), path, String::new())?;
                Some(Example {
                    value: shown(value, kind)?,
                    door: sample.door(view, &pointer),
                })
            })
        })
    }

    /// Whether no family has the document.
    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Sample {
    fn of(text: &str, document: &Document, locale: &Locale) -> Self {
        let read = reading::accept("sample", text.as_bytes(), Subject::Case);
        let case: Case = read
            .and_then(|mut accepted| load::load(&mut accepted))
            .expect("a test reads each of them");
        let office = Office::of(&case);
        let copies = document.copies(office).unwrap_or_default().into_iter();
        let views = copies.filter_map(|copy| {
            let request = Request {
                document: document.clone(),
                copy,
                language: locale.language(),
            };
            view::build(office, request, locale).ok()
        });
        Sample {
            views: views.collect(),
            case,
        }
    }

    /// Who may see what a value comes from, where one field of the case is that.
    fn door(&self, view: &View, pointer: &str) -> Option<Door> {
        let at = view.case_pointer(pointer)?;
        let mut fields = fields(&self.case, |_| true).into_iter();
        let field = fields.find(|field| field.at.is_within(&at))?;
        Some(field.mark.door)
    }
}

/// Every copy of a document that the families have, as templates are told it.
pub(crate) fn sample_views(document: &Document, locale: &Locale) -> Vec<View> {
    let Samples(samples) = Samples::of(document, locale);
    samples.into_iter().flat_map(|one| one.views).collect()
}

/// The first value at a path that is there, through lists from their first item on, and where
/// it stands.
fn first<'v>(value: &'v Value, path: &[&str], at: String) -> Option<(String, &'v Value)> {
    match (value, path) {
        (Value::Null, _) => None,
        (Value::Array(items), _) if !path.is_empty() || items.is_empty() => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, item)| first(item, path, format!("{at}/{index}")))
        }
        (_, []) => Some((at, value)),
        (_, [field, rest @ ..]) => first(value.get(field)?, rest, format!("{at}/{field}")),
    }
}

/// A value as a person reads it: nothing for a block, whose fields have examples.
fn shown(value: &Value, kind: Kind<'_>) -> Option<String> {
    let text = match (value, kind) {
        (Value::Bool(yes), _) => if *yes { "yes" } else { "no" }.to_owned(),
        (Value::Number(number), _) => number.to_string(),
        (Value::String(text), _) => text.clone(),
        (Value::Object(_), Kind::Prose) => value.get("text")?.as_str()?.to_owned(),
        (Value::Array(items), _) => {
            let items = items
                .iter()
                .map(Value::as_str)
                .collect::<Option<Vec<_>>>()?;
            items.join(", ")
        }
        _ => return None,
    };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(LONGEST).collect();
    Some(match cut.len() == line.len() {
        true => line,
        false => format!("{}…", cut.trim_end()),
    })
}
