//! Random texts made of what YAML and the model are made of: nothing panics, every
//! finding has a place and a way to mend it, and none repeats what a family wrote.

use std::sync::Arc;

use concord::case::Case;
use concord::case::form::FORMS;
use concord::case::load::load;
use concord::case::shape;
use concord::diagnostics::{Findings, SourceFile};
use concord::reading::{Content, Node, Subject, accept};

const INPUTS: u64 = 300_000;

/// A word of a family's, in every text and key that is not the model's own.
const SECRET: &str = "Zqx";

const TOKENS: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "\n  ",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    ": ",
    ": ",
    ": ",
    ":",
    "- ",
    ", ",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"",
    "|\n  ",
    ">-\n  ",
    "#",
    " # ",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "<<",
    "? ",
    "---\n",
    "...\n",
    "%Y",
    "@",
    "`",
    "~",
    "null",
    "true",
    "no",
    "7",
    "007",
    "1e3",
    "\t",
    "\r\n",
    "\r",
    "\\",
    "\\u202E",
    "\u{202E}",
    "\u{FEFF}",
    "\0",
    "é",
    "e\u{301}",
    "😀",
    "Zqx",
    "Zqx Zqx",
    "2026-02-30",
    "schema",
    "concord/1",
    "document",
    "status",
    "final",
    "people",
    "children",
    "adults",
    "id",
    "representation",
    "kind",
    "in_person",
    "programme",
    "cppp",
    "sessions",
    "with",
    "arrangements",
    "schedule",
    "weekly",
    "slots",
    "relationship",
    "concord/2",
    "times",
    "for_all",
    "friday 15:30 to monday 08:45, week 1",
];

/// So many of the last tokens are words of the model.
const WORDS: usize = 29;

/// Splitmix64: the same inputs on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let word = word ^ (word >> 31);
        usize::try_from(word % bound as u64).expect("less than the bound")
    }

    fn soup(&mut self) -> String {
        let length = 1 + self.below(24);
        (0..length)
            .map(|_| TOKENS[self.below(TOKENS.len())])
            .collect()
    }

    /// Lines that are YAML more often than not.
    fn lines(&mut self) -> String {
        let words = &TOKENS[TOKENS.len() - WORDS..];
        let mut text = String::new();
        for _ in 0..1 + self.below(8) {
            let (key, value) = (words[self.below(WORDS)], words[self.below(WORDS)]);
            let indent = ["", "", "  ", "- ", "  - "][self.below(5)];
            let ending = ["", value, TOKENS[self.below(TOKENS.len())]][self.below(3)];
            text.push_str(&format!("{indent}{key}: {ending}\n"));
        }
        text
    }
}

/// What must hold of every finding there is.
fn hold(findings: &Findings, text: &str) {
    assert!(!findings.is_empty());
    for finding in findings.iter() {
        let place = finding
            .place
            .as_ref()
            .expect("a finding in a file has a place");
        assert!(place.range.end <= place.file.text().len(), "{text:?}");
        let help = finding
            .help
            .as_deref()
            .expect("a finding says what to write");
        let labels = finding.labels.iter().map(|label| label.text.as_str());
        let said = [&finding.message, &finding.caption, help]
            .into_iter()
            .chain(labels);
        for words in said {
            assert!(
                !words.contains(SECRET),
                "{words} repeats a value of {text:?}"
            );
        }
    }
}

/// What must hold of every place in a tree: it is a place of the file.
fn inside(node: &Node, file: &Arc<SourceFile>) {
    assert!(file.text().get(node.range.clone()).is_some());
    match &node.content {
        Content::Scalar { .. } => {}
        Content::List(items) => items.iter().for_each(|item| inside(item, file)),
        Content::Block(entries) => {
            for entry in entries {
                assert!(file.text().get(entry.key_range.clone()).is_some());
                inside(&entry.value, file);
            }
        }
    }
}

#[test]
fn random_texts_are_read_or_refused_with_a_place() {
    let schema = schemars::schema_for!(Case).to_value();
    let mut random = Random(2026);
    let mut accepted_texts = 0;
    for turn in 0..INPUTS {
        let text = if turn % 2 == 0 {
            random.soup()
        } else {
            random.lines()
        };
        match accept("case.yaml", text.as_bytes(), Subject::Case) {
            Err(findings) => hold(&findings, &text),
            Ok(accepted) => {
                accepted_texts += 1;
                inside(&accepted.tree, &accepted.file);
                let (tree, file) = (&accepted.tree, &accepted.file);
                if let Err(findings) = shape::check(tree, file, &schema, FORMS) {
                    hold(&findings, &text);
                }
                if let Err(findings) = load::<Case>(&mut accepted.clone()) {
                    hold(&findings, &text);
                }
            }
        }
    }
    assert!(
        accepted_texts > INPUTS / 20,
        "only {accepted_texts} texts reached the model"
    );
}

#[test]
fn random_bytes_are_read_or_refused_with_a_place() {
    let mut random = Random(27);
    for _ in 0..INPUTS / 10 {
        let bytes: Vec<u8> = (0..random.below(32))
            .map(|_| u8::try_from(random.below(256)).expect("a byte"))
            .collect();
        if let Err(findings) = accept("case.yaml", &bytes, Subject::Case) {
            hold(&findings, "random bytes");
        }
    }
}
