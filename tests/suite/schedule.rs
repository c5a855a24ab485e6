//! Arrangements as dated time: what the example says of single moments, what holds for
//! any arrangements at all, and what the rules find.

mod beginning;
mod pattern;
mod properties;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use concord::case::Case;
use concord::case::arrangement::{AgreementStatus, TermForm};
use concord::case::calendar::Priority;
use concord::case::form::Id;
use concord::case::load::load;
use concord::reading::{Accepted, Subject, accept};
use concord::rules::time::concerns;
use concord::schedule::{Answer, Period, Timetable, instant, local};
use jiff::civil::date;

use pattern::{DAY, MONDAY, weekly, weekly_case};

fn read(path: &Path) -> (Accepted, Case) {
    let text = fs::read(path).expect("the fixture is readable");
    let name = path.display().to_string();
    let mut accepted =
        accept(&name, &text, Subject::Case).unwrap_or_else(|findings| panic!("{findings:?}"));
    let case = load(&mut accepted).unwrap_or_else(|findings| panic!("{name}: {findings:?}"));
    (accepted, case)
}

fn full_agreement() -> Case {
    static EXAMPLE: LazyLock<Case> =
        LazyLock::new(|| read(Path::new("fixtures/cases/valid/full-agreement.yaml")).1);
    EXAMPLE.clone()
}

fn id(text: &str) -> Id {
    text.parse().expect("it is an id")
}

/// `adult by arrangement`, `nobody` or `clash`.
fn told(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::With(claim)) => format!("{} by {}", claim.adult, claim.arrangement),
        Some(Answer::Nobody) => "nobody".into(),
        Some(Answer::Clash(_)) => "clash".into(),
        None => "outside".into(),
    }
}

#[test]
fn the_example_answers_for_every_moment_by_the_arrangement_that_wins() {
    let case = full_agreement();
    let period = Period::years(date(2026, 6, 12), 2).expect("two years");
    let timetable = Timetable::expand(&case, &case.people.children[0], period);
    let table = [
        ("2026-06-11T23:59", "outside"),
        ("2026-06-12T00:00", "mother by live_with_mother"),
        ("2026-06-19T15:30", "father by fortnight"),
        ("2026-06-22T08:44", "father by fortnight"),
        ("2026-06-22T08:45", "mother by live_with_mother"),
        // The summer holiday of an even year: its first half is the father's.
        ("2026-07-21T15:29", "mother by live_with_mother"),
        ("2026-07-21T15:30", "father by half_terms_and_holidays"),
        ("2026-08-12T11:59", "father by half_terms_and_holidays"),
        ("2026-08-12T12:00", "mother by half_terms_and_holidays"),
        ("2026-09-02T08:45", "mother by live_with_mother"),
        // Christmas goes before the holiday, and the holiday keeps its year in January.
        ("2026-12-24T11:59", "father by half_terms_and_holidays"),
        ("2026-12-24T12:00", "mother by christmas"),
        ("2026-12-26T12:00", "father by half_terms_and_holidays"),
        ("2027-01-03T12:00", "mother by half_terms_and_holidays"),
        // Mothering Sunday in the father's half of an odd year's calendar.
        ("2027-03-07T10:00", "mother by mothers_day"),
        ("2027-12-25T09:00", "father by christmas"),
    ];
    for (moment, expected) in table {
        let at = instant(moment.parse().expect("a moment"));
        assert_eq!(told(timetable.at(at)), expected, "{moment}");
    }
}

#[test]
fn nights_are_counted_by_the_fortnight_and_by_the_year() {
    let case = full_agreement();
    let period = Period::years(date(2026, 9, 1), 1).expect("a year");
    let timetable = Timetable::expand(&case, &case.people.children[1], period);
    let (father, mother) = (id("father"), id("mother"));

    let fortnight = timetable.nights(date(2026, 9, 7), date(2026, 9, 21));
    assert_eq!((fortnight.with(&father), fortnight.with(&mother)), (5, 9));

    let year = timetable.nights(date(2026, 9, 1), date(2027, 8, 31));
    assert_eq!(year.with(&father) + year.with(&mother), 364);
    assert_eq!(year.unsaid(), 0);
}

#[test]
fn the_night_before_a_plan_takes_effect_is_none_of_its_nights() {
    let case = full_agreement();
    let period = Period::years(date(2026, 6, 1), 1).expect("a year");
    let timetable = Timetable::expand(&case, &case.people.children[0], period);
    let takes_effect = date(2026, 6, 12);
    let eve = takes_effect.yesterday().expect("a day");
    assert_eq!(timetable.sleeps_with(eve), None);
    assert_eq!(timetable.sleeps_with(takes_effect), Some(&id("mother")));
    assert_eq!(
        timetable.nights(date(2026, 6, 1), takes_effect).unsaid(),
        11
    );
}

#[test]
fn an_evening_with_nobody_is_followed_by_a_night_with_somebody() {
    let case = weekly_case(1, &[(0, 0, 22 * 60, 1), (1, 0, 6 * DAY, 0)]);
    let rounds = Timetable::usual(&case, &case.people.children[0], MONDAY);
    assert_eq!(rounds[0].sleeps_with(MONDAY), Some(&id("mother")));
}

#[test]
fn handovers_tell_when_and_where() {
    let case = full_agreement();
    let week = Period::days(date(2026, 6, 15), date(2026, 6, 23)).expect("eight days");
    let timetable = Timetable::expand(&case, &case.people.children[0], week);
    let handovers: Vec<String> = timetable
        .handovers()
        .iter()
        .map(|handover| {
            let place = match handover.venue {
                concord::schedule::Venue::At(said) => said.place.as_str(),
                _ => "-",
            };
            let (from, to) = (handover.ended.adult, handover.begun.adult);
            format!(
                "{} {from} to {to} at {place}",
                local(handover.at).strftime("%a %H:%M")
            )
        })
        .collect();
    assert_eq!(
        handovers,
        [
            "Wed 15:30 mother to father at school",
            "Thu 08:45 father to mother at school",
            "Fri 15:30 mother to father at school",
            "Mon 08:45 father to mother at school",
        ]
    );
}

#[test]
fn only_what_is_agreed_or_ordered_counts() {
    let mut case = full_agreement();
    let year = Period::years(date(2026, 9, 1), 1).expect("a year");
    let in_force = |case: &Case| {
        Timetable::expand(case, &case.people.children[0], year)
            .in_force()
            .is_some()
    };
    let fortnight = case
        .arrangements
        .iter()
        .position(|a| a.id == id("fortnight"));
    let fortnight = fortnight.expect("the example has a fortnight");
    case.arrangements[fortnight].status = AgreementStatus::NotAgreed;
    assert!(!in_force(&case));
    case.arrangements[fortnight].form = TermForm::ExistingOrder;
    assert!(in_force(&case));
    case.arrangements[fortnight].form = TermForm::ParentingPlanOnly;
    case.arrangements[fortnight].status = AgreementStatus::AgreedInPrinciple;
    assert!(in_force(&case));
}

#[test]
fn an_order_and_an_agreement_are_told_apart_by_the_priorities() {
    let mut case = weekly_case(1, &[(0, 0, 7 * DAY, 0)]);
    let mut ordered = case.arrangements[0].clone();
    ordered.id = id("ordered");
    ordered.form = TermForm::ExistingOrder;
    ordered.schedule = Some(weekly(1, &[(0, 10 * 60, 60, 1)]));
    case.arrangements.push(ordered);
    let monday = instant(date(2026, 6, 15).at(10, 30, 0, 0));
    let table: [(&[Priority], &str); 3] = [
        (&[], "clash"),
        (&[Priority::Order, Priority::Weekly], "father by ordered"),
        (&[Priority::Weekly, Priority::Order], "mother by pattern"),
    ];
    for (priorities, expected) in table {
        case.priorities = priorities.to_vec();
        let year = Period::years(date(2026, 6, 8), 1).expect("a year");
        let timetable = Timetable::expand(&case, &case.people.children[0], year);
        assert_eq!(told(timetable.at(monday)), expected, "{priorities:?}");
    }
}

/// The fixtures that break one rule of the schedule each.
fn broken() -> Vec<(String, Accepted, Case)> {
    let mut paths: Vec<_> = fs::read_dir("fixtures/cases/invalid")
        .expect("there are invalid cases")
        .map(|entry| entry.expect("it is readable").path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.split('-')
                .next()
                .is_some_and(|code| CODES.contains(&code))
        })
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let (accepted, case) = read(&path);
            (path.display().to_string(), accepted, case)
        })
        .collect()
}

const CODES: [&str; 10] = [
    "R19", "R20", "R21", "R22", "R23", "R24", "R25", "R26", "R27", "R90",
];

#[test]
fn each_rule_has_a_broken_case_and_both_places_of_a_concern_stand_in_it() {
    let mut found = BTreeSet::new();
    for (name, accepted, case) in broken() {
        for concern in concerns(&case) {
            found.insert(concern.finding.code.id);
            let others = concern.others.iter().map(|(pointer, _)| pointer);
            for pointer in others.chain([&concern.at]) {
                let place = accepted.places.value(pointer);
                assert!(place.is_some(), "{name}: {pointer}");
            }
        }
    }
    assert_eq!(found, BTreeSet::from(CODES));
}

#[test]
fn the_example_gives_no_cause_for_concern() {
    assert_eq!(concerns(&full_agreement()), []);
}
