//! Characters that cannot be seen, or that make a line read otherwise than it is.
//!
//! A name with a hidden character is a second name: it is found by no search, leaks
//! past every check, and may turn a sentence round on paper. The list follows the
//! Unicode property Default_Ignorable_Code_Point, less variation selectors and the
//! grapheme joiner (they belong to a visible character), plus controls, line
//! separators, private use and non-characters.

use std::ops::Range;
use std::sync::Arc;

use super::limits::ENOUGH_FINDINGS;
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};

/// Refuses every hidden character of the file, escapes aside.
pub(super) fn check(file: &Arc<SourceFile>) -> Result<(), Findings> {
    let findings: Findings = file
        .text()
        .char_indices()
        .filter_map(|(at, character)| Some((at, character, kind(character)?)))
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
    let (character, kind) = value.chars().find_map(|c| Some((c, kind(c)?)))?;
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

/// What a refused character is; `None` for one that may stand in a case.
fn kind(character: char) -> Option<&'static str> {
    Some(match character {
        '\n' | '\t' => return None,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => "control character",
        // Before the table of rarities: nearly every character ends here.
        '\u{20}'..='\u{AC}' | '\u{AE}'..='\u{34F}' => return None,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => {
            "direction mark"
        }
        '\u{2028}' | '\u{2029}' => "line separator",
        '\u{AD}' => "soft hyphen",
        '\u{FEFF}' => "byte order mark",
        '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}' => "zero-width character",
        '\u{115F}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180E}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' => "filler",
        '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}' => "tag character",
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => {
            "private character"
        }
        '\u{FDD0}'..='\u{FDEF}' => "non-character",
        _ if u32::from(character) & 0xFFFE == 0xFFFE => "non-character",
        _ => return None,
    })
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
