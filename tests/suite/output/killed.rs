//! What a run that was killed leaves is brought to its end, or swept.

use std::fs;
use std::path::Path;

use concord::output::manifest::LookedAt;
use concord::output::{Folder, merge};

use super::{asked, case, entries, open, text, write};

/// The folder as a kill leaves it: the new files laid ready, the step written down or not,
/// and the first of the files renamed or none.
fn killed(root: &Path, step_is_written: bool, renamed: usize) {
    let old = case("a.yaml", "Isla", &[("a.pdf", "old a"), ("b.pdf", "old b")]);
    write(root, old).expect("nothing is in the way");
    let new = case("a.yaml", "Isla", &[("a.pdf", "new a"), ("b.pdf", "new b")]);
    let own = root.join(".concord");
    let ready = own.join("ready");
    fs::create_dir(&ready).expect("a folder");
    for (index, output) in new.outputs.iter().enumerate() {
        let place = if index < renamed { root } else { &ready };
        fs::write(place.join(&output.name), &output.bytes).expect("a file");
    }
    if step_is_written {
        let case = serde_json::to_string(&new.entry).expect("an entry");
        let step = format!(r#"{{"case":{case},"inputs":{{}},"removed":[]}}"#);
        fs::write(own.join("step.json"), step).expect("the step");
    }
}

#[test]
fn a_run_killed_before_its_step_is_written_leaves_the_old_documents() {
    let home = tempfile::tempdir().expect("a temporary folder");
    killed(home.path(), false, 0);
    let folder = open(home.path()).expect("it can be opened");
    assert_eq!(folder.mended().finished, None);
    assert_eq!(folder.mended().swept, 2);
    assert_eq!(text(&home.path().join("a.pdf")), "old a");
    folder.close(true).expect("the manifest is written");
    let left = entries(&home.path().join(".concord"));
    assert_eq!(left, ["lock", "manifest.json"]);
}

#[test]
fn a_run_killed_between_two_renames_is_brought_to_its_end() {
    for renamed in 0..=2 {
        let home = tempfile::tempdir().expect("a temporary folder");
        killed(home.path(), true, renamed);
        let folder = open(home.path()).expect("it can be opened");
        assert_eq!(folder.mended().finished.as_deref(), Some("LS26P00417"));
        assert_eq!(folder.mended().swept, 0);
        for (file, words) in [("a.pdf", "new a"), ("b.pdf", "new b")] {
            assert_eq!(text(&home.path().join(file)), words, "{renamed} renamed");
        }
        drop(folder);
        let files = case("a.yaml", "Isla", &[("a.pdf", "newer"), ("b.pdf", "newer")]);
        write(home.path(), files).expect("the files are the case's own");
    }
}

/// The folder is divided after a run without shards was killed in it.
#[test]
fn a_shard_brings_to_its_end_what_one_run_had_begun() {
    let home = tempfile::tempdir().expect("a temporary folder");
    killed(home.path(), true, 1);
    let (program, options) = asked();
    let shard = |text: &str| text.parse().expect("a shard");
    for number in ["1/2", "2/2"] {
        let (program, options) = (program.clone(), options.clone());
        let folder = Folder::open_shard(home.path(), program, options, shard(number));
        folder
            .and_then(|folder| folder.close(true))
            .expect("it can be opened");
        for (file, words) in [("a.pdf", "new a"), ("b.pdf", "new b")] {
            assert_eq!(text(&home.path().join(file)), words);
        }
    }
    assert!(!home.path().join(".concord/step.json").exists());
    let folders = [home.path().to_owned()];
    let merged = merge(&folders, home.path()).expect("both shards are there");
    assert_eq!((merged.cases, merged.documents), (1, 2));
    assert_eq!(cases(home.path()), 1);
}

#[test]
fn a_run_killed_before_its_manifest_is_written_loses_no_case_that_is_whole() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut folder = open(home.path()).expect("it can be opened");
    let files = case("a.yaml", "Isla", &[("a.pdf", "1")]);
    folder.write(files, |_| true).expect("the folder is empty");
    drop(folder);
    let journal = home.path().join(".concord/journal");
    let mut cut = text(&journal);
    cut.push_str(r#"{"case":{"source":1,"pa"#);
    fs::write(&journal, cut).expect("a line that a kill cut short");
    let mut folder = open(home.path()).expect("it can be opened");
    assert_eq!(cases(home.path()), 1);
    let files = case("b.yaml", "Dafydd", &[("b.pdf", "2")]);
    folder.write(files, |_| true).expect("this one is free");
    folder.close(true).expect("the manifest is written");
    assert_eq!(cases(home.path()), 2);
}

/// How many cases the manifest knows.
fn cases(root: &Path) -> usize {
    let folder = LookedAt::open(root).expect("it has a manifest");
    folder.manifest().cases.len()
}
