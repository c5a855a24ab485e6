//! Blocks that open and close, counted before Handlebars counts them: it overflows
//! the stack on deep ones, and points at the end of the file when one stays open.

use std::sync::Arc;

use super::super::limits;
use super::tags::{Kind, Tag};
use crate::diagnostics::{Diagnostic, SourceFile, code};

/// Blocks that stay open, close what is not open, or stand too deep.
pub(super) fn check(file: &Arc<SourceFile>, tags: &[Tag]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut open: Vec<&Tag> = Vec::new();
    for tag in tags {
        match tag.kind {
            Kind::OpenBlock | Kind::OpenDecorator | Kind::OpenPartial => open.push(tag),
            Kind::Close => findings.extend(close(file, tag, open.pop())),
            _ => {}
        }
        if open.len() > limits::BLOCK_NESTING {
            findings.push(too_deep(file, tag));
            return findings;
        }
    }
    findings.extend(open.into_iter().map(|tag| unclosed(file, tag)));
    findings
}

fn close(file: &Arc<SourceFile>, tag: &Tag, opened: Option<&Tag>) -> Option<Diagnostic> {
    let Some(opened) = opened else {
        return Some(
            unbalanced(
                file,
                tag,
                format!("`{}` is closed and was not opened", tag.inside(file)),
            )
            .help("delete this tag, or open the block before it"),
        );
    };
    let (wanted, given) = (name(opened.inside(file)), tag.inside(file));
    (wanted != given).then(|| {
        unbalanced(
            file,
            tag,
            format!("`{wanted}` is open, but `{given}` is closed"),
        )
        .label(opened.place(file), "this block is open")
        .help(format!(
            "write `{{{{/{wanted}}}}}` here, or close the inner block first"
        ))
    })
}

fn unclosed(file: &Arc<SourceFile>, tag: &Tag) -> Diagnostic {
    let name = name(tag.inside(file));
    unbalanced(file, tag, format!("`{name}` is opened and not closed"))
        .help(format!("write `{{{{/{name}}}}}` where the block ends"))
}

fn unbalanced(file: &Arc<SourceFile>, tag: &Tag, message: String) -> Diagnostic {
    Diagnostic::new(&code::template::UNBALANCED_BLOCK, message).at(tag.place(file))
}

fn too_deep(file: &Arc<SourceFile>, tag: &Tag) -> Diagnostic {
    let message = format!("more than {} blocks stand open", limits::BLOCK_NESTING);
    Diagnostic::new(&code::template::NESTED_TOO_DEEPLY, message)
        .at(tag.place(file))
        .help("move the inner blocks into a partial: `{{> name}}`")
}

/// The word a block is closed by.
fn name(inside: &str) -> &str {
    inside.split_whitespace().next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::super::tags::scan;
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let file = SourceFile::new("t.hbs", text);
        let tags = scan(&file).expect("the tags end");
        check(&file, &tags).iter().map(Diagnostic::short).collect()
    }

    #[test]
    fn the_opening_tag_is_to_blame() {
        assert_eq!(
            faults("a\n{{#if b}}c"),
            ["t.hbs:2:1: T05: `if` is opened and not closed"]
        );
        assert_eq!(
            faults("{{#if a}}{{#each b}}{{/if}}{{/each}}"),
            [
                "t.hbs:1:21: T05: `each` is open, but `if` is closed",
                "t.hbs:1:28: T05: `if` is open, but `each` is closed"
            ]
        );
        assert_eq!(
            faults("{{/if}}"),
            ["t.hbs:1:1: T05: `if` is closed and was not opened"]
        );
        assert!(faults("{{#*inline \"x\"}}{{#if a}}{{else}}{{/if}}{{/inline}}").is_empty());
    }

    #[test]
    fn depth_is_counted_before_handlebars_sees_it() {
        assert!(faults(&"{{#if a}}".repeat(1_000))[0].contains("T04"));
    }
}
