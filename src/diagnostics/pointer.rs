//! The way from the top of a case to a value.
//!
//! Rules and views speak of typed structs, findings of lines: a [`Pointer`] goes from one
//! to the other, and stays a `Pointer` on the way. A view carries it to the templates and
//! back as text, [JSON Pointer](https://www.rfc-editor.org/rfc/rfc6901), which
//! [`Pointer::parse`] alone reads.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

/// A path from the top of the case to a value.
///
/// ```
/// use concord::diagnostics::Pointer;
///
/// let sessions = Pointer::root().key("programme").key("sessions");
/// assert_eq!(sessions.item(2).key("on").to_string(), "/programme/sessions/2/on");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Vec<Step>);

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into a block, by a key: nearly always a field's name, which the program has already.
    Key(Cow<'static, str>),
    /// Into a list, counted from 0.
    Item(usize),
}

impl Pointer {
    /// The case itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// The value under a key of this block.
    #[must_use]
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.then(Step::Key(key.into()))
    }

    /// An entry of this list, counted from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.then(Step::Item(index))
    }

    /// Goes one step further on.
    pub fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    /// Goes back by the last step.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// Whether it leads to a value of this block, or to the block itself.
    pub fn is_within(&self, block: &Pointer) -> bool {
        self.0.starts_with(&block.0)
    }

    /// The steps, from the top.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Reads what [`fmt::Display`] wrote. No field of a case is called by a number, so that
    /// a number is the place in a list.
    ///
    /// ```
    /// use concord::diagnostics::Pointer;
    ///
    /// let odd = Pointer::root().key("pr").key("a/b~").item(3);
    /// assert_eq!(Pointer::parse(&odd.to_string()), odd);
    /// ```
    pub fn parse(text: &str) -> Self {
        let steps = text.split('/').skip(1).map(|step| match step.parse() {
            Ok(index) => Step::Item(index),
            Err(_) => Step::Key(step.replace("~1", "/").replace("~0", "~").into()),
        });
        Pointer(steps.collect())
    }

    fn then(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Pointer(steps)
    }
}

/// The entries of a list, each with its pointer.
pub fn each<'a, T>(
    at: &Pointer,
    list: &'a [T],
) -> impl Iterator<Item = (Pointer, &'a T)> + Clone + use<'a, T> {
    let at = at.clone();
    list.iter()
        .enumerate()
        .map(move |(index, entry)| (at.item(index), entry))
}

/// As a JSON Pointer (RFC 6901), for programs that read findings.
impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| match step {
            Step::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")),
            Step::Item(index) => write!(f, "/{index}"),
        })
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A plain string: whoever writes templates reads it and takes it no further.
impl JsonSchema for Pointer {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}
