//! The topics of a parenting plan, under which its points stand.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A topic of a parenting plan.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Where the children live, and the pattern of time.
    Living,
    /// Time in the day.
    Daytime,
    /// Handovers.
    Handovers,
    /// School holidays.
    SchoolHolidays,
    /// Christmas and religious festivals.
    Christmas,
    /// Birthdays and other special days.
    SpecialDays,
    /// Calls, letters and presents.
    IndirectContact,
    /// How the parents speak with one another.
    ParentCommunication,
    /// School.
    School,
    /// Health.
    Health,
    /// Religion, culture, diet, language.
    ReligionCulture,
    /// Activities and friends.
    Activities,
    /// Wider family.
    WiderFamily,
    /// New partners and members of the household.
    NewPartners,
    /// Rules, discipline, screens, photographs online.
    Rules,
    /// Travel and passports.
    Travel,
    /// Decisions, parental responsibility, names.
    Decisions,
    /// Money.
    Money,
    /// Changes at short and at long notice.
    Changes,
    /// Emotional well-being.
    Wellbeing,
    /// Moving house.
    Relocation,
    /// Review.
    Review,
    /// What happens when the parents differ.
    Disputes,
    /// Conditions of safety.
    Safety,
    /// The child's view, and how the plan was explained.
    ChildView,
    /// Signatures and standing.
    Signatures,
}

impl Topic {
    /// Those a child reads about.
    pub const OF_A_CHILD: [Topic; 9] = [
        Topic::Living,
        Topic::Daytime,
        Topic::SchoolHolidays,
        Topic::Christmas,
        Topic::SpecialDays,
        Topic::IndirectContact,
        Topic::School,
        Topic::Activities,
        Topic::WiderFamily,
    ];

    /// Every topic, in the order of a parenting plan.
    pub const ALL: [Topic; 26] = [
        Topic::Living,
        Topic::Daytime,
        Topic::Handovers,
        Topic::SchoolHolidays,
        Topic::Christmas,
        Topic::SpecialDays,
        Topic::IndirectContact,
        Topic::ParentCommunication,
        Topic::School,
        Topic::Health,
        Topic::ReligionCulture,
        Topic::Activities,
        Topic::WiderFamily,
        Topic::NewPartners,
        Topic::Rules,
        Topic::Travel,
        Topic::Decisions,
        Topic::Money,
        Topic::Changes,
        Topic::Wellbeing,
        Topic::Relocation,
        Topic::Review,
        Topic::Disputes,
        Topic::Safety,
        Topic::ChildView,
        Topic::Signatures,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_topics_are_those_a_case_file_may_name() {
        let schema = schemars::schema_for!(Topic).to_value();
        let named = schema["oneOf"].as_array().expect("one of several");
        let named: Vec<_> = named.iter().map(|one| one["const"].clone()).collect();
        let all = Topic::ALL.map(|topic| serde_json::json!(topic));
        assert_eq!(named, all);
        assert!(Topic::ALL.is_sorted());
    }
}
