//! What the checker lets pass: a sound pack renders for every view there can be, and
//! what it does not print is listed.

use std::collections::BTreeSet;

use concord::diagnostics::{Diagnostic, Findings};
use concord::templates::{try_variants, variants};
use serde_json::Value;

use super::{Sample, english, fixtures, schema};

fn shorts(findings: Findings) -> Vec<String> {
    findings.sorted().iter().map(Diagnostic::short).collect()
}

#[test]
fn sound_packs_pass_and_render_whatever_is_absent() {
    let locale = english();
    for sample in fixtures("valid") {
        let checked = sample
            .checked(&locale)
            .expect("Handlebars can read the fixture");
        assert_eq!(shorts(checked.findings), [""; 0], "{}", sample.name);
        let pack = sample.compiled(&locale).expect("it was read before");
        let tried = try_variants(&pack, &sample.schema, None);
        assert_eq!(shorts(tried.findings), [""; 0], "{}", sample.name);
        assert_eq!(tried.branches[0].description, "with everything");
    }
}

#[test]
fn what_is_not_printed_is_listed() {
    let sample = Sample::of(
        "{{#each topics}}{{heading}}{{#if role}}{{#each points}}{{#if agreed}}{{who}}{{/if}}\
         {{/each}}{{/if}}{{/each}}#let court = {{lit court}}",
    );
    let checked = sample.checked(&english()).expect("Handlebars can read it");
    let mut unprinted = checked.unprinted;
    unprinted.retain(|path| path.starts_with("topics") || path.starts_with("court"));
    assert_eq!(
        unprinted,
        [
            "topics.*.role",
            "topics.*.points.*.text",
            "topics.*.points.*.from"
        ]
    );
}

/// Handlebars and the checker see nothing wrong; Typst would, for some families alone.
#[test]
fn a_template_that_breaks_for_some_families_breaks_here() {
    let sample = Sample::of("{{title}} *{{#if note}}{{note}}*{{/if}}");
    let pack = sample.compiled(&english()).expect("Handlebars can read it");
    assert!(pack.check(&sample.schema, &sample.own).findings.is_empty());
    let told = shorts(try_variants(&pack, &sample.schema, None).findings);
    assert!(
        told[0].contains("in a view with nothing that may be absent"),
        "{told:?}"
    );
}

/// An independent judge agrees that the samples are views of this schema.
#[test]
fn each_variant_fits_its_schema() {
    let schema = schema();
    let judge = jsonschema::validator_for(&schema).expect("schemars writes a sound schema");
    let views: Vec<Value> = variants(&schema).map(|variant| variant.view).collect();
    for view in &views {
        assert!(judge.is_valid(view), "{view:#}");
    }
    let roles = views.iter().filter_map(|view| view["role"].as_str());
    let all = ["applicant", "non_party", "other_party", "respondent"];
    assert_eq!(roles.collect::<BTreeSet<_>>(), all.into());
    let families = views
        .iter()
        .map(|view| view["children"].as_array().map_or(0, Vec::len));
    assert_eq!(families.collect::<BTreeSet<_>>(), [0, 1, 2].into());
}
