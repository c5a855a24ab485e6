//! How a value of each kind is written in a template: what the checker asks for, and what
//! whoever writes a template is told.

use crate::schema::shape::{Kind, Shape};

/// The words for a choice: groups of the locale that have a phrase for each of its keywords,
/// the one to begin with first, and the names of the places those phrases have.
pub(crate) type Groups = Vec<(String, Vec<String>)>;

/// The tag that prints a text, a number, a day or a time; none for what no tag prints so.
pub(super) fn tag(kind: Kind<'_>, path: &str) -> Option<String> {
    Some(match kind {
        Kind::Text | Kind::Integer { .. } => format!("{{{{{path}}}}}"),
        Kind::Prose => format!("{{{{paragraphs {path}}}}}"),
        Kind::Date => format!("{{{{date {path}}}}}"),
        Kind::Time => format!("{{{{time {path}}}}}"),
        _ => return None,
    })
}

/// How a template writes what stands at a path: with the condition around it that a value
/// asks for which may be absent. `items` is what a list holds, `groups` the words for the
/// keyword or for the keywords of the list.
pub(crate) fn spelt(
    shape: Shape<'_>,
    items: Option<Shape<'_>>,
    groups: &Groups,
    path: &str,
) -> String {
    let words = || words(groups.first());
    let (written, may_lack) = match shape.kind {
        Kind::Block(_) => (format!("{{{{#with {path}}}}}…{{{{/with}}}}"), false),
        Kind::Boolean => (format!("{{{{#if {path}}}}}…{{{{/if}}}}"), false),
        Kind::Keyword(_) => (format!("{{{{phrase {path}{}}}}}", words()), shape.optional),
        Kind::List { least, .. } => {
            let lacks = shape.optional || least == 0;
            match items.map(|items| items.kind) {
                Some(Kind::Text) => (format!("{{{{list {path}}}}}"), lacks),
                Some(Kind::Keyword(_)) if groups.first().is_some_and(|(_, at)| at.is_empty()) => {
                    (format!("{{{{list {path}{}}}}}", words()), lacks)
                }
                Some(Kind::Keyword(_)) => (
                    each(path, &format!("{{{{phrase this{}}}}}", words())),
                    false,
                ),
                Some(kind) => (
                    each(path, &tag(kind, "this").unwrap_or("…".to_owned())),
                    false,
                ),
                None => (each(path, "…"), false),
            }
        }
        Kind::Integer { .. } if shape.optional => {
            return format!("{{{{#unless (eq {path} null)}}}}{{{{{path}}}}}{{{{/unless}}}}");
        }
        kind => (tag(kind, path).unwrap_or_default(), shape.optional),
    };
    match may_lack {
        true => format!("{{{{#if {path}}}}}{written}{{{{/if}}}}"),
        false => written,
    }
}

fn each(path: &str, item: &str) -> String {
    format!("{{{{#each {path}}}}}{item}{{{{/each}}}}")
}

/// ` in="role"`, and a value for each place that the phrases of the group have.
fn words(group: Option<&(String, Vec<String>)>) -> String {
    let Some((group, places)) = group else {
        return " in=\"…\"".to_owned();
    };
    let places = places.iter().map(|place| format!(" {place}=…"));
    format!(" in=\"{group}\"{}", places.collect::<String>())
}
