//! The pictures a case names: files beside the case file, or in a folder below it.
//!
//! They are read once, when the case is examined, so that a missing drawing is told with
//! everything else that is wrong with the case and what is typeset is what was looked at.
//! A picture that its child shares with nobody is never opened.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::Case;
use super::child_voice::Share;
use crate::diagnostics::Pointer;
use crate::diagnostics::{Diagnostic, Findings, code};
use crate::pictures;
use crate::reading::Places;

/// By the name that the case has for them.
pub(crate) type Pictures = BTreeMap<String, Vec<u8>>;

/// Reads every picture of a case that somebody may see; what cannot be taken is found.
pub(crate) fn read(
    case: &Case,
    case_file: &Path,
    places: &Places,
    findings: &mut Findings,
) -> Pictures {
    let mut pictures = Pictures::new();
    for (pointer, name) in named(case) {
        let taken = bytes(case_file, name).and_then(acceptable);
        match taken {
            Ok(bytes) => drop(pictures.insert(name.to_owned(), bytes)),
            Err(finding) => findings.push(finding.at(places.nearest(&pointer))),
        }
    }
    pictures
}

/// The names of the pictures that are shared with somebody, and where they stand.
fn named(case: &Case) -> impl Iterator<Item = (Pointer, &str)> {
    let voices = case.child_voice.iter().enumerate();
    voices.filter_map(|(index, voice)| {
        let letter = voice.letter.as_ref()?;
        let shown = letter.exists && letter.share != Share::No;
        let image = letter.image.as_ref().filter(|_| shown)?;
        let voice = Pointer::root().key("child_voice").item(index);
        Some((voice.key("letter").key("image"), image.as_str()))
    })
}

fn bytes(case_file: &Path, name: &str) -> Result<Vec<u8>, Diagnostic> {
    let file = beside(case_file, name)?;
    let mut bytes = Vec::new();
    // One byte more than is taken, so that a larger file is seen to be larger.
    let most = pictures::LARGEST_FILE as u64 + 1;
    let read = File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|_| unreadable("the picture cannot be read"))?;
    Ok(bytes)
}

/// The file of this name, if it is one, and neither the name nor a link in it leads out of
/// the folder of the case.
fn beside(case_file: &Path, name: &str) -> Result<PathBuf, Diagnostic> {
    let is_plain = |part| matches!(part, Component::Normal(_));
    if !Path::new(name).components().all(is_plain) || name.contains('\\') {
        return Err(unreadable(
            "the picture is named by a path that leaves the folder of the case file",
        ));
    }
    let absent = |_| unreadable("the picture is not beside the case file");
    let folder = match case_file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).map_err(absent)?;
    let file = fs::canonicalize(folder.join(name)).map_err(absent)?;
    if !file.starts_with(&folder) {
        return Err(unreadable(
            "the picture is a link that leaves the folder of the case file",
        ));
    }
    if !file.is_file() {
        return Err(unreadable("the picture is not a file"));
    }
    Ok(file)
}

fn acceptable(bytes: Vec<u8>) -> Result<Vec<u8>, Diagnostic> {
    match pictures::refusal_from_case(&bytes) {
        None => Ok(bytes),
        Some(reason) => {
            let message = format!("the picture {reason}");
            Err(Diagnostic::new(&code::typesetting::IMAGE, message)
                .help("save it as a PNG or a JPEG"))
        }
    }
}

fn unreadable(message: &str) -> Diagnostic {
    Diagnostic::new(&code::model::NO_PICTURE, message)
        .help("put the file beside the case file, and write its name alone")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("case");
        fs::create_dir(&below).expect("a folder below it");
        for file in [folder.path().join("outside.png"), below.join("drawing.png")] {
            fs::write(file, "bytes").expect("a file");
        }
        match bytes(&below.join("case.yaml"), name) {
            Ok(bytes) => String::from_utf8(bytes).expect("what was written"),
            Err(finding) => finding.message,
        }
    }

    #[test]
    fn a_picture_is_read_from_beside_the_case_file_alone() {
        assert_eq!(said("drawing.png"), "bytes");
        assert_eq!(
            said("absent.png"),
            "the picture is not beside the case file"
        );
        for name in ["../outside.png", "/etc/hostname", "a/../../outside.png"] {
            let message = said(name);
            assert!(
                message.ends_with("leaves the folder of the case file"),
                "{name}: {message}"
            );
        }
    }
}
