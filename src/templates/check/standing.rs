//! Whether each partial stands where the ending of its file says: `.typ.hbs` in text,
//! `.typc.hbs` among the arguments of a Typst call.
//!
//! The two are written otherwise: what is a paragraph in text is a mistake of syntax in
//! code. Whoever opens a file should know which of them it is without looking for the
//! calls, which only a rendered view shows.

use typst_syntax::{LinkedNode, Side, SyntaxKind as K};

use crate::diagnostics::{Diagnostic, Findings, code};
use crate::templates::Rendered;
use crate::templates::pack::Pack;

/// The ending of a partial for code.
const IN_CODE: &str = ".typc.hbs";

/// `T66` for every call of a partial at the wrong place.
pub(super) fn faults(root: &LinkedNode<'_>, rendered: &Rendered, pack: &Pack) -> Findings {
    let mut findings = Findings::new();
    for called in &rendered.called {
        let written = rendered.written_by(called);
        let text = &rendered.source[written.clone()];
        let first = written.start + (text.len() - text.trim_start().len());
        let file = pack.file(&called.name).filter(|_| first < written.end);
        let (Some(file), Some(leaf)) = (file, root.leaf_at(first, Side::After)) else {
            continue;
        };
        let is_for_code = file.name().ends_with(IN_CODE);
        if is_for_code != stands_in_code(&leaf) {
            let place = rendered.sites.place(called.site).clone();
            findings.push(fault(&called.name, is_for_code).at(place));
        }
    }
    findings
}

/// Whether the innermost thing around is code, rather than text.
fn stands_in_code(leaf: &LinkedNode<'_>) -> bool {
    let mut around = leaf.parent();
    while let Some(node) = around {
        match node.kind() {
            K::Markup => return false,
            K::Args | K::Array | K::Dict | K::Parenthesized | K::Code => return true,
            _ => around = node.parent(),
        }
    }
    false
}

fn fault(name: &str, is_for_code: bool) -> Diagnostic {
    let (message, help) = match is_for_code {
        true => (
            format!("`{name}` is a partial for code and stands in text here"),
            format!(
                "call it among the arguments of a Typst call, or name its file `{name}.typ.hbs`"
            ),
        ),
        false => (
            format!("`{name}` is a partial for text and stands in code here"),
            format!("call it inside `[…]`, or name its file `{name}{IN_CODE}`"),
        ),
    };
    Diagnostic::new(&code::template::OUT_OF_ITS_PLACE, message).help(help)
}
