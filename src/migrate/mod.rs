//! A case file of `concord/1` in the form of `concord/2`: the same case, its comments and its
//! order kept, in the words of whoever wrote it.
//!
//! A text is changed, and not written anew: what the form does not touch stays letter by
//! letter. Whatever comes out is read again and must be the same case, or nothing comes out.
//! One thing alone may go: words that say when something is, where the schedule beside them
//! says it in the same words.
//!
//! Floor 5: imports `view`, `audience`, `case`, `language`, `reading` and `diagnostics`.

mod arrangements;
mod block;
mod line;
mod people;
mod schedule;
mod times;
mod told;
mod written;

use crate::audience::Office;
use crate::case::Case;
use crate::case::form::SchemaVersion;
use crate::case::load::load;
use crate::case::recurrence::Schedule;
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::language::Locale;
use crate::reading::{Accepted, Subject, accept};
use crate::view::said_in_an_order;

use block::Changes;

pub use told::Told;

/// A case file in its new form.
#[derive(Debug)]
pub struct Migrated {
    /// The whole of the file.
    pub text: String,
    /// What was changed, and what was not and why.
    pub told: Vec<Told>,
}

/// Puts a case file of `concord/1` in the form of `concord/2`; `english` are the words in
/// which a schedule says when something is.
///
/// # Errors
/// What is wrong with the shape of the file, or `M22` for what the new form cannot say.
pub fn migrate(accepted: &Accepted, english: &Locale) -> Result<Migrated, Findings> {
    let mut read = accepted.clone();
    let before: Case = load(&mut read)?;
    if before.schema == SchemaVersion::Second {
        let message = "this case is in the form of `concord/2` already";
        let entry = accepted.tree.entry("schema");
        let refused = Diagnostic::new(&code::model::NOT_CONVERTED, message)
            .help("there is nothing to do: leave it as it is");
        return Err(match entry {
            Some(entry) => refused.at(entry.value_place(&accepted.file)).into(),
            None => refused.into(),
        });
    }
    let composed = said_in_an_order(Office::of(&before), english);
    let mut changes = Changes::of(accepted);
    changes.version();
    times::change(&mut changes);
    people::change(&mut changes);
    arrangements::change(&mut changes, &before, &composed);
    let (text, told, dropped) = changes.done()?;
    let mut expected = before;
    expected.schema = SchemaVersion::Second;
    for arrangement in &mut expected.arrangements {
        if dropped.contains(&arrangement.id) {
            arrangement.when = None;
        }
    }
    let name = accepted.file.name();
    let mut after = accept(name, text.as_bytes(), Subject::Case)?;
    let after: Case = load(&mut after)?;
    match in_order(after) == in_order(expected) {
        true => Ok(Migrated { text, told }),
        false => Err(not_the_same(accepted)),
    }
}

/// The case with the slots of each pattern in the order of its weeks, in which `concord/2`
/// reads them.
fn in_order(mut case: Case) -> Case {
    let schedules = case.arrangements.iter_mut();
    schedules
        .filter_map(|arrangement| arrangement.schedule.as_mut())
        .for_each(put_in_order);
    case
}

fn put_in_order(schedule: &mut Schedule) {
    match schedule {
        Schedule::Weekly { slots, .. } => {
            slots.sort_by_key(|slot| (slot.week, slot.day, slot.start));
        }
        Schedule::Several(all) => all.iter_mut().for_each(put_in_order),
        _ => {}
    }
}

/// What is written would not be the same case.
fn not_the_same(accepted: &Accepted) -> Findings {
    let message = "in the form of `concord/2` this file would not say the same";
    Diagnostic::new(&code::model::NOT_CONVERTED, message)
        .at(crate::diagnostics::Place::new(&accepted.file, 0..0))
        .help(
            "go on with `concord/1`, which is read as before; this is a fault of the program: \
             please report the fields that the file has",
        )
        .into()
}
