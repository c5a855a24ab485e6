//! `upgrade`: what lies below has changed since a firm copied it, and both changes become one.
//!
//! Every copy is merged before any is written. What stood there before is kept until the last
//! conflict is settled, so that all of it can be put back.

use std::fmt;

use super::layers::{base, no_folder, over};
use super::merge::{Merged, merge};
use super::page::Page;
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, BASE, Folder, Layered};
use crate::output;
use crate::packs::behind::{BEFORE, conflict};
use crate::packs::files;

/// What became of the copies of a firm.
#[derive(Debug, Default)]
pub struct Upgraded {
    taken: Vec<String>,
    merged: Vec<String>,
    open: Vec<String>,
    /// What is said where none of these is.
    else_said: &'static str,
}

impl Upgraded {
    /// Notes what became of a copy.
    fn note(&mut self, name: &str, merged: &Merged, theirs: &str) {
        let noted = match merged {
            Merged::Clean(text) if text == theirs => &mut self.taken,
            Merged::Clean(_) => &mut self.merged,
            Merged::Conflict(_) => &mut self.open,
        };
        noted.push(name.to_owned());
    }

    /// Whether no conflict is open.
    pub fn is_settled(&self) -> bool {
        self.open.is_empty()
    }
}

fn is_open() -> Unanswered {
    Unanswered::NoSuch {
        why: "an upgrade is open".to_owned(),
        help: "settle its conflicts, then `concord templates upgrade --continue`; `--abort` puts \
               back what stood there"
            .to_owned(),
    }
}

/// Merges every copy of the top folder with what lies below it now.
pub(super) fn upgrade(assets: &Layered) -> Result<Upgraded, Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    if !before(assets, folder)?.is_empty() {
        return Err(is_open());
    }
    let mut upgraded = Upgraded {
        else_said: "nothing of yours is behind",
        ..Upgraded::default()
    };
    let mut writes: Vec<(String, String)> = Vec::new();
    let mut saved = Vec::new();
    for path in assets.list(&AssetPath::new("templates")?) {
        let copied_from = assets.kept(folder, &base(&path)?)?;
        // What words took the place of is kept phrase by phrase.
        let Some(old) = copied_from.filter(|_| files::language(&path).is_none()) else {
            continue;
        };
        let Some((yours, Some(theirs))) = over(assets, &path, folder)? else {
            continue;
        };
        if old.text() == theirs.text() {
            continue;
        }
        let name = path.below().to_owned();
        let merged = merge(old.text(), yours.text(), theirs.text());
        upgraded.note(&name, &merged, theirs.text());
        let text = match merged {
            Merged::Clean(text) => {
                writes.push((format!("{BASE}/{name}"), theirs.text().to_owned()));
                text
            }
            Merged::Conflict(text) => text,
        };
        saved.push((format!("{BEFORE}/{name}"), yours.text().to_owned()));
        saved.push((format!("{BEFORE}/{BASE}/{name}"), old.text().to_owned()));
        writes.push((name, text));
    }
    if upgraded.is_settled() {
        saved.clear();
    }
    for (path, text) in saved.into_iter().chain(writes) {
        output::replace(&folder.path.join(path), &text)?;
    }
    Ok(upgraded)
}

/// Ends an upgrade whose conflicts are settled.
pub(super) fn settle(assets: &Layered) -> Result<Upgraded, Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let saved = opened(assets, folder)?;
    let mut upgraded = Upgraded {
        else_said: "the upgrade is done",
        ..Upgraded::default()
    };
    for name in names(&saved) {
        let path = AssetPath::new(format!("templates/{name}"))?;
        let Some((yours, theirs)) = over(assets, &path, folder)? else {
            continue;
        };
        if let Some(finding) = conflict(&yours) {
            return Err(finding.into());
        }
        if let Some(theirs) = theirs {
            output::replace(&folder.path.join(BASE).join(name), theirs.text())?;
        }
        upgraded.merged.push(name.to_owned());
    }
    clear(folder, &saved)?;
    Ok(upgraded)
}

/// Puts back what stood there before an upgrade.
pub(super) fn abort(assets: &Layered) -> Result<Upgraded, Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let saved = opened(assets, folder)?;
    for path in &saved {
        let name = path.as_str().strip_prefix(BEFORE).unwrap_or_default();
        if let Some(file) = assets.kept(folder, path)? {
            let target = folder.path.join(name.trim_start_matches('/'));
            output::replace(&target, file.text())?;
        }
    }
    clear(folder, &saved)?;
    Ok(Upgraded {
        else_said: "everything is as it was before the upgrade",
        ..Upgraded::default()
    })
}

/// What was saved before an upgrade that is open.
fn before(assets: &Layered, folder: &Folder) -> Result<Vec<AssetPath>, Unanswered> {
    Ok(assets.list_kept(folder, &AssetPath::new(BEFORE)?))
}

fn opened(assets: &Layered, folder: &Folder) -> Result<Vec<AssetPath>, Unanswered> {
    let saved = before(assets, folder)?;
    match saved.is_empty() {
        false => Ok(saved),
        true => Err(Unanswered::NoSuch {
            why: "no upgrade is open".to_owned(),
            help: "`concord templates upgrade` begins one".to_owned(),
        }),
    }
}

/// The copies among what was saved, without their bases.
fn names(saved: &[AssetPath]) -> impl Iterator<Item = &str> {
    let names = saved
        .iter()
        .filter_map(|path| path.as_str().strip_prefix(BEFORE));
    let names = names.map(|name| name.trim_start_matches('/'));
    names.filter(|name| !name.starts_with(BASE))
}

fn clear(folder: &Folder, saved: &[AssetPath]) -> Result<(), Unanswered> {
    for path in saved {
        output::remove(&folder.path.join(path.as_str()))?;
    }
    Ok(())
}

impl fmt::Display for Upgraded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        for name in &self.taken {
            page.line(
                0,
                &format!("{name}: taken as it is now; yours was not changed"),
            );
        }
        for name in &self.merged {
            page.line(
                0,
                &format!("{name}: merged, your changes and the others both stand"),
            );
        }
        for name in &self.open {
            page.line(
                0,
                &format!("{name}: you and the one below changed the same lines"),
            );
        }
        if !self.open.is_empty() {
            page.words(
                0,
                "settle each: leave one version of the marked lines, or one made of both, and take \
                 the four marks out; then `concord templates upgrade --continue`, or `--abort`",
            );
        } else if self.taken.is_empty() && self.merged.is_empty() {
            page.line(0, self.else_said);
        }
        write!(f, "{page}")
    }
}
