//! What a firm's hand can break, planted one by one: each is told once, at the file and
//! line that has to be mended, and not as a fault of the program's own files.
//!
//! `fixtures/packs/breakages.yaml` is the table; a new one needs no Rust.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread;

use serde::Deserialize;

use crate::support::concord;

/// How many there are at least.
const LEAST: usize = 40;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Breakage {
    what: String,
    /// Where it lies in the firm's folder.
    file: String,
    /// The file of the program that it is made of; without, the one of the same path.
    from: Option<String>,
    find: Option<String>,
    put: Option<String>,
    /// Other files of the firm.
    #[serde(default)]
    beside: BTreeMap<String, String>,
    #[serde(default)]
    told: Vec<String>,
}

impl Breakage {
    /// The text of its file.
    fn text(&self) -> String {
        let own = self.from.as_ref().unwrap_or(&self.file);
        let own = || fs::read_to_string(Path::new("templates").join(own)).expect(&self.what);
        match (&self.find, &self.put) {
            (None, Some(put)) => put.clone(),
            (None, None) => own(),
            (Some(find), put) => {
                let own = own();
                assert!(own.contains(find), "{}: there is no `{find}`", self.what);
                own.replacen(find, put.as_deref().unwrap_or_default(), 1)
            }
        }
    }

    /// What the program says of a folder with it, a line for each finding.
    fn findings(&self) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let own = (&self.file, self.text());
        let beside = self.beside.iter().map(|(file, text)| (file, text.clone()));
        for (file, text) in beside.chain([own]) {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
            fs::write(path, text).expect("it can be written");
        }
        let path = folder.path().to_str().expect("a plain path");
        let run = concord(&["templates", "check", path, "--message-format", "short"]);
        let lines = run.out.lines().map(|line| {
            let line = line.replace(&format!("{path}/"), "");
            line.strip_prefix("templates/").unwrap_or(&line).to_owned()
        });
        lines
            .filter(|line| line != "no findings in the templates")
            .collect()
    }
}

/// The breakages that are told otherwise than the table says, as the table would have them.
fn told_otherwise(table: &[Breakage]) -> String {
    let mut wrong = String::new();
    for breakage in table {
        let findings = breakage.findings();
        let is_at_home =
            |line: &String| line.starts_with(&breakage.file) || line.starts_with("A05: ");
        let is_told = !findings.is_empty() && findings.iter().all(is_at_home);
        if !is_told || findings != breakage.told {
            let lines = findings.iter().map(|line| format!("    - {line:?}\n"));
            let lines: String = lines.collect();
            wrong += &format!("- what: {}\n  told:\n{lines}", breakage.what);
        }
    }
    wrong
}

#[test]
fn every_breakage_is_told_once_where_it_is_mended() {
    let text = fs::read_to_string("fixtures/packs/breakages.yaml").expect("the table");
    let table: Vec<Breakage> = serde_yaml::from_str(&text).expect("it has the form it says");
    assert!(table.len() >= LEAST, "there are {}", table.len());
    let (one, other) = table.split_at(table.len() / 2);
    let wrong = thread::scope(|scope| {
        let one = scope.spawn(|| told_otherwise(one));
        told_otherwise(other) + &one.join().expect("it comes to its end")
    });
    assert!(wrong.is_empty(), "these are told otherwise:\n{wrong}");
}
