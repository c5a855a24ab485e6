//! Reads composed words back, knowing nothing of what composed them. What it cannot read
//! whole, or could read in two ways, it refuses.

use std::collections::BTreeMap;

use concord::case::recurrence::Channel;
use jiff::civil::{Date, Time};

use super::cycle::{Cycle, laid_out};
use super::meaning::{Meaning, Moment, Rule, Stay, Who};
use super::tongue::Tongue;
use super::weekly::Round;

/// A reader of one language and register, who knows from when the words hold.
pub(super) struct Reader {
    pub(super) tongue: &'static Tongue,
    /// 0 for an order, 1 for a plan, 2 for a child.
    pub(super) register: usize,
    pub(super) from: Date,
    /// School holidays, in which a pattern of term time rests.
    pub(super) holidays: Vec<Stay>,
}

/// One thing that is said.
pub(super) enum Item {
    Round(Round),
    Meaning(Meaning),
    FirstHalf(Vec<String>, Time, Rule),
    SecondHalf(Rule),
    Dates(Who, Moment, Moment),
    Call {
        channel: Channel,
        days: Vec<(usize, Option<usize>)>,
        weeks: i64,
        first: Option<Date>,
        start: Option<Time>,
        end: Option<Time>,
    },
}

impl Reader {
    /// What a text means, and who has all other time; `None`, where it is refused.
    pub(super) fn read(&self, text: &str) -> Option<(Meaning, Who)> {
        let mut items: Vec<Item> = Vec::new();
        let mut rest: Who = None;
        let mut in_term = false;
        let mut ending = false;
        // Of several people a plan has a paragraph for each time.
        let text = text.replace("\n\n", " ");
        for sentence in text.strip_suffix('.')?.split(". ") {
            if self.tongue.settled.contains(&sentence) {
                ending = true;
                continue;
            }
            if ending || !sentence.starts_with(char::is_uppercase) {
                return None;
            }
            if let Some(who) = self.after_any(sentence, self.tongue.other_half) {
                (self.register == 0).then_some(())?;
                self.other_half(who, &mut items)?;
                ending = true;
                continue;
            }
            let sentence = uncapitalised(sentence);
            if let Some(who) = self.after_any(&sentence, self.tongue.rest[self.register]) {
                (rest.is_none() && !items.is_empty()).then_some(())?;
                rest = Some(who.to_owned());
                continue;
            }
            rest.is_none().then_some(())?;
            if self.register == 2 && sentence == self.tongue.childs_term[0] {
                in_term = true;
            } else if self.register == 2 && sentence == self.tongue.childs_term[1] {
                in_term.then_some(())?;
            } else if let Some(Item::Round(round)) = items.last_mut()
                && let Some(told) = self.more_of(round, &sentence)
            {
                told?;
            } else if let Some(Item::Call { first, .. }) = items.last_mut()
                && self.register == 1
                && let Some(date) = sentence.strip_prefix(self.tongue.first_is[0])
            {
                *first = Some(self.date(date, true)?);
            } else {
                items.extend(self.sentence(&sentence)?);
            }
        }
        Some((self.together(items, in_term)?, rest))
    }

    /// What the things said mean together.
    fn together(&self, items: Vec<Item>, in_term: bool) -> Option<Meaning> {
        let mut items = items.into_iter();
        match items.next()? {
            Item::Meaning(meaning) => items.next().is_none().then_some(meaning),
            call @ Item::Call { .. } => {
                let meaning = self.called(call)?;
                items.next().is_none().then_some(meaning)
            }
            Item::FirstHalf(periods, change, rule) => {
                let turns = rule.even.is_some() && rule.odd.is_some() && rule.even != rule.odd;
                let second = items.next();
                let swapped = match &second {
                    Some(Item::SecondHalf(second)) => {
                        turns && (&second.even, &second.odd) == (&rule.odd, &rule.even)
                    }
                    Some(_) => false,
                    None => !turns,
                };
                let whole = swapped && items.next().is_none();
                whole.then_some(Meaning::Halves {
                    periods,
                    change,
                    rule,
                })
            }
            Item::SecondHalf(_) => None,
            Item::Dates(who, from, to) => {
                let mut dates = BTreeMap::from([(who, vec![(from, to)])]);
                for item in items {
                    let Item::Dates(who, from, to) = item else {
                        return None;
                    };
                    dates.entry(who).or_default().push((from, to));
                }
                Some(Meaning::Dates(dates))
            }
            Item::Round(first) => {
                let round = |item| match item {
                    Item::Round(round) => Some(round),
                    _ => None,
                };
                let others: Option<Vec<Round>> = items.map(round).collect();
                self.weeks([vec![first], others?].concat(), in_term)
            }
        }
    }

    /// What rounds mean together.
    fn weeks(&self, rounds: Vec<Round>, in_term: bool) -> Option<Meaning> {
        let in_term = in_term || rounds.iter().any(|round| round.in_term);
        let mut cycles: BTreeMap<Who, Vec<Cycle>> = BTreeMap::new();
        for round in rounds {
            (self.register == 2 || round.in_term == in_term).then_some(())?;
            let of_round = self.cycles(&round, in_term)?;
            cycles.entry(round.who).or_default().extend(of_round);
        }
        Some(Meaning::Weeks {
            in_term,
            times: laid_out(cycles, self.from),
        })
    }

    /// A sentence of its own.
    fn sentence(&self, sentence: &str) -> Option<Vec<Item>> {
        if self.register == 2 {
            return Some(vec![self.to_child(sentence)?]);
        }
        let (who, told) = match self.after_any(sentence, self.tongue.with) {
            Some(after) => {
                let (who, told) = after.split_once(", ")?;
                (Some(who.to_owned()), told)
            }
            None => (None, sentence),
        };
        let mut clauses = vec![told];
        if self.register == 0 {
            clauses = told.split("; ").collect();
            let last = clauses.len() - 1;
            if last > 0 {
                clauses[last] =
                    self.after_any(clauses[last], self.tongue.and.iter().map(|and| &and[1..]))?;
            }
        }
        clauses
            .into_iter()
            .map(|clause| self.clause(clause, &who))
            .collect()
    }

    fn clause(&self, clause: &str, who: &Who) -> Option<Item> {
        let (in_term, told) = match clause.strip_prefix(self.tongue.term[self.register]) {
            Some(told) => (true, told),
            None => (false, clause),
        };
        match self.round(told) {
            Some((mut round, dated)) => {
                (round.who, round.in_term, round.dated) = (who.clone(), in_term, dated);
                Some(Item::Round(round))
            }
            None if in_term => None,
            None => self
                .call(told)
                .or_else(|| self.month(told, who))
                .or_else(|| self.rota(told, who))
                .or_else(|| self.yearly(told, who))
                .or_else(|| self.dates(told, who)),
        }
    }

    /// What a child is told in one sentence.
    fn to_child(&self, sentence: &str) -> Option<Item> {
        let tongue = self.tongue;
        if let Some(after) = self.after_any(sentence, tongue.you_are_first) {
            let (who, told) = after.split_once(' ')?;
            let who = Some(who.to_owned());
            return self
                .month(told, &who)
                .or_else(|| self.rota(told, &who))
                .or_else(|| self.yearly(told, &who))
                .or_else(|| self.dates(told, &who));
        }
        let (mut round, rest) = self.rhythm(sentence)?;
        let (who, span) = self.after_any(rest, tongue.you_are)?.split_once(", ")?;
        round.who = Some(who.to_owned());
        self.placed(&mut round, self.span(span)?)?;
        Some(Item::Round(round))
    }
}

/// The sentence as it would stand in the middle of another.
fn uncapitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
