//! An arrangement of several schedules is told in the words of each, one after the other: what
//! the reader reads of one it reads of several.

use concord::audience::Office;
use concord::case::Case;
use concord::case::arrangement::{Arrangement, People};
use concord::case::form::Id;
use concord::case::recurrence::Schedule;
use concord::view::{Register, said_in_an_order};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::random::{Asked, asked, id};
use super::{TONGUES, locale, runner};
use crate::trial::Trial;

/// So many arrangements of two schedules.
const PAIRS: usize = 300;

/// A schedule between the parents of the sample.
fn between_parents(asked: &Asked) -> Schedule {
    let text = serde_yaml::to_string(&asked.schedule).expect("it is data");
    let text = text.replace("amina", "mother").replace("joel", "father");
    serde_yaml::from_str(&text).expect("it is a schedule")
}

/// A term with this schedule, and with the father or whoever its schedule names.
fn term(
    like: &Arrangement,
    name: &str,
    asked: &Asked,
    schedule: Schedule,
    rest: bool,
) -> Arrangement {
    let adult = |id: &Id| match id.as_str() {
        "amina" => self::id("mother"),
        _ => self::id("father"),
    };
    Arrangement {
        id: id(name),
        when: None,
        with: asked.with.as_ref().map(|one| People::One(adult(one))),
        otherwise: asked.otherwise.as_ref().filter(|_| rest).map(adult),
        from: Some(concord::case::form::Date(asked.from)),
        after_review: None,
        schedule: Some(schedule),
        ..like.clone()
    }
}

#[test]
fn several_schedules_are_told_in_the_words_of_each() {
    let mut runner = runner(2);
    let asked = asked().prop_filter("in an order", |one| one.register == Register::Order);
    let sample = Trial::case("full-agreement").examine().case;
    let like = sample.arrangements[1].clone();
    let mut drawn =
        std::iter::repeat_with(|| asked.new_tree(&mut runner).expect("there is one").current());
    let (mut case, mut told) = (sample.clone(), 0);
    case.arrangements.clear();
    for pair in 0..PAIRS {
        let (one, other) = (drawn.next().expect("one"), drawn.next().expect("another"));
        // Both are told with the same people, from the same day.
        let other = Asked {
            schedule: other.schedule,
            ..one.clone()
        };
        let both = [&one, &other].map(between_parents);
        let several = Schedule::Several(both.to_vec());
        let [first, second] = both;
        case.arrangements.extend([
            term(&like, &format!("first_{pair}"), &one, first, false),
            term(&like, &format!("second_{pair}"), &other, second, true),
            term(&like, &format!("both_{pair}"), &one, several, true),
        ]);
    }
    for (language, _) in TONGUES {
        told += compare(&case, locale(language));
    }
    assert!(told > PAIRS, "{told} of {} have words of both", 2 * PAIRS);
}

/// Compares each arrangement of two with its two; says how many had words for both.
fn compare(case: &Case, locale: &concord::language::Locale) -> usize {
    let words = said_in_an_order(Office::of(case), locale);
    let said = |name: &str, pair| words.get(&id(&format!("{name}_{pair}")));
    let mut told = 0;
    for pair in 0..PAIRS {
        let alone: Vec<&String> = [said("first", pair), said("second", pair)]
            .into_iter()
            .flatten()
            .collect();
        told += usize::from(alone.len() == 2);
        let mut joined: Vec<&str> = alone.iter().map(|text| text.as_str()).collect();
        joined.dedup();
        let both = said("both", pair).map_or("", String::as_str);
        assert_eq!(both, joined.join(" "));
    }
    told
}
