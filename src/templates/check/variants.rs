//! Sample views, made from the schema alone: each block of a template tried on and
//! off, each list with no, one and two items, each keyword at least once; and with a
//! pack, each number and text that its templates compare with.
//!
//! `*{{#if x}}b*{{/if}} c` is sound Typst while `x` is there and broken when it is
//! not. Such a template must break here, and not for the one family without an `x`.

mod choice;
mod survey;

use std::collections::BTreeSet;

use serde_json::Value;
use typst_syntax::LinkedNode;

use crate::diagnostics::{Diagnostic, Findings};
use crate::templates::Pack;

use super::usage::Compared;
use super::{homes, markup, standing};
use crate::schema::Schema;
use choice::{Choice, Setting};
use survey::Survey;

/// How many samples come before those in which one part is unlike the rest.
const PLAIN: usize = 2;

/// A sample view.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// What is particular about it: "without `note`".
    pub description: String,
    /// The view; its words are placeholders, its dates and numbers plausible.
    pub view: Value,
}

/// Every sample of this schema: all given, nothing given, then each optional value,
/// list and yes-or-no changed by itself in both.
pub fn variants(schema: &Value) -> impl Iterator<Item = Variant> {
    samples(schema, &[], None)
}

/// The same, then each number and text as a template compares it. With names, those in which
/// one part is unlike the rest are only the ones whose part bears one of them.
fn samples<'a>(
    schema: &'a Value,
    compared: &'a [Compared],
    names: Option<&'a BTreeSet<String>>,
) -> impl Iterator<Item = Variant> {
    let schema = Schema::new(schema);
    let Survey {
        changes, keywords, ..
    } = Survey::of(schema);
    let plain: [_; PLAIN] = [Choice::plain(true), Choice::plain(false)];
    let others = (1..keywords).map(Choice::of_keyword);
    plain
        .into_iter()
        .chain(others)
        .chain(changes)
        .chain(compared.iter().flat_map(as_compared))
        .filter(move |choice| {
            let changed = choice.changed_field();
            let bears = |names: &BTreeSet<String>| changed.is_none_or(|name| names.contains(name));
            names.is_none_or(bears)
        })
        .map(move |choice| Variant {
            description: choice.describe(),
            view: choice.view(schema),
        })
}

/// Everything and nothing, but for one value, which is what a template compares it with.
fn as_compared(compared: &Compared) -> [Choice<'_>; 2] {
    let path: Vec<_> = compared.path.iter().map(String::as_str).collect();
    let setting = Setting::Is(&compared.literal);
    [true, false].map(|full| Choice::changed(full, path.clone(), setting))
}

/// What came of rendering every variant.
#[derive(Clone, Debug)]
pub struct Tried {
    /// What [`Pack::render`] refuses: the pack is sound for some families alone. And what
    /// Typst would hide, print or change of it unasked, or what has another home: T36, T63,
    /// T64, T66, T71, T72.
    pub findings: Findings,
    /// The views that between them print all that the templates can print, the fullest first.
    pub branches: Vec<Variant>,
}

/// Renders every variant of the view, and tells each fault once: with the first
/// variant that has it. With `names`, of the variants in which one part is unlike the rest
/// only those in which that part bears one of these names.
pub fn try_variants(pack: &Pack, schema: &Value, names: Option<&BTreeSet<String>>) -> Tried {
    let compared = pack.check(schema, &BTreeSet::new()).compared;
    try_views(pack, samples(schema, &compared, names))
}

/// The same of these views alone: a translation of templates prints with them all that the
/// templates can print.
pub fn try_views(pack: &Pack, views: impl Iterator<Item = Variant>) -> Tried {
    let mut known_sources = BTreeSet::new();
    let mut unseen = Findings::new();
    let (mut reached, mut branches) = (BTreeSet::new(), Vec::new());
    let faults = faults(views, |variant| {
        let rendered = pack.render(&variant.view, &|_| None)?;
        let known = reached.len();
        reached.extend(rendered.stretches.iter().map(|stretch| stretch.site));
        let is_new = reached.len() > known;
        // What another view has made too has been looked at.
        if !known_sources.insert(rendered.source.clone()) && !is_new {
            return Ok(());
        }
        let root = LinkedNode::new(&rendered.tree);
        unseen.extend(markup::faults(&root, &rendered));
        unseen.extend(standing::faults(&root, &rendered, pack));
        if is_new {
            unseen.extend(homes::faults(&root, &rendered));
            branches.push(variant.clone());
        }
        Ok(())
    });
    let mut findings: Findings = faults.into_iter().collect();
    findings.extend(unseen);
    Tried { findings, branches }
}

/// Of templates that break with everything or with nothing, the other variants would only say
/// the same in more places.
fn faults(
    variants: impl Iterator<Item = Variant>,
    mut render: impl FnMut(&Variant) -> Result<(), Findings>,
) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = Vec::new();
    for (number, variant) in variants.enumerate() {
        if number == PLAIN && !faults.is_empty() {
            break;
        }
        let Err(findings) = render(&variant) else {
            continue;
        };
        for finding in findings.iter() {
            let same =
                |known: &Diagnostic| known.code == finding.code && known.place == finding.place;
            if !faults.iter().any(same) {
                let mut fault = finding.clone();
                fault.message = format!("{}, in a view {}", fault.message, variant.description);
                faults.push(fault);
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const EVERY_STATE: &str = r#"
with everything: {"note":"words","topics":[{"agreed":true,"kind":"home"},{"agreed":true,"kind":"home"}]}
with nothing that may be absent: {"note":null,"topics":[]}
with keyword 2 of each list: {"note":"words","topics":[{"agreed":true,"kind":"school"},{"agreed":true,"kind":"school"}]}
without `note`: {"note":null,"topics":[{"agreed":true,"kind":"home"},{"agreed":true,"kind":"home"}]}
with `note` and nothing else: {"note":"words","topics":[]}
with nothing in `topics`: {"note":"words","topics":[]}
with one item in `topics`: {"note":"words","topics":[{"agreed":true,"kind":"home"}]}
with one item in `topics` and nothing else: {"note":null,"topics":[{"agreed":false,"kind":"home"}]}
with 2 items in `topics` and nothing else: {"note":null,"topics":[{"agreed":false,"kind":"home"},{"agreed":false,"kind":"home"}]}
where `topics.*.agreed` is no: {"note":"words","topics":[{"agreed":false,"kind":"home"},{"agreed":false,"kind":"home"}]}
where `topics.*.agreed` is yes and nothing else: {"note":null,"topics":[{"agreed":true,"kind":"home"}]}
"#;

    #[test]
    fn every_part_is_tried_in_every_state() {
        let schema = json!({"type": "object", "properties": {
            "note": {"type": ["string", "null"]},
            "topics": {"type": "array", "items": {"type": "object", "properties": {
                "agreed": {"type": "boolean"},
                "kind": {"enum": ["home", "school"]},
            }}},
        }});
        let told = variants(&schema)
            .map(|Variant { description, view }| format!("{description}: {view}\n"));
        assert_eq!(told.collect::<String>().trim(), EVERY_STATE.trim());
    }

    #[test]
    fn a_list_that_is_never_empty_never_is() {
        let schema = json!({"type": "object", "properties": {
            "names": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        }});
        assert!(variants(&schema).all(|variant| variant.view["names"][0] == "words"));
    }

    #[test]
    fn a_compared_value_is_tried_as_what_it_is_compared_with() {
        let schema = json!({"type": "object", "properties": {"weeks": {"type": "array",
            "items": {"type": "object", "properties": {"nights": {"type": "integer"}}},
        }}});
        let compared = [Compared {
            path: ["weeks", "*", "nights"].map(str::to_owned).into(),
            literal: json!(7),
        }];
        let all = samples(&schema, &compared, None).collect::<Vec<_>>();
        let told = all[all.len() - 2..]
            .iter()
            .map(|Variant { description, view }| format!("{description}: {view}"));
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                r#"where `weeks.*.nights` is `7`: {"weeks":[{"nights":7},{"nights":7}]}"#,
                r#"where `weeks.*.nights` is `7` and nothing else: {"weeks":[{"nights":7}]}"#
            ]
        );
    }

    #[test]
    fn with_names_only_what_bears_one_is_changed() {
        let schema = json!({"type": "object", "properties": {
            "note": {"type": ["string", "null"]},
            "topics": {"type": "array", "items": {"type": "object", "properties": {
                "agreed": {"type": "boolean"},
            }}},
        }});
        let names = BTreeSet::from(["agreed".to_owned()]);
        let told: Vec<_> = samples(&schema, &[], Some(&names))
            .map(|variant| variant.description)
            .collect();
        assert_eq!(
            told,
            [
                "with everything",
                "with nothing that may be absent",
                "where `topics.*.agreed` is no",
                "where `topics.*.agreed` is yes and nothing else",
            ]
        );
    }

    #[test]
    fn what_holds_itself_ends() {
        let schema = json!({"$ref": "#/$defs/Part", "$defs": {"Part": {
            "type": "object",
            "properties": {"parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}}},
        }}});
        assert!(variants(&schema).all(|variant| variant.view == json!({"parts": []})));
    }

    #[test]
    fn a_fault_is_told_once_with_the_view_that_has_it() {
        let schema =
            json!({"type": "object", "properties": {"note": {"type": ["string", "null"]}}});
        let code = &crate::diagnostics::code::template::UNGUARDED;
        let faults = faults(variants(&schema), |variant| {
            match variant.view["note"].is_null() {
                true => Err(Diagnostic::new(code, "it breaks").into()),
                false => Ok(()),
            }
        });
        let told: Vec<_> = faults.iter().map(Diagnostic::short).collect();
        assert_eq!(
            told,
            [format!(
                "{}: it breaks, in a view with nothing that may be absent",
                code.id
            )]
        );
    }
}
