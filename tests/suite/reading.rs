//! The guard of the case file: limits to the last one, and files that mean harm.

use std::io::Write;

use concord::diagnostics::Diagnostic;
use concord::reading::{Accepted, Content, Node, Subject, accept, read};

fn refusals(text: &str) -> Vec<String> {
    let findings = accept("c", text.as_bytes(), Subject::Case).expect_err("it must be refused");
    findings.iter().map(Diagnostic::short).collect()
}

fn sound(text: &str) -> Accepted {
    accept("c", text.as_bytes(), Subject::Case).expect("it is sound")
}

#[test]
fn nesting_ends_at_thirty_two() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    sound(&nested(32));
    assert_eq!(
        refusals(&nested(33)),
        ["c:1:33: Y05: lists and blocks are nested more than 32 deep"]
    );
    let blocks: String = (0..33).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert_eq!(
        refusals(&blocks),
        ["c:33:33: Y05: lists and blocks are nested more than 32 deep"]
    );
}

#[test]
fn keys_and_values_end_at_fifty_thousand() {
    let many = |items: usize| format!("[{}]", "1,".repeat(items));
    sound(&many(49_999));
    assert_eq!(
        refusals(&many(50_000)),
        ["c:1:100000: Y06: the file holds more than 50000 keys and values"]
    );
}

#[test]
fn a_value_ends_at_thirty_two_kibibytes_and_a_key_at_sixty_four_bytes() {
    let value = |length: usize| format!("a: {}", "x".repeat(length));
    sound(&value(32 << 10));
    assert_eq!(
        refusals(&value((32 << 10) + 1)),
        ["c:1:4: Y07: this value is longer than 32 KiB"]
    );
    let key = |length: usize| format!("{}: a", "x".repeat(length));
    sound(&key(64));
    assert_eq!(
        refusals(&key(65)),
        ["c:1:1: Y15: this cannot be the name of a field"]
    );
}

#[test]
fn aliases_never_multiply() {
    let laughs = "a: &a [ha, ha]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
    assert_eq!(
        refusals(laughs)[..2],
        [
            "c:1:4: Y08: an anchor stands before a value",
            "c:2:4: Y08: an anchor stands before a value",
        ]
    );
    let text = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(1000),
        "*a,".repeat(20_000)
    );
    let said = refusals(&text);
    assert_eq!(said[0], "c:1:4: Y08: an anchor stands before a value");
    assert_eq!(said[1], "c:2:5: Y08: an alias stands in place of a value");
    assert!(said.len() <= 50, "nobody reads {} findings", said.len());
}

#[test]
fn a_hundred_thousand_brackets_are_one_finding() {
    for text in ["[", "{", "- ", "[{a: "] {
        let said = refusals(&text.repeat(100_000));
        assert_eq!(said.len(), 1);
        assert!(
            said[0].starts_with("c:1:") && said[0].contains("Y05"),
            "{said:?}"
        );
    }
}

#[test]
fn of_a_huge_file_no_more_than_the_limit_is_read() {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    let line = format!("# {}\n", "x".repeat(97));
    file.write_all(b"a: \"").expect("it can be written");
    for _ in 0..500_000 {
        file.write_all(line.as_bytes()).expect("it can be written");
    }
    let findings = read(file.path()).expect_err("50 MB are no case");
    let finding = findings.iter().next().expect("it says so");
    let place = finding.place.as_ref().expect("it says where");
    assert_eq!(finding.code.id, "Y04");
    assert_eq!((place.start().line, place.start().column), (10_486, 73));
    assert_eq!(place.file.text().len(), 1 << 20);
}

fn texts(node: &Node) -> Vec<(&str, bool)> {
    match &node.content {
        Content::Scalar { text, plain } => vec![(text, *plain)],
        Content::List(items) => items.iter().flat_map(texts).collect(),
        Content::Block(entries) => entries.iter().flat_map(|e| texts(&e.value)).collect(),
    }
}

#[test]
fn values_keep_their_spelling_and_their_style() {
    let accepted = sound(
        "- NO\n- 'NO'\n- |\n  a\n  b\n- >-\n  a\n  b\n- \"e\\u0301\"\n- ~\n-\n- x\ty\n- a:\tb\n",
    );
    let expected = [
        ("NO", true),
        ("NO", false),
        ("a\nb\n", false),
        ("a b", false),
        ("é", false),
        ("~", true),
        ("", true),
        ("x\ty", true),
        ("b", true),
    ];
    assert_eq!(texts(&accepted.tree), expected);
}

#[test]
fn nothing_is_what_is_not_written() {
    let blank = |text: &str| {
        let accepted = sound(&format!("a: {text}\n"));
        accepted.tree.entry("a").map(|entry| entry.value.is_blank())
    };
    for text in ["", "~", "null", "''", "'  '", "# a note"] {
        assert_eq!(blank(text), Some(true), "{text}");
    }
    for text in ["'~'", "'null'", "Null", "NULL", "no", "0", "[]", "{}"] {
        assert_eq!(blank(text), Some(false), "{text}");
    }
}
