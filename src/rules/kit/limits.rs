//! The numbers that laws and programmes set: `limits.yaml`, which says where each stands.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::reading::table;

/// The limits, read once.
pub(crate) static LIMITS: LazyLock<Limits> =
    LazyLock::new(|| table(include_str!("../limits.yaml")));

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Limits {
    pub(crate) ages: Ages,
    pub(crate) travel: Travel,
    /// In months.
    pub(crate) review_months: u32,
    pub(crate) session: SessionLength,
    pub(crate) course: CourseDays,
    pub(crate) papers: Papers,
}

/// In years.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ages {
    pub(crate) of_a_child: u32,
    pub(crate) of_an_order: u32,
    pub(crate) of_own_words: u32,
}

/// Time abroad without consent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Travel {
    pub(crate) days_within_a_month: u32,
    pub(crate) days_of_the_longest_month: u32,
    pub(crate) months_of_a_special_guardian: u32,
}

/// In minutes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionLength {
    pub(crate) shortest: i64,
    pub(crate) longest: i64,
    pub(crate) usual_alone: i64,
}

/// In days, from the day of the document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Papers {
    pub(crate) signature_days: u32,
    pub(crate) acknowledgement_days: u32,
}

/// In days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CourseDays {
    pub(crate) welcome: u32,
    pub(crate) hub: u32,
    pub(crate) elearning: u32,
}

#[cfg(test)]
mod tests {
    use super::LIMITS;

    #[test]
    fn limits_lie_in_their_order() {
        let (ages, travel, session) = (&LIMITS.ages, &LIMITS.travel, &LIMITS.session);
        assert!(ages.of_own_words < ages.of_an_order && ages.of_an_order < ages.of_a_child);
        assert!(travel.days_within_a_month < travel.days_of_the_longest_month);
        assert!(session.shortest < session.usual_alone && session.usual_alone < session.longest);
    }
}
