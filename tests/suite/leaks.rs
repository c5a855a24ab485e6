//! Planted leaks are found however they are written, and innocent words are let pass.

mod detector;
mod file;

use concord::audience::{DocumentCopy, Reader};
use concord::checks::Search;

use crate::trial::{CaseFile, Trial};

/// What the mother of the case keeps back, and a place that is confidential.
const SECRETS: [&str; 6] = [
    "020 7946 0788",
    "samira.haddad@example.org",
    "19 Tern Court",
    "E17 9ZZ",
    "Coppermill Road Primary School",
    "Coppermill Road",
];

/// The words as they are, and as somebody may write them or a page may break them.
fn spellings(secret: &str) -> Vec<String> {
    let spaced: Vec<String> = secret.chars().map(|c| c.to_string()).collect();
    let is_number = secret.chars().all(|c| c.is_ascii_digit() || c == ' ');
    let words = |between: &str| secret.split(' ').collect::<Vec<_>>().join(between);
    let mut spellings = vec![
        secret.to_owned(),
        secret.to_uppercase(),
        words("\n"),
        words("  "),
        words(", "),
        words(" – "),
        words("\u{a0}"),
        format!("({secret})"),
        format!("‘{secret}’"),
        format!("{secret}’s"),
        secret.replace('o', "о"),
        secret.replace('e', "е"),
        secret.replace('a', "а"),
        secret.replace('0', "O"),
        secret.replace('1', "l"),
    ];
    if secret.contains('@') {
        for at in [" at ", " [at] ", "(at)", " @ "] {
            spellings.push(secret.replace('@', at));
            spellings.push(secret.replace('@', at).replace('.', " dot "));
        }
    } else {
        spellings.push(secret.to_lowercase());
    }
    if is_number {
        spellings.push(spaced.join(" "));
        spellings.push(spaced.join("-"));
        spellings.push(secret.replace(' ', ""));
        spellings.push(secret.replacen('0', "+44 ", 1));
        spellings.push(spelled(secret));
    }
    if secret == "19 Tern Court" {
        spellings.extend(
            ["19 Tern Ct", "nineteen Tern Court", "Flat 6/19 Tern Court"].map(str::to_owned),
        );
    }
    spellings
}

/// A telephone number as it is said.
fn spelled(number: &str) -> String {
    const DIGITS: [&str; 10] = [
        "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let digits = number.chars().filter_map(|c| c.to_digit(10));
    let words: Vec<&str> = digits.map(|digit| DIGITS[digit as usize]).collect();
    words.join(" ")
}

/// Where it may stand: in a paragraph, a heading, words for who cannot see, a link, a title.
const AROUND: [(&str, &str); 8] = [
    ("", ""),
    ("She can be reached: ", "."),
    ("Handovers\n\nThe child is met at ", ", the parents say."),
    ("Picture of a house: ", ""),
    ("https://maps.example.org/?q=", "&z=14"),
    ("Report on ", " of 2 March 2026"),
    ("one | two | ", " | four"),
    ("Y cyfeiriad yw ", " yng Nghymru."),
];

fn found(case: &CaseFile, words: &str) -> bool {
    let father = case.case.people.adults[0].id.clone();
    let copy = DocumentCopy::of(Reader::Party(father));
    let search = Search::of(&case.case, case.sought(), &copy, "court-report");
    let leaks = search.leaks(&[("page 1".to_owned(), words.to_owned())]);
    for leak in &leaks {
        assert!(leak.finding.withheld, "no excerpt is drawn of it");
        let message = &leak.finding.message;
        assert!(
            SECRETS.iter().all(|secret| !message.contains(secret)),
            "{message}"
        );
    }
    !leaks.is_empty()
}

#[test]
fn planted_leaks_are_all_found() {
    let case = Trial::case("return-to-court").examine();
    let (mut planted, mut missed) = (0, Vec::new());
    for secret in SECRETS {
        for spelling in spellings(secret) {
            for (before, after) in AROUND {
                planted += 1;
                let words = format!("{before}{spelling}{after}");
                if !found(&case, &words) {
                    missed.push(words);
                }
            }
        }
    }
    assert!(planted >= 500, "only {planted} are planted");
    assert!(
        missed.is_empty(),
        "{} of {planted}:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn innocent_words_are_let_pass() {
    const NEAR: [&str; 16] = [
        "020 7946 0163",
        "020 7946 0021",
        "020 7946 0789",
        "119 Turn Court",
        "19 Turn Court",
        "Tern Island",
        "E17",
        "E17 9ZY",
        "adrian.wells@example.org",
        "samira@example.org",
        "Copperfield Road Primary School",
        "Coppermill",
        "the primary school",
        "a road by the mill",
        "the mother’s home",
        "Layla’s school",
    ];
    let case = Trial::case("return-to-court").examine();
    let (mut told, mut stopped) = (0, Vec::new());
    for near in NEAR {
        for spelling in [
            near.to_owned(),
            near.to_uppercase(),
            near.replace(' ', "\n"),
            format!("({near})"),
        ] {
            for (before, after) in AROUND {
                told += 1;
                let words = format!("{before}{spelling}{after}");
                if found(&case, &words) {
                    stopped.push(words);
                }
            }
        }
    }
    assert!(told >= 500, "only {told} are told");
    assert!(stopped.is_empty(), "{}", stopped.join("\n"));
}

#[test]
fn a_run_of_a_text_that_is_kept_from_its_reader_is_found() {
    let trial = Trial::case("return-to-court");
    let case = trial.examine();
    let flags = case
        .case
        .safeguarding
        .as_ref()
        .map(|known| &known.flags[..]);
    let flag = &flags.expect("the case has some")[1];
    let text = flag
        .text
        .texts()
        .next()
        .expect("it says something")
        .to_owned();
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(found(&case, &words[..12].join("\n")));
    assert!(
        !found(&case, &words[..5].join(" ")),
        "five words are nobody's"
    );
}
