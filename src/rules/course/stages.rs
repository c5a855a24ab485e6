//! The stages of the course: in their order, and in time.

use super::attended::{in_england, records};
use crate::case::Case;
use crate::case::course::{CourseRecord, CourseResult};
use crate::case::form::Date;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::{days_after, plain};
use crate::rules::kit::limits::LIMITS;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    stages_follow_one_another,
    stages_are_not_to_come,
    stages_keep_their_deadlines,
];

/// One stage of the course that has a day.
struct Stage {
    at: Pointer,
    name: &'static str,
    on: Date,
    /// Whether its day tells what has happened, rather than what is arranged.
    is_past: bool,
}

/// The stages that have a day, in the order in which they come.
fn stages(place: &Pointer, record: &CourseRecord) -> Vec<Stage> {
    let told = |key, name, on| stage(place.key(key), name, on, true);
    let arranged = |block, key, name, on| stage(place.key(block).key(key), name, on, false);
    let workshop = record.workshop.as_ref();
    let first = workshop.and_then(|workshop| workshop.on);
    let second = workshop.and_then(|workshop| workshop.second_on);
    let call = record.call.as_ref().and_then(|call| call.on);
    [
        told("referred_on", "the referral", Some(record.referred_on)),
        told("welcome_on", "the welcome", record.welcome_on),
        told("hub_on", "the first use of the Parent Hub", record.hub_on),
        told(
            "elearning_on",
            "the end of the e-learning",
            record.elearning_on,
        ),
        arranged("workshop", "on", "the workshop", first),
        arranged(
            "workshop",
            "second_on",
            "the second part of the workshop",
            second,
        ),
        told("completed_on", "the completion", record.completed_on),
        arranged("call", "on", "the follow-up call", call),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn stage(at: Pointer, name: &'static str, on: Option<Date>, is_past: bool) -> Option<Stage> {
    let on = on?;
    Some(Stage {
        at,
        name,
        on,
        is_past,
    })
}

/// The stages come in their order: referral, welcome, hub, e-learning, workshop,
/// completion, call (R49; the providers' pages: the e-learning comes first).
fn stages_follow_one_another(case: &Case, report: &mut Report) {
    for (place, record) in records(case) {
        for pair in stages(&place, record).windows(2) {
            let [earlier, later] = pair else { continue };
            if later.on < earlier.on {
                report
                    .add(
                        &rule::STAGE_ORDER,
                        later.at.clone(),
                        format!("{} comes before {}", later.name, earlier.name),
                    )
                    .caption(format!("{} is on {}", later.name, plain(later.on)))
                    .but(
                        earlier.at.clone(),
                        format!("but {} is on {}", earlier.name, plain(earlier.on)),
                    )
                    .help("correct one of the two days");
            }
        }
    }
}

/// A stage that is told as done does not lie after the day of the document (R49).
fn stages_are_not_to_come(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    for (place, record) in records(case) {
        let stages = stages(&place, record).into_iter();
        for stage in stages.filter(|stage| stage.is_past && stage.on > today) {
            let message = format!("{} is dated after the document", stage.name);
            report
                .add(&rule::STAGE_ORDER, stage.at, message)
                .caption(format!("{} is on {}", stage.name, plain(stage.on)))
                .but(
                    Pointer::root().key("document").key("prepared_on"),
                    format!("but the document is of {}", plain(today)),
                )
                .help("leave out what has not happened yet, or correct one of the two days");
        }
    }
}

/// In England the welcome comes within fourteen days of the order or referral, the hub
/// is first used within 72 hours of it and the e-learning completed within ten days
/// (R50; Action for Children; the providers' pages). A `reason` is answer enough, and
/// what was completed in the end is not looked at.
fn stages_keep_their_deadlines(case: &Case, report: &mut Report) {
    let done = |record: &CourseRecord| {
        let over = [CourseResult::Completed, CourseResult::Exempt].contains(&record.result);
        over || record.reason.is_some()
    };
    for (place, record) in records(case).filter(|(_, record)| in_england(case) && !done(record)) {
        let order = record.order.as_ref().and_then(|id| case.order(id));
        let sent_on = order.map_or(record.referred_on, |order| order.made_on);
        let days = &LIMITS.course;
        let deadlines = [
            (
                "welcome_on",
                "the welcome",
                record.welcome_on,
                Some(sent_on),
                days.welcome,
            ),
            (
                "hub_on",
                "the first use of the Parent Hub",
                record.hub_on,
                record.welcome_on,
                days.hub,
            ),
            (
                "elearning_on",
                "the e-learning",
                record.elearning_on,
                record.welcome_on,
                days.elearning,
            ),
        ];
        for (key, name, on, since, days) in deadlines {
            let Some(deadline) = since.map(|since| days_after(since, days)) else {
                continue;
            };
            if on.unwrap_or(case.document.prepared_on) > deadline {
                late(report, &place, (key, name, on), deadline);
            }
        }
    }
}

fn late(
    report: &mut Report,
    place: &Pointer,
    (key, name, on): (&'static str, &str, Option<Date>),
    deadline: Date,
) {
    let (at, caption) = match on {
        Some(on) => (key, format!("{name} is on {}", plain(on))),
        None => (
            "result",
            format!("{name} has no day, and the course goes on"),
        ),
    };
    report
        .add(
            &rule::STAGE_DEADLINE,
            place.key(at),
            format!("{name} is later than {}, when it was due", plain(deadline)),
        )
        .caption(caption)
        .help(format!("write `{key}` as it was, or say why in `reason`"));
}
