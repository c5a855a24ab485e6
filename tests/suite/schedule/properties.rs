//! What holds for any arrangements at all.

use std::collections::BTreeSet;

use concord::case::arrangement::People;
use concord::case::calendar::Priority;
use concord::case::recurrence::Schedule;
use concord::rules::time::concerns;
use concord::schedule::{Answer, Period, Timetable, instant, local};
use jiff::civil::{self, Date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;

use super::pattern::{ADULTS, DAY, MONDAY, Minutes, weekly_case};
use super::{full_agreement, id, told};

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

/// When the first stay of the first day begins, where there is one: what would have lasted
/// until then is not arranged.
fn begins(slots: &[Minutes]) -> Timestamp {
    let of_first_day = slots.iter().filter(|(day, ..)| *day == 0);
    let first = of_first_day.map(|(_, minute, ..)| *minute).min();
    let first = first.unwrap_or(0);
    instant(MONDAY.at((first / 60) as i8, (first % 60) as i8, 0, 0))
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
                _ if moment < begins(&slots) => "nobody".into(),
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

        case.arrangements[0].with = Some(People::One(id("father")));
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
                    Answer::Nobody if stretch.period.to() <= begins(&slots) => {}
                    Answer::Nobody => prop_assert!(reported(&["R20", "R21", "R22"])),
                    Answer::Clash(_) => prop_assert!(reported(&["R19", "R22", "R23"])),
                }
            }
        }
    }
}
