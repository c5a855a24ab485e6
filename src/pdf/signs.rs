//! Signs become words again: a file says where each sign stands, and nothing of lines.

use std::fmt::Write as _;
use std::rc::Rc;

/// A sign as it is drawn. Lengths are in points, from the upper left corner of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sign {
    /// What it stands for.
    pub(super) text: Letters,
    /// Where it begins, from the left.
    pub(super) x: f64,
    /// The line it stands on, from above.
    pub(super) y: f64,
    /// Where it ends, from the left.
    pub(super) end: f64,
    /// How large its font is.
    pub(super) size: f64,
    /// Nothing where looks count for nothing.
    pub(super) look: Option<Look>,
}

/// What a sign stands for: mostly one letter, of a ligature several.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Letters {
    One(char),
    Several(String),
}

impl Letters {
    fn add_to(&self, text: &mut String) {
        match self {
            Letters::One(letter) => text.push(*letter),
            Letters::Several(letters) => text.push_str(letters),
        }
    }

    fn starts_with(&self, start: char) -> bool {
        match self {
            Letters::One(letter) => *letter == start,
            Letters::Several(letters) => letters.starts_with(start),
        }
    }

    fn ends_with(&self, end: char) -> bool {
        match self {
            Letters::One(letter) => *letter == end,
            Letters::Several(letters) => letters.ends_with(end),
        }
    }
}

/// What a sign looks like, beside its size.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Look {
    /// The name of its font.
    pub(super) face: Rc<str>,
    /// Its colour, as one number.
    pub(super) paint: u128,
}

impl Sign {
    /// Takes down what it looks like, to a hundredth of a point.
    pub(super) fn draw(&self, look: &mut String) {
        let Some(Look { face, paint }) = &self.look else {
            return;
        };
        let Sign {
            text, x, y, size, ..
        } = self;
        // The six letters before a `+` tell one subset of a font from another.
        let face = face.rsplit('+').next().unwrap_or_default();
        text.add_to(look);
        // A text takes all that is written to it.
        let _ = writeln!(look, " {x:.2} {y:.2} {size:.2} {face} {paint:x}");
    }

    /// What parts it from the sign before it.
    fn apart(&self, before: &Sign) -> &'static str {
        let is_other_line = (self.y - before.y).abs() > self.size.max(before.size) / 2.0;
        let gap = self.x - before.end;
        let is_spaced = before.text.ends_with(' ') || self.text.starts_with(' ');
        match is_other_line || gap.abs() > self.size / 5.0 {
            true if !is_spaced => " ",
            _ => "",
        }
    }
}

/// What signs say, one after another.
pub(super) fn text<'a>(signs: impl Iterator<Item = &'a Sign>) -> String {
    let mut text = String::new();
    let mut before: Option<&Sign> = None;
    for sign in signs {
        text.push_str(before.map_or("", |before| sign.apart(before)));
        sign.text.add_to(&mut text);
        before = Some(sign);
    }
    text
}

/// Signs line by line, as they were drawn.
pub(super) fn lines(signs: &[Sign]) -> impl Iterator<Item = &[Sign]> {
    signs.chunk_by(|before, sign| (sign.y - before.y).abs() <= 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(text: &str, x: f64, y: f64) -> Sign {
        Sign {
            text: Letters::Several(text.to_owned()),
            x,
            y,
            end: x + 6.0,
            size: 12.0,
            look: Some(Look {
                face: "ABCDEF+LiberationSans".into(),
                paint: 0,
            }),
        }
    }

    #[test]
    fn a_new_line_and_a_gap_are_a_space_and_a_space_is_one() {
        let signs = [
            sign("a", 0.0, 10.0),
            sign("b", 6.0, 10.0),
            sign("c", 0.0, 28.0),
            sign("d", 40.0, 28.0),
            sign(" ", 46.0, 28.0),
            sign("e", 0.0, 46.0),
        ];
        assert_eq!(text(signs.iter()), "ab c d e");
        assert_eq!(lines(&signs).count(), 3);
    }

    #[test]
    fn another_subset_of_a_font_looks_the_same() {
        let look = |face: &str| {
            let mut drawn = String::new();
            let look = Some(Look {
                face: face.into(),
                paint: 0,
            });
            Sign {
                look,
                ..sign("a", 0.0, 1.0)
            }
            .draw(&mut drawn);
            drawn
        };
        assert_eq!(look("ABCDEF+LiberationSans"), look("GHIJKL+LiberationSans"));
        assert_ne!(look("ABCDEF+LiberationSans"), look("ABCDEF+Andika"));
    }
}
