//! Small words that fit themselves to what follows, and places that mutate.

use super::{least, welsh};

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn a_small_word_fits_the_value_after_it() {
    let locale = least();
    let cases = [
        ("a", "Tomos", "Sara a Tomos"),
        ("a", "Elin", "Sara ac Elin"),
        ("a", "Iolo", "Sara ac Iolo"),
        ("a", "Huw", "Sara a Huw"),
        ("a", "Wyn", "Sara a Wyn"),
        ("a", "Yasmin", "Sara a Yasmin"),
        ("a", "Ynyr", "Sara ac Ynyr"),
        ("a", "Paul", "Sara a Paul"),
        ("a", "ŵyr", "Sara ac ŵyr"),
        ("a", "wythnos", "Sara ac wythnos"),
        ("a", "1999", "Sara ac 1999"),
        ("a", "3", "Sara a 3"),
        ("a", "8", "Sara ac 8"),
        ("a", "11", "Sara ac 11"),
        ("a", "12", "Sara a 12"),
        ("a", "y ceisydd", "Sara a’r ceisydd"),
        ("a", "yr heddlu", "Sara a’r heddlu"),
        ("a-aspirate", "tad", "mam a thad"),
        ("a-aspirate", "plant", "mam a phlant"),
        ("a-aspirate", "cyfreithiwr", "mam a chyfreithiwr"),
        ("a-aspirate", "gofalwr", "mam a gofalwr"),
        ("a-aspirate", "athro", "mam ac athro"),
        ("with", "Elin", "ymweld ag Elin"),
        ("with", "Tomos", "ymweld â Tomos"),
        ("with", "y llys", "ymweld â’r llys"),
        ("gyda", "Elin", "yn byw gydag Elin"),
        ("gyda", "Tomos", "yn byw gyda Tomos"),
        ("gyda", "Huw", "yn byw gyda Huw"),
        ("gyda", "yr atebydd", "yn byw gyda’r atebydd"),
        ("Gyda-first", "Aled", "Gydag Aled"),
        ("Gyda-first", "y tad", "Gyda’r tad"),
        ("y", "ceisydd", "cais y ceisydd"),
        ("y", "atebydd", "cais yr atebydd"),
        ("y", "heddlu", "cais yr heddlu"),
        ("y", "wythnos", "cais yr wythnos"),
        ("y", "wraig", "cais y wraig"),
        ("Y-first", "llys", "Y llys"),
        ("Y-first", "awdurdod", "Yr awdurdod"),
        ("i", "y ceisydd", "i’r ceisydd"),
        ("i", "yr atebydd", "i’r atebydd"),
        ("i", "Elin", "i Elin"),
        ("i-soft", "dydd Sul", "i ddydd Sul"),
        ("i-soft", "plentyn", "i blentyn"),
        ("i-soft", "3 Mai", "i 3 Mai"),
        ("o", "yr heddlu", "O’r heddlu"),
        ("o", "awdurdod lleol", "O awdurdod lleol"),
        ("gan", "y llys", "gan y llys"),
        ("gan", "Elin", "gan Elin"),
        ("none", "y llys", "y llys"),
        ("bracket", "Elin", "(ac Elin)"),
    ];
    for (phrase, value, expected) in cases {
        let phrase = locale
            .phrase(&format!("small-word.{phrase}"))
            .expect("the fixture has it");
        assert_eq!(phrase.placeholders(), ["value"]);
        assert_eq!(phrase.fill(&[("value", value)]).as_deref(), Ok(expected));
    }
}

#[test]
fn a_value_is_nobodys_grammar() {
    let locale = least();
    let two = locale.phrase("small-word.two").expect("the fixture has it");
    let filled = two.fill(&[("value", "cais a"), ("other", "y llys")]);
    assert_eq!(filled.as_deref(), Ok("cais a y llys"));
}

#[test]
fn lists() {
    let locale = welsh();
    let cases: [(&[&str], &str); 9] = [
        (&[], ""),
        (&["Aled"], "Aled"),
        (&["Aled", "Elin"], "Aled ac Elin"),
        (&["Aled", "Tomos"], "Aled a Tomos"),
        (&["Aled", "Elin", "Tomos"], "Aled, Elin a Tomos"),
        (&["Aled", "Megan", "Elin"], "Aled, Megan ac Elin"),
        (&["10", "11"], "10 ac 11"),
        (&["1", "2", "3"], "1, 2 a 3"),
        // Letters of a list are read by their old names: èc, dî (Arddulliadur).
        (&["(a)", "(b)", "(c)"], "(a), (b) ac (c)"),
    ];
    for (items, expected) in cases {
        assert_eq!(locale.list(items), expected);
    }
    assert_eq!(locale.list(&["(c)", "(d)"]), "(c) a (d)");
}

/// A list puts `a` before the last of these, which neither is a vowel nor mutates after it.
#[test]
fn what_a_template_lists_by_its_words_stands_firm_after_a() {
    let locale = welsh();
    let groups = ["application.", "weekday-name."];
    let is_listed = |key: &&str| groups.iter().any(|group| key.starts_with(group));
    let listed: Vec<&str> = locale.keys().filter(is_listed).collect();
    assert!(listed.len() >= 13, "the groups are there");
    for key in listed {
        let words = locale.phrase(key).expect("a key of its own").text();
        let first = words.to_lowercase();
        assert!(first.starts_with(['g', 'd']), "{key}: {words}");
    }
}

/// What follows such a phrase is out of its sight. Labels stand in a cell of their own.
#[test]
fn no_phrase_ends_in_a_word_that_hangs_on_the_next() {
    let locale = welsh();
    let hangs = |text: &str| {
        let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
        ["a", "ac", "â", "ag", "gyda", "gydag", "y", "yr"].contains(&last.as_str())
    };
    let is_label = |key: &str| key == "label.with" || key.starts_with("verb-label.");
    let is_allowed = is_label;
    let ending: Vec<&str> = locale
        .keys()
        .filter(|key| {
            locale
                .phrase(key)
                .is_some_and(|phrase| hangs(phrase.text()))
        })
        .collect();
    assert!(ending.contains(&"label.with"), "the test sees one");
    let unbound: Vec<&&str> = ending.iter().filter(|key| !is_allowed(key)).collect();
    assert_eq!(unbound, Vec::<&&str>::new());
}
