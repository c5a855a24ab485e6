//! The values that a firm's `theme.yaml` may set: what each is for, what it may be, and what
//! the theme calls it.

use std::fmt;

/// A value of a theme.
#[derive(Debug)]
pub(crate) struct Value {
    /// Its key in `theme.yaml`.
    pub(crate) key: &'static str,
    /// What it is for.
    pub(crate) meaning: &'static str,
    pub(crate) kind: Kind,
    /// What the theme calls it.
    pub(super) name: &'static str,
}

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A length, from the least to the most that a court or a page takes.
    Length(&'static str, &'static str),
    /// A colour that words are set in.
    Colour,
    /// A family of fonts.
    Face,
    /// A picture in `brand/`.
    Picture,
    /// Words of no more letters than these, the same in every language or each in its own.
    Words(usize),
    /// One of a few.
    OneOf(&'static [&'static str]),
}

/// The values, in the order in which they are told.
pub(crate) const VALUES: [Value; 16] = [
    value(
        "logo",
        "logo",
        Kind::Picture,
        "heads page 1 of what is before no court",
    ),
    value(
        "logo-height",
        "logo-height",
        Kind::Length("0.8cm", "4cm"),
        "how high the logo is",
    ),
    value(
        "logo-words",
        "logo-words",
        Kind::Words(80),
        "the firm's name, under its logo",
    ),
    value(
        "header",
        "head-words",
        Kind::Words(60),
        "heads the other pages of what is before no court",
    ),
    value(
        "footer",
        "foot-words",
        Kind::Words(150),
        "foots every page of what is before no court",
    ),
    value(
        "accent",
        "accent",
        Kind::Colour,
        "titles, headings and strong lines",
    ),
    value("face", "family", Kind::Face, "the letters of documents"),
    value(
        "letter-face",
        "letter-family",
        Kind::Face,
        "the letters of what is sent",
    ),
    value(
        "young-face",
        "young-family",
        Kind::Face,
        "the letters of what a child reads",
    ),
    value(
        "body-size",
        "body-size",
        Kind::Length("12pt", "16pt"),
        "the size of the words",
    ),
    value(
        "heading-size",
        "heading-size",
        Kind::Length("12pt", "20pt"),
        "the size of headings",
    ),
    value(
        "title-size",
        "title-size",
        Kind::Length("14pt", "28pt"),
        "the size of a title",
    ),
    value(
        "margin-top",
        "margin-top",
        Kind::Length("2cm", "5cm"),
        "free above the words",
    ),
    value(
        "margin-bottom",
        "margin-bottom",
        Kind::Length("2cm", "5cm"),
        "free below them",
    ),
    value(
        "margin-sides",
        "margin-sides",
        Kind::Length("1.5cm", "4cm"),
        "free beside them",
    ),
    value(
        "numbering",
        "paragraph-numbering",
        Kind::OneOf(&["1.", "1", "(1)"]),
        "how paragraphs are numbered",
    ),
];

const fn value(key: &'static str, name: &'static str, kind: Kind, meaning: &'static str) -> Value {
    Value {
        key,
        meaning,
        kind,
        name,
    }
}

/// The least contrast with paper of a colour that words are set in: WCAG 2.2, criterion 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;

impl Kind {
    /// A value as the theme writes it, where it may be that.
    ///
    /// # Errors
    /// Why it may not, as the end of a sentence that begins with its key, and what to write.
    pub(super) fn written(self, text: &str) -> Result<String, (String, String)> {
        let other = |why: &str| Err((why.to_owned(), format!("write {self}")));
        match self {
            Kind::Length(least, most) => match points(text) {
                None => other("is not a length"),
                Some(length) if points(least).is_some_and(|least| length < least) => {
                    other("is too small")
                }
                Some(length) if points(most).is_some_and(|most| length > most) => {
                    other("is too large")
                }
                Some(_) => Ok(text.replace(' ', "")),
            },
            Kind::Colour => match contrast(text) {
                None => other("is not a colour"),
                Some(contrast) if contrast < LEAST_CONTRAST => other(&format!(
                    "is too pale to be read: its contrast with paper is {} : 1",
                    told(contrast)
                )),
                Some(_) => Ok(format!("rgb({})", quoted(text))),
            },
            Kind::OneOf(all) if !all.contains(&text) => other("is none of those there are"),
            Kind::Words(most) if text.chars().count() > most => other("is too long"),
            Kind::Picture => Ok(quoted(&format!("/{text}"))),
            Kind::Face | Kind::Words(_) | Kind::OneOf(_) => Ok(quoted(text)),
        }
    }
}

/// What may be written, as the end of a sentence.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Length(least, most) => write!(f, "a length from {least} to {most}"),
            Kind::Colour => write!(
                f,
                "a colour such as `\"#1f3a5f\"`, with a contrast of {LEAST_CONTRAST} : 1 or more"
            ),
            Kind::Face => f.write_str("the name of a family in `fonts/`"),
            Kind::Picture => f.write_str("the path of a picture in `brand/`"),
            Kind::Words(most) => write!(f, "at most {most} letters"),
            Kind::OneOf(all) => write!(f, "one of `\"{}\"`", all.join("\"`, `\"")),
        }
    }
}

/// A text as Typst writes it between quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Why words in a colour cannot be read, if they cannot.
pub(crate) fn too_pale(colour: &str) -> Option<String> {
    let contrast = contrast(colour).filter(|contrast| *contrast < LEAST_CONTRAST)?;
    Some(format!("the contrast with paper is {} : 1", told(contrast)))
}

/// A contrast, rounded down, lest it say that it has what it lacks.
fn told(contrast: f64) -> String {
    format!("{:.1}", (contrast * 10.0).floor() / 10.0)
}

/// A length in points.
fn points(text: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 3] = [("pt", 1.0), ("cm", 72.0 / 2.54), ("mm", 7.2 / 2.54)];
    let (unit, points) = UNITS.into_iter().find(|(unit, _)| text.ends_with(unit))?;
    let number = text.strip_suffix(unit)?.trim_end();
    let is_plain = |sign: char| sign.is_ascii_digit() || sign == '.';
    let number: f64 = number
        .chars()
        .all(is_plain)
        .then(|| number.parse().ok())??;
    Some(number * points)
}

/// The contrast of a colour with white, as WCAG 2.2 reckons it.
fn contrast(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let light = |part: u8| {
        let part = f64::from(part) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    };
    let [red, green, blue] = [part(0)?, part(2)?, part(4)?].map(light);
    Some(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_within_its_range() {
        let size = Kind::Length("12pt", "16pt");
        assert_eq!(size.written("12 pt").as_deref(), Ok("12pt"));
        for (text, why) in [
            ("11.9pt", "is too small"),
            ("6mm", "is too large"),
            ("12", "is not a length"),
        ] {
            let told = (
                why.to_owned(),
                "write a length from 12pt to 16pt".to_owned(),
            );
            assert_eq!(size.written(text), Err(told));
        }
    }

    #[test]
    fn contrast_is_reckoned_as_wcag_does() {
        let of = |colour| contrast(colour).map(|contrast| format!("{contrast:.2}"));
        assert_eq!(of("#000000").as_deref(), Some("21.00"));
        assert_eq!(of("#ffffff").as_deref(), Some("1.00"));
        assert_eq!(of("#767676").as_deref(), Some("4.54"));
        assert_eq!(of("#777777").as_deref(), Some("4.48"));
        assert_eq!(of("767676"), None);
        assert!(Kind::Colour.written("#777777").is_err());
        assert_eq!(
            Kind::Colour.written("#0b5d4e").as_deref(),
            Ok("rgb(\"#0b5d4e\")")
        );
    }

    #[test]
    fn words_stay_words() {
        let written = Kind::Words(20).written("a \"b\" \\ #c");
        assert_eq!(written.as_deref(), Ok("\"a \\\"b\\\" \\\\ #c\""));
    }
}
