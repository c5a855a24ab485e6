//! What a judge with ten minutes reads first: how it ended, how much is agreed, and when the
//! case is next before the court.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::{AgreementStatus, Topic};
use crate::case::calendar::Priority;
use crate::case::form::Date;
use crate::case::proceedings::HearingKind;
use crate::case::programme::Outcome;
use crate::diagnostics::Pointer;

use crate::view::draft::{Draft, TimeOfDay};
use crate::view::programme::record::count;
use crate::view::words::Words;

/// The summary on page 1.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Summary {
    /// How the programme ended.
    pub outcome: Option<Outcome>,
    /// How much is agreed.
    pub points: Points,
    /// The next hearing after the day the document was prepared.
    pub next_hearing: Option<Hearing>,
}

/// How many points are agreed. Points that were not discussed do not count.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Points {
    /// Agreed outright.
    pub agreed: u32,
    /// Agreed in principle, the details to follow.
    pub in_principle: u32,
    /// Agreed in part.
    pub partly: u32,
    /// All that were discussed.
    pub total: u32,
    /// Whether every point is agreed outright, and there is one.
    pub all_agreed: bool,
    /// Whether no point is agreed, not even in principle or in part, though one was
    /// discussed.
    pub none_agreed: bool,
    /// Whether no point was discussed.
    pub none_discussed: bool,
    /// The times of a year that change who a child is with, and of which no point tells, where
    /// some point tells of the usual weeks.
    pub unmentioned: Vec<Topic>,
}

/// A hearing.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Hearing {
    /// The hearing in the case file.
    pub at: Pointer,
    /// What it is for.
    pub kind: HearingKind,
    /// The day.
    pub on: Date,
    /// When it starts.
    pub time: Option<TimeOfDay>,
    /// Where.
    pub venue: Option<Words>,
    /// Before whom.
    pub judge: Option<Words>,
}

impl Summary {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        Summary {
            outcome: draft.served.programme().outcome,
            points: Points::of(draft),
            next_hearing: next_hearing(draft),
        }
    }
}

impl Points {
    /// Counts those that the reader may see.
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let points = || draft.served.arrangements().map(|one| one.status);
        let how_many = |wanted| count(points().filter(|status| *status == wanted));
        let agreed = how_many(AgreementStatus::Agreed);
        let in_principle = how_many(AgreementStatus::AgreedInPrinciple);
        let partly = how_many(AgreementStatus::Partly);
        let total = agreed + in_principle + partly + how_many(AgreementStatus::NotAgreed);
        Points {
            agreed,
            in_principle,
            partly,
            total,
            all_agreed: total > 0 && agreed == total,
            none_agreed: total > 0 && agreed + in_principle + partly == 0,
            none_discussed: total == 0,
            unmentioned: unmentioned(draft),
        }
    }
}

/// Agreement "on every point" would hide from a judge that nobody spoke of the holidays.
fn unmentioned(draft: &Draft<'_>) -> Vec<Topic> {
    let points: Vec<_> = draft.served.arrangements().collect();
    let kinds = || points.iter().flat_map(|one| one.schedules());
    let tells_of_weeks = kinds().any(|one| one.ranked_as() == Some(Priority::Weekly));
    if !tells_of_weeks {
        return Vec::new();
    }
    let is_shared = |kind| kinds().any(|one| one.ranked_as() == Some(kind));
    let is_told = |topic: &Topic| {
        let has_point = points.iter().any(|one| one.topic == *topic);
        has_point
            || match topic {
                Topic::SchoolHolidays => is_shared(Priority::Holiday),
                _ => is_shared(Priority::Special),
            }
    };
    let mut times = vec![Topic::SchoolHolidays, Topic::Christmas, Topic::SpecialDays];
    times.retain(|topic| !is_told(topic));
    times
}

pub(crate) fn next_hearing(draft: &Draft<'_>) -> Option<Hearing> {
    let next = draft.served.next_hearing(draft.today())?;
    let venue = |venue| draft.label((venue, next.venue_cy.as_ref()), &next.at, "venue");
    let judge = |judge| draft.label((judge, next.judge_cy.as_ref()), &next.at, "judge");
    Some(Hearing {
        kind: next.kind,
        on: next.on,
        time: next.item.at.map(TimeOfDay),
        venue: next.venue.as_ref().map(venue),
        judge: next.judge.as_ref().map(judge),
        at: next.at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn points_that_were_not_discussed_do_not_count() {
        let mut case = sample::case();
        let points = Points::of(&sample::draft(&case));
        assert!(points.agreed > 0 && points.agreed < points.total);
        assert!(!points.all_agreed && !points.none_agreed);
        for arrangement in &mut case.arrangements {
            if !arrangement.status.is_agreed() {
                arrangement.status = AgreementStatus::NotDiscussed;
            }
        }
        let points = Points::of(&sample::draft(&case));
        assert!(points.all_agreed);
        case.arrangements[0].status = AgreementStatus::AgreedInPrinciple;
        case.arrangements[1].status = AgreementStatus::Partly;
        let points = Points::of(&sample::draft(&case));
        let apart = (points.agreed + 2, points.in_principle, points.partly);
        assert_eq!(apart, (points.total, 1, 1));
        assert!(!points.all_agreed && !points.none_agreed);
        case.arrangements.truncate(2);
        let points = Points::of(&sample::draft(&case));
        assert!(
            points.agreed == 0 && !points.none_agreed,
            "in part is not nothing"
        );
        case.arrangements.clear();
        let points = Points::of(&sample::draft(&case));
        assert!(points.none_discussed && !points.all_agreed && !points.none_agreed);
    }
}
