//! The end of a trial: the program is run on the case, and has written files or said why not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use concord::cli::Exit;

use crate::support::{Run, concord};
use crate::trial::Trial;

/// What a run of `concord build` left behind.
pub(crate) struct Outcome {
    pub(crate) run: Run,
    /// What stands in each document, by its name below the output folder.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What leaves with each reader's folder, by the same names.
    pub(crate) handed_over: BTreeMap<String, Vec<u8>>,
    /// What the office keeps of the run.
    pub(crate) manifest: Option<Vec<u8>>,
}

impl Trial {
    /// Builds what is asked for of the case, as a person would.
    pub(crate) fn build(&self) -> Outcome {
        self.build_over(&[])
    }

    /// The same with the templates of the firm.
    pub(crate) fn build_with_firm(&self) -> Outcome {
        let firm = self.own_templates().to_str().expect("a plain path");
        self.build_over(&["--templates", firm])
    }

    fn build_over(&self, templates: &[&str]) -> Outcome {
        let file = self.file().to_str().expect("a plain path");
        let out = self.out();
        let out = out.to_str().expect("a plain path");
        let arguments = [&["build", file, "--out", out], &*self.options(), templates].concat();
        let run = concord(&arguments);
        let mut files = BTreeMap::new();
        files_below(Path::new(out), "", &mut files);
        let manifest = fs::read(Path::new(out).join(".concord/manifest.json")).ok();
        let handed_over = files.extract_if(.., |name, _| name.ends_with("/manifest.json"));
        let handed_over = handed_over.collect();
        Outcome {
            run,
            files,
            handed_over,
            manifest,
        }
    }
}

/// The files of a folder by their names below it; the manifest's own folder is passed over.
fn files_below(folder: &Path, above: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let name = format!("{above}{name}");
        if path.is_file() {
            files.insert(name, fs::read(&path).expect("a file"));
        } else if name != ".concord" {
            files_below(&path, &format!("{name}/"), files);
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
