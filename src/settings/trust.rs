//! Who else may write the settings that were found above a case: they choose what its
//! documents say.
//!
//! What a run names itself is not asked about. Where a system has no owners and modes, nobody
//! can be told.

use std::path::Path;

use crate::diagnostics::Diagnostic;

/// Whether a `concord.yaml` that was found, or its folder, may be written by somebody else.
///
/// # Errors
/// `C02` where it may.
#[cfg(unix)]
pub(super) fn check(settings: &Path) -> Result<(), Diagnostic> {
    let folder = settings
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    of_unix::check(settings)?;
    of_unix::check(folder.unwrap_or(Path::new(".")))
}

/// Whether a `concord.yaml` that was found may be written by somebody else: not known here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(super) fn check(_: &Path) -> Result<(), Diagnostic> {
    Ok(())
}

#[cfg(unix)]
mod of_unix {
    use std::fs::{self, Metadata};
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;

    use crate::diagnostics::{Diagnostic, code};

    const BY_ALL: u32 = 0o002;
    const BY_GROUP: u32 = 0o020;
    /// What stands in such a folder can be taken away only by whoever put it there.
    const STICKY: u32 = 0o1000;

    pub(super) fn check(path: &Path) -> Result<(), Diagnostic> {
        // One that cannot be looked at cannot be read either, and is told then.
        let Ok(found) = fs::metadata(path) else {
            return Ok(());
        };
        let shown = path.display();
        match fault(&found) {
            None => Ok(()),
            Some((who, mend)) => Err(Diagnostic::new(
                &code::settings::WRITABLE,
                format!("{who} `{shown}`, and your documents are made by it"),
            )
            .help(format!(
                "{mend} `{shown}`, or name the templates yourself with `--templates`"
            ))),
        }
    }

    fn fault(found: &Metadata) -> Option<(&'static str, &'static str)> {
        let (mode, owner) = (found.mode(), found.uid());
        let own = rustix::process::geteuid().as_raw();
        if mode & BY_ALL != 0 && !(found.is_dir() && mode & STICKY != 0) {
            return Some(("everybody on this machine may write", "`chmod o-w`"));
        }
        // A group of one's own has the number of its one member.
        if mode & BY_GROUP != 0 && found.gid() != owner {
            return Some(("others of your group may write", "`chmod g-w`"));
        }
        let is_strange = owner != own && owner != 0 && own != 0;
        is_strange.then_some(("somebody else owns", "make it yours: `chown`"))
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    #[test]
    fn what_everybody_may_write_is_refused() {
        use super::*;
        use std::fs::{self, Permissions};
        use std::os::unix::fs::PermissionsExt;

        let home = tempfile::tempdir().expect("a temporary folder");
        let settings = home.path().join("concord.yaml");
        fs::write(&settings, "").expect("room for it");
        let with = |path: &Path, mode| {
            fs::set_permissions(path, Permissions::from_mode(mode)).expect("it is ours");
            let told = check(&settings).err().map(|finding| finding.message);
            told.map(|told| told.replace(&home.path().display().to_string(), "firm"))
        };
        let told = |path| {
            let choice = "and your documents are made by it";
            Some(format!(
                "everybody on this machine may write `{path}`, {choice}"
            ))
        };
        assert_eq!(with(&settings, 0o644), None);
        assert_eq!(with(&settings, 0o646), told("firm/concord.yaml"));
        assert_eq!(with(&settings, 0o600), None);
        assert_eq!(with(home.path(), 0o777), told("firm"));
        assert_eq!(with(home.path(), 0o1777), None);
        assert_eq!(with(home.path(), 0o700), None);
    }
}
