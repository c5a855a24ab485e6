//! Nothing agreed goes unprinted.
//!
//! What a document must carry is asked of the case, as far as its reader is served, not of the view or the
//! templates that made the pages: a condition in a partial, a path that a firm left out,
//! a bug in a view, each can make a term vanish without a trace. Every paragraph is looked
//! for in the words of the pages, without regard to where lines and pages end.

use super::proof::Proof;
use crate::audience::{Office, Piece, Served};
use crate::case::arrangement::{AgreementStatus, Arrangement};
use crate::case::narrative::{Narrative, Version};
use crate::diagnostics::Pointer;
use crate::diagnostics::Unplaced;
use crate::diagnostics::characters::{hidden, is_right_to_left};
use crate::diagnostics::code::document;
use crate::language::Language;
use crate::view::{View, ViewKind};

/// A value that must stand on the pages.
struct Claim {
    at: Pointer,
    /// What it is, in the middle of a sentence.
    what: &'static str,
    /// Its words, each version with the code of its language; a name is in none.
    versions: Vec<(Option<&'static str>, String)>,
}

/// All that the document must carry stands on its pages.
pub(super) fn nothing_agreed_goes_unprinted(proof: &Proof<'_>, found: &mut Vec<Unplaced>) {
    let words: String = proof
        .body
        .iter()
        .map(|(run, _)| run.text.as_str())
        .collect();
    let pages = ink(&words);
    let request = proof.finished.request();
    let served = Office::of(proof.finished.case).serves(&request.copy);
    let claims = match request.document.own() {
        // What a firm's own document must print, its declaration says.
        Some(_) => Vec::new(),
        None => claims(request.document.view(), &served),
    };
    for claim in claims {
        let is_printed = |version: &&str| {
            let mut paragraphs = paragraphs(version).into_iter();
            paragraphs.all(|paragraph| pages.contains(&ink(&paragraph)))
        };
        if !claim.due(proof.finished.views).iter().all(is_printed) {
            let what = format!("no page carries {} whole", claim.what);
            let mut unfit = proof.unfit(&document::UNPRINTED, claim.at, what);
            unfit.help("look for the partial that should print it in the pack");
            found.push(unfit);
        }
    }
}

/// What a document must carry. A letter has one thing to say, and its template says it or
/// has no other content.
fn claims(view: ViewKind, served: &Served<'_>) -> Vec<Claim> {
    match view {
        ViewKind::CourtReport | ViewKind::ReturnToCourt => report(served),
        ViewKind::AgreedArrangements => agreed_arrangements(served),
        ViewKind::ParentingPlan => parenting_plan(served),
        ViewKind::ChildsPlan
        | ViewKind::ChildsLetter
        | ViewKind::JointLetter
        | ViewKind::SessionSchedule
        | ViewKind::CourseJoiningLetter
        | ViewKind::CourseNotice => Vec::new(),
    }
}

/// A report, that of a case which comes back among them, carries the gist of each term and
/// both positions on each point; the record beside it has the full words.
fn report(served: &Served<'_>) -> Vec<Claim> {
    let mut claims = gists(served);
    claims.extend(arrangements(served, |status| !status.is_agreed()));
    claims.extend(stances(served));
    claims.extend(requests(served));
    claims.extend(signatories(served));
    claims
}

/// What each agreed term says in a few words; where nobody wrote them, the term.
fn gists(served: &Served<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for one in served.arrangements().filter(|one| one.status.is_agreed()) {
        match served.told(one.in_short.as_ref()) {
            Some(gist) => {
                let at = one.at.key("in_short");
                claims.extend(Claim::text(served, at, "the gist of this term", gist));
            }
            None => claims.extend(whole(served, &one)),
        }
    }
    claims
}

/// Where everybody stands on each open point.
fn stances(served: &Served<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for one in served.arrangements().filter(|one| !one.status.is_agreed()) {
        for stance in served.stances(&one) {
            let at = stance.at.key("text");
            claims.extend(Claim::text(served, at, "this position", &stance.text));
        }
    }
    claims
}

/// What the court is asked, and why.
fn requests(served: &Served<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for one in served.recommendations() {
        let at = one.at.key("text");
        claims.extend(Claim::text(served, at, "this recommendation", &one.text));
        let at = one.at.key("reason");
        let reason = one.reason.as_ref();
        claims.extend(reason.and_then(|text| Claim::text(served, at, "this reason", text)));
    }
    claims
}

fn agreed_arrangements(served: &Served<'_>) -> Vec<Claim> {
    let discussed = |status| status != AgreementStatus::NotDiscussed;
    let mut claims = arrangements(served, discussed);
    claims.extend(parties(served));
    // The record is countersigned by nobody.
    claims.extend(signatories(served).into_iter().take(1));
    claims
}

fn parenting_plan(served: &Served<'_>) -> Vec<Claim> {
    let mut claims = arrangements(served, |_| true);
    claims.extend(parties(served));
    claims
}

/// The parties who took part, each of whom signs or has acknowledged.
fn parties(served: &Served<'_>) -> Vec<Claim> {
    let parties = served.signing_parties();
    parties
        .iter()
        .map(|adult| Claim::name(adult.at.clone(), adult.called_with_surname()))
        .collect()
}

/// What arrangements of a status say, so far as the reader of this copy may.
fn arrangements(served: &Served<'_>, wanted: impl Fn(AgreementStatus) -> bool) -> Vec<Claim> {
    let mut claims = Vec::new();
    for one in served.arrangements().filter(|one| wanted(one.status)) {
        claims.extend(whole(served, &one));
    }
    claims
}

/// All the words of an arrangement.
fn whole(served: &Served<'_>, one: &Piece<'_, Arrangement>) -> Vec<Claim> {
    let text = Claim::text(served, one.at.key("text"), "this arrangement", &one.text);
    let when = one.when.as_ref().filter(|_| one.status.is_agreed());
    let when = when.and_then(|text| Claim::text(served, one.at.key("when"), "these times", text));
    text.into_iter().chain(when).collect()
}

/// Who signs for the service, and who countersigns.
fn signatories(served: &Served<'_>) -> Vec<Claim> {
    let document = served.document();
    let sign_off = served.sign_off();
    let signs = match &sign_off {
        Some(sign_off) => {
            let second = sign_off.countersigned_by.as_ref();
            let second = second.map(|id| (sign_off.at.key("countersigned_by"), id));
            [Some((sign_off.at.key("fca"), &sign_off.fca)), second]
        }
        None => [
            Some((document.at.key("prepared_by"), &document.prepared_by)),
            None,
        ],
    };
    let named = signs.into_iter().flatten().filter_map(|(at, id)| {
        let name = served.professional(id)?.name.to_string();
        Some(Claim::name(at, name))
    });
    named.collect()
}

impl Claim {
    /// A text of an entry, where its reader may see it.
    fn text(
        served: &Served<'_>,
        at: Pointer,
        what: &'static str,
        text: &Narrative,
    ) -> Option<Self> {
        let versions = served.versions(text)?.into_iter();
        let worded = |version: Version<'_>| {
            let language = Language::from(version.language).code();
            (Some(language), version.words.to_string())
        };
        let versions = versions.map(worded).collect();
        Some(Claim { at, what, versions })
    }

    /// The versions that must be printed: those in the languages of the document, or where
    /// there is none, the original.
    fn due(&self, views: &[&View]) -> Vec<&str> {
        let of_the_document = |code: &str| {
            let mut languages = views.iter().map(|view| view.request().language.code());
            languages.any(|language| language == code)
        };
        let due: Vec<&str> = self
            .versions
            .iter()
            .filter(|(code, _)| code.is_none_or(of_the_document))
            .map(|(_, text)| text.as_str())
            .collect();
        match (due.is_empty(), self.versions.first()) {
            (true, Some((_, original))) => vec![original],
            _ => due,
        }
    }

    fn name(at: Pointer, name: String) -> Self {
        Claim {
            at,
            what: "the name of this signatory",
            versions: vec![(None, name)],
        }
    }
}

/// The paragraphs of a text: each may have a number of its own on the page, or another page.
fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let parted = lines.split(|line| line.trim().is_empty());
    parted.map(|lines| lines.join("\n")).collect()
}

/// What is left of a text without its spaces and the marks that only help to set it.
/// Letters from right to left go too: a line that mixes directions lays its runs out in
/// the order of the eye.
fn ink(text: &str) -> String {
    let is_ink = |c: &char| {
        let is_set = !c.is_whitespace() && hidden(*c).is_none();
        is_set && !is_right_to_left(*c) && !matches!(c, '\u{FE00}'..='\u{FE0F}')
    };
    text.chars().filter(is_ink).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ink_counts() {
        assert_eq!(ink("each  other\nweek\u{AD}end"), "eachotherweekend");
        assert_ne!(ink("12 March"), ink("13 March"));
    }

    #[test]
    fn a_blank_line_parts_paragraphs() {
        assert_eq!(paragraphs("a\nb\n \nc"), ["a\nb", "c"]);
    }
}
