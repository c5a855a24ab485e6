//! Dates and times: in a heading, in a sentence, and after a word that softens.

use jiff::civil::{Weekday, date, time};

use super::{least, welsh};

#[test]
fn dates_in_a_heading_in_a_sentence_and_as_an_adverb() {
    let (locale, least) = (welsh(), least());
    let softening = least
        .phrase("small-word.i-soft")
        .expect("the fixture has it");
    let cases = [
        ((2026, 3, 2), "dydd Llun", "2 Mawrth 2026"),
        ((2026, 1, 1), "dydd Iau", "1 Ionawr 2026"),
        ((2026, 2, 28), "dydd Sadwrn", "28 Chwefror 2026"),
        ((2028, 2, 29), "dydd Mawrth", "29 Chwefror 2028"),
        ((2026, 4, 5), "dydd Sul", "5 Ebrill 2026"),
        ((2026, 5, 22), "dydd Gwener", "22 Mai 2026"),
        ((2026, 6, 10), "dydd Mercher", "10 Mehefin 2026"),
        ((2026, 7, 31), "dydd Gwener", "31 Gorffennaf 2026"),
        ((2026, 8, 31), "dydd Llun", "31 Awst 2026"),
        ((2026, 9, 1), "dydd Mawrth", "1 Medi 2026"),
        ((2026, 10, 25), "dydd Sul", "25 Hydref 2026"),
        ((2026, 11, 11), "dydd Mercher", "11 Tachwedd 2026"),
        ((2026, 12, 24), "dydd Iau", "24 Rhagfyr 2026"),
        ((1999, 12, 31), "dydd Gwener", "31 Rhagfyr 1999"),
    ];
    for ((year, month, day), weekday, expected) in cases {
        let day = date(year, month, day);
        let in_text = locale.weekday_date_in_text(day);
        assert_eq!(in_text, format!("{weekday} {expected}"));
        assert_eq!(locale.date(day), expected);
        let label = format!("Dydd{} {expected}", &weekday["dydd".len()..]);
        assert_eq!(locale.weekday_date(day), label);
        let softened = softening.fill(&[("value", &in_text)]);
        assert_eq!(softened.as_deref(), Ok(format!("i d{in_text}").as_str()));
    }
}

#[test]
fn names_of_days() {
    let locale = welsh();
    assert_eq!(locale.weekday(Weekday::Wednesday), "Dydd Mercher");
    assert_eq!(locale.weekday_in_text(Weekday::Wednesday), "dydd Mercher");
    assert_eq!(locale.month(date(2026, 7, 1)), "Gorffennaf");
}

#[test]
fn times() {
    let locale = welsh();
    let cases = [
        ((0, 0), "hanner nos"),
        ((0, 30), "12.30am"),
        ((8, 45), "8.45am"),
        ((9, 5), "9.05am"),
        ((10, 0), "10am"),
        ((12, 0), "hanner dydd"),
        ((12, 1), "12.01pm"),
        ((13, 0), "1pm"),
        ((17, 30), "5.30pm"),
        ((23, 59), "11.59pm"),
    ];
    for ((hour, minute), expected) in cases {
        assert_eq!(locale.time(time(hour, minute, 0, 0)), expected);
    }
}
