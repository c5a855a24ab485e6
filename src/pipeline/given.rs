//! A case file as it was given: which of the paths on the command line it came from, and
//! what it is called below that.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::Findings;
use crate::reading::{self, Accepted, Subject};

/// A case file, and how the manifest calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Where it is read from.
    pub file: PathBuf,
    /// Which of the given paths it came from, from 1.
    pub source: usize,
    /// Its path below the folder that was given, with `/` between folders. A file that was
    /// given itself is called as it was written, without the way up out of the working
    /// folder; of an absolute path the last folder and the file are kept, since nothing of
    /// the machine goes into a manifest.
    pub path: String,
    /// The folder or file as it was given, from which the same can be found again in the same
    /// working folder; none where that would tell of the machine.
    pub from: Option<String>,
    /// What stands in it, where it is no file.
    pub bytes: Option<Arc<Vec<u8>>>,
}

impl Given {
    /// A file that was named itself.
    pub fn itself(file: &Path, source: usize) -> Self {
        let mut parts = plain(file);
        if file.is_absolute() {
            parts.drain(..parts.len().saturating_sub(2));
        }
        Given {
            file: file.to_owned(),
            source,
            path: parts.join("/"),
            from: Given::written(file),
            bytes: None,
        }
    }

    /// What came in another way than as a file, and is called so.
    pub fn called(name: &Path, bytes: Vec<u8>, source: usize) -> Self {
        Given {
            from: None,
            bytes: Some(Arc::new(bytes)),
            ..Given::itself(name, source)
        }
    }

    /// A file below a folder that was named.
    pub fn below(folder: &Path, file: &Path, source: usize) -> Self {
        let below = file.strip_prefix(folder).unwrap_or(file);
        Given {
            file: file.to_owned(),
            source,
            path: plain(below).join("/"),
            from: Given::written(folder),
            bytes: None,
        }
    }

    /// Its text, wherever it comes from.
    ///
    /// # Errors
    /// As [`reading::read`].
    pub(crate) fn read(&self) -> Result<Accepted, Findings> {
        match &self.bytes {
            None => reading::read(&self.file),
            Some(bytes) => {
                let name = self.file.display().to_string();
                reading::accept(&name, bytes, Subject::Case)
            }
        }
    }

    /// A path as it was written, unless it begins at the root of the machine.
    pub fn written(path: &Path) -> Option<String> {
        let mut parts = path.components();
        let is_of_the_machine =
            parts.any(|part| matches!(part, Component::RootDir | Component::Prefix(_)));
        (!is_of_the_machine).then(|| path.to_string_lossy().into_owned())
    }
}

fn plain(path: &Path) -> Vec<String> {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_called_without_the_machine_it_lies_on() {
        let itself = |file: &str| Given::itself(Path::new(file), 1).path;
        assert_eq!(itself("york/case.yaml"), "york/case.yaml");
        assert_eq!(itself("./case.yaml"), "case.yaml");
        assert_eq!(itself("../../york/case.yaml"), "york/case.yaml");
        assert_eq!(itself("/home/alex/york/case.yaml"), "york/case.yaml");
        let folder = Path::new("/srv/cases");
        let below = Given::below(folder, &folder.join("north/1.yaml"), 2);
        assert_eq!((below.path.as_str(), below.source), ("north/1.yaml", 2));
        assert_eq!(below.from, None);
        let below = Given::below(Path::new("cases"), Path::new("cases/1.yaml"), 1);
        assert_eq!(below.from.as_deref(), Some("cases"));
    }
}
