//! What templates print.

use serde_json::{Value, json};

use concord::diagnostics::{Place, SourceFile};

use super::{compiled, compiled_in, locale, shorts};

fn printed(document: &str, view: &Value) -> String {
    with_partials(document, &[], view)
}

fn with_partials(document: &str, partials: &[(&str, &str)], view: &Value) -> String {
    let pack =
        compiled(document, partials).unwrap_or_else(|faults| panic!("{:?}", shorts(&faults)));
    let rendered = pack.render(view, &|_| None);
    rendered
        .unwrap_or_else(|faults| panic!("{:?}", shorts(&faults)))
        .source
}

#[test]
fn words_come_from_the_locale() {
    let view = json!({"names": ["Ada", "Bea", "Cy"], "n": 4, "day": "2026-03-02", "at": "17:30", "p": "cppp"});
    let table = [
        ("{{list names}}", "#\"Ada, Bea and Cy\";"),
        ("{{count n \"session\"}}", "#\"four sessions\";"),
        ("{{date day}}", "#\"2 March 2026\";"),
        ("{{weekday_date day}}", "#\"Monday 2 March 2026\";"),
        ("{{time at}}", "#\"5.30 pm\";"),
        (
            "{{phrase \"programme.mediation\"}}",
            "#\"Family mediation\";",
        ),
        (
            "{{phrase p in=\"programme\"}}",
            "#\"Cafcass Positive co-Parenting Programme\";",
        ),
        (
            "{{phrase \"list.last\" before=p after=(date day)}}",
            "#\"cppp and 2 March 2026\";",
        ),
        ("{{n}}", "#\"4\";"),
    ];
    for (document, expected) in table {
        assert_eq!(printed(document, &view), expected, "{document}");
    }
}

#[test]
fn a_day_has_its_capital_where_it_stands_alone() {
    let view = json!({"day": "2026-03-02", "last": "2026-03-08"});
    let table = [
        ("{{weekday_date day}}", "#\"Dydd Llun 2 Mawrth 2026\";"),
        (
            "{{phrase \"range.dates\" from=(weekday_date day) until=(weekday_date last)}}",
            "#\"o ddydd Llun 2 Mawrth 2026 hyd at ddydd Sul 8 Mawrth 2026\";",
        ),
    ];
    for (document, expected) in table {
        let pack = compiled_in(locale("cy"), document, &[]).expect("it compiles");
        let rendered = pack.render(&view, &|_| None).expect("it renders");
        assert_eq!(rendered.source, expected, "{document}");
    }
}

#[test]
fn what_is_there_and_empty_is_no_fault() {
    let view = json!({"absent": null, "no": false, "empty": [], "zero": 0, "yes": "x"});
    let document = "{{#if absent}}a{{else if no}}b{{else if empty}}c{{else if zero}}d{{else}}e{{/if}}\
                    {{#unless absent}}f{{/unless}}{{#each absent}}g{{else}}h{{/each}}\
                    {{#each empty}}i{{/each}}{{#with absent}}j{{else}}k{{/with}}\
                    {{#if (or no (and yes (not absent)))}}l{{/if}}{{#if (eq yes \"x\")}}m{{/if}}";
    assert_eq!(printed(document, &view), "efhklm");
}

#[test]
fn order_and_white_space_are_the_templates_own() {
    let view = json!({"list": [{"a": "1"}, {"a": "2"}], "yes": true, "x": "X"});
    let document = "Start\n  {{#if yes}}\n  in\n  {{/if}}\n{{!-- gone --}}\n\
                    {{#each list}}\n- {{a}} of {{../x}}\n{{/each}}\n a {{~ x ~}} b\n";
    let expected = "Start\n  in\n- #\"1\"; of #\"X\";\n- #\"2\"; of #\"X\";\n a#\"X\";b\n";
    assert_eq!(printed(document, &view), expected);
}

#[test]
fn an_indented_partial_leaves_the_lines_of_values_alone() {
    let view = json!({"text": "one\n  two\nthree", "items": [{"n": "1"}, {"n": "2"}]});
    let partials = [("item", "+ {{n}}\n  {{text}}\n")];
    let document = "- list\n{{#each items}}\n  {{> item text=../text}}\n{{/each}}\nend\n";
    let item = |n| format!("  + #\"{n}\";\n  #\"one\\n  two\\nthree\";\n");
    let expected = format!("- list\n{}{}end\n", item(1), item(2));
    assert_eq!(with_partials(document, &partials, &view), expected);
}

#[test]
fn a_partial_stands_on_what_it_is_given() {
    let view = json!({"a": {"name": "A", "of": ["x", "y"]}, "name": "root"});
    let partials = [
        ("who", "{{name}} {{@root.name}} {{../name}} {{given}}"),
        ("each", "{{#each of}}{{@index}}{{this}}{{> last}}{{/each}}"),
        ("last", "{{#if @last}}.{{else}},{{/if}}"),
    ];
    let document = "{{> who a given=\"g\"}}|{{#with a}}{{> each}}{{/with}}|{{> each of=a.of}}";
    let walked = "#\"0\";#\"x\";,#\"1\";#\"y\";.";
    let expected = format!("#\"A\"; #\"root\"; #\"root\"; #\"g\";|{walked}|{walked}");
    assert_eq!(with_partials(document, &partials, &view), expected);
}

#[test]
fn an_inline_partial_is_known_where_it_is_defined() {
    let view = json!({"items": ["x", "y"]});
    let document = "{{#*inline \"row\"}}[{{this}}]{{/inline}}{{#each items}}{{> row}}{{/each}}";
    assert_eq!(printed(document, &view), "[#\"x\";][#\"y\";]");
}

#[test]
fn free_text_keeps_its_paragraphs_and_lines() {
    let view = json!({"p": "First.\nStill first.\n\n\n* Second.\n", "none": ""});
    assert_eq!(
        printed("- {{paragraphs p}}\n{{paragraphs none}}", &view),
        "- #\"First.\\nStill first.\";#parbreak();#\"* Second.\";\n"
    );
}

#[test]
fn typed_values_reach_typst_as_what_they_are() {
    let view = json!({"v": {"n": -1, "half": 0.5, "list": ["a"], "no": false, "nothing": null}});
    let expected = "#f((\"n\":(-1),\"half\":0.5,\"list\":(\"a\",),\"no\":false,\"nothing\":none,))";
    let printed = printed("#f({{lit v}})", &view);
    assert_eq!(
        printed,
        expected.replace("f((", "f(((").replace(",))", ",)))")
    );
}

#[test]
fn a_finding_about_a_value_shows_where_it_stands_and_never_what_it_is() {
    let case = SourceFile::new("case.yaml", "born: yesterday\n");
    let partials = [("born", "{{date when}}")];
    let pack =
        compiled("{{#with child}}\n{{> born when=born}}{{/with}}", &partials).expect("it is read");
    let place = |pointer: &str| (pointer == "/child/born").then(|| Place::new(&case, 6..15));
    let findings = pack
        .render(&json!({"child": {"born": "yesterday"}}), &place)
        .unwrap_err();
    let findings = findings.sorted();
    assert_eq!(findings.len(), 1);
    assert_eq!(
        findings[0].short(),
        "partials/born.typ.hbs:1:1: T17: `when` is not a date like `2026-03-02`"
    );
    assert_eq!(findings[0].labels[0].place.to_string(), "case.yaml:1:7");
    assert!(!format!("{:?} {:?}", findings[0].message, findings[0].help).contains("yesterday"));
}

#[test]
fn all_faults_are_told_at_once_and_each_once() {
    let document = "{{#each list}}{{nmae}}{{/each}}\n{{titel}}\n{{date list}}";
    let pack = compiled(document, &[]).expect("it is read");
    let findings = pack
        .render(&json!({"list": [{}, {}, {}]}), &|_| None)
        .unwrap_err();
    let told = shorts(&findings);
    assert_eq!(
        told,
        [
            "document.typ.hbs:1:15: T14: `nmae` is not in the view",
            "document.typ.hbs:2:1: T14: `titel` is not in the view",
            "document.typ.hbs:3:1: T17: `list` is not a date like `2026-03-02`",
        ]
    );
}

#[test]
fn a_document_has_an_end() {
    let pack = compiled(
        "{{#each list}}{{#each @root.list}}{{@root.long}}{{/each}}{{/each}}",
        &[],
    );
    let long = "x".repeat(10_000);
    let list: Vec<u8> = vec![0; 100];
    let view = json!({"list": list, "long": long});
    let findings = pack
        .expect("it is read")
        .render(&view, &|_| None)
        .unwrap_err();
    assert_eq!(
        findings
            .iter()
            .map(|finding| finding.code.id)
            .collect::<Vec<_>>(),
        ["T20"]
    );
}
