//! Virtual paths of assets: the same on every machine, and unable to leave the
//! folder they are looked up in.

use std::fmt;

use crate::diagnostics::{Diagnostic, code};

/// A path such as `packs/court-report/document.typ.hbs`: segments joined by `/`, none of
/// them empty, `.` or `..`, none that a file system could read as something else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssetPath(String);

impl AssetPath {
    /// Takes a path as a template or a program writes it.
    ///
    /// # Errors
    /// `A01` where it is absolute, climbs with `..`, or holds an empty segment, a
    /// backslash, a colon or a control character.
    pub fn new(path: impl Into<String>) -> Result<Self, Diagnostic> {
        let path = path.into();
        if path.split('/').all(is_plain) {
            Ok(AssetPath(path))
        } else {
            Err(Diagnostic::new(
                &code::asset::PATH,
                format!(
                    "`{}` is not a path within the templates",
                    path.escape_debug()
                ),
            )
            .help("write names joined by `/`, with no `..` and no `/` at either end"))
        }
    }

    /// The path below this one.
    ///
    /// # Errors
    /// As [`AssetPath::new`].
    pub fn join(&self, below: &str) -> Result<Self, Diagnostic> {
        AssetPath::new(format!("{}/{below}", self.0))
    }

    /// The path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path within a folder of templates.
    pub fn below(&self) -> &str {
        self.0.strip_prefix("templates/").unwrap_or(&self.0)
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// Whether the asset lies in this folder or in one below it.
    pub fn is_within(&self, folder: &AssetPath) -> bool {
        self.0
            .strip_prefix(&folder.0)
            .is_some_and(|rest| rest.starts_with('/'))
    }
}

fn is_plain(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..")
        && !segment.contains(|c: char| matches!(c, '\\' | ':') || c.is_control())
}

impl fmt::Display for AssetPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_escape() {
        let escapes = [
            "", "/etc", "a//b", "../a", "a/../b", "a/.", "a\\b", "c:/x", "a\0", "a/",
        ];
        for path in escapes {
            let finding = AssetPath::new(path).expect_err(path);
            assert_eq!(finding.code.id, "A01", "{path:?}");
        }
    }

    #[test]
    fn a_folder_holds_what_lies_below_it_and_not_its_namesakes() -> Result<(), Diagnostic> {
        let folder = AssetPath::new("packs/a")?;
        assert!(folder.join("x/y.hbs")?.is_within(&folder));
        assert!(!AssetPath::new("packs/ab/y.hbs")?.is_within(&folder));
        assert!(!folder.is_within(&folder));
        assert_eq!(folder.join("x/y.hbs")?.file_name(), "y.hbs");
        Ok(())
    }
}
