//! Characters that cannot be seen, and those that are written from right to left.
//!
//! A name with a hidden character is a second name, an excerpt with one steers the
//! terminal, and a page shows neither. Who reads, draws, writes or compares text asks here
//! what such a character is; what may stand where is the asker's own matter. The properties
//! are Unicode's.

use icu_properties::props::{
    BidiClass, BidiControl, DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint,
    VariationSelector,
};
use icu_properties::{CodePointMapData, CodePointSetData};

/// What a character that cannot be seen is, as a message calls it; `None` for one that can
/// be seen, is white space of a line, or belongs to a visible character beside it, as a
/// variation selector does.
pub fn hidden(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\t' => return None,
        // Before the tables of rarities: nearly every character ends here.
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{34F}' => return None,
        _ => {}
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    match category {
        GeneralCategory::Control => Some("control character"),
        GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator => {
            Some("line separator")
        }
        GeneralCategory::PrivateUse => Some("private character"),
        _ if CodePointSetData::new::<NoncharacterCodePoint>().contains(character) => {
            Some("non-character")
        }
        _ if is_ignorable(character) => Some(kind_of_ignorable(character)),
        _ => None,
    }
}

/// Whether a character has no shape of its own. Interlinear annotations are meant for
/// programs, though Unicode does not count them among these.
fn is_ignorable(character: char) -> bool {
    let by_unicode = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character);
    let ignorable = by_unicode || matches!(character, '\u{FFF9}'..='\u{FFFB}');
    ignorable && !CodePointSetData::new::<VariationSelector>().contains(character)
}

fn kind_of_ignorable(character: char) -> &'static str {
    match character {
        '\u{AD}' => "soft hyphen",
        '\u{FEFF}' => "byte order mark",
        _ if CodePointSetData::new::<BidiControl>().contains(character) => "direction mark",
        // Discouraged, as they steer shapes and digits besides.
        '\u{206A}'..='\u{206F}' => "direction mark",
        '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}' => "zero-width character",
        '\u{E0000}'..='\u{E0FFF}' => "tag character",
        _ => "filler",
    }
}

/// Whether a character is of a script that is written from right to left. A point or an
/// accent of such a script has no direction of its own, and goes with its letter.
pub fn is_right_to_left(character: char) -> bool {
    let class = CodePointMapData::<BidiClass>::new().get(character);
    matches!(
        class,
        BidiClass::RightToLeft | BidiClass::ArabicLetter | BidiClass::ArabicNumber
    ) || matches!(character, '\u{590}'..='\u{8FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_a_visible_character_is_not_hidden() {
        for seen in
            "Siân Ŵ—“Łukasz”\t£½你好שלום\u{5B7}أهلا\u{64B}हिन्दी❤\u{FE0F}😀a\u{301}\u{E0100}\n"
                .chars()
        {
            assert_eq!(hidden(seen), None, "{seen:?}");
        }
    }

    #[test]
    fn hebrew_and_arabic_are_written_from_right_to_left_with_all_that_goes_with_them() {
        for character in "שלום\u{5B7}أهلا\u{64B}٣﷼\u{FB1D}\u{200F}".chars() {
            assert!(is_right_to_left(character), "{character:?}");
        }
        for character in "Ŵ1 —你हि😀\u{FE0F}\u{200E}".chars() {
            assert!(!is_right_to_left(character), "{character:?}");
        }
    }
}
