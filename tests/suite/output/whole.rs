//! All files of a case or none, readable by their owner alone.

use std::fs;
use std::path::Path;

use concord::output::Digest;
use concord::output::manifest::{Input, InputKind, LookedAt};

use super::{case, entries, open, refused, text, write};
use crate::trial::Trial;

#[test]
fn documents_are_written_into_a_folder_that_is_made_for_them() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let folder = home.path().join("a/b");
    let files = case("a.yaml", "Isla", &[("2.pdf", "two"), ("1.pdf", "one")]);
    write(&folder, files).expect("nothing is in the way");
    assert_eq!(text(&folder.join("1.pdf")), "one");
    assert_eq!(entries(&folder), ["1.pdf", "2.pdf"]);
    assert_eq!(entries(&folder.join(".concord")), ["lock", "manifest.json"]);
}

#[test]
fn writing_again_replaces_what_was_there() {
    let home = tempfile::tempdir().expect("a temporary folder");
    for words in ["first, and longer", "second"] {
        let files = case("a.yaml", "Isla", &[("a.pdf", words)]);
        write(home.path(), files).expect("nothing is in the way");
    }
    assert_eq!(text(&home.path().join("a.pdf")), "second");
    assert_eq!(entries(home.path()), ["a.pdf"]);
}

#[test]
fn a_second_build_of_the_same_case_makes_nothing_anew() {
    let trial = Trial::case("mediation").document("parenting-plan");
    let first = trial.build().done();
    // A calendar is made without the typesetter, and is kept like the rest.
    assert!(!first.texts(".ics").is_empty());
    let second = trial.build().done();
    let kept = format!("kept {} files, wrote no files", first.files.len());
    assert!(second.run.err.contains(&kept), "{}", second.run.err);
    assert_eq!(second.run.out, "");
    assert_eq!(first.files, second.files);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt as _;

    let home = tempfile::tempdir().expect("a temporary folder");
    let folder = home.path().join("out");
    write(&folder, case("a.yaml", "Isla", &[("a.pdf", "x")])).expect("nothing is in the way");
    let mode = |path: &Path| {
        let there = fs::metadata(path).expect("it was made");
        there.permissions().mode() & 0o777
    };
    for made in ["", ".concord"] {
        assert_eq!(mode(&folder.join(made)), 0o700, "{made}");
    }
    for made in ["a.pdf", ".concord/manifest.json", ".concord/lock"] {
        assert_eq!(mode(&folder.join(made)), 0o600, "{made}");
    }
}

#[test]
fn a_failure_leaves_every_earlier_document_whole() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let old = case("a.yaml", "Isla", &[("a.pdf", "old")]);
    write(home.path(), old).expect("nothing is in the way");
    fs::create_dir(home.path().join("b.pdf")).expect("a folder in the way");
    let new = case("a.yaml", "Isla", &[("a.pdf", "new"), ("b.pdf", "new")]);
    assert_eq!(refused(write(home.path(), new)), ["O04"]);
    assert_eq!(text(&home.path().join("a.pdf")), "old");
    assert_eq!(entries(home.path()), ["a.pdf", "b.pdf"]);
}

#[test]
fn a_file_where_the_folder_should_be_is_named() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let file = home.path().join("out");
    fs::write(&file, "mine").expect("a file in the way");
    for folder in [file.clone(), file.join("below")] {
        let files = case("a.yaml", "Isla", &[("a.pdf", "x")]);
        assert_eq!(refused(write(&folder, files)), ["O02"]);
    }
    assert_eq!(text(&file), "mine");
}

/// `/proc` refuses new files to everyone, the administrator included.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_named_before_a_page_is_set() {
    for folder in ["/proc/self", "/proc/concord/out"] {
        let finding = open(Path::new(folder)).expect_err("nothing can be written there");
        assert_eq!(finding.code.id, "O01", "{}", finding.message);
        assert!(finding.message.contains(folder), "{}", finding.message);
    }
}

#[test]
fn a_name_too_long_for_the_disk_leaves_nothing_behind() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let long = "9".repeat(300);
    let files = case("a.yaml", "Isla", &[("a.pdf", "x"), (&long, "x")]);
    assert_eq!(refused(write(home.path(), files)), ["O05"]);
    assert!(entries(home.path()).is_empty());
    let left = entries(&home.path().join(".concord"));
    assert_eq!(left, ["lock", "manifest.json"]);
}

#[test]
fn what_documents_use_is_named_by_its_place_and_read_again_by_its_key() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let input = |name: &str| Input {
        kind: InputKind::Phrase,
        name: name.to_owned(),
        layer: "built-in".to_owned(),
        sha256: Digest::of(name.as_bytes()),
    };
    let key = |name: &&str| input(name).key();
    let mut files = case("a.yaml", "Isla", &[("a.pdf", "1"), ("b.pdf", "2")]);
    let used: [&[&str]; 2] = [&["a", "b", "c"], &["b", "d"]];
    for (document, used) in files.entry.documents.iter_mut().zip(used) {
        document.uses = used.iter().map(key).collect();
    }
    let named = ["a", "b", "c", "d", "in no document"].map(input);
    files.inputs = named.map(|input| (input.key(), input)).into();
    let written = files.entry.documents.clone();
    write(home.path(), files).expect("nothing is in the way");
    let text = text(&home.path().join(".concord/manifest.json"));
    assert!(text.contains(r#""uses":["0-2"]"#), "{text}");
    assert!(text.contains(r#""uses":["1","3"]"#), "{text}");
    let folder = LookedAt::open(home.path()).expect("it has a manifest");
    assert_eq!(folder.manifest().cases[0].documents, written);
    assert_eq!(
        folder.manifest().inputs.len(),
        4,
        "what is not used is not kept"
    );
}
