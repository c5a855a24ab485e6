//! Postcodes, telephone numbers and e-mail addresses, kept as they are written.

use std::fmt;
use std::str::FromStr;

use super::constrained::Misfit;

/// A postcode of the United Kingdom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postcode(String);

crate::form! {
    Postcode = "concord-postcode"
    "A postcode of the United Kingdom, in capitals, with its space; or a number of the British Forces Post Office."
    pattern "^([A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}|GIR 0AA|BFPO [0-9]{1,4})$"
    examples ["LS1 3BY"]
    shown "LS# #AB"
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

crate::form! {
    Phone = "concord-phone"
    "A telephone number: digits and spaces, with `+` and the country in front and `ext` and the extension behind if need be."
    pattern "^[+]?[0-9 ()]{7,24}( ext[.]? [0-9]{1,6})?$"
    examples ["0113 496 0000"]
    shown "0113 ### ####"
}

/// An e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

crate::form! {
    Email = "concord-email"
    "An e-mail address."
    pattern "^[^@ ]+@[^@ ]+[.][^@ ]+$"
    examples ["name@example.org"]
    shown "name@…"
}

impl FromStr for Postcode {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let shape: String = text.chars().map(kind).collect();
        let outward = ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"];
        let fits = shape
            .strip_suffix(" 9AA")
            .is_some_and(|front| outward.contains(&front));
        let forces = text.strip_prefix("BFPO ").is_some_and(|number| {
            (1..=4).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit())
        });
        if fits || forces || text == "GIR 0AA" {
            Ok(Postcode(text.to_owned()))
        } else {
            Err(Misfit::new(
                "is not a postcode",
                "write it in capitals with its space, in the form `LS# #AB` or `BFPO ##`; a code of \
                 another country stands in the last of the `lines`",
            ))
        }
    }
}

fn kind(c: char) -> char {
    match c {
        'A'..='Z' => 'A',
        '0'..='9' => '9',
        other => other,
    }
}

impl FromStr for Phone {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let (number, extension) = parted(text);
        let has_extension = extension.is_none_or(|extension| {
            (1..=6).contains(&extension.len()) && extension.bytes().all(|c| c.is_ascii_digit())
        });
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let rest = number.strip_prefix('+').unwrap_or(number);
        let allowed = rest
            .chars()
            .all(|c| c.is_ascii_digit() || " ()".contains(c));
        if allowed && has_extension && (7..=15).contains(&digits) && number.len() <= 25 {
            Ok(Phone(text.to_owned()))
        } else {
            Err(Misfit::new(
                "is not a telephone number",
                "write digits and spaces, in the form `0113 ### ####`, `+44 113 ### ####` or \
                 `0113 ### #### ext ###`",
            ))
        }
    }
}

/// The number, and the extension behind it.
fn parted(text: &str) -> (&str, Option<&str>) {
    for sign in [" ext. ", " ext "] {
        if let Some((number, extension)) = text.split_once(sign) {
            return (number, Some(extension));
        }
    }
    (text, None)
}

impl Phone {
    /// The number without its extension.
    pub fn number(&self) -> &str {
        parted(&self.0).0
    }
}

impl FromStr for Email {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let fits = text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !text.contains(char::is_whitespace)
                && !host.contains('@')
        });
        if fits {
            Ok(Email(text.to_owned()))
        } else {
            Err(Misfit::new(
                "is not an e-mail address",
                "write it with its `@` and a point behind that, and no spaces",
            ))
        }
    }
}

macro_rules! shown_as_written {
    ($($type:ident)*) => {$(
        impl $type {
            /// As written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
shown_as_written! { Postcode Phone Email }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_from_slips() {
        for good in [
            "LS1 3BY", "SW1A 1AA", "M1 1AE", "CF10 3NB", "GIR 0AA", "BFPO 57", "BF1 2AT",
        ] {
            assert!(good.parse::<Postcode>().is_ok(), "{good}");
        }
        for bad in ["LS13BY", "ls1 3by", "LS1  3BY", "LS1 BY3"] {
            assert!(bad.parse::<Postcode>().is_err(), "{bad}");
        }
        assert!("+44 113 496 0000".parse::<Phone>().is_ok());
        assert!("0113-496-0000".parse::<Phone>().is_err());
        let extended: Phone = "0113 496 0000 ext 214".parse().expect("a number");
        assert_eq!(extended.number(), "0113 496 0000");
        for bad in ["0113 496 0000 ext", "0113 496 0000 ext desk", "ext 214"] {
            assert!(bad.parse::<Phone>().is_err(), "{bad}");
        }
        assert!("a@example.org".parse::<Email>().is_ok());
        assert!("a@example".parse::<Email>().is_err());
    }
}
