//! The English locale that ships: complete, rightly named, and in today’s words.

use super::english;

#[test]
fn every_choice_of_a_case_has_its_words() {
    let locale = english();
    let choices = [
        ("role", "applicant respondent other_party non_party"),
        (
            "relationship",
            "mother father step_parent grandparent guardian special_guardian other",
        ),
        ("session", "one_to_one child joint other"),
        ("session-status", "planned held missed cancelled rearranged"),
        (
            "outcome",
            "completed_full_agreement completed_partial completed_no_agreement \
             returned_to_court withdrawn in_progress",
        ),
        (
            "return-ground",
            "safeguarding not_engaging not_suitable parents_request child_wellbeing \
             time_expired no_longer_required other",
        ),
        (
            "hearing",
            "fhdra dra fact_finding final review decision other",
        ),
        ("welfare", "a b c d e f g"),
        (
            "topic",
            "living daytime handovers school_holidays christmas special_days indirect_contact \
             parent_communication school health religion_culture activities wider_family \
             new_partners rules travel decisions money changes wellbeing relocation review \
             disputes safety child_view signatures",
        ),
        (
            "arrangement-status",
            "agreed agreed_in_principle partly not_agreed not_discussed",
        ),
    ];
    for (block, values) in choices {
        for value in values.split_whitespace() {
            assert!(
                locale.phrase(&format!("{block}.{value}")).is_some(),
                "{block}.{value}"
            );
        }
        let held = locale
            .keys()
            .filter(|key| key.starts_with(&format!("{block}.")));
        assert_eq!(
            held.count(),
            values.split_whitespace().count(),
            "{block} has no other words"
        );
    }
}

#[test]
fn programmes_are_called_by_their_names() {
    let locale = english();
    let name = |key| locale.phrase(key).map(|phrase| phrase.text());
    assert_eq!(
        name("names.cppp"),
        Some("Cafcass Positive co-Parenting Programme")
    );
    assert_eq!(
        name("names.planning-together"),
        Some("Planning Together for Children")
    );
    assert_eq!(name("names.parenting-plan"), Some("Our Child’s Plan"));
}

#[test]
fn no_phrase_uses_a_word_that_the_law_gave_up() {
    let locale = english();
    for key in locale.keys() {
        let text = locale
            .phrase(key)
            .map_or("", |phrase| phrase.text())
            .to_lowercase();
        for word in ["custody", "access", "visitation", "residence", "spip"] {
            assert!(!text.contains(word), "`{key}` says {word}");
        }
    }
}

#[test]
fn no_key_stands_in_the_way_of_welsh_entries() {
    for key in english().keys() {
        let last = key.rsplit('.').next();
        assert!(!matches!(last, Some("text" | "source")), "{key}");
    }
}
