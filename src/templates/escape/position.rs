//! What may be written where a token stands, decided by the syntax around it.

use std::ops::Range;

use typst_syntax::SyntaxKind as K;

use super::fault::{Fault, OPEN};
use super::tree::Leaf;
use crate::diagnostics::code::template;

/// A place where a value may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// Among the words of the document.
    Markup,
    /// Where Typst code expects a value.
    Code,
    /// Inside a string, between its quotation marks.
    InString,
}

/// Functions that find a file, follow an address or run code: what they are given
/// must stand in the template. The typesetter denies the files themselves; this tells
/// the author sooner.
const REACHING_OUT: &[&str] = &[
    "bibliography",
    "cbor",
    "cite",
    "csv",
    "eval",
    "image",
    "json",
    "label",
    "link",
    "plugin",
    "read",
    "ref",
    "regex",
    "toml",
    "xml",
    "yaml",
];

/// The position of the token at `token`, which stands in `leaf`.
pub(super) fn of(leaf: &Leaf<'_, '_>, token: &Range<usize>) -> Result<Position, Fault> {
    if leaf.parents().any(|parent| parent.kind() == K::Raw) {
        return Err(in_raw_text());
    }
    if leaf.range.end < token.end {
        return Err(touching("the value is cut in two by the syntax around it"));
    }
    match leaf.node.kind() {
        K::LineComment | K::BlockComment => Err(in_comment()),
        K::Text if leaf.parent_kind() == K::Markup => Ok(Position::Markup),
        K::Str => in_string(leaf, token),
        K::Ident if leaf.range == *token => as_value(leaf),
        K::Ident => Err(touching("the value touches a name in code")),
        K::Label | K::RefMarker => Err(in_reference()),
        K::Link => Err(in_address()),
        K::MathIdent | K::MathText => Err(in_math()),
        K::Raw | K::RawLang | K::RawDelim | K::RawTrimmed => Err(in_raw_text()),
        K::Error => Err(Fault::new(
            &template::NOT_TYPST,
            "the text around the value is not valid Typst",
            OPEN,
        )),
        _ => Err(nowhere()),
    }
}

fn in_string(leaf: &Leaf<'_, '_>, token: &Range<usize>) -> Result<Position, Fault> {
    check_outer_call(leaf)?;
    let before = &leaf.node.leaf_text()[1..token.start - leaf.range.start];
    if ends_in_escape(before) {
        return Err(touching(
            "the value would complete an escape that the string begins",
        ));
    }
    Ok(Position::InString)
}

/// Whether the text of a string ends inside `\…` or `\u{…`.
fn ends_in_escape(text: &str) -> bool {
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c == '\\' {
            match rest.next() {
                None => return true,
                Some('u') if rest.as_str().starts_with('{') => {
                    let digits =
                        rest.as_str()[1..].trim_start_matches(|c: char| c.is_ascii_hexdigit());
                    if digits.is_empty() {
                        return true;
                    }
                }
                Some(_) => {}
            }
        }
    }
    false
}

/// A token that is a whole name in code: it may stand where a value is read, not where
/// something is named.
fn as_value(leaf: &Leaf<'_, '_>) -> Result<Position, Fault> {
    check_outer_call(leaf)?;
    let previous = leaf.previous_kind();
    let first = previous.is_none();
    let is_value = match leaf.parent_kind() {
        K::Markup | K::Code | K::Array | K::Parenthesized | K::Args | K::Binary | K::Unary => true,
        K::Conditional | K::WhileLoop | K::Contextual | K::FuncReturn => true,
        K::ForLoop => previous != Some(K::For),
        K::LetBinding => previous == Some(K::Eq),
        K::Named | K::Keyed => !first,
        K::FieldAccess => first,
        K::Closure => matches!(previous, Some(K::Eq | K::Arrow)),
        K::FuncCall | K::Params | K::Destructuring | K::DestructAssignment => false,
        K::SetRule | K::ImportItems | K::ImportItemPath | K::RenamedImportItem => false,
        K::ModuleImport | K::ModuleInclude => return Err(reaching_out("import")),
        _ => return Err(nowhere()),
    };
    if is_value {
        Ok(Position::Code)
    } else {
        Err(as_name())
    }
}

/// A value in the arguments of a call that reaches out of the document, however deep,
/// unless content of its own stands between.
fn check_outer_call(leaf: &Leaf<'_, '_>) -> Result<(), Fault> {
    for parent in leaf.parents() {
        match parent.kind() {
            K::ContentBlock | K::Equation => return Ok(()),
            K::ModuleImport | K::ModuleInclude => return Err(reaching_out("import")),
            K::FuncCall => {
                let called = parent.children().next().map(|called| called.full_text());
                let called = called.unwrap_or_default();
                let name = called.rsplit('.').next().unwrap_or_default();
                if let Some(name) = REACHING_OUT.iter().find(|known| **known == name) {
                    return Err(reaching_out(name));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn touching(message: &str) -> Fault {
    Fault::new(
        &template::TOUCHING,
        message,
        "put a space between them, or join them in code: `#(\"text\" + {{x}})`",
    )
}

fn in_raw_text() -> Fault {
    Fault::new(
        &template::IN_RAW_TEXT,
        "a value in raw text cannot be escaped",
        "write `#raw({{x}})`",
    )
}

fn in_comment() -> Fault {
    Fault::new(
        &template::COMMENT,
        "a value in a comment is printed nowhere",
        "take the `//` or `/*` out; a note for whoever reads the template is `{{!-- … --}}`",
    )
}

fn in_reference() -> Fault {
    Fault::new(
        &template::IN_REFERENCE,
        "a value cannot be part of a label or a reference",
        "write the label in the template, or number it in the theme",
    )
}

fn in_address() -> Fault {
    Fault::new(
        &template::IN_ADDRESS,
        "a value cannot be part of a web address in text",
        "print the address as a value of its own: `{{x}}`",
    )
}

fn in_math() -> Fault {
    Fault::new(
        &template::IN_MATH,
        "a value in a formula must stand in a string",
        "write `$ \"{{x}}\" $`",
    )
}

fn as_name() -> Fault {
    Fault::new(
        &template::AS_NAME,
        "a value cannot name a variable, a function, an argument or a field",
        "write the name in the template, and the value where it is used",
    )
}

fn reaching_out(name: &str) -> Fault {
    Fault::new(
        &template::IN_FILE_CALL,
        format!("a value cannot choose what `{name}` reaches"),
        "write it in the template, and choose with `{{#if}}`",
    )
}

fn nowhere() -> Fault {
    Fault::new(
        &template::NO_PLACE_FOR_VALUE,
        "no value may stand here",
        "put the value in the text, in a string, or where code expects a value",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::escape::tree::at_leaves;
    use typst_syntax::parse;

    fn position(text: &str) -> Result<Position, &'static str> {
        let start = text.find("QV").expect("the text has a token");
        let token = start..start + 2;
        let root = parse(text);
        let mut found = None;
        at_leaves(&root, [(token, ())].into_iter(), |leaf, token, ()| {
            found = Some(of(leaf, &token).map_err(|fault| fault.code.id));
        });
        found.expect("the token stands in a leaf")
    }

    #[test]
    fn values_stand_where_values_are_read() {
        use Position::*;
        let table = [
            ("a QV b", Markup),
            ("*QV*", Markup),
            ("- QV: x", Markup),
            ("/ QV: x", Markup),
            ("#f[QV]", Markup),
            ("#QV", Code),
            ("#f(QV, a: QV)", Code),
            ("#(1, QV)", Code),
            ("#let x = QV", Code),
            ("#if QV [a]", Code),
            ("#for x in QV [a]", Code),
            ("#QV.len()", Code),
            ("#(a: QV)", Code),
            ("#{ QV }", Code),
            ("#let f(x) = QV", Code),
            ("#let f(x: QV) = x", Code),
            ("#(1 + QV)", Code),
            ("#f(\"a QV b\")", InString),
            ("#image(\"a\", alt: f[QV])", Markup),
            ("$ \"QV\" $", InString),
        ];
        for (text, expected) in table {
            assert_eq!(position(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn values_name_and_reach_nothing() {
        let table = [
            ("`QV`", "T22"),
            ("```QV\na\n```", "T22"),
            ("// QV", "T36"),
            ("/* QV */ a", "T36"),
            ("<QV>", "T23"),
            ("@QV", "T23"),
            ("https://a.uk/QV", "T24"),
            ("$ QV $", "T25"),
            ("#let QV = 1", "T26"),
            ("#let f(QV) = 1", "T26"),
            ("#QV()", "T26"),
            ("#f(QV: 1)", "T26"),
            ("#a.QV", "T26"),
            ("#for QV in a [b]", "T26"),
            ("#set QV()", "T26"),
            ("#image(QV)", "T27"),
            ("#image(\"a/QV.png\")", "T27"),
            ("#link(\"mailto:QV\")[a]", "T27"),
            ("#eval(if a { QV } else { 1 })", "T27"),
            ("#import \"QV\": a", "T27"),
            ("#include QV", "T27"),
            ("#fooQV", "T28"),
            ("#(\"a\\QV\")", "T28"),
            ("#(\"a\\u{4QV}\")", "T28"),
            ("#show QV: 1", "T29"),
        ];
        for (text, code) in table {
            assert_eq!(position(text), Err(code), "{text}");
        }
    }
}
