//! How much work a document is, by Typst's own count: the passes after which every number
//! stands still, and the functions it calls on the way.
//!
//! Typst counts for a whole process. Whoever is counted works on a thread of its own, which a
//! scope of ours tells from all others. Nothing of a job is judged here as the program does:
//! what is counted has passed its checks elsewhere.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::Mutex;

use concord::typesetting::{Job, MAIN};
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde::Deserialize;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_timing::TimingScope;

/// The scope that tells the thread.
const OURS: &str = "the document that is counted";

/// Held by whoever counts: Typst has one list for all.
static LIST: Mutex<()> = Mutex::new(());

/// What Typst did for one document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Work {
    /// How often it was laid out, until what it says of itself was true.
    pub(crate) passes: usize,
    /// How many functions of the theme were called.
    pub(crate) calls: usize,
    /// Milliseconds of laying it out, after its source and its theme were evaluated.
    pub(crate) layout: f64,
}

/// Typst with our fonts and nothing else.
pub(crate) struct Press {
    thread: ThreadPool,
    shelf: Shelf,
}

struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// A job as Typst sees it.
struct Desk<'a> {
    shelf: &'a Shelf,
    main: FileId,
    sources: BTreeMap<NonZeroU16, Source>,
    pictures: BTreeMap<NonZeroU16, Bytes>,
}

impl Press {
    pub(crate) fn new() -> Self {
        let mut fonts = Vec::new();
        read_fonts(Path::new("fonts"), &mut fonts);
        let shelf = Shelf {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        };
        let thread = ThreadPoolBuilder::new().num_threads(1);
        let thread = thread.stack_size(64 * 1024 * 1024).build();
        Press {
            thread: thread.expect("room for a thread"),
            shelf,
        }
    }

    /// Lets somebody look on while Typst lays out a document of which it remembers nothing.
    pub(crate) fn watched<T: Send>(
        &self,
        job: &Job,
        watch: impl FnOnce(&dyn Fn()) -> T + Send,
    ) -> T {
        let desk = Desk::of(job, &self.shelf);
        self.thread.install(|| {
            typst::comemo::evict(0);
            watch(&|| laid_out(&desk))
        })
    }

    /// What Typst does to lay a document out.
    pub(crate) fn work(&self, job: &Job) -> Work {
        let list = LIST.lock().expect("nobody fails with the list in hand");
        self.watched(job, |lay_out| {
            typst_timing::enable();
            let ours = TimingScope::new(OURS);
            lay_out();
            drop(ours);
            typst_timing::disable();
        });
        let mut counted = Vec::new();
        let written = typst_timing::export_json(&mut counted, |_| (String::new(), 0));
        written.expect("a list takes all that is written to it");
        drop(list);
        let counted: Vec<Event> = serde_json::from_slice(&counted).expect("JSON of Typst's own");
        Work::of(&counted)
    }
}

/// Something that Typst began, or ended.
#[derive(Deserialize)]
struct Event<'a> {
    name: &'a str,
    ph: &'a str,
    tid: u64,
    /// In microseconds.
    ts: f64,
}

impl Work {
    fn of(counted: &[Event<'_>]) -> Self {
        let ours = counted.iter().find(|event| event.name == OURS);
        let thread = ours.expect("our own scope").tid;
        let begun = || {
            counted
                .iter()
                .filter(|one| one.tid == thread && one.ph == "B")
        };
        let layout = |one: &&Event<'_>| one.tid == thread && one.name == "layout document";
        let layout = counted.iter().filter(layout).map(|one| match one.ph {
            "B" => -one.ts,
            _ => one.ts,
        });
        Work {
            passes: begun().filter(|one| one.name.starts_with("iter (")).count(),
            calls: begun().filter(|one| one.name == "func call").count(),
            layout: layout.sum::<f64>() / 1000.0,
        }
    }
}

fn laid_out(desk: &Desk<'_>) {
    let pages = typst::compile::<PagedDocument>(desk);
    if let Err(errors) = pages.output {
        panic!("{errors:#?}");
    }
}

fn read_fonts(folder: &Path, fonts: &mut Vec<Font>) {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read_fonts(&path, fonts);
        } else if path
            .extension()
            .is_some_and(|ending| ending == "ttf" || ending == "otf")
        {
            let bytes = Bytes::new(fs::read(&path).expect("it can be read"));
            fonts.push(Font::new(bytes, 0).expect("a font"));
        }
    }
}

impl<'a> Desk<'a> {
    fn of(job: &Job, shelf: &'a Shelf) -> Self {
        let main = file_id(MAIN);
        let mut desk = Desk {
            shelf,
            main,
            sources: BTreeMap::from([(main.into_raw(), Source::new(main, job.source.clone()))]),
            pictures: BTreeMap::new(),
        };
        for (path, bytes) in &job.files {
            let id = file_id(path);
            if path.ends_with(".typ") {
                let text = String::from_utf8(bytes.clone()).expect("text");
                desk.sources.insert(id.into_raw(), Source::new(id, text));
            } else {
                desk.pictures
                    .insert(id.into_raw(), Bytes::new(bytes.clone()));
            }
        }
        desk
    }
}

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a path within the job");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.sources.get(&id.into_raw());
        source.cloned().ok_or(FileError::NotSource)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let picture = self.pictures.get(&id.into_raw());
        picture.cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
