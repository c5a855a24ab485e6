//! No phrase is written for nothing: each one of the English locale is asked for by a
//! template or by the program.
//!
//! A template asks by a key in quotation marks, or for one of a group: `in="role"`. The
//! program asks by a key too, or makes one of a group and a value: `calendar.month.{n}`.
//! Nouns are a stock that any template may count from, a firm's own too, and are left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use super::english;

#[derive(Default)]
struct Asked {
    keys: BTreeSet<String>,
    groups: BTreeSet<String>,
}

impl Asked {
    fn by_all() -> Self {
        let mut asked = Asked::default();
        for text in texts("templates", "hbs") {
            asked.by_template(&text);
        }
        for text in texts("src", "rs") {
            asked.by_program(&text);
        }
        asked
    }

    fn by_template(&mut self, text: &str) {
        for (before, literal) in literals(text) {
            let kind = match before.ends_with("in=") {
                true => &mut self.groups,
                false => &mut self.keys,
            };
            kind.insert(literal.to_owned());
        }
    }

    /// Comments and tests name keys without asking for them.
    fn by_program(&mut self, text: &str) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            for (_, literal) in literals(line) {
                match literal.split_once(".{") {
                    Some((group, _)) => self.groups.insert(group.to_owned()),
                    None => self.keys.insert(literal.to_owned()),
                };
            }
        }
    }

    fn asks_for(&self, key: &str) -> bool {
        let group = key.rsplit_once('.').map(|(group, _)| group);
        self.keys.contains(key) || group.is_some_and(|group| self.groups.contains(group))
    }
}

/// Each text in quotation marks, with what stands before it.
fn literals(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let pieces: Vec<&str> = text.split('"').collect();
    let pairs: Vec<_> = pieces
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .collect();
    pairs.into_iter()
}

fn texts(folder: &str, ending: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = WalkDir::new(root).into_iter();
    files
        .map(|entry| entry.expect("the folder can be read").into_path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| fs::read_to_string(path).expect("it is text"))
        .collect()
}

#[test]
fn every_phrase_is_asked_for() {
    let (locale, asked) = (english(), Asked::by_all());
    let unasked: Vec<&str> = locale
        .keys()
        .filter(|key| !key.starts_with("nouns.") && !asked.asks_for(key))
        .collect();
    assert_eq!(unasked, Vec::<&str>::new());
}

#[test]
fn a_phrase_that_nothing_asks_for_is_seen() {
    let mut asked = Asked::default();
    asked.by_template(
        r#"{{phrase "page.number"}} {{phrase (list xs) in="role" name=(phrase "x.y")}}"#,
    );
    asked.by_program("// \"heading.born\"\nphrase(\"list.comma\"); format!(\"numerals.{n}\");");
    asked.by_program("#[cfg(test)] phrase(\"heading.dated\")");
    for (key, is_asked) in [
        ("page.number", true),
        ("role.applicant", true),
        ("x.y", true),
        ("list.comma", true),
        ("numerals.3", true),
        ("page.continued", false),
        ("role-in-text.applicant", false),
        ("heading.born", false),
        ("heading.dated", false),
    ] {
        assert_eq!(asked.asks_for(key), is_asked, "{key}");
    }
}

/// The code of the program, without comments and tests.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether a text calls `name` behind one of these signs.
fn calls(text: &str, signs: &[char], name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text[at + name.len()..].chars().next();
        text[..at].ends_with(signs) && !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn no_function_of_a_language_is_without_a_caller() {
    let program: String = texts("src", "rs").iter().map(|text| code(text)).collect();
    let mut functions = 0;
    for text in texts("src/language", "rs") {
        let code = code(&text);
        let names = code.split("pub fn ").skip(1);
        for name in names.filter_map(|rest| rest.split(['(', '<']).next()) {
            functions += 1;
            assert!(calls(&program, &['.', ':'], name), "nothing calls `{name}`");
        }
    }
    assert!(functions >= 20, "the room is there");
}

#[test]
fn every_helper_that_words_a_number_or_a_list_is_called_by_a_template() {
    let templates = texts("templates", "hbs").concat();
    for helper in [
        "count",
        "count_in_words",
        "ordinal",
        "list",
        "date",
        "weekday_date",
        "time",
    ] {
        assert!(calls(&templates, &['{', '('], helper), "{helper}");
    }
}
