//! What a string is that must have a form, and how it gets its place in the case file.
//!
//! Each is a newtype that parses from text. Its [`Form::NAME`] travels in the JSON
//! Schema as `format`; there [`shape`](crate::case::shape) finds it again and asks the
//! same parser, so that what an editor is told, what `check` reports and what a
//! struct accepts cannot differ.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// Why a text is not of the form its field must have.
///
/// Neither sentence repeats the text: the excerpt of the file shows it. Help may name the
/// nearest day there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// How it misses its form.
    pub kind: MisfitKind,
    /// What follows the field's name in the message: "is not a case number".
    pub message: String,
    /// What to write instead: "write it as on the order, as `LS26P…`".
    pub help: String,
    /// The part of the text that is wrong, where it is not the whole.
    pub part: Option<Range<usize>>,
}

/// How a text misses its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MisfitKind {
    /// It is not of the form (`M04`).
    WrongForm,
    /// It is of the form, and yet there is no such date or time, as 30 February (`M07`).
    NoSuchDate,
}

impl Misfit {
    /// A text that is not of the form.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Misfit {
            kind: MisfitKind::WrongForm,
            message: message.into(),
            help: help.into(),
            part: None,
        }
    }

    /// The same of a part of a longer text.
    #[must_use]
    pub fn within(self, part: Range<usize>) -> Self {
        Misfit {
            part: Some(part),
            ..self
        }
    }

    /// A text of the right form that names a date or time there never is.
    pub fn no_such(message: impl Into<String>, help: impl Into<String>) -> Self {
        Misfit {
            kind: MisfitKind::NoSuchDate,
            ..Misfit::new(message, help)
        }
    }
}

/// As serde shows it, should a newtype be read without [`shape`](crate::case::shape).
impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.message, self.help)
    }
}

/// A constrained string. [`form!`] implements it, and serde and the schema with it.
pub trait Form: FromStr<Err = Misfit> + fmt::Display {
    /// The name in the schema's `format`: `date`, `time`, or `concord-…`.
    const NAME: &'static str;
    /// What it is, for the reader of the schema, in one sentence.
    const DESCRIPTION: &'static str;
    /// A regular expression (ECMA 262, anchored) for editors; the parser decides.
    const PATTERN: Option<&'static str>;
    /// At least one, as it would be written in a case file.
    const EXAMPLES: &'static [&'static str];
    /// How messages show it, where an example would pass for a value if somebody copied it.
    const SHOWN: Option<&'static str>;
    /// What it is made of, in words, where [`Form::SHOWN`] leaves it open.
    const IN_WORDS: Option<&'static str>;
}

/// One row of the table in which [`shape`](crate::case::shape) finds the parser of a form.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// As in the schema's `format`.
    pub name: &'static str,
    /// As in the schema's `pattern`; the keys of a map are known by it alone.
    pub pattern: Option<&'static str>,
    /// How messages show it, so that nothing they say can be copied into a report.
    pub shown: Option<&'static str>,
    /// What it is made of, where what is shown leaves it open.
    pub in_words: Option<&'static str>,
    /// The parser, with its result thrown away.
    pub parses: fn(&str) -> Result<(), Misfit>,
}

/// The row of a form.
pub const fn check<F: Form>() -> Check {
    Check {
        name: F::NAME,
        pattern: F::PATTERN,
        shown: F::SHOWN,
        in_words: F::IN_WORDS,
        parses: |text| text.parse::<F>().map(drop),
    }
}

/// Gives a newtype with `FromStr<Err = Misfit>` and `Display` its place in the case
/// file: [`Form`], `Deserialize` from text, `Serialize` to text, `JsonSchema`.
///
/// ```
/// # use std::{fmt, str::FromStr};
/// use concord::case::form::{Misfit, form};
///
/// pub struct Postcode(String);
///
/// form! {
///     Postcode = "concord-postcode"
///     "A postcode in the United Kingdom."
///     pattern "^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$"
///     examples ["LS1 3BY"]
/// }
/// # impl FromStr for Postcode {
/// #     type Err = Misfit;
/// #     fn from_str(text: &str) -> Result<Self, Misfit> { Ok(Postcode(text.to_owned())) }
/// # }
/// # impl fmt::Display for Postcode {
/// #     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
/// # }
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! form {
    (
        $type:ident = $name:literal
        $description:literal
        $(pattern $pattern:literal)?
        examples [$($example:literal),+ $(,)?]
        $(shown $shown:literal)?
        $(in_words $in_words:literal)?
    ) => {
        impl $crate::case::form::Form for $type {
            const NAME: &'static str = $name;
            const DESCRIPTION: &'static str = $description;
            const PATTERN: Option<&'static str> = {
                let pattern: Option<&'static str> = None;
                $(let pattern = { let _ = pattern; Some($pattern) };)?
                pattern
            };
            const EXAMPLES: &'static [&'static str] = &[$($example),+];
            const SHOWN: Option<&'static str> = {
                let shown: Option<&'static str> = None;
                $(let shown = { let _ = shown; Some($shown) };)?
                shown
            };
            const IN_WORDS: Option<&'static str> = {
                let in_words: Option<&'static str> = None;
                $(let in_words = { let _ = in_words; Some($in_words) };)?
                in_words
            };
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <String as ::serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(::serde::de::Error::custom)
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl ::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($type)).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                $crate::case::form::schema::<$type>()
            }
        }
    };
}
#[doc(inline)]
pub use crate::form;

/// The schema of a form: a string with its `format`, `pattern`, description and examples.
pub fn schema<F: Form>() -> schemars::Schema {
    let mut schema = schemars::json_schema!({
        "type": "string",
        "format": F::NAME,
        "description": F::DESCRIPTION,
        "examples": F::EXAMPLES,
    });
    if let Some(pattern) = F::PATTERN {
        schema.insert("pattern".to_owned(), pattern.into());
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Even(u32);

    impl FromStr for Even {
        type Err = Misfit;
        fn from_str(text: &str) -> Result<Self, Misfit> {
            match text.parse() {
                Ok(number) if number % 2 == 0 => Ok(Even(number)),
                _ => Err(Misfit::new("is not an even number", "write `2`")),
            }
        }
    }

    impl fmt::Display for Even {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt(f)
        }
    }

    form! {
        Even = "concord-even"
        "A number that two people can share."
        pattern "^[0-9]*[02468]$"
        examples ["2"]
    }

    #[test]
    fn a_form_is_read_written_and_described() {
        assert_eq!(serde_json::from_str::<Even>("\"12\"").ok(), Some(Even(12)));
        assert_eq!(serde_json::to_string(&Even(4)).ok(), Some("\"4\"".into()));
        let schema = schemars::schema_for!(Even);
        assert_eq!(schema.get("format"), Some(&"concord-even".into()));
        assert_eq!(schema.get("pattern"), Some(&"^[0-9]*[02468]$".into()));
    }

    #[test]
    fn the_row_of_a_form_asks_its_parser() {
        let row = check::<Even>();
        assert_eq!(row.name, "concord-even");
        assert_eq!((row.parses)("6"), Ok(()));
        assert_eq!(
            (row.parses)("7").map_err(|m| m.kind),
            Err(MisfitKind::WrongForm)
        );
    }
}
