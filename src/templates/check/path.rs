//! How a path is written: where it sets out from, and the names it follows.
//!
//! Handlebars marks `../` and `@root` in its tree with a type that it keeps to
//! itself, so those are read from the path as it is spelt.

use std::ops::Range;

use handlebars::PathSeg;

/// A path, taken apart.
#[derive(Debug)]
pub(super) struct Spelling<'a> {
    /// Whether it begins with `@root`.
    pub(super) from_root: bool,
    /// How many `../` it begins with.
    pub(super) ups: usize,
    /// The names; none for `this`.
    pub(super) names: Vec<Name<'a>>,
}

/// One name of a path.
#[derive(Debug)]
pub(super) struct Name<'a> {
    pub(super) text: &'a str,
    /// Where in the path it stands.
    pub(super) within: Range<usize>,
}

impl<'a> Spelling<'a> {
    /// Takes a path apart: its segments in the tree, and the text they were read from.
    pub(super) fn new(segments: &'a [PathSeg], raw: &str) -> Self {
        let rest = ["this.", "this/", "./"]
            .iter()
            .find_map(|here| raw.strip_prefix(here));
        let mut rest = rest.unwrap_or(raw);
        let from_root = rest.starts_with("@root");
        if from_root {
            rest = &rest["@root".len() + 1..];
        }
        let mut ups = 0;
        while let Some(further) = rest.strip_prefix("../").or(rest.strip_prefix("...")) {
            (rest, ups) = (further, ups + 1);
        }
        let mut cursor = raw.len() - rest.len();
        let named = segments.iter().filter_map(|segment| match segment {
            PathSeg::Named(name) => Some(name.as_str()),
            _ => None,
        });
        let names = named.map(|text| {
            let start = raw[cursor..]
                .find(text)
                .map_or(cursor, |found| cursor + found);
            cursor = start + text.len();
            Name {
                text,
                within: start..cursor,
            }
        });
        Spelling {
            from_root,
            ups,
            names: names.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use handlebars::Path;

    /// The number of steps up, and the names with the columns they stand in.
    fn spelt(raw: &str) -> (bool, usize, Vec<(String, usize)>) {
        let Ok(Path::Relative((segments, raw))) = Path::parse(raw) else {
            panic!("`{raw}` is a path")
        };
        let spelling = Spelling::new(&segments, &raw);
        let names = spelling
            .names
            .iter()
            .map(|name| (name.text.to_owned(), name.within.start));
        (spelling.from_root, spelling.ups, names.collect())
    }

    #[test]
    fn a_path_is_read_as_it_is_spelt() {
        let name = |name: &str, at| (name.to_owned(), at);
        assert_eq!(
            spelt("a.b/c"),
            (false, 0, vec![name("a", 0), name("b", 2), name("c", 4)])
        );
        assert_eq!(spelt("../../a"), (false, 2, vec![name("a", 6)]));
        assert_eq!(
            spelt("@root.a.[0 b]"),
            (true, 0, vec![name("a", 6), name("0 b", 9)])
        );
        assert_eq!(spelt("this"), (false, 0, vec![]));
        assert_eq!(spelt("../this"), (false, 1, vec![]));
        assert_eq!(spelt("./a.a"), (false, 0, vec![name("a", 2), name("a", 4)]));
    }
}
