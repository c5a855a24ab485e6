//! The words by which the reader knows what is said. They are its own: it has never seen a
//! locale.

mod english;
mod welsh;

use concord::case::recurrence::Channel;

use super::meaning::Day;

pub(super) use english::ENGLISH;
pub(super) use welsh::WELSH;

/// How one language says it. Lists of three are for an order, a plan and a child.
pub(super) struct Tongue {
    /// Monday first: as it is, and as it stands after `ail` and of time.
    pub(super) weekdays: [(&'static str, &'static str); 7],
    pub(super) months: [&'static str; 12],
    pub(super) noon: &'static str,
    pub(super) before_half: &'static str,
    pub(super) numerals: &'static [&'static str],
    pub(super) and: &'static [&'static str],
    pub(super) each: [&'static str; 3],
    pub(super) alternate: [&'static str; 3],
    pub(super) nth: [(&'static str, i64); 10],
    /// Of a month: before and after the day of the week, and whether that is softened.
    pub(super) of_month: [(&'static str, &'static str, bool); 5],
    pub(super) on_days: &'static str,
    pub(super) each_month: &'static str,
    /// Nights in every so many, from when on the first day until when on the last, first on.
    pub(super) rota: [&'static str; 5],
    pub(super) rota_days: &'static str,
    /// The same to a child.
    pub(super) childs_rota: [&'static str; 4],
    pub(super) weekend: (&'static str, &'static str),
    pub(super) in_weeks: &'static str,
    pub(super) of_weeks: [&'static str; 3],
    pub(super) weeks: &'static str,
    pub(super) from: &'static str,
    pub(super) nights: (&'static str, &'static [&'static str]),
    pub(super) until: &'static str,
    pub(super) start_here: &'static str,
    pub(super) start_of: &'static str,
    pub(super) end_here: &'static str,
    pub(super) end_of: &'static str,
    pub(super) end_next: &'static str,
    pub(super) end_later: &'static str,
    pub(super) on_weekday: &'static str,
    pub(super) on_day: &'static str,
    pub(super) same_day: &'static str,
    pub(super) next_day: &'static str,
    pub(super) days_later: &'static [&'static str],
    pub(super) term: [&'static str; 2],
    pub(super) with: &'static [&'static str],
    pub(super) and_with: &'static [&'static str],
    /// Who has all other time.
    pub(super) rest: [&'static [&'static str]; 3],
    pub(super) beginning: &'static str,
    pub(super) week_one: &'static str,
    pub(super) first_is: [&'static str; 2],
    pub(super) week_one_is: &'static str,
    pub(super) settled: &'static [&'static str],
    /// Before the name of who has the half that nothing else tells of.
    pub(super) other_half: &'static [&'static str],
    /// To a child: between rhythm and name, at the head, and after it.
    pub(super) you_are: &'static [&'static str],
    pub(super) you_are_first: &'static [&'static str],
    pub(super) sleep: &'static str,
    pub(super) no_sleep: &'static str,
    pub(super) childs_term: [&'static str; 2],
    pub(super) in_year: &'static str,
    pub(super) so_on: &'static str,
    pub(super) every_year: &'static str,
    /// Even, odd.
    pub(super) parity: [&'static str; 2],
    /// What stands for the holidays that are not named, those to come among them.
    pub(super) each_holiday: [&'static str; 3],
    pub(super) whole: &'static str,
    pub(super) first_half: &'static str,
    pub(super) second_half: &'static str,
    pub(super) and_second: &'static str,
    pub(super) and_second_of: &'static str,
    pub(super) change: &'static str,
    pub(super) middle: &'static str,
    pub(super) middle_start: &'static str,
    pub(super) channels: [(&'static str, Channel); 4],
    pub(super) between: &'static str,
    pub(super) at: &'static str,
    /// As it is, after `on`, and what it is.
    pub(super) days: [(&'static str, &'static str, Day); 8],
    /// What stands before the name of a day of the family's own.
    pub(super) feast: &'static str,
    /// What stands before and after the name of whose birthday it is; before, after `on`.
    pub(super) birthday: (&'static str, &'static str, &'static str),
}

const fn dated(month: i8, day: i8) -> Day {
    Day::Dated(month, day)
}
