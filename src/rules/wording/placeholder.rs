//! Words that stand where something was still to be written.

use super::words::WORDS;
use crate::case::Case;
use crate::case::document::DocumentStatus;
use crate::case::mark::Voice;
use crate::case::texts::texts;
use crate::diagnostics::Severity;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;

/// A document that is final or filed holds no placeholder (R66). A child's words are
/// not looked at, and a parent may sign with kisses. What others wrote or said may have had
/// its gaps from the beginning, so there it is a warning.
pub(crate) fn no_placeholder_is_left(case: &Case, report: &mut Report) {
    if case.document.status == DocumentStatus::Draft {
        return;
    }
    for text in report.texts(case).iter() {
        let letters = text.voice == Voice::Parents;
        let waits = |text: &str| waits_for_words(text, letters);
        if text.voice != Voice::Child && waits(&text.text) {
            let paragraph = text.paragraph_in_which(waits);
            let severity = match text.voice {
                Voice::Order | Voice::Information | Voice::Parents => Severity::Warning,
                _ => Severity::Error,
            };
            report
                .add(&rule::PLACEHOLDER, text.at.clone(), "a placeholder is left")
                .weigh(severity)
                .caption(format!("something is still to be written {paragraph}"))
                .help("write the words, or set `status: draft` until they are known");
        }
    }
}

/// The paragraphs of a case that wait for words, whoever wrote them.
pub(crate) fn placeholders(case: &Case) -> Vec<String> {
    let waiting = |paragraph: &&str| waits_for_words(paragraph, false);
    texts(case)
        .iter()
        .flat_map(|text| text.text.split("\n\n").filter(waiting))
        .map(str::to_owned)
        .collect()
}

/// Whether a text waits for words; `kisses` is for letters, where `xxx` is no gap.
pub(crate) fn waits_for_words(text: &str, kisses: bool) -> bool {
    let known = &WORDS.placeholders;
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let later = |word: &str| known.later.iter().any(|later| later == word);
    let crossed = |word: &str| word.len() > 2 && word.chars().all(|c| matches!(c, 'X' | 'x'));
    words.any(|word| later(word) || (crossed(word) && !kisses))
        || known.gaps.iter().any(|gap| text.contains(gap))
        || between(text, '[', ']').any(is_waiting)
        || between(text, '<', '>').any(is_waiting)
}

fn is_waiting(bracket: &str) -> bool {
    let bracket = bracket.trim().to_lowercase();
    let known = &WORDS.placeholders;
    let dots = bracket.chars().all(|c| ".…_ -".contains(c));
    dots || known.waiting.contains(&bracket)
        || known.to_do.iter().any(|start| bracket.starts_with(start))
}

/// What stands between each pair of brackets.
fn between(text: &str, open: char, close: char) -> impl Iterator<Item = &str> {
    text.split(open)
        .skip(1)
        .filter_map(move |rest| rest.split_once(close))
        .map(|(inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_told_from_a_bracket() {
        for gap in [
            "Handover is TBC.",
            "At XXXX school",
            "With [name] on [insert date]",
            "From ____ until […]",
            "<date>",
            "Dear {{name}}",
        ] {
            assert!(waits_for_words(gap, false), "{gap}");
        }
        for whole in [
            "Re J [2001] 2 FCR 44",
            "He wrote that “[the mother] is kind [sic]”",
            "The date is to be confirmed by the provider.",
            "Under 5 < 6",
        ] {
            assert!(!waits_for_words(whole, false), "{whole}");
        }
        assert!(!waits_for_words("All our love, Mum and Dad xxx", true));
    }
}
