//! Beside a firm's files every partial of ours is there, and every document prints what it must.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use concord::cli::Exit;
use tempfile::TempDir;

use crate::support::concord;

/// The partials of ours, by their paths below the templates, each with its name.
fn partials() -> Vec<(PathBuf, String)> {
    let packs = fs::read_dir("templates/packs").expect("the packs");
    let packs = packs.map(|pack| pack.expect("an entry").path().join("partials"));
    let shared = PathBuf::from("templates/partials");
    let folders = packs.chain([shared]).filter(|folder| folder.is_dir());
    let files = folders.flat_map(|folder| fs::read_dir(folder).expect("a folder"));
    let partials = files.filter_map(|file| {
        let path = file.expect("an entry").path();
        let name = path.file_name()?.to_str()?.split_once(".typ")?.0.to_owned();
        let path = path.strip_prefix("templates").expect("it is there");
        Some((path.to_owned(), name))
    });
    partials.collect()
}

fn folder<'f>(files: impl Iterator<Item = (&'f Path, String)>) -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = home.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
        fs::write(path, text).expect("room for it");
    }
    home
}

#[test]
fn a_firm_may_add_to_every_partial_of_ours() {
    let partials = partials();
    assert!(partials.len() > 100, "there are {}", partials.len());
    let around = partials.iter().map(|(path, name)| {
        let line_end = if path.to_string_lossy().ends_with(".typ.hbs") {
            "\n"
        } else {
            ""
        };
        (path.as_path(), format!("{{{{> below/{name}}}}}{line_end}"))
    });
    let home = folder(around);
    let templates = home.path().to_str().expect("a plain path");
    let run = concord(&["templates", "check", templates, "--message-format", "short"]);
    assert_eq!(run.out, "no findings in the templates\n");
    assert_eq!(run.exit, Exit::Done);
}

/// Of each document one part that must be printed is a file of nothing, and all others are ours.
#[test]
fn every_document_asks_for_a_part_that_a_firm_has_emptied() {
    let may_go = fs::read_to_string("templates/parts.yaml").expect("the list");
    let partials = partials();
    let mut emptied = BTreeMap::new();
    for pack in fs::read_dir("templates/packs").expect("the packs") {
        let pack = pack.expect("an entry");
        let document = pack.file_name().into_string().expect("a plain name");
        let outline = pack.path().join("document.typ.hbs");
        let outline = fs::read_to_string(outline).expect("an outline");
        let calls = outline.lines().filter_map(|line| line.strip_prefix("{{> "));
        let names = calls.filter_map(|call| call.split([' ', '}']).next());
        // The page says no word of its own.
        let last = names.skip(1).filter(|name| !may_go.contains(name)).last();
        let last = last.expect("a part that stays").to_owned();
        emptied.insert(document, last);
    }
    let files = partials
        .iter()
        .filter(|(_, name)| emptied.values().any(|part| part == name));
    let home = folder(files.map(|(path, _)| (path.as_path(), "{{!-- nothing --}}\n".to_owned())));
    let templates = home.path().to_str().expect("a plain path");
    let run = concord(&["templates", "check", templates, "--message-format", "short"]);
    assert_eq!(run.exit, Exit::Findings);
    for (document, part) in &emptied {
        let told = format!("T74: `{document}` must print its part `{part}`");
        assert!(run.out.contains(&told), "{told}\n{}", run.out);
    }
}
