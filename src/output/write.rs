//! What every write goes by: a reader only ever finds a whole file, readable by its owner
//! alone, as are the folders made here. A case is confidential, and who else may read it is
//! for its owner to say.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::diagnostics::{Code, Diagnostic, code};

/// A finished document that is not yet a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its file name, from [`Names`](super::Names).
    pub name: String,
    /// What is to stand in the file.
    pub bytes: Vec<u8>,
}

fn stage(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new()
        .prefix(".concord-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Writes a new file, whole or not at all.
///
/// # Errors
/// `O07` where something of that name stands already: it is left as it is. Else `O01` to
/// `O05`.
pub fn create(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Diagnostic> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    // Nothing here was asked for with `--out`.
    let elsewhere = |finding: Diagnostic| match *finding.code == code::output::DISK_FULL {
        true => finding,
        false => finding.help("name another, where you may write"),
    };
    make_folder(folder).map_err(elsewhere)?;
    let not_written = |error| elsewhere(not_written(path, &error));
    let file = stage(folder, content.as_ref()).map_err(not_written)?;
    match file.persist_noclobber(path) {
        Ok(_) => flush_folder(folder).map_err(|error| elsewhere(folder_finding(folder, &error))),
        Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(already_there(path))
        }
        Err(failed) => Err(not_written(failed.error)),
    }
}

/// Adds a text at the end of a file, which is made if it is not there.
///
/// # Errors
/// `O01` to `O05`.
pub fn append(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let mut options = fs::OpenOptions::new();
    options.create(true).append(true);
    let added = options
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    added.map_err(|error| not_written(path, &error))
}

/// Writes a text into a file, whole or not at all, in the place of what stands there.
///
/// # Errors
/// `O01` to `O05`.
pub fn replace(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    let file = stage(folder, text.as_bytes()).map_err(|error| not_written(path, &error))?;
    let persisted = file.persist(path);
    persisted.map_err(|failed| not_written(path, &failed.error))?;
    flush_folder(folder).map_err(|error| folder_finding(folder, &error))
}

/// Takes a file away.
///
/// # Errors
/// `O05`.
pub fn remove(path: &Path) -> Result<(), Diagnostic> {
    fs::remove_file(path).map_err(|error| not_written(path, &error))
}

/// Makes a folder for pictures, in which there is nothing yet.
///
/// # Errors
/// `O27` where something is in it, or where it lies among the documents; else `O01` to `O03`.
pub fn folder_for_pictures(folder: &Path, documents: &Path) -> Result<(), Diagnostic> {
    let refused = |why: &str| {
        let message = format!("pictures cannot be put into `{}`, {why}", folder.display());
        Diagnostic::new(&code::output::PICTURES, message)
            .help("name a folder that is not there yet, outside the folder of documents")
    };
    let here = |folder: &Path| match folder == Path::new("") {
        true => fs::canonicalize("."),
        false => fs::canonicalize(folder),
    };
    let below = folder.ancestors().find_map(|above| here(above).ok());
    let documents = here(documents).ok();
    if below
        .zip(documents)
        .is_some_and(|(below, all)| below.starts_with(all))
    {
        return Err(refused("which lies among the documents"));
    }
    make_folder(folder)?;
    let mut entries = fs::read_dir(folder).map_err(|error| folder_finding(folder, &error))?;
    match entries.next() {
        None => Ok(()),
        Some(_) => Err(refused("which is not empty")),
    }
}

/// `O07`: something stands where a new file is to be.
pub fn already_there(path: &Path) -> Diagnostic {
    Diagnostic::new(
        &code::output::ALREADY_THERE,
        format!("`{}` stands there already", path.display()),
    )
    .help("name another file, or move that one away")
}

pub(super) fn make_folder(folder: &Path) -> Result<(), Diagnostic> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .map_err(|error| folder_finding(folder, &error))
}

/// What stands on the way to a file below a folder and is a link, or no folder.
pub(super) fn link_on_the_way(root: &Path, name: &Path) -> Option<PathBuf> {
    let mut on_the_way = name.ancestors().skip(1).map(|folder| root.join(folder));
    on_the_way.find(|folder| {
        let is_root = folder == root || folder == &root.join("");
        let there = fs::symlink_metadata(folder).ok().filter(|_| !is_root);
        there.is_some_and(|there| !there.is_dir())
    })
}

/// A rename outlives a power cut only once its folder is on the disk as well.
#[cfg(unix)]
pub(super) fn flush_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// Elsewhere the file system keeps renames by itself, and a folder cannot be opened.
#[cfg(not(unix))]
pub(super) fn flush_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

pub(super) fn folder_finding(folder: &Path, error: &io::Error) -> Diagnostic {
    let shown = folder.display();
    match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => Diagnostic::new(
            &code::output::NOT_A_FOLDER,
            format!("`{shown}` cannot be a folder, because a file stands in its way"),
        )
        .help("name another folder with `--out`, or move the file away"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => disk_full(folder),
        _ => because(
            &code::output::FOLDER,
            &format!("`{shown}` cannot be made or written to"),
            error,
        )
        .help("name a folder with `--out` in which you may write"),
    }
}

pub(super) fn not_written(target: &Path, error: &io::Error) -> Diagnostic {
    let folder = target.parent().unwrap_or(target);
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => disk_full(folder),
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::NotFound => folder_finding(folder, error),
        _ => because(
            &code::output::NOT_WRITTEN,
            &format!("`{}` could not be written", target.display()),
            error,
        )
        .help("what stood there before is untouched; mend the cause and build again"),
    }
}

fn disk_full(folder: &Path) -> Diagnostic {
    Diagnostic::new(
        &code::output::DISK_FULL,
        format!(
            "there is no room left on the disk that holds `{}`",
            folder.display()
        ),
    )
    .help("make room and build again; what stood there before is untouched")
}

/// The system's own reason, without the path that the temporary file had.
fn because(code: &'static Code, message: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::new(code, format!("{message}: {}", error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cause_decides_the_finding() {
        let target = Path::new("out/a.pdf");
        let code_of = |kind: io::ErrorKind| not_written(target, &io::Error::from(kind)).code.id;
        assert_eq!(code_of(io::ErrorKind::StorageFull), "O03");
        assert_eq!(code_of(io::ErrorKind::QuotaExceeded), "O03");
        assert_eq!(code_of(io::ErrorKind::PermissionDenied), "O01");
        assert_eq!(code_of(io::ErrorKind::ReadOnlyFilesystem), "O01");
        assert_eq!(code_of(io::ErrorKind::InvalidInput), "O05");
    }

    #[test]
    fn the_name_of_a_temporary_file_is_not_told() {
        let error = io::Error::other("/secret/.concord-x1");
        assert_eq!(
            not_written(Path::new("out/a.pdf"), &error).message,
            "`out/a.pdf` could not be written: other error"
        );
    }
}
