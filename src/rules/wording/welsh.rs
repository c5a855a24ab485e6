//! Welsh beside English: forms and translations that a recipient's language asks for.
//!
//! In Wales a party whose language is not known is written to in both (Welsh Language
//! Standards); nobody's words are ever translated by the program.

use crate::case::Case;
use crate::case::document::WrittenLanguage;
use crate::case::form::Line;
use crate::case::mark::Voice;
use crate::case::narrative::{LanguagePreference, Narrative, TranslationState};
use crate::case::proceedings::Jurisdiction;
use crate::case::recurrence::Schedule;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::arrangements::schedules;
use crate::rules::references::references;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    names_have_welsh_forms,
    every_text_is_in_the_wanted_language,
    what_is_translated_is_there,
    what_is_written_in_the_language_of_the_file_stands_once,
];

/// Where a party's wish for documents in a language stands: none, if no party wants them.
fn wish(case: &Case, language: WrittenLanguage) -> Option<Pointer> {
    let in_wales = case
        .proceedings
        .as_ref()
        .is_some_and(|case| case.court.jurisdiction == Jurisdiction::Wales);
    let at = Pointer::root().key("people").key("adults");
    each(&at, &case.people.adults)
        .filter(|(_, adult)| adult.role.is_party())
        .find(|(_, adult)| match (adult.language_preference, language) {
            (LanguagePreference::En, wanted) => wanted == WrittenLanguage::En,
            (LanguagePreference::Cy, wanted) => wanted == WrittenLanguage::Cy,
            (LanguagePreference::Unknown, wanted) => in_wales || wanted == WrittenLanguage::En,
        })
        .map(|(at, _)| at.key("language_preference"))
}

/// The court's town, every place, holiday, day of a family's own and judge that a Welsh document names have
/// their Welsh form: neither a mutation nor a title can be reckoned from the name (R77).
fn names_have_welsh_forms(case: &Case, report: &mut Report) {
    let Some(wish) = wish(case, WrittenLanguage::Cy) else {
        return;
    };
    let mut missing = |at: Pointer, message: String, help: &str| {
        report
            .add(&rule::WELSH_FORMS, at, message)
            .caption("in English alone")
            .but(wish.clone(), "but this party's documents are in Welsh too")
            .help(help);
    };
    let court = case.proceedings.as_ref().map(|case| &case.court);
    if court.is_some_and(|court| court.sitting_at_cy.is_none()) {
        let at = Pointer::root().key("case").key("court").key("sitting_at");
        let message = "`sitting_at_cy` is missing, and a Welsh document needs it";
        let help =
            "write where it sits, with the preposition and its mutation: `yn`, `yng` or `ym`";
        missing(at, message.to_owned(), help);
    }
    for (at, field) in in_english_alone(case) {
        let message = format!("`{field}_cy` is missing, and a Welsh document needs it");
        let help = format!(
            "write under `{field}_cy` what this is called in Welsh; a name that has no Welsh form \
             is written again"
        );
        missing(at.key(field), message, &help);
    }
}

/// Names that documents print and that have no Welsh form, each with the block it stands in.
fn in_english_alone(case: &Case) -> Vec<(Pointer, &'static str)> {
    if case.document.language == WrittenLanguage::Cy {
        return Vec::new();
    }
    let root = Pointer::root();
    let mut alone = Vec::new();
    let document = &case.document;
    if is_alone(document.supersedes.as_ref(), &document.supersedes_cy) {
        alone.push((root.key("document"), "supersedes"));
    }
    let named: Vec<_> = references(case).into_iter().map(|named| named.id).collect();
    let places = each(&root.key("places"), &case.places);
    for (at, place) in places.filter(|(_, place)| named.contains(&place.id)) {
        let (field, name, welsh) = match place.confidential {
            true => (
                "public_label",
                place.public_label.as_ref(),
                &place.public_label_cy,
            ),
            false => ("name", Some(&place.name), &place.name_cy),
        };
        if is_alone(name, welsh) {
            alone.push((at, field));
        }
    }
    if let Some(calendar) = &case.calendar {
        let holidays = each(&root.key("calendar").key("holidays"), &calendar.holidays);
        let holidays = holidays.filter(|(_, one)| one.name_cy.is_none());
        alone.extend(holidays.map(|(at, _)| (at, "name")));
    }
    for (at, _, schedule) in schedules(case) {
        if let Schedule::Special { name, name_cy, .. } = schedule
            && is_alone(name.as_ref(), name_cy)
        {
            alone.push((at, "name"));
        }
    }
    alone.extend(proceedings_in_english_alone(case));
    alone
}

fn is_alone(name: Option<&Line>, welsh: &Option<Line>) -> bool {
    name.is_some() && welsh.is_none()
}

/// The judges and the places of a court, as the documents name them.
fn proceedings_in_english_alone(case: &Case) -> Vec<(Pointer, &'static str)> {
    let mut alone = Vec::new();
    if let Some(proceedings) = &case.proceedings {
        let at = Pointer::root().key("case");
        for (at, order) in each(&at.key("orders"), &proceedings.orders) {
            if is_alone(order.judge.as_ref(), &order.judge_cy) {
                alone.push((at, "judge"));
            }
        }
        let to_come = each(&at.key("hearings"), &proceedings.hearings);
        for (at, hearing) in to_come.filter(|(_, one)| one.on >= case.document.prepared_on) {
            if is_alone(hearing.venue.as_ref(), &hearing.venue_cy) {
                alone.push((at.clone(), "venue"));
            }
            if is_alone(hearing.judge.as_ref(), &hearing.judge_cy) {
                alone.push((at, "judge"));
            }
        }
    }
    alone
}

/// A text of the documents is there in each language a party wants (R78). Where no text
/// is in that language, one finding says so for all.
fn every_text_is_in_the_wanted_language(case: &Case, report: &mut Report) {
    for language in [WrittenLanguage::Cy, WrittenLanguage::En] {
        let Some(wish) = wish(case, language) else {
            continue;
        };
        let narratives = report.narratives(case);
        let texts = printed(&narratives);
        let missing: Vec<_> = texts
            .iter()
            .filter(|text| !is_in(case, text.1, language))
            .collect();
        if !missing.is_empty() && missing.len() == texts.len() {
            none_translated(report, wish, language);
            continue;
        }
        for (at, narrative) in missing {
            if !is_told_elsewhere(narrative) {
                untranslated(report, (*at).clone(), wish.clone(), language);
            }
        }
    }
}

/// The narratives that documents print: not what was said in confidence or in a session.
fn printed(all: &[(Pointer, Voice, Narrative)]) -> Vec<(&Pointer, &Narrative)> {
    all.iter()
        .filter(|(_, voice, _)| *voice != Voice::Information)
        .map(|(at, _, narrative)| (at, narrative))
        .collect()
}

fn is_in(case: &Case, narrative: &Narrative, language: WrittenLanguage) -> bool {
    let mut versions = narrative.versions(case.document.language).into_iter();
    versions.any(|version| version.language == language)
}

/// Whether a missing translation needs no word here: the file says that it is asked for,
/// or contradicts itself, which R79 reports.
fn is_told_elsewhere(narrative: &Narrative) -> bool {
    let translation = narrative
        .block()
        .and_then(|block| block.translation.as_ref());
    let state = translation.map(|translation| translation.state);
    narrative.texts().next().is_none()
        || matches!(
            state,
            Some(TranslationState::Done | TranslationState::Requested)
        )
}

fn name(language: WrittenLanguage) -> &'static str {
    match language {
        WrittenLanguage::En => "English",
        WrittenLanguage::Cy => "Welsh",
    }
}

fn none_translated(report: &mut Report, wish: Pointer, language: WrittenLanguage) {
    let name = name(language);
    let message = format!("no text of this file is in {name}, and a party's documents are");
    report
        .add(&rule::UNTRANSLATED, wish, message)
        .caption(format!("to be written to in {name}, or in both languages"))
        .help(
            "ask the party and write `language_preference`; then have the texts translated and \
             write each as a block with `en` and `cy`",
        );
}

fn untranslated(report: &mut Report, at: Pointer, wish: Pointer, language: WrittenLanguage) {
    let name = name(language);
    report
        .add(
            &rule::UNTRANSLATED,
            at,
            format!("this text is not there in {name}"),
        )
        .caption("in one language alone")
        .but(wish, format!("but this party's documents are in {name}"))
        .help("have it translated, and write it as a block with `en` and `cy`");
}

/// A text is there in one language at least, and in both where its translation is said
/// to be done (R79).
fn what_is_translated_is_there(case: &Case, report: &mut Report) {
    for (at, _, narrative) in report.narratives(case).iter() {
        let Some(block) = narrative.block() else {
            continue;
        };
        let versions = narrative.versions(case.document.language);
        if versions.is_empty() {
            report
                .add(
                    &rule::TRANSLATION_STATE,
                    at.clone(),
                    "a text is in neither language",
                )
                .caption("nothing under `text`, `en` or `cy`")
                .help("write the text under `text`, or under `en` and `cy`, or take the field out");
            continue;
        }
        let done = block.translation.as_ref();
        if !done.is_some_and(|t| t.state == TranslationState::Done) {
            continue;
        }
        let is_there = |language| versions.iter().any(|version| version.language == language);
        let missing = match (is_there(WrittenLanguage::En), is_there(WrittenLanguage::Cy)) {
            (false, _) => "en",
            (true, false) => "cy",
            (true, true) => continue,
        };
        report
            .add(
                &rule::TRANSLATION_STATE,
                at.key("translation").key("state"),
                format!("the translation is said to be done, and `{missing}` is missing"),
            )
            .caption("said to be done")
            .help(format!(
                "write the text under `{missing}`, or `state: requested`"
            ));
    }
}

/// A text stands once in each language: `text` is in the language of the file, and what
/// `en` or `cy` beside it hold would be printed in its place or never (R141).
fn what_is_written_in_the_language_of_the_file_stands_once(case: &Case, report: &mut Report) {
    let (own, key) = match case.document.language {
        WrittenLanguage::En => ("English", "en"),
        WrittenLanguage::Cy => ("Welsh", "cy"),
    };
    for (at, _, narrative) in report.narratives(case).iter() {
        let versions = narrative.versions(case.document.language);
        let plain = versions.iter().find(|version| version.key == Some("text"));
        let named = versions.iter().find(|version| version.key == Some(key));
        if let Some((plain, named)) = plain.zip(named) {
            report
                .add(
                    &rule::TEXT_TWICE,
                    plain.at(at),
                    format!("a text is written twice in {own}"),
                )
                .caption("in the language of the file")
                .but(named.at(at), "and here")
                .help("keep one of the two");
        }
    }
}
