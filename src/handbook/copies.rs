//! `eject`: a copy of a file from below, with the exact text that it was copied from beside it.

use std::fmt;
use std::path::PathBuf;

use super::layers::{no_folder, paths};
use super::one_phrase;
use super::page::Page;
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, BASE, Layered};
use crate::diagnostics::in_backticks;
use crate::language::Language;
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

/// The key of the first phrase that ends with these steps.
fn key_that_ends(assets: &Layered, packs: &Packs, name: &str) -> Option<String> {
    let locale = packs.locale(assets, Language::En).ok()?;
    let end = format!(".{name}");
    let key = locale.keys().find(|key| key.ends_with(&end))?;
    Some(key.to_owned())
}

/// The one template or module of the theme that a name leads to.
pub(super) fn one(assets: &Layered, packs: &Packs, name: &str) -> Result<AssetPath, Unanswered> {
    let mut found = paths(assets, packs, name)?;
    found.retain(|path| path.file_name().ends_with(".hbs") || path.file_name().ends_with(".typ"));
    match found.len() {
        1 => Ok(found.swap_remove(0)),
        0 => Err(Unanswered::NoSuch {
            why: format!("there is no partial, document, module of the theme or phrase `{name}`"),
            help: match key_that_ends(assets, packs, name) {
                Some(key) => format!("did you mean `{key}`?"),
                None => "`concord templates which` finds a phrase by some of its words".to_owned(),
            },
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
