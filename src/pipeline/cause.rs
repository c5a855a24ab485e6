//! Which input moved a document: what was recorded of its inputs, beside what they are now.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::examine::CaseFile;
use super::made::Made;
use super::parts::CasePart;
use super::plan::PlannedCopy;
use super::shared::Pipeline;
use crate::diagnostics::{Findings, Place};
use crate::output::manifest::{CaseEntry, DocumentEntry, Input, InputKind};
use crate::output::{Digest, Folder};

/// Something that is not what it was when a document was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What it is.
    pub kind: CauseKind,
    /// Its name among its kind.
    pub name: String,
    /// The layer it is from: `case`, `built-in`, or the name of a firm's folder.
    pub layer: String,
    /// What took its place, where that has another name.
    pub now: Option<String>,
    /// Where it stands.
    pub place: Option<Place>,
}

/// What can move a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseKind {
    /// Something that the manifest lists.
    Input(InputKind),
    /// A value of the case.
    Field,
    /// What the case shows of it, and no part of the case file: what an office describes in
    /// its settings, or how this program reads a case.
    View,
    /// The file itself: it is gone, or no longer as it was written.
    File,
    /// How this program writes a document, in the same version.
    Build,
}

impl CauseKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            CauseKind::Input(kind) => kind.word(),
            CauseKind::Field => "field",
            CauseKind::View => "setting",
            CauseKind::File => "file",
            CauseKind::Build => "build",
        }
    }
}

impl Pipeline {
    /// The files of a case, each with what it is built again for; with nothing where there
    /// was none before, or where it is kept.
    ///
    /// # Errors
    /// As [`Pipeline::because`].
    pub(super) fn reasons(
        &self,
        folder: &Folder,
        entry: &CaseEntry,
        (case, copies): (&CaseFile, &[PlannedCopy]),
        made: Vec<Made>,
    ) -> Result<Vec<(Made, Vec<Cause>)>, Findings> {
        // Why it is built again is told, and decides nothing.
        let known = folder.recorded(entry).ok().flatten();
        let reason = |made: Made| {
            let file = &made.entry.file;
            let mut documents = known.iter().flat_map(|known| &known.documents);
            let before = documents.find(|document| document.file == *file);
            let copy = copies
                .iter()
                .find(|copy| copy.names().any(|name| name == *file));
            let (Some(known), Some(before), Some(copy), Some(_)) =
                (&known, before, copy, &made.bytes)
            else {
                return Ok((made, Vec::new()));
            };
            if before.made_from == made.entry.made_from {
                return Ok((made, vec![Cause::gone()]));
            }
            let inputs = folder.inputs();
            let because = self.because(inputs, (known, before), (case, copy), &made)?;
            Ok((made, because))
        };
        made.into_iter().map(reason).collect()
    }

    /// Why a file is not what it was when it was recorded: the inputs that are others now.
    ///
    /// # Errors
    /// What keeps its copy from being filled.
    pub fn because(
        &self,
        recorded_inputs: &BTreeMap<String, Input>,
        (entry, document): (&CaseEntry, &DocumentEntry),
        (case, copy): (&CaseFile, &PlannedCopy),
        made: &Made,
    ) -> Result<Vec<Cause>, Findings> {
        let mut causes = Vec::new();
        let view_moved = made.entry.view != document.view;
        if view_moved {
            causes = parts(&entry.parts, case);
        }
        if causes.len() > 1 {
            let shown = self.concerned(case, copy)?;
            let concerns = |cause: &Cause| shown.contains(&cause.name) || cause.place.is_none();
            if causes.iter().any(concerns) {
                causes.retain(concerns);
            }
        }
        causes.extend(changed(recorded_inputs, document, &made.inputs));
        let (set, followed): (Vec<_>, Vec<_>) =
            came_and_went(recorded_inputs, document, &made.inputs)
                .into_iter()
                .partition(Cause::is_set_by_a_firm);
        causes.extend(set);
        // Phrases and partials come and go as consequences.
        if causes.is_empty() {
            causes = followed;
        }
        for cause in &mut causes {
            if let CauseKind::Input(kind) = cause.kind {
                cause.place = self.place_of(kind, &cause.name);
            }
        }
        if causes.is_empty() {
            causes.push(Cause::unknown(view_moved));
        }
        Ok(causes)
    }
}

/// The inputs that a document used and would use again, and that are not what they were.
fn changed(
    recorded_inputs: &BTreeMap<String, Input>,
    document: &DocumentEntry,
    now: &BTreeMap<String, Input>,
) -> Vec<Cause> {
    let pairs = recorded(recorded_inputs, document).filter_map(|was| {
        let is = now.values().find(|is| is_same_thing(was, is))?;
        (is.key() != was.key()).then_some((was, is))
    });
    let causes = pairs.map(|(was, is)| Cause {
        now: (was.name != is.name).then(|| is.name.clone()),
        name: was.name.clone(),
        ..of_input(is)
    });
    causes.collect()
}

/// The inputs that a document did not use before, or would use no longer.
fn came_and_went(
    recorded_inputs: &BTreeMap<String, Input>,
    document: &DocumentEntry,
    now: &BTreeMap<String, Input>,
) -> Vec<Cause> {
    let came = now
        .values()
        .filter(|is| !recorded(recorded_inputs, document).any(|was| is_same_thing(was, is)));
    let went = recorded(recorded_inputs, document)
        .filter(|was| !now.values().any(|is| is_same_thing(was, is)));
    came.chain(went).map(of_input).collect()
}

fn recorded<'a>(
    inputs: &'a BTreeMap<String, Input>,
    document: &'a DocumentEntry,
) -> impl Iterator<Item = &'a Input> {
    let uses = document.uses.iter();
    uses.filter_map(|key| inputs.get(key))
}

fn of_input(input: &Input) -> Cause {
    Cause {
        kind: CauseKind::Input(input.kind),
        name: input.name.clone(),
        layer: input.layer.clone(),
        now: None,
        place: None,
    }
}

fn is_same_thing(one: &Input, other: &Input) -> bool {
    let has_version = matches!(one.kind, InputKind::Program | InputKind::Typst);
    one.kind == other.kind && (has_version || one.name == other.name)
}

/// The parts of a case that are not what they were; an entry that only changed its place in
/// a list is not among them.
fn parts(recorded: &BTreeMap<String, Digest>, case: &CaseFile) -> Vec<Cause> {
    let now = case.parts();
    let mut causes = Vec::new();
    let lists: BTreeSet<&str> = recorded
        .keys()
        .chain(now.keys())
        .map(|name| list_of(name))
        .collect();
    for list in lists {
        let of_list = |name: &&String| list_of(name) == list;
        let was: Vec<&String> = recorded.keys().filter(of_list).collect();
        let is: Vec<&String> = now.keys().filter(of_list).collect();
        let gone: Vec<&&String> = was
            .iter()
            .filter(|name| {
                !is.iter()
                    .any(|other| now[*other].sha256 == recorded[**name])
            })
            .collect();
        let new: Vec<&&String> = is
            .iter()
            .filter(|name| {
                !was.iter()
                    .any(|other| recorded[*other] == now[**name].sha256)
            })
            .collect();
        causes.extend(new.iter().map(|name| of_part(name, now.get(**name))));
        let without = gone.iter().skip(new.len());
        causes.extend(without.map(|name| of_part(name, None)));
    }
    causes
}

fn of_part(name: &str, part: Option<&CasePart<'_>>) -> Cause {
    Cause {
        kind: CauseKind::Field,
        name: name.to_owned(),
        layer: "case".to_owned(),
        now: None,
        place: part.map(|part| part.place.clone()),
    }
}

/// The list that an entry is of: `arrangements` of `arrangements[3]`.
fn list_of(name: &str) -> &str {
    name.split_once('[').map_or(name, |(list, _)| list)
}

impl Cause {
    /// Whether somebody put it there or took it away, and nothing else brought it.
    fn is_set_by_a_firm(&self) -> bool {
        use InputKind::{Font, Option, Picture, ThemeFile, ThemeValue};
        let is_common = |kind| matches!(kind, ThemeFile | ThemeValue | Option | Font | Picture);
        match self.kind {
            CauseKind::Input(kind) => is_common(kind) && self.layer != "case",
            _ => false,
        }
    }

    /// Whether it stands at a line, as long as it is there.
    fn can_be_pointed_at(&self) -> bool {
        use InputKind::{Option, ThemeValue};
        matches!(
            self.kind,
            CauseKind::Field | CauseKind::Input(Option | ThemeValue)
        )
    }

    /// Of a file that would be the same and does not stand as it was written.
    pub fn gone() -> Self {
        Cause {
            kind: CauseKind::File,
            name: "the file".to_owned(),
            layer: "built-in".to_owned(),
            now: None,
            place: None,
        }
    }

    /// What is to be said where no input is another and the document is.
    fn unknown(view_moved: bool) -> Self {
        let (kind, name) = match view_moved {
            true => (CauseKind::View, "what the case is read as"),
            false => (CauseKind::Build, "this program"),
        };
        Cause {
            kind,
            name: name.to_owned(),
            layer: "built-in".to_owned(),
            now: None,
            place: None,
        }
    }
}

/// As it stands behind “because”: ``phrase `court-report.title` of wensum (locales/en.yaml:5)``.
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.kind {
            CauseKind::Input(InputKind::Phrase) => self
                .name
                .split_once(':')
                .map_or(&*self.name, |(_, key)| key),
            _ => &self.name,
        };
        match self.kind {
            CauseKind::View => return f.write_str("the settings lend its case something else"),
            CauseKind::File => return f.write_str("it no longer stood as it was written"),
            CauseKind::Build => return f.write_str("this program writes it in another way"),
            CauseKind::Input(InputKind::Program | InputKind::Typst) => write!(f, "`{name}`")?,
            kind => write!(f, "{} `{name}`", kind.word().replace('-', " "))?,
        }
        if !matches!(self.layer.as_str(), "built-in" | "case") {
            write!(f, " of {}", self.layer)?;
        }
        if let Some(now) = &self.now {
            write!(f, " is now `{now}`")?;
        }
        match &self.place {
            Some(place) => write!(f, " ({}:{})", place.file.name(), place.start().line),
            None if self.can_be_pointed_at() => f.write_str(" was taken away"),
            None => Ok(()),
        }
    }
}
