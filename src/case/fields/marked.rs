//! The marks of a schema, as a tree to walk beside a case.

use serde::Deserialize;
use serde_json::Value;

use crate::case::form::{Date, Form, Id, MonthDay, SchemaVersion, Time};
use crate::case::mark::{Door, Holds, Mark};
use crate::schema::mark;
use crate::schema::wanted::{Model, Wanted};

/// Forms that hold neither words nor an id.
const PLAIN: [&str; 4] = [Date::NAME, Time::NAME, MonthDay::NAME, SchemaVersion::NAME];

/// What is marked in a value and below it.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// What it holds itself, if it can be a text.
    pub(super) own: Option<Mark>,
    /// What its keys hold, if they are of the writer's choice.
    pub(super) keys: Option<Mark>,
    /// Each entry, if it is a list or has keys of the writer's choice.
    pub(super) entries: Option<Box<Marked>>,
    /// Its fields that hold something.
    pub(super) fields: Vec<(String, Marked)>,
}

impl Marked {
    /// Reads the marks of a model's schema.
    ///
    /// # Errors
    /// Every field that can hold words or an id and is not marked so, each by its way from
    /// the top and what it lacks.
    pub(super) fn of(schema: &Value) -> Result<Self, Vec<String>> {
        let mut reader = Reader {
            model: Model::new(schema),
            faults: Vec::new(),
        };
        let marked = reader.value(reader.model.root(), "", &Above::default());
        match reader.faults.is_empty() {
            true => Ok(marked),
            false => Err(reader.faults),
        }
    }

    /// The marks of a field, where it has any.
    pub(super) fn field(&self, name: &str) -> Option<&Marked> {
        let mut fields = self.fields.iter();
        fields.find(|(own, _)| own == name).map(|(_, field)| field)
    }

    /// Whether it is a text that may be written in two languages, each a field.
    pub(super) fn is_narrative(&self) -> bool {
        self.own.is_some() && !self.fields.is_empty()
    }

    fn is_empty(&self) -> bool {
        self.own.is_none()
            && self.keys.is_none()
            && self.entries.is_none()
            && self.fields.is_empty()
    }

    /// What one of several alternatives holds: all that any of them does.
    fn or(mut self, other: Marked) -> Self {
        for (name, field) in other.fields {
            match self.fields.iter_mut().find(|(own, _)| *own == name) {
                Some((_, own)) => *own = std::mem::take(own).or(field),
                None => self.fields.push((name, field)),
            }
        }
        Marked {
            own: self.own.or(other.own),
            keys: self.keys.or(other.keys),
            entries: self.entries.or(other.entries),
            fields: self.fields,
        }
    }
}

/// What is handed down to a value.
#[derive(Clone, Default)]
struct Above {
    /// The mark of the list, or of the alternatives, that the value is one of.
    mark: Option<Mark>,
    /// The door of the block it stands in.
    door: Option<Door>,
}

struct Reader<'a> {
    model: Model<'a>,
    faults: Vec<String>,
}

impl<'a> Reader<'a> {
    fn value(&mut self, schema: &'a Value, name: &str, above: &Above) -> Marked {
        let own = mark(schema).and_then(|own| Mark::deserialize(own).ok());
        let own = own.or_else(|| above.mark.clone());
        let door = match &own {
            Some(mark) if mark.door != Door::Above => Some(mark.door),
            _ => above.door,
        };
        let handed = Above {
            mark: own.clone(),
            door,
        };
        let within = Above { mark: None, door };
        let mut marked = Marked::default();
        match &*self.model.wanted(schema) {
            Wanted::Fields(fields) => {
                for (field, schema) in &fields.all {
                    let below = self.value(schema, &joined(name, field), &within);
                    if !below.is_empty() {
                        marked.fields.push(((*field).to_owned(), below));
                    }
                }
            }
            Wanted::Map(map) => {
                marked.keys = self.leaf(own, Some(Id::NAME), name, door);
                marked.entries = self.entries(map.value, name, &within);
            }
            Wanted::List { entry, .. } => marked.entries = self.entries(entry, name, &handed),
            Wanted::Text { format } => marked.own = self.leaf(own, *format, name, door),
            Wanted::Either(several) => {
                for one in several {
                    marked = marked.or(self.value(one, name, &handed));
                }
            }
            Wanted::Whole { .. } | Wanted::Truth | Wanted::Choice(_) => {}
        }
        marked
    }

    fn entries(&mut self, schema: &'a Value, name: &str, above: &Above) -> Option<Box<Marked>> {
        let entry = self.value(schema, name, above);
        (!entry.is_empty()).then(|| Box::new(entry))
    }

    /// The mark of a text or key, which must be one that fits its form.
    fn leaf(
        &mut self,
        mark: Option<Mark>,
        format: Option<&str>,
        name: &str,
        door: Option<Door>,
    ) -> Option<Mark> {
        if format.is_some_and(|format| PLAIN.contains(&format)) {
            return None;
        }
        let Some(mark) = mark.filter(|mark| fits(&mark.holds, format)) else {
            let wanted = match format {
                Some(Id::NAME) => "what its id leads to",
                _ => "whose words it holds",
            };
            self.faults.push(format!("`{name}` does not say {wanted}"));
            return None;
        };
        let Some(door) = door else {
            self.faults
                .push(format!("`{name}` does not say who may see it"));
            return None;
        };
        let holds = mark.holds;
        (!matches!(holds, Holds::Language(_))).then_some(Mark { holds, door })
    }
}

fn fits(holds: &Holds, format: Option<&str>) -> bool {
    match holds {
        Holds::Reference(_) | Holds::Id(_) => format == Some(Id::NAME),
        Holds::Words(_) | Holds::Language(_) | Holds::Form => format != Some(Id::NAME),
        Holds::Block => false,
    }
}

fn joined(name: &str, field: &str) -> String {
    match name {
        "" => field.to_owned(),
        _ => format!("{name}.{field}"),
    }
}
