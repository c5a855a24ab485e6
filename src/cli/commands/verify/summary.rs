//! What moved, for whoever reads a pull request: places and numbers, and no word of a family.

use std::collections::BTreeMap;
use std::path::Path;

use crate::verify::{Outcome, Verdict};

/// The Markdown that is added to a file.
pub(super) fn summary(verdicts: &[Verdict], dir: &Path) -> String {
    let counted = Outcome::ALL.iter().filter_map(|outcome| {
        let number = verdicts.iter().filter(|one| one.outcome == *outcome);
        let number = number.count();
        (number > 0).then(|| format!("{number} {}", outcome.word()))
    });
    let counted: Vec<String> = counted.collect();
    let mut text = format!("### Documents: {}\n", counted.join(", "));
    let mut rows: BTreeMap<String, Vec<&Verdict>> = BTreeMap::new();
    for verdict in verdicts.iter().filter(|one| one.outcome != Outcome::Same) {
        let because = verdict.because.iter().map(ToString::to_string);
        let because: Vec<String> = because.collect();
        let why = match because.is_empty() {
            true => verdict.outcome.word().to_owned(),
            false => because.join("; "),
        };
        rows.entry(why).or_default().push(verdict);
    }
    if rows.is_empty() {
        return text + "\n";
    }
    text += "\n| because | files | pages | sentences |\n|---|---|---|---|\n";
    for (why, verdicts) in rows {
        let files: Vec<String> = verdicts
            .iter()
            .map(|one| format!("`{}`", one.file))
            .collect();
        let pages: usize = verdicts
            .iter()
            .map(|one| one.difference.pages().len())
            .sum();
        let moved: usize = verdicts
            .iter()
            .map(|one| one.difference.sentences.len())
            .sum();
        let why = why.replace('|', "\\|");
        text += &format!("| {why} | {} | {pages} | {moved} |\n", files.join(", "));
    }
    let moved = verdicts.iter().map(|one| one.difference.sentences.len());
    if moved.sum::<usize>() > 0 {
        let dir = dir.display();
        text +=
            &format!("\nWords are not shown here. See them with `concord verify {dir} --words`.\n");
    }
    text + "\n"
}
