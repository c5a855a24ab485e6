//! Names of ours that are no longer, in what a firm wrote: its file, its calls and its phrases
//! are carried to the names that took their place. So are the fields of a view, where every
//! document that uses the template says the same of the name and the way to it has not changed;
//! others are only told.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::layers::{base, no_folder};
use super::one_phrase::with_line;
use super::renamed_fields::{renamed_fields, with_fields};
use super::unanswered::Unanswered;
use crate::assets::{AssetPath, Folder, Layered};
use crate::diagnostics::SourceFile;
use crate::output;
use crate::packs::files;
use crate::packs::renamed::Renamed;
use crate::packs::shelf::Packs;

/// Carries the top folder to the names of today: a line for each that was.
///
/// # Errors
/// There is no folder, or a file cannot be read or written.
pub(super) fn carry(
    (assets, packs): (&Layered, &Packs),
    renamed: &Renamed,
) -> Result<Vec<String>, Unanswered> {
    let folder = assets.folders().next().ok_or_else(no_folder)?;
    let mut told = Vec::new();
    let mut moved = BTreeSet::new();
    for path in own(assets, folder)? {
        let file = path.below();
        if let Some(target) = new_place(assets, &path, renamed)? {
            output::create(&folder.path.join(target.below()), &text(assets, &path)?)?;
            output::remove(&folder.path.join(file))?;
            if let Some(kept) = assets.kept(folder, &base(&path)?)? {
                output::replace(&folder.path.join(base(&target)?.as_str()), kept.text())?;
                output::remove(&folder.path.join(base(&path)?.as_str()))?;
            }
            told.push(format!("{file}: is called {} now", target.below()));
            moved.insert((path.clone(), target));
        }
    }
    let fields = renamed_fields(assets, packs, renamed);
    for path in own(assets, folder)? {
        let (after, names) = match files::language(&path) {
            Some(_) => in_words(&text(assets, &path)?, assets.text(&path)?, renamed),
            None if path.file_name().ends_with(".hbs") => {
                let (before, mut names) = with_fields(assets.text(&path)?, &fields);
                let (after, others) = in_template(&before, renamed);
                names.extend(others);
                (after, names)
            }
            // A logo and a font hold no words at all.
            None => continue,
        };
        if names.is_empty() {
            continue;
        }
        let mut targets = moved.iter().filter(|(from, _)| *from == path);
        let stands = targets.next().map_or(&path, |(_, target)| target);
        output::replace(&folder.path.join(stands.below()), &after)?;
        told.extend(
            names
                .iter()
                .map(|name| format!("{}: {name}", stands.below())),
        );
    }
    Ok(told)
}

/// The files of the top folder that a document is made of.
fn own(assets: &Layered, folder: &Folder) -> Result<Vec<AssetPath>, Unanswered> {
    let mut paths = assets.list(&AssetPath::new("templates")?);
    paths.retain(|path| assets.read(path).is_ok_and(|asset| asset.layer.is(folder)));
    Ok(paths)
}

fn text(assets: &Layered, path: &AssetPath) -> Result<String, Unanswered> {
    Ok(assets.text(path)?.text().to_owned())
}

/// Where a firm's partial belongs whose name is no longer: to the one that took its place,
/// unless the firm has that already.
fn new_place(
    assets: &Layered,
    path: &AssetPath,
    renamed: &Renamed,
) -> Result<Option<AssetPath>, Unanswered> {
    let new = files::partial_name(path).and_then(|name| renamed.partial(name));
    let Some(new) = new else { return Ok(None) };
    let all = assets.list(&AssetPath::new("templates")?);
    let mut named = all
        .into_iter()
        .filter(|path| files::partial_name(path) == Some(new));
    Ok(named
        .next()
        .filter(|target| !files::is_firms(assets, target)))
}

/// A template with the calls of partials and the phrases under the names of today.
fn in_template(text: &str, renamed: &Renamed) -> (String, Vec<String>) {
    let mut after = text.to_owned();
    let mut told = Vec::new();
    for (old, new) in renamed.partials() {
        for before in ["{{> ", "{{> builtin/", "{{> below/"] {
            for behind in ["}}", " "] {
                let call = format!("{before}{old}{behind}");
                if after.contains(&call) {
                    after = after.replace(&call, &format!("{before}{new}{behind}"));
                    told.push(format!("calls `{new}`, which was `{old}`"));
                }
            }
        }
    }
    for (old, new) in renamed.phrases() {
        let (key, now) = (format!("\"{old}\""), format!("\"{new}\""));
        if after.contains(&key) {
            after = after.replace(&key, &now);
            told.push(format!("asks for `{new}`, which was `{old}`"));
        }
    }
    told.dedup();
    (after, told)
}

/// Words with their keys of today. A key that stands in braces, or whose words go on in a second
/// line, is left: it is told, and its hand knows what it wrote.
fn in_words(text: &str, file: Arc<SourceFile>, renamed: &Renamed) -> (String, Vec<String>) {
    let mut after = text.to_owned();
    let mut told = Vec::new();
    let Ok(places) = crate::language::places(&file) else {
        return (after, told);
    };
    for (old, new) in renamed.phrases() {
        let Some(place) = places.get(old).filter(|_| !places.contains_key(new)) else {
            continue;
        };
        let words = place.text();
        let line = format!("{}: {words}", old.rsplit('.').next().unwrap_or(old));
        let taken = without_line(&after, &line).filter(|_| !words.contains('\n'));
        if let Some(carried) = taken.and_then(|rest| with_line(&rest, new, words)) {
            after = carried;
            told.push(format!("`{old}` is `{new}` now"));
        }
    }
    (after, told)
}

/// A text without the one line that says this, and without the blocks that hold nothing then.
fn without_line(text: &str, said: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut at = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.trim() == said);
    let (mut index, _) = at.next().filter(|_| at.next().is_none())?;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let margin = indent(lines.remove(index));
    let mut inner = margin;
    while index > 0 {
        let above = lines[index - 1];
        let is_block = above.trim_end().ends_with(':') && indent(above) < inner;
        let has_more = lines
            .get(index)
            .is_some_and(|below| indent(below) > indent(above));
        if !is_block || has_more {
            break;
        }
        index -= 1;
        inner = indent(lines.remove(index));
    }
    Some(lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::declared::Declared;

    fn renamed() -> Renamed {
        Renamed::of(
            "partials: {old-heading: new-heading, gone: ~}\n\
             phrases: {copy.parties: copy.party, gone.key: ~}\nfields: {}\nparts: {}",
        )
    }

    #[test]
    fn calls_and_keys_are_carried_and_nothing_else_is() {
        let before = "{{> builtin/old-heading}}{{> old-heading this}}{{> old-headings}}\n\
                      {{phrase \"copy.parties\"}} old-heading {{> gone}}\n";
        let (after, told) = in_template(before, &renamed());
        assert_eq!(
            after,
            "{{> builtin/new-heading}}{{> new-heading this}}{{> old-headings}}\n\
             {{phrase \"copy.party\"}} old-heading {{> gone}}\n"
        );
        assert_eq!(
            told,
            [
                "calls `new-heading`, which was `old-heading`",
                "asks for `copy.party`, which was `copy.parties`"
            ]
        );
    }

    #[test]
    fn a_phrase_keeps_its_words_under_its_new_key() {
        let table = [
            (
                "language: en\ncopy:\n  parties: For “both” # ours\nx: y\n",
                None,
            ),
            (
                "language: en\ncopy:\n  parties: For both\nx: y\n",
                Some("language: en\nx: y\ncopy:\n  party: For both\n"),
            ),
            (
                "language: en\ncopy:\n  court: C\n  parties: \"For both\"\n",
                Some("language: en\ncopy:\n  party: \"For both\"\n  court: C\n"),
            ),
            ("language: en\ncopy: {parties: For both}\n", None),
            ("language: en\ncopy:\n  party: A\n  parties: B\n", None),
        ];
        for (before, after) in table {
            let file = SourceFile::new("locales/en.yaml", before);
            let (made, told) = in_words(before, file, &renamed());
            assert_eq!(made, after.unwrap_or(before), "{before}");
            assert_eq!(told.is_empty(), after.is_none(), "{before}");
        }
    }

    #[test]
    fn a_field_goes_with_them_where_every_document_says_the_same_of_it() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let path = "partials/term-facts.typc.hbs";
        let today = std::fs::read_to_string(format!("templates/{path}")).expect("ours");
        let before = today.replacen("{{#each handovers}}", "{{#each handover}}", 1);
        assert_ne!(before, today);
        std::fs::create_dir(home.path().join("partials")).expect("room");
        std::fs::write(home.path().join(path), &before).expect("room for it");
        let assets = Layered::over(vec![Folder::unnamed(home.path())]);
        let assets = assets.map_err(|_| ()).expect("a plain folder");
        let carried = |renamed: &Renamed| {
            let packs = Packs::of(Declared::builtin());
            let told = carry((&assets, &packs), renamed);
            let text = std::fs::read_to_string(home.path().join(path)).expect("it is there");
            (told.map_err(|_| ()).expect("it can be written"), text)
        };
        let of_one = "agreed-arrangements: {topics.*.terms.*.handover: topics.*.terms.*.handovers}";
        let of_one = format!("partials: {{}}\nphrases: {{}}\nfields: {{{of_one}}}\nparts: {{}}");
        assert_eq!(carried(&Renamed::of(&of_one)), (Vec::new(), before));
        let told = format!("{path}: names `handovers`, which was `handover`");
        assert_eq!(carried(Renamed::builtin()), (vec![told], today));
    }

    #[test]
    fn a_partial_goes_to_the_place_of_the_one_that_took_its_own() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let write = |path: &str, text: &str| {
            let path = home.path().join(path);
            std::fs::create_dir_all(path.parent().expect("it has one")).expect("room");
            std::fs::write(path, text).expect("room for it");
        };
        write("concord.yaml", "schema: concord-firm/1\nname: yare\n");
        write(
            "partials/old-title.typ.hbs",
            "{{> builtin/old-title}}\n#v(1em)\n",
        );
        write(
            "base/partials/old-title.typ.hbs",
            "what it was copied from\n",
        );
        let assets = Layered::over(vec![Folder::unnamed(home.path())]);
        let assets = assets
            .map_err(|faults| faults.sorted())
            .expect("a plain folder");
        let renamed =
            Renamed::of("partials: {old-title: title}\nphrases: {}\nfields: {}\nparts: {}");
        let told = carry((&assets, &Packs::of(Declared::builtin())), &renamed)
            .map_err(|_| ())
            .expect("it can be written");
        assert_eq!(
            told,
            [
                "partials/old-title.typ.hbs: is called partials/title.typ.hbs now",
                "partials/title.typ.hbs: calls `title`, which was `old-title`"
            ]
        );
        let read = |path: &str| std::fs::read_to_string(home.path().join(path)).ok();
        let text = "{{> builtin/title}}\n#v(1em)\n";
        assert_eq!(read("partials/title.typ.hbs").as_deref(), Some(text));
        assert_eq!(read("partials/old-title.typ.hbs"), None);
        assert!(read("base/partials/title.typ.hbs").is_some());
    }
}
