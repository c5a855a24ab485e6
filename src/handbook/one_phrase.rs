//! `eject KEY`: one phrase of a firm's own, as the line that it is in the firm's words, and what
//! it took the place of beside it.

use std::path::PathBuf;
use std::sync::Arc;

use super::layers::{base, locales, no_folder, texts};
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, Folder, Layered};
use crate::diagnostics::SourceFile;
use crate::language::{self, Language, Locale};
use crate::output;
use crate::packs::files;

/// A phrase that a firm's locale has now, in the words of the one below it.
#[derive(Debug)]
pub(super) struct Line {
    /// The file that it stands in.
    pub(super) locale: PathBuf,
    /// Where what it takes the place of is kept.
    pub(super) base: PathBuf,
    /// Its key.
    pub(super) key: String,
    /// What the Welsh says.
    pub(super) welsh: Option<String>,
}

/// What heads the file that keeps what a firm's words took the place of.
pub(super) const KEPT: &str = "# What our words took the place of when we last accepted them.\n";

/// Writes the English phrase of this key into the top folder; nothing where there is no such
/// phrase.
///
/// # Errors
/// There is no folder, it has the phrase already, its locale has no room for the line, or a
/// file cannot be written.
pub(super) fn eject(assets: &Layered, key: &str) -> Result<Option<Line>, Unanswered> {
    let path = files::locale_path(Language::En)?;
    let texts = texts(assets, &path)?;
    let locales = locales(&texts)?;
    let Some(phrase) = locales.last().and_then(|top| top.phrase(key)) else {
        return Ok(None);
    };
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let own = texts.iter().find(|(layer, _)| layer.is(folder));
    // Where its words are those below, they stand there none the less.
    let places = own.map(|(_, file)| language::places(file)).transpose()?;
    let is_its = places.is_some_and(|places| places.contains_key(key));
    if is_its {
        return Err(Unanswered::NoSuch {
            why: format!("`{key}` is in your words already"),
            help: format!("`concord templates which {key}` shows both"),
        });
    }
    let words = serde_json::Value::from(phrase.text()).to_string();
    let before = own.map_or("language: en\n", |(_, file)| file.text());
    let after = with_line(before, key, &words).ok_or_else(|| Unanswered::NoSuch {
        why: format!("`locales/en.yaml` has no room for a line `{key}`"),
        help: format!("write `{key}` into it yourself, a block for each step: {words}"),
    })?;
    let mut laid: Vec<_> = texts.iter().map(|(_, file)| Arc::clone(file)).collect();
    if own.is_some() {
        laid.pop();
    }
    let file = folder.path.join(path.below());
    laid.push(SourceFile::new(file.display().to_string(), after.as_str()));
    Locale::laid(&laid)?;
    let kept = keep(assets, folder, &base(&path)?, &format!("{key}: {words}\n"))?;
    output::replace(&file, &after)?;
    let welsh = files::locale(assets, Language::Cy)?;
    Ok(Some(Line {
        locale: file,
        base: kept,
        key: key.to_owned(),
        welsh: welsh.phrase(key).map(|phrase| phrase.text().to_owned()),
    }))
}

/// Keeps a line among those that a firm's words took the place of.
fn keep(
    assets: &Layered,
    folder: &Folder,
    file: &AssetPath,
    line: &str,
) -> Result<PathBuf, Unanswered> {
    let kept = assets.kept(folder, file)?;
    let before = kept.as_ref().map_or(KEPT, |kept| kept.text());
    let (key, _) = line.split_once(':').unwrap_or_default();
    let others = before.split_inclusive('\n');
    let others = others.filter(|other| other.split_once(':').is_none_or(|(it, _)| it != key));
    let text = others.collect::<String>() + line;
    let path = folder.path.join(file.as_str());
    output::replace(&path, &text)?;
    Ok(path)
}

/// A locale with one more phrase in it, in the deepest block of its key that there is; nothing
/// where that block is written in braces.
pub(super) fn with_line(text: &str, key: &str, words: &str) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let steps: Vec<&str> = key.split('.').collect();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_said = |line: &&&str| !line.trim().is_empty() && !line.trim().starts_with('#');
    let (mut at, mut depth, mut margin) = (0, 0, 0);
    while depth + 1 < steps.len() {
        let block = lines[at..]
            .iter()
            .take_while(|line| margin == 0 || !is_said(line) || indent(line) >= margin);
        let mut block = block.enumerate();
        let opening = format!("{}:", steps[depth]);
        let found = block
            .find(|(_, line)| indent(line) == margin && line.trim_start().starts_with(&opening));
        let Some((index, line)) = found else { break };
        let rest = line.trim_start()[opening.len()..].trim();
        if !rest.is_empty() && !rest.starts_with('#') {
            return None;
        }
        at += index + 1;
        depth += 1;
        let below = lines[at..].iter().find(is_said);
        margin = below
            .map_or(margin + 2, |below| indent(below))
            .max(margin + 1);
    }
    let at = if depth == 0 { lines.len() } else { at };
    let mut before = lines[..at].concat();
    if !before.is_empty() && !before.ends_with('\n') {
        before.push('\n');
    }
    for (step, name) in steps[depth..].iter().enumerate() {
        let is_last = depth + step + 1 == steps.len();
        let words = if is_last {
            format!(" {words}")
        } else {
            String::new()
        };
        before.push_str(&format!(
            "{}{name}:{words}\n",
            " ".repeat(margin + 2 * step)
        ));
    }
    Some(before + &lines[at..].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_into_the_deepest_block_of_its_key() {
        let table = [
            ("language: en\n", "a.b", "language: en\na:\n  b: \"x\"\n"),
            ("language: en\n", "c", "language: en\nc: \"x\"\n"),
            (
                "language: en\n\n# ours\na:\n    # no\n    c: y\nd: z",
                "a.b",
                "language: en\n\n# ours\na:\n    b: \"x\"\n    # no\n    c: y\nd: z",
            ),
            (
                "a:\n  b:\n    c: y\n  e: z\n",
                "a.b.d",
                "a:\n  b:\n    d: \"x\"\n    c: y\n  e: z\n",
            ),
            ("a:\n  e: z\n", "a.b.d", "a:\n  b:\n    d: \"x\"\n  e: z\n"),
        ];
        for (before, key, after) in table {
            let made = with_line(before, key, "\"x\"");
            assert_eq!(made.as_deref(), Some(after), "{key}");
        }
        assert_eq!(with_line("a: {c: y}\n", "a.b", "\"x\""), None);
    }
}
