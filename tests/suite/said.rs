//! Words composed from a schedule say what the schedule says: an independent reader, which
//! has never seen the composer or a locale, reads them back, in both languages and every
//! register.

mod annex;
mod behind;
mod counted;
mod cycle;
mod damage;
mod dates;
mod halves;
mod meaning;
mod mutations;
mod paragraph;
mod places;
mod random;
mod rank;
mod reader;
mod several;
mod small;
mod special_days;
mod tongue;
mod weekly;
mod yearly;

use std::sync::LazyLock;

use concord::case::calendar::Holiday;
use concord::case::form::Id;
use concord::diagnostics::SourceFile;
use concord::language::{Language, Locale};
use concord::view::{Register, Setting, said};
use jiff::civil::{DateTime, date, datetime};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use meaning::{Meaning, Told, Who};
use random::{Asked, asked, id};
use reader::Reader;
use tongue::{ENGLISH, Tongue, WELSH};

/// Random schedules, each read back in both languages.
const SCHEDULES: u32 = 10_000;

/// Texts with one thing changed, which must not pass for what they were.
const DAMAGED: usize = 3_000;

/// The same schedules each time.
const SEED: [u8; 32] = *b"the schedule is the truth, words";

/// From the end of the last day to the first morning, as the calendar has them.
const HOLIDAYS: [(&str, &str, DateTime, DateTime); 3] = [
    (
        "summer_2026",
        "Summer 2026",
        datetime(2026, 7, 21, 15, 30, 0, 0),
        datetime(2026, 9, 2, 8, 45, 0, 0),
    ),
    (
        "christmas_2026",
        "Christmas 2026",
        datetime(2026, 12, 18, 15, 30, 0, 0),
        datetime(2027, 1, 5, 8, 45, 0, 0),
    ),
    (
        "easter_2027",
        "Easter 2027",
        datetime(2027, 3, 25, 15, 30, 0, 0),
        datetime(2027, 4, 12, 8, 45, 0, 0),
    ),
];

fn locale(language: Language) -> &'static Locale {
    static LOCALES: LazyLock<[Locale; 2]> = LazyLock::new(|| {
        Language::ALL
            .iter()
            .map(|language| {
                let path = format!("templates/locales/{}.yaml", language.code());
                let text = std::fs::read_to_string(&path).expect("the repository has it");
                Locale::parse(&SourceFile::new(&*path, text)).expect("it is sound")
            })
            .collect::<Vec<_>>()
            .try_into()
            .expect("two languages")
    });
    &LOCALES[usize::from(language == Language::Cy)]
}

/// The same, as a case has them.
static CALENDAR: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
    let of = |(id, name, from, to): &(&str, &str, DateTime, DateTime)| {
        let time = |at: &DateTime| at.strftime("%H:%M").to_string();
        serde_json::from_value(serde_json::json!({
            "id": id, "name": name,
            "from": from.date().to_string(), "from_time": time(from),
            "to": to.date().to_string(), "to_time": time(to),
        }))
        .expect("it is a holiday")
    };
    HOLIDAYS.iter().map(of).collect()
});

/// What somebody is called, to an adult and to a child.
fn name(register: Register, id: &Id) -> String {
    let name = match (id.as_str(), register) {
        ("isla", _) => "Isla",
        ("rowan", _) => "Rowan",
        ("amina", Register::Child) => "Amina",
        ("amina", _) => "Amina Okoro",
        (_, Register::Child) => "Joel",
        _ => "Joel Hart",
    };
    name.to_owned()
}

/// The words for a schedule.
fn composed(asked: &Asked, language: Language) -> Option<String> {
    let name = |id: &Id| name(asked.register, id);
    let setting = Setting {
        asked: &|_| {},
        register: asked.register,
        with: asked.with.as_ref(),
        otherwise: asked.otherwise.as_ref(),
        from: Some(concord::case::form::Date(asked.from)),
        year: asked.from.year(),
        holidays: &CALENDAR,
        reader: None,
        name: &name,
    };
    said(&asked.schedule, &setting, locale(language)).expect("the locale has every phrase")
}

/// What the schedule means, as far as it is told.
fn meant(asked: &Asked) -> (Meaning, Who) {
    let name = |id: &Id| name(asked.register, id);
    let holiday = |id: &Id| {
        let found = HOLIDAYS.iter().find(|one| one.0 == id.as_str());
        found.expect("it is one of them").1.to_owned()
    };
    let told = Told {
        with: asked.with.as_ref(),
        from: asked.from,
        names_all: asked.register == Register::Child,
        is_order: asked.register == Register::Order,
        name: &name,
        holiday: &holiday,
    };
    let rest = asked.otherwise.as_ref().map(name);
    (told.meaning(&asked.schedule), rest)
}

fn read(asked: &Asked, tongue: &'static Tongue, text: &str) -> Option<(Meaning, Who)> {
    let reader = Reader {
        tongue,
        register: Register::ALL
            .iter()
            .position(|one| *one == asked.register)
            .expect("one of all"),
        from: asked.from,
        holidays: HOLIDAYS.iter().map(|one| (one.2, one.3)).collect(),
    };
    reader.read(text)
}

const TONGUES: [(Language, &Tongue); 2] = [(Language::En, &ENGLISH), (Language::Cy, &WELSH)];

/// Somebody who has all the time has no days that could be told.
fn tells_days(asked: &Asked) -> bool {
    match meant(asked).0 {
        Meaning::Weeks { times, .. } => times.values().all(|stays| !stays.is_empty()),
        _ => true,
    }
}

fn runner(cases: u32) -> TestRunner {
    let config = Config {
        cases,
        failure_persistence: None,
        max_global_rejects: 100_000,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &SEED))
}

#[test]
fn words_read_back_are_the_schedule_in_both_languages_and_every_register() {
    let schedules = asked().prop_filter("it tells days", tells_days);
    let outcome = runner(SCHEDULES).run(&schedules, |asked| {
        for (language, tongue) in TONGUES {
            let Some(text) = composed(&asked, language) else {
                let call = matches!(
                    asked.schedule,
                    concord::case::recurrence::Schedule::Indirect { .. }
                );
                prop_assert!(call && asked.register == Register::Child);
                continue;
            };
            prop_assert_eq!(read(&asked, tongue, &text), Some(meant(&asked)), "{}", text);
            if language == Language::Cy {
                prop_assert_eq!(mutations::wrong(&text), Vec::<String>::new(), "{}", text);
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_damaged_text_is_refused_or_means_something_else() {
    let schedules = asked().prop_filter("it tells days", tells_days);
    let mut runner = runner(1);
    let mut seen = 0;
    let mut choice = 0usize;
    while seen < DAMAGED {
        let asked = schedules
            .new_tree(&mut runner)
            .expect("there is one")
            .current();
        let (language, tongue) = TONGUES[seen % 2];
        let Some(text) = composed(&asked, language) else {
            continue;
        };
        choice = choice.wrapping_mul(31).wrapping_add(seen + 7);
        let Some(damaged) = damage::damaged(&text, tongue, choice) else {
            continue;
        };
        assert_ne!(
            read(&asked, tongue, &damaged),
            Some(meant(&asked)),
            "{text}\n{damaged}"
        );
        seen += 1;
    }
}

#[test]
fn the_words_of_each_register_are_these() {
    let schedule = serde_json::json!({
        "kind": "weekly", "cycle_weeks": 2, "anchor": "2026-06-15", "term_time_only": true, "slots": [
            {"week": 1, "day": "wednesday", "start": "15:30", "end_day": "thursday", "end": "08:45", "with": "joel"},
            {"week": 1, "day": "friday", "start": "15:30", "end_day": "monday", "end": "08:45", "with": "joel"},
            {"week": 2, "day": "wednesday", "start": "15:30", "end_day": "thursday", "end": "08:45", "with": "joel"},
        ],
    });
    let asked = |register| Asked {
        schedule: serde_json::from_value(schedule.clone()).expect("it is a schedule"),
        with: Some(id("joel")),
        otherwise: None,
        from: date(2026, 6, 12),
        register,
    };
    let told = |register, language| composed(&asked(register), language).expect("it tells days");
    assert_eq!(
        told(Register::Order, Language::En),
        "During school terms, each Wednesday from 3.30 pm until 8.45 am on Thursday; and during school terms, \
         each alternate weekend from 3.30 pm on Friday until 8.45 am on Monday, beginning on Friday 19 June 2026. \
         The weeks are counted through the school holidays."
    );
    assert_eq!(
        told(Register::Order, Language::Cy),
        "Yn ystod y tymor ysgol, bob dydd Mercher o 3.30pm tan 8.45am ddydd Iau; ac yn ystod y tymor ysgol, bob yn \
         ail benwythnos o 3.30pm ddydd Gwener tan 8.45am ddydd Llun, gan ddechrau ddydd Gwener 19 Mehefin 2026. \
         Mae’r wythnosau’n cael eu cyfrif drwy wyliau’r ysgol."
    );
    assert_eq!(
        told(Register::Plan, Language::En),
        "In term time, every Wednesday, from 3.30 pm until 8.45 am on Thursday. In term time, every second weekend, \
         from 3.30 pm on Friday until 8.45 am on Monday. The first is on Friday 19 June 2026."
    );
    assert_eq!(
        told(Register::Child, Language::En),
        "Every Wednesday you are with Joel, from 3.30 pm until 8.45 am on Thursday. You sleep there for one night. \
         Every other weekend you are with Joel, from 3.30 pm on Friday until 8.45 am on Monday. You sleep there for \
         three nights. The first time is on Friday 19 June 2026. This is for school weeks. The holidays are \
         different."
    );
    assert_eq!(
        told(Register::Child, Language::Cy),
        "Bob dydd Mercher rwyt ti gyda Joel, o 3.30pm tan 8.45am ddydd Iau. Rwyt ti’n cysgu yno am 1 noson. Bob yn \
         ail benwythnos rwyt ti gyda Joel, o 3.30pm ddydd Gwener tan 8.45am ddydd Llun. Rwyt ti’n cysgu yno am 3 \
         noson. Mae’r tro cyntaf ddydd Gwener 19 Mehefin 2026. Mae hyn ar gyfer wythnosau ysgol. Mae’r gwyliau’n \
         wahanol."
    );
}
