//! Cases in shards: together they are what one run makes, to the byte, wherever each is built.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use concord::cli::Exit;
use concord::output::Shard;

use super::{build, families, files};
use crate::support::{Run, concord};

const OF: usize = 3;

/// Enough for every shard to have some.
const FAMILIES: usize = 8;

fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a temporary folder");
    let cases = home.path().join("cases");
    fs::create_dir(&cases).expect("a folder");
    families(&cases, FAMILIES);
    (home, cases)
}

fn shard(cases: &Path, out: &Path, index: usize) -> Run {
    let shard = format!("{index}/{OF}");
    build(cases, out, &["--format", "typst", "--shard", &shard])
}

fn whole(cases: &Path, out: &Path) -> Run {
    build(cases, out, &["--format", "typst"])
}

fn merge(folders: &[&Path], more: &[&str]) -> Run {
    let folders = folders
        .iter()
        .map(|folder| folder.to_str().expect("a plain path"));
    let folders: Vec<&str> = folders.collect();
    concord(&[&["manifest", "merge"], &folders[..], more].concat())
}

/// Builds each shard into a folder of its own.
fn in_folders_of_their_own(cases: &Path, home: &Path) -> Vec<PathBuf> {
    let folders: Vec<PathBuf> = (1..=OF).map(|index| home.join(index.to_string())).collect();
    for (index, folder) in (1..).zip(&folders) {
        shard(cases, folder, index);
    }
    folders
}

#[test]
fn shards_in_one_folder_are_one_run_to_the_byte_once_they_are_merged() {
    let (home, cases) = home();
    let (one, out) = (home.path().join("one"), home.path().join("out"));
    assert_eq!(whole(&cases, &one).exit, Exit::Findings, "one has a slip");
    for index in [2, 3, 1] {
        let run = shard(&cases, &out, index);
        assert!(
            run.err.contains(&format!("shard {index} of 3: ")),
            "{}",
            run.err
        );
        let path = out.to_str().expect("a plain path");
        for run in [whole(&cases, &out), concord(&["verify", path])] {
            assert_eq!(run.exit, Exit::Findings);
            assert!(run.err.contains("O23"), "{}", run.err);
        }
    }
    let run = merge(&[&out], &[]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.err.contains("merged 3 shards: 8 cases"), "{}", run.err);
    assert!(files(&one) == files(&out));
    // What was merged is kept, by one run and by other shards.
    let again = build(&cases, &out, &["--format", "typst", "--shard", "1/2"]);
    assert!(again.err.contains("wrote no files"), "{}", again.err);
    let again = build(&cases, &out, &["--format", "typst", "--shard", "2/2"]);
    assert!(again.err.contains("wrote no files"), "{}", again.err);
    assert_eq!(merge(&[&out], &[]).exit, Exit::Done);
    assert!(files(&one) == files(&out));
    let again = whole(&cases, &out);
    assert!(again.err.contains("wrote no files"), "{}", again.err);
}

#[test]
fn shards_in_folders_of_their_own_are_one_run_in_another() {
    let (home, cases) = home();
    let (one, out) = (home.path().join("one"), home.path().join("out"));
    whole(&cases, &one);
    let folders = in_folders_of_their_own(&cases, home.path());
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    assert_eq!(merge(&folders, &[]).exit, Exit::Usage);
    let to = ["--out", out.to_str().expect("a plain path")];
    let run = merge(&folders, &to);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(files(&one) == files(&out));

    let all = files(folders[1]);
    let document = all.keys().find(|name| name.ends_with(".typ"));
    let document = folders[1].join(document.expect("a shard has documents"));
    fs::write(document, "by hand").expect("it is changed");
    let run = merge(&folders, &to);
    assert_eq!(run.exit, Exit::Findings);
    assert!(run.err.contains("is not as it was written"), "{}", run.err);
}

#[test]
fn a_case_that_is_added_moves_no_other() {
    let (home, cases) = home();
    let of = |out: &str| -> Vec<BTreeSet<String>> {
        let built = (1..=OF).map(|index| {
            let out = home.path().join(format!("{out}-{index}"));
            shard(&cases, &out, index);
            let files = files(&out).into_keys();
            let folders = files.filter_map(|file| Some(file.split_once('/')?.0.to_owned()));
            folders.filter(|folder| folder != ".concord").collect()
        });
        built.collect()
    };
    let before = of("before");
    let more = home.path().join("more");
    fs::create_dir(&more).expect("a folder");
    families(&more, FAMILIES + 1);
    let name = format!("family-{FAMILIES:02}.yaml");
    fs::copy(more.join(&name), cases.join(&name)).expect("room for it");
    let after = of("after");
    assert!(
        before
            .iter()
            .zip(&after)
            .all(|(before, after)| before.is_subset(after))
    );
    let count = |shards: &[BTreeSet<String>]| shards.iter().map(BTreeSet::len).sum::<usize>();
    assert_eq!((count(&before), count(&after)), (FAMILIES - 1, FAMILIES));
}

/// Two case files of one number, in shards that know nothing of each other.
#[test]
fn two_families_do_not_come_into_one_folder() {
    let (home, cases) = home();
    let shard_of = |path: &str| {
        let mut shards = (1..=OF).map(|index| format!("{index}/{OF}").parse::<Shard>());
        shards.position(|shard| shard.is_ok_and(|shard| shard.holds(path)))
    };
    let own = shard_of("family-00.yaml");
    let mut names = (0..).map(|copy| format!("copy-{copy}.yaml"));
    let elsewhere = names.find(|name| shard_of(name) != own);
    let elsewhere = cases.join(elsewhere.expect("there is one"));
    fs::copy(cases.join("family-00.yaml"), elsewhere).expect("room for it");

    let folders = in_folders_of_their_own(&cases, home.path());
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    let out = home.path().join("out");
    let run = merge(&folders, &["--out", out.to_str().expect("a plain path")]);
    assert_eq!(run.exit, Exit::Findings);
    assert!(run.err.contains("O06"), "{}", run.err);
    assert!(
        run.err.contains("have both written into `NE26P00000`"),
        "{}",
        run.err
    );
    assert!(!out.exists(), "nothing was merged");

    let runs: Vec<Run> = (1..=OF).map(|index| shard(&cases, &out, index)).collect();
    let refused = runs.iter().filter(|run| run.err.contains("O24")).count();
    assert_eq!(refused, 1, "one of the two was refused");
    assert_eq!(merge(&[&out], &[]).exit, Exit::Done);
}

#[test]
fn what_is_not_every_shard_of_one_run_is_not_merged() {
    let (home, cases) = home();
    let out = home.path().join("out");
    let refused = |words: &str| {
        let run = merge(&[&out], &[]);
        assert_eq!(run.exit, Exit::Findings, "{}", run.err);
        assert!(
            run.err.contains("O09") && run.err.contains(words),
            "{}",
            run.err
        );
    };
    refused("holds no shard");
    shard(&cases, &out, 1);
    refused("shard 2 of 3 is not there");
    shard(&cases, &out, 2);
    build(
        &cases,
        &out,
        &["--format", "typst", "--shard", "3/3", "--strict"],
    );
    refused("were asked for other things");
    shard(&cases, &out, 3);
    let manifest = out.join(".concord/manifest-3-of-3.json");
    let text = fs::read_to_string(&manifest).expect("it was written");
    let stopped = text.replace("\"complete\": true", "\"complete\": false");
    fs::write(&manifest, stopped).expect("room for it");
    refused("shard 3 of 3 has not come to its end");
    shard(&cases, &out, 3);
    assert_eq!(merge(&[&out], &[]).exit, Exit::Done);
    let other = build(&cases, &home.path().join("other"), &["--shard", "4/3"]);
    assert_eq!(other.exit, Exit::Usage, "{}", other.err);
}

#[test]
fn the_first_event_says_which_shard_it_is_of() {
    let (home, cases) = home();
    let out = home.path().join("out");
    let first = |more: &[&str]| {
        let told = [&["--format", "typst", "--message-format", "json"], more].concat();
        let run = build(&cases, &out, &told);
        let line = run.out.lines().next().expect("an event").to_owned();
        serde_json::from_str::<serde_json::Value>(&line).expect("it is JSON")["shard"].clone()
    };
    assert_eq!(first(&["--shard", "2/3"]), "2/3");
    fs::remove_dir_all(&out).expect("it is ours");
    assert!(first(&[]).is_null());
}
