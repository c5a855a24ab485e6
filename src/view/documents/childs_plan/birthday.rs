//! A child's next birthday, and with whom the child is that night.

use jiff::ToSpan;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::form::Date;
use crate::case::person::Child;
use crate::view::draft::Draft;
use crate::view::time::childrens_time::ChildrensTime;

/// A birthday.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Birthday {
    /// The day.
    pub on: Date,
    /// The age that is reached.
    pub age: u32,
    /// With whom the child is that night, where the plan says so.
    pub with: Option<String>,
}

impl Birthday {
    /// The first after the day of the document.
    pub(super) fn next(
        draft: &Draft<'_>,
        child: &Child,
        time: Option<&ChildrensTime>,
    ) -> Option<Self> {
        let today = draft.today().0;
        let age = child.age_on(draft.today())?;
        let mut ages = (age..=age + 1).filter_map(|age| {
            let on = child.dob.0.checked_add(i64::from(age).years()).ok()?;
            (on > today).then_some((age, on))
        });
        let (age, on) = ages.next()?;
        Some(Birthday {
            on: Date(on),
            age,
            with: time.and_then(|time| time.night_with(Date(on))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::{DocumentCopy, Reader};
    use crate::view::sample;
    use crate::view::time::childrens_time::time_of;

    #[test]
    fn the_next_birthday_is_told_with_the_night() {
        let case = sample::case();
        let isla = &case.people.children[0];
        let copy = DocumentCopy::of(Reader::Child(isla.id.clone()));
        let draft = sample::draft_of(&case, copy);
        let time = time_of(&draft, isla);
        let next = Birthday::next(&draft, isla, time.as_ref()).expect("she is ten");
        assert_eq!(
            (next.on.0.to_string().as_str(), next.age),
            ("2026-09-14", 11)
        );
        assert_eq!(next.with.as_deref(), Some("Mum"));
    }
}
