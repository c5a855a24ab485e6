//! Arrangements as dated time: what the example says of single moments, what holds for
//! any arrangements at all, and what the rules find.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use concord::case::arrangement::{AgreementStatus, TermForm};
use concord::case::calendar::Priority;
use concord::case::form::{Id, Time};
use concord::case::load::load;
use concord::case::recurrence::{Schedule, Slot, Weekday};
use concord::case::{Case, form};
use concord::reading::{Accepted, accept};
use concord::rules::time::concerns;
use concord::schedule::{Answer, Period, Timetable, instant, local};
use jiff::civil::{self, Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;

fn read(path: &Path) -> (Accepted, Case) {
    let text = fs::read(path).expect("the fixture is readable");
    let name = path.display().to_string();
    let accepted = accept(&name, &text).unwrap_or_else(|findings| panic!("{findings:?}"));
    let case = load(&accepted).unwrap_or_else(|findings| panic!("{name}: {findings:?}"));
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
        ("2026-06-12T00:00", "mother by fortnight"),
        ("2026-06-19T15:30", "father by fortnight"),
        ("2026-06-22T08:44", "father by fortnight"),
        ("2026-06-22T08:45", "mother by fortnight"),
        // The summer holiday of an even year: its first half is the father's.
        ("2026-07-21T15:29", "mother by fortnight"),
        ("2026-07-21T15:30", "father by half_terms_and_holidays"),
        ("2026-08-12T11:59", "father by half_terms_and_holidays"),
        ("2026-08-12T12:00", "mother by half_terms_and_holidays"),
        ("2026-09-02T08:45", "mother by fortnight"),
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

const DAY: i64 = 24 * 60;
const ADULTS: [&str; 2] = ["mother", "father"];
const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
/// The first Monday of every pattern made here.
const MONDAY: Date = date(2026, 6, 8);

/// A slot in minutes: first minute of the pattern, within its day, length, adult.
type Minutes = (i64, i64, i64, usize);

fn weekly(cycle_weeks: u32, slots: &[Minutes]) -> Schedule {
    let time = |minute: i64| {
        let (hour, minute) = (minute / 60, minute % 60);
        Time(civil::time(hour as i8, minute as i8, 0, 0))
    };
    let slots = slots.iter().map(|&(day, minute, length, adult)| {
        let end = minute + length;
        let weekday = |day: i64| WEEK[day.rem_euclid(7) as usize];
        Slot {
            week: (day / 7) as u32 + 1,
            day: weekday(day),
            start: time(minute),
            end_day: Some(weekday(day + end / DAY)),
            end: time(end % DAY),
            with: id(ADULTS[adult]),
            place: None,
        }
    });
    Schedule::Weekly {
        cycle_weeks,
        anchor: form::Date(MONDAY),
        slots: slots.collect(),
        term_time_only: false,
    }
}

/// The example with one weekly pattern, from its first Monday on, and nothing else.
fn weekly_case(cycle_weeks: u32, slots: &[Minutes]) -> Case {
    let mut case = full_agreement();
    let fortnight = case.arrangement(&id("fortnight"));
    let mut pattern = fortnight.expect("the example has one").clone();
    pattern.id = id("pattern");
    pattern.from = Some(form::Date(MONDAY));
    pattern.nights_of_14 = None;
    pattern.place = None;
    pattern.schedule = Some(weekly(cycle_weeks, slots));
    case.arrangements = vec![pattern];
    case
}

/// Any slots at all: they overlap and leave holes.
fn any_slots() -> impl Strategy<Value = (u32, Vec<Minutes>)> {
    prop::sample::select(vec![1_u32, 2, 4]).prop_flat_map(|weeks| {
        let slot = (
            0..i64::from(weeks) * 7,
            (0..96_i64).prop_map(|quarter| quarter * 15),
            (1..=7 * 96_i64).prop_map(|quarters| quarters * 15),
            0..2_usize,
        );
        (Just(weeks), prop::collection::vec(slot, 1..9))
    })
}

/// Slots that follow one another round the pattern without a hole.
fn whole_slots() -> impl Strategy<Value = (u32, Vec<Minutes>)> {
    let weeks = prop::sample::select(vec![1_u32, 2, 4]);
    (
        weeks,
        0..96_i64,
        prop::collection::vec((0..28 * 96_i64, 0..2_usize), 0..9),
    )
        .prop_map(|(weeks, weekly_cut, cuts)| {
            let round = i64::from(weeks) * 7 * DAY;
            let every_week = (0..i64::from(weeks)).map(|week| (week * 7 * 96 + weekly_cut, 0));
            let mut cuts: Vec<_> = every_week
                .chain(cuts)
                .map(|(quarter, adult)| (quarter * 15 % round, adult))
                .collect();
            cuts.sort();
            cuts.dedup_by_key(|(minute, _)| *minute);
            let next = cuts.iter().skip(1).chain(cuts.first());
            let lengths = next.zip(&cuts).map(|((next, _), (minute, _))| {
                let length = (next - minute).rem_euclid(round);
                if length == 0 { round } else { length }
            });
            let slots = cuts
                .iter()
                .zip(lengths)
                .map(|((minute, adult), length)| (minute / DAY, minute % DAY, length, *adult));
            (weeks, slots.collect())
        })
}

/// Who has the child by the clock on the wall, without instants or intervals.
fn by_the_clock(weeks: u32, slots: &[Minutes], at: civil::DateTime) -> BTreeSet<&'static str> {
    let round = i64::from(weeks) * 7 * DAY;
    let days = MONDAY.until(at.date()).expect("both are days").get_days();
    let minute = i64::from(days) * DAY + i64::from(at.hour()) * 60 + i64::from(at.minute());
    let minute = minute.rem_euclid(round);
    slots
        .iter()
        .filter(|(day, start, length, _)| (minute - day * DAY - start).rem_euclid(round) < *length)
        .map(|(.., adult)| ADULTS[*adult])
        .collect()
}

fn some_instant() -> impl Strategy<Value = Timestamp> {
    (0..2 * 365 * 24 * 60_i64).prop_map(|minutes| {
        let begin = instant(MONDAY.at(0, 0, 0, 0));
        begin + SignedDuration::from_mins(minutes)
    })
}

/// Whether a stretch is divided into stretches without hole or overlap.
fn is_divided(timetable: &Timetable) -> bool {
    let stretches = timetable.stretches();
    let ends = stretches.iter().map(|stretch| stretch.period.to());
    let begins = stretches
        .iter()
        .skip(1)
        .map(|stretch| stretch.period.from());
    let first = stretches.first().map(|stretch| stretch.period.from());
    first == Some(timetable.period().from()) && ends.eq(begins.chain([timetable.period().to()]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_weekly_pattern_says_what_the_clock_on_the_wall_says(
        (weeks, slots) in any_slots(),
        moments in prop::collection::vec(some_instant(), 40),
    ) {
        let case = weekly_case(weeks, &slots);
        let period = Period::years(MONDAY, 2).expect("two years");
        let timetable = Timetable::expand(&case, &case.people.children[0], period);
        prop_assert!(is_divided(&timetable));
        for moment in moments {
            let clock = local(moment);
            // In the small hours of a Sunday the clock on the wall may tell one hour twice.
            if clock.weekday() == civil::Weekday::Sunday && clock.hour() < 3 {
                continue;
            }
            let people: Vec<_> = by_the_clock(weeks, &slots, clock).into_iter().collect();
            let expected = match people[..] {
                [] => "nobody".into(),
                [one] => format!("{one} by pattern"),
                _ => "clash".into(),
            };
            prop_assert_eq!(told(timetable.at(moment)), expected, "{}", clock);
        }
    }

    #[test]
    fn a_pattern_without_holes_is_never_complained_of((weeks, slots) in whole_slots()) {
        let case = weekly_case(weeks, &slots);
        let codes: Vec<_> = concerns(&case)
            .iter()
            .map(|concern| concern.finding.code.id)
            .filter(|code| *code != "R25")
            .collect();
        prop_assert_eq!(codes, Vec::<&str>::new());
        let years = Period::years(MONDAY, 2).expect("two years");
        let timetable = Timetable::expand(&case, &case.people.children[0], years);
        let nights = timetable.nights(MONDAY, MONDAY + 1.year());
        prop_assert_eq!(nights.with(&id("mother")) + nights.with(&id("father")), 365);
    }

    #[test]
    fn the_nights_checked_are_those_printed_and_those_of_the_clock(
        (weeks, slots) in any_slots(),
    ) {
        let mut case = weekly_case(weeks, &slots);
        let after = MONDAY + (7 * i64::from(weeks)).days();
        let dawns = MONDAY.series(1.day()).take_while(|day| *day < after);
        let at_dawn = |day: Date| by_the_clock(weeks, &slots, day.at(3, 0, 0, 0));
        let of_father = dawns.filter(|day| at_dawn(*day) == BTreeSet::from(["father"]));
        let expected = u32::try_from(of_father.count()).expect("few");

        let rounds = Timetable::usual(&case, &case.people.children[0], MONDAY);
        let printed = rounds[0].nights(MONDAY, after).with(&id("father"));
        prop_assert_eq!(printed, expected);

        case.arrangements[0].with = Some(id("father"));
        for stated in [printed, printed + 1] {
            case.arrangements[0].nights_of_14 = Some(stated);
            let complained = concerns(&case).iter().any(|concern| concern.finding.code.id == "R27");
            prop_assert_eq!(complained, stated * 7 * weeks != printed * 14, "{}", stated);
        }
    }

    #[test]
    fn every_instant_has_one_answer_or_is_reported(
        (weeks, slots) in any_slots(),
        with_others in prop::collection::vec(any::<bool>(), 3),
        term_time in any::<bool>(),
        priorities in prop::sample::subsequence(
            vec![Priority::Special, Priority::Holiday, Priority::Weekly], 0..=3,
        ).prop_shuffle(),
    ) {
        let mut case = weekly_case(weeks, &slots);
        if let Some(Schedule::Weekly { term_time_only, .. }) = &mut case.arrangements[0].schedule {
            *term_time_only = term_time;
        }
        let others = ["half_terms_and_holidays", "christmas", "mothers_day"];
        for (other, with) in others.iter().zip(with_others) {
            let example = full_agreement();
            let found = example.arrangement(&id(other)).cloned();
            case.arrangements.extend(found.filter(|_| with));
        }
        case.priorities = priorities;
        let found = concerns(&case);
        let reported = |codes: &[&str]| found.iter().any(|c| codes.contains(&c.finding.code.id));
        let period = Period::years(MONDAY, 2).expect("two years");
        for child in &case.people.children {
            let timetable = Timetable::expand(&case, child, period);
            prop_assert!(is_divided(&timetable));
            for stretch in timetable.stretches() {
                match stretch.answer {
                    Answer::With(_) => {}
                    Answer::Nobody => prop_assert!(reported(&["R20", "R21", "R22"])),
                    Answer::Clash(_) => prop_assert!(reported(&["R19", "R22", "R23"])),
                }
            }
        }
    }
}
