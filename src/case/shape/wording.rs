//! How a finding names a value and says what to write.
//!
//! A name is made of the model's own fields. Keys of a family's choice, and entries
//! of lists, are counted or passed over: they are case values.

use crate::case::LINES;
use crate::case::form::{Check, FORMS, Form as _, Line, Prose};
use crate::diagnostics::in_backticks;
use std::fmt;

use crate::schema::wanted::{Fields, Model, Wanted};
use serde_json::Value;

/// What a message calls a value.
#[derive(Clone, Default)]
pub(super) struct Name {
    /// The fields that lead to it: `programme.sessions`.
    fields: String,
    /// Which part of that field it is.
    part: Part,
    /// Whether it stands inside `{ }` or `[ ]`, where nothing can stand below it.
    pub(super) in_line: bool,
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
            in_line: self.in_line,
        }
    }

    /// The same of a value whose own entries stand inside `{ }` or `[ ]`, or do not.
    pub(super) fn holding(&self, in_line: bool) -> Self {
        Name {
            in_line: self.in_line || in_line,
            ..self.clone()
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

    /// Whether it stands under a key of one's own choice.
    pub(super) fn is_keyed(&self) -> bool {
        self.part == Part::Keyed
    }

    /// What stands in front of the value: the last field's key, or a dash.
    pub(super) fn lead(&self) -> String {
        match (self.part, self.fields.rsplit('.').next()) {
            (Part::Whole, Some(field)) => format!("{field}:"),
            (Part::Keyed, _) => "name:".to_owned(),
            (Part::Entry(_), _) if self.in_line => String::new(),
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

/// What is known of a form.
fn form(format: Option<&str>) -> Option<&'static Check> {
    let mut rows = FORMS.iter().chain(LINES);
    rows.find(|row| Some(row.name) == format)
}

/// How a form is shown, where no example of it may stand in a report.
fn shown(format: Option<&str>) -> Option<String> {
    form(format)?.shown.map(str::to_owned)
}

/// What a form is, behind what is shown of it, where that leaves it open.
fn in_words(format: Option<&str>) -> String {
    let words = form(format).and_then(|row| row.in_words);
    words.map_or_else(String::new, |words| format!(": {words}"))
}

/// What no choice says and a field beside it does, by the name of the field.
const BESIDE: [(&str, &str); 2] = [
    ("child_voice.words.share", ONE_ALONE),
    ("child_voice.letter.share", ONE_ALONE),
];

const ONE_ALONE: &str = "for one adult and not the other write `share: no` and beside it \
                         `and_with: [ID]`, with the `id` of that adult";

/// What a field beside this one says that no choice of it does.
pub(super) fn beside(name: &Name) -> Option<&'static str> {
    let mut known = BESIDE.iter();
    let (_, words) = known.find(|(field, _)| *field == name.fields)?;
    Some(words)
}

/// What stands behind the dash of an entry, where something can be shown.
fn entry_of<'a>(schema: &Model<'a>, entry: &'a Value) -> String {
    let form = match &*schema.wanted(entry) {
        Wanted::Text { format } if is_free(*format) => return String::new(),
        Wanted::Text { format } => shown(*format),
        _ => None,
    };
    let example = form.or_else(|| schema.example(entry));
    example.map_or_else(String::new, |example| format!(" {example}"))
}

/// What a block must have, inside braces; of one that need not have anything, its first field.
fn in_braces(fields: &Fields<'_>) -> String {
    let names = match fields.required.is_empty() {
        true => fields.names().into_iter().take(1).collect(),
        false => fields.required.clone(),
    };
    let fields = names.iter().map(|field| format!("{field}: …"));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
}

/// A value behind what leads to it, to be copied.
fn behind(lead: &str, value: &str) -> String {
    match lead {
        "" => format!("`{value}`"),
        lead => format!("`{lead} {value}`"),
    }
}

/// What leads to a value, and in words what follows it.
fn and(lead: &str, words: &str) -> String {
    match lead {
        "" => words.to_owned(),
        lead => format!("`{lead}` and {words}"),
    }
}

/// How to write a block, a list or names of one's own on one line; nothing for what stands on
/// one anyway.
pub(super) fn on_its_line<'a>(schema: &Model<'a>, name: &Name, value: &'a Value) -> Option<String> {
    let lead = name.lead();
    Some(match &*schema.wanted(value) {
        Wanted::Fields(fields) => behind(&lead, &in_braces(fields)),
        Wanted::Map(_) => format!(
            "{}, with a comma between several",
            behind(&lead, "{name: …}")
        ),
        Wanted::List { entry, .. } => {
            let shown = match &*schema.wanted(entry) {
                Wanted::Fields(fields) => in_braces(fields),
                _ => entry_of(schema, entry).trim_start().to_owned(),
            };
            let shown = if shown.is_empty() { "…" } else { &shown };
            let list = behind(&lead, &format!("[{shown}]"));
            format!("{list}, with a comma between several")
        }
        _ => return None,
    })
}

/// How to write a value, after "write" or "add": `number: LS26P…`.
pub(super) fn line<'a>(schema: &Model<'a>, name: &Name, value: &'a Value) -> String {
    let in_line = name.in_line.then(|| on_its_line(schema, name, value));
    if let Some(line) = in_line.flatten() {
        return line;
    }
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
        wanted => one_value(schema, &lead, value, wanted),
    }
}

/// Whether a text is words of any form: no example of them would not mislead.
pub(super) fn is_free(format: Option<&str>) -> bool {
    matches!(format, Some(Line::NAME | Prose::NAME))
}

/// How to write a value that stands on the line of what leads to it.
fn one_value<'a>(schema: &Model<'a>, lead: &str, value: &'a Value, wanted: &Wanted<'a>) -> String {
    match wanted {
        Wanted::Choice(words) => and(lead, &format!("one of {}", in_backticks(words))),
        Wanted::Truth => {
            let [yes, no] = ["true", "false"].map(|word| behind(lead, word));
            format!("{yes} or {no}, without quotes")
        }
        Wanted::Whole { least, .. } => {
            let example = schema.example(value);
            let number = example.unwrap_or_else(|| least.unwrap_or(1).max(1).to_string());
            let number = behind(lead, &number);
            format!("{number}: digits, without quotes or a leading zero")
        }
        Wanted::Text { format } if !is_free(*format) => {
            match shown(*format).or_else(|| schema.example(value)) {
                Some(example) => format!("{}{}", behind(lead, &example), in_words(*format)),
                None => and(lead, "the text after it"),
            }
        }
        _ => and(lead, "the words after it"),
    }
}
