//! From bytes to one spelling of a text.
//!
//! Tabs stay: inside a value they are white space like any other, and in an
//! indentation the parser refuses them with a place, which is better than guessing
//! how wide one was meant to be.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::limits::LARGEST_FILE;
use crate::diagnostics::{Code, Diagnostic, Findings, Place, SourceFile, code};

/// The text of a file: UTF-8, no byte order mark, `\n` line ends, NFC.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<String, Findings> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large(name, &bytes[..LARGEST_FILE]));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(settle(text)),
        Err(error) => Err(not_utf8(name, bytes, error.valid_up_to())),
    }
}

/// Drops a leading mark, joins `\r\n`, composes what can be composed.
fn settle(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text = text.replace("\r\n", "\n");
    if is_nfc(&text) {
        text
    } else {
        text.nfc().collect()
    }
}

fn too_large(name: &str, start: &[u8]) -> Findings {
    let limit = LARGEST_FILE >> 20;
    refuse(
        &code::reading::TOO_LARGE,
        format!("the file is larger than {limit} MiB"),
        name,
        start,
        start.len(),
    )
    .caption("nothing is read from here on")
    .help("one file holds one case; a long one takes 20 KB: is this the right file?")
    .into()
}

fn not_utf8(name: &str, bytes: &[u8], valid: usize) -> Findings {
    let help = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        "the file is UTF-16: save it again with the encoding UTF-8"
    } else {
        "save the file again with the encoding UTF-8"
    };
    refuse(
        &code::reading::NOT_UTF8,
        "the file is not UTF-8 text".to_owned(),
        name,
        bytes,
        valid,
    )
    .caption("the first byte that is none")
    .help(help)
    .into()
}

/// A finding in a text that cannot be accepted: what is readable of it, for the excerpt.
fn refuse(code: &'static Code, message: String, name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let before = settle(&String::from_utf8_lossy(&bytes[..at])).len();
    let file = SourceFile::new(name, settle(&String::from_utf8_lossy(bytes)));
    Diagnostic::new(code, message).at(Place::new(&file, before..before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> String {
        let findings = decode("case.yaml", bytes).expect_err("it must be refused");
        findings.iter().map(Diagnostic::short).collect()
    }

    #[test]
    fn one_text_has_one_spelling() {
        let windows = "\u{FEFF}name: Sia\u{302}n\r\ntown: y\u{302}\r\n";
        assert_eq!(
            decode("case.yaml", windows.as_bytes()).ok().as_deref(),
            Some("name: Siân\ntown: ŷ\n")
        );
    }

    #[test]
    fn the_first_bad_byte_is_shown() {
        assert_eq!(
            refusal(b"a: x\r\nb: caf\xE9\n"),
            "case.yaml:2:7: Y02: the file is not UTF-8 text"
        );
        assert_eq!(
            refusal(b"\xFF\xFEa\0"),
            "case.yaml:1:1: Y02: the file is not UTF-8 text"
        );
    }

    #[test]
    fn the_finding_points_where_the_limit_falls() {
        let mut bytes = "# ŵ\n".repeat(LARGEST_FILE / 5 + 1).into_bytes();
        bytes.truncate(LARGEST_FILE);
        assert!(decode("case.yaml", &bytes).is_ok());
        bytes.push(b'#');
        assert_eq!(
            refusal(&bytes),
            "case.yaml:209716:2: Y04: the file is larger than 1 MiB"
        );
    }
}
