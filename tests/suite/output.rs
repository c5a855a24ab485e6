//! Writing documents: whole or not at all, over one's own files and nobody else's.

mod killed;
mod owners;
mod whole;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use concord::diagnostics::{Diagnostic, Findings};
use concord::output::manifest::{CaseEntry, CaseOutcome, DocumentEntry, Options, Program};
use concord::output::{CaseFiles, Digest, Folder, Output, Written};

/// A case by its file's name, of a family that has this child.
fn case(path: &str, child: &str, files: &[(&str, &str)]) -> CaseFiles {
    let document = |(name, text): &(&str, &str)| DocumentEntry {
        file: (*name).to_owned(),
        document: "court-report".to_owned(),
        reader: "court".to_owned(),
        about: None,
        language: "en".to_owned(),
        edition: "standard".to_owned(),
        pages: Some(1),
        bytes: text.len(),
        sha256: Digest::of(text.as_bytes()),
        mark: "0a1b2c3d".to_owned(),
        view: Digest::of(b"view"),
        made_from: Digest::of(text.as_bytes()),
        uses: Vec::new(),
    };
    let output = |(name, text): &(&str, &str)| Output {
        name: (*name).to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    CaseFiles {
        entry: CaseEntry {
            source: 1,
            path: path.to_owned(),
            from: None,
            id: "LS26P00417".to_owned(),
            sha256: Some(Digest::of(path.as_bytes())),
            family: vec![Digest::of(child.as_bytes())],
            parts: BTreeMap::new(),
            outcome: CaseOutcome::Whole,
            findings: Vec::new(),
            left_out: Vec::new(),
            left_behind: Vec::new(),
            documents: files.iter().map(document).collect(),
        },
        outputs: files.iter().map(output).collect(),
        inputs: BTreeMap::new(),
    }
}

fn open(root: &Path) -> Result<Folder, Diagnostic> {
    opened(root, None)
}

fn opened(root: &Path, takes_over: Option<&str>) -> Result<Folder, Diagnostic> {
    let (program, options) = asked();
    Folder::open(root, program, options, takes_over.map(str::to_owned))
}

/// What every run here is made by and asked for.
fn asked() -> (Program, Options) {
    let program = Program {
        concord: "0.1.0".to_owned(),
        typst: "0.15.1".to_owned(),
        fonts: Digest::of(b"fonts"),
    };
    let options = Options {
        documents: Vec::new(),
        audiences: Vec::new(),
        language: None,
        editions: vec!["standard".to_owned()],
        format: "pdf".to_owned(),
        strict: false,
        given: Vec::new(),
        templates: Vec::new(),
    };
    (program, options)
}

/// One run that writes one case.
fn write(root: &Path, files: CaseFiles) -> Result<Written, Findings> {
    let mut folder = open(root).map_err(Findings::from)?;
    let written = folder.write(files, |_| true)?;
    folder.close(true).map_err(Findings::from)?;
    Ok(written)
}

/// The codes and messages of what was refused.
fn refused(written: Result<Written, Findings>) -> Vec<String> {
    let findings = written.map(drop).expect_err("it is refused").sorted();
    let told = findings.iter().map(|finding| {
        assert!(finding.help.is_some(), "{}", finding.message);
        finding.code.id.to_owned()
    });
    told.collect()
}

/// Every entry of a folder but the manifest's own folder.
fn entries(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder exists");
    let names = entries.map(|entry| entry.expect("it can be listed").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name != ".concord")
        .collect();
    names.sort();
    names
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).expect("the file is there")
}
