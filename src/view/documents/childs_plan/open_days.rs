//! Which of a child's days are not settled: a child who knows that only some days are open
//! cannot tell whether Christmas is one of them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::arrangement::Topic;
use crate::case::person::Child;
use crate::view::draft::Draft;

/// Days that are not settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OpenDays {
    /// School holidays.
    SchoolHolidays,
    /// Christmas, or another festival.
    Christmas,
    /// Birthdays and other special days.
    SpecialDays,
}

impl OpenDays {
    /// Those of a child, as far as they are for the child to know.
    pub(super) fn of(draft: &Draft<'_>, child: &Child) -> Vec<Self> {
        let topics = draft.served.open_days(child);
        let named = topics.into_iter().filter_map(|topic| match topic {
            Topic::SchoolHolidays => Some(OpenDays::SchoolHolidays),
            Topic::Christmas => Some(OpenDays::Christmas),
            Topic::SpecialDays => Some(OpenDays::SpecialDays),
            _ => None,
        });
        named.collect()
    }
}
