//! To the end of the way: what a family wrote is what stands on the page.

use std::collections::BTreeMap;
use std::sync::Arc;

use concord::diagnostics::SourceFile;
use concord::language::Locale;
use concord::templates::{Pack, TemplateSources, compile};
use concord::typesetting::Job;
use serde_json::json;

use super::ENGLISH;
use super::hostile::Dice;
use crate::trial::lay_out;

/// Each value three times on a page of its own: in markup, as an argument, in a string.
const TEMPLATE: &str = r#"#set document(title: "Cells", date: datetime(year: 2026, month: 3, day: 2))
#set page(width: 4000pt, height: 60pt, margin: 4pt)
#set text(font: "Liberation Sans", size: 12pt, hyphenate: false)
{{#each cells}}
{{this}}#h(1cm)#text({{this}})#h(1cm)#text("{{this}}")
#pagebreak(weak: true)
{{/each}}
"#;

const CELLS: usize = 10_000;
const CELLS_A_DOCUMENT: usize = 300;

fn pack() -> Pack {
    let words = SourceFile::new("en.yaml", ENGLISH);
    let locale = Arc::new(Locale::parse(&words).expect("the words are sound"));
    let document = SourceFile::new("cells.typ.hbs", TEMPLATE);
    let sources = TemplateSources {
        aliases: Default::default(),
        document,
        partials: BTreeMap::new(),
    };
    compile(sources, locale).unwrap_or_else(|findings| panic!("{:?}", findings.sorted()))
}

/// Characters that the font has and that show: the others are refused elsewhere.
fn printable(c: char) -> bool {
    matches!(c, ' '..='~') || "éßŵŷâêîôûàèáíóúñç’“”–—…£½".contains(c)
}

/// A space at the end of a line, or a line's end, is no part of what is said.
fn unspaced(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn ten_thousand_cells_stand_on_their_pages_as_they_were_written() {
    let pack = pack();
    let mut dice = Dice::new(20_260_302);
    let mut seen = 0;
    while seen < CELLS {
        let cells: Vec<String> = std::iter::repeat_with(|| dice.text())
            .map(|value| value.chars().filter(|c| printable(*c)).collect::<String>())
            .filter(|value| !value.trim().is_empty())
            .take(CELLS_A_DOCUMENT / 3)
            .collect();
        let view = json!({ "cells": cells });
        let rendered = pack
            .render(&view, &|_| None)
            .unwrap_or_else(|findings| panic!("{:?}", findings.sorted()));
        let job = Job {
            source: rendered.source,
            ..Job::default()
        };
        // No value is more than text, so the typesetter has nothing to refuse.
        let layout = lay_out(&job);
        assert_eq!(layout.pages.len(), cells.len(), "a page for each value");
        for (page, value) in layout.pages.iter().zip(&cells) {
            assert_eq!(unspaced(&page.text()), unspaced(value).repeat(3));
        }
        seen += 3 * cells.len();
    }
}
