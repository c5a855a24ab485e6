//! The dates that a paragraph gives of the holidays it shares are read back, and compared with
//! a count of the test's own.

use concord::case::Case;
use concord::case::arrangement::Arrangement;
use concord::case::calendar::Holiday;
use concord::case::form::Id;
use concord::case::person::Child;
use concord::case::recurrence::{HolidayShare, Schedule, Slot, Weekday, YearRule};
use concord::schedule::{Answer, Part, Period, Timetable, instant, local};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::annex::span;
use super::rank;
use super::reader::Reader;

/// What stands before the dates that are known now, where there are others to come.
const KNOWN_NOW: [&str; 2] = [
    " These are the dates that are known now:",
    " Dyma\u{2019}r dyddiadau sy\u{2019}n hysbys yn awr:",
];

/// What stands before the dates; before and after the name of a person; before a day, its
/// hour, and the second day.
const WORDS: [[&str; 5]; 2] = [
    [" These are the dates:", ", with ", "from ", " at ", " to "],
    [
        " Dyma\u{2019}r dyddiadau:",
        ", gyda ",
        "o ",
        " am ",
        " hyd at ",
    ],
];

/// A holiday and, where several people are told, who has it; from when until when.
pub(super) type Dated = (String, DateTime, DateTime);

/// A paragraph without its dates, the dates, and whether there are others to come.
pub(super) fn parted(
    paragraph: &str,
    language: usize,
    reader: &Reader,
) -> (String, Vec<Dated>, bool) {
    let words = WORDS[language];
    let known_now = paragraph.split_once(KNOWN_NOW[language]);
    let Some((told, after)) = known_now.or_else(|| paragraph.split_once(words[0])) else {
        return (paragraph.to_owned(), Vec::new(), false);
    };
    let mut lines = after.trim_start().lines();
    let mut dated = Vec::new();
    for letter in 'a'..='z' {
        let line = lines.next().expect("a date");
        let line = line.strip_prefix(&format!("({letter}) "));
        let line = line.unwrap_or_else(|| panic!("{paragraph}"));
        let one = line.strip_suffix(['.', ';']).expect("it ends");
        dated.push(read(one, words, reader).unwrap_or_else(|| panic!("{line}")));
        if line.ends_with('.') {
            break;
        }
    }
    let rest: Vec<&str> = lines.collect();
    let told = format!("{told}\n{}", rest.join("\n"));
    (told, dated, known_now.is_some())
}

fn read(line: &str, [_, _, from, at, to]: [&str; 5], reader: &Reader) -> Option<Dated> {
    let (name, span) = line.rsplit_once(": ")?;
    let (begins, ends) = span.strip_prefix(from)?.split_once(to)?;
    let (last, until) = moment(ends, at, reader)?;
    let (first, from) = moment(begins, at, reader)?;
    // A day without an hour is a whole day.
    let midnight = Time::midnight();
    let until = until.map_or((last + 1.day()).to_datetime(midnight), |at| {
        last.to_datetime(at)
    });
    let from = first.to_datetime(from.unwrap_or(midnight));
    (from < until).then(|| (name.to_owned(), from, until))
}

/// "Tuesday 21 July 2026 at 3.30 pm", or the day alone.
fn moment(told: &str, at: &str, reader: &Reader) -> Option<(Date, Option<Time>)> {
    let (day, time) = match told.split_once(at) {
        Some((day, told)) => (
            day,
            Some(reader.time(told).filter(|(_, rest)| rest.is_empty())?.0),
        ),
        None => (told, None),
    };
    Some((reader.date(day, true)?, time))
}

/// What the case says of these dates, by a count of our own.
pub(super) fn meant(case: &Case, term: &Arrangement, all: bool, language: usize) -> Vec<Dated> {
    let Some(Schedule::Holiday { periods, share, .. }) = &term.schedule else {
        return Vec::new();
    };
    let begins = term.from.or(term.after_review).expect("it begins").0;
    let begins = begins.to_datetime(Time::midnight());
    let ends = term.until.map(|day| day.0 + 1.day());
    let mut dated: Vec<Dated> = Vec::new();
    for id in periods {
        let holiday = case.holiday(id).expect("a holiday");
        let (from, to) = span(holiday);
        for (from, to, whose) in parts(case, share, from, to) {
            let to = ends.map_or(to, |end| to.min(end.to_datetime(Time::midnight())));
            let from = from.max(begins);
            if from >= to || !(all || term.person() == Some(&whose)) {
                continue;
            }
            let name = case.adult(&whose).expect("somebody").called_with_surname();
            let with = match (all, language) {
                (false, _) => String::new(),
                (true, 0) => format!(", with {name}"),
                (true, _) => format!(", gyda {name}"),
            };
            let name = format!("{}{with}", holiday.name);
            let left = left(case, term, holiday, (from, to, &whose));
            dated.extend(left.into_iter().map(|(from, to)| (name.clone(), from, to)));
        }
    }
    dated.sort_by_key(|(_, from, _)| *from);
    dated
}

fn parts(
    case: &Case,
    share: &HolidayShare,
    from: DateTime,
    to: DateTime,
) -> Vec<(DateTime, DateTime, Id)> {
    let even = from.year() % 2 == 0;
    let of = |rule: &YearRule, even: bool| {
        let turn = if even { &rule.even } else { &rule.odd };
        turn.clone().or(rule.every.clone())
    };
    let (first, change) = match share {
        HolidayShare::Dates { .. } => return Vec::new(),
        HolidayShare::Whole { with } => {
            return of(with, even)
                .map(|one| (from, to, one))
                .into_iter()
                .collect();
        }
        HolidayShare::Halves { first, change_at } => (first, change_at),
    };
    let Some(one) = of(first, even) else {
        return Vec::new();
    };
    let half = from + from.duration_until(to) / 2;
    let noon = Time::constant(12, 0, 0, 0);
    let middle = half.date().to_datetime(change.map_or(noon, |time| time.0));
    let named = [&first.every, &first.even, &first.odd];
    let other = named.into_iter().flatten().find(|id| **id != one);
    let mut parties = case.parties().map(|party| &party.id);
    let other = other.or_else(|| parties.find(|id| **id != one));
    let second = other.cloned().map(|other| (middle, to, other));
    [Some((from, middle, one)), second]
        .into_iter()
        .flatten()
        .collect()
}

/// A part of a holiday without the days that terms which go before give to others: all of it,
/// where that is not the same for each child.
fn left(
    case: &Case,
    term: &Arrangement,
    holiday: &Holiday,
    (from, to, whose): (DateTime, DateTime, &Id),
) -> Vec<(DateTime, DateTime)> {
    let whole = vec![(from, to)];
    let before = rank::before(case, term);
    let children = case.children_of(&term.children);
    let theirs = children.filter(|child| holiday.is_for(child));
    let mut of_each: Vec<_> = theirs
        .map(|child| {
            let days = before.iter().filter(|one| one.is_for(child));
            let taken = days.flat_map(|one| others_days(case, one, child, (from, to, whose)));
            taken.fold(whole.clone(), |left, day| cut(&left, day))
        })
        .collect();
    of_each.dedup();
    match &of_each[..] {
        [left] => left.clone(),
        _ => whole,
    }
}

/// The days of one term alone, as far as they are with others.
fn others_days(
    case: &Case,
    term: &Arrangement,
    child: &Child,
    (from, to, whose): (DateTime, DateTime, &Id),
) -> Vec<(DateTime, DateTime)> {
    let mut alone = case.clone();
    alone.arrangements = vec![term.clone()];
    let period = Period::new(instant(from), instant(to)).expect("it lasts");
    let timetable = Timetable::expand(&alone, child, period);
    let others = timetable
        .stretches()
        .iter()
        .filter(|one| match &one.answer {
            Answer::With(claim) => claim.adult != whose && claim.origin.part != Part::Rest,
            _ => false,
        });
    others
        .map(|one| (local(one.period.from()), local(one.period.to())))
        .collect()
}

fn cut(
    left: &[(DateTime, DateTime)],
    (first, last): (DateTime, DateTime),
) -> Vec<(DateTime, DateTime)> {
    let pieces = left
        .iter()
        .flat_map(|&(from, to)| [(from, to.min(first)), (from.max(last), to)]);
    pieces.filter(|(from, to)| from < to).collect()
}

/// The first day of a time that is one in each week, where the term begins on another day and
/// has it in holidays too.
pub(super) fn first_time(term: &Arrangement) -> Option<Date> {
    let Some(Schedule::Weekly {
        cycle_weeks: 1,
        slots,
        term_time_only: false,
        ..
    }) = &term.schedule
    else {
        return None;
    };
    let theirs: Vec<&Slot> = slots
        .iter()
        .filter(|slot| term.person() == Some(&slot.with))
        .collect();
    let ([slot], Some(from)) = (&theirs[..], term.from) else {
        return None;
    };
    let mut first = from.0;
    while Weekday::from(first.weekday()) != slot.day {
        first += 1.day();
    }
    let is_over = term.until.is_some_and(|until| until.0 < first);
    (first != from.0 && !is_over).then_some(first)
}

/// Whether a term is for each school holiday, and the calendar puts one of them into a term.
pub(super) fn has_half_terms(case: &Case, term: &Arrangement) -> bool {
    let Some(Schedule::Holiday {
        periods,
        each_holiday: true,
        ..
    }) = &term.schedule
    else {
        return false;
    };
    let terms = || case.calendar.iter().flat_map(|one| &one.school_terms);
    periods.iter().filter_map(|id| case.holiday(id)).any(|one| {
        terms().any(|term| term.from <= one.last_school_day() && one.next_school_day() <= term.to)
    })
}
