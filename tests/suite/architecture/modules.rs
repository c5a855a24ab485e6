//! From a path to the file that defines what it names, through whatever hands it on.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::Import;
use super::source::Source;

/// How often a name may be handed on before it is taken to go in a ring.
const HANDS: usize = 12;

/// Where a path leads.
#[derive(Debug, PartialEq)]
pub(super) enum Target {
    /// To these modules and names of ours, from the root on.
    Inside(Vec<String>),
    /// To another crate.
    Outside(Vec<String>),
}

/// The modules of a tree.
pub(super) struct Modules<'a> {
    files: &'a [Source],
    of: BTreeMap<Vec<String>, usize>,
    /// Folders count as modules even where a made-up tree has no file for them.
    known: BTreeSet<Vec<String>>,
}

impl<'a> Modules<'a> {
    pub(super) fn of(files: &'a [Source]) -> Self {
        let modules = files.iter().enumerate();
        let of: BTreeMap<_, _> = modules.map(|(at, file)| (file.module(), at)).collect();
        let prefixes = |module: &Vec<String>| {
            (0..=module.len())
                .map(|n| module[..n].to_vec())
                .collect::<Vec<_>>()
        };
        let known = of.keys().flat_map(prefixes).collect();
        Modules { files, of, known }
    }

    /// Every path that a file names, imported or written out.
    pub(super) fn targets(&self, file: &Source) -> Vec<Target> {
        let imported = file
            .imports
            .iter()
            .map(|import| self.imported(file, import));
        let written = file.named.iter().filter(|path| path.len() > 1);
        imported
            .chain(written.map(|path| self.target(file, path)))
            .collect()
    }

    /// The other files whose names a file uses. A name that is only handed on is not used.
    pub(super) fn arrows(&self, file: &Source) -> BTreeSet<usize> {
        let is_used = |import: &&Import| {
            !import.shared || file.named.iter().any(|path| path[0] == import.name)
        };
        let imported = file
            .imports
            .iter()
            .filter(is_used)
            .map(|import| self.imported(file, import));
        let written = file
            .named
            .iter()
            .filter(|path| path.len() > 1)
            .map(|path| self.target(file, path));
        let defined = imported.chain(written).filter_map(|target| match target {
            Target::Inside(path) => self.file_of(&path, HANDS),
            Target::Outside(_) => None,
        });
        defined
            .filter(|at| self.files[*at].path != file.path)
            .collect()
    }

    fn imported(&self, file: &Source, import: &Import) -> Target {
        let first = &import.path[0];
        match file
            .imports
            .iter()
            .find(|other| other.name == *first && other.path != import.path)
        {
            // `use super::other; use other::Name;`
            Some(other) if !self.is_child(file, first) && other.path.len() > 1 => {
                let path = [&other.path[..], &import.path[1..]].concat();
                self.absolute(file, &path)
            }
            _ => self.absolute(file, &import.path),
        }
    }

    /// Where a path written in the code of a file leads.
    fn target(&self, file: &Source, path: &[String]) -> Target {
        let import = file.imports.iter().find(|import| import.name == path[0]);
        match import {
            Some(import) if path.len() == 1 || !self.is_child(file, &path[0]) => {
                match self.imported(file, import) {
                    Target::Inside(stem) => Target::Inside([&stem[..], &path[1..]].concat()),
                    Target::Outside(stem) => Target::Outside([&stem[..], &path[1..]].concat()),
                }
            }
            _ => self.absolute(file, path),
        }
    }

    fn is_child(&self, file: &Source, name: &str) -> bool {
        let mut module = file.module();
        module.push(name.to_owned());
        self.known.contains(&module)
    }

    fn absolute(&self, file: &Source, path: &[String]) -> Target {
        let mut module = file.module();
        let mut rest = path;
        while let [first, others @ ..] = rest {
            match first.as_str() {
                "crate" => module.clear(),
                "self" => {}
                "super" => drop(module.pop()),
                _ => break,
            }
            rest = others;
        }
        let is_ours = rest.len() < path.len() || self.is_child(file, &path[0]);
        if is_ours {
            module.extend_from_slice(rest);
            return Target::Inside(module);
        }
        Target::Outside(path.to_vec())
    }

    /// The file that defines what a path from the root names; none for a module as such.
    fn file_of(&self, path: &[String], hands: usize) -> Option<usize> {
        let inner = (0..=path.len())
            .rev()
            .find(|n| self.known.contains(&path[..*n]))?;
        let [name, ..] = &path[inner..] else {
            // A module, unless a name of its parent is spelt the same (`compare::compare`).
            let (name, parent) = path.split_last()?;
            let parent = *self.of.get(parent)?;
            return self.handed_on(parent, name, &[], hands);
        };
        if name == "*" {
            return self.of.get(&path[..inner]).copied();
        }
        let here = *self.of.get(&path[..inner])?;
        let rest = &path[inner + 1..];
        self.handed_on(here, name, rest, hands).or(Some(here))
    }

    /// The file that defines a name which another file has by `use`.
    fn handed_on(&self, file: usize, name: &str, rest: &[String], hands: usize) -> Option<usize> {
        let file = &self.files[file];
        let import = file.imports.iter().find(|import| import.name == name)?;
        match self.imported(file, import) {
            Target::Inside(path) if hands > 0 => {
                self.file_of(&[&path[..], rest].concat(), hands - 1)
            }
            _ => None,
        }
    }
}
