//! Reads which halves of the holidays are whose.

use concord::case::form::Id;
use concord::case::recurrence::YearRule;
use jiff::civil::Time;

use super::meaning::{EACH_HOLIDAY, Meaning, Rule, Told};
use super::reader::{Item, Reader};
use super::yearly::only;

impl Reader {
    /// "for the first half of … in even-numbered years and for the second half in odd-…".
    pub(super) fn own_half(&self, told: &str) -> Option<Item> {
        let tongue = self.tongue;
        let (halves, middle) = told
            .strip_prefix(tongue.first_half)?
            .split_once(tongue.change)?;
        let by_year = self.own_halves_by_year(halves);
        let (periods, rule) = by_year.or_else(|| self.own_halves_by_rule(halves))?;
        let change = self.middle(middle)?;
        Some(Item::Meaning(Meaning::Halves {
            periods,
            change,
            rule,
        }))
    }

    /// Who has the half that the words before told nothing of.
    pub(super) fn other_half(&self, who: &str, items: &mut [Item]) -> Option<()> {
        let [Item::Meaning(Meaning::Halves { rule, .. })] = items else {
            return None;
        };
        let open = match (&rule.even, &rule.odd) {
            (Some(None), None) => &mut rule.odd,
            (None, Some(None)) => &mut rule.even,
            _ => return None,
        };
        *open = Some(Some(who.to_owned()));
        Some(())
    }

    fn own_halves_by_rule(&self, halves: &str) -> Option<(Vec<String>, Rule)> {
        let tongue = self.tongue;
        let (first, second) = halves.split_once(tongue.and_second)?;
        (0..2).find_map(|at| {
            let periods = first.strip_suffix(tongue.parity[at])?.strip_suffix(' ')?;
            let other = second == tongue.parity[1 - at];
            other.then(|| (self.sorted(periods), only(at, &None)))
        })
    }

    /// "…, in even-numbered years, and for the second half of …, in odd-numbered years": each
    /// holiday must stand with the years that it begins in.
    fn own_halves_by_year(&self, halves: &str) -> Option<(Vec<String>, Rule)> {
        let tongue = self.tongue;
        let (first, second) = halves.split_once(tongue.and_second_of)?;
        let parity = |told: &str| {
            let found = tongue.parity.iter().position(|one| told.ends_with(one))?;
            let periods = told
                .strip_suffix(tongue.parity[found])?
                .strip_suffix(", ")?;
            let periods = self.list(periods);
            let year = |name: &String| name.rsplit(' ').next()?.parse::<usize>().ok();
            let fits = periods
                .iter()
                .all(|name| year(name).is_some_and(|year| year % 2 == found));
            fits.then_some((found, periods))
        };
        let ((own, mut periods), (other, more)) = (parity(first)?, parity(second)?);
        (own != other).then_some(())?;
        periods.extend(more);
        periods.sort();
        Some((periods, only(own, &None)))
    }

    /// Names of holidays, which mean the same in any order where each has its half.
    pub(super) fn sorted(&self, periods: &str) -> Vec<String> {
        let mut periods = self.holidays(periods);
        periods.sort();
        periods
    }

    /// Names of holidays; of a share of each there is none.
    pub(super) fn holidays(&self, periods: &str) -> Vec<String> {
        match periods == self.tongue.each_holiday[self.register] {
            true => vec![EACH_HOLIDAY.to_owned()],
            false => self.list(periods),
        }
    }

    pub(super) fn middle(&self, told: &str) -> Option<Time> {
        if told == self.tongue.middle_start {
            return Some(Time::midnight());
        }
        let (time, rest) = self.time(told)?;
        (rest == self.tongue.middle).then_some(time)
    }
}

impl Told<'_> {
    /// Where two people take turns and one of them is meant, an order names the other, who
    /// has the halves that are left.
    pub(super) fn own_half(&self, rule: &YearRule) -> Option<Rule> {
        let with = self.with.filter(|_| !self.names_all)?;
        let even = rule.even.as_ref().or(rule.every.as_ref())?;
        let odd = rule.odd.as_ref().or(rule.every.as_ref())?;
        let own = |id: &Id| match id == with {
            true => Some(None),
            false => self.is_order.then(|| Some((self.name)(id))),
        };
        (even != odd && (even == with || odd == with)).then(|| Rule {
            even: own(even),
            odd: own(odd),
        })
    }
}
