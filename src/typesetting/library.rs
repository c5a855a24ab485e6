//! Typst's library as far as a document may use it.
//!
//! Only what is named here is there, under its own name and under `std`: a function that
//! a later Typst brings is not, until someone has looked at it. Not there, on purpose:
//! running text as code, loading files as anything but modules and images, programs,
//! attachments, citations, the command line's inputs, and bytes made by hand, which would
//! reach the image decoders past the checks of `images.rs`.

use std::ops::Range;
use std::sync::LazyLock;

use typst::foundations::{Binding, Module, Scope, Value};
use typst::syntax::{LinkedNode, Source, SyntaxKind};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _};

/// What there is in the global scope.
#[rustfmt::skip]
const KEPT: &[&str] = &[
    "align", "alignment", "angle", "aqua", "arguments", "array", "assert", "black", "block",
    "blue", "bool", "bottom", "box", "btt", "calc", "center", "circle", "cmyk", "colbreak",
    "color", "columns", "content", "counter", "curve", "datetime", "decimal", "dictionary",
    "direction", "divider", "document", "duration", "eastern", "ellipse", "emph", "end", "enum",
    "figure", "float", "footnote", "fraction", "fuchsia", "function", "gradient", "gray",
    "green", "grid", "h", "heading", "here", "hide", "highlight", "horizon", "image", "int",
    "label", "layout", "left", "length", "lime", "line", "linebreak", "link", "list", "locate",
    "location", "lower", "ltr", "luma", "maroon", "math", "measure", "metadata", "module",
    "move", "navy", "numbering", "oklab", "oklch", "olive", "orange", "outline", "overline",
    "pad", "page", "pagebreak", "panic", "par", "parbreak", "pdf", "place", "polygon", "purple",
    "query", "quote", "range", "ratio", "raw", "rect", "red", "ref", "regex", "relative",
    "repeat", "repr", "rgb", "right", "rotate", "rtl", "scale", "selector", "silver", "skew",
    "smallcaps", "smartquote", "square", "stack", "start", "state", "str", "strike", "stroke",
    "strong", "sub", "super", "sym", "symbol", "table", "teal", "terms", "text", "tiling",
    "title", "top", "ttb", "type", "underline", "upper", "v", "version", "white", "yellow",
];
/// What there is in the module `pdf`: not `attach`, for PDF/A-2 allows no files within.
const KEPT_OF_PDF: &[&str] = &["artifact"];
/// A method of numbers that makes bytes. It cannot be taken out of a type, so it is
/// refused by its name, which an identifier can be spelt in one way only.
const REFUSED_METHOD: &str = "to-bytes";

static STRIPPED: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    let mut scope = only(KEPT, library.global.scope());
    if let Some(Value::Module(pdf)) = scope.get("pdf").map(Binding::read) {
        let pdf = Module::new("pdf", only(KEPT_OF_PDF, pdf.scope()));
        scope.bind("pdf".into(), Binding::detached(pdf));
    }
    library.global = Module::new("global", scope);
    library.std = Binding::detached(library.global.clone());
    LazyHash::new(library)
});

/// The library of every document.
pub(super) fn stripped() -> &'static LazyHash<Library> {
    &STRIPPED
}

fn only(kept: &[&str], scope: &Scope) -> Scope {
    let mut stripped = Scope::new();
    for (name, binding) in scope
        .iter()
        .filter(|(name, _)| kept.contains(&name.as_str()))
    {
        stripped.bind(name.clone(), binding.clone());
    }
    stripped
}

/// Where a source names what is refused by its name.
pub(super) fn refused_name(source: &Source) -> Option<Range<usize>> {
    // Next to no source has these letters anywhere.
    let may_be_named = source.text().contains(REFUSED_METHOD);
    let found = may_be_named.then(|| find(&LinkedNode::new(source.root())));
    found.flatten()
}

fn find(node: &LinkedNode) -> Option<Range<usize>> {
    if node.kind() == SyntaxKind::Ident && node.leaf_text() == REFUSED_METHOD {
        return Some(node.range());
    }
    node.children().find_map(|child| find(&child))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_kept_exists_and_nothing_else_does() {
        for (kept, scope) in [
            (KEPT, stripped().global.scope()),
            (KEPT_OF_PDF, pdf().scope()),
        ] {
            let names: Vec<&str> = scope.iter().map(|(name, _)| name.as_str()).collect();
            for name in kept {
                assert!(names.contains(name), "{name}");
            }
            assert_eq!(names.len(), kept.len());
        }
    }

    #[test]
    fn std_is_the_same_library() {
        let Value::Module(std) = stripped().std.read() else {
            panic!("`std` is a module")
        };
        assert!(std.scope().get("text").is_some());
        assert!(std.scope().get("eval").is_none());
    }

    #[test]
    fn a_refused_name_is_found_wherever_code_stands() {
        for source in [
            "#1.to-bytes()",
            "#import int: to-bytes",
            "$ #int.to-bytes(1) $",
        ] {
            let range = refused_name(&Source::detached(source));
            assert_eq!(
                range.map(|range| &source[range]),
                Some("to-bytes"),
                "{source}"
            );
        }
        assert_eq!(
            refused_name(&Source::detached("to-bytes `to-bytes` #\"to-bytes\"")),
            None
        );
    }

    fn pdf() -> Module {
        let Some(Value::Module(pdf)) = stripped().global.scope().get("pdf").map(Binding::read)
        else {
            panic!("`pdf` is a module")
        };
        pdf.clone()
    }
}
