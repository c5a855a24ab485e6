//! What documents say changes with a line for those whose documents they are: the words of each
//! document, by language, are kept as digests beside that of `Templates` in the changelog.

use std::collections::BTreeMap;
use std::fs;

use concord::output::Digest;
use serde_yaml::Value;

use crate::golden::is_blessed;
use crate::support::concord;

const KEPT: &str = "fixtures/wording.txt";

/// The sections of the changelog, each with its heading: `## [0.2.0] - 2026-12-01`.
fn versions(changelog: &str) -> Vec<(&str, &str)> {
    let sections = changelog.split("\n## ").skip(1);
    let parted = sections.map(|section| section.split_once('\n').unwrap_or((section, "")));
    parted.collect()
}

/// What stands under `Templates` of the version that is next.
fn templates(changelog: &str) -> String {
    let next = versions(changelog).first().map_or("", |(_, text)| *text);
    let mut parts = next.split("\n### ");
    let part = parts.find_map(|part| part.strip_prefix("Templates\n"));
    part.unwrap_or_default().trim().to_owned()
}

/// A digest of all words under each first key of a locale: `en court-report`.
fn words(language: &str) -> BTreeMap<String, String> {
    let path = format!("templates/locales/{language}.yaml");
    let text = fs::read_to_string(path).expect("the locale");
    let locale: BTreeMap<String, Value> = serde_yaml::from_str(&text).expect("it is YAML");
    let digested = locale.into_iter().map(|(key, words)| {
        let words = serde_yaml::to_string(&words).expect("it was YAML");
        (
            format!("{language} {key}"),
            Digest::of(words.as_bytes()).mark(),
        )
    });
    digested.collect()
}

fn now(changelog: &str) -> BTreeMap<String, String> {
    let line = Digest::of(templates(changelog).as_bytes()).mark();
    let mut now: BTreeMap<String, String> = [("changelog".to_owned(), line)].into();
    now.extend(words("en").into_iter().chain(words("cy")));
    now
}

/// What changed without a word of it in the changelog.
fn unsaid(kept: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Vec<String> {
    if kept.get("changelog") != now.get("changelog") {
        return Vec::new();
    }
    let keys = kept.keys().chain(now.keys());
    let mut changed: Vec<String> = keys
        .filter(|key| kept.get(*key) != now.get(*key))
        .cloned()
        .collect();
    changed.sort();
    changed.dedup();
    changed
}

#[test]
fn words_of_documents_change_with_a_line_under_templates() {
    let changelog = fs::read_to_string("CHANGELOG.md").expect("the changelog");
    let now = now(&changelog);
    let lines = fs::read_to_string(KEPT).unwrap_or_default();
    let kept: BTreeMap<String, String> = lines
        .lines()
        .filter_map(|line| line.rsplit_once(' '))
        .map(|(key, digest)| (key.to_owned(), digest.to_owned()))
        .collect();
    assert_eq!(
        unsaid(&kept, &now),
        [""; 0],
        "the words of these changed: say in CHANGELOG.md, under `Templates`, what documents say \
         now, and run this again with CONCORD_BLESS=1"
    );
    if is_blessed() {
        let lines = now.iter().map(|(key, digest)| format!("{key} {digest}\n"));
        fs::write(KEPT, lines.collect::<String>()).expect("it can be written");
        return;
    }
    assert_eq!(
        kept, now,
        "the changelog has its line: run this again with CONCORD_BLESS=1"
    );
}

#[test]
fn a_word_that_changed_without_a_line_is_told() {
    let changelog = "# Changelog\n\n## [Unreleased]\n\n### Templates\n\n- The plan says so.\n";
    let before = now(changelog);
    let mut after = before.clone();
    after.insert("en court-report".to_owned(), "other".to_owned());
    assert_eq!(unsaid(&before, &after), ["en court-report"]);
    let line = now(&format!("{changelog}- The report says so.\n"));
    after.extend(line.into_iter().filter(|(key, _)| key == "changelog"));
    assert_eq!(unsaid(&before, &after), [""; 0]);
}

#[test]
fn the_version_is_that_of_the_changelog() {
    let changelog = fs::read_to_string("CHANGELOG.md").expect("the changelog");
    let version = env!("CARGO_PKG_VERSION");
    let versions = versions(&changelog);
    let (first, _) = versions.first().expect("there is a section");
    let released = versions
        .iter()
        .find(|(heading, _)| *heading != "[Unreleased]");
    if let Some((heading, _)) = released {
        let is_named = heading.starts_with(&format!("[{version}] - "));
        assert!(is_named, "Cargo.toml has {version}, CHANGELOG.md {heading}");
    }
    assert!(released.is_some() || *first == "[Unreleased]", "{first}");
    let told = concord(&["--version", "--verbose"]).out;
    let mut lines = told.lines();
    assert_eq!(lines.next(), Some(&*format!("concord {version}")));
    for what in [
        "Typst ",
        "fonts: ",
        "rules: fpr-2018-07, fpr-2026-03",
        "forms: ",
    ] {
        assert!(
            told.lines().any(|line| line.starts_with(what)),
            "{what}: {told}"
        );
    }
}
