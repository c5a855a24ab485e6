//! The end of a trial: the program is run on the case, and has written files or said why not.

use std::collections::BTreeMap;
use std::fs;

use concord::cli::Exit;

use crate::support::{Run, concord};
use crate::trial::Trial;

/// What a run of `concord build` left behind.
pub(crate) struct Outcome {
    pub(crate) run: Run,
    /// What stands in each file, by its name.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Trial {
    /// Builds what is asked for of the case, as a person would.
    pub(crate) fn build(&self) -> Outcome {
        let file = self.file().to_str().expect("a plain path");
        let out = self.out();
        let out = out.to_str().expect("a plain path");
        let run = concord(&[&["build", file, "--out", out], &*self.options()].concat());
        let entries = fs::read_dir(out).into_iter().flatten();
        let paths = entries.map(|entry| entry.expect("an entry").path());
        // The manifest has a folder of its own.
        let files = paths.filter(|path| path.is_file()).map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy();
            (name.into_owned(), fs::read(&path).expect("a file"))
        });
        Outcome {
            run,
            files: files.collect(),
        }
    }
}

impl Outcome {
    /// Everything was made, or else the test stops with what the program said.
    pub(crate) fn done(self) -> Self {
        let Run { exit, out, err } = &self.run;
        assert_eq!(*exit, Exit::Done, "{out}\n{err}");
        self
    }

    /// The file of this name.
    pub(crate) fn file(&self, name: &str) -> &[u8] {
        let file = self.files.get(name);
        file.unwrap_or_else(|| panic!("no `{name}` among {:?}", self.files.keys()))
    }

    /// The files with this ending, as text.
    pub(crate) fn texts(&self, ending: &str) -> Vec<(&str, &str)> {
        let texts = self.files.iter().filter(|(name, _)| name.ends_with(ending));
        let text = |bytes| std::str::from_utf8(bytes).expect("UTF-8");
        texts
            .map(|(name, bytes)| (name.as_str(), text(bytes)))
            .collect()
    }
}
