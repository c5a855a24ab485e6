//! "Did you mean": the nearest of the words that would have been right.

/// The candidate that is so near that a slip of the hand explains the difference:
/// at most a third of its letters, and never more than three.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(written, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).clamp(1, 3))
        .min()
        .map(|(_, candidate)| candidate)
}

/// "did you mean `x`?" where a candidate is near, else "one of `a`, `b`, `c`".
pub fn did_you_mean<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    match nearest(written, candidates.clone()) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => {
            let all: Vec<String> = candidates.into_iter().map(|c| format!("`{c}`")).collect();
            format!("it can be one of {}", all.join(", "))
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
        assert_eq!(
            did_you_mean("court", words),
            "it can be one of `respondent`, `applicant`"
        );
    }
}
