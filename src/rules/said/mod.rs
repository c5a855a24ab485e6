//! Words against the schedule beside them. Where an arrangement has a schedule, it is the
//! truth; what people write besides may say less, and never something else.
//!
//! In `when` every day and hour is that of the schedule. A `text` may tell of other times
//! too, so there only a sentence without a hedge is compared, and in it a stretch from one
//! time to another, a rhythm and the years: what is missed is the lesser evil.

mod call;
mod moment;
mod token;
mod weekly;
mod words;
mod yearly;

use jiff::civil::{Date, Weekday};

use super::rule::Rule;
use super::wording::weekdays::dates;
use crate::case::Case;
use crate::case::arrangement::{AgreementStatus, Arrangement, StatutoryVerb};
use crate::case::form::Id;
use crate::case::narrative::{Narrative, Version};
use crate::case::recurrence::{HolidayShare, Schedule, YearRule};
use crate::case::texts::without_quotations;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::arrangements::arrangements;
use crate::rules::kit::prose::sentences;
use crate::rules::rule::Report;

use moment::{Said, said};
use token::{People, Token, read};
use weekly::Pattern;
use words::WORDS;

pub(crate) const RULES: &[Rule] = &[
    words_say_what_the_schedule_says,
    with_is_somebody_of_the_schedule,
    a_special_day_has_a_schedule,
];

/// The arrangements that are agreed, if only in part, and have one schedule: of several nobody
/// knows which of them a sentence is about.
fn scheduled(case: &Case) -> impl Iterator<Item = (Pointer, &Arrangement, &Schedule)> {
    arrangements(case).filter_map(|(at, arrangement)| {
        let settled =
            arrangement.status.is_agreed() || arrangement.status == AgreementStatus::Partly;
        let schedule = arrangement.schedule.as_ref().filter(|_| settled)?;
        if matches!(schedule, Schedule::Several(_)) {
            return None;
        }
        Some((at, arrangement, schedule))
    })
}

/// `when` and `text` say nothing else than the schedule (R112).
fn words_say_what_the_schedule_says(case: &Case, report: &mut Report) {
    let people = People::of(case);
    for (at, arrangement, schedule) in scheduled(case) {
        let judge = Judge {
            case,
            arrangement,
            schedule,
            pattern: match schedule {
                Schedule::Weekly {
                    cycle_weeks, slots, ..
                } => Some(
                    Pattern::of(*cycle_weeks, slots).and_otherwise(arrangement.otherwise.as_ref()),
                ),
                _ => None,
            },
        };
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
                sentences(text).any(|sentence| judge.is_wrong(sentence, &people, is_when))
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
                .but(at.key("schedule").key(judge.field()), "than here")
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

/// What the words of one arrangement are compared with.
struct Judge<'a> {
    case: &'a Case,
    arrangement: &'a Arrangement,
    schedule: &'a Schedule,
    pattern: Option<Pattern<'a>>,
}

impl Judge<'_> {
    /// The field that tells of the time.
    fn field(&self) -> &'static str {
        match self.schedule {
            Schedule::Weekly { .. } => "slots",
            Schedule::Holiday { .. } => "share",
            Schedule::Special { .. } => "rule",
            Schedule::Indirect { .. } => "days",
            _ => "kind",
        }
    }

    /// Whether a sentence contradicts the schedule; `is_when` for one of `when`, which tells
    /// of nothing else.
    fn is_wrong(&self, sentence: &str, people: &People, is_when: bool) -> bool {
        let tokens = read(&yearly::without_feasts(sentence), people);
        let hedges = if is_when {
            &WORDS.hedges_of_when
        } else {
            &WORDS.hedges
        };
        let is_hedged = tokens.iter().any(|token| token.is(hedges));
        let said = said(&tokens);
        match self.schedule {
            Schedule::Weekly { anchor, .. } => {
                let Some(pattern) = self.pattern.as_ref().filter(|_| !is_hedged) else {
                    return false;
                };
                let wrong = |one: &&Said| pattern.contradicts(one);
                said.iter()
                    .filter(|one| is_when || matches!(one, Said::FromTo(..)))
                    .any(|one| wrong(&one))
                    || pattern.contradicts_rhythm(&tokens, &self.people(&tokens))
                    || self.begins_otherwise(sentence, &tokens, pattern, anchor.0)
            }
            Schedule::Indirect {
                days,
                of_month,
                start,
                end,
                ..
            } => {
                let is_of_a_call = is_when || tokens.iter().any(|token| token.is(&WORDS.call));
                let hours = [*start, *end].map(|hour| hour.map(|hour| hour.0));
                let is_another = call::contradicts(days, hours, &said)
                    || call::contradicts_month(of_month, &tokens);
                is_of_a_call && !is_hedged && is_another
            }
            Schedule::Special { .. } | Schedule::Holiday { .. } => {
                let is_compared = |one: &&Said| is_when || matches!(one, Said::FromTo(..));
                let compared: Vec<&Said> = match is_when || !is_hedged {
                    true => said.iter().filter(is_compared).collect(),
                    false => Vec::new(),
                };
                self.is_another_day(sentence, &tokens, &compared)
            }
            _ => false,
        }
    }

    /// Whether a special day or a holiday is told with other hours, years exchanged, or as
    /// somebody else's.
    fn is_another_day(&self, sentence: &str, tokens: &[Token], said: &[&Said]) -> bool {
        let hours = yearly::hours(self.case, self.schedule);
        let is_another_hour = |one: &&Said| yearly::is_another_hour(&hours, one);
        let is_exchanged = |(years, of_halves)| {
            yearly::exchanges_years(tokens, years, of_halves)
                || self.is_anothers(sentence, tokens, years)
        };
        !hours.is_empty() && said.iter().any(is_another_hour)
            || yearly::rule(self.schedule).is_some_and(is_exchanged)
    }

    /// Whether the sentence names this special day alone, and gives it to somebody else.
    fn is_anothers(&self, sentence: &str, tokens: &[Token], years: &YearRule) -> bool {
        let Some(own) = yearly::feast(self.schedule) else {
            return false;
        };
        let named: Vec<_> = yearly::feasts(sentence).map(|(feast, _)| feast).collect();
        named == [own] && yearly::is_anothers(tokens, years)
    }

    /// Whose time a sentence tells: whom it names, or the arrangement is `with`.
    fn people<'t>(&'t self, tokens: &'t [Token]) -> Vec<&'t Id> {
        let named = tokens.iter().filter_map(|token| match token {
            Token::Person(person) => Some(person),
            _ => None,
        });
        named.chain(self.arrangement.people()).collect()
    }

    /// Whether the day on which a pattern is said to begin is none of its days: another week
    /// of a fortnight, or a day before the arrangement.
    fn begins_otherwise(
        &self,
        sentence: &str,
        tokens: &[Token],
        pattern: &Pattern<'_>,
        anchor: Date,
    ) -> bool {
        if !tokens.iter().any(|token| token.is(&WORDS.beginning)) {
            return false;
        }
        let from = self.arrangement.from.map(|from| from.0);
        // An anchor that is no Monday is told by itself (R160).
        if anchor.weekday() != Weekday::Monday {
            return false;
        }
        let mut days = dates(sentence);
        let only = days.next().filter(|_| days.next().is_none());
        only.is_some_and(|day| {
            let after = i64::from((day - anchor).get_days());
            let is_one = Some(day) == from || day == anchor || pattern.begins_on(after);
            !is_one || from.is_some_and(|from| day < from)
        })
    }
}

/// Whom `with` names has a part of the schedule (R113). A term with whom the children live
/// may have the schedule of their time with the other.
fn with_is_somebody_of_the_schedule(case: &Case, report: &mut Report) {
    for (at, arrangement, schedule) in scheduled(case) {
        let of = |rule: &'_ YearRule| -> Vec<Id> {
            let all = [&rule.every, &rule.even, &rule.odd];
            all.into_iter().flatten().cloned().collect()
        };
        let (field, people): (_, Vec<Id>) = match schedule {
            Schedule::Weekly { slots, .. } => (
                "slots",
                slots.iter().map(|slot| slot.with.clone()).collect(),
            ),
            Schedule::Holiday { share, .. } => (
                "share",
                match share {
                    HolidayShare::Halves { .. } => continue,
                    HolidayShare::Whole { with } => of(with),
                    HolidayShare::Dates { parts } => {
                        parts.iter().map(|part| part.with.clone()).collect()
                    }
                },
            ),
            Schedule::Special { rule, .. } => ("rule", of(rule)),
            Schedule::Indirect { with, .. }
            | Schedule::Monthly { with, .. }
            | Schedule::Rota { with, .. } => ("with", vec![with.clone()]),
            _ => continue,
        };
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
            .but(at.key("schedule").key(field), "but it is with others here")
            .help("correct `with`, or the person in the schedule");
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
    for (at, arrangement, schedule) in scheduled(case) {
        if yearly::feast(schedule).is_none() {
            continue;
        }
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
            .but(
                at.key("schedule").key("day"),
                "this schedule is of another day",
            )
            .help("write an arrangement of its own for that day, with its own schedule");
    }
}
