//! What comes near to something kept back, and may lead there: one word of its name, a slip of
//! the pen in it, its first letters, the end of a number, a place on a map.
//!
//! None of these is certain, so each is a warning; what holds the thing itself is R32.

use super::address::{is_street, surroundings};
use super::map::is_on_a_map;
use super::name::parts_of_name;
use super::wording::{Folded, Wording, words};
use super::words::WORDS;
use super::{clues, given_away_by, open_words, places, texts_that_are_printed, whose_hidden_home};
use crate::case::Case;
use crate::case::person::{Address, Contact};
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, is_a_letter_away};
use crate::rules::people::family::adults;
use crate::rules::rule::{Report, Rule};

pub(crate) const NEAR: &[Rule] = &[no_text_comes_near_to_what_is_kept_back];

/// Names of fewer letters are too near to other words.
const SHORTEST_WITH_A_SLIP: usize = 6;

/// A number is told by so many of its digits…
const DIGITS: usize = 7;

/// …and by so many at its end.
const LAST_DIGITS: usize = 6;

/// Something that leads to what is kept back.
struct Trace {
    /// What is kept back.
    at: Pointer,
    sign: Sign,
}

enum Sign {
    /// These words.
    Words(Wording),
    /// A name of one word, or one that differs from it in a letter.
    Name(String),
    /// The name of a house or a part of somebody's, which may be an ordinary word: with a
    /// capital alone.
    House(String),
    /// The first letters of a name.
    Initials(String),
}

/// No text holds what comes near to a detail or a place that is kept back (R195).
fn no_text_comes_near_to_what_is_kept_back(case: &Case, report: &mut Report) {
    let clues = clues(case);
    let Some(first) = clues.first() else {
        return;
    };
    let open = open(case);
    let open: Vec<_> = open.iter().map(|text| (text, Folded::new(text))).collect();
    let mut traces = traces(case);
    traces.retain(|trace| {
        !open
            .iter()
            .any(|(text, folded)| trace.sign.is_in(text, folded))
    });
    let texts = report.texts(case);
    for text in texts_that_are_printed(case, &texts) {
        let folded = Folded::new(&text.text);
        if given_away_by(text, &folded, &clues).is_some() {
            continue;
        }
        let is_near =
            |trace: &&Trace| !text.at.is_within(&trace.at) && trace.sign.is_in(&text.text, &folded);
        let at = match traces.iter().find(is_near) {
            Some(trace) => &trace.at,
            None if is_on_a_map(&text.text) => &first.at,
            None => continue,
        };
        report
            .add(
                &rule::NEAR,
                text.at.clone(),
                "a text comes near to what is kept back",
            )
            .withhold()
            .caption("in this text")
            .but(at.clone(), "this is confidential")
            .help(
                "where it speaks of that, say what it is and not which; where it speaks of \
                 something else, say so in other words",
            );
    }
}

/// What leads to the details and places that are kept back.
fn traces(case: &Case) -> Vec<Trace> {
    let mut traces = Vec::new();
    for (person, adult) in adults(case) {
        let (at, kept) = (person.key("contact"), adult.kept_back());
        if kept.person_child_lives_with {
            let parts = parts_of_name(case, adult).into_iter();
            traces.extend(parts.map(|(field, part)| Trace {
                at: person.key(field),
                sign: Sign::House(part.to_owned()),
            }));
        }
        if let Some(contact) = &adult.contact {
            if kept.address
                && let Some(address) = &contact.address
            {
                of_address(&at.key("address"), address, &mut traces);
            }
            of_details(&at, contact, (kept.phone, kept.email), &mut traces);
        }
    }
    for (at, place) in places(case) {
        if !place.confidential && whose_hidden_home(case, place).is_none() {
            continue;
        }
        if let Some(address) = &place.address {
            of_address(&at.key("address"), address, &mut traces);
        }
        let names = [
            Some((&place.name, "name")),
            place.name_cy.as_ref().map(|name| (name, "name_cy")),
        ];
        for (name, key) in names.into_iter().flatten() {
            of_name(&at.key(key), name.as_str(), Sign::Name, &mut traces);
            let initials: String = name
                .as_str()
                .split_whitespace()
                .filter_map(|word| word.chars().next())
                .collect();
            if initials.len() >= 3 && initials.chars().all(char::is_uppercase) {
                let sign = Sign::Initials(initials);
                traces.push(Trace {
                    at: at.key(key),
                    sign,
                });
            }
        }
    }
    traces
}

/// Each word of a name that is no other place's.
fn of_name(at: &Pointer, name: &str, sign: fn(String) -> Sign, traces: &mut Vec<Trace>) {
    for word in words(name).filter(|word| WORDS.is_distinctive(word)) {
        let sign = sign(
            word.trim_end_matches("’s")
                .trim_end_matches("'s")
                .to_owned(),
        );
        traces.push(Trace {
            at: at.clone(),
            sign,
        });
    }
}

fn of_address(at: &Pointer, address: &Address, traces: &mut Vec<Trace>) {
    let below = surroundings(address);
    let lines = address
        .lines
        .iter()
        .flat_map(|line| line.as_str().split(',').map(str::trim));
    for line in lines.filter(|line| is_street(line) || !below.contains(line)) {
        let sign = match is_street(line) {
            true => Sign::Name,
            false => Sign::House,
        };
        of_name(at, line, sign, traces);
    }
    let mut push = |sign| {
        traces.push(Trace {
            at: at.clone(),
            sign,
        })
    };
    for town in below.iter().filter(|line| !WORDS.is_region(line)) {
        let other = WORDS.town_in_the_other_language(town);
        other
            .into_iter()
            .for_each(|town| push(Sign::Words(Wording::of_name(town))));
        if words(town).all(|word| WORDS.is_distinctive(word)) {
            push(Sign::Name((*town).to_owned()));
        }
    }
    if let Some((outward, inward)) = address
        .postcode
        .iter()
        .find_map(|code| code.as_str().split_once(' '))
    {
        let sector = format!("{outward}{}", &inward[..1]);
        push(Sign::Words(Wording::of_any(
            [sector].into_iter().chain(at_the_end(inward)),
        )));
    }
}

fn of_details(
    at: &Pointer,
    contact: &Contact,
    (phone, email): (bool, bool),
    traces: &mut Vec<Trace>,
) {
    if let Some(number) = contact.phone.as_ref().filter(|_| phone) {
        let digits: String = number
            .number()
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let national = digits.strip_prefix("44").unwrap_or(&digits);
        let national = national.strip_prefix('0').unwrap_or(national);
        let count = national.len();
        let begun = (5..count).map(|end| format!("0{}", &national[..end]));
        let within = (0..count).flat_map(|from| {
            (from + DIGITS..=count).map(move |end| national[from..end].to_owned())
        });
        let last =
            (3..=LAST_DIGITS.min(count)).flat_map(|length| at_the_end(&national[count - length..]));
        let ending = national[count.saturating_sub(LAST_DIGITS)..].to_owned();
        let backwards = national.chars().rev().chain(['0']).collect();
        let all = begun.chain(within).chain(last).chain([ending, backwards]);
        let sign = Sign::Words(Wording::of_any(all));
        traces.push(Trace {
            at: at.key("phone"),
            sign,
        });
    }
    if let Some(address) = contact.email.as_ref().filter(|_| email) {
        let own = address.as_str().split('@').next().unwrap_or_default();
        let own = [
            own.to_owned(),
            own.replace('.', " dot "),
            own.replace('.', " pwynt "),
        ];
        let own = own.into_iter().filter(|own| {
            own.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST_WITH_A_SLIP
        });
        let sign = Sign::Words(Wording::of_any(own));
        traces.push(Trace {
            at: at.key("email"),
            sign,
        });
    }
}

/// "it ends in 417".
fn at_the_end(signs: &str) -> Vec<String> {
    let ends = WORDS.ends().iter();
    let ends =
        ends.flat_map(|ends| ["", "in", "with", "on"].map(|with| format!("{ends} {with} {signs}")));
    ends.collect()
}

/// What the case tells of anyway: people's names, where the court sits, where professionals
/// work, and the places that are not kept back.
fn open(case: &Case) -> Vec<String> {
    let court = case
        .proceedings
        .iter()
        .flat_map(|one| [one.court.name.as_str(), one.court.sitting_at.as_str()]);
    let professionals = case.people.professionals.iter();
    let professionals = professionals.flat_map(|one| [one.name.as_str(), one.office.as_str()]);
    let places = case.places.iter().filter(|place| !place.confidential);
    let places = places.filter(|place| whose_hidden_home(case, place).is_none());
    let named = court
        .chain(professionals)
        .chain(places.map(|place| place.name.as_str()));
    let adults = case.people.adults.iter().map(|adult| adult.full_name());
    let children = case.people.children.iter().map(|child| child.full_name());
    let named = named.chain(open_words(case)).map(str::to_owned);
    named.chain(adults).chain(children).collect()
}

impl Sign {
    fn is_in(&self, text: &str, folded: &Folded) -> bool {
        match self {
            Sign::Words(wording) => wording.is_in(folded),
            Sign::Initials(initials) => words(text).any(|word| word == initials),
            Sign::Name(name) => {
                let is_long = name.chars().count() >= SHORTEST_WITH_A_SLIP + 2;
                let wording = match is_long {
                    true => Wording::of(name),
                    false => Wording::of_name(name),
                };
                wording.is_in(folded) || words(text).any(|word| is_a_slip(name, word))
            }
            Sign::House(name) => {
                Wording::of_name(name).is_in(folded)
                    || words(text).any(|word| is_a_slip(name, word))
            }
        }
    }
}

/// Whether a word is a name with a slip of the pen in it.
fn is_a_slip(name: &str, word: &str) -> bool {
    let word = word.trim_end_matches("’s").trim_end_matches("'s");
    let lengths = [name, word].map(|one| one.chars().count());
    lengths.iter().all(|length| *length >= SHORTEST_WITH_A_SLIP)
        && lengths[0].abs_diff(lengths[1]) <= 1
        && word.starts_with(char::is_uppercase)
        && is_a_letter_away(&name.to_lowercase(), &word.to_lowercase())
}
