//! `eject` and `diff`: a copy of a file from below, with the exact text that it was copied from
//! beside it, and how the three of them differ since.

use std::fmt;
use std::path::PathBuf;

use similar::{ChangeTag, TextDiff};

use super::layers::{base, no_folder, over, paths, wraps};
use super::one_phrase;
use super::page::Page;
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, BASE, Layered};
use crate::diagnostics::in_backticks;
use crate::output;
use crate::packs::shelf::Packs;

/// A copy that was made.
#[derive(Debug)]
pub struct Copied {
    copy: PathBuf,
    base: PathBuf,
    what: What,
}

/// What was copied.
#[derive(Debug)]
enum What {
    /// A file; the partial, if it is one.
    File(Option<String>),
    /// A phrase, by its key, and what it is in Welsh.
    Phrase(String, Option<String>),
}

/// How a firm's files differ from what they were copied from, and from what lies below them.
#[derive(Debug)]
pub struct Diff {
    folder: String,
    files: Vec<Compared>,
}

#[derive(Debug)]
struct Compared {
    path: String,
    from: From,
}

/// What a firm's file is compared with.
#[derive(Debug)]
enum From {
    /// What it was copied from.
    Base { ours: Changes, theirs: Changes },
    /// What lies below it now: nobody kept what it was copied from.
    Below(Changes),
}

/// The lines that one text has and the other has not.
#[derive(Debug)]
struct Changes(Vec<String>);

pub(super) fn eject(assets: &Layered, packs: &Packs, name: &str) -> Result<Copied, Unanswered> {
    let shown = |path: PathBuf| path.strip_prefix(".").map_or(path.clone(), PathBuf::from);
    if paths(assets, packs, name)?.is_empty()
        && let Some(line) = one_phrase::eject(assets, name)?
    {
        return Ok(Copied {
            copy: shown(line.locale),
            base: shown(line.base),
            what: What::Phrase(line.key, line.welsh),
        });
    }
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let path = one(assets, packs, name)?;
    let file = path.below();
    let (layer, text) = assets.texts(&path)?.swap_remove(0);
    if layer.is(folder) {
        return Err(Unanswered::NoSuch {
            why: format!("`{file}` is yours already"),
            help: format!("`concord templates diff {file}` compares it"),
        });
    }
    // In the copy that call would lead to the file it was copied from, which says it all again.
    if text.text().contains("{{> below/") {
        return Err(Unanswered::NoSuch {
            why: format!("`{file}` of `{}` adds to the one below it", layer.name()),
            help: format!("write a `{file}` of your own that calls it by `{{{{> below/NAME}}}}`"),
        });
    }
    let copy = folder.path.join(file);
    let base = folder.path.join(BASE).join(file);
    if let Some(there) = [&copy, &base].into_iter().find(|path| path.exists()) {
        return Err(output::already_there(there).into());
    }
    for file in [&base, &copy] {
        output::create(file, text.text())?;
    }
    Ok(Copied {
        copy: shown(copy),
        base: shown(base),
        what: What::File(crate::packs::files::partial_name(&path).map(str::to_owned)),
    })
}

/// The one template or module of the theme that a name leads to.
fn one(assets: &Layered, packs: &Packs, name: &str) -> Result<AssetPath, Unanswered> {
    let mut found = paths(assets, packs, name)?;
    found.retain(|path| path.file_name().ends_with(".hbs") || path.file_name().ends_with(".typ"));
    match found.len() {
        1 => Ok(found.swap_remove(0)),
        0 => Err(Unanswered::NoSuch {
            why: format!("there is no partial, document, module of the theme or phrase `{name}`"),
            help: "`concord templates which` finds a phrase by some of its words".to_owned(),
        }),
        _ => Err(Unanswered::NoSuch {
            why: format!("`{name}` is the name of several files"),
            help: format!(
                "name one by its path: {}",
                in_backticks(found.iter().map(AssetPath::below))
            ),
        }),
    }
}

pub(super) fn diff(
    assets: &Layered,
    packs: &Packs,
    name: Option<&str>,
) -> Result<Diff, Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let asked = match name {
        Some(name) => vec![one(assets, packs, name)?],
        None => assets.list(&AssetPath::new("templates")?),
    };
    let is_template =
        |path: &&AssetPath| path.as_str().ends_with(".hbs") || path.as_str().ends_with(".typ");
    let mut files = Vec::new();
    for path in asked.iter().filter(is_template) {
        let Some((ours, Some(theirs))) = over(assets, path, folder)? else {
            continue;
        };
        let (ours, theirs) = (ours.text(), theirs.text());
        let from = match assets.kept(folder, &base(path)?)? {
            Some(base) => From::Base {
                ours: Changes::of(base.text(), ours),
                theirs: Changes::of(base.text(), theirs),
            },
            None if wraps(ours).is_some() => continue,
            None => From::Below(Changes::of(theirs, ours)),
        };
        files.push(Compared {
            path: path.below().to_owned(),
            from,
        });
    }
    Ok(Diff {
        folder: folder.name.clone(),
        files,
    })
}

impl Changes {
    fn of(from: &str, to: &str) -> Self {
        let diff = TextDiff::from_lines(from, to);
        let told = diff.iter_all_changes().filter_map(|change| {
            let (sign, line) = match change.tag() {
                ChangeTag::Equal => return None,
                ChangeTag::Delete => ('-', change.old_index()?),
                ChangeTag::Insert => ('+', change.new_index()?),
            };
            let text = change.value().trim_end();
            Some(format!("{sign} {:>3}  {text}", line + 1))
        });
        Changes(told.collect())
    }

    /// `yours has not changed`, or the lines that have.
    fn tell(&self, whose: &str, page: &mut Page) {
        match self.0.is_empty() {
            true => page.line(2, &format!("{whose} is the same")),
            false => page.line(2, &format!("{whose} differs:")),
        }
        for line in &self.0 {
            page.line(4, line);
        }
    }
}

impl fmt::Display for Copied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        match &self.what {
            What::File(_) => page.line(0, &format!("made {}", self.copy.display())),
            What::Phrase(key, _) => {
                page.line(0, &format!("wrote `{key}` into {}", self.copy.display()));
            }
        }
        page.line(2, "yours to change");
        page.line(0, &format!("kept {}", self.base.display()));
        page.line(
            2,
            "what it was copied from: keep it in your repository, and do not edit it",
        );
        if let What::Phrase(_, Some(welsh)) = &self.what {
            let too = format!("say the same in `locales/cy.yaml`; it is there: {welsh}");
            page.words(0, &too);
        }
        if let What::File(Some(name)) = &self.what {
            let instead = format!(
                "only to add something before or after it, no copy is needed: a file of the same \
                 path that calls `{{{{> below/{name}}}}}`"
            );
            page.words(0, &instead);
        }
        write!(f, "{page}")
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::default();
        if self.files.is_empty() {
            let none = format!("no file of {} is a copy of one below it", self.folder);
            page.words(0, &none);
        }
        for file in &self.files {
            page.line(0, &file.path);
            match &file.from {
                From::Base { ours, theirs } => {
                    page.line(2, "compared with what it was copied from");
                    ours.tell("yours", &mut page);
                    theirs.tell("the one below", &mut page);
                    if !theirs.0.is_empty() {
                        page.line(2, "yours is behind");
                    }
                }
                From::Below(changes) => {
                    page.line(2, "`base/` does not keep what it was copied from;");
                    page.line(2, "compared with the one below");
                    changes.tell("yours", &mut page);
                }
            }
        }
        write!(f, "{page}")
    }
}
