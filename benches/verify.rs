//! How long it takes to say that a thousand documents are as they were written.
//!
//! The bar: less than a second, hashed and not made again.

use std::fs;
use std::path::Path;

use concord::cli::{self, Exit, Surroundings, Terminal};
use criterion::Criterion;

/// A case of five documents, so that these many are more than a thousand documents.
const CASE: &str = "fixtures/cases/valid/mediation.yaml";
const CASES: usize = 210;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let home = tempfile::tempdir().expect("a temporary folder");
    let [cases, out] = ["cases", "out"].map(|name| home.path().join(name).display().to_string());
    families(Path::new(&cases));
    // A document as its source is as much to verify, and is built at once.
    run(&["build", &cases, "--out", &out, "--format", "typst"]);
    let mut group = criterion.benchmark_group("verify");
    group.sample_size(10);
    group.bench_function("unchanged", |bench| {
        bench.iter(|| run(&["verify", &out, "--cases", &cases, "--no-rebuild"]));
    });
    group.finish();
    criterion.final_summary();
}

/// Families that differ in their names alone, and so in the hash of each child.
fn families(folder: &Path) {
    fs::create_dir_all(folder).expect("room for it");
    let case = fs::read_to_string(CASE).expect("a fixture");
    for number in 0..CASES {
        let letter = |value: usize| char::from(b'a' + (value % 26) as u8);
        let name = format!("Zadie{}{}", letter(number), letter(number / 26));
        let text = case.replace("Zadie Ann", &format!("{name} Ann"));
        let text = text.replace("WFM-26-0318", &format!("WFM-26-{number:04}"));
        let file = folder.join(format!("family-{number:03}.yaml"));
        fs::write(file, text).expect("room for it");
    }
}

fn run(arguments: &[&str]) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal::new(&mut out, &mut err, Surroundings::default());
    let exit = cli::run([&["concord"], arguments].concat(), &mut terminal);
    drop(terminal);
    assert_eq!(exit, Exit::Done, "{}", String::from_utf8_lossy(&err));
}
