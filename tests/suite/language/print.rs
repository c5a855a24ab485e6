//! Dates, times, numbers and lists as they stand in print.

use concord::language::Language;
use jiff::civil::{Weekday, date, time};

use super::{LEAST, english, locale};

#[test]
fn the_least_locale_is_enough() {
    let least = locale(LEAST);
    assert_eq!(least.language(), Language::En);
    assert_eq!(least.weekday_date(date(2026, 3, 2)), "Monday 2 March 2026");
    assert_eq!(
        least.number(4),
        "4",
        "a locale without numerals writes figures"
    );
    assert_eq!(least.count(4, "session"), None);
}

#[test]
fn languages_are_declared_as_typst_and_pdf_want_them() {
    for language in Language::ALL {
        assert_eq!(Language::from_code(language.code()), Some(*language));
    }
    assert_eq!((Language::En.code(), Language::En.region()), ("en", "GB"));
    assert_eq!(Language::En.tag(), "en-GB");
    assert_eq!(Language::Cy.tag(), "cy-GB");
    assert_eq!(Language::from_code("EN"), None);
}

#[test]
fn dates() {
    let locale = english();
    let cases = [
        ((2026, 1, 1), "Thursday 1 January 2026"),
        ((2026, 2, 28), "Saturday 28 February 2026"),
        ((2028, 2, 29), "Tuesday 29 February 2028"),
        ((2026, 3, 2), "Monday 2 March 2026"),
        ((2026, 4, 5), "Sunday 5 April 2026"),
        ((2026, 5, 22), "Friday 22 May 2026"),
        ((2026, 6, 10), "Wednesday 10 June 2026"),
        ((2026, 7, 31), "Friday 31 July 2026"),
        ((2026, 8, 31), "Monday 31 August 2026"),
        ((2026, 9, 1), "Tuesday 1 September 2026"),
        ((2026, 10, 25), "Sunday 25 October 2026"),
        ((2026, 11, 11), "Wednesday 11 November 2026"),
        ((2026, 12, 24), "Thursday 24 December 2026"),
        ((1999, 12, 31), "Friday 31 December 1999"),
    ];
    for ((year, month, day), expected) in cases {
        let day = date(year, month, day);
        assert_eq!(locale.weekday_date(day), expected);
        assert_eq!(
            locale.weekday_date_in_text(day),
            expected,
            "English writes one form"
        );
        let weekday = locale.weekday(day.weekday());
        assert_eq!(format!("{weekday} {}", locale.date(day)), expected);
        assert!(expected.contains(locale.month(day)));
    }
    assert_eq!(locale.weekday(Weekday::Saturday), "Saturday");
}

#[test]
fn times() {
    let locale = english();
    let cases = [
        ((0, 0), "midnight"),
        ((0, 1), "12.01 am"),
        ((0, 30), "12.30 am"),
        ((1, 0), "1 am"),
        ((8, 45), "8.45 am"),
        ((9, 5), "9.05 am"),
        ((10, 0), "10 am"),
        ((11, 59), "11.59 am"),
        ((12, 0), "12 noon"),
        ((12, 1), "12.01 pm"),
        ((12, 30), "12.30 pm"),
        ((13, 0), "1 pm"),
        ((15, 15), "3.15 pm"),
        ((17, 30), "5.30 pm"),
        ((22, 0), "10 pm"),
        ((23, 59), "11.59 pm"),
    ];
    for ((hour, minute), expected) in cases {
        assert_eq!(locale.time(time(hour, minute, 0, 0)), expected);
        assert_eq!(
            locale.time(time(hour, minute, 59, 0)),
            expected,
            "seconds are not told"
        );
    }
}

#[test]
fn counts() {
    let locale = english();
    let cases = [
        (0, "session", "no sessions"),
        (1, "session", "one session"),
        (2, "child", "two children"),
        (1, "child", "one child"),
        (3, "week", "three weeks"),
        (4, "session", "four sessions"),
        (5, "night", "five nights"),
        (6, "arrangement", "six arrangements"),
        (7, "day", "seven days"),
        (8, "page", "eight pages"),
        (9, "point", "nine points"),
        (10, "minute", "ten minutes"),
        (11, "year", "eleven years"),
        (12, "week", "twelve weeks"),
        (13, "session", "13 sessions"),
        (21, "day", "21 days"),
        (90, "minute", "90 minutes"),
        (101, "month", "101 months"),
    ];
    for (number, noun, expected) in cases {
        assert_eq!(locale.count(number, noun).as_deref(), Some(expected));
        assert_eq!(
            locale.count_in_words(number, noun),
            locale.count(number, noun)
        );
    }
    assert_eq!(locale.count(2, "spoon"), None);
    assert_eq!(locale.number(0), "0");
    assert_eq!(locale.number(12), "twelve");
    assert_eq!(locale.number(13), "13");
}

#[test]
fn ordinals() {
    let locale = english();
    let cases = [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (103, "103rd"),
        (111, "111th"),
    ];
    for (number, expected) in cases {
        let expected = format!("{expected} week");
        assert_eq!(locale.ordinal(number, "week"), Some(expected));
    }
    assert_eq!(locale.ordinal(1, "spoon"), None);
}

#[test]
fn headings_follow_a_number() {
    let locale = english();
    let heading = |children| {
        locale
            .phrase_for("heading.children", children)
            .map(|p| p.text())
    };
    assert_eq!(heading(1), Some("The child"));
    assert_eq!(heading(2), Some("The children"));
    assert_eq!(locale.phrase_for("heading.court", 1), None);
}

#[test]
fn lists() {
    let locale = english();
    let cases: [(&[&str], &str); 6] = [
        (&[], ""),
        (&["Ada"], "Ada"),
        (&["Ada", "Ben"], "Ada and Ben"),
        (&["Ada", "Ben", "Cai"], "Ada, Ben and Cai"),
        (&["Ada", "Ben", "Cai", "Dot"], "Ada, Ben, Cai and Dot"),
        (&["{before}", "a, b", "and"], "{before}, a, b and and"),
    ];
    for (items, expected) in cases {
        assert_eq!(locale.list(items), expected);
    }
}
