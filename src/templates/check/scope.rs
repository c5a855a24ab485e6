//! What a template can name where it stands: the scopes that blocks and partials
//! open, with the values and names in each.

use handlebars::template::Template;
use serde_json::Value;

use crate::schema::Schema;
use crate::schema::shape::{Kind, Shape};

/// One value that a template can name.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    /// What it is.
    pub(super) shape: Shape<'a>,
    /// Where in the view it stands; nowhere for what a template makes itself.
    pub(super) address: Option<Vec<Step<'a>>>,
    /// What the template wrote, when it was handed to a partial as it stands.
    pub(super) literal: Option<&'a Value>,
}

/// One step from the view to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// Into this field.
    Field(&'a str),
    /// Into the item that the block at this depth has come to.
    Item(usize),
}

/// What a block or a partial opens.
#[derive(Clone, Debug)]
pub(super) struct Scope<'a> {
    /// What `this` is.
    pub(super) here: Subject<'a>,
    /// Names it adds.
    pub(super) params: Vec<Param<'a>>,
    /// Whether `@index`, `@first` and `@last` are set.
    pub(super) in_each: bool,
    /// The inline partials defined in it so far.
    pub(super) inlines: Vec<Inline<'a>>,
}

/// A block parameter, or a value handed to a partial.
#[derive(Clone, Debug)]
pub(super) struct Param<'a> {
    pub(super) name: &'a str,
    pub(super) subject: Subject<'a>,
    /// Whether it takes the place of the field of that name, as in a partial.
    pub(super) replaces_field: bool,
}

/// A partial defined inside a template.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inline<'a> {
    pub(super) name: &'a str,
    pub(super) body: &'a Template,
    /// Whether other documents use the file it stands in.
    pub(super) shared: bool,
}

impl<'a> Subject<'a> {
    /// The whole view.
    pub(super) fn view(schema: Schema<'a>) -> Self {
        Subject {
            shape: schema.root(),
            address: Some(Vec::new()),
            literal: None,
        }
    }

    /// Something a template makes itself.
    pub(super) fn made(kind: Kind<'a>) -> Self {
        Subject {
            shape: Shape::always(kind),
            address: None,
            literal: None,
        }
    }

    /// A part of this, one step further in.
    pub(super) fn part(&self, step: Step<'a>, shape: Shape<'a>) -> Self {
        let mut address = self.address.clone();
        if let Some(steps) = &mut address {
            steps.push(step);
        }
        Subject {
            shape,
            address,
            literal: None,
        }
    }

    /// The same, known to be there.
    pub(super) fn present(mut self) -> Self {
        self.shape.optional = false;
        self
    }
}

impl<'a> Scope<'a> {
    /// A scope about this value, without names of its own.
    pub(super) fn about(here: Subject<'a>) -> Self {
        Scope {
            here,
            params: Vec::new(),
            in_each: false,
            inlines: Vec::new(),
        }
    }
}
