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
    let mut crossed = Vec::new();
    for tag in tags {
        match tag.kind {
            Kind::OpenBlock | Kind::OpenDecorator | Kind::OpenPartial => open.push(tag),
            Kind::Close => findings.extend(close(file, tag, (&mut open, &mut crossed))),
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

/// What is wrong with a closing tag. What is open inside the block that it closes is crossed: it
/// is told here, and not again where it is closed too late. A name of no open block is taken
/// for a slip.
fn close<'t>(
    file: &Arc<SourceFile>,
    tag: &Tag,
    (open, crossed): (&mut Vec<&'t Tag>, &mut Vec<&'t Tag>),
) -> Vec<Diagnostic> {
    let is_its = |opened: &&Tag| name(opened.inside(file)) == tag.inside(file);
    if let Some(at) = open.iter().rposition(is_its) {
        let inner: Vec<&Tag> = open.drain(at..).skip(1).collect();
        let told = inner.iter().map(|inner| otherwise_named(file, tag, inner));
        let told = told.collect();
        crossed.extend(inner);
        return told;
    }
    if let Some(at) = crossed.iter().rposition(is_its) {
        crossed.remove(at);
        return Vec::new();
    }
    vec![match open.pop() {
        Some(opened) => otherwise_named(file, tag, opened),
        None => unopened(file, tag),
    }]
}

fn unopened(file: &Arc<SourceFile>, tag: &Tag) -> Diagnostic {
    let message = format!("`{}` is closed and was not opened", tag.inside(file));
    unbalanced(file, tag, message).help("delete this tag, or open the block before it")
}

fn otherwise_named(file: &Arc<SourceFile>, tag: &Tag, opened: &Tag) -> Diagnostic {
    let (wanted, given) = (name(opened.inside(file)), tag.inside(file));
    let message = format!("`{wanted}` is open, but `{given}` is closed");
    unbalanced(file, tag, message)
        .label(opened.place(file), "this block is open")
        .help(format!(
            "write `{{{{/{wanted}}}}}` here, or close the inner block first"
        ))
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
            ["t.hbs:1:21: T05: `each` is open, but `if` is closed"]
        );
        assert_eq!(
            faults("{{#if a}}{{else}}{{#each b}}c{{/if}}"),
            ["t.hbs:1:30: T05: `each` is open, but `if` is closed"]
        );
        assert_eq!(
            faults("{{#if a}}b{{/unless}}"),
            ["t.hbs:1:11: T05: `if` is open, but `unless` is closed"]
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
