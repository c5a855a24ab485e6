//! The court's case number, in the two forms in use (rule R02).

use std::fmt;
use std::str::FromStr;

use super::constrained::Misfit;

/// A case number: `LS26P00417` from FamilyMan, or sixteen digits from HMCTS Online.
///
/// A space after the court's letters and hyphens between groups of four digits are
/// accepted as they are printed on older orders; the number is kept without them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseNumber(String);

crate::form! {
    CaseNumber = "concord-case-number"
    "The court's case number: two letters, two digits, a letter, five digits; or sixteen digits."
    pattern "^([A-Z]{2} ?[0-9]{2}[A-Z][0-9]{5}|#?[0-9]{4}(-?[0-9]{4}){3})$"
    examples ["LS26P00417"]
    shown "LS26P…"
    in_words "two capital letters, two digits, a capital letter and five digits; or sixteen digits"
}

impl CaseNumber {
    /// The number without spaces and hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The letter for the type of case: `P` for private law. HMCTS Online numbers have none.
    pub fn type_letter(&self) -> Option<char> {
        self.0.chars().nth(4).filter(char::is_ascii_uppercase)
    }

    /// The year in which the court gave it, of a number in FamilyMan's form.
    pub fn year(&self) -> Option<i16> {
        self.type_letter()?;
        let digits: i16 = self.0.get(2..4)?.parse().ok()?;
        Some(2000 + digits)
    }

    /// Whether sixteen digits satisfy the Luhn check; true of the other form.
    pub fn luhn_holds(&self) -> bool {
        if self.type_letter().is_some() {
            return true;
        }
        let sum: u32 = self
            .0
            .bytes()
            .rev()
            .enumerate()
            .map(|(i, b)| luhn_digit(i, b))
            .sum();
        sum.is_multiple_of(10)
    }
}

/// Every second digit from the right counts double, its own digits added up.
fn luhn_digit(from_right: usize, digit: u8) -> u32 {
    let value = u32::from(digit - b'0');
    match (from_right % 2, value * 2) {
        (0, _) => value,
        (_, doubled @ 0..=9) => doubled,
        (_, doubled) => doubled - 9,
    }
}

impl FromStr for CaseNumber {
    type Err = Misfit;

    fn from_str(text: &str) -> Result<Self, Misfit> {
        let bare = bare(text);
        if is_number(&bare) {
            Ok(CaseNumber(bare))
        } else {
            let help = match text
                .split_whitespace()
                .filter(|word| is_number(word))
                .count()
            {
                0 | 1 => {
                    "write it as on the order: two capital letters, two digits, a capital letter and five \
                          digits, as in `LS26P…`; or sixteen digits"
                }
                _ => "write one number here and the others in `further_numbers`",
            };
            Err(Misfit::new("is not a case number", help))
        }
    }
}

/// Without the signs that only part it.
fn bare(text: &str) -> String {
    let signs = |c: &char| !matches!(c, ' ' | '-' | '#');
    text.chars().filter(signs).collect()
}

fn is_number(text: &str) -> bool {
    let shape: String = bare(text).chars().map(kind).collect();
    shape == "AA99A99999" || shape == "9999999999999999"
}

fn kind(c: char) -> char {
    match c {
        'A'..='Z' => 'A',
        '0'..='9' => '9',
        _ => '?',
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_others_are_not() {
        for good in [
            "LS26P00417",
            "LS 26P00417",
            "1661164783455399",
            "1661-1647-8345-5399",
        ] {
            assert!(good.parse::<CaseNumber>().is_ok(), "{good}");
        }
        for bad in ["LS26P0417", "ls26P00417", "26P00417", "166116478345539", ""] {
            assert!(bad.parse::<CaseNumber>().is_err(), "{bad}");
        }
    }

    #[test]
    fn of_two_numbers_the_second_has_a_field_of_its_own() {
        let two = "LS26P00417 and LS25P00988".parse::<CaseNumber>();
        let help = two.map_err(|misfit| misfit.help.to_string());
        assert!(help.is_err_and(|help| help.contains("`further_numbers`")));
    }

    #[test]
    fn sixteen_digits_carry_a_check_digit() {
        let luhn = |text: &str| text.parse().map(|n: CaseNumber| n.luhn_holds());
        assert_eq!(luhn("1661164783455399"), Ok(true));
        assert_eq!(luhn("1661164783455398"), Ok(false));
        assert_eq!(luhn("LS26P00417"), Ok(true));
    }
}
