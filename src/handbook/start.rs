//! `new DIR`: a folder for a firm that builds at once, each file with a word on what to
//! change in it.

use std::fmt;
use std::path::{Path, PathBuf};

use super::page::Page;
use crate::diagnostics::Findings;
use crate::output;
use crate::settings;

/// A file of the folder: its path there, what it is for, and its text.
type File = (&'static str, &'static str, &'static str);

const FILES: [File; 9] = [
    (
        SETTINGS,
        "what the folder is called",
        include_str!("new/concord.yaml"),
    ),
    (
        "theme.yaml",
        "your name, your footer, your colour, and your logo",
        include_str!("new/theme.yaml"),
    ),
    (
        "locales/en.yaml",
        "a phrase in other words, and one of your own",
        include_str!("new/locales/en.yaml"),
    ),
    (
        "locales/cy.yaml",
        "the same in Welsh, unverified",
        include_str!("new/locales/cy.yaml"),
    ),
    (
        "packs/parenting-plan/partials/plan-standing.typ.hbs",
        "a part of the plan, with a line of yours behind it",
        include_str!("new/plan-standing.typ.hbs"),
    ),
    (
        SAMPLE,
        "a made-up family",
        include_str!("../../fixtures/cases/valid/mediation.yaml"),
    ),
    (
        "README.md",
        "for whoever opens the folder",
        include_str!("new/README.md"),
    ),
    (
        ".gitignore",
        "what git passes over",
        include_str!("new/gitignore"),
    ),
    (
        ".github/workflows/documents.yml",
        "the check that runs with every change",
        include_str!("new/.github/workflows/documents.yml"),
    ),
];

const SETTINGS: &str = "concord.yaml";
const SAMPLE: &str = "samples/three-children.yaml";

/// What a folder is called whose own name cannot be that of a layer.
const UNNAMED: &str = "our-firm";

/// A folder that was made.
#[derive(Debug)]
pub struct Made {
    folder: PathBuf,
}

/// Makes a folder of templates that builds at once.
///
/// # Errors
/// `O07` for each file that stands there already, before any is written; else `O01` to `O05`.
pub fn begin(folder: &Path) -> Result<Made, Findings> {
    let paths = FILES.iter().map(|(path, ..)| folder.join(path));
    let there = paths.filter(|path| path.symlink_metadata().is_ok());
    let there: Findings = there.map(|path| output::already_there(&path)).collect();
    if !there.is_empty() {
        return Err(there);
    }
    for (path, _, text) in FILES {
        output::create(&folder.join(path), filled(path, text, folder))?;
    }
    Ok(Made {
        folder: folder.to_owned(),
    })
}

/// A file as it is written: with the name of the folder, and without the line that only holds
/// where the program keeps it.
fn filled(path: &str, text: &str, folder: &Path) -> String {
    match path {
        SETTINGS => text.replace("NAME", &name(folder)),
        SAMPLE => {
            let lines = text.split_inclusive('\n');
            let lines = lines.filter(|line| !line.starts_with("# yaml-language-server"));
            lines.collect()
        }
        _ => text.to_owned(),
    }
}

/// The last part of the path in small letters, if that can name a layer.
fn name(folder: &Path) -> String {
    let last = folder.file_name().unwrap_or_default();
    let last = last.to_string_lossy().to_lowercase();
    match settings::can_name_a_layer(&last) {
        true => last,
        false => UNNAMED.to_owned(),
    }
}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        let folder = self.folder.display();
        page.line(0, &format!("made {folder}: {} files", FILES.len()));
        for (path, what, _) in FILES {
            page.line(2, path);
            page.line(6, what);
        }
        let next = format!("next: `cd {folder} && concord build samples --out out`");
        page.line(0, &next);
        write!(f, "{page}")
    }
}
