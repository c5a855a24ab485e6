//! The rules about a case: each has one code, and a function for every way to break it.
//!
//! A rule reads the typed case and reports concerns; it never stops another rule. Each
//! family is a folder, each file in it has its own list, in the order of the catalogue.
//!
//! | family | what it is about |
//! |---|---|
//! | `references` | ids lead to somebody or something |
//! | `sessions` | the programme: window, order, attendance, ending |
//! | `terms` | what is agreed, ordered, consented to |
//! | `people` | who is who, how old, protected from whom |
//! | `children` | the children's voices and the letter back |
//! | `papers` | proceedings, filing, recommendations |
//! | `course` | the stages and the record of the course |
//! | `wording` | words and weekdays in texts |
//! | `said` | what words say of times, beside the schedule |
//! | `mentions` | of whom a text speaks: names, pronouns, roles |
//! | `confidentiality` | what form C8 or a refuge keeps back (R32–R35, R128–R130, R195), what is told again to whom it is kept from (K01, K02), and who reads what an officer tells of a child's kept words (K08) |
//! | `time` | arrangements seen over two years (R19–R27, R90, R135, R136) |
//!
//! `kit` is no family: it finds, dates and compares for all of them.
//!
//! Floor 3: imports `audience`, `case`, `schedule`, `language`, `reading` and `diagnostics`.

mod children;
mod confidentiality;
mod course;
mod kit;
mod mentions;
mod papers;
mod people;
mod references;
mod rule;
mod said;
mod sessions;
mod terms;
#[cfg(test)]
mod tests;
pub mod time;
mod wording;
mod wrong_year;

pub use confidentiality::{Searched, Secret, secrets, unsaid};
pub use wording::cut_short::cut_short;
pub(crate) use wording::placeholder::{placeholders, waits_for_words};

use crate::case::Case;
use crate::diagnostics::Unplaced;
use crate::rules::rule::Report;
use rule::Rule;

/// The lists of rules, in the order in which their first codes stand in the register.
const FAMILIES: &[&[Rule]] = &[
    references::RULES,
    papers::proceedings::RULES,
    sessions::window::RULES,
    sessions::session::RULES,
    sessions::sequence::RULES,
    sessions::attendance::RULES,
    sessions::meeting::RULES,
    sessions::suitability::RULES,
    people::family::RULES,
    terms::proposed_order::RULES,
    children::child_voice::RULES,
    terms::agreement::RULES,
    terms::existing_order::RULES,
    terms::consent::RULES,
    terms::conditions::RULES,
    confidentiality::RULES,
    children::joint_letter::RULES,
    sessions::ending::RULES,
    papers::filing::RULES,
    course::STAGES,
    course::RECORD,
    wording::names::RULES,
    papers::recommendation::RULES,
    terms::recital::RULES,
    papers::review::RULES,
    people::ages::RULES,
    papers::paper::RULES,
    wording::PROSE,
    wording::welsh::RULES,
    terms::stretches::RULES,
    papers::happened::RULES,
    people::protection::RULES,
    wording::weekdays::RULES,
    people::told_once::RULES,
    people::named_children::RULES,
    people::responsibility::RULES,
    terms::beginnings::RULES,
    terms::holidays::RULES,
    sessions::replacement::RULES,
    terms::kept_apart::RULES,
    terms::rhythm::RULES,
    terms::holiday_dates::RULES,
    wording::TEXTS,
    papers::signature::RULES,
    confidentiality::UNSHARED,
    people::parents::RULES,
    papers::court_days::RULES,
    terms::holiday_year::RULES,
    said::RULES,
    terms::special_days::RULES,
    confidentiality::NAMES,
    terms::each_holiday::RULES,
    terms::unsettled::RULES,
    terms::one_place::RULES,
    terms::told::RULES,
    papers::recommendation::LATER,
    people::protection::LATER,
    terms::recital::LATER,
    terms::childs_words::RULES,
    papers::filed_under::RULES,
    confidentiality::NEAR,
    confidentiality::REPEATED,
];

/// Asks every rule; what one wrong year explains is told once.
pub fn check(case: &Case) -> Vec<Unplaced> {
    wrong_year::told_once(case, ask(case), ask)
}

/// Asks every rule: first those about what the file says, then those about its time.
fn ask(case: &Case) -> Vec<Unplaced> {
    let mut report = Report::default();
    for rule in FAMILIES.iter().copied().flatten() {
        rule(case, &mut report);
    }
    let mut found = report.into_findings();
    found.extend(time::concerns(case));
    found
}
