//! How a finding names a value and says what to write.
//!
//! A name is made of the model's own fields. Keys of a family's choice, and entries
//! of lists, are counted or passed over: they are case values.

use crate::case::LINES;
use crate::case::form::{FORMS, Form as _, Line, Prose};
use crate::diagnostics::in_backticks;
use std::fmt;

use crate::schema::wanted::{Model, Wanted};
use serde_json::Value;

/// What a message calls a value.
#[derive(Clone, Default)]
pub(super) struct Name {
    /// The fields that lead to it: `programme.sessions`.
    fields: String,
    /// Which part of that field it is.
    part: Part,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Part {
    #[default]
    Whole,
    /// An entry of a list, counted from 1.
    Entry(usize),
    /// An entry under a key of one's own choice.
    Keyed,
}

impl Name {
    /// A field of this block.
    pub(super) fn field(&self, name: &str) -> Self {
        let dot = if self.fields.is_empty() { "" } else { "." };
        Name {
            fields: format!("{}{dot}{name}", self.fields),
            part: Part::Whole,
        }
    }

    /// An entry of this list, counted from 0.
    pub(super) fn entry(&self, index: usize) -> Self {
        Name {
            part: Part::Entry(index + 1),
            ..self.clone()
        }
    }

    /// An entry of this map.
    pub(super) fn keyed(&self) -> Self {
        Name {
            part: Part::Keyed,
            ..self.clone()
        }
    }

    /// What stands in front of the value: the last field's key, or a dash.
    fn lead(&self) -> String {
        match (self.part, self.fields.rsplit('.').next()) {
            (Part::Whole, Some(field)) => format!("{field}:"),
            (Part::Keyed, _) => "name:".to_owned(),
            (Part::Entry(_), _) | (Part::Whole, None) => "-".to_owned(),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Whole if self.fields.is_empty() => f.write_str("the file"),
            Part::Whole => write!(f, "`{}`", self.fields),
            Part::Entry(number) => write!(f, "entry {number} of `{}`", self.fields),
            Part::Keyed => write!(f, "an entry of `{}`", self.fields),
        }
    }
}

/// What a value is to be, after "must be".
pub(super) fn kind<'a>(schema: &Model<'a>, wanted: &Wanted<'a>) -> String {
    let one = match wanted {
        Wanted::Fields(_) | Wanted::Map(_) => "a block of fields",
        Wanted::List { .. } => "a list",
        Wanted::Text { .. } => "a text",
        Wanted::Whole { .. } => "a whole number",
        Wanted::Truth => "`true` or `false`",
        Wanted::Choice(_) => "one of the choices",
        Wanted::Either(several) => {
            let mut kinds: Vec<String> = several
                .iter()
                .map(|one| kind(schema, &schema.wanted(one)))
                .collect();
            kinds.dedup();
            return kinds.join(" or ");
        }
    };
    one.to_owned()
}

/// How a form is shown, where no example of it may stand in a report.
fn shown(format: Option<&str>) -> Option<String> {
    let row = FORMS
        .iter()
        .chain(LINES)
        .find(|row| Some(row.name) == format)?;
    row.shown.map(str::to_owned)
}

/// What stands behind the dash of an entry, where something can be shown.
fn entry_of<'a>(schema: &Model<'a>, entry: &'a Value) -> String {
    let form = match &*schema.wanted(entry) {
        Wanted::Text { format } => shown(*format),
        _ => None,
    };
    let example = form.or_else(|| schema.example(entry));
    example.map_or_else(String::new, |example| format!(" {example}"))
}

/// How to write a value, after "write" or "add": `number: LS##P#####`.
pub(super) fn line<'a>(schema: &Model<'a>, name: &Name, value: &'a Value) -> String {
    let lead = name.lead();
    match &*schema.wanted(value) {
        Wanted::Fields(fields) if name.fields.is_empty() => {
            format!(
                "its fields line by line: {}",
                in_backticks(&fields.required)
            )
        }
        Wanted::Fields(fields) if fields.required.is_empty() => {
            format!("`{lead}` and below it, indented, its fields")
        }
        Wanted::Fields(fields) => {
            let fields = in_backticks(&fields.required);
            format!("`{lead}` and below it, indented, {fields}")
        }
        Wanted::Map(_) => format!("`{lead}` and below it, indented, `name: value` line by line"),
        Wanted::List { entry, .. } => {
            let entry = entry_of(schema, entry);
            format!(
                "`{lead}` and below it each entry on a line of its own after a dash: `-{entry}`"
            )
        }
        Wanted::Choice(words) if name.part == Part::Keyed => {
            format!(
                "after the entry's name and its colon one of {}",
                in_backticks(words)
            )
        }
        Wanted::Choice(words) => format!("`{lead}` and one of {}", in_backticks(words)),
        Wanted::Truth => format!("`{lead} true` or `{lead} false`, without quotes"),
        Wanted::Whole { least, .. } => {
            let example = schema.example(value);
            let number = example.unwrap_or_else(|| least.unwrap_or(1).max(1).to_string());
            format!("`{lead} {number}`: digits, without quotes or a leading zero")
        }
        // Free words have no example that would not mislead.
        Wanted::Text {
            format: Some(Line::NAME | Prose::NAME),
        }
        | Wanted::Either(_) => {
            format!("`{lead}` and the words after it")
        }
        Wanted::Text { format } => match shown(*format).or_else(|| schema.example(value)) {
            Some(example) => format!("`{lead} {example}`"),
            None => format!("`{lead}` and the text after it"),
        },
    }
}
