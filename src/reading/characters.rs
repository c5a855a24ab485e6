//! Characters that cannot be seen, or that make a line read otherwise than it is.
//!
//! A name with a hidden character is a second name: it is found by no search, leaks
//! past every check, and may turn a sentence round on paper.

use std::ops::Range;
use std::sync::Arc;

use super::limits::ENOUGH_FINDINGS;
use crate::diagnostics::characters::hidden;
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};

/// Refuses every hidden character of the file, escapes aside.
pub(super) fn check(file: &Arc<SourceFile>) -> Result<(), Findings> {
    let findings: Findings = file
        .text()
        .char_indices()
        .filter_map(|(at, character)| Some((at, character, hidden(character)?)))
        .take(ENOUGH_FINDINGS)
        .map(|(at, character, kind)| {
            let range = at..at + character.len_utf8();
            refuse(Place::new(file, range), character, kind)
        })
        .collect();
    if findings.is_empty() {
        Ok(())
    } else {
        Err(findings)
    }
}

/// Refuses the first hidden character that an escape (`"\u202E"`) would bring in.
pub(super) fn check_escaped(
    value: &str,
    file: &Arc<SourceFile>,
    written: &Range<usize>,
) -> Option<Diagnostic> {
    let (character, kind) = value.chars().find_map(|c| Some((c, hidden(c)?)))?;
    let place = Place::new(file, written.clone());
    Some(refuse(place, character, kind).caption("it is written as an escape here"))
}

fn refuse(place: Place, character: char, kind: &str) -> Diagnostic {
    let number = u32::from(character);
    Diagnostic::new(
        &code::reading::CONTROL_CHARACTER,
        format!("the {kind} U+{number:04X} stands here and cannot be seen"),
    )
    .at(place)
    .help("delete it and type the words around it again; it comes with text pasted from elsewhere")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        match check(&SourceFile::new("case.yaml", text)) {
            Ok(()) => Vec::new(),
            Err(findings) => findings.iter().map(Diagnostic::short).collect(),
        }
    }

    #[test]
    fn every_kind_is_refused_where_it_stands() {
        let hidden = [
            ('\0', "control character U+0000"),
            ('\r', "control character U+000D"),
            ('\u{1B}', "control character U+001B"),
            ('\u{7F}', "control character U+007F"),
            ('\u{85}', "control character U+0085"),
            ('\u{AD}', "soft hyphen U+00AD"),
            ('\u{61C}', "direction mark U+061C"),
            ('\u{200B}', "zero-width character U+200B"),
            ('\u{200E}', "direction mark U+200E"),
            ('\u{2028}', "line separator U+2028"),
            ('\u{202E}', "direction mark U+202E"),
            ('\u{2060}', "zero-width character U+2060"),
            ('\u{2066}', "direction mark U+2066"),
            ('\u{3164}', "filler U+3164"),
            ('\u{E000}', "private character U+E000"),
            ('\u{FDD0}', "non-character U+FDD0"),
            ('\u{FEFF}', "byte order mark U+FEFF"),
            ('\u{FFFE}', "non-character U+FFFE"),
            ('\u{E0041}', "tag character U+E0041"),
            ('\u{F0000}', "private character U+F0000"),
            ('\u{10FFFF}', "non-character U+10FFFF"),
        ];
        for (character, name) in hidden {
            assert_eq!(
                found(&format!("a: x\nŵ: y{character}z\n")),
                [format!(
                    "case.yaml:2:5: Y13: the {name} stands here and cannot be seen"
                )]
            );
        }
    }

    #[test]
    fn visible_text_of_any_script_may_stand() {
        let text = "Siân Ŵ — “Łukasz”\t£5 ½ 你好 שלום أهلا हिन्दी ❤\u{FE0F} 😀 a\u{301}\u{323}\n";
        assert_eq!(found(text), [""; 0]);
    }

    #[test]
    fn a_file_full_of_them_is_told_once_it_is_clear() {
        assert_eq!(found(&"\u{200B}".repeat(1000)).len(), ENOUGH_FINDINGS);
    }
}
