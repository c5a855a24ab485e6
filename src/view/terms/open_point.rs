//! The points on which the parents differ, lettered once for every document of the case.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::{AgreementStatus, Arrangement, Stance as CaseStance, Topic};
use crate::case::form::Id;
use crate::diagnostics::Pointer;

use crate::audience::Piece;
use crate::view::draft::Draft;
use crate::view::words::Words;

/// A point that is not agreed, or agreed in part.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct OpenPoint {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// Its letter in every document of the case: A to Z, then AA.
    pub letter: String,
    /// The topic.
    pub topic: Topic,
    /// Whether part of it is agreed.
    pub partly: bool,
    /// The point.
    pub text: Words,
    /// What is to be decided in a few words, where somebody wrote them; in a report otherwise a
    /// point that is as short.
    pub question: Option<Words>,
    /// The children it is about.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether they are all the children there are.
    pub all_children: bool,
    /// Where each parent stands.
    pub positions: Vec<Stance>,
    /// The numbers of the recommendations that say what should become of it.
    pub answered_by: Vec<String>,
}

/// Where one parent stands on a point.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Stance {
    /// The stance in the case file.
    pub at: Pointer,
    /// Who.
    pub adult: String,
    /// The position.
    pub text: Words,
}

/// A point that was not discussed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Undiscussed {
    /// The arrangement in the case file.
    pub at: Pointer,
    /// The topic.
    pub topic: Topic,
    /// The point.
    pub text: Words,
    /// Where each parent stands, where they said so.
    pub positions: Vec<Stance>,
}

/// The points left to the court.
pub(crate) fn open_points(draft: &Draft<'_>) -> Vec<OpenPoint> {
    let points = draft.served.numbered(AgreementStatus::is_left_open);
    points
        .map(|(number, source)| point(draft, number, source))
        .collect()
}

/// The same for the first page of a report, where a point in the document's language that no
/// question tells and that is short is its own question.
pub(crate) fn questioned(draft: &Draft<'_>) -> Vec<OpenPoint> {
    let mut points = open_points(draft);
    for point in &mut points {
        let is_told = point.question.is_some() || point.partly || point.text.foreign;
        if !is_told && !Arrangement::is_long(&point.text.text) {
            point.question = Some(point.text.clone());
        }
    }
    points
}

/// The points that were not discussed.
pub(crate) fn undiscussed(draft: &Draft<'_>) -> Vec<Undiscussed> {
    let points = draft
        .served
        .numbered(|status| status == AgreementStatus::NotDiscussed);
    points
        .map(|(_, source)| Undiscussed {
            topic: source.topic,
            text: draft.text(&source, "text", &source.text),
            positions: stances(draft, &source),
            at: source.at,
        })
        .collect()
}

fn point(draft: &Draft<'_>, number: u32, source: Piece<'_, Arrangement>) -> OpenPoint {
    let text = draft.text(&source, "text", &source.text);
    let question = draft.optional_text(
        source.question.as_ref(),
        source.at.key("question"),
        source.only.as_deref(),
    );
    OpenPoint {
        letter: letter(number),
        topic: source.topic,
        partly: source.status == AgreementStatus::Partly,
        question,
        text,
        children: draft.children_of(&source.children),
        all_children: draft.is_all_children(&source.children),
        positions: stances(draft, &source),
        answered_by: answered_by(draft, &source.id),
        at: source.at,
    }
}

/// The recommendations about a point, by their numbers in the same copy.
fn answered_by(draft: &Draft<'_>, point: &Id) -> Vec<String> {
    let numbered = (1_u32..).zip(draft.served.recommendations());
    numbered
        .filter(|(_, one)| one.points.contains(point))
        .map(|(number, _)| number.to_string())
        .collect()
}

fn stances(draft: &Draft<'_>, source: &Piece<'_, Arrangement>) -> Vec<Stance> {
    let stances = draft.served.stances(source);
    let stance = |stance: Piece<'_, CaseStance>| Stance {
        adult: draft.name(&stance.adult, stance.at.key("adult")),
        text: draft.text(&stance, "text", &stance.text),
        at: stance.at,
    };
    stances.map(stance).collect()
}

/// A for 1, Z for 26, AA for 27.
fn letter(number: u32) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;
    use crate::view::sample;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!(
            [1, 26, 27, 52, 53].map(letter),
            ["A", "Z", "AA", "AZ", "BA"]
        );
    }

    #[test]
    fn a_short_point_is_its_own_question() {
        let mut case = sample::case();
        let open = |one: &&mut Arrangement| one.status == AgreementStatus::NotAgreed;
        let point = case.arrangements.iter_mut().find(open);
        point.expect("the sample has one").question = None;
        let first = |case: &Case| questioned(&sample::draft(case)).remove(0);
        let told = first(&case);
        assert_eq!(told.question, Some(told.text));
        let point = case.arrangements.iter_mut().find(open).expect("as before");
        let many = vec!["word"; Arrangement::WORDS_IN_SHORT + 1].join(" ");
        point.text = serde_json::from_value(many.into()).expect("a text is one");
        assert_eq!(first(&case).question, None);
    }

    #[test]
    fn a_point_agreed_in_part_is_still_open() {
        let mut case = sample::case();
        let before = open_points(&sample::draft(&case)).len();
        case.arrangements[0].status = AgreementStatus::Partly;
        let after = open_points(&sample::draft(&case));
        assert_eq!(after.len(), before + 1);
        assert!(after[0].partly);
        case.arrangements[0].status = AgreementStatus::NotDiscussed;
        let open = case
            .arrangements
            .iter()
            .find(|one| !one.positions.is_empty());
        let positions = open.expect("the sample has one").positions.clone();
        case.arrangements[0].positions = positions.clone();
        let draft = sample::draft(&case);
        let undiscussed = undiscussed(&draft);
        assert_eq!(undiscussed.len(), 1);
        assert_eq!(undiscussed[0].positions.len(), positions.len());
        assert_eq!(open_points(&draft).len(), before);
    }
}
