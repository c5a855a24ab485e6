//! Where each value of a case stands in its file.
//!
//! Rules speak of typed structs, findings of lines: a [`Pointer`] goes from one to
//! the other.

use std::sync::Arc;

use super::tree::{Content, Entry, Node};
use crate::diagnostics::{Place, Pointer, SourceFile, Step};

/// The places of an accepted file.
#[derive(Clone, Debug)]
pub struct Places {
    file: Arc<SourceFile>,
    tree: Arc<Node>,
    grafts: Vec<Graft>,
}

/// A value that stands in another file, as if it stood in this one.
#[derive(Clone, Debug)]
struct Graft {
    at: Pointer,
    places: Places,
    there: Pointer,
}

/// How far a pointer leads: the last value it meets, the place of that value and of
/// the key it stands under, and whether the pointer ends there.
struct Found<'a> {
    node: &'a Node,
    value: Place,
    key: Option<Place>,
    whole: bool,
}

impl Places {
    pub(super) fn new(file: Arc<SourceFile>, tree: Arc<Node>) -> Self {
        let grafts = Vec::new();
        Places { file, tree, grafts }
    }

    /// Has a value stand at `at` that the file has not: the one of another file, `there`.
    pub fn graft(&mut self, at: Pointer, places: &Places, there: Pointer) {
        let places = places.clone();
        self.grafts.push(Graft { at, places, there });
    }

    /// The other file in which a value stands, and where in that.
    fn elsewhere(&self, pointer: &Pointer) -> Option<(&Places, Pointer)> {
        let within = |graft: &&Graft| pointer.is_within(&graft.at);
        let graft = self.grafts.iter().find(within)?;
        let rest = pointer.steps().iter().skip(graft.at.steps().len());
        let there = rest.fold(graft.there.clone(), |there, step| match step {
            Step::Key(key) => there.key(key.clone()),
            Step::Item(index) => there.item(*index),
        });
        Some((&graft.places, there))
    }

    /// Where a value stands, or its key where it was left blank; `None` if it is not in
    /// the file.
    pub fn value(&self, pointer: &Pointer) -> Option<Place> {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.value(&there);
        }
        let found = self.follow(pointer);
        found.whole.then_some(found.value)
    }

    /// Where a value stands, or if it is not in the file, the closest block around it:
    /// that block's key or, in a list or at the top, its first line.
    pub fn nearest(&self, pointer: &Pointer) -> Place {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.nearest(&there);
        }
        let found = self.follow(pointer);
        match found.key {
            Some(key) if !found.whole => key,
            _ => found.value,
        }
    }

    /// The key a value stands under; of a block in a list its first key, and of another entry
    /// the key of the list.
    pub fn key(&self, pointer: &Pointer) -> Place {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.key(&there);
        }
        let whole = self.follow(pointer);
        let list = || {
            let mut steps = pointer.steps().to_vec();
            steps.pop();
            let above = steps.iter().fold(Pointer::root(), |at, step| match step {
                Step::Key(key) => at.key(key.clone()),
                Step::Item(index) => at.item(*index),
            });
            self.key(&above)
        };
        match whole.key {
            Some(key) => key,
            None if pointer.steps().is_empty() => whole.value,
            None if matches!(whole.node.content, Content::Block(_)) => whole.value,
            None => list(),
        }
    }

    /// The comment that ends the line of a value written without quotes: to whoever wrote
    /// it, perhaps a part of the text.
    pub fn comment_after(&self, pointer: &Pointer) -> Option<Place> {
        if let Some((places, there)) = self.elsewhere(pointer) {
            return places.comment_after(&there);
        }
        let found = self.follow(pointer);
        let plain =
            found.whole && matches!(found.node.content, Content::Scalar { plain: true, .. });
        let end = found.node.range.end;
        let rest = self.file.text().get(end..).filter(|_| plain)?;
        let rest = rest.lines().next().unwrap_or_default();
        let comment = rest.trim_start();
        let start = end + rest.len() - comment.len();
        let place = || Place::new(&self.file, start..end + rest.len());
        comment.starts_with('#').then(place)
    }

    /// Where a character stands in the values: it, or the value that has it as an escape.
    /// Once for each value, in the order of the file.
    pub fn holding(&self, character: char) -> Vec<Place> {
        let mut found = Vec::new();
        self.gather(character, &self.tree, &mut found);
        for Graft { places, there, .. } in &self.grafts {
            places.gather(character, places.follow(there).node, &mut found);
        }
        found
    }

    fn gather(&self, character: char, node: &Node, found: &mut Vec<Place>) {
        match &node.content {
            Content::Scalar { text, .. } if text.contains(character) => {
                let written = self.file.text().get(node.range.clone());
                let at = written.and_then(|written| written.find(character));
                found.push(match at.map(|at| node.range.start + at) {
                    Some(at) => Place::new(&self.file, at..at + character.len_utf8()),
                    None => node.place(&self.file),
                });
            }
            Content::Scalar { .. } => {}
            Content::List(items) => {
                for item in items {
                    self.gather(character, item, found);
                }
            }
            Content::Block(entries) => {
                for entry in entries {
                    self.gather(character, &entry.value, found);
                }
            }
        }
    }

    fn follow(&self, pointer: &Pointer) -> Found<'_> {
        let mut node: &Node = &self.tree;
        let mut found = Found {
            node,
            value: node.place(&self.file),
            key: None,
            whole: true,
        };
        for step in pointer.steps() {
            (node, found) = match step {
                Step::Key(key) => match node.entry(key) {
                    Some(entry) => (&entry.value, self.found_entry(entry)),
                    None => {
                        return Found {
                            whole: false,
                            ..found
                        };
                    }
                },
                Step::Item(index) => match node.item(*index) {
                    Some(item) => (item, self.found_item(item)),
                    None => {
                        return Found {
                            whole: false,
                            ..found
                        };
                    }
                },
            };
        }
        found
    }

    fn found_entry<'a>(&self, entry: &'a Entry) -> Found<'a> {
        Found {
            node: &entry.value,
            value: entry.value_place(&self.file),
            key: Some(entry.key_place(&self.file)),
            whole: true,
        }
    }

    fn found_item<'a>(&self, item: &'a Node) -> Found<'a> {
        Found {
            node: item,
            value: item.place(&self.file),
            key: None,
            whole: true,
        }
    }
}

#[cfg(test)]
mod tests {
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
        let text =
            "a: with  # a\nb: 'x' # b\nc: [one # c\n  ]\nd: >\n  x # d\n# e\nf: #g\nh: i#j\n";
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
}
