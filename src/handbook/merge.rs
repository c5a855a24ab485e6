//! Three texts made one: what a firm has changed and what the program has, both since the same
//! base.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of two texts with one base.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Merged {
    /// Every change of both.
    Clean(String),
    /// Where both changed the same lines, all three versions between marked lines.
    Conflict(String),
}

/// The four marked lines of a conflict begin so.
pub(super) const MARKS: [&str; 4] = ["<<<<<<< yours", "||||||| base", "=======", ">>>>>>> theirs"];

/// The changes of both since the base.
pub(super) fn merge(base: &str, yours: &str, theirs: &str) -> Merged {
    let lines = |text| -> Vec<&str> { str::split_inclusive(text, '\n').collect() };
    let (base, yours, theirs) = (lines(base), lines(yours), lines(theirs));
    let in_yours = kept(&base, &yours);
    let in_theirs = kept(&base, &theirs);
    let mut text = String::new();
    let mut is_clean = true;
    let (mut b, mut y, mut t) = (0, 0, 0);
    for at in 0..=base.len() {
        let both = match at == base.len() {
            true => Some((yours.len(), theirs.len())),
            false => in_yours[at].zip(in_theirs[at]),
        };
        let Some((yours_at, theirs_at)) = both else {
            continue;
        };
        let (old, ours, other) = (&base[b..at], &yours[y..yours_at], &theirs[t..theirs_at]);
        if ours == other || other == old {
            text.extend(ours.iter().copied());
        } else if ours == old {
            text.extend(other.iter().copied());
        } else {
            is_clean = false;
            conflict(&mut text, [ours, old, other]);
        }
        text.extend(base.get(at).copied());
        (b, y, t) = (at + 1, yours_at + 1, theirs_at + 1);
    }
    match is_clean {
        true => Merged::Clean(text),
        false => Merged::Conflict(text),
    }
}

/// For each line of the base, where it stands in another text; none where it went.
fn kept(base: &[&str], other: &[&str]) -> Vec<Option<usize>> {
    let mut kept = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, base, other) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            for step in 0..len {
                kept[old_index + step] = Some(new_index + step);
            }
        }
    }
    kept
}

fn conflict(text: &mut String, [yours, base, theirs]: [&[&str]; 3]) {
    let [first, second, third, last] = MARKS;
    for (mark, lines) in [(first, yours), (second, base), (third, theirs)] {
        text.push_str(&format!("{mark}\n"));
        for line in lines {
            text.push_str(line.trim_end_matches('\n'));
            text.push('\n');
        }
    }
    text.push_str(&format!("{last}\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_of_both_in_different_lines_stand() {
        let base = "one\ntwo\nthree\nfour\n";
        let merged = merge(
            base,
            "ONE\ntwo\nthree\nfour\n",
            "one\ntwo\nthree\nFOUR\nfive\n",
        );
        assert_eq!(
            merged,
            Merged::Clean("ONE\ntwo\nthree\nFOUR\nfive\n".to_owned())
        );
        let same = merge(base, "one\nTWO\nthree\nfour\n", "one\nTWO\nthree\nfour\n");
        assert_eq!(same, Merged::Clean("one\nTWO\nthree\nfour\n".to_owned()));
        assert_eq!(
            merge(base, base, "two\n"),
            Merged::Clean("two\n".to_owned())
        );
        assert_eq!(merge(base, "", base), Merged::Clean(String::new()));
    }

    #[test]
    fn the_same_line_changed_twice_is_shown_three_times() {
        let merged = merge("a\nb\nc\n", "a\nyours\nc\n", "a\ntheirs\nc\n");
        let expected =
            "a\n<<<<<<< yours\nyours\n||||||| base\nb\n=======\ntheirs\n>>>>>>> theirs\nc\n";
        assert_eq!(merged, Merged::Conflict(expected.to_owned()));
    }
}
