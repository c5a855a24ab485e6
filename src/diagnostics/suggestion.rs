//! "Did you mean": the nearest of the words that would have been right.

use super::listed::in_backticks;

/// So many candidates are told: every vocabulary of a case file whole, and of the ids that
/// a file makes up itself no more than a reader looks through.
const MOST_TOLD: usize = 30;

/// The candidate that is so near that a slip of the hand explains the difference:
/// at most a third of its letters, and never more than three. Else the only one that was
/// begun and not ended.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let begun = the_one_begun(written, candidates.clone());
    let length = written.chars().count();
    let near = candidates.into_iter().filter_map(|candidate| {
        let its_length = candidate.chars().count();
        let most = (its_length / 3).clamp(1, 3);
        // Most are too long or too short, and to compare letters is what takes long.
        let may_be_near = length.abs_diff(its_length) <= most;
        let distance = may_be_near.then(|| strsim::osa_distance(written, candidate))?;
        (distance <= most).then_some((distance, candidate))
    });
    near.min().map(|(_, candidate)| candidate).or(begun)
}

/// Whether one letter is put in, left out, changed or exchanged with its neighbour.
pub fn is_a_letter_away(one: &str, other: &str) -> bool {
    strsim::osa_distance(one, other) == 1
}

/// The only candidate of which the first word is written: `none` of `none_known`.
fn the_one_begun<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let goes_on = |rest: &str| rest.starts_with(['_', '-']);
    let mut begun = candidates
        .into_iter()
        .filter(|candidate| candidate.strip_prefix(written).is_some_and(goes_on));
    begun.next().filter(|_| begun.next().is_none())
}

/// "did you mean `x`?" where a candidate is near, else "it can be one of `a`, `b`, `c`",
/// and how many more.
pub fn did_you_mean<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    match nearest(written, candidates.clone()) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => {
            let mut rest = candidates.into_iter();
            let told = rest.by_ref().take(MOST_TOLD);
            let told = format!("it can be one of {}", in_backticks(told));
            match rest.count() {
                0 => told,
                more => format!("{told} and {more} more"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let words = ["respondent", "applicant"];
        assert_eq!(nearest("respondant", words), Some("respondent"));
        assert_eq!(nearest("court", words), None);
        let known = ["none_known", "alleged"];
        assert_eq!(nearest("none", known), Some("none_known"));
        assert_eq!(nearest("no", known), None);
        assert_eq!(nearest("court", ["court_only", "court_report"]), None);
        assert_eq!(
            did_you_mean("court", words),
            "it can be one of `respondent`, `applicant`"
        );
    }

    #[test]
    fn a_list_without_end_is_not_told_to_its_end() {
        let ids: Vec<String> = (0..2_000).map(|number| format!("a{number}")).collect();
        let help = did_you_mean("somebody", ids.iter().map(String::as_str));
        assert!(help.ends_with("`a29` and 1970 more"), "{help}");
    }
}
