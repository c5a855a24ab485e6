//! People as they are: the pages say of them what the case says, and no more.

use serde_yaml::Value;

use crate::trial::Trial;

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML")
}

/// The words of a document of the least case, altered, in one language.
fn printed(document: &str, language: &str, alter: impl FnOnce(&mut Value)) -> String {
    let trial = Trial::case("minimal").altered(alter);
    let outcome = trial
        .language(language)
        .edition("plain-text")
        .build()
        .done();
    let mut texts = outcome.texts(".txt");
    texts.retain(|(name, _)| name.contains(document));
    let courts = texts.iter().find(|(name, _)| name.contains("/court/"));
    let (_, text) = courts.or(texts.first()).expect("the document applies");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn report(alter: impl FnOnce(&mut Value)) -> String {
    printed("court-report", "en", alter)
}

#[track_caller]
fn says(text: &str, words: &str) {
    assert!(text.contains(words), "`{words}` is not in: {text}");
}

#[test]
fn one_name_is_a_name() {
    let text = report(|case| {
        let child = case["people"]["children"][0].as_mapping_mut();
        child.expect("a child").remove("surname");
        let mother = case["people"]["adults"][1].as_mapping_mut();
        mother.expect("an adult").remove("surname");
    });
    says(&text, "Grace.");
    assert!(!text.contains("Falade Nia") && !text.contains("Nia Falade"));
    assert!(!text.contains("Oyelaran"));
}

#[test]
fn the_age_of_a_baby_is_told_in_months() {
    let born = |day: &'static str| {
        move |case: &mut Value| {
            case["people"]["children"][0]["dob"] = day.into();
        }
    };
    says(&report(born("2025-12-20")), "(aged five months)");
    let welsh = printed("court-report", "cy", born("2025-12-20"));
    says(&welsh, "mis oed)");
    says(&report(born("2026-05-12")), "(less than a month old)");
    says(&report(born("2024-06-02")), "(aged 23 months)");
    says(&report(born("2024-06-01")), "(aged 2)");
}

#[test]
fn a_relation_is_called_what_it_is() {
    for (word, printed) in [
        ("grandmother", "Tunde Falade, grandmother"),
        ("uncle", "Tunde Falade, uncle"),
        ("carer", "Tunde Falade, carer"),
        ("relative", "Tunde Falade, relative"),
        ("other", "Tunde Falade, relative"),
    ] {
        let text = report(|case| {
            case["people"]["adults"][0]["relationship"]["nia"] = word.into();
        });
        says(&text, printed);
    }
}

#[test]
fn consolidated_proceedings_have_every_number() {
    let text = report(|case| {
        case["case"]["further_numbers"] = yaml("[BM25P00988]");
    });
    says(&text, "BM26P00107 BM25P00988");
}

#[test]
fn an_application_of_another_kind_is_told_in_its_words() {
    let text = report(|case| {
        case["case"]["application"]["types"] = yaml("[child_arrangements, other]");
        case["case"]["application"]["other"] = "The mother asks to change Nia’s surname.".into();
    });
    says(&text, "The mother asks to change Nia’s surname.");
}

#[test]
fn of_a_child_who_was_not_seen_it_is_said_that_it_was_not_and_why() {
    let text = report(|case| {
        case["child_voice"] = yaml(
            "[{child: nia, session: meeting_child, not_seen: She did not want to meet me., \
             fca_summary: I know her wishes from her mother alone.}]",
        );
    });
    says(&text, "Nia was not seen. She did not want to meet me.");
    assert!(!text.contains("was seen on"));
}

#[test]
fn who_interprets_and_who_supports_is_told() {
    let text = report(|case| {
        case["people"]["adults"][1]["interpreter"] = "Twi".into();
        case["people"]["adults"][1]["supporter"] = "supporter".into();
        let professionals = case["people"]["professionals"].as_sequence_mut();
        let professionals = professionals.expect("a list");
        professionals.push(yaml(
            "{id: interpreter, role: interpreter, name: Kofi Addo, office: Midland Languages}",
        ));
        professionals.push(yaml(
            "{id: supporter, role: supporter, name: Ruth Bell, office: Harbour Advice}",
        ));
        case["programme"]["sessions"][0]["with"] =
            yaml("[adviser, mother, interpreter, supporter]");
    });
    says(&text, "Interpreter: Twi");
    says(&text, "Supported by Ruth Bell");
    says(&text, "Kofi Addo (Interpreter)");
    says(&text, "Ruth Bell (Supporter)");
}

#[test]
fn a_party_who_took_no_part_is_not_asked_to_sign() {
    let text = printed("agreed-arrangements", "en", |case| {
        let adults = case["people"]["adults"].as_sequence_mut().expect("a list");
        adults.push(yaml(
            "{id: lee, forenames: Lee, surname: Prosser, role: respondent, party_no: 2, \
             relationship: {nia: other}, pr: {nia: {held: no}}}",
        ));
        adults[1]["party_no"] = 1.into();
        let sessions = case["programme"]["sessions"].as_sequence_mut();
        let sessions = sessions.expect("a list");
        sessions[3]["reason"] = "Mr Prosser did not reply to two letters.".into();
        let missed = "{id: meeting_lee, kind: one_to_one, with: [adviser, lee], on: 2026-04-24, \
                      status: missed, reason: He did not come.}";
        sessions.insert(2, yaml(missed));
        case["programme"]["outcome"] = "completed_partial".into();
        let arrangements = case["arrangements"].as_sequence_mut().expect("a list");
        arrangements.push(yaml(
            "{id: school, topic: school, status: agreed, text: Both parents go to parents’ \
             evenings., agreed_in: joint_session, agreed_by: [mother, father]}",
        ));
    });
    let (_, signatures) = text.split_once("It says what I agreed").expect("who signs");
    assert!(!signatures.contains("Prosser"), "{signatures}");
    says(signatures, "Grace Oyelaran");
}

#[test]
fn a_child_reads_the_words_it_uses_itself() {
    let trial = Trial::case("full-agreement").altered(|case| {
        case["people"]["adults"][0]["called_by"] = yaml("{isla: Dada}");
    });
    let trial = trial.document("childs-plan").edition("plain-text");
    let outcome = trial.build().done();
    for (name, text) in outcome.texts(".txt") {
        let is_hers = name.contains("child-1");
        assert_eq!(text.contains("Dada"), is_hers, "{name}: {text}");
        assert_eq!(text.contains(": Dad "), !is_hers, "{name}: {text}");
    }
}

/// The plans of the two children of the full case, with a term altered.
fn childrens_plans(alter: impl FnOnce(&mut Value)) -> Vec<String> {
    let trial = Trial::case("full-agreement").altered(|case| {
        let terms = case["arrangements"].as_sequence_mut().expect("a list");
        let band = terms.iter_mut().find(|term| term["id"] == "band");
        alter(band.expect("the fixture has it"));
    });
    let trial = trial.document("childs-plan").edition("plain-text");
    let outcome = trial.build().done();
    let texts = outcome.texts(".txt").into_iter();
    texts.map(|(_, text)| text.to_owned()).collect()
}

#[test]
fn children_are_told_of_a_term_in_the_words_written_for_them() {
    let told = childrens_plans(|band| {
        band["conditions"] = yaml("[third_party]");
        band["tell_child"] = "You go to band with Aunt Jo on Saturdays.".into();
    });
    says(&told[0], "You go to band with Aunt Jo on Saturdays.");
    assert!(!told[0].contains("Isla goes to band practice"));
    assert!(!told[1].contains("Aunt Jo"), "it is her sister’s alone");
}

#[test]
fn what_is_not_for_children_is_in_no_plan_of_theirs() {
    says(&childrens_plans(|_| ())[0], "You go to band practice");
    let told = childrens_plans(|band| band["not_for_child"] = true.into());
    assert!(told.iter().all(|plan| !plan.contains("band practice")));
}

#[test]
fn few_words_stand_on_the_first_page_and_in_the_table() {
    let text = report(|case| {
        case["arrangements"][0]["question"] = "Every weekend, or Saturdays?".into();
        case["programme"]["outcome"] = "completed_partial".into();
        let arrangements = case["arrangements"].as_sequence_mut().expect("a list");
        arrangements.push(yaml(
            "{id: school, topic: school, status: agreed, in_short: Parents’ evenings., text: Both \
             parents go to parents’ evenings., agreed_in: joint_session, agreed_by: [mother, \
             father]}",
        ));
    });
    says(&text, "Every weekend, or Saturdays?");
    says(&text, "Parents’ evenings.");
    assert!(!text.contains("Both parents go"), "the record has that");
}

#[test]
fn each_paragraph_of_a_position_names_whose_it_is() {
    let text = report(|case| {
        case["arrangements"][0]["positions"][0]["text"] =
            "He asks for weekends.\n\nHe would begin with one.".into();
    });
    says(&text, "Tunde Falade. He asks for weekends.");
    says(&text, "Tunde Falade. He would begin with one.");
}

#[test]
fn a_word_longer_than_a_column_is_divided_and_every_letter_is_there() {
    for name in [
        "Wickramasinghearachchi",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    ] {
        let documents = ["court-report", "agreed-arrangements", "parenting-plan"];
        let trial = Trial::case("full-agreement").altered(|case| {
            case["people"]["adults"][0]["surname"] = name.into();
        });
        let trial = documents.iter().fold(trial, |trial, id| trial.document(id));
        let trial = trial.edition("standard").edition("plain-text");
        let outcome = trial.build().done();
        let texts = outcome.texts(".txt");
        for document in documents {
            let mut texts = texts.iter().filter(|(path, _)| path.contains(document));
            assert!(texts.any(|(_, text)| text.contains(name)), "{document}");
        }
    }
}

#[test]
fn an_address_longer_than_its_column_is_divided_at_its_joints_and_nothing_is_put_in() {
    let address = "catherine.wragg@wear-and-tyne-family-learning.on.provider.example.org";
    let trial = Trial::case("planning-together").altered(|case| {
        case["people"]["professionals"][0]["email"] = address.into();
    });
    let trial = trial.document("course-joining-letter").edition("standard");
    let outcome = trial.edition("plain-text").build().done();
    let texts = outcome.texts(".txt");
    assert!(texts.iter().any(|(_, text)| text.contains(address)));
}

#[test]
fn a_child_keeps_its_lines_in_plain_text() {
    let trial = Trial::case("full-agreement").altered(|case| {
        let poem = "Two homes,\ntwo beds,\none me.\n\nLove\nIsla\n";
        case["child_voice"][0]["letter"]["text"] = poem.into();
        case["child_voice"][0]["words"][0]["quote"] = "First this,\nthen that.".into();
        case["child_voice"][0]["words"][0]["share"] = "parents".into();
    });
    let trial = trial
        .document("childs-letter")
        .document("court-report")
        .document("agreed-arrangements");
    let outcome = trial.edition("plain-text").build().done();
    let texts = outcome.texts(".txt");
    let letter = texts
        .iter()
        .find(|(name, _)| name.contains("childs-letter"));
    let (_, letter) = letter.expect("it applies");
    says(letter, "Two homes,\ntwo beds,\none me.\n\nLove\nIsla\n");
    let (_, report) = texts
        .iter()
        .find(|(name, _)| name.contains("court-report"))
        .expect("it applies");
    says(letter, "First this,\n> then that.");
    assert!(
        !report.contains("First this"),
        "it is for the parents alone"
    );
}

#[test]
fn names_in_other_letters_are_printed_as_they_are_written() {
    let trial = Trial::case("minimal").altered(|case| {
        case["people"]["adults"][0]["forenames"] = "محمد عبد الله".into();
        case["people"]["adults"][1]["surname"] = "ਗੁਰਪ੍ਰੀਤ".into();
        case["people"]["children"][0]["surname"] = "রহমান".into();
        case["arrangements"][0]["text"] = "Whether محمد عبد الله is seen ❤️.".into();
    });
    let trial = trial.edition("standard").edition("plain-text");
    let outcome = trial.document("court-report").build().done();
    let texts = outcome.texts(".txt");
    let (_, text) = texts.first().expect("it applies");
    for name in [
        "محمد عبد الله Falade",
        "Grace ਗੁਰਪ੍ਰੀਤ",
        "Nia রহমান",
        "Whether محمد عبد الله is seen ❤️.",
    ] {
        says(text, name);
    }
}
