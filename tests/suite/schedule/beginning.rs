//! From when a pattern of weeks holds, and which table shows it.

use concord::case::Case;
use concord::case::form::Date;
use concord::case::recurrence::Schedule;
use concord::schedule::{Period, Timetable, instant, local};
use jiff::civil::{date, datetime};

use super::pattern::{DAY, MONDAY, weekly_case};
use super::{id, told};

/// Week about from Monday after school, the mother's week first.
fn week_about() -> Case {
    let four = 15 * 60 + 30;
    weekly_case(2, &[(0, four, 7 * DAY, 0), (7, four, 7 * DAY, 1)])
}

fn year(case: &Case) -> Timetable<'_> {
    let year = Period::years(date(2026, 6, 1), 1).expect("a year");
    Timetable::expand(case, &case.people.children[0], year)
}

#[test]
fn no_stay_is_carried_over_from_the_week_before_the_first() {
    let case = week_about();
    let timetable = year(&case);
    let morning = instant(datetime(2026, 6, 8, 0, 0, 0, 0));
    assert_eq!(told(timetable.at(morning)), "nobody");
    let in_force = timetable.in_force().expect("it has weeks");
    assert_eq!(local(in_force.from()), datetime(2026, 6, 8, 15, 30, 0, 0));
}

#[test]
fn a_plan_that_takes_effect_in_the_middle_of_a_stay_keeps_what_is_left_of_it() {
    let mut case = week_about();
    case.arrangements[0].from = Some(Date(date(2026, 6, 10)));
    let timetable = year(&case);
    let morning = instant(datetime(2026, 6, 10, 0, 0, 0, 0));
    assert_eq!(told(timetable.at(morning)), "mother by pattern");
}

/// The mother's weeks from Monday, and every second Saturday with the father from a day.
fn saturdays_from(day: jiff::civil::Date) -> Case {
    let ten = 10 * 60;
    let mut case = weekly_case(2, &[(0, 0, 5 * DAY + ten, 0), (5, 17 * 60, 6 * DAY, 0)]);
    let with_father = weekly_case(2, &[(5, ten, 7 * 60, 1), (12, ten, 7 * 60, 1)]);
    let mut saturdays = with_father.arrangements[0].clone();
    saturdays.id = id("saturdays");
    saturdays.from = Some(Date(day));
    case.arrangements.push(saturdays);
    case
}

#[test]
fn a_day_that_begins_within_the_first_round_has_no_table_of_its_own() {
    let case = saturdays_from(date(2026, 6, 13));
    let rounds = Timetable::usual(&case, &case.people.children[0], MONDAY);
    assert_eq!(rounds.len(), 1);
    assert_eq!(
        rounds[0].period(),
        Period::days(MONDAY, date(2026, 6, 22)).expect("two weeks")
    );
    let usual = rounds[0].as_usual().expect("it is a round");
    assert_eq!(
        (usual.holds_from, usual.before),
        (None, None),
        "the first Saturday is the 13th"
    );
}

#[test]
fn a_table_says_from_when_it_holds() {
    let case = saturdays_from(date(2026, 6, 20));
    let rounds = Timetable::usual(&case, &case.people.children[0], MONDAY);
    assert_eq!(rounds.len(), 1);
    let usual = rounds[0].as_usual().expect("it is a round");
    let holds = usual.holds_from.map(local);
    assert_eq!(holds, Some(datetime(2026, 6, 20, 0, 0, 0, 0)));
}

#[test]
fn days_before_week_one_are_those_of_the_last_week() {
    let mut case = week_about();
    case.arrangements[0].from = Some(Date(date(2026, 6, 12)));
    if let Some(Schedule::Weekly { anchor, .. }) = &mut case.arrangements[0].schedule {
        *anchor = Date(date(2026, 6, 15));
    }
    let rounds = Timetable::usual(&case, &case.people.children[0], MONDAY);
    let usual = rounds[0].as_usual().expect("it is a round");
    assert_eq!(local(rounds[0].period().from()).date(), date(2026, 6, 15));
    assert_eq!(usual.before, Some(date(2026, 6, 12)));
}
