//! What Handlebars would allow and a court document may not: ways around the
//! escaper, and names that data could choose.

use std::sync::Arc;

use super::tags::{Kind, Tag};
use crate::diagnostics::code::template;
use crate::diagnostics::{Code, Diagnostic, SourceFile};

/// Every tag that no template may have.
pub(super) fn check(file: &Arc<SourceFile>, tags: &[Tag]) -> Vec<Diagnostic> {
    tags.iter()
        .filter_map(|tag| {
            let (code, message, help) = refusal(tag.kind, tag.inside(file))?;
            Some(
                Diagnostic::new(code, message)
                    .at(tag.place(file))
                    .help(help),
            )
        })
        .collect()
}

type Refusal = (&'static Code, &'static str, &'static str);

fn refusal(kind: Kind, inside: &str) -> Option<Refusal> {
    let refused = match kind {
        Kind::Unescaped => (
            &template::UNESCAPED,
            "`{{{…}}}` and `{{&…}}` would print a value unescaped",
            "write `{{…}}`; what is Typst belongs in the template or the theme, not in a value",
        ),
        Kind::RawBlock => (
            &template::RAW_BLOCK,
            "a raw block `{{{{…}}}}` is not read",
            "write the text outside of the block, with `{ {` for two braces",
        ),
        Kind::Decorator => decorator(),
        Kind::OpenDecorator => match inside.strip_prefix("inline") {
            // A name left out is another fault, told where names are compared.
            Some("") => return None,
            Some(name) if is_quoted(name.trim()) => return None,
            Some(name) if name.starts_with(char::is_whitespace) => (
                &template::DYNAMIC_PARTIAL,
                "the name of an inline partial stands in quotation marks",
                "write `{{#*inline \"name\"}}`",
            ),
            _ => decorator(),
        },
        Kind::OpenPartial => (
            &template::PARTIAL_BLOCK,
            "a partial is not given a block",
            "write `{{> name}}`, with what differs as values: `{{> name title=…}}`",
        ),
        Kind::Partial if inside.starts_with('(') => (
            &template::DYNAMIC_PARTIAL,
            "the name of a partial may not be computed",
            "name each partial, and choose with `{{#if}}`",
        ),
        _ => return None,
    };
    Some(refused)
}

/// One text in quotation marks and nothing else.
fn is_quoted(argument: &str) -> bool {
    ['"', '\''].iter().any(|quote| {
        let inside = argument
            .strip_prefix(*quote)
            .and_then(|rest| rest.strip_suffix(*quote));
        inside.is_some_and(|name| !name.contains(*quote))
    })
}

fn decorator() -> Refusal {
    (
        &template::DECORATOR,
        "only `{{#*inline \"name\"}}` may follow a `*`",
        "define an inline partial, or move the text into a partial of its own",
    )
}
