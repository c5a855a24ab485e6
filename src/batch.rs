//! Many cases, several at a time, in an order that does not depend on the disk.
//!
//! A batch goes on past a bad case: the other families do not wait for one slip.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use walkdir::{DirEntry, WalkDir};

use crate::assets::{SETTINGS, is_template};
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::output::{Folder, Names};
use crate::pipeline::{Asked, Built, Checked, Given, Pipeline};
use in_order::in_order;

mod in_order;

/// The case files that paths name: files as they are given, folders with every `.yaml`
/// and `.yml` below them, sorted by name.
///
/// # Errors
/// `Y01` for a folder that cannot be walked or holds no case file. A file that is not there
/// is told when it is read, and the other cases go on.
pub fn cases(paths: &[PathBuf]) -> Result<Vec<Given>, Findings> {
    let mut cases = Vec::new();
    let mut findings = Findings::new();
    for (source, path) in (1..).zip(paths) {
        match cases_of(path, source) {
            Ok(found) => cases.extend(found),
            Err(finding) => findings.push(finding),
        }
    }
    if findings.is_empty() {
        Ok(cases)
    } else {
        Err(findings)
    }
}

fn cases_of(path: &Path, source: usize) -> Result<Vec<Given>, Diagnostic> {
    if !path.is_dir() {
        return Ok(vec![Given::itself(path, source)]);
    }
    let mut cases = Vec::new();
    let walk = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_of_templates(entry)) {
        let entry = entry.map_err(|error| unreadable(path, &error))?;
        if entry.file_type().is_file() && is_case_file(entry.path()) {
            cases.push(Given::below(path, entry.path(), source));
        }
    }
    if cases.is_empty() {
        return Err(empty(path));
    }
    Ok(cases)
}

/// A firm's settings and templates may lie beside its cases, and are none.
fn is_case_file(path: &Path) -> bool {
    let is_yaml = path
        .extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml");
    is_yaml && !path.ends_with(SETTINGS)
}

fn is_of_templates(entry: &DirEntry) -> bool {
    let folder = entry.path().parent().unwrap_or(Path::new(""));
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0 && is_template(&name) && folder.join(SETTINGS).exists()
}

fn empty(path: &Path) -> Diagnostic {
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
    let mut names = Names::new();
    let folder = RwLock::new(folder);
    in_order(
        cases,
        jobs,
        |given| {
            pipeline.prepare(given, asked, &|case, file, from| {
                let folder = folder.read().unwrap_or_else(PoisonError::into_inner);
                folder.kept(case, file, from).cloned()
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
    mut tell: impl FnMut(Checked),
) {
    let mut names = Names::new();
    let prepare = |given: &Given| pipeline.prepare(given, asked, &|_, _, _| None);
    in_order(cases, jobs, prepare, |_, prepared| {
        tell(prepared.check(&mut names));
        ControlFlow::Continue(())
    });
}

/// Says of each case, in their order, what is wrong with it as it is written.
pub fn check_cases(
    pipeline: &Pipeline,
    cases: &[Given],
    strict: bool,
    jobs: NonZeroUsize,
    mut tell: impl FnMut(Checked),
) {
    let check = |given: &Given| pipeline.check_case(given, strict);
    in_order(cases, jobs, check, |_, checked| {
        tell(checked);
        ControlFlow::Continue(())
    });
}
