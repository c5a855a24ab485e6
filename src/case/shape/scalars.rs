//! Single values: texts of a form, whole numbers, truths, choices.
//!
//! A text takes any spelling; a number and a truth take one.

use serde_yaml::Value as Typed;

use super::wording::{beside, line};
use super::{Checker, Spot};
use crate::case::form::MisfitKind;
use crate::diagnostics::in_backticks;
use crate::diagnostics::{Diagnostic, Place, code, did_you_mean, nearest};

/// More of a word than this is no slip of the hand.
const LONGEST_WORD: usize = 64;

impl<'a> Checker<'a> {
    /// A text of the form that its format names.
    pub(super) fn text(&mut self, spot: &Spot<'_>, text: &str, format: Option<&str>) -> Typed {
        let form = self.forms.iter().find(|row| Some(row.name) == format);
        if let Some(Err(misfit)) = form.map(|row| (row.parses)(text)) {
            let code = match misfit.kind {
                MisfitKind::WrongForm => &code::model::WRONG_FORM,
                MisfitKind::NoSuchDate => &code::model::NO_SUCH_DATE,
            };
            let message = format!("{} {}", spot.name, misfit.message);
            let place = match &misfit.part {
                Some(part) => Place::new(self.file, spot.node.part(self.file, part)),
                None => spot.place(self.file),
            };
            let finding = Diagnostic::new(code, message).at(place);
            self.findings.push(finding.help(misfit.help));
        }
        Typed::String(text.to_owned())
    }

    /// A whole number in plain decimal digits, within its bounds.
    pub(super) fn whole(
        &mut self,
        spot: &Spot<'_>,
        (text, plain): (&str, bool),
        schema: &'a serde_json::Value,
        (least, most): (Option<i64>, Option<i64>),
    ) -> Typed {
        let Some(number) = plain.then(|| digits(text)).flatten() else {
            let help = format!("write {}", line(&self.schema, &spot.name, schema));
            self.wrong_type(spot, "a whole number", help);
            return Typed::Null;
        };
        if least.is_some_and(|least| number < least) || most.is_some_and(|most| number > most) {
            let range = range(least, most);
            let message = format!("{} must be {range}", spot.name);
            let finding = Diagnostic::new(&code::model::WRONG_FORM, message)
                .at(spot.place(self.file))
                .help(format!("write a whole number {range}"));
            self.findings.push(finding);
        }
        Typed::Number(number.into())
    }

    /// `true` or `false`, and no other word for them.
    pub(super) fn truth(&mut self, spot: &Spot<'_>, text: &str, plain: bool) -> Typed {
        match text {
            "true" if plain => Typed::Bool(true),
            "false" if plain => Typed::Bool(false),
            _ => {
                let help = "write `true` for yes or `false` for no, without quotes".to_owned();
                self.wrong_type(spot, "`true` or `false`", help);
                Typed::Null
            }
        }
    }

    /// One of the words.
    pub(super) fn choice(&mut self, spot: &Spot<'_>, text: &str, words: &[&str]) -> Typed {
        if !words.contains(&text) {
            let message = format!("{} is not one of its choices", spot.name);
            let written: String = text.to_lowercase().chars().take(LONGEST_WORD).collect();
            let resaved = match text {
                "true" => words.contains(&"yes").then_some("yes"),
                "false" => words.contains(&"no").then_some("no"),
                _ => None,
            };
            let help = match (resaved, words) {
                (Some(word), _) => format!(
                    "write `{word}`; a program that saved the file again wrote `{text}` for it"
                ),
                (None, [only]) => format!("write {}", in_backticks([only])),
                (None, _) => match (beside(&spot.name), nearest(&written, words.iter().copied())) {
                    (Some(beside), None) => {
                        let known = did_you_mean(&written, words.iter().copied());
                        format!("{known}; {beside}")
                    }
                    _ => did_you_mean(&written, words.iter().copied()),
                },
            };
            let finding = Diagnostic::new(&code::model::NO_SUCH_CHOICE, message)
                .at(spot.place(self.file))
                .help(help);
            self.findings.push(finding);
        }
        Typed::String(text.to_owned())
    }

    /// A value of another kind than the model has there.
    pub(super) fn wrong_type(&mut self, spot: &Spot<'_>, kind: &str, help: String) {
        let message = format!("{} must be {kind}", spot.name);
        let finding = Diagnostic::new(&code::model::WRONG_TYPE, message)
            .at(spot.place(self.file))
            .help(help);
        self.findings.push(finding);
    }
}

/// Plain decimal digits; `007` and `+7` may be more than a number and are none.
fn digits(text: &str) -> Option<i64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let decimal = !unsigned.is_empty() && unsigned.bytes().all(|b| b.is_ascii_digit());
    let padded = unsigned.len() > 1 && unsigned.starts_with('0');
    (decimal && !padded && text != "-0")
        .then(|| text.parse().ok())
        .flatten()
}

fn range(least: Option<i64>, most: Option<i64>) -> String {
    match (least, most) {
        (Some(least), Some(most)) => format!("from {least} to {most}"),
        (Some(least), None) => format!("of at least {least}"),
        (None, Some(most)) => format!("of at most {most}"),
        (None, None) => "of any size".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(digits("0"), Some(0));
        assert_eq!(digits("-12"), Some(-12));
        let others = [
            "", "-", "-0", "007", "+7", "1_000", "1e3", "1.0", "0x1F", " 1", "٣",
        ];
        for other in others {
            assert_eq!(digits(other), None, "{other}");
        }
        assert_eq!(digits("9223372036854775808"), None);
    }
}
