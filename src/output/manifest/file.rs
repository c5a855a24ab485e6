//! The manifest as a file: what is said once, and then each case on a line of its own, so
//! that a case is read again where it stands and none needs to be held. Where words are kept,
//! each document has a line of its own below that.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::index::{At, Slot};
use super::office::{CaseEntry, Manifest, SCHEMA};
use super::places;
use crate::diagnostics::{Diagnostic, code};
use crate::output::write::not_written;

/// The line before the cases, what stands there where there are none, and the line after.
const CASES: &[u8] = b"  \"cases\": [\n";
const NO_CASES: &[u8] = b"  \"cases\": []\n}";
const END: &[u8] = b"  ]\n";

/// How a line ends that the documents of its case follow, and how the line after them begins.
const DOCUMENTS: &[u8] = b"\"documents\":[\n";
const END_OF_DOCUMENTS: &[u8] = b"    ]}";

/// What the help of a manifest says that cannot be used.
const HELP: &str = "build into another folder; nothing in this one was touched";

/// The lines of a file, one after the other.
struct Lines {
    file: BufReader<File>,
    line: Vec<u8>,
    start: u64,
}

impl Lines {
    /// Whether there is one more.
    fn advance(&mut self) -> io::Result<bool> {
        self.start += self.line.len() as u64;
        self.line.clear();
        Ok(self.file.read_until(b'\n', &mut self.line)? > 0)
    }

    /// Takes the lines of the documents too that follow a case.
    fn with_documents(&mut self) -> io::Result<()> {
        let mut last = 0;
        while self.line.ends_with(DOCUMENTS)
            || last > 0 && !self.line[last..].starts_with(END_OF_DOCUMENTS)
        {
            last = self.line.len();
            if self.file.read_until(b'\n', &mut self.line)? == 0 {
                break;
            }
        }
        Ok(())
    }
}

/// Reads all but the cases, and hands over what must be known of each.
///
/// # Errors
/// `O08`, and `O01` to `O05` where the machine fails.
pub(super) fn read(path: &Path, take: impl FnMut(Slot)) -> Result<Manifest, Diagnostic> {
    let failed = |error: io::Error| not_written(path, &error);
    let mut lines = Lines {
        file: BufReader::new(File::open(path).map_err(failed)?),
        line: Vec::new(),
        start: 0,
    };
    let mut head = Vec::new();
    while lines.advance().map_err(failed)? && lines.line != CASES {
        head.extend_from_slice(&lines.line);
    }
    let has_cases = lines.line == CASES;
    if has_cases {
        head.extend_from_slice(NO_CASES);
    }
    let head = parse(path, &head)?;
    if has_cases {
        cases(&mut lines, path, take)?;
    }
    match head.cases.is_empty() {
        true => Ok(head),
        // An older program wrote the cases among the rest.
        false => Err(of_another(path, "it has no line for each case")),
    }
}

/// The cases, to the line that ends them.
fn cases(lines: &mut Lines, path: &Path, mut take: impl FnMut(Slot)) -> Result<(), Diagnostic> {
    loop {
        let next = lines.advance().and_then(|next| {
            lines.with_documents()?;
            Ok(next)
        });
        let is_cut = !next.map_err(|error| not_written(path, &error))?;
        if lines.line == END {
            return Ok(());
        }
        let brief = serde_json::from_slice(case_of(&lines.line)).ok();
        let brief = brief.filter(|_| !is_cut);
        take(Slot {
            brief: brief.ok_or_else(|| damaged(path))?,
            at: At {
                in_journal: false,
                start: lines.start,
                length: lines.line.len(),
            },
        });
    }
}

/// What stands in a place of a file.
pub(super) fn at(path: &Path, at: At) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(at.start))?;
    let mut line = vec![0; at.length];
    file.read_exact(&mut line)?;
    Ok(line)
}

/// The case of a line, without what parts it from the next.
pub(super) fn case_of(line: &[u8]) -> &[u8] {
    let line = line.trim_ascii();
    line.strip_suffix(b",").unwrap_or(line)
}

/// Writes a manifest whose head has no cases in the place of what stands there.
///
/// # Errors
/// `O01` to `O05`, and what keeps a case from being read.
pub(super) fn write(
    path: &Path,
    head: &Manifest,
    cases: impl Iterator<Item = Result<CaseEntry, Diagnostic>>,
) -> Result<(), Diagnostic> {
    let failed = |error: io::Error| not_written(path, &error);
    let folder = path.parent().unwrap_or(Path::new("."));
    let keys = places::among(head.inputs.keys());
    let text = serde_json::to_string_pretty(head).map_err(|error| failed(error.into()))?;
    let text = text.strip_suffix("]\n}").unwrap_or(&text);
    let file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    let mut to = BufWriter::new(file);
    to.write_all(text.as_bytes()).map_err(failed)?;
    let mut between = "\n";
    for case in cases {
        let mut case = case?;
        let line = match head.options.keeps_words() {
            true => with_lines(case),
            false => {
                places::pack(&mut case, &keys);
                serde_json::to_string(&case)
            }
        };
        let line = line.map_err(|error| failed(error.into()))?;
        write!(to, "{between}    {line}").map_err(failed)?;
        between = ",\n";
    }
    let end = if between == "\n" {
        "]\n}\n"
    } else {
        "\n  ]\n}\n"
    };
    to.write_all(end.as_bytes()).map_err(failed)?;
    let file = to
        .into_inner()
        .map_err(|error| failed(error.into_error()))?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// A case with a line for each document.
fn with_lines(mut case: CaseEntry) -> serde_json::Result<String> {
    places::pack_as_marks(&mut case);
    let documents = std::mem::take(&mut case.documents).into_iter();
    let documents = documents.map(|document| serde_json::to_string(&document));
    let documents = documents.collect::<serde_json::Result<Vec<_>>>()?;
    let text = serde_json::to_string(&case)?;
    match text.strip_suffix("]}") {
        Some(head) if !documents.is_empty() => {
            let documents = documents.join(",\n      ");
            Ok(format!("{head}\n      {documents}\n    ]}}"))
        }
        _ => Ok(text),
    }
}

/// A manifest, all of it; its documents use places.
///
/// # Errors
/// `O08`.
pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Manifest, Diagnostic> {
    if let Ok(known) = serde_json::from_slice::<Manifest>(bytes)
        && known.schema == SCHEMA
    {
        return Ok(known);
    }
    let form = |value: &serde_json::Value| {
        let schema = value.get("schema").and_then(serde_json::Value::as_str);
        schema.map(str::to_owned)
    };
    let tree: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
    let tree = tree.ok_or_else(|| damaged(path))?;
    match form(&tree) {
        Some(known) if known == SCHEMA => Err(of_another(path, "this one writes it otherwise")),
        Some(other) => {
            let what = format!("it is of the form `{other}`, and this one reads `{SCHEMA}`");
            Err(of_another(path, &what))
        }
        None => Err(damaged(path)),
    }
}

/// `O08` for a manifest that is sound, and of another version of this program.
fn of_another(path: &Path, what: &str) -> Diagnostic {
    let message = format!(
        "`{}` was made by an older or a later Concord, or changed since: {what}",
        path.display()
    );
    Diagnostic::new(&code::output::MANIFEST, message).help(
        "build into another folder, or go on in this one with the Concord that made it, which \
         its `program` names; nothing in it was touched",
    )
}

/// `O08`: it is no manifest, or one that is whole and not as this program writes it.
pub(super) fn damaged(path: &Path) -> Diagnostic {
    let whole = std::fs::read(path).ok();
    let tree = whole.and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok());
    if tree.is_some_and(|tree| tree.get("schema").is_some()) {
        return of_another(path, "this one writes it otherwise");
    }
    let message = format!("`{}` is damaged", path.display());
    Diagnostic::new(&code::output::MANIFEST, message).help(HELP)
}
