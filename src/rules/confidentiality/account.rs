//! An officer's account of a child who keeps words from the parents.
//!
//! The words themselves are withheld; the paragraph below them may tell the same in others.
//! How much of it is the child's only the officer knows: here it is asked who may read it.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::case::Case;
use crate::case::document::DocumentStatus;
use crate::case::form::Id;
use crate::case::mark::Voice;
use crate::case::narrative::Narrative;
use crate::case::recommendation::WelfareHead;
use crate::case::texts::without_quotations;
use crate::diagnostics::code::confidentiality;
use crate::diagnostics::{Pointer, Severity, each};
use crate::reading::table;
use crate::rules::kit::prose::sentences;
use crate::rules::kit::whole_words::has_words;
use crate::rules::rule::Report;

static WORDS: LazyLock<Words> = LazyLock::new(|| table(include_str!("account.yaml")));

/// Each list in small letters; the file says what it is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    telling: Vec<String>,
    told_to_the_officer: Vec<String>,
}

/// A child who keeps words from the parents, and where that is said.
struct Keeps<'a> {
    child: &'a Id,
    voice: Pointer,
    share: Pointer,
}

/// What an officer tells of a child who keeps words from the parents says who may be served
/// with it (K08): the account of the meeting and the analysis of the child's wishes, where they
/// tell what it said, and what it told the officer, wherever it stands.
pub(super) fn an_account_says_who_reads_it(case: &Case, report: &mut Report) {
    let keeping = keeping(case);
    if keeping.is_empty() {
        return;
    }
    let wishes: Vec<Pointer> = wishes(case).collect();
    for (at, voice, text) in report.narratives(case).iter() {
        if *voice != Voice::Officer || text.vis().is_some() {
            continue;
        }
        let is_of_wishes = wishes.iter().any(|wishes| at.is_within(wishes));
        let tells = |keeps: &&Keeps| {
            let is_account = is_of_wishes || is_account(at, keeps);
            is_account && any_sentence(text, |told| has_any(told, &WORDS.telling))
                || tells_of(case, keeps.child, text)
        };
        if let Some(keeps) = keeping.iter().find(tells) {
            ask(at.clone(), keeps, case.document.status, report);
        }
    }
}

fn ask(at: Pointer, keeps: &Keeps, status: DocumentStatus, report: &mut Report) {
    let message = format!(
        "nothing says who reads what is told of `{}`, who keeps words from the parents",
        keeps.child
    );
    let finding = report.add(&confidentiality::UNSAID_ACCOUNT, at, message);
    finding
        .withhold()
        .caption("as it stands, every party is served with this")
        .but(
            keeps.share.clone(),
            "but these words are not for the parents",
        )
        .help(
            "read it as the parents would, then write it as a block: the words under `text`, \
             and `vis: court_only`, or `vis: served_all` where the child agreed to all of it",
        );
    if status == DocumentStatus::Draft {
        finding.weigh(Severity::Warning);
    }
}

/// The children who said or wrote something that the parents are not to read.
fn keeping(case: &Case) -> Vec<Keeps<'_>> {
    let voices = each(&Pointer::root().key("child_voice"), &case.child_voice);
    let keeps = voices.filter_map(|(at, voice)| {
        let mut quotes = each(&at.key("words"), &voice.words);
        let quote = quotes.find(|(_, quote)| !quote.share.with_parents());
        let letter = voice.letter.as_ref().filter(|letter| letter.exists);
        let letter = letter.filter(|letter| !letter.share.with_parents());
        let kept = quote.map(|(at, _)| at).or(letter.map(|_| at.key("letter")));
        let share = kept?.key("share");
        let (child, voice) = (&voice.child, at);
        Some(Keeps {
            child,
            voice,
            share,
        })
    });
    keeps.collect()
}

/// Whether a text is the account of the meeting with the child, or of why its words are its own.
fn is_account(at: &Pointer, keeps: &Keeps) -> bool {
    let accounts = ["fca_summary", "age_note"];
    accounts
        .iter()
        .any(|key| at.is_within(&keeps.voice.key(*key)))
}

/// The analysis under head (a) of the welfare checklist: wishes and feelings.
fn wishes(case: &Case) -> impl Iterator<Item = Pointer> {
    let analysis = each(&Pointer::root().key("analysis"), &case.analysis);
    analysis
        .filter(|(_, analysis)| analysis.head == WelfareHead::A)
        .map(|(at, _)| at)
}

/// Whether a sentence says that this child told the officer something.
fn tells_of(case: &Case, child: &Id, text: &Narrative) -> bool {
    let child = case.child(child);
    let is_named = |told: &str| child.is_some_and(|child| has_words(told, child.called()));
    any_sentence(text, |told| {
        is_named(told) && has_any(told, &WORDS.told_to_the_officer)
    })
}

/// Whether a sentence of a text, in the officer's own words, is such a one.
fn any_sentence(text: &Narrative, is_such: impl Fn(&str) -> bool) -> bool {
    let mut texts = text.texts().map(without_quotations);
    texts.any(|text| sentences(&text).any(&is_such))
}

fn has_any(sentence: &str, words: &[String]) -> bool {
    let sentence = sentence.to_lowercase();
    words.iter().any(|words| has_words(&sentence, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::child_voice::Share;
    use crate::case::sample;

    /// The places found where the first child shares its first words so, and the officer's
    /// account of it is this.
    fn found(share: Share, account: &str) -> Vec<String> {
        let mut case = sample::case();
        case.child_voice[0].words[0].share = share;
        case.child_voice[0].fca_summary = Narrative::Plain(account.parse().expect("prose"));
        case.analysis.clear();
        case.recommendations.clear();
        let mut report = Report::default();
        an_account_says_who_reads_it(&case, &mut report);
        let found = report.into_findings().into_iter();
        found.map(|one| one.at.to_string()).collect()
    }

    #[test]
    fn an_account_of_words_that_a_child_keeps_says_who_reads_it() {
        let account = "/child_voice/0/fca_summary";
        let said = "She says that afternoons are best.";
        for share in [Share::No, Share::Court] {
            assert_eq!(found(share, said), [account], "{share:?}");
        }
        for wish in [
            "She would like a dog.",
            "She is worried about Sundays.",
            "Hoffai hi gael ci.",
        ] {
            assert_eq!(found(Share::No, wish), [account], "{wish}");
        }
    }

    #[test]
    fn what_is_shared_or_only_seen_is_asked_about_by_nothing() {
        for share in [Share::Parents, Share::All] {
            assert_eq!(
                found(share, "She says that afternoons are best."),
                [""; 0],
                "{share:?}"
            );
        }
        for seen in [
            "She drew for an hour.",
            "She came with a rucksack, and “I want a dog” stood on it.",
        ] {
            assert_eq!(found(Share::No, seen), [""; 0], "{seen}");
        }
    }
}
