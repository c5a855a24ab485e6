//! What the parser refused, in the words of someone who writes case files.

use std::sync::Arc;

use granit_parser::{ErrorKind, ScanError};

use super::limits::DEEPEST;
use crate::diagnostics::{Code, Diagnostic, Place, SourceFile, code};

/// What a wrong text is called, and how to mend it.
type Explanation = (&'static Code, &'static str, &'static str);

/// The finding for a text that is not YAML, at the place where the parser gave up.
pub(super) fn explain(error: &ScanError, place: Place) -> Diagnostic {
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        return too_deep(place);
    }
    let explanation = explanation(error.kind());
    let place = match explanation == TAB {
        true => at_the_tab(place),
        false => place,
    };
    let (code, message, help) = explanation;
    Diagnostic::new(code, message).at(place).help(help)
}

/// A text that goes on in a line which a tab begins is refused where it begins itself: the tab
/// is what has to go.
fn at_the_tab(place: Place) -> Place {
    let text = place.file.text();
    let indented = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let begins = text[..place.range.start]
        .rfind('\n')
        .map_or(0, |end| end + 1);
    let mut at = begins;
    let mut lines = text[begins..].split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (start, &line[..indented(line)])
    });
    let is_here = lines
        .next()
        .is_some_and(|(_, indent)| indent.contains('\t'));
    let next = lines.find_map(|(start, indent)| Some(start + indent.find('\t')?));
    match next.filter(|_| !is_here) {
        Some(tab) => Place::new(&place.file, tab..tab + 1),
        None => place,
    }
}

/// A space that looks like a plain one, and to YAML is a letter.
fn is_odd_space(character: char) -> bool {
    character.is_whitespace() && !character.is_ascii()
}

/// A plain value without such spaces around it: YAML drops plain ones there, and nobody who
/// sees no difference means one.
pub(super) fn unpadded(text: &str, plain: bool) -> &str {
    match plain {
        true => text.trim_matches(is_odd_space),
        false => text,
    }
}

/// The finding for a space that keeps a line from being read: before the line's first word,
/// or behind its key or dash; on the line on which the parser gave up, or the one above.
pub(super) fn odd_space(file: &Arc<SourceFile>, at: usize) -> Option<Diagnostic> {
    let text = file.text();
    let line_start = |end: usize| text[..end].rfind('\n').map_or(0, |end| end + 1);
    let start = line_start(at);
    let above = line_start(start.saturating_sub(1));
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let mut spaces = text[above..end]
        .char_indices()
        .filter(|(_, c)| is_odd_space(*c));
    let (at, space) = spaces.find_map(|(index, space)| {
        let at = above + index;
        let before = text[line_start(at)..at].trim();
        let is_structure = before.is_empty() || before.ends_with([':', '-']);
        is_structure.then_some((at, space))
    })?;
    let number = u32::from(space);
    let message = format!("the space U+{number:04X} stands here, and looks like a plain one");
    let finding = Diagnostic::new(&code::reading::SYNTAX, message)
        .at(Place::new(file, at..at + space.len_utf8()))
        .help("delete it and type a space; it comes with text pasted from elsewhere");
    Some(finding)
}

/// The finding for a list or block inside too many others.
pub(super) fn too_deep(place: Place) -> Diagnostic {
    Diagnostic::new(
        &code::reading::TOO_DEEP,
        format!("lists and blocks are nested more than {DEEPEST} deep"),
    )
    .at(place)
    .help("close a bracket or move the line to the left: a case needs no more than ten levels")
}

fn explanation(kind: &ErrorKind) -> Explanation {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => TAB,
        E::MappingValueNotAllowed | E::InvalidMappingValueWhitespace => COLON,
        E::UnexpectedCharacter { .. }
        | E::DirectiveDisallowed
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::UnexpectedEndOfPlainScalar => FIRST_CHARACTER,
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::DocumentIndicatorInQuotedScalar => OPEN_QUOTE,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => AFTER_QUOTE,
        E::UnclosedFlowCollection { .. }
        | E::MismatchedFlowCollectionEnd { .. }
        | E::MisplacedFlowCollectionEnd
        | E::InvalidColonPlacement
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::InvalidFlowScalarIndent => BRACKET,
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => ESCAPE,
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => BLOCK_TEXT,
        E::MissingAnchorOrAliasName | E::UnknownAnchor | E::AnchorCountOverflow => STRAY_ANCHOR,
        E::UndeclaredTagHandle
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => STRAY_TAG,
        _ => LAYOUT,
    }
}

const TAB: Explanation = (
    &code::reading::SYNTAX,
    "a tab stands where only spaces may",
    "indent with spaces, two for each level",
);
const COLON: Explanation = (
    &code::reading::SYNTAX,
    "a `:` stands where no key can end",
    "put a text with a colon and a space in quotes, or check the indentation of this line",
);
const FIRST_CHARACTER: Explanation = (
    &code::reading::SYNTAX,
    "no text can begin with this character unless it is in quotes",
    "put the whole text in quotes",
);
const OPEN_QUOTE: Explanation = (
    &code::reading::SYNTAX,
    "a quote that was opened above is not closed here",
    "close it at the end of its text, and indent the lines a quoted text goes on in",
);
const AFTER_QUOTE: Explanation = (
    &code::reading::SYNTAX,
    "something follows a closing quote",
    "put the whole text in quotes; inside them write `''` for `'`, or `\\\"` for `\"`",
);
const BRACKET: Explanation = (
    &code::reading::SYNTAX,
    "brackets do not match, or a comma is missing between them",
    "close every `[` with `]` and every `{` with `}`, or put a text with brackets in quotes",
);
const ESCAPE: Explanation = (
    &code::reading::SYNTAX,
    "a `\\` in double quotes begins an escape that does not exist",
    "write `\\\\` for a backslash, or use single quotes",
);
const BLOCK_TEXT: Explanation = (
    &code::reading::SYNTAX,
    "something follows a `|` or `>`",
    "begin the text on the next line, indented",
);
const LAYOUT: Explanation = (
    &code::reading::SYNTAX,
    "this line does not fit in here",
    "begin the fields of one block in the same column, each as `key: value`, or put a text that \
     goes on here in quotes",
);
const STRAY_ANCHOR: Explanation = (
    &code::reading::ANCHOR,
    "a value that begins with `&` or `*`",
    "put the text in quotes; a list entry begins with `-`",
);
const STRAY_TAG: Explanation = (
    &code::reading::TAG,
    "a value that begins with `!`",
    "put the text in quotes",
);

#[cfg(test)]
mod tests {
    use crate::diagnostics::Diagnostic;
    use crate::reading::{Content, Subject, accept};

    #[test]
    fn a_space_that_only_looks_like_one_is_named_or_of_no_weight() {
        for text in ["a:\n  b:\u{a0} c d\n  e: f\n", "a:\n \u{a0}b: c\n  d: e\n"] {
            let findings = accept("c", text.as_bytes(), Subject::Case).expect_err(text);
            let short: Vec<String> = findings.iter().map(Diagnostic::short).collect();
            assert_eq!(short.len(), 1, "{short:?}");
            assert!(
                short[0].contains("Y03: the space U+00A0 stands here"),
                "{short:?}"
            );
        }
        let accepted = accept("c", "a: b\u{a0}\nc: d e\n".as_bytes(), Subject::Case);
        let tree = accepted.expect("it is sound").tree;
        let value = &tree.entry("a").expect("it is there").value.content;
        let plain = Content::Scalar {
            text: "b".to_owned(),
            plain: true,
        };
        assert_eq!(*value, plain);
    }

    #[test]
    fn what_people_mistype_is_told_in_their_words() {
        let table = [
            (
                "a:\n\tb: x\n",
                "2:2: Y03: a tab stands where only spaces may",
            ),
            (
                "a: x\n\tb: y\n",
                "2:1: Y03: a tab stands where only spaces may",
            ),
            ("a: b: c\n", "1:5: Y03: a `:` stands where no key can end"),
            (
                "a: b\n c: d\n",
                "2:3: Y03: a `:` stands where no key can end",
            ),
            (
                "a: @b\n",
                "1:4: Y03: no text can begin with this character unless it is in quotes",
            ),
            (
                "a: b\n%c: d\n",
                "2:1: Y03: no text can begin with this character unless it is in quotes",
            ),
            (
                "a: 'b\nc: d\n",
                "2:1: Y03: a quote that was opened above is not closed here",
            ),
            ("a: 'b's'\n", "1:7: Y03: something follows a closing quote"),
            (
                "a: [b, c\n",
                "1:4: Y03: brackets do not match, or a comma is missing between them",
            ),
            (
                "a: \"\\q\"\n",
                "1:4: Y03: a `\\` in double quotes begins an escape that does not exist",
            ),
            ("a: | b\n  c\n", "1:4: Y03: something follows a `|` or `>`"),
            (
                "a: 1\nb\nc: 2\n",
                "2:1: Y03: this line does not fit in here",
            ),
            ("a: * b\n", "1:4: Y08: a value that begins with `&` or `*`"),
            ("a: !b!c d\n", "1:4: Y09: a value that begins with `!`"),
        ];
        for (text, expected) in table {
            let findings = accept("case.yaml", text.as_bytes(), Subject::Case).expect_err(text);
            let short: Vec<String> = findings.iter().map(Diagnostic::short).collect();
            assert_eq!(short, [format!("case.yaml:{expected}")], "{text}");
        }
    }
}
