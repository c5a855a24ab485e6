//! The record of the programme: its window, its sessions, how it ended, and what was
//! said openly on the way.

use jiff::ToSpan;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::plan::InterimContact;
use crate::case::proceedings::{ApplicationType, Order as CaseOrder, OrderKind};
use crate::case::programme::{Outcome, ReturnGround, SessionStatus};
use crate::diagnostics::Pointer;

use super::session::{Note, Session, notes, sessions};
use super::timeline::Timeline;
use crate::audience::Piece;
use crate::view::draft::Draft;
use crate::view::restriction::Restriction;
use crate::view::words::Words;

/// The programme.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ProgrammeRecord {
    /// `programme` in the case file.
    pub at: Pointer,
    /// The application it came out of.
    pub application: Application,
    /// The orders already made.
    pub orders: Vec<Order>,
    /// The day the court directed, or agreed to, the programme.
    pub directed_on: Option<Date>,
    /// The first day of its window.
    pub starts_on: Option<Date>,
    /// How many weeks the window lasts.
    pub window_weeks: u32,
    /// The last day of the window, as it was first set.
    pub ends_on: Option<Date>,
    /// A later end.
    pub extended_to: Option<Date>,
    /// Why it was extended.
    pub extension_reason: Option<Words>,
    /// What happened in general.
    pub account: Option<Words>,
    /// The sessions, in the order of their days.
    pub sessions: Vec<Session>,
    /// The sessions drawn on the weeks of the programme.
    pub timeline: Option<Timeline>,
    /// How many were held.
    pub held: u32,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Why a programme counted as completed had no joint session.
    pub no_joint_session_reason: Option<Words>,
    /// Contact while it ran.
    pub interim: Option<Interim>,
    /// What was said or seen in sessions, as far as the audience may read it.
    pub notes: Vec<Note>,
    /// The day on which the case was returned to court, whoever reads why.
    pub returned_on: Option<Date>,
    /// The return to court, with its grounds.
    pub return_to_court: Option<ReturnToCourt>,
}

/// The application before the court.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Application {
    /// `case.application` in the case file.
    pub at: Pointer,
    /// The orders asked for.
    pub types: Vec<ApplicationType>,
    /// What is asked for beside them, in words.
    pub other: Option<Words>,
    /// The day it was issued.
    pub issued_on: Date,
}

/// An order already made.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Order {
    /// The order in the case file.
    pub at: Pointer,
    /// The form it was made on.
    pub kind: OrderKind,
    /// The day.
    pub made_on: Date,
    /// Who made it.
    pub judge: Option<Words>,
    /// What it says.
    pub summary: Words,
    /// The day it ends.
    pub expires_on: Option<Date>,
}

/// Contact while the programme runs.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Interim {
    /// `interim` in the case file.
    pub at: Pointer,
    /// In general.
    pub during_programme: InterimContact,
    /// In words.
    pub text: Option<Words>,
}

/// The case leaves the programme before its end.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ReturnToCourt {
    /// `programme.return_to_court` in the case file.
    pub at: Pointer,
    /// The day it was decided.
    pub on: Date,
    /// Who decided it.
    pub decided_by: String,
    /// On what grounds.
    pub grounds: Vec<ReturnGround>,
    /// The account of it.
    pub text: Words,
    /// Whether the court should see the case before the listed hearing.
    pub urgent: bool,
    /// Who may be served with it, where not all parties.
    pub restriction: Option<Restriction>,
}

impl ProgrammeRecord {
    pub(crate) fn of(draft: &Draft<'_>) -> Self {
        let programme = draft.served.programme();
        let proceedings = draft.proceedings();
        let at = programme.at;
        let reason =
            |narrative, field: &'static str| draft.optional_text(narrative, at.key(field), None);
        let sessions = sessions(draft);
        let held = |session: &&Session| session.status == SessionStatus::Held;
        ProgrammeRecord {
            application: Application {
                at: proceedings.at.key("application"),
                types: proceedings.application.types.clone(),
                other: draft.optional_text(
                    proceedings.application.other.as_ref(),
                    proceedings.at.key("application").key("other"),
                    None,
                ),
                issued_on: proceedings.application.issued_on,
            },
            orders: draft.served.orders().map(|one| order(draft, one)).collect(),
            directed_on: proceedings.directed_on,
            starts_on: programme.starts_on,
            window_weeks: programme.window_weeks,
            ends_on: programme
                .starts_on
                .and_then(|first| last_day(first, programme.window_weeks)),
            extended_to: programme.extended_to,
            extension_reason: reason(programme.extension_reason, "extension_reason"),
            account: reason(programme.account, "account"),
            timeline: Timeline::of(draft, &sessions),
            held: count(sessions.iter().filter(held)),
            sessions,
            outcome: programme.outcome,
            no_joint_session_reason: reason(
                programme.no_joint_session_reason,
                "no_joint_session_reason",
            ),
            interim: interim(draft),
            notes: notes(draft),
            returned_on: programme.returned_on,
            return_to_court: return_to_court(draft),
            at,
        }
    }
}

/// The last of so many whole weeks; none where the calendar itself ends first.
pub(crate) fn last_day(first: Date, weeks: u32) -> Option<Date> {
    let days = i64::from(weeks) * 7 - 1;
    first.0.checked_add(days.days()).ok().map(Date)
}

/// How many there are.
pub(crate) fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    items.fold(0, |known, _| known + 1)
}

fn order(draft: &Draft<'_>, order: Piece<'_, CaseOrder>) -> Order {
    let judge = |judge| draft.label((judge, order.judge_cy.as_ref()), &order.at, "judge");
    Order {
        kind: order.kind,
        made_on: order.made_on,
        judge: order.judge.as_ref().map(judge),
        summary: draft.text(&order, "summary", &order.summary),
        expires_on: order.expires_on,
        at: order.at,
    }
}

pub(crate) fn interim(draft: &Draft<'_>) -> Option<Interim> {
    let interim = draft.served.interim()?;
    Some(Interim {
        during_programme: interim.during_programme,
        text: draft.optional_text(interim.text.as_ref(), interim.at.key("text"), None),
        at: interim.at,
    })
}

pub(crate) fn return_to_court(draft: &Draft<'_>) -> Option<ReturnToCourt> {
    let returned = draft.served.return_to_court()?;
    Some(ReturnToCourt {
        on: returned.on,
        decided_by: draft.name(&returned.decided_by, returned.at.key("decided_by")),
        grounds: returned.grounds.clone(),
        text: draft.text(&returned, "text", &returned.text),
        urgent: returned.urgent,
        restriction: Restriction::of(draft, &returned),
        at: returned.at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_weeks_end_on_the_day_before_the_same_weekday() {
        let monday: Date = "2026-03-16".parse().expect("a date");
        let sunday: Date = "2026-06-07".parse().expect("a date");
        assert_eq!(last_day(monday, 12), Some(sunday));
    }
}
