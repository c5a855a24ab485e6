//! The partials of a firm that one of its offices calls no longer.
//!
//! An office leaves a part of its firm's out, or has a file in the place of the one that called
//! it. The firm's file is called as ever where the office is not: nobody is to delete it.

use std::collections::{BTreeMap, BTreeSet};

use super::files;
use crate::assets::{AssetPath, Layer, Layered};
use crate::settings::Arranged;

/// The names of those partials.
pub(super) fn let_go(
    assets: &Layered,
    partials: &BTreeMap<String, AssetPath>,
    arranged: &[Arranged],
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if assets.folders().nth(1).is_none() {
        return found;
    }
    let mut open = left_out(assets, arranged);
    open.extend(called_by_the_hidden(assets));
    while let Some((name, by)) = open.pop() {
        let Some(path) = partials.get(&name) else {
            continue;
        };
        let Ok(texts) = assets.texts(path) else {
            continue;
        };
        let Some((layer, file)) = texts.first() else {
            continue;
        };
        let lies_below = *layer != Layer::BuiltIn && assets.depth(layer) > by;
        if lies_below && found.insert(name) {
            open.extend(calls(file.text()).map(|called| (called.to_owned(), by)));
        }
    }
    found
}

/// What layers leave out by name, each with the depth of the layer.
fn left_out(assets: &Layered, arranged: &[Arranged]) -> Vec<(String, usize)> {
    let dropped = arranged.iter().filter_map(|arranged| {
        let mut folders = assets.folders();
        let by = folders.position(|folder| folder.name == arranged.layer)?;
        let parts = arranged.dropped.iter();
        Some(parts.map(move |part| (part.name.clone(), by)))
    });
    dropped.flatten().collect()
}

/// What the templates of a firm call that another stands before, each with the depth of that.
fn called_by_the_hidden(assets: &Layered) -> Vec<(String, usize)> {
    let mut called = Vec::new();
    let paths: BTreeSet<&AssetPath> = assets.held().map(|(path, _)| path).collect();
    let is_template = |path: &&&AssetPath| path.as_str().contains(".hbs");
    let templates = paths.iter().filter(is_template);
    for path in templates.filter(|path| files::is_firms(assets, path)) {
        let texts = assets.texts(path).unwrap_or_default();
        let Some((top, hidden)) = texts.split_first() else {
            continue;
        };
        let by = assets.depth(&top.0);
        let of_firms = hidden.iter().filter(|(layer, _)| *layer != Layer::BuiltIn);
        for (_, file) in of_firms {
            called.extend(calls(file.text()).map(|name| (name.to_owned(), by)));
        }
    }
    called
}

/// The partials that a template calls, in whatever layer it seeks them.
fn calls(text: &str) -> impl Iterator<Item = &str> {
    text.split("{{").skip(1).filter_map(|tag| {
        let call = tag.trim_start_matches(['~', '#', ' ']).strip_prefix('>')?;
        let call = call.trim_start();
        let end = call.find(|sign: char| sign.is_whitespace() || "}~".contains(sign))?;
        let name = &call[..end];
        Some(name.rsplit('/').next().unwrap_or(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_found_however_it_is_written() {
        let text = "{{> a}}{{~> below/b x=1 ~}}{{#> c}}{{/c}}{{phrase \"d\"}} > e {{>f~}}";
        assert_eq!(calls(text).collect::<Vec<_>>(), ["a", "b", "c", "f"]);
    }
}
