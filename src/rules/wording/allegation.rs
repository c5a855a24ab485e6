//! Allegations: an account has a source, and what no court found is not told as a fact.

use std::sync::LazyLock;

use super::blow::People;
use super::phrase::{folded, holds};
use super::words::WORDS;
use crate::case::Case;
use crate::case::document::WrittenLanguage;
use crate::case::mark::Voice;
use crate::case::narrative::Version;
use crate::case::safeguarding::{DomesticAbuse, FlagSource};
use crate::case::texts::without_quotations;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::any_of::AnyOf;
use crate::rules::rule::Report;

/// What a party or a child told is written as what was told (R60).
pub(crate) fn an_allegation_has_its_source(case: &Case, report: &mut Report) {
    let Some(safeguarding) = &case.safeguarding else {
        return;
    };
    let at = Pointer::root().key("safeguarding").key("flags");
    for (at, flag) in each(&at, &safeguarding.flags) {
        let teller = match flag.source {
            FlagSource::Party => "but a party told it",
            FlagSource::Child => "but a child told it",
            FlagSource::Police | FlagSource::La | FlagSource::Agency => continue,
        };
        let versions = flag.text.versions(case.document.language).into_iter();
        let mut english = versions.filter(|version| version.language == WrittenLanguage::En);
        let told_as_a_fact =
            |version: Version<'_>| !names_a_source(&folded(version.words.as_str()));
        if !english.any(told_as_a_fact) {
            continue;
        }
        report
            .add(
                &rule::ALLEGATION,
                at.key("text"),
                "what somebody told is written as a fact",
            )
            .caption("nothing here says whose account it is")
            .but(at.key("source"), teller)
            .help(
                "begin with who said it, by the name that the documents give them, and `alleges \
                 that` or `told me that`",
            );
    }
}

/// Harm that nobody admits and no court found is told as somebody's account (R60; the
/// distinction of fact, opinion and dispute that a report owes the court).
pub(crate) fn what_is_disputed_is_not_told_as_a_fact(case: &Case, report: &mut Report) {
    let known = case.safeguarding.as_ref().map(|known| known.domestic_abuse);
    if let Some(DomesticAbuse::Admitted | DomesticAbuse::Found) = known {
        return;
    }
    let people = People::of(case);
    for text in report.texts(case).iter() {
        let is_account = text.voice == Voice::Officer && text.language == WrittenLanguage::En;
        if !is_account || !states_harm(&text.text, &people) {
            continue;
        }
        let paragraph = text.paragraph_in_which(|text| states_harm(text, &people));
        let concern = report
            .add(
                &rule::ALLEGATION,
                text.at.clone(),
                "harm that no court has found is told as a fact",
            )
            .caption(format!(
                "a sentence {paragraph} does not say whose account it is"
            ))
            .help("write who says so, or which court found it and when");
        if known.is_some() {
            let at = Pointer::root().key("safeguarding").key("domestic_abuse");
            concern.but(at, "this says neither `admitted` nor `found`");
        }
    }
}

/// Whether a sentence states harm, and neither it nor the one before says who says so.
fn states_harm(text: &str, people: &People) -> bool {
    static ANY: LazyLock<AnyOf> = LazyLock::new(|| {
        let known = &WORDS.allegation;
        AnyOf::of(known.harm.iter().chain(&known.blows))
    });
    let words = &WORDS.allegation.harm;
    let phrase = |folded: &str| words.iter().any(|phrase| holds(folded, phrase));
    let harm = |folded: &str| phrase(folded) || people.come_to_blows(folded);
    let whole = folded(text);
    ANY.may_be_in(&whole)
        && harm(&whole)
        && without_quotations(text).split("\n\n").any(|paragraph| {
            let mut sourced = false;
            sentences(paragraph).any(|sentence| {
                let before = std::mem::replace(&mut sourced, names_a_source(&sentence));
                harm(&sentence) && !sourced && !before
            })
        })
}

fn sentences(paragraph: &str) -> impl Iterator<Item = String> {
    paragraph.split_inclusive(['.', '!', '?']).map(folded)
}

fn names_a_source(folded: &str) -> bool {
    let known = &WORDS.allegation;
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let begins = known.sources.iter().any(|start| word.starts_with(start));
        begins || known.hedges.iter().any(|hedge| hedge == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::sample::case;

    #[test]
    fn a_statement_of_harm_is_told_from_an_account_of_it() {
        let people = People::of(&case());
        let states_harm = |text| states_harm(text, &people);
        for stated in [
            "Mr Hale assaulted Ms Hale in 2024.",
            "She has moved twice. The perpetrator lives nearby.",
            "On the same Saturday he assaulted Sarah at the station.",
            "The father hit the mother in 2023. Both have moved since.",
        ] {
            assert!(states_harm(stated), "{stated}");
        }
        for told in [
            "Ms Hale alleges that Mr Hale assaulted her.",
            "Ms Hale described two evenings. He threatened her on both.",
            "He was convicted: he assaulted a neighbour.",
            "There is nothing to show that he was not abused or threatened.",
            "The dispute threatened to spoil the summer.",
            "She wrote “he assaulted me”.",
            "He was not threatened.",
            "Ms Marsh told me that the father hit her in 2023.",
            "A gull slapped the water.",
        ] {
            assert!(!states_harm(told), "{told}");
        }
    }
}
