//! The rules of the grammar, asked one by one: `rules.tsv` beside this file holds what is
//! asked, what must be said, and by which rule. A new row needs no Rust.
//!
//! | kind | ask | of | said |
//! |---|---|---|---|
//! | `count`, `words`, `ordinal` | a number | a noun of the Welsh locale | the number with its noun |
//! | `fill` | a phrase | a value for its one place | the phrase filled |
//! | `list` | | items, parted by a bar | the list |
//! | `answer` | yes to a question | | no to the same question |

use concord::diagnostics::SourceFile;
use concord::language::Locale;

use super::{LEAST_WELSH, welsh};
use crate::language::{file, told};

struct Rule {
    kind: String,
    ask: String,
    of: String,
    said: String,
}

fn rules() -> Vec<Rule> {
    let table = file("tests/suite/language/welsh/rules.tsv");
    let rows = table.text().lines().skip(1);
    rows.map(|row| match row.split('\t').collect::<Vec<_>>()[..] {
        [kind, ask, of, said, rule] if !rule.is_empty() => Rule {
            kind: kind.to_owned(),
            ask: ask.to_owned(),
            of: of.to_owned(),
            said: said.to_owned(),
        },
        _ => panic!("a row has five cells: {row}"),
    })
    .collect()
}

/// A small locale with phrases of the table before what every locale has.
fn with(phrases: &str) -> Result<Locale, Vec<String>> {
    let text = format!("{phrases}{}", file(LEAST_WELSH).text());
    Locale::parse(&SourceFile::new("rules.yaml", text)).map_err(told)
}

fn filled(phrase: &str, value: &str) -> String {
    let locale = with(&format!("asked: \"{phrase}\"\n")).expect("a phrase of the table is sound");
    let phrase = locale.phrase("asked").expect("it was just written");
    phrase.fill(&[("value", value)]).expect("it has one place")
}

/// Whether a locale may answer a question with these two.
fn is_pair(yes: &str, no: &str) -> bool {
    match with(&format!("question: {{yes: {yes}, no: {no}}}\n")) {
        Ok(_) => true,
        Err(told) => {
            assert!(told[0].starts_with("L14"), "{told:?}");
            false
        }
    }
}

#[test]
fn every_rule_of_the_table_is_kept() {
    let (locale, rules) = (welsh(), rules());
    assert!(rules.len() >= 336, "the table is whole");
    let mut broken = Vec::new();
    for Rule {
        kind,
        ask,
        of,
        said,
    } in &rules
    {
        let number = || ask.parse().expect("a number is asked for");
        let items = || of.split('|').collect::<Vec<_>>();
        let heard = match kind.as_str() {
            "count" => locale.count(number(), of).expect("a noun of the file"),
            "words" => locale.count_in_words(number(), of).expect("a noun"),
            "ordinal" => locale.ordinal(number(), of).expect("a noun"),
            "fill" => filled(ask, of),
            "list" => locale.list(&items()),
            "answer" if is_pair(ask, said) => said.clone(),
            "answer" => "another answer".to_owned(),
            _ => panic!("there is no kind `{kind}`"),
        };
        if heard != *said {
            broken.push(format!("{kind} {ask} {of}: `{heard}` for `{said}`"));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn an_answer_of_another_verb_is_no_answer() {
    let rules = rules();
    let answers: Vec<&Rule> = rules.iter().filter(|rule| rule.kind == "answer").collect();
    let next = answers.iter().skip(1).chain(&answers[..1]);
    for (rule, other) in answers.iter().zip(next) {
        assert!(!is_pair(&rule.ask, &other.said), "{}", rule.ask);
        assert!(!is_pair(&other.said, &rule.ask), "{}", rule.ask);
        assert!(!is_pair(&rule.ask, "Na"), "{}", rule.ask);
    }
}
