//! A folder of templates on disk, read once and whole before anything is made of it.
//!
//! The folder stands for `templates/`: its `packs/court-report/document.typ.hbs` takes
//! the place of the one in the program.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::AssetPath;
use crate::diagnostics::{Diagnostic, Findings, code};

/// Longest file that is read, in bytes: pictures are the longest, and a letterhead is
/// shorter.
const LONGEST: u64 = 4 << 20;

/// Every file below a folder, by the path it has as an asset.
///
/// # Errors
/// `A04` for each entry that cannot be read, is too long, or is a link: what a link
/// points to could change between two documents of one build.
pub(super) fn files(folder: &Path) -> Result<BTreeMap<AssetPath, Cow<'static, [u8]>>, Findings> {
    let mut files = BTreeMap::new();
    let mut findings = Findings::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        match entry.map_err(|error| unreadable(error.path().unwrap_or(folder), "cannot be read")) {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => match file(folder, &entry) {
                Ok((path, bytes)) => drop(files.insert(path, bytes)),
                Err(finding) => findings.push(finding),
            },
            Err(finding) => findings.push(finding),
        }
    }
    if findings.is_empty() {
        Ok(files)
    } else {
        Err(findings)
    }
}

fn file(folder: &Path, entry: &DirEntry) -> Result<(AssetPath, Cow<'static, [u8]>), Diagnostic> {
    let path = entry.path();
    if entry.path_is_symlink() {
        return Err(unreadable(path, "is a link"));
    }
    let length = entry.metadata().map_or(u64::MAX, |metadata| metadata.len());
    if length > LONGEST {
        return Err(unreadable(path, "is longer than 4 MiB"));
    }
    let bytes = fs::read(path).map_err(|_| unreadable(path, "cannot be read"))?;
    let below = path.strip_prefix(folder).unwrap_or(path);
    let steps: Vec<_> = below.iter().map(|step| step.to_string_lossy()).collect();
    let asset = AssetPath::new("templates")?.join(&steps.join("/"))?;
    Ok((asset, Cow::Owned(bytes)))
}

fn unreadable(path: &Path, why: &str) -> Diagnostic {
    Diagnostic::new(&code::asset::FOLDER, format!("`{}` {why}", path.display()))
        .help("put plain, readable files into the folder of templates, and no others")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_the_templates() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/locales");
        let files = files(&folder).expect("our own folder is plain");
        let paths: Vec<&str> = files.keys().map(AssetPath::as_str).collect();
        assert!(paths.contains(&"templates/en.yaml"), "{paths:?}");
    }

    #[test]
    fn a_folder_that_is_not_there_is_a_finding() {
        let findings = files(Path::new("no such folder")).expect_err("nothing is there");
        let findings = findings.sorted();
        assert_eq!(findings[0].short(), "A04: `no such folder` cannot be read");
    }
}
