//! Whether a firm's copies are of what lies below them now: told by content alone.

use std::sync::Arc;

use super::files;
use crate::assets::{AssetPath, BASE, Folder, Layered};
use crate::diagnostics::{Diagnostic, Findings, Place, SourceFile, code};
use crate::language::Locale;
use crate::reading::{Content, Subject, accept};

/// Where a firm's folder keeps what stood there before an upgrade that is open.
pub(crate) const BEFORE: &str = "base/before-upgrade";

/// What begins a conflict in a merged file.
const MARK: &str = "<<<<<<< yours";

/// `A13` for each conflict that is open, `A14` for each copy of what has changed since, `A15` for
/// each phrase in other words than those that have.
///
/// # Errors
/// `A03` for a file that is not text, and words that cannot be read.
pub(super) fn behind(assets: &Layered) -> Result<Findings, Findings> {
    let mut findings = Findings::new();
    for folder in assets.folders() {
        let before = AssetPath::new(BEFORE)?;
        // A command of the handbook works in the top folder.
        let there = match assets.folders().next() == Some(folder) {
            true => String::new(),
            false => format!(" in the folder of `{}`", folder.name),
        };
        let is_open = !assets.list_kept(folder, &before).is_empty();
        for kept in assets.list_kept(folder, &AssetPath::new(BASE)?) {
            let below = kept.as_str().strip_prefix(BASE).unwrap_or_default();
            let path = AssetPath::new(format!("templates{below}"))?;
            let Some(base) = assets
                .kept(folder, &kept)?
                .filter(|_| !kept.is_within(&before))
            else {
                continue;
            };
            if files::language(&path).is_some() {
                findings.extend(other_words(assets, (folder, &there), &path, &base)?);
                continue;
            }
            let texts = match assets.each(&path).next() {
                Some(_) => assets.texts(&path)?,
                None => Vec::new(),
            };
            let mut texts = texts.into_iter().skip_while(|(layer, _)| !layer.is(folder));
            let Some((_, own)) = texts.next() else {
                findings.push(without_copy(&base));
                continue;
            };
            let theirs = texts.next().map(|(_, text)| text);
            let has_changed = theirs
                .is_some_and(|theirs| theirs.text() != base.text() && theirs.text() != own.text());
            match (conflict(&own), has_changed) {
                (Some(finding), _) => findings.push(finding),
                (None, true) if is_open => findings.push(unfinished(&own, &there)),
                (None, true) => findings.push(changed(&own, &there)),
                (None, false) => {}
            }
        }
    }
    Ok(findings)
}

/// The phrases of a folder that took the place of other words than there are now.
fn other_words(
    assets: &Layered,
    (folder, there): (&Folder, &str),
    path: &AssetPath,
    base: &Arc<SourceFile>,
) -> Result<Findings, Findings> {
    let texts = assets.texts(path)?.into_iter();
    let mut from_own = texts.skip_while(|(layer, _)| !layer.is(folder));
    let own = from_own.next().map(|(_, file)| file);
    let mut below: Vec<_> = from_own.map(|(_, file)| file).collect();
    below.reverse();
    let now = Locale::laid(&below)?;
    below.extend(own);
    let ours = Locale::laid(&below)?;
    let top = below.len() - 1;
    let accepted = accept(base.name(), base.text().as_bytes(), Subject::Settings)?;
    let Content::Block(entries) = &accepted.tree.content else {
        return Ok(Findings::new());
    };
    let other = entries.iter().filter_map(|entry| {
        let Content::Scalar { text, .. } = &entry.value.content else {
            return None;
        };
        let is_same = now.phrase(&entry.key).is_some_and(|now| now.text() == text);
        let phrase = ours.phrase(&entry.key)?;
        let key = &entry.key;
        (!is_same && ours.layer_of(key) == top).then(|| {
            let message = format!("`{key}` took the place of other words than there are now");
            Diagnostic::new(&code::asset::OTHER_WORDS, message)
                .at(phrase.place().clone())
                .help(format!(
                    "`concord templates which {key}` shows both; `concord templates test \
                     --accept`{there} keeps yours"
                ))
        })
    });
    Ok(other.collect())
}

/// The first conflict in a file.
pub(crate) fn conflict(file: &Arc<SourceFile>) -> Option<Diagnostic> {
    let text = file.text();
    let begins = |at: usize| at == 0 || text[..at].ends_with('\n');
    let mut marks = text.match_indices(MARK).map(|(at, _)| at);
    let at = marks.find(|&at| begins(at))?;
    let message = "you and the program changed the same lines, and both stand here";
    Some(
        Diagnostic::new(&code::asset::CONFLICT, message)
            .at(Place::new(file, at..at + MARK.len()))
            .help(
                "leave one version, take the four marked lines out, then `concord templates \
                 upgrade --continue`; `--abort` puts back what stood here",
            ),
    )
}

fn unfinished(file: &Arc<SourceFile>, there: &str) -> Diagnostic {
    Diagnostic::new(
        &code::asset::CONFLICT,
        "the upgrade of this file is not finished",
    )
    .at(Place::new(file, 0..0))
    .help(format!(
        "`concord templates upgrade --continue`{there} finishes it; `--abort` puts back what \
         stood here"
    ))
}

fn changed(file: &Arc<SourceFile>, there: &str) -> Diagnostic {
    let message = "this is a copy of a file that has changed since";
    Diagnostic::new(&code::asset::BEHIND, message)
        .at(Place::new(file, 0..0))
        .help(format!(
            "`concord templates diff`{there} shows both; `concord templates upgrade` merges them"
        ))
}

fn without_copy(base: &Arc<SourceFile>) -> Diagnostic {
    let message = format!(
        "nothing reads `{}`: the copy it is kept for is gone",
        base.name()
    );
    Diagnostic::new(&code::asset::UNREAD, message).help("take it out too")
}
