//! Which folders stand before the templates of the program, and in which order.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::firm::{self, Read};
use super::setting::Source;
use super::trust;
use crate::assets::{Folder, SETTINGS};
use crate::diagnostics::{Diagnostic, Findings, Pointer, code};

/// A folder of templates that a run uses.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub(super) folder: Folder,
    pub(super) from: Source,
    /// What it says of itself, if it says anything.
    pub(super) settings: Option<Read>,
}

/// The layers of a run, the lowest first: each of these folders, over those that it says it
/// lies over.
///
/// # Errors
/// A `concord.yaml` that cannot be used, `C01` to `C04`.
pub(super) fn stack(tops: Vec<(PathBuf, Source)>) -> Result<Vec<Layer>, Findings> {
    let mut stack: Vec<Layer> = Vec::new();
    let mut known = BTreeSet::new();
    for (folder, from) in tops {
        for layer in chain(folder, from)?.into_iter().rev() {
            if known.insert(real(&layer.folder.path)) {
                stack.push(layer);
            }
        }
    }
    number_unnamed(&mut stack);
    match same_name(&stack) {
        Some(finding) => Err(finding.into()),
        None => Ok(stack),
    }
}

/// A folder and those below it, from the top.
fn chain(folder: PathBuf, from: Source) -> Result<Vec<Layer>, Findings> {
    let found = matches!(from, Source::Settings(_));
    let mut chain: Vec<Layer> = Vec::new();
    let mut next = Some((folder, from));
    while let Some((folder, from)) = next.take() {
        let layer = layer(&folder, from, found)?;
        next = below(&layer)?;
        chain.push(layer);
        if let Some((folder, _)) = &next
            && chain
                .iter()
                .any(|above| real(&above.folder.path) == real(folder))
        {
            return Err(circle(chain.last()).into());
        }
    }
    Ok(chain)
}

fn layer(path: &Path, from: Source, found: bool) -> Result<Layer, Findings> {
    let file = path.join(SETTINGS);
    let settings = match file.exists() {
        true => {
            let file = file.strip_prefix(".").unwrap_or(&file);
            if found {
                trust::check(file)?;
            }
            Some(firm::read(file)?)
        }
        false => None,
    };
    let mut folder = Folder::unnamed(path);
    if let Some(read) = &settings {
        read.firm.name.as_str().clone_into(&mut folder.name);
    }
    Ok(Layer {
        folder,
        from,
        settings,
    })
}

/// The folder that a layer says it lies over.
fn below(layer: &Layer) -> Result<Option<(PathBuf, Source)>, Diagnostic> {
    let Some(read) = &layer.settings else {
        return Ok(None);
    };
    let Some(over) = &read.firm.over else {
        return Ok(None);
    };
    let folder = plain(&layer.folder.path.join(over.as_str()));
    if folder.is_dir() {
        return Ok(Some((folder, Source::Over(over.to_string()))));
    }
    let message = format!("there is no folder `{}`", folder.display());
    let help = "write the path from this file’s folder to the folder of the firm";
    Err(Diagnostic::new(&code::settings::NO_FOLDER, message)
        .at(read.place(&Pointer::root().key("over")))
        .help(help))
}

/// A path without the steps that it takes back: `office/../firm` is `firm`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for step in path.components() {
        let is_back = step.as_os_str() == "..";
        let can_go_back = plain.file_name().is_some();
        match (is_back && can_go_back, step.as_os_str() == ".") {
            (true, _) => drop(plain.pop()),
            (false, true) => {}
            (false, false) => plain.push(step),
        }
    }
    match plain.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => plain,
    }
}

/// The folder itself, however it is called.
fn real(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// `folder`, `folder-2`: layers that say nothing of themselves are told apart.
fn number_unnamed(stack: &mut [Layer]) {
    let unnamed = stack.iter_mut().filter(|layer| layer.settings.is_none());
    for (number, layer) in (2..).zip(unnamed.skip(1)) {
        layer.folder.name = format!("folder-{number}");
    }
}

fn same_name(stack: &[Layer]) -> Option<Diagnostic> {
    let twice = stack.iter().enumerate().find_map(|(at, layer)| {
        let mut before = stack[..at].iter();
        let other = before.find(|other| other.folder.name == layer.folder.name)?;
        Some((other, layer))
    });
    let (other, layer) = twice?;
    let name = &layer.folder.name;
    let at = |layer: &Layer| {
        let read = layer.settings.as_ref()?;
        Some(read.place(&Pointer::root().key("name")))
    };
    let message = format!("two layers are called `{name}`");
    let mut finding = Diagnostic::new(&code::settings::SAME_NAME, message);
    finding.place = at(layer);
    let finding = match at(other) {
        Some(place) => finding.label(place, "the layer below has this name"),
        None => finding,
    };
    Some(finding.help("give the office another name than the firm has"))
}

fn circle(last: Option<&Layer>) -> Diagnostic {
    let message = "this folder lies over itself";
    let mut finding = Diagnostic::new(&code::settings::CIRCLE, message);
    let read = last.and_then(|layer| layer.settings.as_ref());
    finding.place = read.map(|read| read.place(&Pointer::root().key("over")));
    finding.help("take `over:` out of the lowest: what is built in lies below it unasked")
}
