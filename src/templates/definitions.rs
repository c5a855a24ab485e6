//! What a module of a theme defines and what it says of each, read from its syntax: a theme
//! explains itself in the comments before its `#let`.

use typst_syntax::ast::{self, AstNode, Expr};
use typst_syntax::{SyntaxKind as K, SyntaxNode, parse};

/// A name that a module of a theme defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    /// The name.
    pub(crate) name: String,
    /// What the lines of comment right before it say.
    pub(crate) comment: Option<String>,
    /// What it is.
    pub(crate) kind: Defined,
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Defined {
    /// A function with these parameters.
    Function(Vec<Parameter>),
    /// Another function, some of whose parameters are given: `facts.with(width: key-width)`.
    Filled {
        /// The other.
        of: String,
        /// How many of those without a name are given, from the first.
        given: usize,
        /// The names of the others that are given.
        named: Vec<String>,
    },
    /// A value: a length, a sign, something drawn.
    Value,
}

/// A parameter as the module writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    /// `name`, `width: label-width`, `..rows`.
    pub(crate) written: String,
    /// Its name, where it is given by name.
    pub(crate) named: Option<String>,
    /// Whether it takes all that are left.
    pub(crate) takes_rest: bool,
}

/// Everything that the module defines at its top, in its order.
pub(crate) fn definitions(module: &str) -> Vec<Definition> {
    let root = parse(module);
    let mut found = Vec::new();
    let mut comment = Vec::new();
    let mut begun = false;
    for node in root.children() {
        match node.kind() {
            K::LineComment if !begun => comment.push(said(node)),
            K::LineComment | K::Hash => {}
            K::Space => begun &= !node.leaf_text().contains('\n'),
            K::LetBinding => {
                let comment = std::mem::take(&mut comment);
                found.extend(
                    node.cast()
                        .and_then(|binding| definition(binding, &comment)),
                );
                begun = true;
            }
            _ => {
                comment.clear();
                begun = false;
            }
        }
    }
    found
}

/// What a module takes from others by name: the module as it writes it, and the names.
pub(crate) fn imports(module: &str) -> Vec<(String, Vec<String>)> {
    let root = parse(module);
    let imports = root
        .children()
        .filter_map(SyntaxNode::cast::<ast::ModuleImport<'_>>);
    let named = imports.filter_map(|import| match (import.source(), import.imports()) {
        (Expr::Str(from), Some(ast::Imports::Items(items))) => {
            let names = items.iter().map(|item| item.bound_name().to_string());
            Some((from.get().to_string(), names.collect()))
        }
        _ => None,
    });
    named.collect()
}

fn said(comment: &SyntaxNode) -> String {
    comment
        .leaf_text()
        .trim_start_matches('/')
        .trim()
        .to_owned()
}

fn definition(binding: ast::LetBinding<'_>, comment: &[String]) -> Option<Definition> {
    let name = match binding.kind() {
        ast::LetBindingKind::Closure(name) => name,
        ast::LetBindingKind::Normal(pattern) => pattern.bindings().into_iter().next()?,
    };
    Some(Definition {
        name: name.to_string(),
        comment: (!comment.is_empty()).then(|| comment.join(" ")),
        kind: binding.init().map_or(Defined::Value, kind),
    })
}

fn kind(init: Expr<'_>) -> Defined {
    match init {
        Expr::Closure(closure) => {
            Defined::Function(closure.params().children().map(parameter).collect())
        }
        Expr::FuncCall(call) => filled(call).unwrap_or(Defined::Value),
        _ => Defined::Value,
    }
}

fn parameter(param: ast::Param<'_>) -> Parameter {
    let named = match param {
        ast::Param::Named(named) => Some(named.name().to_string()),
        _ => None,
    };
    Parameter {
        written: param.to_untyped().full_text().to_string(),
        named,
        takes_rest: matches!(param, ast::Param::Spread(_)),
    }
}

fn filled(call: ast::FuncCall<'_>) -> Option<Defined> {
    let Expr::FieldAccess(access) = call.callee() else {
        return None;
    };
    let Expr::Ident(of) = access.target() else {
        return None;
    };
    if access.field().as_str() != "with" {
        return None;
    }
    let mut named = Vec::new();
    let mut given = 0;
    for argument in call.args().items() {
        match argument {
            ast::Arg::Named(argument) => named.push(argument.name().to_string()),
            _ => given += 1,
        }
    }
    Some(Defined::Filled {
        of: of.to_string(),
        given,
        named,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = "\
// What the module is for.

#import \"tables.typ\": facts, lines
#let width = 2cm // the least
#let bare(x) = x

// A line to sign on,
// for one person.
#let signature = grid.with(1cm, stroke: none)
// Rows of labels.
#let rows(width: 2cm, ..rows) = { facts(..rows) }
";

    #[test]
    fn a_comment_belongs_to_what_comes_right_after_it() {
        let found = definitions(MODULE);
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.name.as_str(), one.comment.as_deref()))
            .collect();
        assert_eq!(
            told,
            [
                ("width", None),
                ("bare", None),
                ("signature", Some("A line to sign on, for one person.")),
                ("rows", Some("Rows of labels.")),
            ]
        );
        assert_eq!(found[0].kind, Defined::Value);
        assert_eq!(
            found[2].kind,
            Defined::Filled {
                of: "grid".to_owned(),
                given: 1,
                named: vec!["stroke".to_owned()]
            }
        );
        let Defined::Function(parameters) = &found[3].kind else {
            panic!("it is a function");
        };
        assert_eq!(parameters[0].written, "width: 2cm");
        assert!(parameters[1].takes_rest);
    }

    #[test]
    fn what_is_imported_by_name_is_known() {
        let names = vec!["facts".to_owned(), "lines".to_owned()];
        assert_eq!(imports(MODULE), [("tables.typ".to_owned(), names)]);
    }
}
