//! Letters that one program wrote in UTF-8 and another read in an older encoding.

use crate::case::texts::Text;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;

/// No text holds what an apostrophe, a dash or an accent becomes where its bytes are read as
/// Windows-1252 (R124); whoever wrote it, nobody wrote these letters.
pub(super) fn letters_are_read_as_they_were_written(texts: &[Text], report: &mut Report) {
    for text in texts {
        let Some((garbled, meant)) = garbled(&text.text) else {
            continue;
        };
        let paragraph = text.paragraph_in_which(|text| garbled_letters(text).next().is_some());
        report
            .add(
                &rule::MOJIBAKE,
                text.at.clone(),
                format!("`{garbled}` stands where `{meant}` was written"),
            )
            .caption(format!("letters read in another encoding {paragraph}"))
            .help(
                "a program read UTF-8 as Windows-1252: copy the text again from where it was \
                 right, or correct each such place by hand",
            );
    }
}

/// The first such letters of a text, and the character they were.
fn garbled(text: &str) -> Option<(String, char)> {
    garbled_letters(text).next()
}

fn garbled_letters(text: &str) -> impl Iterator<Item = (String, char)> {
    let starts = text
        .char_indices()
        .filter(|(_, c)| matches!(c, 'Ã' | 'Â' | 'â' | 'Å' | 'Ä'));
    starts.filter_map(|(at, _)| meant(&text[at..]))
}

/// Two or three letters whose bytes in Windows-1252 are one character in UTF-8, which is no
/// plain letter; with the word they are in, an accent may be meant.
fn meant(text: &str) -> Option<(String, char)> {
    for length in [3, 2] {
        let letters: String = text.chars().take(length).collect();
        let bytes: Option<Vec<u8>> = letters.chars().map(in_windows_1252).collect();
        let one = bytes.filter(|bytes| bytes.len() == length);
        let one = one.and_then(|bytes| String::from_utf8(bytes).ok());
        let mut one = one.iter().flat_map(|one| one.chars());
        if let (Some(meant), None) = (one.next(), one.next()) {
            return Some((letters, meant));
        }
    }
    None
}

/// The byte of a character in Windows-1252.
fn in_windows_1252(c: char) -> Option<u8> {
    const FROM_128: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
        '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
        'ž', 'Ÿ',
    ];
    let high = FROM_128.iter().position(|known| *known == c);
    let high = high.and_then(|index| u8::try_from(128 + index).ok());
    high.or_else(|| {
        u8::try_from(u32::from(c))
            .ok()
            .filter(|byte| !(128..160).contains(byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_read_in_another_encoding_are_told_from_accents() {
        for (text, meant) in [
            ("The childrenâ€™s grandmother", '’'),
            ("said â€œyes", '“'),
            ("SiÃ¢n", 'â'),
            ("two â€“ three", '–'),
            ("Â£20", '£'),
            ("TÅ·", 'ŷ'),
        ] {
            assert_eq!(garbled(text).map(|(_, meant)| meant), Some(meant), "{text}");
        }
        for text in [
            "Siân’s tŷ",
            "Ângela",
            "“Ãurea” – £20",
            "Åsa, Äiti",
            "â la",
            "SÃO",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }
}
