//! Numbered paragraphs, as a template may write them.

use concord::pages::{Part, ReadingOrder, Role};
use concord::typesetting::Job;

use crate::trial::{Trial, lay_out};

/// A report of one who puts this and that between paragraphs.
const REPORT: &str = r#"#import "/themes/court/theme.typ": *
#show: court-document.with(title: "A report", date: "2026-06-01")
#numbered[One.]

#numbered(id: "two")[Two.
Still two.]
#numbered[]
#numbered[#parbreak()]
#numbered[Three.

Four.]
Between.
#numbered[Five.]
#numbered(leads: true)[Six leads.]
#numbered[Seven #restricted[the court alone].]
#numbered[Eight, as in #refer([paragraph {first}], first: "two").]
= Heading
#lettered([first], [second], [third])

#numbered[Nine.]

#numbered[Ten.]
#signed[Signed.]
"#;

fn report() -> Job {
    let draft = Trial::case("full-agreement").document("court-report");
    Job {
        source: REPORT.to_owned(),
        ..draft.audience("court").manuscript().job()
    }
}

#[test]
fn paragraphs_keep_their_words_their_order_and_their_numbers() {
    let words = lay_out(&report()).reading_text();
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let told = &words[words.find("1. One.").expect("it begins")..];
    assert!(
        told.starts_with(
            "1. One. 2. Two. Still two. 3. Three. 4. Four. Between. 5. Five. 6. Six leads. \
             7. Seven (the court alone). 8. Eight, as in paragraph 2. ## Heading (a) first (b) second \
             (c) third 9. Nine. 10. Ten. Signed."
        ),
        "{told}"
    );
}

#[test]
fn a_run_of_paragraphs_is_one_list_but_for_what_may_go_overleaf() {
    let layout = lay_out(&report());
    let order = ReadingOrder::of(&layout);
    let is_entry =
        |part: &&Part<'_>| matches!(part, Part::Element(at) if *order.role(*at) == Role::Body);
    let entries = |list: usize| order.within(list).iter().filter(is_entry).count();
    let lists = (0..layout.elements.len()).filter(|element| *order.role(*element) == Role::List);
    let lists: Vec<usize> = lists.map(entries).collect();
    assert_eq!(lists, [4, 1, 1, 1, 1, 3, 1, 1]);
}
