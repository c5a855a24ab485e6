//! The cases of a run that has not ended, one on each line, so that a kill loses none that
//! is whole, and a run over thousands writes each of them once.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::index::{At, Brief, Index, Slot};
use super::office::{CaseEntry, Input};

/// One case, as a run recorded it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    /// The case.
    pub(super) case: CaseEntry,
    /// The inputs of its documents that were not known before.
    pub(super) inputs: BTreeMap<String, Input>,
}

impl Line {
    /// Enters the case and what is new among the inputs into what is known of a folder.
    pub(super) fn enter(self, at: At, index: &mut Index, known: &mut BTreeMap<String, Input>) {
        known.extend(self.inputs);
        let brief = Brief::of(&self.case);
        index.put(Slot { brief, at });
    }
}

/// The journal of an output folder, and how far this run has read it.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    read: u64,
}

impl Journal {
    pub(super) fn at(path: PathBuf) -> Self {
        Journal { path, read: 0 }
    }

    pub(super) fn path(&self) -> &PathBuf {
        &self.path
    }

    /// What was recorded since this was asked last, by this run or another, and where. A line
    /// that a kill cut short is of a case that was not whole.
    pub(super) fn news(&mut self, mut take: impl FnMut(Line, At)) -> io::Result<()> {
        let mut file = match File::open(&self.path) {
            Ok(file) => BufReader::new(file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        file.seek(SeekFrom::Start(self.read))?;
        let mut line = Vec::new();
        while file.read_until(b'\n', &mut line)? > 0 && line.ends_with(b"\n") {
            let at = At {
                in_journal: true,
                start: self.read,
                length: line.len(),
            };
            self.read += line.len() as u64;
            if let Ok(line) = serde_json::from_slice(&line) {
                take(line, at);
            }
            line.clear();
        }
        Ok(())
    }

    /// Records a case; it is on the disk when this returns. Says where it stands, unless there is
    /// something before it that this run has not read, of another run or cut short.
    pub(super) fn append(&mut self, line: &Line) -> io::Result<Option<At>> {
        let mut text = serde_json::to_string(line).map_err(io::Error::other)?;
        text.push('\n');
        let mut options = OpenOptions::new();
        options.create(true).append(true).read(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&self.path)?;
        let is_read = file.metadata()?.len() == self.read;
        // What a kill cut short would swallow the line that follows it. What is read is whole.
        if !is_read && !ends_whole(&mut file)? {
            file.write_all(b"\n")?;
        }
        file.write_all(text.as_bytes())?;
        file.sync_data()?;
        if !is_read {
            return Ok(None);
        }
        let at = At {
            in_journal: true,
            start: self.read,
            length: text.len(),
        };
        self.read += text.len() as u64;
        Ok(Some(at))
    }

    /// Forgets what the manifest has taken in.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        self.read = 0;
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

fn ends_whole(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}
