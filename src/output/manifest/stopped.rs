//! A run that did not come to its end, as the manifest knows it: what it was asked for, so that
//! another can go on.

use std::path::Path;

use super::file;
use super::office::Options;
use super::place::{FOLDER, not_merged, shards};
use crate::diagnostics::{Diagnostic, code};
use crate::output::shard::{Shard, file_name};

/// What the last run of a folder was asked for, if it was stopped or killed.
///
/// # Errors
/// `O25` where there is none, it came to its end, or was asked for something that no manifest
/// keeps; `O08` where it is damaged, `O23` where shards are not merged.
pub fn stopped(root: &Path, shard: Option<Shard>) -> Result<Options, Diagnostic> {
    let folder = root.join(FOLDER);
    if let Some(other) = shards(&folder).first()
        && shard.is_none()
    {
        return Err(not_merged(root, *other));
    }
    let path = folder.join(file_name(shard, "manifest", ".json"));
    let shown = root.display();
    if !path.exists() {
        let message = format!("nothing in `{shown}` was stopped: it has no manifest");
        return Err(Diagnostic::new(&code::output::NOT_STOPPED, message)
            .help("name the cases in place of `--resume`"));
    }
    let read = file::read(&path, drop)?;
    if read.complete {
        let message = format!("nothing in `{shown}` was stopped: its last run came to its end");
        return Err(Diagnostic::new(&code::output::NOT_STOPPED, message)
            .help("name the cases in place of `--resume`, and what is unchanged is kept"));
    }
    let options = read.options;
    let mut paths = options.given.iter().chain(&options.templates);
    if options.given.is_empty() || paths.any(Option::is_none) {
        let message = format!(
            "the run of `{shown}` that was stopped was given a path from the root of the machine, \
             or standard input, and no manifest keeps those"
        );
        return Err(Diagnostic::new(&code::output::NOT_STOPPED, message)
            .help("give the same command again without `--resume`: what is whole is kept"));
    }
    Ok(options)
}
