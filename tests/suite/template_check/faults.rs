//! Each kind of fault, at its place.
//!
//! A fixture in `fixtures/packs/invalid` is a folder whose outline begins with a line
//! `{{!-- expect: CODE at LINE:COLUMN: message --}}` for every finding it must bring
//! about, with `FILE:` before the line where it stands in a partial. A new one needs no
//! Rust.

use std::sync::Arc;

use concord::diagnostics::draw::{MessageFormat, Style, draw};
use concord::diagnostics::{Code, Diagnostic, code};
use concord::language::Locale;
use concord::templates::try_variants;
use insta::assert_snapshot;

use super::{OUTLINE, Sample, english, fixtures};

fn told(finding: &Diagnostic) -> String {
    let place = finding
        .place
        .as_ref()
        .expect("a finding has its place")
        .to_string();
    let place = place
        .strip_prefix(OUTLINE)
        .map_or(&*place, |place| &place[1..]);
    format!("{} at {place}: {}", finding.code.id, finding.message)
}

/// What `concord templates check` would tell: sample views are tried where the paths
/// are sound.
fn findings(sample: &Sample, locale: &Arc<Locale>) -> Vec<Diagnostic> {
    let read = "Handlebars can read the fixture";
    let checked = sample.checked(locale).expect(read);
    if checked.findings.has_errors() {
        return checked.findings.sorted();
    }
    let pack = sample.compiled(locale).expect(read);
    try_variants(&pack, &sample.schema, None).findings.sorted()
}

fn expected(outline: &str) -> Vec<String> {
    let lines = outline
        .lines()
        .map_while(|line| line.strip_prefix("{{!-- expect: "));
    lines
        .map(|line| line.trim_end_matches(" --}}").to_owned())
        .collect()
}

#[test]
fn each_fault_is_told_at_its_place_with_its_fix() {
    let locale = english();
    let mut wrong = Vec::new();
    for pack in fixtures("invalid") {
        let findings = findings(&pack, &locale);
        let told: Vec<String> = findings.iter().map(told).collect();
        if told != expected(&pack.texts[OUTLINE]) {
            wrong.push(format!("{}:\n  {}", pack.name, told.join("\n  ")));
        }
        assert!(
            findings.iter().all(|finding| finding.help.is_some()),
            "{} has no fix",
            pack.name
        );
    }
    assert!(
        wrong.is_empty(),
        "these are told otherwise:\n{}",
        wrong.join("\n")
    );
}

/// How each kind of fault is drawn, with its fix.
#[test]
fn each_fault_is_drawn() {
    let locale = english();
    for pack in fixtures("invalid") {
        let mut drawn = String::new();
        draw(
            MessageFormat::Human,
            &findings(&pack, &locale),
            Style::default(),
            &mut drawn,
        )
        .expect("a string takes all that is written");
        assert_snapshot!(pack.name, drawn);
    }
}

#[test]
fn each_code_of_the_checker_has_a_fixture() {
    let names: Vec<String> = fixtures("invalid")
        .into_iter()
        .map(|pack| pack.name)
        .collect();
    // Folders, tags, themes and what a firm declares: in `breakages.yaml`, in
    // `templates/refused`, in `layers/documents`.
    let elsewhere = [
        "T65", "T70", "T73", "T74", "T75", "T76", "T77", "T78", "T79",
    ];
    let checked = |code: &&&Code| code.id >= "T40" && !elsewhere.contains(&code.id);
    for code in code::template::ALL.iter().filter(checked) {
        let own = format!("{}-", code.id);
        assert!(
            names.iter().any(|name| name.starts_with(&own)),
            "{} has no fixture",
            code.id
        );
    }
}

/// A finding in a partial says which tag called it.
#[test]
fn a_partial_is_told_with_its_caller() {
    let texts = [
        (
            OUTLINE.to_owned(),
            "{{#each children}}{{> line}}{{/each}}".to_owned(),
        ),
        ("line.typ.hbs".to_owned(), "{{name}} {{bron}}".to_owned()),
    ];
    let pack = Sample::new("called".to_owned(), texts.into());
    let checked = pack.checked(&english()).expect("Handlebars can read it");
    let findings = checked.findings.sorted();
    let [finding] = &findings[..] else {
        panic!("one fault, not {findings:#?}")
    };
    assert_eq!(
        told(finding),
        "T40 at line.typ.hbs:1:12: there is no `bron` here"
    );
    assert_eq!(finding.help.as_deref(), Some("did you mean `born`?"));
    assert_eq!(finding.labels[0].place.to_string(), "document.typ.hbs:1:19");
}
