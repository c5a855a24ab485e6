//! Each paragraph that the annex of a record composes is read back: who, which child, when,
//! where, from and until when are what the case says.

use std::collections::BTreeSet;

use concord::case::Case;
use concord::case::arrangement::{Arrangement, StatutoryVerb, TermForm};
use concord::case::form::Id;
use concord::case::recurrence::Schedule;
use concord::view::Register;
use proptest::strategy::{Strategy, ValueTree};
use serde_yaml::Value;

use super::behind::Behind;
use super::dates;
use super::meaning::{Meaning, Rule, Told, Who};
use super::paragraph::{ENGLISH, Frame, Paragraph, Verb, WELSH};
use super::places::place;
use super::random::{Asked, asked};
use super::rank;
use super::reader::Reader;
use super::{TONGUES, runner, tells_days};
use crate::trial::Trial;

/// Random schedules, each as a term that is proposed as an order.
const TERMS: usize = 120;

/// What stands before the paragraphs, and behind them.
const EDGES: [[&str; 2]; 2] = [
    [
        "It is ordered by consent that",
        "Where each paragraph comes from",
    ],
    ["Gorchmynnir drwy gydsyniad", "O ble y daw pob paragraff"],
];

/// What a paragraph of words that have no verb of an order says between who and for whom.
const KEPT: [&str; 2] = [
    " shall keep to these arrangements for ",
    " yn cadw at y trefniadau hyn ar gyfer ",
];

const FRAMES: [&Frame; 2] = [&ENGLISH, &WELSH];

/// The paragraphs of the annex, each by itself.
fn paragraphs(text: &str, [before, behind]: [&str; 2]) -> Vec<String> {
    let (_, annex) = text.split_once(before).expect("an annex");
    let (annex, _) = annex
        .split_once(behind)
        .expect("it says where they come from");
    let mut found: Vec<String> = Vec::new();
    let lines = annex
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        let head = format!("{}. ", found.len() + 1);
        match (line.strip_prefix(&head), found.last_mut()) {
            (Some(first), _) => found.push(first.to_owned()),
            (None, Some(open)) => *open += &format!("\n{line}"),
            (None, None) => panic!("{line}"),
        }
    }
    found
}

/// What the case says of a term, in the reader's own words.
fn meant(case: &Case, term: &Arrangement) -> Paragraph {
    let name = |id: &Id| match case.adult(id) {
        Some(adult) => adult.called_with_surname(),
        None => case.child(id).expect("somebody").called().to_owned(),
    };
    let holiday = |id: &Id| case.holiday(id).expect("a holiday").name.to_string();
    let with = term.person().expect("it is with one person");
    let told = Told {
        with: Some(with),
        from: begins(term),
        names_all: false,
        is_order: true,
        name: &name,
        holiday: &holiday,
    };
    let when = term.schedule.as_ref().map(|one| told.meaning(one));
    let mut people = when.as_ref().map_or_else(BTreeSet::new, named);
    people.insert(name(with));
    let children = case.children_of(&term.children);
    let first_year = rank::first_year(term);
    Paragraph {
        children: children.map(|child| child.called().to_owned()).collect(),
        verb: match term.verb.expect("it has a verb") {
            StatutoryVerb::LivesWith => Verb::Live(people),
            StatutoryVerb::SpendsTimeWith => Verb::SpendTime(people),
            StatutoryVerb::HasContactWith => Verb::HaveContact(people),
        },
        from: term.from.map(|day| day.0).filter(|_| first_year.is_none()),
        first_year,
        subject_to: rank::subject_to(case, term),
        after_review: term.after_review.map(|day| day.0),
        until: term.until.map(|day| day.0),
        first_time: dates::first_time(term),
        when,
        half_terms: dates::has_half_terms(case, term),
        rest: term.otherwise.as_ref().map(name),
        behind: behind(case, term),
    }
}

/// What the case says that stands behind the times of a term.
fn behind(case: &Case, term: &Arrangement) -> Behind {
    let place = term.place.as_ref().map(|id| place(case, term, id));
    let of_handovers = rank::handovers(case, term);
    let goes_before = of_handovers
        .as_ref()
        .filter(|(_, one)| one.place == term.place);
    let handovers_before = goes_before
        .map(|(number, _)| number.clone())
        .filter(|_| place.is_some());
    let handovers_in = of_handovers
        .map(|(number, _)| number)
        .filter(|_| place.is_none());
    Behind {
        place,
        handovers_in,
        handovers_before,
    }
}

/// Whether a paragraph says that the parties shall keep to what they agreed, and says it whole.
fn is_kept(case: &Case, paragraph: &str, term: &Arrangement, language: usize) {
    let (_, kept) = paragraph.split_once(KEPT[language]).expect(paragraph);
    let place = term.place.as_ref().expect("its handovers have a place");
    assert!(
        kept.contains(case.place(place).expect("a place").name.as_str()),
        "{kept}"
    );
    let told = |name: &str| assert!(paragraph.contains(name), "{name}: {paragraph}");
    let adults = term
        .agreed_by
        .iter()
        .map(|id| case.adult(id).expect("somebody"));
    adults.for_each(|one| told(&one.called_with_surname()));
    case.children_of(&term.children)
        .for_each(|one| told(one.called()));
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = plain(paragraph);
    let words = [Some(&term.text), term.when.as_ref()].into_iter().flatten();
    for text in words.flat_map(|words| words.texts()) {
        assert!(told.contains(&plain(text)), "{paragraph}");
    }
}

fn begins(term: &Arrangement) -> jiff::civil::Date {
    term.from.or(term.after_review).expect("it begins").0
}

/// Whom the words of a time name beside the person whom they are about.
fn named(meaning: &Meaning) -> BTreeSet<String> {
    let by_year = |rule: &Rule| [&rule.even, &rule.odd].map(|who| who.clone().flatten());
    let named: Vec<Who> = match meaning {
        Meaning::Weeks { times, .. } => times.keys().cloned().collect(),
        Meaning::Dates(dates) => dates.keys().cloned().collect(),
        // Their own halves are told of them alone, and who has the others by a sentence.
        Meaning::Halves { rule, .. } if [&rule.even, &rule.odd].contains(&&Some(None)) => vec![],
        Meaning::Day { rule, .. } | Meaning::Halves { rule, .. } | Meaning::Whole { rule, .. } => {
            by_year(rule).to_vec()
        }
        Meaning::Month { who, .. } | Meaning::Rota { who, .. } => vec![who.clone()],
        Meaning::Call { .. } => vec![],
    };
    named.into_iter().flatten().collect()
}

/// Reads every annex of a case, which must have a paragraph for each term; says how many
/// were composed.
pub(super) fn read_back(trial: impl Fn() -> Trial) -> usize {
    let mut read = 0;
    for (at, (language, tongue)) in TONGUES.into_iter().enumerate() {
        let trial = trial()
            .document("agreed-arrangements")
            .audience("court")
            .language(language.code());
        let case = trial.examine().case;
        let text = trial.manuscript().layout().reading_text();
        let proposed = case.arrangements.iter();
        let proposed: Vec<_> = proposed
            .filter(|one| one.form == TermForm::ProposedOrder)
            .collect();
        let paragraphs = paragraphs(&text, EDGES[at]);
        assert_eq!(paragraphs.len(), proposed.len(), "{text}");
        for (paragraph, term) in paragraphs.iter().zip(proposed) {
            if term.verb.is_none() || term.person().is_none() {
                is_kept(&case, paragraph, term, at);
                continue;
            }
            let spans = case.calendar.iter().flat_map(|one| &one.holidays);
            let reader = Reader {
                tongue,
                register: 0,
                from: begins(term),
                holidays: spans.map(span).collect(),
            };
            let meant = meant(&case, term);
            let (undated, dated, more_to_come) = dates::parted(paragraph, at, &reader);
            let of_each = is_of_each_holiday(term) && !dated.is_empty();
            assert_eq!(more_to_come, of_each, "{paragraph}");
            let all = meant
                .when
                .as_ref()
                .is_some_and(|one| !named(one).is_empty());
            assert_eq!(dated, dates::meant(&case, term, all, at), "{paragraph}");
            let found = FRAMES[at].read(undated.trim_end(), &reader);
            assert_eq!(found, Some(meant), "{paragraph}");
            read += 1;
        }
    }
    read
}

/// Whether a term is agreed for each school holiday, so that dates are still to come.
fn is_of_each_holiday(term: &Arrangement) -> bool {
    matches!(
        &term.schedule,
        Some(Schedule::Holiday {
            each_holiday: true,
            ..
        })
    )
}

/// From when until when a holiday is, which has its hours.
pub(super) fn span(holiday: &concord::case::calendar::Holiday) -> super::meaning::Stay {
    let at = |time: Option<concord::case::form::Time>| time.expect("it has its hours").0;
    (
        holiday
            .last_school_day()
            .0
            .to_datetime(at(holiday.from_time)),
        holiday.next_school_day().0.to_datetime(at(holiday.to_time)),
    )
}

#[test]
fn each_paragraph_of_an_annex_is_read_back() {
    for (case, least) in [
        ("full-agreement", 12),
        ("partial-agreement", 4),
        ("grandmother", 6),
    ] {
        let trial =
            || Trial::case(case).altered(|case| case["document"]["status"] = "draft".into());
        assert_eq!(read_back(trial), least, "{case}");
    }
}

#[test]
fn paragraphs_of_random_schedules_are_read_back() {
    let mut runner = runner(1);
    let schedules = asked().prop_filter("it tells days", tells_days);
    let terms: Vec<Value> = std::iter::repeat_with(|| {
        let tree = schedules.new_tree(&mut runner);
        tree.expect("there is one").current()
    })
    .filter(|asked| asked.register == Register::Order && asked.with.is_some())
    .take(TERMS)
    .enumerate()
    .map(|(number, asked)| term(number, &asked))
    .collect();
    let trial = || {
        Trial::case("full-agreement").altered(|case| {
            case["document"]["status"] = "draft".into();
            case["arrangements"] = terms.clone().into();
        })
    };
    assert_eq!(read_back(trial), 2 * TERMS);
}

/// A term of this schedule, some for one child, with an end, with a place, after a review.
fn term(number: usize, asked: &Asked) -> Value {
    let schedule = serde_yaml::to_string(&asked.schedule).expect("it is data");
    let schedule = schedule
        .replace("amina", "mother")
        .replace("joel", "father");
    let schedule: Value = serde_yaml::from_str(&schedule).expect("YAML");
    let person = |id: &Id| match id.as_str() {
        "amina" => "mother",
        _ => "father",
    };
    let mut term = Value::Mapping(Default::default());
    let mut set = |key: &str, value: Value| term[key] = value;
    set("id", format!("term_{number}").into());
    set("topic", "living".into());
    set("status", "agreed".into());
    set("form", "proposed_order".into());
    set("text", "As the schedule says.".into());
    set(
        "verb",
        ["lives_with", "spends_time_with", "has_contact_with"][number % 3].into(),
    );
    set("with", asked.with.as_ref().map(person).expect("one").into());
    if let Some(rest) = &asked.otherwise {
        set("otherwise", person(rest).into());
    }
    let begins = if number % 5 == 4 {
        "after_review"
    } else {
        "from"
    };
    set(begins, asked.from.to_string().into());
    if number % 4 == 1 {
        set("until", "2029-03-01".into());
    }
    if number % 3 == 2 {
        set("children", vec![Value::from("rowan")].into());
    }
    if number % 2 == 1 {
        set("place", "school".into());
    }
    set("schedule", schedule);
    term
}
