//! Cases at the edge of what there is: the documents are still fit to file.
//!
//! One child and twelve, and names of four hundred letters, are among the hostile cases.

use concord::cli::Exit;
use serde_yaml::Value;

use crate::trial::Trial;

/// Everything that is asked for of a valid case is made, though something of it is extreme.
fn fit(trial: Trial, alter: impl FnOnce(&mut Value)) {
    trial.altered(alter).build().done();
}

fn full() -> Trial {
    Trial::case("full-agreement")
}

fn report() -> Trial {
    full()
        .document("court-report")
        .document("agreed-arrangements")
}

fn in_both_editions(trial: Trial) -> Trial {
    trial.edition("standard").edition("large-print")
}

/// So many sentences in paragraphs of five, each a little different.
fn sentences(count: usize) -> String {
    let mut text = String::new();
    for number in 1..=count {
        text.push_str(&format!(
            "Sentence {number} tells calmly what was said about the week and the holidays."
        ));
        text.push_str(if number % 5 == 0 { "\n\n" } else { " " });
    }
    text.trim_end().to_owned()
}

#[test]
fn pages_of_few_large_blocks_are_measured_by_their_margins() {
    let plan = full().document("childs-plan").edition("large-print");
    fit(plan, |case| case["document"]["status"] = "draft".into());
}

#[test]
fn a_statement_of_two_pages_and_wherever_a_page_may_end() {
    fit(in_both_editions(report()), |case| {
        case["safeguarding"]["statement"] = sentences(80).into();
    });
    for count in (1..=20).step_by(4) {
        fit(report(), |case| {
            case["safeguarding"]["statement"] = sentences(count).into();
            case["arrangements"][0]["text"] = sentences(count).into();
        });
    }
}

#[test]
fn a_name_with_marks_over_and_under_its_letters() {
    for name in ["Ẹ̀kọ́", "Adébáyọ̀", "J̌r̃"] {
        fit(report(), |case| {
            case["people"]["children"][1]["forenames"] = name.into();
        });
    }
}

#[test]
fn a_character_that_no_font_has_is_told_once_where_it_stands() {
    let trial = Trial::case("minimal").altered(|case| {
        case["people"]["children"][0]["forenames"] = "你".into();
    });
    let run = trial.build().run;
    assert_eq!(run.exit, Exit::Findings);
    assert_eq!(run.err.matches("S04").count(), 1, "{}", run.err);
    for told in ["no font has the character `你` (U+4F60)", "forenames: 你"] {
        assert!(run.err.contains(told), "{}", run.err);
    }
}

#[test]
fn sixty_arrangements_and_none() {
    fit(in_both_editions(full()), |case| {
        let list = case["arrangements"].as_sequence_mut().expect("a list");
        let recital = |one: &&Value| one["form"].as_str() == Some("recital");
        let model = list
            .iter()
            .find(recital)
            .expect("there is a recital")
            .clone();
        while list.len() < 60 {
            let mut one = model.clone();
            one["id"] = format!("term_{}", list.len()).into();
            one["text"] = format!("Term {}. {}", list.len(), sentences(list.len() % 9)).into();
            list.push(one);
        }
    });
    fit(in_both_editions(Trial::case("minimal")), |case| {
        let fields = case.as_mapping_mut().expect("a block");
        fields.remove("arrangements");
    });
}

#[test]
fn long_names_in_every_document() {
    fit(full(), |case| {
        let names = "Maximiliana ".repeat(33);
        let (forenames, surname) = (names.trim().into(), names.trim().into());
        case["people"]["adults"][0]["forenames"] = forenames;
        case["people"]["adults"][1]["surname"] = surname;
        case["places"][0]["name"] = "Llanfairpwllgwyngyll ".repeat(18).trim().into();
    });
}

/// Words that no line can hold cannot be printed whole, and are not printed by halves.
#[test]
fn a_name_without_an_end_is_refused() {
    let trial = report().altered(|case| {
        case["people"]["adults"][0]["surname"] = "A".repeat(400).into();
    });
    let run = trial.build().run;
    assert_eq!(run.exit, Exit::Findings);
    assert!(
        run.out.contains("D03") || run.err.contains("D03"),
        "{}{}",
        run.out,
        run.err
    );
}
