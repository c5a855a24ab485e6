//! Days on which a school is closed to its pupils, beside the holidays.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::person::Child;
use crate::view::draft::Draft;

/// A day without school.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct ClosedDay {
    /// The day.
    pub on: Date,
    /// Whose school it is.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether that is every child's, so that nobody need be named.
    pub all_children: bool,
}

/// The days to come on which a school of these children is closed, each once, by date.
pub(crate) fn closed_days(draft: &Draft<'_>, is_meant: impl Fn(&Child) -> bool) -> Vec<ClosedDay> {
    let today = draft.today();
    let insets = draft.served.inset_days();
    let mut days: Vec<Date> = insets.iter().map(|inset| inset.on()).collect();
    days.retain(|day| *day >= today);
    days.sort();
    days.dedup();
    let closed = |on: Date| {
        let everybody = draft.served.children();
        let (mut children, mut others) = (Vec::new(), 0);
        for child in everybody.filter(|child| is_meant(child)) {
            match insets.iter().any(|inset| inset.closes(&child, on.0)) {
                true => children.push(child.called().to_owned()),
                false => others += 1,
            }
        }
        (!children.is_empty()).then_some(ClosedDay {
            on,
            children,
            all_children: others == 0,
        })
    };
    days.into_iter().filter_map(closed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::calendar::{Inset, InsetOf};
    use crate::view::sample;

    #[test]
    fn a_day_of_one_childs_school_names_the_child() {
        let mut case = sample::case();
        let (isla, rowan) = (&case.people.children[0], &case.people.children[1]);
        let (id, names) = (
            isla.id.clone(),
            [isla, rowan].map(|one| one.called().to_owned()),
        );
        let day = |text: &str| text.parse().expect("a date");
        let calendar = case.calendar.as_mut().expect("it has one");
        calendar.inset = vec![
            Inset::All(day("2026-11-27")),
            Inset::All(day("2020-11-27")),
            Inset::Some(InsetOf {
                on: day("2026-09-01"),
                children: vec![id.clone()],
            }),
        ];
        let draft = sample::draft(&case);
        let closed = closed_days(&draft, |_| true);
        let told: Vec<_> = closed
            .iter()
            .map(|one| (one.on, one.all_children))
            .collect();
        assert_eq!(
            told,
            [(day("2026-09-01"), false), (day("2026-11-27"), true)]
        );
        assert_eq!(closed[0].children, names[..1]);
        assert_eq!(closed_days(&draft, |child| child.id != id).len(), 1);
    }
}
