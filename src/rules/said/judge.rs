//! What the words of one arrangement are compared with: one of its schedules.

use jiff::civil::{Date, Weekday};

use super::moment::Said;
use super::token::Token;
use super::told::Told;
use super::weekly::Pattern;
use super::words::WORDS;
use super::{call, yearly};
use crate::case::Case;
use crate::case::arrangement::Arrangement;
use crate::case::form::Id;
use crate::case::recurrence::{Schedule, YearRule};
use crate::rules::wording::weekdays::dates;

/// What the words of one arrangement are compared with.
pub(super) struct Judge<'a> {
    case: &'a Case,
    arrangement: &'a Arrangement,
    schedule: &'a Schedule,
    pattern: Option<Pattern<'a>>,
}

impl<'a> Judge<'a> {
    pub(super) fn of(case: &'a Case, arrangement: &'a Arrangement, schedule: &'a Schedule) -> Self {
        let pattern = match schedule {
            Schedule::Weekly {
                cycle_weeks, slots, ..
            } => {
                Some(Pattern::of(*cycle_weeks, slots).and_otherwise(arrangement.otherwise.as_ref()))
            }
            _ => None,
        };
        Judge {
            case,
            arrangement,
            schedule,
            pattern,
        }
    }
}

impl Judge<'_> {
    /// The field that tells of the time.
    pub(super) fn field(&self) -> &'static str {
        match self.schedule {
            Schedule::Weekly { .. } => "slots",
            Schedule::Holiday { .. } => "share",
            Schedule::Special { .. } => "rule",
            Schedule::Indirect { .. } => "days",
            _ => "kind",
        }
    }

    /// Whether both are of calls at the same times, with one person and with another.
    pub(super) fn is_like(&self, other: &Judge<'_>) -> bool {
        let times = |schedule: &Schedule| match schedule {
            Schedule::Indirect {
                days,
                of_month,
                cycle_weeks,
                start,
                end,
                ..
            } => Some((days.clone(), of_month.clone(), *cycle_weeks, *start, *end)),
            _ => None,
        };
        let own = times(self.schedule);
        own.is_some() && own == times(other.schedule)
    }

    /// Whether a sentence contradicts the schedule; `is_when` for one of `when`, which tells
    /// of nothing else.
    pub(super) fn is_wrong(&self, told: &Told, is_when: bool) -> bool {
        let Told {
            sentence,
            tokens,
            said,
        } = told;
        let hedges = if is_when {
            &WORDS.hedges_of_when
        } else {
            &WORDS.hedges
        };
        let is_hedged = tokens.iter().any(|token| token.is(hedges));
        match self.schedule {
            Schedule::Weekly { anchor, .. } => {
                let Some(pattern) = self.pattern.as_ref().filter(|_| !is_hedged) else {
                    return false;
                };
                let wrong = |one: &&Said| pattern.contradicts(one);
                // `every Sunday bags are packed` is nobody's time.
                let is_of_somebody = is_when || tells_whose(tokens, said);
                said.iter()
                    .filter(|one| is_when || matches!(one, Said::FromTo(..)))
                    .any(|one| wrong(&one))
                    || is_of_somebody && pattern.contradicts_rhythm(tokens, &self.people(tokens))
                    || self.begins_otherwise(sentence, tokens, pattern, anchor.0)
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
                let is_another = call::contradicts(days, hours, said)
                    || call::contradicts_month(of_month, tokens);
                is_of_a_call && !is_hedged && is_another
            }
            Schedule::Special { .. }
            | Schedule::Holiday { .. }
            | Schedule::Monthly { .. }
            | Schedule::Rota { .. } => {
                let is_compared = |one: &&Said| is_when || matches!(one, Said::FromTo(..));
                let compared: Vec<&Said> = match is_when || !is_hedged {
                    true => said.iter().filter(is_compared).collect(),
                    false => Vec::new(),
                };
                self.is_another_day(sentence, tokens, &compared)
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

/// Whether a sentence says with whom something is, or from when until when.
fn tells_whose(tokens: &[Token], said: &[Said]) -> bool {
    let is_with = |token: &Token| token.is(&WORDS.with) || matches!(token, Token::Person(_));
    tokens.iter().any(is_with) || said.iter().any(|one| matches!(one, Said::FromTo(..)))
}
