//! Each fault of a locale, told at its place.
//!
//! A fixture in `fixtures/locales/invalid` begins with a line `# expect: CODE at
//! LINE:COLUMN: message` for every finding it must bring about; a new one needs
//! no Rust.

use std::fs;
use std::path::Path;

use concord::diagnostics::code;
use concord::language::Locale;

use super::{file, told};

/// The fixtures of a folder of `fixtures/locales` whose names end so, in their order.
pub(super) fn fixtures(folder: &str, ending: &str) -> Vec<String> {
    let folder = format!("fixtures/locales/{folder}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder);
    let entries = fs::read_dir(root).expect("the repository has the folder");
    let mut paths: Vec<String> = entries
        .map(|entry| entry.expect("the folder can be read").file_name())
        .map(|name| format!("{folder}/{}", name.to_string_lossy()))
        .filter(|path| path.ends_with(ending))
        .collect();
    paths.sort();
    paths
}

pub(super) fn expected(text: &str) -> Vec<String> {
    text.lines()
        .map_while(|line| line.strip_prefix("# expect: "))
        .map(str::to_owned)
        .collect()
}

#[test]
fn each_fault_of_a_locale_is_told_at_its_place() {
    for path in fixtures("invalid", "yaml") {
        let source = file(&path);
        let findings = Locale::parse(&source).expect_err("an invalid locale is refused");
        assert!(
            findings.iter().all(|finding| finding.help.is_some()),
            "{path}"
        );
        assert_eq!(told(findings), expected(source.text()), "{path}");
    }
}

/// A locale on its own, one that is held against the English, or a worksheet, whose name
/// begins with its code.
#[test]
fn each_code_of_the_family_has_a_fixture() {
    let locales = [fixtures("invalid", "yaml"), fixtures("compared", "yaml")].concat();
    let texts: String = locales
        .iter()
        .map(|path| file(path).text().to_owned())
        .collect();
    let worksheets = fixtures("worksheets", "tsv").concat();
    for code in code::language::ALL {
        let expected = texts.contains(&format!("# expect: {} at ", code.id));
        let named = worksheets.contains(&format!("/{}-", code.id));
        assert!(expected || named, "{}", code.id);
    }
}
