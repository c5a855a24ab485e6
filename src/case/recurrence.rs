//! Recurring arrangements as the case gives them: weeks, holidays, special days,
//! calls and handovers. `schedule/` turns them into dated intervals.
//!
//! Times are local to Europe/London.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::calendar::Priority;
use super::form::{Date, Id, Line, MonthDay, Time};
use super::mark::{
    ADULT, ANYBODY, CHILD, Door, FAMILY, GROWN_UP, HOLIDAY, PLACE, Voice, reference, words,
};

pub use super::share::{DatedPart, HolidayShare, YearRule};
pub use super::weekday::{OfMonth, Weekday};

/// A recurring arrangement.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Schedule {
    /// A pattern of weeks, most often of one, two or four.
    Weekly {
        /// The length of the pattern, in weeks.
        #[schemars(range(min = 1, max = 12))]
        cycle_weeks: u32,
        /// The Monday on which week 1 first begins.
        anchor: Date,
        /// When the children are with whom.
        #[schemars(length(min = 1))]
        slots: Vec<Slot>,
        /// Whether it rests in the school holidays.
        #[serde(default)]
        term_time_only: bool,
    },
    /// Some weekdays of each month: the first Saturday, the last Friday.
    Monthly {
        /// Which of them.
        #[schemars(length(min = 1))]
        of_month: Vec<OfMonth>,
        /// The day of the week on which each begins.
        day: Weekday,
        /// When it begins.
        start: Time,
        /// How many days later it ends.
        #[serde(default)]
        #[schemars(range(max = 7))]
        end_after_days: u32,
        /// When it ends.
        end: Time,
        /// With whom.
        #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
        with: Id,
    },
    /// Nights with somebody and nights without, over and over, whatever day of the week it
    /// is: four on, four off.
    Rota {
        /// The day on which the first of them begins.
        first: Date,
        /// Nights together.
        #[schemars(range(min = 1, max = 28))]
        on: u32,
        /// Nights until they begin again.
        #[schemars(range(min = 1, max = 28))]
        off: u32,
        /// When the change is, on the first and the last day.
        change: Time,
        /// With whom.
        #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
        with: Id,
    },
    /// Holidays of the calendar, each shared in the same way.
    Holiday {
        /// The holidays, among `calendar.holidays`.
        #[schemars(length(min = 1))]
        #[schemars(extend("x-concord" = reference(HOLIDAY, Door::Above)))]
        periods: Vec<Id>,
        /// Whether it is agreed for each school holiday, those whose dates are not known yet
        /// among them; `periods` then names all that the calendar has.
        #[serde(default)]
        each_holiday: bool,
        /// How it is shared.
        share: HolidayShare,
    },
    /// A day that comes once a year.
    Special {
        /// Which day.
        day: SpecialDay,
        /// What a day is called that is `other`: a feast, an anniversary.
        #[serde(default)]
        #[schemars(extend("x-concord" = words(Voice::Label, Door::Above)))]
        name: Option<Line>,
        /// The same in Welsh.
        #[serde(default)]
        #[schemars(extend("x-concord" = words(Voice::Label, Door::Above)))]
        name_cy: Option<Line>,
        /// The day of the year, where `day` is `other` or moves.
        #[serde(default)]
        on: Option<MonthDay>,
        /// Its dates year by year, where they follow another calendar than this one: it has
        /// none in a year that is not among them.
        #[serde(default)]
        dates: Vec<Date>,
        /// The child whose birthday it is.
        #[serde(default)]
        #[schemars(extend("x-concord" = reference(CHILD, Door::Above)))]
        child: Option<Id>,
        /// When it begins; midnight, where nothing is said.
        #[serde(default)]
        start: Option<Time>,
        /// When it ends; the midnight after, where nothing is said.
        #[serde(default)]
        end: Option<Time>,
        /// How many days later it ends.
        #[serde(default)]
        #[schemars(range(max = 14))]
        end_after_days: u32,
        /// Who has it in which year.
        rule: YearRule,
    },
    /// Calls, letters and presents.
    Indirect {
        /// By what means.
        channel: Channel,
        /// On which days.
        days: Vec<Weekday>,
        /// Which of these days in each month; every one, where nothing is said.
        #[serde(default)]
        of_month: Vec<OfMonth>,
        /// After how many weeks it comes again; every week, where nothing is said.
        #[serde(default)]
        #[schemars(range(min = 2, max = 12))]
        cycle_weeks: Option<u32>,
        /// The Monday of a week in which it comes, with `cycle_weeks`.
        #[serde(default)]
        anchor: Option<Date>,
        /// From when.
        #[serde(default)]
        start: Option<Time>,
        /// Until when.
        #[serde(default)]
        end: Option<Time>,
        /// Who begins it.
        #[schemars(extend("x-concord" = reference(FAMILY, Door::Above)))]
        initiated_by: Id,
        /// With whom the children then speak.
        #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
        with: Id,
    },
    /// A handover between the parents.
    Handover {
        /// Who hands over.
        #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
        from: Id,
        /// To whom.
        #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
        to: Id,
        /// Where.
        #[schemars(extend("x-concord" = reference(PLACE, Door::Above)))]
        place: Id,
        /// Who brings or fetches.
        #[schemars(extend("x-concord" = reference(ANYBODY, Door::Above)))]
        by: Id,
        /// On which days.
        #[serde(default)]
        days: Vec<Weekday>,
        /// When; the end of the slot, where nothing is said.
        #[serde(default)]
        time: Option<Time>,
        /// Who may stand in.
        #[serde(default)]
        #[schemars(extend("x-concord" = reference(GROWN_UP, Door::Above)))]
        stand_ins: Vec<Id>,
    },
    /// Several of the others, as a list.
    #[serde(untagged)]
    #[schemars(skip)]
    Several(Vec<Schedule>),
}

/// What an arrangement may have as its schedule: one, or several in a list.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum OneOrSeveral {
    /// One.
    One(Schedule),
    /// Several.
    Several(#[schemars(length(min = 1))] Vec<Schedule>),
}

impl Schedule {
    /// Whether it says when something is, so that words can be composed from it. A handover
    /// is told by its particulars, and the birthday of each of several children by nothing.
    pub fn tells_when(&self) -> bool {
        match self {
            Schedule::Weekly { .. }
            | Schedule::Monthly { .. }
            | Schedule::Rota { .. }
            | Schedule::Holiday { .. } => true,
            Schedule::Special {
                day,
                on,
                dates,
                child,
                ..
            } => match day {
                SpecialDay::Other => on.is_some() || !dates.is_empty(),
                SpecialDay::Birthday => on.is_some() || child.is_some(),
                _ => true,
            },
            Schedule::Indirect { days, .. } => !days.is_empty(),
            Schedule::Handover { .. } => false,
            Schedule::Several(all) => all.iter().any(Schedule::tells_when),
        }
    }

    /// Whether it is days that go by the month or by a count of nights: a year shows those, and
    /// no table of weeks can.
    pub fn is_in_no_week(&self) -> bool {
        matches!(self, Schedule::Monthly { .. } | Schedule::Rota { .. })
    }

    /// As which kind `priorities` rank the time it arranges; none for calls and handovers.
    pub fn ranked_as(&self) -> Option<Priority> {
        match self {
            Schedule::Weekly { .. } | Schedule::Monthly { .. } | Schedule::Rota { .. } => {
                Some(Priority::Weekly)
            }
            Schedule::Holiday { .. } => Some(Priority::Holiday),
            Schedule::Special { .. } => Some(Priority::Special),
            Schedule::Indirect { .. } | Schedule::Handover { .. } | Schedule::Several(_) => None,
        }
    }

    /// Each of several, with its place in their list; or the one there is.
    pub fn each(&self) -> impl Iterator<Item = (Option<usize>, &Schedule)> + Clone {
        let (all, listed) = match self {
            Schedule::Several(all) => (&all[..], true),
            one => (std::slice::from_ref(one), false),
        };
        let all = all.iter().enumerate();
        all.map(move |(nth, one)| (listed.then_some(nth), one))
    }

    /// The one of this place, as [`Schedule::each`] tells it.
    pub fn nth(&self, nth: Option<usize>) -> Option<&Schedule> {
        self.each().find(|one| one.0 == nth).map(|(_, one)| one)
    }
}

/// A stretch of the week with one person.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// The week of the pattern, from 1.
    #[serde(default = "first")]
    #[schemars(range(min = 1, max = 12))]
    pub week: u32,
    /// The day it begins.
    pub day: Weekday,
    /// When it begins.
    pub start: Time,
    /// The day it ends; the same, where nothing is said.
    #[serde(default)]
    pub end_day: Option<Weekday>,
    /// When it ends.
    pub end: Time,
    /// With whom.
    #[schemars(extend("x-concord" = reference(ADULT, Door::Above)))]
    pub with: Id,
    /// Where it begins and ends, where that is not the arrangement's place.
    #[serde(default)]
    #[schemars(extend("x-concord" = reference(PLACE, Door::Above)))]
    pub place: Option<Id>,
}

fn first() -> u32 {
    1
}

/// A day that comes once a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpecialDay {
    /// A child's birthday.
    Birthday,
    /// 24 December.
    ChristmasEve,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    BoxingDay,
    /// 31 December.
    NewYearsEve,
    /// 1 January.
    NewYearsDay,
    /// Mothering Sunday: the fourth Sunday of Lent.
    MothersDay,
    /// The third Sunday of June.
    FathersDay,
    /// Good Friday to Easter Monday are reckoned from Easter Sunday.
    EasterSunday,
    /// A day of the family’s own, by its `name`, with its date in `on` or its `dates`.
    Other,
}

impl SpecialDay {
    /// Whether it is of Christmas.
    pub(crate) fn is_christmas(self) -> bool {
        use SpecialDay::{BoxingDay, ChristmasDay, ChristmasEve};
        matches!(self, ChristmasEve | ChristmasDay | BoxingDay)
    }
}

/// The means of indirect contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Telephone.
    Phone,
    /// Video call.
    Video,
    /// Letters and cards.
    Letter,
    /// Presents.
    Gift,
}
