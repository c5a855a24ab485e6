//! From a view to proved Typst source: the size of a full court report, about 20 KB
//! with 400 values. It should take no more than 2 ms; what the product is held to is
//! `build/one-document/render`, the same on a real case.
//!
//! The measure beside it is `templates/parse-alone`: Typst's parser reading the result
//! once. Every proof needs two such trees, one of the template and one of the result, so
//! twice that is the floor; what is above it is Handlebars, the helpers and the writing.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;

use concord::diagnostics::SourceFile;
use concord::language::Locale;
use concord::templates::{TemplateSources, compile};
use criterion::Criterion;
use serde_json::{Value, json};

const ENGLISH: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/templates/locales/en.yaml"
));

const REPORT: &str = "#import \"theme.typ\": *
#show: report.with(title: \"{{title}}\", sessions: {{lit sessions}})
{{#each topics}}
= {{title}}
{{paragraphs introduction}}
{{#each arrangements}}{{> arrangement}}{{/each}}
{{/each}}
";

const ARRANGEMENT: &str = "#term(
  number: {{lit number}},
  who: [{{list who}}],
  from: [{{weekday_date from}}],
  at: [{{time at}}],
)[
  {{#if where}}*{{where}}:* {{/if}}{{paragraphs text}}
  {{#unless @last}}#gap(){{/unless}}
]
";

fn view() -> Value {
    let arrangement = |number: usize| {
        json!({
            "number": number, "who": ["Ada", "Bea"], "from": "2026-03-02", "at": "17:30",
            "where": "At the school gate",
            "text": "The children are with their father from the end of school on Friday \
                     until the start of school on Monday.\n\nHe tells their mother by six.",
        })
    };
    let topic = |number: usize| {
        let arrangements: Vec<Value> = (0..10).map(|n| arrangement(10 * number + n)).collect();
        json!({
            "title": format!("Topic {number}"),
            "introduction": "What the parents agreed in the joint session, in their own words. ".repeat(6),
            "arrangements": arrangements,
        })
    };
    json!({"title": "Court report", "sessions": 4, "topics": (0..6).map(topic).collect::<Vec<_>>()})
}

fn sources() -> TemplateSources {
    let arrangement = SourceFile::new("partials/arrangement.typ.hbs", ARRANGEMENT);
    TemplateSources {
        aliases: Default::default(),
        document: SourceFile::new("document.typ.hbs", REPORT),
        partials: BTreeMap::from([("arrangement".to_owned(), arrangement)]),
    }
}

fn render(criterion: &mut Criterion) {
    let words = SourceFile::new("en.yaml", ENGLISH);
    let locale = Arc::new(Locale::parse(&words).expect("the words are sound"));
    let pack = compile(sources(), Arc::clone(&locale)).expect("the templates are read");
    let view = view();
    let rendered = pack.render(&view, &|_| None).expect("the report renders");
    let values =
        rendered.source.matches("#\"").count() + rendered.source.matches("number: (").count();
    assert!(
        rendered.source.len() > 18_000,
        "{} bytes",
        rendered.source.len()
    );
    assert!(values >= 400, "{values} values");
    criterion.bench_function("templates/render", |bench| {
        bench.iter(|| pack.render(black_box(&view), &|_| None));
    });
    criterion.bench_function("templates/parse-alone", |bench| {
        bench.iter(|| typst_syntax::parse(black_box(&rendered.source)));
    });
    criterion.bench_function("templates/compile", |bench| {
        bench.iter(|| compile(black_box(sources()), Arc::clone(&locale)));
    });
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    render(&mut criterion);
    criterion.final_summary();
}
