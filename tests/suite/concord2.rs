//! The form of `concord/2`: lines, moments, and what is said once for all.

use concord::case::load::load;
use concord::case::{Case, LINES};
use concord::diagnostics::{Diagnostic, Findings};
use concord::reading::{Accepted, Subject, accept};
use serde_json::Value;
use serde_json::json;

/// Two parents, two children, one session; `ARRANGEMENTS` is what the test is about.
mod schedules;

use schedules::other_schedules;

const FAMILY: &str = include_str!("concord2/family.yaml");

fn read(arrangements: &str) -> (Accepted, Result<Case, Findings>) {
    let text = FAMILY.replace("ARRANGEMENTS\n", arrangements);
    let mut accepted = accept("c", text.as_bytes(), Subject::Case).expect("the guard lets it by");
    let case = load(&mut accepted);
    (accepted, case)
}

fn case(arrangements: &str) -> Case {
    let (_, case) = read(arrangements);
    case.unwrap_or_else(|findings| panic!("{:#?}", findings.sorted()))
}

fn refusals(arrangements: &str) -> Vec<String> {
    let (_, case) = read(arrangements);
    let findings = case.expect_err("it must be refused").sorted();
    findings.iter().map(Diagnostic::short).collect()
}

/// One point with the father, and what stands in its `schedule`.
fn with_father(schedule: &str) -> String {
    format!(
        "  - id: time\n    topic: living\n    status: agreed\n    text: Time with Martin.\n    \
         with: martin\n    from: 2026-06-10\n    schedule: {schedule}\n"
    )
}

/// The schedule of the model, as data.
fn schedule(written: &str) -> serde_json::Value {
    let case = case(&with_father(written));
    let schedule = case.arrangements[0].schedule.as_ref();
    let mut value = serde_json::to_value(schedule).expect("a schedule is data");
    without_nothing(&mut value);
    value
}

/// Leaves out what a value does not say.
fn without_nothing(value: &mut serde_json::Value) {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, one| !one.is_null() && *one != json!([]) && *one != json!(false));
        fields.values_mut().for_each(without_nothing);
    }
    if let Some(items) = value.as_array_mut() {
        items.iter_mut().for_each(without_nothing);
    }
}

#[test]
fn a_line_without_a_week_is_of_every_week_and_the_person_is_the_arrangements() {
    let written = "\n      cycle_weeks: 2\n      anchor: 2026-06-15\n      term_time_only: true\n      \
                   times:\n        - wednesday 15:30 to thursday 08:45\n        - friday 15:30 to \
                   monday 08:45, week 1, with ruth, at school";
    let wednesday = |week: u32| {
        json!({"week": week, "day": "wednesday", "start": "15:30", "end_day": "thursday",
               "end": "08:45", "with": "martin"})
    };
    let friday = json!({"week": 1, "day": "friday", "start": "15:30", "end_day": "monday",
                        "end": "08:45", "with": "ruth", "place": "school"});
    assert_eq!(
        schedule(written),
        json!({"kind": "weekly", "cycle_weeks": 2, "anchor": "2026-06-15", "term_time_only": true,
               "slots": [wednesday(1), friday, wednesday(2)]})
    );
}

#[test]
fn one_week_is_counted_from_the_monday_of_the_arrangement() {
    let schedule = schedule("{times: [saturday 10:00 to 17:00]}");
    assert_eq!(schedule["anchor"], "2026-06-08");
    assert_eq!(schedule["cycle_weeks"], 1);
}

#[test]
fn every_other_schedule_is_a_line_too() {
    for (written, mut meant) in other_schedules() {
        let mut read = schedule(written);
        [&mut read, &mut meant]
            .into_iter()
            .for_each(without_what_goes_without_saying);
        assert_eq!(read, meant, "{written}");
    }
}

fn without_what_goes_without_saying(schedule: &mut Value) {
    let block = schedule.as_object_mut().expect("a block");
    block.retain(|key, value| key != "end_after_days" || *value != json!(0));
}

#[test]
fn what_is_said_for_all_is_said_of_those_it_is_meant_for() {
    let point = |id: &str, more: &str| {
        format!("  - id: {id}\n    topic: school\n    text: A point.\n{more}")
    };
    let for_all =
        "  - for_all: {children: [gwen], agreed_in: meeting, agreed_by: [ruth, martin]}\n";
    let case = case(&format!(
        "{for_all}{}{}{}{}",
        point("agreed", "    status: agreed\n"),
        point(
            "own",
            "    status: agreed\n    children: [gwen, tom]\n    agreed_by: [ruth]\n"
        ),
        point("open", "    status: not_agreed\n"),
        point("partly", "    status: partly\n"),
    ));
    let said: Vec<String> = case
        .arrangements
        .iter()
        .map(|one| {
            let agreed_in = one.agreed_in.iter().count();
            format!(
                "{} {} {agreed_in} {}",
                one.id,
                one.children.len(),
                one.agreed_by.len()
            )
        })
        .collect();
    assert_eq!(
        said,
        ["agreed 1 1 2", "own 2 1 1", "open 1 0 0", "partly 1 0 0"]
    );
}

/// No agreement, no consent and no responsibility comes from nothing.
#[test]
fn silence_asserts_nothing() {
    let case =
        case("  - id: passport\n    topic: travel\n    status: agreed\n    text: A point.\n");
    let [point] = &case.arrangements[..] else {
        panic!("one point");
    };
    assert_eq!(point.agreed_in, None);
    assert!(point.agreed_by.is_empty() && point.consented_by.is_empty());
    assert!(point.children.is_empty(), "nobody was named");
    let [ruth, martin] = &case.people.adults[..] else {
        panic!("two adults");
    };
    assert_eq!(ruth.pr.len(), 2, "it is said for all");
    assert!(martin.pr.is_empty(), "it is said of nobody");
    assert_eq!(martin.relationship.len(), 2);
}

#[test]
fn a_finding_stands_at_its_part_of_the_line() {
    let line = |line: &str| refusals(&with_father(&format!("\n      times:\n        - {line}")));
    let table = [
        (
            "Friday 15:30 to monday 08:45",
            "46:11: M04: entry 1 of `arrangements.schedule.times` has no day of the week here",
        ),
        (
            "friday 25:30 to monday 08:45",
            "46:18: M07: entry 1 of `arrangements.schedule.times` has no such time of day here",
        ),
        (
            "friday 15:30 until 17:00",
            "46:24: M04: entry 1 of `arrangements.schedule.times` has no `to` before its end",
        ),
        (
            "friday 15:30 to 17:00, weekly",
            "46:34: M04: entry 1 of `arrangements.schedule.times` says something behind a comma that is not known here",
        ),
        (
            "friday 15:30 to 17:00, weeks 1 and 1",
            "46:46: M04: entry 1 of `arrangements.schedule.times` has this number twice",
        ),
        (
            "friday 15:30 to 17:00, week 0",
            "46:39: M04: entry 1 of `arrangements.schedule.times` has no number here",
        ),
        (
            "\"friday 15:30 to 5pm\"",
            "46:28: M04: entry 1 of `arrangements.schedule.times` has no time of day here",
        ),
    ];
    for (written, expected) in table {
        assert_eq!(line(written), [format!("c:{expected}")], "{written}");
    }
}

/// A thousand points, and a thousand children of each, said once.
#[test]
fn what_is_said_for_all_cannot_multiply() {
    let ids: Vec<String> = (0..1000).map(|number| format!("c{number}")).collect();
    let points: String = ids
        .iter()
        .map(|id| format!("  - {{id: {id}, topic: school, status: agreed, text: A point.}}\n"))
        .collect();
    let for_all = format!("  - for_all: {{children: [{}]}}\n", ids.join(", "));
    assert_eq!(
        refusals(&format!("{for_all}{points}")),
        ["c:1:1: Y06: spelt out, the file holds more than 50000 keys and values"]
    );
}

/// Lines of every form, to be spoilt a little.
const SOUND: &[&str] = &[
    "2026-06-11 10:00",
    "2026-06-11 10:00 to 11:30",
    "friday 15:30 to monday 08:45, weeks 1 and 3, with ruth, at school",
    "saturday 10:00 to 17:00",
    "first, third and last saturday 10:00 to 18:00 +1",
    "4 on 4 off",
    "christmas_eve 12:00 to 12:00 +2",
    "birthday until 18:00",
    "tuesday and sunday from 18:00",
    "second sunday 18:00 to 18:30",
    "no fixed day",
];

/// What an editor accepts by the pattern is no less than what the parser does, and no line,
/// however it is spoilt, is more than read or refused.
#[test]
fn a_pattern_knows_every_line_that_its_parser_reads() {
    let words = SOUND.iter().flat_map(|line| line.split(' '));
    let words: Vec<&str> = words
        .chain(["", "é", "+0", "00", "99:99", ",", "Zqx"])
        .collect();
    let mut state = 2026u64;
    let mut below = |bound: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from((state >> 33) % bound as u64).expect("less than the bound")
    };
    for row in LINES {
        let pattern = row.pattern.expect("a line has a pattern");
        let judge = jsonschema::validator_for(&json!({"pattern": pattern})).expect("a pattern");
        let mut read = 0;
        for _ in 0..20_000 {
            let mut line: Vec<&str> = SOUND[below(SOUND.len())].split(' ').collect();
            for _ in 0..below(3) {
                let at = below(line.len());
                match below(3) {
                    0 => line[at] = words[below(words.len())],
                    1 if line.len() > 1 => drop(line.remove(at)),
                    _ => line.insert(at, words[below(words.len())]),
                }
            }
            let spoilt: Vec<&str> = line.iter().flat_map(|one| one.split_whitespace()).collect();
            let line = spoilt.join(" ").replace(" ,", ",");
            match (row.parses)(&line) {
                Ok(()) => {
                    read += 1;
                    assert!(judge.is_valid(&json!(line)), "{}: {line}", row.name);
                }
                Err(misfit) => {
                    assert!(!misfit.message.contains("Zqx") && !misfit.help.contains("Zqx"));
                    let part = misfit.part.unwrap_or(0..line.len());
                    assert!(line.get(part).is_some(), "{}: {line}", row.name);
                }
            }
        }
        assert!(read > 100, "{} read {read} lines", row.name);
    }
}
