//! The settings of a run, from all places that say something.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::arranged::{Arranged, arranged};
use super::confirmed::Confirmed;
use super::known::Known;
use super::layers::{self, Layer};
use super::search;
use super::setting::{Setting, Source};
use crate::assets::{Layered, SETTINGS};
use crate::audience::Languages;
use crate::case::document::Numbering;
use crate::diagnostics::{Findings, Place, Pointer};
use crate::language::Language;

/// What a run goes by.
#[derive(Debug)]
pub struct Settings {
    /// The files that documents are made of.
    pub templates: Layered,
    /// The layers of a firm among them, the one that wins first: what each is called, and who
    /// asked for it.
    pub layers: Vec<Setting<String>>,
    /// A `concord.yaml` that was found and not asked, because somebody stronger spoke.
    pub passed_over: Option<String>,
    /// In which languages; where nobody says, what the readers of each copy chose.
    pub languages: Setting<Option<Languages>>,
    /// Whom and what the cases may name without describing it.
    pub known: Known,
    /// The Welsh that is confirmed for them.
    pub confirmed: Confirmed,
    /// The languages that a firm writes, where it says so.
    pub written: Option<Written>,
    /// What it does with the parts of documents, the lowest layer first.
    pub arranged: Vec<Arranged>,
    /// Which numbers the copies of the parties have, as the highest layer has it that says so.
    pub numbers: Option<Chosen>,
    /// How many documents are set at a time, as the highest layer has it that says so.
    pub jobs: Option<NonZeroUsize>,
}

/// What a firm says of the languages it writes.
#[derive(Clone, Debug)]
pub struct Written {
    /// The languages, at least one.
    pub languages: Vec<Language>,
    /// Whose words they are.
    pub layer: String,
    /// Where it says so.
    pub place: Place,
}

/// Which numbers a firm chose for the copies of the parties.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The numbers.
    pub numbers: Numbering,
    /// Whose choice it is.
    pub layer: String,
    /// Where it says so.
    pub place: Place,
}

/// What is said on the command line and around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Folders of templates that stand before those in the program, the lowest first.
    pub templates: Vec<PathBuf>,
    /// The same, as the environment names them.
    pub environment: Vec<PathBuf>,
    /// The folders that the cases lie in.
    pub beside: BTreeSet<PathBuf>,
    /// The home folder of whoever runs the program.
    pub home: Option<PathBuf>,
    /// In which languages.
    pub languages: Option<Languages>,
}

/// What a run goes by, where so much is said. The strongest place alone names the folders:
/// the command line, the environment, or the `concord.yaml` beside the cases or above them.
///
/// # Errors
/// `C01` to `C05` and what is wrong with a `concord.yaml`; `A01`, `A04` and `A06`: a folder of
/// templates that cannot be read whole.
pub fn resolve(flags: Flags) -> Result<Settings, Findings> {
    let asked = match (flags.templates, flags.environment) {
        (flags, _) if !flags.is_empty() => Some((flags, Source::Flag)),
        (_, environment) if !environment.is_empty() => Some((environment, Source::Environment)),
        _ => None,
    };
    let found = search::nearest(&flags.beside, flags.home.as_deref());
    let file = |folder: &PathBuf| {
        let file = folder.join(SETTINGS);
        let file = file.strip_prefix(".").unwrap_or(&file);
        file.display().to_string()
    };
    let (tops, found) = match (asked, found) {
        (Some((folders, from)), found) => {
            let folders = folders.into_iter();
            let tops: Vec<_> = folders.map(|folder| (folder, from.clone())).collect();
            (tops, found.unwrap_or_default())
        }
        (None, found) => match found? {
            Some(folder) => {
                let from = Source::Settings(file(&folder));
                (vec![(folder, from)], None)
            }
            None => (Vec::new(), None),
        },
    };
    let stack = layers::stack(tops)?;
    let passed_over = found.filter(|found| {
        let mut folders = stack
            .iter()
            .map(|layer| layer.folder.path.canonicalize().ok());
        !folders.any(|folder| folder == found.canonicalize().ok())
    });
    let told = |layer: &Layer| Setting {
        value: layer.folder.name.clone(),
        from: layer.from.clone(),
    };
    let settings = stack.iter().filter_map(|layer| layer.settings.as_ref());
    let readings = settings.flat_map(|read| &read.firm.confirmed);
    Ok(Settings {
        layers: stack.iter().rev().map(told).collect(),
        passed_over: passed_over.as_ref().map(file),
        known: Known::of(&stack)?,
        confirmed: Confirmed::of(readings),
        written: stack.iter().rev().find_map(written),
        arranged: arranged(&stack),
        numbers: stack.iter().rev().find_map(numbers),
        jobs: stack.iter().rev().find_map(jobs),
        templates: Layered::over(stack.into_iter().map(|layer| layer.folder).collect())?,
        languages: Setting::of(flags.languages.map(Some), || None),
    })
}

/// How many documents a layer has set at a time, if it says so.
fn jobs(layer: &Layer) -> Option<NonZeroUsize> {
    let jobs = layer.settings.as_ref()?.firm.jobs?;
    NonZeroUsize::new(usize::try_from(jobs).ok()?)
}

/// The numbers that a layer chose, if it did.
fn numbers(layer: &Layer) -> Option<Chosen> {
    let read = layer.settings.as_ref()?;
    Some(Chosen {
        numbers: read.firm.numbers?,
        layer: layer.folder.name.clone(),
        place: read.place(&Pointer::root().key("numbers")),
    })
}

/// The languages of a layer, if it names any.
fn written(layer: &Layer) -> Option<Written> {
    let read = layer.settings.as_ref()?;
    let languages = read.firm.languages.iter();
    let languages: Vec<Language> = languages.map(|&one| one.into()).collect();
    (!languages.is_empty()).then(|| Written {
        languages,
        layer: layer.folder.name.clone(),
        place: read.place(&Pointer::root().key("languages")),
    })
}

#[cfg(test)]
mod tests;
