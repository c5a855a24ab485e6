//! The English locale that ships: complete, rightly named, and in today’s words.

use std::collections::{BTreeMap, BTreeSet};

use concord::case::Case;

use super::english;

/// Where the words of each choice of a case stand; the choices come from the schema.
const BLOCKS: [(&str, &str); 43] = [
    ("AcknowledgementMethod", "acknowledgement"),
    ("Act", "act"),
    ("AgreementStatus", "arrangement-status"),
    ("ApplicationType", "application"),
    ("Channel", "childs-channel"),
    ("Condition", "condition"),
    ("CourseResult", "course-result"),
    ("CourseRoute", "course-route"),
    ("DisputeStep", "dispute-step"),
    ("DocumentStatus", "document-status"),
    ("DomesticAbuse", "domestic-abuse"),
    ("FlagKind", "safeguarding-concern"),
    ("FlagSource", "safeguarding-source"),
    ("HearingKind", "hearing"),
    ("InterimContact", "interim"),
    ("Measure", "measure"),
    ("Messaging", "messaging"),
    ("OfMonth", "said.of-month"),
    ("OrderKind", "order"),
    ("Outcome", "outcome"),
    ("PlaceKind", "place"),
    ("ProfessionalRole", "profession"),
    ("ProgrammeKind", "programme"),
    ("ProtectiveOrderKind", "protective-order"),
    ("Relationship", "relationship"),
    ("RepresentationKind", "representation"),
    ("ReturnGround", "return-ground"),
    ("ReviewTrigger", "review-trigger"),
    ("Role", "role"),
    ("Role", "role-in-text"),
    ("SafeToMeet", "safe-to-meet"),
    ("SessionKind", "session"),
    ("SessionKind", "session-in-text"),
    ("SessionStatus", "session-status"),
    ("SexStated", "sex"),
    ("SpecialDay", "special-day"),
    ("Standing", "standing"),
    ("StatutoryVerb", "verb-label"),
    ("TermForm", "arrangement-form"),
    ("Topic", "topic"),
    ("Weekday", "calendar.weekday"),
    ("WelfareHead", "welfare"),
    ("WorkshopMode", "workshop"),
];

/// Choices that steer the program or its rules and are never printed.
const UNPRINTED: [&str; 16] = [
    "Basis",
    "CaoType",
    "CourtLevel",
    "Held",
    "JointLetterStatus",
    "Jurisdiction",
    "LanguagePreference",
    "LetterKind",
    "Pathway",
    "Priority",
    "Route",
    "RulesProfile",
    "Share",
    "TranslationState",
    "Visibility",
    "WrittenLanguage",
];

/// Every type of the case that is a choice of words, with its choices.
fn choices() -> BTreeMap<String, BTreeSet<String>> {
    let schema = schemars::schema_for!(Case).to_value();
    let types = schema["$defs"].as_object().expect("the schema has types");
    let mut choices = BTreeMap::new();
    for (name, definition) in types {
        let plain = definition["enum"].as_array().into_iter().flatten();
        let told = definition["oneOf"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| &one["const"]);
        let words: BTreeSet<String> = plain
            .chain(told)
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect();
        if !words.is_empty() {
            choices.insert(name.clone(), words);
        }
    }
    choices
}

#[test]
fn every_choice_of_a_case_has_its_words_and_no_other() {
    let (locale, choices) = (english(), choices());
    for (name, block) in BLOCKS {
        let worded: BTreeSet<String> = locale
            .keys()
            .filter_map(|key| key.strip_prefix(block)?.strip_prefix('.'))
            .map(str::to_owned)
            .collect();
        assert_eq!(choices.get(name), Some(&worded), "{name} in `{block}`");
    }
}

#[test]
fn every_choice_of_a_case_is_printed_or_known_not_to_be() {
    let known: BTreeSet<&str> = BLOCKS
        .iter()
        .map(|(name, _)| *name)
        .chain(UNPRINTED)
        .collect();
    let choices = choices();
    let named: BTreeSet<&str> = choices.keys().map(String::as_str).collect();
    assert_eq!(named, known);
}

#[test]
fn programmes_are_called_by_their_names() {
    let locale = english();
    let name = |key| locale.phrase(key).map(|phrase| phrase.text());
    assert_eq!(
        name("programme.cppp"),
        Some("Cafcass Positive co-Parenting Programme")
    );
    assert_eq!(
        name("programme.planning-together"),
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
        assert!(!matches!(last, Some("phrase" | "source" | "note")), "{key}");
    }
}
