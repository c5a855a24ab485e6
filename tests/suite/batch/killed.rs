//! Kills at any moment of a run: no family has documents of two versions, and none loses what
//! it had. A few by default; `CONCORD_HAMMER=1` asks for two hundred.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use concord::output::Folder;
use concord::output::manifest::LookedAt;

use super::{build, families, files};

const FAMILIES: usize = 6;

/// The documents of a folder, by family.
type Documents = BTreeMap<String, BTreeMap<String, Vec<u8>>>;

fn documents(folder: &Path) -> Documents {
    let mut documents = Documents::new();
    for (name, bytes) in files(folder) {
        if let Some((family, _)) = name.split_once('/').filter(|(top, _)| *top != ".concord") {
            let family = documents.entry(family.to_owned()).or_default();
            family.insert(name, bytes);
        }
    }
    documents
}

/// The same families, in documents of a later day.
fn later(cases: &Path) {
    for entry in fs::read_dir(cases).expect("the cases") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a case");
        let text = text.replace("prepared_on: 2026-06-12", "prepared_on: 2026-06-15");
        fs::write(path, text).expect("room for it");
    }
}

/// Builds the cases and kills the program after a while.
fn killed(cases: &Path, out: &Path, after: Duration) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_concord"))
        .args(["build", "--format", "typst", "--out"])
        .args([out, cases])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be run");
    sleep(after);
    // It may have come to its end before.
    let _ = program.kill();
    program.wait().expect("it ends");
}

/// Whoever opens the folder next mends it; nothing is built.
fn mend(out: &Path) -> bool {
    let known = LookedAt::open(out).expect("it has a manifest");
    let (program, options) = (
        known.manifest().program.clone(),
        known.manifest().options.clone(),
    );
    let folder = Folder::open(out, program, options, None).expect("it can be opened");
    folder.mended().finished.is_some()
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
        fs::write(path, bytes).expect("room for it");
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the environment says how much is asked of the test, and a run is timed once so \
              that kills fall within it"
)]
fn a_kill_tears_no_case_and_loses_no_document() {
    let rounds = match std::env::var_os("CONCORD_HAMMER") {
        Some(_) => 200,
        None => 6,
    };
    let home = tempfile::tempdir().expect("a temporary folder");
    let cases = home.path().join("cases");
    fs::create_dir(&cases).expect("a folder");
    families(&cases, FAMILIES);
    let (before, after) = (home.path().join("before"), home.path().join("after"));
    build(&cases, &before, &["--format", "typst"]);
    later(&cases);
    copy(&before, &after);
    let began = std::time::Instant::now();
    killed(&cases, &after, Duration::ZERO);
    let least = began.elapsed();
    build(&cases, &after, &["--format", "typst"]);
    let whole = began.elapsed().max(2 * least);
    let (old, new) = (documents(&before), documents(&after));
    assert_eq!(old.len(), FAMILIES - 1, "one has a slip");
    assert!(
        old.iter()
            .all(|(family, documents)| new[family] != *documents)
    );
    let (mut cut, mut mended) = (0, 0);
    for round in 0..rounds {
        let out = home.path().join(format!("round-{round}"));
        copy(&before, &out);
        killed(&cases, &out, whole * round / rounds);
        mended += usize::from(mend(&out));
        let left = documents(&out);
        let is_whole = |(family, documents): (&String, &BTreeMap<String, Vec<u8>>)| {
            *documents == old[family] || *documents == new[family]
        };
        assert!(left.iter().all(is_whole), "round {round}: a case is torn");
        assert!(
            left.keys().eq(old.keys()),
            "round {round}: a family is lost"
        );
        cut += usize::from(left != old && left != new);
        build(&cases, &out, &["--format", "typst"]);
        assert!(
            documents(&out) == new,
            "round {round}: the next run does not go on"
        );
        fs::remove_dir_all(&out).expect("it is ours");
    }
    if rounds > 6 {
        println!("{rounds} kills, {cut} between two cases, {mended} within one; none torn");
    }
}
