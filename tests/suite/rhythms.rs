//! Each kind of time that families agree, from the file an officer writes to the words on the
//! page and the entries of the calendar: `fixtures/cases/rhythms`, one small case for each.

use std::path::{Path, PathBuf};

use concord::cli::Exit;

use crate::outcome::Outcome;
use crate::support::concord;
use crate::trial::Trial;

fn file(name: &str) -> PathBuf {
    Path::new("fixtures/cases/rhythms").join(format!("{name}.yaml"))
}

/// The codes that `check` finds in a case, in their order.
fn codes(file: &Path) -> Vec<String> {
    let path = file.to_str().expect("a plain path");
    let run = concord(&["check", path, "--message-format", "json"]);
    let finding = |line| -> serde_json::Value { serde_json::from_str(line).expect("a finding") };
    let code = |line| finding(line)["code"].as_str().map(str::to_owned);
    run.out.lines().filter_map(code).collect()
}

fn built(name: &str) -> Outcome {
    Trial::of(&file(name)).edition("plain-text").build().done()
}

/// What a document says, with its lines run together.
fn words(outcome: &Outcome, document: &str) -> String {
    let texts = outcome.texts(".txt").into_iter();
    let texts = texts.filter(|(name, _)| name.contains(document));
    let texts: Vec<&str> = texts.map(|(_, text)| text).collect();
    texts
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A case, its document, what stands there, and what does not.
type Row = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const TABLE: &[Row] = &[
    (
        "handover-where-one-term-says",
        "parenting-plan",
        &["From and to: Tess Marlow to Owen Ferris Where: the library in Clun"],
        &["Not recorded"],
    ),
    (
        "from-the-middle-of-a-week",
        "parenting-plan",
        &[
            "Week 1 first begins on Monday 7 September 2026.",
            "The first is on Saturday 12 September 2026.",
        ],
        &["21 September 2026"],
    ),
    (
        "two-schools",
        "child-1/childs-plan",
        &[
            "Holiday: Half term at Moorside When: Dad from 23 October at 3 pm to 2 November 2026 at 9 am",
            "October 2026: eleven nights with Mum (1 to 4, 12 to 18); the rest: 20 nights with Dad; \
             Half term at Moorside.",
        ],
        &["Oswald"],
    ),
    (
        "two-schools",
        "child-2/childs-plan",
        &[
            "Holiday: Half term at St Oswald’s When: Dad from 9 October at 3 pm to 26 October 2026 at 9 am",
            "November 2026: 15 nights with Mum (1, 9 to 15, 23 to 29); the rest: 15 nights with Dad.",
        ],
        &["Moorside"],
    ),
    (
        "two-schools",
        "parenting-plan",
        &[
            "### School holidays Holiday: Half term at Moorside With whom and when: Owen, from 23 \
             October at 3 pm to 2 November 2026 at 9 am ### Nell: the year from",
            "For the whole of Half term at Moorside (Nell) and Half term at St Oswald’s (Col)",
        ],
        &[],
    ),
    (
        "feasts-that-move",
        "parenting-plan",
        &[
            "Day: Diwali With whom and when: Tess, Sunday 8 November 2026",
            "Day: Diwali With whom and when: Tess, Friday 29 October 2027",
            "on Eid al-Fitr (Wednesday 10 March 2027 and Sunday 27 February 2028), from 10 am \
             until 6 pm that day",
        ],
        &["Special day", "8 November 2027", "every year"],
    ),
    (
        "call-once-a-month",
        "parenting-plan",
        &[
            "By video call, on the third Sunday of each month between 2 pm and 2.30 pm.",
            "By letter or card, every second Saturday. The first is on Saturday 12 September \
             2026.",
        ],
        &["every Sunday"],
    ),
    (
        "call-once-a-month",
        "childs-plan",
        &[
            "On the third Sunday of each month, 2 pm to 2.30 pm: a video call with Dad",
            "Every other Saturday: a letter or card from Dad. The first time is on Saturday 12 September 2026.",
        ],
        &[],
    ),
    (
        "steps-down-after-a-review",
        "parenting-plan",
        &[
            "2. Two hours at the centre.",
            "3. Time in the community, without the centre. (Agreed) With: Owen Ferris When: Every \
             Saturday, from 10 am until 4 pm. Begins: after the review on Saturday 3 October 2026, \
             if it is then agreed",
            "These weeks last until Saturday 26 September 2026.",
        ],
        &["10 am to 4 pm"],
    ),
    (
        "steps-down-after-a-review",
        "childs-plan",
        &["Nell lives with her mother."],
        &["Saturday", "community"],
    ),
    (
        "lives-with-otherwise",
        "parenting-plan",
        &[
            "The rest of the time, with Tess Marlow.",
            "Nights in these twelve months: 313 nights with Tess Marlow; 52 nights with Owen Ferris.",
        ],
        &["Not arranged"],
    ),
    (
        "lives-with-in-a-term",
        "parenting-plan",
        &[
            "Live with: Tess Marlow",
            "313 nights with Tess Marlow; 52 nights with Owen Ferris.",
        ],
        &["Not arranged"],
    ),
    (
        "lives-with-both",
        "parenting-plan",
        &["Live with: Tess Marlow and Owen Ferris"],
        &[],
    ),
    (
        "four-on-four-off",
        "parenting-plan",
        &[
            "With Owen Ferris, for four nights together in every eight, from 9 am on the first \
             day until 9 am on the last, the first beginning on Monday 13 July 2026. The rest of \
             the time, with Tess Marlow.",
        ],
        &["Not arranged"],
    ),
    (
        "weekends-of-the-month",
        "parenting-plan",
        &["on the first Friday, the third Friday and the last Friday of each month"],
        &["Not arranged"],
    ),
    (
        "twelve-weeks",
        "parenting-plan",
        &[
            "Day: Saturday Week 1: Christopher Week 2: Bernadette",
            "Day: Saturday Week 5: Christopher Week 6: Bernadette",
            "Day: Sunday Week 9: Bernadette Week 10: Christopher until 5 pm",
        ],
        &["Not arranged"],
    ),
    (
        "from-monday-after-school",
        "parenting-plan",
        &["Week 1 first begins on Monday 7 September 2026 at 3.30 pm."],
        &[],
    ),
    (
        "half-term-by-its-days-off",
        "parenting-plan",
        &["Holiday: Autumn half term 2026 With whom and when: Owen, from 26 October to 30 October"],
        &[],
    ),
    (
        "handovers-at-both-ends",
        "parenting-plan",
        &[
            "Tess Marlow to Owen Ferris Where: Moorside Primary School",
            "Owen Ferris to Tess Marlow Where: the library in Clun",
            "Arrives first: Tess Marlow, ten minutes before the other",
        ],
        &["Not recorded"],
    ),
    (
        "several-schedules-in-one-term",
        "parenting-plan",
        &[
            "Every Wednesday, from 3.30 pm until 8.45 am on Thursday. On the last Sunday of each \
             month, from 10 am until 6 pm that day. From 10 am on Father’s Day until 6 pm that \
             day, every year. With Tess Marlow, from 10 am on Mother’s Day until 6 pm that day, \
             every year. The rest of the time, with Tess Marlow.",
            "Father’s Day With whom and when: Owen, Sunday 20 June 2027, 10 am to 6 pm",
        ],
        &["Not arranged"],
    ),
];

#[test]
fn each_rhythm_is_told_as_it_was_agreed() {
    let mut otherwise = Vec::new();
    for (name, document, told, untold) in TABLE {
        let text = words(&built(name), document);
        let missing = told.iter().filter(|words| !text.contains(**words));
        otherwise.extend(missing.map(|words| format!("{name}: {words:?} is not in\n{text}")));
        let unasked = untold.iter().filter(|words| text.contains(**words));
        otherwise.extend(unasked.map(|words| format!("{name}: {words:?} is in\n{text}")));
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n\n"));
}

/// So many times a day that no page holds their table, nor four pages a child's plan.
const OVER_A_PAGE: &str = "five-weeks-of-shifts";

/// So many weeks that four pages hold their tables and no year besides.
const MANY_WEEKS: &str = "twelve-weeks";

#[test]
fn many_weeks_find_room_in_every_edition() {
    for edition in ["standard", "large-print"] {
        let trial = Trial::of(&file("twelve-weeks")).language("bilingual");
        trial.edition(edition).build().done();
        for name in [OVER_A_PAGE, "five-weeks-shared-by-two"] {
            Trial::of(&file(name)).edition(edition).build().done();
        }
    }
}

/// The rhythms that give days without their hours, of which a term is told once.
const WITHOUT_HOURS: [&str; 2] = ["feasts-that-move", "half-term-by-its-days-off"];

#[test]
fn no_rhythm_is_warned_of_but_for_days_without_hours() {
    let folder = std::fs::read_dir("fixtures/cases/rhythms").expect("it is there");
    let mut files: Vec<PathBuf> = folder
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    for file in files {
        let is = |name: &str| file.ends_with(format!("{name}.yaml"));
        let told: &[&str] = match WITHOUT_HOURS.into_iter().any(is) {
            true => &["R132"],
            false if is(OVER_A_PAGE) || is(MANY_WEEKS) => &["D20"],
            false => &[],
        };
        assert_eq!(codes(&file), told, "{}", file.display());
    }
}

/// The properties of a calendar's entries under these names, entry by entry.
fn entries(calendar: &str, names: &[&str]) -> Vec<Vec<String>> {
    let unfolded = calendar.replace("\r\n ", "");
    let entries = unfolded.split("BEGIN:VEVENT").skip(1);
    let property = |entry: &str, name: &str| {
        let mut lines = entry.lines();
        let line = lines.find(|line| line.split([':', ';']).next() == Some(name));
        let value = line.and_then(|line| line.split_once(':'));
        value.map_or(String::new(), |(_, value)| value.to_owned())
    };
    entries
        .map(|entry| names.iter().map(|name| property(entry, name)).collect())
        .collect()
}

#[test]
fn a_later_version_keeps_what_each_entry_of_the_calendar_is_called_by() {
    let version = |number: u32| {
        let trial = Trial::of(&file("calls-in-the-calendar")).rewritten(|text| {
            text.replace("version: 1", &format!("version: {number}"))
                .replace(
                    "prepared_on: 2026-07-06",
                    &format!("prepared_on: 2026-07-0{}", 5 + number),
                )
        });
        let outcome = trial.edition("plain-text").build().done();
        let calendars = outcome.texts(".ics");
        entries(calendars[0].1, &["UID", "SEQUENCE", "DTSTART"])
    };
    let (first, second) = (version(1), version(2));
    assert!(first.len() > 20 && first.len() == second.len());
    for (before, after) in first.iter().zip(&second) {
        assert_eq!((&before[0], &before[2]), (&after[0], &after[2]));
        assert_eq!((before[1].as_str(), after[1].as_str()), ("1", "2"));
    }
    let mut called: Vec<&String> = first.iter().map(|entry| &entry[0]).collect();
    called.sort();
    called.dedup();
    assert_eq!(called.len(), first.len(), "no two are called alike");
}

#[test]
fn a_plan_whose_calendar_cannot_be_made_says_why() {
    let outcome = built("call-once-a-month");
    assert_eq!(outcome.texts(".ics"), []);
    let said = &outcome.run.err;
    assert!(said.contains("no weekly pattern is agreed"), "{said}");
    assert_eq!(outcome.run.exit, Exit::Done);
}
