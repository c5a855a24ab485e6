//! What stands between a source and its PDF, as plain data.

use serde::{Deserialize, Serialize};

use crate::diagnostics::{Code, Diagnostic, code};

/// One reason why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// What went wrong, in kind.
    pub kind: Kind,
    /// What Typst, or this room, says of it.
    pub message: String,
    /// What could be done about it.
    pub hints: Vec<String>,
    /// Where in the job's files.
    pub place: Option<Spot>,
    /// The calls that led there, the innermost first.
    pub calls: Vec<Spot>,
    /// Whether message or hints may repeat what a family wrote: they are then for the
    /// author of a template who works with invented cases, never for a log.
    pub private: bool,
}

/// A stretch of one of the job's files, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The file's virtual path; [`MAIN`](super::MAIN) for the source itself.
    pub file: String,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// The kinds of trouble, one for each code of the family `S` that a document can meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Typst refused the source.
    Refused,
    /// Typst accepted the source and warned.
    Warned,
    /// A font family that is not among the fonts.
    UnknownFont,
    /// A character that no font has.
    MissingGlyph(char),
    /// An image that is not taken.
    Image,
    /// A file that cannot be given to Typst.
    PackFile,
    /// The pages cannot become a conforming PDF.
    Unfit,
    /// Typst itself failed.
    Fault,
    /// The document takes more time than it may.
    TooLong,
    /// The document takes more memory than it may.
    TooMuch,
    /// The document is nested deeper than a stack is.
    TooDeep,
    /// A worker died of no limit of ours.
    Lost,
    /// The machine did not let a worker start, or killed it.
    Machine,
}

impl Kind {
    /// The code under which a reader finds it explained.
    pub fn code(self) -> &'static Code {
        match self {
            Kind::Refused => &code::typesetting::REFUSED,
            Kind::Warned => &code::typesetting::WARNED,
            Kind::UnknownFont => &code::typesetting::UNKNOWN_FONT,
            Kind::MissingGlyph(_) => &code::typesetting::MISSING_GLYPH,
            Kind::Image => &code::typesetting::IMAGE,
            Kind::PackFile => &code::typesetting::PACK_FILE,
            Kind::Unfit => &code::typesetting::UNFIT,
            Kind::Fault => &code::typesetting::FAULT,
            Kind::TooLong => &code::typesetting::TOO_LONG,
            Kind::TooMuch => &code::typesetting::TOO_MUCH,
            Kind::TooDeep => &code::typesetting::TOO_DEEP,
            Kind::Lost => &code::typesetting::LOST,
            Kind::Machine => &code::typesetting::MACHINE,
        }
    }

    /// What to do where Typst gives no hint, or one that cannot be shown.
    fn help(self) -> &'static str {
        match self {
            Kind::Refused | Kind::Warned => "look at the template at this place, and at the value",
            Kind::UnknownFont => "name a family of the program: `Liberation Sans` or `Andika`",
            Kind::MissingGlyph(_) => "write the word in letters that the document's font has",
            Kind::Image => "save it as a PNG or a JPEG",
            Kind::PackFile => {
                "give modules the ending `.typ` and a plain path, and save them as UTF-8"
            }
            Kind::Unfit => "give the document a title and a date, and each picture words",
            Kind::Fault => {
                "look for a number or a table of absurd size in the template, and whether the machine has room for a thread"
            }
            Kind::TooLong | Kind::TooMuch => {
                "look for a loop or a repetition without an end in the template, or divide a case of very many entries"
            }
            Kind::TooDeep => "look for content within content without an end in the template",
            Kind::Lost => "report it, with an invented case that shows it",
            Kind::Machine => "give the machine more memory or fewer programs, and try again",
        }
    }
}

impl Trouble {
    /// Trouble of this kind, with no place and nothing private.
    pub(super) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Trouble {
            kind,
            message: message.into(),
            hints: Vec::new(),
            place: None,
            calls: Vec::new(),
            private: false,
        }
    }

    /// The finding to report, without a place: only who made the source knows which line
    /// of a template or a case it came from. What is private stays behind.
    pub fn finding(&self) -> Diagnostic {
        let code = self.kind.code();
        if let Kind::MissingGlyph(c) = self.kind {
            let message = format!("no font has the character `{c}` (U+{:04X})", u32::from(c));
            Diagnostic::new(code, message).help(self.kind.help())
        } else if self.private {
            Diagnostic::new(code, code.title).help(self.kind.help())
        } else if self.hints.is_empty() {
            Diagnostic::new(code, &self.message).help(self.kind.help())
        } else {
            Diagnostic::new(code, &self.message).help(self.hints.join("; "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_without_a_shape_is_named_and_no_more_of_the_text() {
        let trouble = Trouble {
            private: true,
            ..Trouble::new(Kind::MissingGlyph('你'), "words of Typst")
        };
        let told = trouble.finding();
        assert_eq!(told.short(), "S04: no font has the character `你` (U+4F60)");
        let help = Kind::MissingGlyph('你').help();
        assert_eq!(told.help.as_deref(), Some(help));
    }

    #[test]
    fn a_finding_never_repeats_what_is_private() {
        let hints = vec!["hint of Typst".to_owned()];
        let open = Trouble {
            hints,
            ..Trouble::new(Kind::Refused, "words of Typst")
        };
        assert_eq!(open.finding().short(), "S01: words of Typst");
        assert_eq!(open.finding().help.as_deref(), Some("hint of Typst"));
        let private = Trouble {
            private: true,
            ..open
        };
        assert_eq!(private.finding().short(), "S01: Typst refused the document");
        assert_eq!(
            private.finding().help.as_deref(),
            Some(Kind::Refused.help())
        );
    }
}
