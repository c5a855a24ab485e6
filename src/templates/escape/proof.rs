//! Three proofs of a document, on the very text that will be typeset: it is Typst, it
//! has the structure that harmless values would have given it, and each value reads
//! back as it was.
//!
//! A bug in the choice of positions or in the literals ends here, not in a court's
//! bundle.

use serde_json::{Map, Value};
use typst_syntax::ast;
use typst_syntax::{SyntaxKind as K, SyntaxNode, parse, parse_code};

use super::fault::{Fault, OPEN};
use super::literal;
use super::position::Position;
use super::token::Token;
use super::tree::{Leaf, at_leaves};
use super::written::Written;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::code::template;
use crate::templates::load::Sites;
use crate::templates::recorder::{Refusal, Skeleton, Slot};

/// Writes the document again with harmless values, for reference, and compares.
pub(super) fn by_reference(
    tree: &SyntaxNode,
    real: &Written,
    skeleton: &Skeleton,
    tokens: &[Token<'_>],
    sites: &Sites,
) -> Result<(), Vec<Refusal>> {
    let harmless = Written::compose(skeleton, tokens, literal::harmless);
    let reference = parse(&harmless.text);
    is_typst(&reference, &harmless, skeleton, sites)?;
    same_structure(tree, &reference, real, skeleton, sites)?;
    reads_back(tree, real, tokens, sites)
}

/// The reference has no syntax error; if it has, no value is to blame.
fn is_typst(
    reference: &SyntaxNode,
    harmless: &Written,
    skeleton: &Skeleton,
    sites: &Sites,
) -> Result<(), Vec<Refusal>> {
    let (errors, _) = reference.errors_and_warnings();
    let Some(error) = errors.first() else {
        return Ok(());
    };
    let message = format!("the template does not make valid Typst: {}", error.message);
    let finding = Diagnostic::new(&template::NOT_TYPST, message).help(help(&error.message));
    let at = first_error(reference, 0).unwrap_or_default();
    Err(vec![harmless.refuse(at, finding, skeleton, sites)])
}

/// What to do about what Typst says of the signs of a template.
fn help(message: &str) -> &'static str {
    match message.contains("`#` is not valid in code") {
        true => "write one `#` before a call, and none inside one; a heading is `= …` or `== …`",
        false => OPEN,
    }
}

fn first_error(node: &SyntaxNode, start: usize) -> Option<usize> {
    if node.kind() == K::Error {
        return Some(start);
    }
    let mut at = start;
    node.children().find_map(|child| {
        let found = first_error(child, at);
        at += child.len();
        found
    })
}

/// Both trees have the same nodes, and the same words but for the values.
fn same_structure(
    tree: &SyntaxNode,
    reference: &SyntaxNode,
    real: &Written,
    skeleton: &Skeleton,
    sites: &Sites,
) -> Result<(), Vec<Refusal>> {
    let Some(at) = first_difference(tree, reference, 0) else {
        return Ok(());
    };
    let finding = Diagnostic::new(
        &template::STRUCTURE_CHANGED,
        "a value near here would change the structure of the document",
    )
    .help("this is a fault of the program: please report the template, without the case");
    Err(vec![real.refuse(at, finding, skeleton, sites)])
}

fn first_difference(tree: &SyntaxNode, reference: &SyntaxNode, start: usize) -> Option<usize> {
    let (children, others) = (tree.children(), reference.children());
    if tree.kind() != reference.kind() || children.len() != others.len() {
        return Some(start);
    }
    let is_literal = matches!(tree.kind(), K::Str | K::Int | K::Float);
    if children.len() == 0 && !is_literal && tree.leaf_text() != reference.leaf_text() {
        return Some(start);
    }
    let mut at = start;
    children.zip(others).find_map(|(child, other)| {
        let found = first_difference(child, other, at);
        at += child.len();
        found
    })
}

/// Each literal is what the evaluator of Typst will take for the value.
fn reads_back(
    tree: &SyntaxNode,
    real: &Written,
    tokens: &[Token<'_>],
    sites: &Sites,
) -> Result<(), Vec<Refusal>> {
    let literals = real.literals.iter().cloned().zip(tokens);
    let shown = literals.filter(|(literal, _)| !literal.is_empty());
    let mut refusals = Vec::new();
    at_leaves(tree, shown, |leaf, literal, token| {
        let whole = leaf.range == literal;
        if !stands(token, leaf, whole, &real.text[literal]) {
            let fault = Fault::new(
                &template::NOT_READ_BACK,
                "the value would not be printed as it was written",
                "this is a fault of the program: please report the template, without the case",
            );
            refusals.push(fault.about(token.segment, sites));
        }
    });
    if refusals.is_empty() {
        Ok(())
    } else {
        Err(refusals)
    }
}

/// Whether the literal in this leaf is the value.
fn stands(token: &Token<'_>, leaf: &Leaf<'_, '_>, whole: bool, literal: &str) -> bool {
    match (token.slot, token.position) {
        (slot, Position::InString) => leaf.node.kind() == K::Str && reads_as(literal, slot),
        (Slot::Text(text) | Slot::Paragraph(text), _) => {
            let string = leaf.node.cast::<ast::Str>();
            whole && string.is_some_and(|string| string.get() == text.as_str())
        }
        (Slot::Typed(value), _) => read(literal).as_ref() == Some(value),
    }
}

/// Whether a literal inside a string is this text.
pub(super) fn reads_as(literal: &str, slot: &Slot) -> bool {
    match slot {
        Slot::Text(text) | Slot::Paragraph(text) => {
            read(&format!("\"{literal}\"")) == Some(text.as_str().into())
        }
        Slot::Typed(_) => false,
    }
}

/// Whether an expression is a literal of this value.
pub(super) fn means(expression: ast::Expr<'_>, slot: &Slot) -> bool {
    match (slot, expression) {
        (_, ast::Expr::Parenthesized(inner)) => means(inner.expr(), slot),
        (Slot::Text(text) | Slot::Paragraph(text), ast::Expr::Str(string)) => {
            string.get() == text.as_str()
        }
        (Slot::Typed(value), literal) => meaning(literal).as_ref() == Some(value),
        _ => false,
    }
}

/// What a literal means to Typst.
fn read(literal: &str) -> Option<Value> {
    let root = parse_code(literal);
    let code = root.cast::<ast::Code>()?;
    let mut expressions = code.exprs();
    let value = meaning(expressions.next()?)?;
    (expressions.next().is_none() && !root.diagnosis().errors).then_some(value)
}

fn meaning(expression: ast::Expr<'_>) -> Option<Value> {
    match expression {
        ast::Expr::None(_) => Some(Value::Null),
        ast::Expr::Bool(yes) => Some(yes.get().into()),
        ast::Expr::Int(number) => Some(number.get().into()),
        ast::Expr::Float(number) => Some(number.get().into()),
        ast::Expr::Str(text) => Some(text.get().as_str().into()),
        ast::Expr::Parenthesized(inner) => meaning(inner.expr()),
        ast::Expr::Unary(negative) if negative.op() == ast::UnOp::Neg => {
            match meaning(negative.expr())? {
                Value::Number(number) if number.is_f64() => Some((-number.as_f64()?).into()),
                Value::Number(number) => Some((-number.as_i64()?).into()),
                _ => None,
            }
        }
        ast::Expr::Array(items) => items
            .items()
            .map(|item| match item {
                ast::ArrayItem::Pos(item) => meaning(item),
                ast::ArrayItem::Spread(_) => None,
            })
            .collect::<Option<Vec<_>>>()
            .map(Value::Array),
        ast::Expr::Dict(fields) => fields
            .items()
            .map(field)
            .collect::<Option<Map<_, _>>>()
            .map(Value::Object),
        _ => None,
    }
}

fn field(field: ast::DictItem<'_>) -> Option<(String, Value)> {
    let ast::DictItem::Keyed(field) = field else {
        return None;
    };
    match field.key() {
        ast::Expr::Str(key) => Some((key.get().to_string(), meaning(field.expr())?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn another_tree_is_told_apart() {
        let same = |a: &str, b: &str| first_difference(&parse(a), &parse(b), 0).is_none();
        assert!(same("a #\"x\"; b", "a #\"yy\"; b"));
        assert!(!same("a #\"x\"; b", "a #\"x\"; *b*"));
        assert!(!same("a #\"x\"; b", "a #\"x\"; c"));
        assert!(!same("#(1)", "#(true)"));
    }

    #[test]
    fn literals_mean_what_they_say() {
        let value = json!({"a": [1, -2, -0.5, null, true], "b": {}, "c": "\u{1}\"\\"});
        let mut literal = String::new();
        literal::write(&Slot::Typed(value.clone()), Position::Code, &mut literal);
        assert_eq!(read(&literal), Some(value));
        assert_eq!(read("1 + 1"), None);
        assert_eq!(read("\"a\"; \"b\""), None);
    }
}
