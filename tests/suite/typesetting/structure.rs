//! Every run of a page knows what it is a part of.

use concord::typesetting::Typeset;

use super::{HOUSE, job, typeset_well};
use crate::trial::Trial;

/// One of everything that a document can consist of.
const STRUCTURE: &str = r#"
#set page(
  header: [Record],
  footer: [Court copy #pdf.artifact(kind: "page-number", context here().page())],
)
#title()
= What is agreed
+ Isla lives with her mother, each week from Monday after school until Friday before school.
- #text(lang: "cy")[Mae’r plant yn byw gyda’u mam.]
/ Next hearing: 11 June
#table(columns: 2, table.header([Day], [Where]), [Monday], [At home], [Friday], [], table.cell(colspan: 2)[Sunday])
#quote(block: true)[I like both houses.

Really.]
#figure(image("house.svg", alt: "A house with two doors"), caption: [Drawn by Isla])
#grid(columns: 2, [Family Court], [Leeds])
#[#block[Daniel Hale] <signature>]
#pagebreak()
== Money
The cost is shared.#footnote[In equal parts.]
"#;

fn structure() -> Typeset {
    let mut job = job(STRUCTURE);
    job.files.insert("house.svg".to_owned(), HOUSE.into());
    typeset_well(&job)
}

#[test]
fn every_run_knows_what_it_is_a_part_of() {
    insta::assert_snapshot!(structure().layout.tag_tree());
}

#[test]
fn the_reading_text_says_everything_once_and_in_order() {
    insta::assert_snapshot!(structure().layout.reading_text());
}

#[test]
fn a_cell_that_goes_on_overleaf_is_read_as_one() {
    let cell = "The parents share the cost. ".repeat(150);
    let source = format!("#table(columns: 2, table.header([Term], [Words]), [1], [{cell}])");
    let layout = typeset_well(&job(&source)).layout;
    assert_eq!(layout.pages.len(), 2);
    let text = format!("Term: 1\nWords: {}\n", cell.trim_end());
    assert_eq!(layout.reading_text(), text);
    let tree = layout.tag_tree();
    let heads = tree
        .lines()
        .map(str::trim)
        .filter(|line| line.contains("header"));
    let heads: Vec<&str> = heads.collect();
    assert_eq!(
        heads,
        [
            "header 1.1 “Term”",
            "header 1.2 “Words”",
            "header 1.1, repeated “Term”",
            "header 1.2, repeated “Words”",
        ]
    );
}

#[test]
fn several_short_things_beside_a_label_are_read_in_its_line() {
    let long = "A rule that fills a line. ".repeat(7);
    let source = format!(
        "/ Workshop: 14 July#parbreak()Online: Attended.#parbreak()Paid\n\
         / Plan: Begun\n\
         / When: {long}#parbreak()Another."
    );
    let text = typeset_well(&job(&source)).layout.reading_text();
    let told = "Workshop: 14 July; Online: Attended. Paid\nPlan: Begun\n";
    assert_eq!(text, format!("{told}When: {}\nAnother.\n", long.trim_end()));
}

#[test]
fn halves_that_go_on_overleaf_are_read_one_after_the_other() {
    let half = |word: &str| format!("{word} ").repeat(900);
    let source = format!(
        "#grid(columns: 2, [{}], [{}])",
        half("Cymraeg"),
        half("English")
    );
    let layout = typeset_well(&job(&source)).layout;
    assert!(layout.pages.len() > 1);
    let text = layout.reading_text();
    let (first, second) = text.split_once('\n').expect("there are two halves");
    assert!(
        !first.contains("English") && !second.contains("Cymraeg"),
        "{text}"
    );
}

#[test]
fn a_page_with_a_picture_alone_has_the_area_that_our_theme_states() {
    let layout = Trial::case("two-sisters")
        .document("parenting-plan")
        .manuscript()
        .layout();
    for page in &layout.pages {
        let area = page.area;
        let margins = [
            area.left,
            area.top,
            page.width - area.right,
            page.height - area.bottom,
        ];
        let centimetres = margins.map(|points| (points / 72.0 * 254.0).round() / 100.0);
        assert_eq!(centimetres, [1.95, 2.0, 1.95, 1.75]);
    }
}

#[test]
fn what_the_margins_leave_free_is_known() {
    let margins = "left: 2cm, right: 3cm, top: 4cm, bottom: 5cm";
    let source =
        format!("#set page(margin: ({margins}), header: [Report])\n= A\na\n= B\n#pagebreak()\nb");
    let pages = typeset_well(&job(&source)).layout.pages;
    let area = pages[1].area;
    assert_eq!(area, pages[0].area, "whatever stands on the page");
    let centimetres = [
        area.left,
        area.top,
        595.276 - area.right,
        841.89 - area.bottom,
    ];
    let centimetres = centimetres.map(|points| (points / 28.346_457).round());
    assert_eq!(centimetres, [2.0, 4.0, 3.0, 5.0]);
}
