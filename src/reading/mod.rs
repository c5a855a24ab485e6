//! The guarded front of every YAML file that somebody else writes, a case or a locale:
//! bytes in, an accepted text and its tree out.
//!
//! No YAML library is trusted with a stranger's file. Limits come first; then
//! whatever could hide (control and direction characters), multiply (aliases) or
//! change meaning (tags, merge keys, duplicate keys) is refused where it stands;
//! and no scalar is guessed to be a number or a truth: `NO`, `012` and `1.10` stay
//! as they were written until the model says what they are.
//!
//! Floor 0: imports `diagnostics` alone.

mod characters;
mod events;
mod growth;
mod limits;
mod places;
mod quotes;
mod subject;
mod syntax;
mod table;
mod text;
mod tree;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::time::Duration;

pub use limits::{DEEPEST, LARGEST_FILE, LONGEST_KEY, LONGEST_VALUE, MOST_NODES};
pub use places::Places;
pub use subject::Subject;
pub(crate) use table::table;
pub use tree::{Content, Entry, Node};

use crate::diagnostics::{Diagnostic, Findings, SourceFile, code};

/// A text that passed the guard, and what stands where in it.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The accepted text: without byte order mark, with `\n` line ends, in NFC. Every
    /// place is a place in this text.
    pub file: Arc<SourceFile>,
    /// Its values in the order of the file, as they were written.
    pub tree: Arc<Node>,
    /// Where each of them stands.
    pub places: Places,
}

impl Accepted {
    /// The same text with other values, each of which has a place in it.
    #[must_use]
    pub fn with_tree(&self, tree: Node) -> Self {
        let (file, tree) = (Arc::clone(&self.file), Arc::new(tree));
        let places = Places::new(Arc::clone(&file), Arc::clone(&tree));
        Accepted { file, tree, places }
    }
}

/// Reads a case file from disk; of a file that is too large, no more than the limit.
///
/// # Errors
/// `Y01` where it cannot be opened or read, else as [`accept`].
pub fn read(path: &Path) -> Result<Accepted, Findings> {
    read_as(path, Subject::Case)
}

/// Reads a file from disk; of one that is too large, no more than the limit.
///
/// # Errors
/// As [`read`].
pub fn read_as(path: &Path, subject: Subject) -> Result<Accepted, Findings> {
    let name = path.display().to_string();
    let bytes = bytes(path).map_err(|error| unreadable(&name, &error))?;
    accept(&name, &bytes, subject)
}

/// How long something that is no file on a disk may keep us waiting for its first byte and
/// for its last.
const PATIENCE: Duration = Duration::from_secs(10);

/// What stands in a file; of a pipe, what somebody writes into it.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if std::fs::metadata(path)?.is_file() {
        return up_to_the_limit(File::open(path)?);
    }
    let path = path.to_owned();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        // Whoever waited for it may have gone.
        let _ = tell.send(File::open(path).and_then(up_to_the_limit));
    });
    told.recv_timeout(PATIENCE)
        .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

/// All that can be read, or one byte more than is accepted.
///
/// # Errors
/// Those of the stream.
pub fn up_to_the_limit(stream: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream
        .take(LARGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Takes the bytes of a file under the name a reader knows it by.
///
/// # Errors
/// `Y02`–`Y15`, each with its place: every finding of a kind that leaves the rest of
/// the file readable, or the one that does not.
pub fn accept(name: &str, bytes: &[u8], subject: Subject) -> Result<Accepted, Findings> {
    let file = SourceFile::new(name, text::decode(name, bytes)?);
    characters::check(&file)?;
    let tree = Arc::new(events::grow(&file, subject)?);
    if subject != Subject::Case {
        quotes::curly(&file, &tree)?;
    }
    let places = Places::new(Arc::clone(&file), Arc::clone(&tree));
    Ok(Accepted { file, tree, places })
}

fn unreadable(name: &str, error: &io::Error) -> Findings {
    let help = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file: check the path",
        io::ErrorKind::PermissionDenied => "you may not read it: check its permissions",
        io::ErrorKind::IsADirectory => "it is a folder: name a file in it",
        io::ErrorKind::TimedOut => "it is a pipe into which nobody writes: name a file",
        _ => "check the disk or the network drive it lies on",
    };
    Diagnostic::new(
        &code::reading::NOT_FOUND,
        format!("`{name}` cannot be read"),
    )
    .help(help)
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_one_finding_without_a_place() {
        let findings = read(Path::new("no/such/case.yaml")).expect_err("there is no such file");
        let finding = findings.iter().next().expect("it says so");
        assert_eq!(finding.short(), "Y01: `no/such/case.yaml` cannot be read");
        assert_eq!(
            finding.help.as_deref(),
            Some("there is no such file: check the path")
        );
    }

    #[test]
    fn a_folder_is_not_a_case() {
        let findings = read(Path::new(".")).expect_err("a folder");
        assert_eq!(findings.iter().next().map(|f| f.code.id), Some("Y01"));
    }
}
