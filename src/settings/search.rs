//! The `concord.yaml` beside a case or above it: up to the repository's root, the home
//! folder or the top of the disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::assets::SETTINGS;
use crate::diagnostics::{Diagnostic, code};

/// The one folder whose `concord.yaml` is the nearest to each of these folders; none where
/// none has one.
///
/// # Errors
/// `C05` where they do not all have the same.
pub(super) fn nearest(
    folders: &BTreeSet<PathBuf>,
    home: Option<&Path>,
) -> Result<Option<PathBuf>, Diagnostic> {
    let home = home.and_then(|home| fs::canonicalize(home).ok());
    let found = folders.iter().map(|folder| above(folder, home.as_deref()));
    let found: BTreeSet<Option<PathBuf>> = found.collect();
    match found.len() {
        0 | 1 => Ok(found
            .into_iter()
            .flatten()
            .next()
            .map(|found| shown(&found))),
        _ => Err(several(&found)),
    }
}

fn above(folder: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let here = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    // Of a folder that is not there, whoever reads its cases says so.
    let here = fs::canonicalize(here).ok()?;
    for folder in here.ancestors() {
        if folder.join(SETTINGS).is_file() {
            return Some(folder.to_owned());
        }
        if folder.join(".git").exists() || Some(folder) == home {
            break;
        }
    }
    None
}

/// A folder as seen from the working folder, where it lies below or above that.
fn shown(folder: &Path) -> PathBuf {
    let Ok(here) = fs::canonicalize(".") else {
        return folder.to_owned();
    };
    if let Ok(below) = folder.strip_prefix(&here) {
        return Path::new(".").join(below);
    }
    match here.strip_prefix(folder) {
        Ok(up) => up.iter().map(|_| "..").collect(),
        Err(_) => folder.to_owned(),
    }
}

fn several(found: &BTreeSet<Option<PathBuf>>) -> Diagnostic {
    let told = found.iter().map(|found| match found {
        Some(folder) => {
            let path = shown(folder).join(SETTINGS);
            let path = path.strip_prefix(".").unwrap_or(&path);
            format!("`{}`", path.display())
        }
        None => "none".to_owned(),
    });
    let told: Vec<String> = told.collect();
    let message = format!(
        "these cases answer to different settings: {}",
        told.join(", ")
    );
    Diagnostic::new(&code::settings::SEVERAL, message)
        .help("take them one after the other, or name the templates of all with `--templates`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(home: &Path, names: &[&str]) -> BTreeSet<PathBuf> {
        let folders = names.iter().map(|name| home.join(name));
        folders
            .inspect(|folder| fs::create_dir_all(folder).expect("room for it"))
            .collect()
    }

    fn settings(folder: &Path) {
        fs::create_dir_all(folder).expect("room for it");
        fs::write(folder.join(SETTINGS), "").expect("room for it");
    }

    #[test]
    fn the_nearest_above_a_case_counts_and_nothing_above_a_repository_or_home() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let home = home.path().canonicalize().expect("it is there");
        settings(&home);
        settings(&home.join("office"));
        let of = |name| nearest(&folders(&home, &[name]), None).map_err(|found| found.short());
        assert_eq!(of("office/cases/north"), Ok(Some(home.join("office"))));
        assert_eq!(of("cases"), Ok(Some(home.clone())));
        fs::create_dir_all(home.join("checkout/.git")).expect("room for it");
        assert_eq!(of("checkout/cases"), Ok(None));
        let at_home = nearest(&folders(&home, &["alex/cases"]), Some(&home.join("alex")));
        assert_eq!(at_home.map_err(|found| found.short()), Ok(None));
    }

    #[test]
    fn cases_of_one_run_have_the_same_settings() {
        let home = tempfile::tempdir().expect("a temporary folder");
        settings(&home.path().join("north"));
        settings(&home.path().join("south"));
        let of = |names: &[&str]| {
            let found = nearest(&folders(home.path(), names), Some(home.path()));
            found
                .map_err(|found| found.code.id)
                .map(|found| found.is_some())
        };
        assert_eq!(of(&["north/a", "north/b"]), Ok(true));
        assert_eq!(of(&["north", "south"]), Err("C05"));
        assert_eq!(of(&["north", "west"]), Err("C05"));
    }
}
