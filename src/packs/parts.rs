//! The parts of a document: each line of its outline that calls a partial is one, and has
//! the name of that partial.

use std::ops::Range;

/// A part of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part<'t> {
    /// The name of the partial that its line calls.
    pub(crate) name: &'t str,
    /// Its line, with the end of it.
    pub(crate) line: Range<usize>,
}

/// The parts of an outline, in its order.
pub(crate) fn parts(outline: &str) -> Vec<Part<'_>> {
    let mut at = 0;
    let lines = outline.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (line, start..at)
    });
    let parts = lines.filter_map(|(line, range)| {
        let call = line.trim_start().strip_prefix("{{>")?.trim_start();
        let end = call.find(|sign: char| sign.is_whitespace() || sign == '}')?;
        Some(Part {
            name: &call[..end],
            line: range,
        })
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_that_calls_a_partial_is_a_part() {
        let outline =
            "{{!-- {{> not}} --}}\n#import \"x\"\n{{> page title=(phrase \"a\")}}\n{{> b}}";
        let parts = parts(outline);
        let names: Vec<_> = parts.iter().map(|part| part.name).collect();
        assert_eq!(names, ["page", "b"]);
        assert_eq!(&outline[parts[1].line.clone()], "{{> b}}");
    }
}
