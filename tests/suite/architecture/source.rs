//! A source file as the judgements see it, and the tree of them: the real one or one made up.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::imports::{Import, imports, named_paths};
use super::tokens::{Token, tokens};

/// One file of a tree.
pub(super) struct Source {
    /// Path under the root of the tree, with `/`.
    pub(super) path: String,
    pub(super) text: String,
    /// Its code without comments, texts and tests.
    pub(super) tokens: Vec<Token>,
    /// What it imports by `use`.
    pub(super) imports: Vec<Import>,
    /// The paths it names elsewhere, a single name being a path of one.
    pub(super) named: BTreeSet<Vec<String>>,
}

impl Source {
    fn new(path: String, text: String) -> Self {
        let tokens = tokens(&text);
        let (imports, others) = imports(&tokens);
        Source {
            named: named_paths(&others),
            path,
            text,
            tokens,
            imports,
        }
    }

    /// Its first folder, or its own name where it has none.
    pub(super) fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or(&self.path);
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Whether it lies in this room, folder or file (`view`, `case/reading`, `view/sample`).
    pub(super) fn is_in(&self, place: &str) -> bool {
        let rest = self.path.strip_prefix(place);
        rest.is_some_and(|rest| rest.starts_with(['/', '.']))
    }

    /// The names of the modules from the root to this one.
    pub(super) fn module(&self) -> Vec<String> {
        let stem = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        let stem = stem.strip_suffix("/mod").unwrap_or(stem);
        let names = stem.split('/').filter(|name| *name != "lib");
        names.map(str::to_owned).collect()
    }

    pub(super) fn lines(&self) -> usize {
        self.text.lines().count()
    }
}

/// The files under a folder of the project, in the order of their paths.
pub(super) fn read(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    walk(&root, "", &mut files);
    tree(files)
}

/// Files as they are given, in the order of their paths.
pub(super) fn tree(files: impl IntoIterator<Item = (String, String)>) -> Vec<Source> {
    let files = files.into_iter();
    let mut files: Vec<_> = files.map(|(path, text)| Source::new(path, text)).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let only_for_tests: Vec<_> = files
        .iter()
        .map(|file| !is_declared(&file.module(), &files))
        .collect();
    for (file, _) in files
        .iter_mut()
        .zip(only_for_tests)
        .filter(|(_, tests)| *tests)
    {
        file.tokens.clear();
        file.imports.clear();
        file.named.clear();
    }
    files
}

/// Whether the program has this module, and not its tests alone. A parent that a made-up tree
/// leaves out declares whatever one likes.
fn is_declared(module: &[String], files: &[Source]) -> bool {
    let Some((name, parent)) = module.split_last().filter(|(name, _)| *name != "main") else {
        return true;
    };
    let declares = |file: &Source| {
        let mut pairs = file.tokens.windows(2);
        pairs.any(|pair| pair[0].is("mod") && pair[1].is(name))
    };
    let file = files.iter().find(|file| file.module() == parent);
    file.is_none_or(declares) && is_declared(parent, files)
}

fn walk(folder: &Path, name: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is readable") {
        let path = entry.expect("its entries are readable").path();
        let own = path.file_name().unwrap_or_default().to_string_lossy();
        let name = if name.is_empty() {
            own.into_owned()
        } else {
            format!("{name}/{own}")
        };
        if path.is_dir() {
            walk(&path, &name, files);
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).expect("a source file is readable");
            files.push((name, text));
        }
    }
}
