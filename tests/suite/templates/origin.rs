//! Every byte of a document knows the tag that wrote it and the value it is part of.

use concord::templates::Rendered;
use serde_json::json;

use super::compiled;

const DOCUMENT: &str = "{{!-- a comment --}}
= Ŵyr {{title}}
{{#each people}}
  {{> person at=@index tags=tags}}
{{else}}
none
{{/each}}
{{#if no}}x{{else if yes}}y {{~title}}{{/if}} {{paragraphs prose}}
#f({{lit record}}, \"a {{title}}\")
";
const PERSON: &str = "* {{name}}, {{@root.title}} {{at}}:
{{#each tags}}{{this}};{{/each}}{{> kin kin}}
";
const KIN: &str = "{{list this}}";

fn rendered() -> Rendered {
    let pack = compiled(DOCUMENT, &[("person", PERSON), ("kin", KIN)]).expect("it is read");
    let view = json!({
        "title": "T*", "no": false, "yes": true, "prose": "P1\n\nP2", "record": {"a": 1},
        "people": [
            {"name": "Ada", "tags": ["t0"], "kin": ["K0"]},
            {"name": "Bea", "tags": ["t1", "t2"], "kin": ["K1"]},
        ],
    });
    pack.render(&view, &|_| None).expect("it renders")
}

/// Where the text comes from: the template's place, its text there, the value's address.
fn origin(rendered: &Rendered, text: &str) -> (String, String, String) {
    let at = rendered.source.find(text).expect("the source has the text");
    let origin = rendered.origin(at);
    let value = origin
        .value
        .map(|pointer| pointer.to_string())
        .unwrap_or_default();
    (
        origin.template.to_string(),
        origin.template.text().to_owned(),
        value,
    )
}

/// Text of the source; the place and the text of the tag that wrote it; the value's address.
const ORIGINS: &[(&str, &str, &str, &str)] = &[
    ("T*", "document.typ.hbs:2:7", "{{title}}", "/title"),
    (
        "Ada",
        "partials/person.typ.hbs:1:3",
        "{{name}}",
        "/people/0/name",
    ),
    (
        "Bea",
        "partials/person.typ.hbs:1:3",
        "{{name}}",
        "/people/1/name",
    ),
    (
        "t2",
        "partials/person.typ.hbs:2:15",
        "{{this}}",
        "/people/1/tags/1",
    ),
    (
        "K1",
        "partials/kin.typ.hbs:1:1",
        "{{list this}}",
        "/people/1/kin",
    ),
    (
        "P2",
        "document.typ.hbs:8:47",
        "{{paragraphs prose}}",
        "/prose",
    ),
    (
        "#parbreak",
        "document.typ.hbs:8:47",
        "{{paragraphs prose}}",
        "",
    ),
    (
        "(\"a\":1",
        "document.typ.hbs:9:4",
        "{{lit record}}",
        "/record",
    ),
];

#[test]
fn values_keep_their_address_through_blocks_and_partials() {
    let rendered = rendered();
    for (text, place, tag, value) in ORIGINS {
        let expected = ((*place).to_owned(), (*tag).to_owned(), (*value).to_owned());
        assert_eq!(origin(&rendered, text), expected, "{text}");
    }
}

#[test]
fn plain_text_maps_byte_for_byte() {
    let rendered = rendered();
    let mut verbatim = 0;
    for (at, c) in rendered.source.char_indices() {
        let origin = rendered.origin(at);
        if !origin.template.text().starts_with("{{") {
            assert!(
                origin.template.text().starts_with(c),
                "byte {at} is not {c:?}"
            );
            verbatim += 1;
        }
    }
    assert!(verbatim > 40, "only {verbatim} bytes are plain text");
    assert_eq!(origin(&rendered, "Ŵyr").0, "document.typ.hbs:2:3");
    assert_eq!(origin(&rendered, "y#\"").0, "document.typ.hbs:8:27");
    assert_eq!(origin(&rendered, ":\n").0, "partials/person.typ.hbs:1:35");
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    let (first, second) = (rendered(), rendered());
    assert_eq!(first.source, second.source);
    let end = first.source.len();
    assert_eq!(first.origin(end).template, first.origin(end - 1).template);
}
