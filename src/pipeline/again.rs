//! A case looked at again: what a build would make of it now, for whoever compares that with
//! what was made before.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::{Asked, Format};
use super::built::Built;
use super::confirmed::Unconfirmed;
use super::examine::{CaseFile, Examined};
use super::given::Given;
use super::made::{Kept, Made};
use super::plan::{Plan, PlannedCopy, plan};
use super::record::{applies, entry, unread};
use super::shared::Pipeline;
use super::write::write;
use crate::assets::AssetPath;
use crate::audience::Languages;
use crate::diagnostics::{Findings, Place, Pointer};
use crate::language::Language;
use crate::output::Folder;
use crate::output::manifest::{CaseEntry, DocumentEntry, InputKind, Options};
use crate::output::words::is_kept_as_words;
use crate::packs::Edition;

/// A case as it is now.
#[derive(Debug)]
pub struct Again {
    /// The case; none where it cannot be typed.
    pub case: Option<CaseFile>,
    /// What is to be recorded of it, with no document yet.
    pub entry: CaseEntry,
    /// What is wrong with it.
    pub findings: Findings,
}

impl Pipeline {
    /// Reads a case again, as a build with these options would.
    pub fn again(&self, given: &Given, is_strict: bool) -> Again {
        let Examined { case, findings } = self.examine_given(given, is_strict);
        let entry = match &case {
            None => unread(given, &findings),
            Some(case) => {
                let asked = Asked::everything(None, is_strict);
                let plan = plan(&case.case, &asked, self.documents());
                entry(case, given, &plan, &findings)
            }
        };
        Again {
            case,
            entry,
            findings,
        }
    }

    /// How each of these files would be made now; what is not among them would not.
    pub fn planned<'a>(
        &self,
        case: &CaseFile,
        recorded: impl IntoIterator<Item = &'a DocumentEntry>,
    ) -> BTreeMap<String, PlannedCopy> {
        let mut planned = BTreeMap::new();
        for entry in recorded {
            let Some(asked) = self.asked_as(entry) else {
                continue;
            };
            let Plan { copies, .. } = plan(&case.case, &asked, self.documents());
            for copy in copies {
                let files = copy.files.iter().filter(|file| file.name == entry.file);
                let files: Vec<_> = files.cloned().collect();
                if !files.is_empty() {
                    planned.insert(entry.file.clone(), PlannedCopy { files, ..copy });
                }
            }
        }
        planned
    }

    /// The files that a build with these options would write of a case for the first time.
    pub fn planned_anew(
        &self,
        case: &CaseFile,
        options: &Options,
        recorded: &[DocumentEntry],
    ) -> Vec<PlannedCopy> {
        let named = options.documents.iter();
        let named = named.filter_map(|id| self.documents().named(id).cloned());
        let editions = options.editions.iter();
        let language = options.language.as_deref();
        let asked = Asked {
            documents: named.collect(),
            audiences: options.audiences.clone(),
            editions: editions.filter_map(|word| edition(word)).collect(),
            format: format(&options.format).unwrap_or(Format::Pdf),
            ..Asked::everything(language.and_then(languages), options.strict)
        };
        let mut copies = plan(&case.case, &asked, self.documents()).copies;
        for copy in &mut copies {
            let is_new = |name: &str| recorded.iter().all(|entry| entry.file != name);
            copy.files.retain(|file| is_new(&file.name));
        }
        copies.retain(|copy| !copy.files.is_empty());
        copies
    }

    /// What would have to be asked for to have such a file.
    fn asked_as(&self, entry: &DocumentEntry) -> Option<Asked> {
        let document = self.documents().named(&entry.document)?.clone();
        let format = match entry.file.ends_with(".typ") {
            true => Format::Typst,
            false if is_kept_as_words(&entry.file) => Format::Words,
            false => Format::Pdf,
        };
        Some(Asked {
            documents: vec![document],
            editions: vec![edition(&entry.edition)?],
            format,
            ..Asked::everything(Some(languages(&entry.language)?), false)
        })
    }

    /// Makes a file in memory, unless `kept` knows it to be the same.
    ///
    /// # Errors
    /// All that keeps it from being made.
    pub fn make_again(
        &self,
        case: &CaseFile,
        planned: &PlannedCopy,
        kept: Kept<'_>,
    ) -> Result<Vec<Made>, Findings> {
        self.make_copy(case, planned, kept, &mut Unconfirmed::default())
    }

    /// The parts of a case that a copy shows something of, by the names of
    /// [`CaseFile::parts`].
    ///
    /// # Errors
    /// What keeps the copy from being filled.
    pub fn concerned(
        &self,
        case: &CaseFile,
        planned: &PlannedCopy,
    ) -> Result<BTreeSet<String>, Findings> {
        let PlannedCopy {
            document,
            copy,
            languages,
            ..
        } = planned;
        let manuscript = self.manuscript(case, document, copy, *languages)?;
        let mut shown = BTreeSet::new();
        for half in manuscript.halves() {
            let mut pointers = Vec::new();
            leaves(half.view.json(), String::new(), &mut pointers);
            let of_case = pointers.iter().filter_map(|at| half.view.case_pointer(at));
            shown.extend(of_case);
        }
        let concerns = |part: &Pointer| {
            let mut shown = shown.iter();
            shown.any(|at| at.is_within(part) || part.is_within(at) && *at != Pointer::root())
        };
        let parts = case.parts().into_iter();
        let parts = parts.filter(|(_, part)| concerns(&part.pointer));
        Ok(parts.map(|(name, _)| name).collect())
    }

    /// Where an input stands, in the words of the manifest: a phrase in its locale, a
    /// template at its first line, what a firm sets at its key.
    pub fn place_of(&self, kind: InputKind, name: &str) -> Option<Place> {
        match kind {
            InputKind::Phrase => {
                let (code, key) = name.split_once(':')?;
                let mut languages = Language::ALL.iter().copied();
                let language = languages.find(|one| one.code() == code)?;
                let locale = self.packs.locale(&self.assets, language).ok()?;
                let key = key.strip_suffix('*').unwrap_or(key);
                let mut keys = locale.keys();
                let first = keys.find(|known| known.starts_with(key))?;
                Some(locale.phrase(first)?.place().clone())
            }
            InputKind::Template | InputKind::Partial | InputKind::ThemeFile => {
                let path = AssetPath::new(format!("templates/{name}")).ok()?;
                let text = self.assets.text(&path).ok()?;
                Some(Place::new(&text, 0..0))
            }
            InputKind::ThemeValue => self.place_of_value(name),
            InputKind::Option => self.place_of_option(name),
            _ => None,
        }
    }

    /// Writes what was made again in the place of what there was.
    ///
    /// # Errors
    /// `O01` to `O14`; nothing of the case is written then.
    pub fn renew(
        &self,
        folder: &mut Folder,
        again: &Again,
        made: Vec<Made>,
    ) -> Result<Built, Findings> {
        let Some(case) = &again.case else {
            return Err(again.findings.clone());
        };
        let files: Vec<String> = made.iter().map(|made| made.entry.file.clone()).collect();
        let applies = applies(case, &again.entry.id, self.documents(), &files);
        let made = made.into_iter().map(|made| (made, Vec::new())).collect();
        write(folder, again.entry.clone(), made, applies)
    }
}

fn languages(word: &str) -> Option<Languages> {
    Languages::ALL.into_iter().find(|one| one.word() == word)
}

fn edition(word: &str) -> Option<Edition> {
    Edition::ALL.into_iter().find(|one| one.word() == word)
}

fn format(word: &str) -> Option<Format> {
    Format::ALL.into_iter().find(|one| one.word() == word)
}

/// The way to each single value of a view.
fn leaves(value: &serde_json::Value, at: String, found: &mut Vec<String>) {
    use serde_json::Value;
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields.iter().filter(|(key, _)| *key != "at") {
                let key = key.replace('~', "~0").replace('/', "~1");
                leaves(field, format!("{at}/{key}"), found);
            }
        }
        Value::Null => {}
        _ => found.push(at),
    }
}
