//! Writing documents: whole or not at all.

use std::fs;
use std::path::Path;

use concord::output::{Output, write};

fn output(name: &str, text: &str) -> Output {
    Output {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// Every entry of a folder, so that a forgotten temporary file is seen.
fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder exists")
        .map(|entry| {
            entry
                .expect("it can be listed")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn documents_are_written_into_a_folder_that_is_made_for_them() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let folder = home.path().join("a/b");
    let paths = write(&folder, &[output("2.pdf", "two"), output("1.pdf", "one")])
        .expect("nothing is in the way");
    assert_eq!(paths, [folder.join("2.pdf"), folder.join("1.pdf")]);
    assert_eq!(
        fs::read_to_string(folder.join("1.pdf")).expect("it was written"),
        "one"
    );
    assert_eq!(entries(&folder), ["1.pdf", "2.pdf"]);
}

#[test]
fn writing_again_replaces_what_was_there() {
    let home = tempfile::tempdir().expect("a temporary folder");
    for text in ["first, and longer", "second"] {
        write(home.path(), &[output("a.pdf", text)]).expect("nothing is in the way");
    }
    assert_eq!(
        fs::read_to_string(home.path().join("a.pdf")).expect("it was written"),
        "second"
    );
    assert_eq!(entries(home.path()), ["a.pdf"]);
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt as _;

    let home = tempfile::tempdir().expect("a temporary folder");
    let folder = home.path().join("out");
    write(&folder, &[output("a.pdf", "x")]).expect("nothing is in the way");
    let mode = |path: &Path| {
        fs::metadata(path)
            .expect("it was made")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("a.pdf")), 0o600);
}

#[test]
fn a_failure_leaves_every_earlier_document_whole() {
    let home = tempfile::tempdir().expect("a temporary folder");
    write(home.path(), &[output("a.pdf", "old")]).expect("nothing is in the way");
    fs::create_dir(home.path().join("b.pdf")).expect("a folder in the way");
    let finding = write(
        home.path(),
        &[output("a.pdf", "new"), output("b.pdf", "new")],
    )
    .expect_err("`b.pdf` is a folder");
    assert_eq!(finding.code.id, "O04");
    assert_eq!(
        fs::read_to_string(home.path().join("a.pdf")).expect("it is still there"),
        "old"
    );
    assert_eq!(entries(home.path()), ["a.pdf", "b.pdf"]);
}

#[test]
fn a_file_where_the_folder_should_be_is_named() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let file = home.path().join("out");
    fs::write(&file, "mine").expect("a file in the way");
    for folder in [file.clone(), file.join("below")] {
        let finding = write(&folder, &[output("a.pdf", "x")]).expect_err("a file is in the way");
        assert_eq!(finding.code.id, "O02", "{}", finding.message);
        assert!(finding.help.is_some());
    }
    assert_eq!(
        fs::read_to_string(&file).expect("it is still there"),
        "mine"
    );
}

/// `/proc` refuses new files to everyone, the administrator included.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_named() {
    for folder in ["/proc/self", "/proc/concord/out"] {
        let finding = write(Path::new(folder), &[output("a.pdf", "x")])
            .expect_err("nothing can be written there");
        assert_eq!(finding.code.id, "O01", "{}", finding.message);
        assert!(finding.message.contains(folder), "{}", finding.message);
    }
}

#[test]
fn a_name_too_long_for_the_disk_leaves_nothing_behind() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let finding = write(home.path(), &[output(&"9".repeat(300), "x")])
        .expect_err("no file system takes 300 characters");
    assert_eq!(finding.code.id, "O05", "{}", finding.message);
    assert!(entries(home.path()).is_empty());
}
