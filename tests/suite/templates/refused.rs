//! Each thing that a template may not say, told at its place.
//!
//! A fixture in `fixtures/templates/refused` begins with a line `{{!-- expect: CODE at
//! LINE:COLUMN: message --}}` for every finding it must bring about, when it is
//! rendered with `view.json` and the partials beside it; a new one needs no Rust.

use std::path::Path;

use concord::diagnostics::{Diagnostic, Findings, SourceFile, code};
use concord::templates::{Rendered, TemplateSources, compile};
use serde_json::Value;

use super::{compiled, english, folder, repository, text};

fn outcome(path: &Path) -> Result<Rendered, Findings> {
    let partials = folder("fixtures/templates/partials")
        .into_iter()
        .map(|path| {
            let name = path
                .file_name()
                .expect("it is a file")
                .to_string_lossy()
                .into_owned();
            let stem = name.trim_end_matches(".typ.hbs").to_owned();
            (stem, SourceFile::new(name, text(&path)))
        });
    let document = SourceFile::new("document.typ.hbs", text(path));
    let sources = TemplateSources {
        aliases: Default::default(),
        document,
        partials: partials.collect(),
    };
    let view = text(&repository().join("fixtures/templates/view.json"));
    let view: Value = serde_json::from_str(&view).expect("the view is JSON");
    compile(sources, english())?.render(&view, &|_| None)
}

fn told(finding: &Diagnostic) -> String {
    let at = finding
        .place
        .as_ref()
        .expect("a finding has its place")
        .start();
    format!(
        "{} at {}:{}: {}",
        finding.code.id, at.line, at.column, finding.message
    )
}

fn expected(text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .map_while(|line| line.strip_prefix("{{!-- expect: "));
    lines
        .map(|line| line.trim_end_matches(" --}}").to_owned())
        .collect()
}

#[test]
fn each_refusal_is_told_at_its_place_with_its_fix() {
    for path in folder("fixtures/templates/refused") {
        let findings = outcome(&path).expect_err(&path.display().to_string());
        let findings = findings.sorted();
        let told: Vec<String> = findings.iter().map(told).collect();
        assert_eq!(told, expected(&text(&path)), "{}", path.display());
        assert!(
            findings.iter().all(|finding| finding.help.is_some()),
            "{}",
            path.display()
        );
    }
}

/// What no small fixture can bring about: sizes are tried below, and the proofs in their
/// own file.
const WITHOUT_FIXTURE: &[&str] = &["T02", "T03", "T33", "T34"];

#[test]
fn each_code_of_the_renderer_has_a_fixture() {
    let texts: Vec<String> = folder("fixtures/templates/refused")
        .iter()
        .map(|path| text(path))
        .collect();
    for code in code::template::ALL
        .iter()
        .filter(|code| code.id < "T40" || code.id == "T70")
    {
        let expected = format!("expect: {} at ", code.id);
        let found = texts.iter().any(|text| text.contains(&expected));
        assert_ne!(found, WITHOUT_FIXTURE.contains(&code.id), "{}", code.id);
    }
}

#[test]
fn sizes_that_handlebars_would_choke_on_are_refused_before_it_reads() {
    let code = |text: &str| {
        let findings = compiled(text, &[]).expect_err("it is refused");
        findings
            .iter()
            .map(|finding| finding.code.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(code(&"a".repeat(64 * 1024 + 1)), ["T02"]);
    assert_eq!(code(&"{{a}}".repeat(2_001)), ["T03"]);
    assert_eq!(code(&"{{#if a}}".repeat(2_000)), ["T04"]);
    assert_eq!(code(&format!("{{{{a {}", "(".repeat(60_000))), ["T04"]);
    assert_eq!(code(&format!("{{{{a {}", "[".repeat(60_000))), ["T04"]);
}

#[test]
fn the_deepest_calls_end_in_a_finding_on_the_smallest_stack() {
    let blocks = |inner: &str| format!("{}{inner}{}", "{{#if a}}".repeat(30), "{{/if}}".repeat(30));
    let deepest = std::thread::Builder::new()
        .stack_size(2 * 1024 * 1024)
        .spawn(move || {
            let pack = compiled(
                "{{> p}}",
                &[("p", &blocks("{{> q}}")), ("q", &blocks("{{> p}}"))],
            );
            let pack = pack.expect("each file is shallow");
            let findings = pack
                .render(&serde_json::json!({"a": true}), &|_| None)
                .unwrap_err();
            findings
                .iter()
                .map(|finding| finding.code.id)
                .collect::<Vec<_>>()
        });
    let codes = deepest
        .expect("a thread starts")
        .join()
        .expect("the stack holds");
    assert_eq!(codes, ["T21"]);
}
