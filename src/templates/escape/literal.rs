//! How a value is written where it stands: always a literal, never text.
//!
//! Of a string literal only `\` and `"` mean anything to Typst, so a value inside one
//! ends nothing. In markup it is written as code, `#"…";`: the neighbours then see a
//! `#` and a `;`, whatever the value is.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

use serde_json::{Map, Number, Value};

use super::Fault;
use super::position::Position;
use crate::diagnostics::characters::hidden;
use crate::diagnostics::code::template;
use crate::templates::recorder::Slot;

/// Whether this value can be written there.
pub(super) fn check(slot: &Slot, position: Position) -> Result<(), Fault> {
    match (slot, position) {
        (Slot::Paragraph(_), Position::Code | Position::InString) => Err(Fault::new(
            &template::PARAGRAPHS_IN_CODE,
            "paragraphs stand in text, not in code or in a string",
            "put them in brackets: `[{{paragraphs path}}]`",
        )),
        (Slot::Typed(_), Position::InString) => Err(Fault::new(
            &template::NO_PLACE_FOR_VALUE,
            "`lit` writes code, and this is inside a string",
            "write `{{path}}` in a string, or `{{lit path}}` outside of it",
        )),
        (Slot::Typed(value), _) => check_numbers(value),
        _ => Ok(()),
    }
}

/// Typst counts in 64 bits, and writes the least number as an operation on one that
/// is too large.
fn check_numbers(value: &Value) -> Result<(), Fault> {
    match value {
        Value::Number(number)
            if !number.is_f64() && number.as_i64().is_none_or(|i| i == i64::MIN) =>
        {
            Err(Fault::new(
                &template::NUMBER_OUT_OF_RANGE,
                "the number is too large for Typst",
                "hold it in the view as text, and print it with `{{path}}`",
            ))
        }
        Value::Array(items) => items.iter().try_for_each(check_numbers),
        Value::Object(fields) => fields.values().try_for_each(check_numbers),
        _ => Ok(()),
    }
}

/// Writes a value, and says which bytes hold the literal itself.
pub(super) fn write(slot: &Slot, position: Position, out: &mut String) -> Range<usize> {
    let (before, after) = match position {
        Position::Markup if matches!(slot, Slot::Typed(_)) => ("#(", ");"),
        Position::Markup => ("#", ";"),
        Position::Code => ("(", ")"),
        Position::InString => ("", ""),
    };
    out.push_str(before);
    let start = out.len();
    match (slot, position) {
        (Slot::Text(text) | Slot::Paragraph(text), Position::InString) => escaped(text, out),
        (Slot::Text(text) | Slot::Paragraph(text), _) => quoted(text, out),
        (Slot::Typed(value), _) => typed(value, out),
    }
    let end = out.len();
    out.push_str(after);
    start..end
}

/// A value of the same kind and size that cannot do harm, for the reference.
pub(super) fn harmless(slot: &Slot) -> Cow<'_, Slot> {
    Cow::Owned(match slot {
        Slot::Text(_) => Slot::Text(HARMLESS.to_owned()),
        Slot::Paragraph(_) => Slot::Paragraph(HARMLESS.to_owned()),
        Slot::Typed(value) => Slot::Typed(harmless_value(value)),
    })
}

const HARMLESS: &str = "q";

fn harmless_value(value: &Value) -> Value {
    match value {
        Value::Null | Value::Bool(_) => value.clone(),
        Value::Number(number) => Value::Number(harmless_number(number)),
        Value::String(_) => Value::from(HARMLESS),
        Value::Array(items) => items.iter().map(harmless_value).collect(),
        Value::Object(fields) => {
            let fields = fields.values().enumerate();
            let fields =
                fields.map(|(at, field)| (format!("{HARMLESS}{at}"), harmless_value(field)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
    }
}

/// One, of the same kind and sign.
fn harmless_number(number: &Number) -> Number {
    let one = if number.as_f64().is_some_and(f64::is_sign_negative) {
        -1
    } else {
        1
    };
    if number.is_f64() {
        Number::from_f64(f64::from(one)).unwrap_or_else(|| one.into())
    } else {
        one.into()
    }
}

fn typed(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("none"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => typed_number(number, out),
        Value::String(text) => quoted(text, out),
        Value::Array(items) => {
            out.push('(');
            for item in items {
                typed(item, out);
                out.push(',');
            }
            out.push(')');
        }
        Value::Object(fields) if fields.is_empty() => out.push_str("(:)"),
        Value::Object(fields) => {
            out.push('(');
            for (key, field) in fields {
                quoted(key, out);
                out.push(':');
                typed(field, out);
                out.push(',');
            }
            out.push(')');
        }
    }
}

/// A number as Rust writes it is one Typst reads; a negative one is an operation.
fn typed_number(number: &Number, out: &mut String) {
    let text = match number.as_f64() {
        Some(float) if number.is_f64() => format!("{float:?}"),
        _ => number.to_string(),
    };
    match text.strip_prefix('-') {
        Some(digits) => out.extend(["(-", digits, ")"]),
        None => out.push_str(&text),
    }
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    escaped(text, out);
    out.push('"');
}

/// The inside of a string literal. What cannot be seen is written as its number, so
/// that the source shows what it holds.
fn escaped(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((plain, c)) = first_escaped(rest) {
        out.push_str(&rest[..plain]);
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => write!(out, "\\u{{{:x}}}", u32::from(c)).expect("a String takes any text"),
        }
        rest = &rest[plain + c.len_utf8()..];
    }
    out.push_str(rest);
}

/// The first character that cannot stand in a string as it is, and where.
fn first_escaped(text: &str) -> Option<(usize, char)> {
    let is_doubtful = |byte: &u8| !matches!(byte, b' '..=b'~') || matches!(byte, b'\\' | b'"');
    let mut from = 0;
    loop {
        from += text.as_bytes()[from..].iter().position(is_doubtful)?;
        let c = text[from..].chars().next()?;
        if matches!(c, '\\' | '"') || c.is_control() || hidden(c).is_some() {
            return Some((from, c));
        }
        from += c.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(slot: Slot, position: Position) -> String {
        let mut out = String::new();
        write(&slot, position, &mut out);
        out
    }

    #[test]
    fn each_position_has_its_form() {
        let text = || Slot::Text("a\"\\\n\u{202e}#".to_owned());
        let inside = r#"a\"\\\n\u{202e}#"#;
        assert_eq!(written(text(), Position::Markup), format!("#\"{inside}\";"));
        assert_eq!(written(text(), Position::Code), format!("(\"{inside}\")"));
        assert_eq!(written(text(), Position::InString), inside);
    }

    #[test]
    fn typed_values_are_typst_literals() {
        let value = json!({"a": [1, -2, 1.0, -0.5, null, true], "b\"": {}, "c": [], "d": ["x"]});
        let expected = r#"(("a":(1,(-2),1.0,(-0.5),none,true,),"b\"":(:),"c":(),"d":("x",),))"#;
        assert_eq!(written(Slot::Typed(value), Position::Code), expected);
        let number = Slot::Typed(json!(3));
        assert_eq!(written(number, Position::Markup), "#(3);");
    }

    #[test]
    fn numbers_that_typst_cannot_hold_are_refused() {
        for number in [json!(i64::MIN), json!(u64::MAX), json!([{"a": u64::MAX}])] {
            let fault = check(&Slot::Typed(number), Position::Code).err();
            assert_eq!(fault.map(|fault| fault.code.id), Some("T31"));
        }
        assert!(check(&Slot::Typed(json!([i64::MAX, -1.5e300])), Position::Code).is_ok());
    }
}
