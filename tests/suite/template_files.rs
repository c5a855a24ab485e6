//! The order of the folder `templates/`: what stands where, and how it is written, so that
//! somebody who knows no Rust finds a line and can read it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use concord::view::Documents;

/// Characters of a line. A longer one is broken before a tag, by `{{~`.
const LONGEST: usize = 200;

/// The text of every partial, by its name, with the folder it lies in.
pub(crate) fn partials() -> BTreeMap<String, (PathBuf, String)> {
    let folders = Documents::builtin();
    let folders = folders.iter().map(|document| pack(document.id()));
    let folders = folders.chain([PathBuf::from("templates")]);
    let files = folders.flat_map(|folder| files(&folder.join("partials")));
    let mut partials = BTreeMap::new();
    for path in files {
        let file = path.file_name().and_then(|name| name.to_str());
        let name = file.and_then(|name| name.split('.').next());
        let folder = path.parent().expect("it lies in a folder").to_owned();
        let text = fs::read_to_string(&path).expect("it is text");
        let name = name.expect("a plain name").to_owned();
        let known = partials.insert(name, (folder, text));
        assert!(known.is_none(), "{} is there twice", path.display());
    }
    partials
}

/// The outline of a document.
pub(crate) fn outline(id: &str) -> String {
    fs::read_to_string(pack(id).join("document.typ.hbs")).expect("a document has one")
}

/// The partials that an outline calls, in its order.
pub(crate) fn parts(outline: &str) -> impl Iterator<Item = &str> {
    outline.lines().skip(2).map(|line| {
        let call = line
            .strip_prefix("{{> ")
            .and_then(|call| call.strip_suffix("}}"));
        let call = call.unwrap_or_else(|| panic!("`{line}` is not the call of a partial"));
        assert!(!call.contains("}}"), "`{line}` is more than one call");
        call.split(' ').next().unwrap_or_default()
    })
}

fn pack(id: &str) -> PathBuf {
    Path::new("templates/packs").join(id)
}

/// The files of a folder; none where it is not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.is_file()).collect()
}

/// What a template calls.
fn calls(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split("{{").skip(1);
    let calls = pieces.filter_map(|tag| tag.trim_start_matches('~').strip_prefix('>'));
    calls.filter_map(|call| call.trim_start().split([' ', '}', '\n']).next())
}

#[test]
fn every_line_of_an_outline_is_one_named_partial() {
    let partials = partials();
    for document in &Documents::builtin() {
        let outline = outline(document.id());
        let mut lines = outline.lines();
        assert!(lines.next().is_some_and(|line| line.starts_with("{{!-- ")));
        assert_eq!(lines.next(), Some("#import \"/themes/court/theme.typ\": *"));
        let mut seen = BTreeSet::new();
        for part in parts(&outline) {
            assert!(partials.contains_key(part), "there is no `{part}`");
            assert!(seen.insert(part), "`{part}` stands twice in an outline");
        }
        assert!(!seen.is_empty(), "`{}` has no part", document.id());
    }
}

/// A partial that one document uses lies in its folder, one that several use in `partials/`.
#[test]
fn every_partial_lies_with_those_who_call_it() {
    let partials = partials();
    let mut used: BTreeMap<&str, BTreeSet<PathBuf>> = BTreeMap::new();
    for document in &Documents::builtin() {
        let outline = outline(document.id());
        let mut open: Vec<&str> = parts(&outline).collect();
        while let Some(name) = open.pop() {
            let (known, (_, text)) = partials.get_key_value(name).expect("it is there");
            if used.entry(known).or_default().insert(pack(document.id())) {
                open.extend(calls(text));
            }
        }
    }
    for (name, (folder, _)) in &partials {
        let of: Vec<_> = used.get(&**name).into_iter().flatten().collect();
        let wanted = match of[..] {
            [] => panic!("nothing calls `{name}`"),
            [one] => one.join("partials"),
            _ => PathBuf::from("templates/partials"),
        };
        assert_eq!(folder, &wanted, "`{name}` lies in the wrong folder");
    }
}

#[test]
fn every_line_can_be_read_and_no_path_climbs_twice() {
    let mut folders = vec![PathBuf::from("templates")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("the folder is there");
        let below = entries.map(|entry| entry.expect("an entry").path());
        folders.extend(below.filter(|path| path.is_dir()));
        let templates = files(&folder).into_iter().filter(|path| {
            let ending = path.extension().and_then(|ending| ending.to_str());
            matches!(ending, Some("hbs" | "typ"))
        });
        for path in templates {
            let text = fs::read_to_string(&path).expect("it is text");
            read += 1;
            for (number, line) in (1..).zip(text.lines()) {
                let at = format!("{}:{number}", path.display());
                let length = line.chars().count();
                assert!(length <= LONGEST, "{at} is {length} characters long");
                assert!(!line.contains("../../"), "{at} climbs: write `@root.field`");
            }
        }
    }
    assert!(read > 100, "only {read} templates were read");
}
