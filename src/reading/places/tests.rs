//! Where values, keys and comments stand, in files of a few lines.

use super::*;
use crate::reading::{Subject, accept};

const CASE: &str = "\
case:
  number: 'LS26P00417'
  judge:
sessions:
  - on: 2026-03-03
    with: [a, bb]
words: |
  one
  two
";

fn places() -> Places {
    accept("c", CASE.as_bytes(), Subject::Case)
        .expect("it is sound")
        .places
}

fn shown(place: Option<Place>) -> String {
    place.map_or("none".into(), |place| format!("{place} {}", place.text()))
}

#[test]
fn every_value_has_a_place() {
    let root = Pointer::root();
    let case = root.key("case");
    let session = root.key("sessions").item(0);
    let table = [
        (&root, "c:1:1 case"),
        (&case, "c:2:3 number"),
        (&case.key("number"), "c:2:11 'LS26P00417'"),
        (&case.key("judge"), "c:3:3 judge"),
        (&session, "c:5:5 on"),
        (&session.key("on"), "c:5:9 2026-03-03"),
        (&session.key("with"), "c:6:11 ["),
        (&session.key("with").item(1), "c:6:15 bb"),
        (&root.key("words"), "c:8:3 one"),
    ];
    for (pointer, value) in table {
        assert_eq!(shown(places().value(pointer)), value, "{pointer}");
    }
}

#[test]
fn a_value_of_another_file_has_its_place_there() {
    let text = "mine:\n  - id: a\n    words: one é\n";
    let firm = accept("firm", text.as_bytes(), Subject::Settings).expect("it is sound");
    let at = Pointer::root().key("sessions").item(1);
    let mut places = places();
    places.graft(
        at.clone(),
        &firm.places,
        Pointer::root().key("mine").item(0),
    );
    assert_eq!(shown(places.value(&at.key("words"))), "firm:3:12 one é");
    assert_eq!(shown(Some(places.nearest(&at.key("with")))), "firm:2:5 id");
    assert_eq!(shown(Some(places.key(&at.key("words")))), "firm:3:5 words");
    assert_eq!(shown(Some(places.key(&at))), "firm:2:5 id");
    assert_eq!(shown(places.holding('é').pop()), "firm:3:16 é");
    let own = Pointer::root().key("sessions").item(0).key("on");
    assert_eq!(shown(places.value(&own)), "c:5:9 2026-03-03");
}

#[test]
fn a_character_is_found_in_every_value_that_has_it() {
    let text = "a: x é # é\nb: [ÿ, \"\\u00e9\"]\nc: >\n  one\n  é\n";
    let places = accept("c", text.as_bytes(), Subject::Case)
        .expect("it is sound")
        .places;
    let found: Vec<String> = places
        .holding('é')
        .iter()
        .map(|at| shown(Some(at.clone())))
        .collect();
    assert_eq!(found, ["c:1:6 é", "c:2:8 \"\\u00e9\"", "c:5:3 é"]);
}

#[test]
fn what_is_missing_is_shown_at_the_block_it_is_missing_from() {
    let session = Pointer::root().key("sessions").item(0);
    let court = Pointer::root().key("case").key("court").key("name");
    assert_eq!(shown(Some(places().nearest(&court))), "c:1:1 case");
    assert_eq!(
        shown(Some(places().nearest(&session.key("id")))),
        "c:5:5 on"
    );
    assert_eq!(
        shown(Some(places().nearest(&session.key("on")))),
        "c:5:9 2026-03-03"
    );
    assert_eq!(shown(places().value(&court)), "none");
}

#[test]
fn a_comment_ends_only_what_stands_without_quotes() {
    let text = "a: with  # a\nb: 'x' # b\nc: [one # c\n  ]\nd: >\n  x # d\n# e\nf: #g\nh: i#j\n";
    let places = accept("c", text.as_bytes(), Subject::Case)
        .expect("it is sound")
        .places;
    let after = |pointer: Pointer| shown(places.comment_after(&pointer));
    let root = Pointer::root();
    assert_eq!(after(root.key("a")), "c:1:10 # a");
    assert_eq!(after(root.key("c").item(0)), "c:3:9 # c");
    for key in ["b", "d", "h", "none"] {
        assert_eq!(after(root.key(key)), "none", "{key}");
    }
}

#[test]
fn a_pointer_escapes_what_json_pointers_escape() {
    assert_eq!(Pointer::root().key("a/b~c").to_string(), "/a~1b~0c");
    assert_eq!(Pointer::root().to_string(), "");
}
