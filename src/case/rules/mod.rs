//! The rules about a case: each has one code, and a function for every way to break it.
//!
//! A rule reads the typed case and reports concerns; it never stops another rule.
//! Each family is a file with its own list, in the order of the catalogue. The
//! rules about recurring time (`R19`–`R27`, `R90`) live in `schedule`.
//!
//! What the families share is no family itself and has no list: `arrangements`,
//! `programme` and `texts` find things in the file, `dates` and `whole_words` read
//! them, `concern` collects what is found.

mod ages;
mod agreement;
mod arrangements;
mod attendance;
mod child_voice;
mod concern;
mod conditions;
mod confidentiality;
mod consent;
mod course;
mod cut_short;
mod dates;
mod ending;
mod existing_order;
mod filing;
mod happened;
mod holidays;
mod joint_letter;
mod kept_apart;
mod meeting;
mod named_children;
mod names;
mod paper;
mod people;
mod proceedings;
mod programme;
mod proposed_order;
mod protection;
mod recital;
mod recommendation;
mod references;
mod replacement;
mod responsibility;
mod review;
mod sequence;
mod sessions;
mod stretches;
mod suitability;
#[cfg(test)]
mod tests;
mod texts;
mod told_once;
mod weekdays;
mod welsh;
mod whole_words;
mod window;
mod words;

pub use concern::{Concern, Report};
pub use cut_short::cut_short;
pub(crate) use words::{placeholders, waits_for_words};

use super::Case;
use super::reading::Pointer;

/// One rule.
pub(crate) type Rule = fn(&Case, &mut Report);

/// The families, in the order in which their first codes stand in the register.
const FAMILIES: &[&[Rule]] = &[
    references::RULES,
    proceedings::RULES,
    window::RULES,
    sessions::RULES,
    sequence::RULES,
    attendance::RULES,
    meeting::RULES,
    suitability::RULES,
    people::RULES,
    proposed_order::RULES,
    child_voice::RULES,
    agreement::RULES,
    existing_order::RULES,
    consent::RULES,
    conditions::RULES,
    confidentiality::RULES,
    joint_letter::RULES,
    ending::RULES,
    filing::RULES,
    course::STAGES,
    course::RECORD,
    names::RULES,
    recommendation::RULES,
    recital::RULES,
    review::RULES,
    ages::RULES,
    paper::RULES,
    words::RULES,
    welsh::RULES,
    stretches::RULES,
    happened::RULES,
    protection::RULES,
    weekdays::RULES,
    told_once::RULES,
    named_children::RULES,
    responsibility::RULES,
    holidays::RULES,
    replacement::RULES,
    kept_apart::RULES,
];

/// Asks every rule.
pub fn check(case: &Case) -> Vec<Concern> {
    let mut report = Report::default();
    for rule in FAMILIES.iter().copied().flatten() {
        rule(case, &mut report);
    }
    report.into_concerns()
}

/// The entries of a list, each with its pointer.
fn each<'a, T>(
    at: &Pointer,
    list: &'a [T],
) -> impl Iterator<Item = (Pointer, &'a T)> + Clone + use<'a, T> {
    let at = at.clone();
    list.iter()
        .enumerate()
        .map(move |(index, entry)| (at.item(index), entry))
}
