//! A firm's folder on disk, read once and whole before anything is made of it.
//!
//! The folder stands for `templates/`: its `packs/court-report/document.typ.hbs` takes
//! the place of the one in the program. It may be a checkout and lie beside cases, so only
//! what stands under the names below is read; of the rest, what looks as if it were meant to
//! be read is told.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::AssetPath;
use crate::diagnostics::{Diagnostic, Findings, code, nearest};

/// The file with which a firm's folder says what it is.
pub const SETTINGS: &str = "concord.yaml";

/// What is read of a firm's folder, besides [`SETTINGS`].
const READ: [&str; 8] = [
    "brand",
    "firm.typ",
    FONTS,
    "locales",
    "packs",
    "partials",
    "theme.yaml",
    "themes",
];

/// Where fonts stand, in a firm's folder as in the program.
const FONTS: &str = "fonts";

/// Where a firm's folder keeps what its copies were copied from.
pub const BASE: &str = "base";

/// Where it keeps what its samples say.
pub const EXPECTED: &str = "expected";

/// What is kept beside the templates and makes no document.
const KEPT: [&str; 2] = [BASE, EXPECTED];

/// Whether a firm keeps templates under this name, or what belongs to them, at the top of its
/// folder.
pub fn is_template(name: &str) -> bool {
    READ.contains(&name) || KEPT.contains(&name)
}

/// What documents are made of, by the endings of files.
const KINDS: [&str; 2] = ["hbs", "typ"];

/// Longest file that is read, in bytes: pictures are the longest, and a letterhead is
/// shorter.
const LONGEST: u64 = 4 << 20;

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Every file that is read, by the path it has as an asset.
    pub(super) files: BTreeMap<AssetPath, Cow<'static, [u8]>>,
    /// What is kept beside them, by its path in the folder.
    pub(super) kept: BTreeMap<AssetPath, Cow<'static, [u8]>>,
    /// What stands beside them and was meant to be read, by its name.
    pub(super) strangers: Vec<String>,
    /// What else stands beside them and is passed over, by its name.
    pub(super) passed_over: Vec<String>,
}

/// Reads a folder.
///
/// # Errors
/// `A04` for each entry that cannot be read, is too long, or is a link: what a link
/// points to could change between two documents of one build. `A06` for a folder with
/// nothing in it for documents.
pub(super) fn read(folder: &Path) -> Result<Held, Findings> {
    let mut held = Held::default();
    let mut findings = Findings::new();
    for name in names(folder)? {
        if READ.contains(&&*name) {
            let below = if name == FONTS {
                None
            } else {
                Some("templates")
            };
            let root = (folder, below);
            gather(&folder.join(&name), root, &mut held.files, &mut findings);
        } else if KEPT.contains(&&*name) {
            let root = (folder, None);
            gather(&folder.join(&name), root, &mut held.kept, &mut findings);
        } else if is_stranger(&name) || is_document(&folder.join(&name)) {
            held.strangers.push(name);
        } else if name != SETTINGS {
            held.passed_over.push(name);
        }
    }
    let says_what_it_is = folder.join(SETTINGS).exists();
    if !findings.is_empty() {
        Err(findings)
    } else if held.files.is_empty() && held.strangers.is_empty() && !says_what_it_is {
        Err(empty(folder).into())
    } else {
        Ok(held)
    }
}

/// What stands in a folder, in the order of its names.
fn names(folder: &Path) -> Result<Vec<String>, Diagnostic> {
    let refused = |error: std::io::Error| {
        let why = match error.kind() {
            ErrorKind::NotADirectory => "is not a folder",
            _ => "cannot be read",
        };
        unreadable(folder, why)
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(refused)? {
        names.push(
            entry
                .map_err(refused)?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    names.sort();
    Ok(names)
}

/// Whether whoever put a file or folder there meant it to be read: it ends like a template,
/// or its name is nearly one that is read.
fn is_stranger(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let folders = READ.into_iter().filter(|name| !name.contains('.'));
    let known = || folders.clone().chain(["concord", "templates"]);
    let is_known = name == SETTINGS || is_passed_over(name);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    !is_known
        && (ending.is_some_and(|ending| KINDS.contains(&ending))
            || known().any(|known| known == stem)
            || nearest(stem, known()).is_some())
}

/// Whether this folder holds a document of a firm's, which belongs among the others.
fn is_document(folder: &Path) -> bool {
    let of_a_document = ["pack.yaml", "document.typ.hbs"];
    of_a_document.iter().any(|file| folder.join(file).is_file())
}

/// What a checkout, an editor or a careful person leaves in a folder.
pub(super) fn is_passed_over(name: &str) -> bool {
    name.starts_with(['.', '#']) || name.ends_with('~') || name.starts_with("README")
}

/// Reads a file, or a folder and all below it: under its path within a folder of the disk, and
/// that within a folder of the assets.
fn gather(
    from: &Path,
    root: (&Path, Option<&str>),
    files: &mut BTreeMap<AssetPath, Cow<'static, [u8]>>,
    findings: &mut Findings,
) {
    let is_kept = |entry: &DirEntry| !is_passed_over(&entry.file_name().to_string_lossy());
    let walk = WalkDir::new(from).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(is_kept) {
        match entry.map_err(|error| unreadable(error.path().unwrap_or(from), "cannot be read")) {
            Ok(entry) if entry.path_is_symlink() => {
                findings.push(unreadable(entry.path(), "is a link"));
            }
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => match file(root, &entry) {
                Ok((path, bytes)) => drop(files.insert(path, bytes)),
                Err(finding) => findings.push(finding),
            },
            Err(finding) => findings.push(finding),
        }
    }
}

fn file(
    (root, below): (&Path, Option<&str>),
    entry: &DirEntry,
) -> Result<(AssetPath, Cow<'static, [u8]>), Diagnostic> {
    let path = entry.path();
    let length = entry.metadata().map_or(u64::MAX, |metadata| metadata.len());
    if length > LONGEST {
        return Err(unreadable(path, "is longer than 4 MiB"));
    }
    let bytes = fs::read(path).map_err(|_| unreadable(path, "cannot be read"))?;
    let path = path.strip_prefix(root).unwrap_or(path);
    let path = path.iter().map(|step| step.to_string_lossy());
    let steps: Vec<_> = below.map(Cow::Borrowed).into_iter().chain(path).collect();
    let asset = AssetPath::new(steps.join("/"))?;
    Ok((asset, Cow::Owned(bytes)))
}

fn unreadable(path: &Path, why: &str) -> Diagnostic {
    Diagnostic::new(&code::asset::FOLDER, format!("`{}` {why}", path.display()))
        .help("put plain, readable files into the folder of templates, and no others")
}

fn empty(folder: &Path) -> Diagnostic {
    let message = format!(
        "`{}` holds nothing that documents are made of",
        folder.display()
    );
    Diagnostic::new(&code::asset::NOTHING, message).help(format!(
        "name the folder in which `{}` or one of `{}` stand",
        SETTINGS,
        READ.join("`, `")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(folder: &Path) -> Vec<String> {
        let findings = read(folder).expect_err("it cannot be used").sorted();
        let home = format!("{}/", folder.display());
        let told = findings.iter().map(Diagnostic::short);
        told.map(|told| told.replace(&home, "")).collect()
    }

    #[test]
    fn a_folder_stands_for_the_templates() {
        let held = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));
        let held = held.expect("our own folder is plain");
        let path = AssetPath::new("templates/locales/en.yaml").expect("a plain path");
        assert!(held.files.contains_key(&path));
        assert_eq!(held.strangers, [] as [String; 0]);
    }

    #[test]
    fn what_is_no_folder_of_templates_is_a_finding() {
        let home = tempfile::tempdir().expect("a temporary folder");
        fs::write(home.path().join("letter.docx"), "").expect("room for it");
        assert_eq!(
            told(Path::new("no such folder")),
            ["A04: `no such folder` cannot be read"]
        );
        let file = home.path().join("letter.docx");
        let message = format!("A04: `{}` is not a folder", file.display());
        assert_eq!(told(&file), [message]);
        let message = "holds nothing that documents are made of";
        assert!(
            told(home.path())[0].ends_with(message),
            "{:?}",
            told(home.path())
        );
    }

    #[test]
    fn beside_a_checkout_and_cases_only_what_is_meant_is_told() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let beside = [
            ".gitignore",
            "README.md",
            "case.yaml",
            "concord.yaml",
            "letter.docx",
            "concord.yml",
            "locale/en.yaml",
            "measures.typ",
            "out/plan.pdf",
            "theme.yml",
            "partials/.plan.typ.hbs.swp",
            "partials/plan.typ.hbs~",
            "templates/partials/x.typ.hbs",
        ];
        for name in beside {
            let path = home.path().join(name);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
            fs::write(path, "").expect("room for it");
        }
        let held = read(home.path()).expect("all of it can be read");
        assert_eq!(held.files.len(), 0);
        assert_eq!(
            held.strangers,
            [
                "concord.yml",
                "locale",
                "measures.typ",
                "templates",
                "theme.yml"
            ]
        );
        assert_eq!(
            held.passed_over,
            [".gitignore", "README.md", "case.yaml", "letter.docx", "out"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_wherever_it_stands() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        let link = |at: &str| std::os::unix::fs::symlink(elsewhere.path(), home.path().join(at));
        fs::create_dir(home.path().join("packs")).expect("room for it");
        link("locales")
            .and_then(|()| link("packs/plan"))
            .expect("room for it");
        assert_eq!(
            told(home.path()),
            ["A04: `locales` is a link", "A04: `packs/plan` is a link"]
        );
    }
}
