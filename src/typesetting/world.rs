//! All that exists for a document: the files of its job, the stripped library, our fonts.
//!
//! Typst asks this world for whatever a source names. It answers from memory alone, so
//! that no template can look at the disk, fetch a package or read a clock.

use std::collections::BTreeMap;
use std::num::NonZeroU16;
use std::path::PathBuf;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::memory::Memory;
use super::trouble::{Kind, Spot, Trouble};
use super::{Fonts, Job, MAIN, library};
use crate::pictures;

/// The world of one job.
pub(super) struct JobWorld {
    main: FileId,
    /// By the bare number of a file's id.
    sources: BTreeMap<NonZeroU16, Source>,
    /// As above.
    images: BTreeMap<NonZeroU16, Bytes>,
    fonts: Fonts,
}

impl JobWorld {
    /// Judges every file of the job before Typst sees any.
    pub(super) fn new(job: &Job, fonts: &Fonts, memory: &mut Memory) -> Result<Self, Vec<Trouble>> {
        let mut world = JobWorld {
            main: file_id(MAIN).expect("the name of the source is plain"),
            sources: BTreeMap::new(),
            images: BTreeMap::new(),
            fonts: fonts.clone(),
        };
        let mut troubles = Vec::new();
        let main = Source::new(world.main, job.source.clone());
        troubles.extend(world.add_source(MAIN, main).err());
        for (path, bytes) in &job.files {
            troubles.extend(world.add(path, bytes, memory).err());
        }
        if troubles.is_empty() {
            Ok(world)
        } else {
            Err(troubles)
        }
    }

    fn add(&mut self, path: &str, bytes: &[u8], memory: &mut Memory) -> Result<(), Trouble> {
        let id = file_id(path)
            .filter(|id| *id != self.main)
            .ok_or_else(|| at_file(path, Trouble::new(Kind::PackFile, unusable_path(path))))?;
        if path.ends_with(".typ") {
            let text = std::str::from_utf8(bytes).map_err(|_| {
                at_file(
                    path,
                    Trouble::new(Kind::PackFile, format!("`{path}` is not UTF-8 text")),
                )
            })?;
            return self.add_source(path, memory.module(id, path, text));
        }
        if let Some(reason) = pictures::refusal(bytes) {
            return Err(at_file(
                path,
                Trouble::new(Kind::Image, format!("`{path}` {reason}")),
            ));
        }
        let admitted = pictures::admitted(bytes);
        self.images.insert(id.into_raw(), Bytes::new(admitted));
        Ok(())
    }

    fn add_source(&mut self, path: &str, source: Source) -> Result<(), Trouble> {
        if let Some(range) = library::refused_name(&source) {
            let message = format!("`{}` is not available", &source.text()[range.clone()]);
            let mut trouble = Trouble::new(Kind::Refused, message);
            trouble.place = Some(Spot {
                file: path.to_owned(),
                start: range.start,
                end: range.end,
            });
            return Err(trouble);
        }
        self.sources.insert(source.id().into_raw(), source);
        Ok(())
    }
}

/// The same path has the same id throughout the process: Typst never forgets one, and
/// there are 65,535 of them.
fn file_id(path: &str) -> Option<FileId> {
    let virtual_path = VirtualPath::new(path).ok()?;
    let is_plain = virtual_path.get_without_slash() == path && !path.is_empty();
    is_plain.then(|| RootedPath::new(VirtualRoot::Project, virtual_path).intern())
}

fn unusable_path(path: &str) -> String {
    if path == MAIN {
        format!("`{MAIN}` is the name of the source itself")
    } else {
        format!("`{}` is not a path within the pack", path.escape_debug())
    }
}

fn at_file(path: &str, trouble: Trouble) -> Trouble {
    let place = Some(Spot {
        file: path.to_owned(),
        start: 0,
        end: 0,
    });
    Trouble { place, ..trouble }
}

impl World for JobWorld {
    fn library(&self) -> &LazyHash<Library> {
        library::stripped()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match self.sources.get(&id.into_raw()) {
            Some(source) => Ok(source.clone()),
            None if self.images.contains_key(&id.into_raw()) => Err(FileError::NotSource),
            None => Err(absent(id)),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.images
            .get(&id.into_raw())
            .cloned()
            .ok_or_else(|| absent(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A package does not exist for us at all; a file is named by its virtual path, which
/// tells nothing of the machine.
fn absent(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Package(_) => FileError::AccessDenied,
        VirtualRoot::Project => FileError::NotFound(PathBuf::from(id.vpath().get_without_slash())),
    }
}
