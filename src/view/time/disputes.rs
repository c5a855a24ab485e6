//! What a dispute about Christmas leaves open, as calendars show it: tests alone.

use crate::audience::Office;
use crate::case::Case;
use crate::case::arrangement::AgreementStatus;
use crate::case::arrangement::Topic;
use crate::view::sample;
use crate::view::time::childrens_time::{ChildrensTime, childrens_time};
use crate::view::time::dated_times::dated_times;

/// The sample, whose holidays are shared, with Christmas not agreed.
fn disputed() -> Case {
    let mut case = sample::case();
    for one in &mut case.arrangements {
        if one.topic == Topic::Christmas {
            one.status = AgreementStatus::NotAgreed;
            one.schedule = None;
        }
    }
    case
}

fn time(case: &Case) -> ChildrensTime {
    childrens_time(&sample::draft(case)).swap_remove(0)
}

#[test]
fn while_christmas_is_open_its_holiday_is_not_told_and_the_others_are() {
    let named = |case: &Case| {
        let holidays = time(case).holidays.into_iter();
        holidays
            .map(|holiday| holiday.name.text)
            .collect::<Vec<_>>()
    };
    let mut left = named(&sample::case());
    left.retain(|name| !name.starts_with("Christmas"));
    assert_eq!(named(&disputed()), left);
    assert!(
        time(&disputed()).year.undecided,
        "and the reader is told so"
    );
}

#[test]
fn while_christmas_is_open_no_appointment_falls_on_it() {
    let christmas = jiff::civil::date(2026, 12, 25).at(12, 0, 0, 0);
    let has = |case: &Case| {
        let (dated, _) = dated_times(Office::of(case));
        let mut times = dated.iter().flat_map(|dated| &dated.times);
        times.any(|time| time.from <= christmas && christmas < time.until)
    };
    assert!(has(&sample::case()));
    assert!(!has(&disputed()));
}

#[test]
fn a_dispute_about_a_part_of_christmas_leaves_the_rest_as_it_is_agreed() {
    let mut case = sample::case();
    let agreed = time(&case).holidays;
    let open = disputed().arrangements.into_iter();
    case.arrangements
        .extend(open.filter(|one| one.topic == Topic::Christmas));
    assert_eq!(time(&case).holidays, agreed);
}

#[test]
fn a_dispute_about_another_childs_christmas_leaves_this_ones_alone() {
    let mut case = disputed();
    let [first, second] = [0, 1].map(|index| case.people.children[index].id.clone());
    for one in &mut case.arrangements {
        one.children = match one.topic {
            Topic::Christmas => vec![first.clone()],
            _ => vec![second.clone()],
        };
    }
    assert!(
        time(&case)
            .holidays
            .iter()
            .any(|one| one.name.text.starts_with("Christmas"))
    );
}
