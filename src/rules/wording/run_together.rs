//! Lists inside a text: documents print a text as paragraphs, and the points of a list run
//! together in them.

use crate::case::mark::Voice;
use crate::case::texts::Text;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;

/// A text holds no list with a dash or a number before each point (R125): under `>` the
/// points become one line, and a paragraph that begins with a number has two of them on the
/// page. A letter stays as it was written, and so do a child's words and an order's.
pub(super) fn no_text_holds_a_list(texts: &[Text], report: &mut Report) {
    for text in texts {
        let is_kept = matches!(text.voice, Voice::Child | Voice::Parents | Voice::Order);
        if is_kept || !holds_a_list(&text.text) {
            continue;
        }
        report
            .add(
                &rule::RUN_TOGETHER,
                text.at.clone(),
                "a list stands inside a text",
            )
            .caption("its points are printed as running text")
            .help(
                "write the points as sentences, or as one sentence with `;` between them, and \
                 leave out each dash or number; a term with points of its own can be several \
                 terms",
            );
    }
}

fn holds_a_list(text: &str) -> bool {
    let starts = text
        .lines()
        .filter(|line| is_point(line.trim_start()))
        .count();
    starts > 1 || runs_together(text)
}

/// Whether a line begins as a point of a list: `- `, `• `, `1. `, `2) `, `(a) `, `(iv) `.
fn is_point(line: &str) -> bool {
    let marked = ["- ", "* ", "• ", "– "]
        .iter()
        .any(|mark| line.starts_with(mark));
    marked || is_numbered(line)
}

fn is_numbered(line: &str) -> bool {
    let Some((first, _)) = line.split_once(' ') else {
        return false;
    };
    let bare = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let closed = first.ends_with([')', '.']) && first.len() > bare.len();
    let is_number = bare.parse::<u8>().is_ok();
    let is_letter = first.ends_with(')')
        && bare.len() <= 4
        && (bare.len() == 1 || bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
        && bare.chars().all(|c| c.is_ascii_lowercase());
    closed && (is_number || is_letter)
}

/// Whether points that stood on lines of their own stand behind one another: `as follows: -
/// on school days; - on other days`.
fn runs_together(text: &str) -> bool {
    let ends = |before: &str| before.ends_with([':', ';', '.']) || before.ends_with("; and");
    let points = text
        .match_indices(" - ")
        .filter(|(at, _)| ends(&text[..*at]))
        .count();
    points > 1 && text.contains(": - ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_told_from_a_sentence() {
        for list in [
            "Whether\n\n1. at weekends;\n\n2. on Wednesdays",
            "As follows: - on school days; - on other days; and - in the holidays.",
            "They agree:\n- one\n- two",
            "They agree:\n(a) one\n(b) two",
        ] {
            assert!(holds_a_list(list), "{list}");
        }
        for sentence in [
            "He came - late - and left.",
            "From 10 am - 4 pm on Saturdays; from 2 - 4 pm on Sundays.",
            "They agree (a) one and (b) two.",
            "1. May is a holiday.",
            "Section 8. (1) applies.",
        ] {
            assert!(!holds_a_list(sentence), "{sentence}");
        }
    }
}
