//! The children's time as calendars: the weeks as they usually are, holidays, special
//! days and the year. Children with the same calendar share it.

use jiff::ToSpan;
use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::person::Child;
use crate::schedule::{Period, Timetable};

use super::draft::Draft;
use super::key::{Key, Lettered};
use super::special::{SharedHoliday, SpecialTime, shared_holidays, special_times};
use super::weeks::Weeks;
use super::year::Year;

/// How far holidays and special days are told: an even year and an odd one.
const YEARS: i32 = 2;

/// The calendar of one child, or of several who have the same.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct ChildrensTime {
    /// Whose.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether it is everybody's, so that nobody need be named.
    pub all_children: bool,
    /// The letters and who they stand for.
    pub key: Vec<Lettered>,
    /// The weeks as they usually are, each pattern after the other.
    pub weeks: Vec<Weeks>,
    /// How the school holidays are shared.
    pub holidays: Vec<SharedHoliday>,
    /// The special days.
    pub special: Vec<SpecialTime>,
    /// The year at a glance.
    pub year: Year,
}

/// The calendars of all children, in the order of the file.
pub(super) fn childrens_time(draft: &Draft<'_>) -> Vec<ChildrensTime> {
    let served = served(draft);
    let everybody = &served.people.children;
    let outlooks: Vec<Outlook<'_>> = everybody
        .iter()
        .filter_map(|child| Outlook::of(&served, child))
        .collect();
    let key = Key::of(&served, outlooks.iter().flat_map(Outlook::timetables));
    let mut found: Vec<ChildrensTime> = Vec::new();
    for outlook in &outlooks {
        let one = outlook.time(draft, &key);
        let same = |known: &&mut ChildrensTime| {
            let children = one.children.clone();
            ChildrensTime {
                children,
                ..(**known).clone()
            } == one
        };
        match found.iter_mut().find(same) {
            Some(known) => known.children.extend(one.children),
            None => found.push(one),
        }
    }
    for time in &mut found {
        time.all_children = time.children.len() == everybody.len();
    }
    found
}

/// One child's calendar; none where no weekly pattern is arranged.
pub(super) fn time_of(draft: &Draft<'_>, child: &Child) -> Option<ChildrensTime> {
    let served = served(draft);
    let outlook = Outlook::of(&served, child)?;
    let key = Key::of(&served, outlook.timetables());
    Some(outlook.time(draft, &key))
}

/// The case without the schedules that the reader of this copy may not know.
fn served(draft: &Draft<'_>) -> Case {
    let mut case = draft.case.clone();
    for arrangement in &mut case.arrangements {
        if !draft.may_read(arrangement.vis, &arrangement.served_to) {
            arrangement.schedule = None;
        }
    }
    case
}

/// What is known of one child's time.
struct Outlook<'a> {
    child: &'a Child,
    usual: Vec<Timetable<'a>>,
    dated: Timetable<'a>,
    first: civil::Date,
}

impl<'a> Outlook<'a> {
    /// From the month in which the plan begins, or that of the document where it began
    /// before.
    fn of(case: &'a Case, child: &'a Child) -> Option<Self> {
        let today = case.document.prepared_on.0;
        let wide = Timetable::expand(case, child, Period::years(today, YEARS)?);
        let begins = crate::schedule::local(wide.in_force()?.from()).date();
        let first = begins.first_of_month();
        let after = first.saturating_add(YEARS.years()).saturating_add(2.days());
        let usual = Timetable::usual(case, child, today);
        Some(Outlook {
            child,
            usual,
            dated: Timetable::expand(case, child, Period::days(first, after)?),
            first,
        })
    }

    fn timetables(&self) -> impl Iterator<Item = &Timetable<'a>> {
        self.usual.iter().chain([&self.dated])
    }

    fn time(&self, draft: &Draft<'_>, key: &Key<'_>) -> ChildrensTime {
        let special = special_times(draft, key, &self.dated);
        let rounds = self.usual.iter();
        ChildrensTime {
            children: vec![self.child.called().to_owned()],
            all_children: false,
            key: key.everybody(draft.case, &self.child.id),
            weeks: rounds.map(|round| Weeks::of(draft, key, round)).collect(),
            holidays: shared_holidays(draft, key, &self.dated),
            year: Year::of(draft, key, &self.dated, &special, self.first),
            special,
        }
    }
}
