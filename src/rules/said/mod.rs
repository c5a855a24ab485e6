//! Words against the schedule beside them. Where an arrangement has a schedule, it is the
//! truth; what people write besides may say less, and never something else.
//!
//! In `when` every day and hour is that of the schedule. A `text` may tell of other times
//! too, so there only a sentence without a hedge is compared, and in it a stretch from one
//! time to another, a rhythm and the years: what is missed is the lesser evil.

mod call;
mod judge;
mod moment;
mod token;
mod told;
mod turns;
mod weekly;
mod words;
mod yearly;

use super::rule::Rule;
use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, StatutoryVerb};
use crate::case::form::Id;
use crate::case::narrative::{Narrative, Version};
use crate::case::recurrence::Schedule;
use crate::case::texts::without_quotations;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::arrangements;
use crate::rules::kit::prose::sentences;
use crate::rules::rule::Report;

use judge::Judge;
use token::People;
use told::Told;

pub(crate) const RULES: &[Rule] = &[
    words_say_what_the_schedule_says,
    with_is_somebody_of_the_schedule,
    a_special_day_has_a_schedule,
    years_that_take_turns_are_in_a_schedule,
];

/// The arrangements that are agreed, if only in part, and have a schedule, with the places of
/// their schedules.
fn scheduled(case: &Case) -> impl Iterator<Item = (Pointer, &Arrangement, Vec<Placed<'_>>)> {
    arrangements(case).filter_map(|(at, arrangement)| {
        let settled =
            arrangement.status.is_agreed() || arrangement.status == AgreementStatus::Partly;
        let placed: Vec<Placed<'_>> = arrangement.placed(&at).filter(|_| settled).collect();
        (!placed.is_empty()).then_some((at, arrangement, placed))
    })
}

/// A schedule and where it stands.
type Placed<'a> = (Pointer, &'a Schedule);

/// `when` and `text` say nothing else than the schedule (R112).
fn words_say_what_the_schedule_says(case: &Case, report: &mut Report) {
    let people = People::of(case);
    for (at, arrangement, placed) in scheduled(case) {
        let schedules = arrangement.schedules();
        let judges: Vec<Judge<'_>> = schedules
            .map(|schedule| Judge::of(case, arrangement, schedule))
            .collect();
        let are_alike = judges.windows(2).all(|two| two[0].is_like(&two[1]));
        let fields = [
            ("when", arrangement.when.as_ref()),
            ("text", Some(&arrangement.text)),
        ];
        for (field, narrative) in fields {
            let is_when = field == "when";
            let found = narrative
                .into_iter()
                .flat_map(|one| in_place(case, &at.key(field), one));
            let wrong = found.into_iter().find(|(_, text)| {
                sentences(text).any(|sentence| {
                    // Of several schedules nobody knows which of them a sentence is about: it is
                    // wrong where each says another thing, and it tells one thing alone.
                    let told = Told::of(sentence, &people);
                    let is_clear = are_alike || told.said.len() == 1;
                    is_clear && judges.iter().all(|judge| judge.is_wrong(&told, is_when))
                })
            });
            let Some((place, _)) = wrong else {
                continue;
            };
            let message = format!(
                "the words of `{}` say something else than its schedule",
                arrangement.id
            );
            report
                .add(&rule::AGAINST_SCHEDULE, place, message)
                .caption("a day, an hour, a rhythm or a year in these words is another")
                .but(placed[0].0.key(judges[0].field()), "than here")
                .help(match is_when {
                    true => {
                        "correct one of the two; without `when` the program writes the times \
                             from the schedule"
                    }
                    false => "correct one of the two; the schedule is what calendars are made of",
                });
            break;
        }
    }
}

/// A narrative in each of its languages, with its place.
fn in_place(case: &Case, at: &Pointer, narrative: &Narrative) -> Vec<(Pointer, String)> {
    let versions = narrative.versions(case.document.language).into_iter();
    let own = |version: Version<'_>| (version.at(at), without_quotations(version.words.as_str()));
    versions.map(own).collect()
}

/// Whom `with` names has a part of the schedule (R113). A term with whom the children live
/// may have the schedule of their time with the other.
fn with_is_somebody_of_the_schedule(case: &Case, report: &mut Report) {
    for (at, arrangement, placed) in scheduled(case) {
        let takers: Option<Vec<_>> = placed.iter().map(|one| one.1.takers()).collect();
        let Some(takers) = takers else {
            continue;
        };
        let people = takers.concat();
        let lives = arrangement.verb == Some(StatutoryVerb::LivesWith);
        let has_the_rest = |one: &Id| arrangement.otherwise.as_ref() == Some(one);
        let has_a_part = |one: &&Id| people.contains(one) || has_the_rest(one);
        let Some(with) = arrangement.people().iter().find(|one| !has_a_part(one)) else {
            continue;
        };
        if lives || people.is_empty() {
            continue;
        }
        let message = format!(
            "`{}` is with `{with}`, who has no part of its schedule",
            arrangement.id
        );
        report
            .add(&rule::WITH_AGAINST_SCHEDULE, at.key("with"), message)
            .caption("the time is said to be with this person")
            .but(
                placed[0].0.key(field_of_takers(placed[0].1)),
                "but it is with others here",
            )
            .help("correct `with`, or the person in the schedule");
    }
}

/// The field of a schedule that says who is given its time.
fn field_of_takers(schedule: &Schedule) -> &'static str {
    match schedule {
        Schedule::Weekly { .. } => "slots",
        Schedule::Holiday { .. } => "share",
        Schedule::Special { .. } => "rule",
        _ => "with",
    }
}

/// A special day that the words of an arrangement agree is in its schedule, or in that of
/// another (R126): no calendar tells of it otherwise.
fn a_special_day_has_a_schedule(case: &Case, report: &mut Report) {
    let known: Vec<_> = case
        .arrangements
        .iter()
        .flat_map(Arrangement::schedules)
        .filter_map(yearly::feast)
        .collect();
    for (at, arrangement, placed) in scheduled(case) {
        let of_a_day = |one: &&Placed<'_>| yearly::feast(one.1).is_some();
        let Some((schedule, _)) = placed.iter().find(of_a_day) else {
            continue;
        };
        let texts = in_place(case, &at.key("text"), &arrangement.text);
        let lacking = texts.iter().find_map(|(place, text)| {
            let mut feasts = yearly::feasts(text);
            let (_, name) = feasts.find(|(feast, _)| !known.contains(feast))?;
            Some((place, name))
        });
        let Some((place, name)) = lacking else {
            continue;
        };
        report
            .add(
                &rule::SPECIAL_DAY,
                place.clone(),
                format!(
                    "`{}` agrees {name}, and no schedule has that day",
                    arrangement.id
                ),
            )
            .caption("agreed in words alone")
            .but(schedule.key("day"), "this schedule is of another day")
            .help("write an arrangement of its own for that day, with its own schedule");
    }
}

/// Where words tell of even and odd years or of alternate ones, some schedule knows them (R148).
/// Of weeks, months and nights nothing can be by years: there a term of its own has them.
fn years_that_take_turns_are_in_a_schedule(case: &Case, report: &mut Report) {
    let people = People::of(case);
    let mut schedules = case.arrangements.iter().flat_map(Arrangement::schedules);
    let some_turn = schedules.any(turns::takes_turns);
    for (at, arrangement, placed) in scheduled(case) {
        let is_yearly = |schedule: &Schedule| yearly::rule(schedule).is_some();
        let is_compared = |schedule: &Schedule| {
            schedule.ranked_as().is_some() && (is_yearly(schedule) || !some_turn)
        };
        let compared = placed.iter().find(|one| is_compared(one.1));
        let knows = placed.iter().any(|one| turns::takes_turns(one.1));
        let Some((schedule_at, schedule)) = compared.filter(|_| !knows) else {
            continue;
        };
        let fields = [
            ("text", Some(&arrangement.text)),
            ("when", arrangement.when.as_ref()),
        ];
        let told = fields.into_iter().find_map(|(field, narrative)| {
            let texts = in_place(case, &at.key(field), narrative?);
            let turn = |text: &str| {
                sentences(text).any(|one| turns::tells_of_turns(&Told::of(one, &people).tokens))
            };
            texts.into_iter().find(|(_, text)| turn(text))
        });
        let Some((place, _)) = told else {
            continue;
        };
        let message = format!(
            "the words of `{}` tell of years that take turns, and its schedule is the same in each",
            arrangement.id
        );
        report
            .add(&rule::ALTERNATING_YEARS, place, message)
            .caption("these years are in no schedule")
            .but(
                schedule_at.key(turns::field(schedule)),
                "but this is so in every year",
            )
            .help(
                "write who has it under `even` and under `odd`, in a term of its own where the \
                 schedule is of weeks; or correct the words",
            );
    }
}
