//! Each fault of a locale, told at its place.
//!
//! A fixture in `fixtures/locales/invalid` begins with a line `# expect: CODE at
//! LINE:COLUMN: message` for every finding it must bring about; a new one needs
//! no Rust.

use std::fs;
use std::path::{Path, PathBuf};

use concord::diagnostics::{SourceFile, code};
use concord::language::Locale;

use super::told;

fn invalid() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/locales/invalid");
    let entries = fs::read_dir(folder).expect("the repository has the folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    paths.sort();
    paths
}

fn expected(text: &str) -> Vec<String> {
    text.lines()
        .map_while(|line| line.strip_prefix("# expect: "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn each_fault_of_a_locale_is_told_at_its_place() {
    for path in invalid() {
        let text = fs::read_to_string(&path).expect("a fixture is text");
        let source = SourceFile::new(path.display().to_string(), text);
        let findings = Locale::parse(&source).expect_err("an invalid locale is refused");
        assert!(
            findings.iter().all(|finding| finding.help.is_some()),
            "{}",
            path.display()
        );
        assert_eq!(
            told(findings),
            expected(source.text()),
            "{}",
            path.display()
        );
    }
}

#[test]
fn each_code_of_the_family_has_a_fixture() {
    let texts: String = invalid()
        .iter()
        .map(|path| fs::read_to_string(path).expect("a fixture is text"))
        .collect();
    for code in code::language::ALL {
        assert!(
            texts.contains(&format!("# expect: {} at ", code.id)),
            "{}",
            code.id
        );
    }
}
