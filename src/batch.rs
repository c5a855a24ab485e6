//! Many cases, several at a time, in an order that does not depend on the disk.
//!
//! A batch goes on past a bad case: the other families do not wait for one slip.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use walkdir::{DirEntry, WalkDir};

use crate::assets::{SETTINGS, is_template};
use crate::diagnostics::{Diagnostic, Findings, Severity, code};
use crate::output::Folder;
use crate::pipeline::{Asked, Built, Checked, Given, Pipeline};
pub use in_order::in_order;

mod in_order;
mod wanted;

/// The case files that paths name: files as they are given, folders with every `.yaml`
/// and `.yml` below them, sorted by name; and what is wrong with a folder among them, which
/// does not keep the others from being built. `input` is what `-` stands for, and its name.
///
/// # Errors
/// `Y01` for a folder that holds no case file. A file that is not there is told when it is
/// read, and the other cases go on.
pub fn cases(
    paths: &[PathBuf],
    input: Option<(&Path, Vec<u8>)>,
) -> Result<(Vec<Given>, Findings), Findings> {
    let mut cases = Vec::new();
    let mut input = input;
    let mut unread = Findings::new();
    let mut empty = Findings::new();
    for (source, path) in (1..).zip(paths) {
        if path.as_os_str() == "-"
            && let Some((name, bytes)) = input.take()
        {
            cases.push(Given::called(name, bytes, source));
        } else if path.is_dir() {
            let known = cases.len();
            below(path, source, &mut cases, &mut unread);
            if cases.len() == known && unread.is_empty() {
                empty.push(holds_none(path));
            }
        } else {
            cases.push(Given::itself(path, source));
        }
    }
    match (empty.is_empty(), cases.is_empty()) {
        (false, _) => Err(empty),
        (true, true) => Err(unread),
        (true, false) => Ok((cases, unread)),
    }
}

/// The case files of a folder. A link to a file is a case like any other; a link to a folder
/// is not gone into, since it may lead back.
fn below(path: &Path, source: usize, cases: &mut Vec<Given>, unread: &mut Findings) {
    let walk = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_of_templates(entry)) {
        match entry {
            Ok(entry) if is_linked_folder(&entry) => {
                unread.push(linked(entry.path()));
            }
            Ok(entry) if !entry.path().is_dir() && is_case_file(entry.path()) => {
                cases.push(Given::below(path, entry.path(), source));
            }
            Ok(_) => {}
            Err(error) => unread.push(unreadable(path, &error)),
        }
    }
}

fn is_linked_folder(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.path_is_symlink() && entry.path().is_dir()
}

/// A firm's settings and templates may lie beside its cases, and are none; nor is what a
/// computer leaves beside files, whose names begin with a point.
fn is_case_file(path: &Path) -> bool {
    let is_yaml = path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml")
    });
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_yaml && !name.starts_with('.') && !name.eq_ignore_ascii_case(SETTINGS)
}

fn is_of_templates(entry: &DirEntry) -> bool {
    let folder = entry.path().parent().unwrap_or(Path::new(""));
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0 && is_template(&name) && folder.join(SETTINGS).exists()
}

fn holds_none(path: &Path) -> Diagnostic {
    let message = format!("`{}` holds no case file", path.display());
    Diagnostic::new(&code::reading::NOT_FOUND, message)
        .help("name a file that ends in `.yaml`, or a folder of them")
}

fn unreadable(path: &Path, error: &walkdir::Error) -> Diagnostic {
    let entry = error.path().unwrap_or(path).display();
    Diagnostic::new(
        &code::reading::NOT_FOUND,
        format!("`{entry}` cannot be read"),
    )
    .help("make the folder readable, or name the case files one by one")
}

/// A warning: whoever linked a folder may have meant its cases.
fn linked(path: &Path) -> Diagnostic {
    let message = format!(
        "`{}` is a link to a folder, and was not gone into",
        path.display()
    );
    let mut finding = Diagnostic::new(&code::reading::NOT_FOUND, message)
        .help("name the folder it leads to as well, if its cases are meant");
    finding.severity = Severity::Warning;
    finding
}

/// Builds the cases into an output folder, several at a time, and tells what became of each
/// in their order, until `tell` has heard enough.
///
/// A case is prepared on a thread of its own while the one before it is written. What is
/// written, and what is told, does not depend on how many there are.
pub fn build(
    pipeline: &Pipeline,
    cases: &[Given],
    asked: &Asked,
    folder: &mut Folder,
    jobs: NonZeroUsize,
    mut tell: impl FnMut(&Given, Built) -> ControlFlow<()>,
) {
    let mut names = wanted::wanted(cases, jobs);
    let folder = RwLock::new(folder);
    in_order(
        cases,
        jobs,
        |given| {
            pipeline.prepare(given, asked, &|case, file, from| {
                let folder = folder.read().unwrap_or_else(PoisonError::into_inner);
                folder.kept(case, file, from)
            })
        },
        |given, prepared| {
            let mut folder = folder.write().unwrap_or_else(PoisonError::into_inner);
            let built = pipeline.settle(prepared, &mut folder, &mut names);
            drop(folder);
            tell(given, built)
        },
    );
}

/// Says of each case, in their order, all that building it would say; nothing is written.
pub fn check(
    pipeline: &Pipeline,
    cases: &[Given],
    asked: &Asked,
    jobs: NonZeroUsize,
    mut tell: impl FnMut(&Given, Checked),
) {
    let mut names = wanted::wanted(cases, jobs);
    let prepare = |given: &Given| pipeline.prepare(given, asked, &|_, _, _| None);
    in_order(cases, jobs, prepare, |given, prepared| {
        tell(given, prepared.check(&mut names));
        ControlFlow::Continue(())
    });
}

/// Says of each case, in their order, what is wrong with it as it is written.
pub fn check_cases(
    pipeline: &Pipeline,
    cases: &[Given],
    strict: bool,
    jobs: NonZeroUsize,
    mut tell: impl FnMut(&Given, Checked),
) {
    let check = |given: &Given| pipeline.check_case(given, strict);
    in_order(cases, jobs, check, |given, checked| {
        tell(given, checked);
        ControlFlow::Continue(())
    });
}
