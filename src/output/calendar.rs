//! A calendar that a telephone or a computer imports: iCalendar (RFC 5545), written so
//! that the same appointments are the same bytes.
//!
//! It is written here and not by a crate: `icalendar` (0.17) gives each component that
//! brings none the time of day and a random id, the time zone and its two halves too,
//! which may have neither (RFC 5545 section 3.6.5) and must be there for each zone that
//! is named (section 3.2.19).

use jiff::civil::{Date, DateTime, Time};

/// The longest line, in bytes, without its end (RFC 5545 section 3.1).
const LINE: usize = 75;

/// The clock of England and Wales as calendars must be told of it: summer time from the
/// last Sunday of March to the last Sunday of October, at one o'clock universal time.
const LONDON: &[&str] = &[
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// A time that stands in a calendar, as the clock in London shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// When it begins.
    pub from: DateTime,
    /// When it ends, where that is known.
    pub until: Option<DateTime>,
    /// What a calendar shows of it.
    pub summary: String,
    /// What it is called by in every version of the case, so that a later version replaces
    /// it: letters and digits.
    pub uid: String,
}

impl Appointment {
    /// Whether it is of days without hours, which a calendar shows as days: nobody hands a
    /// child over at midnight because no hour was agreed.
    fn is_whole_days(&self) -> bool {
        let is_midnight = |at: DateTime| at.time() == Time::midnight();
        is_midnight(self.from) && self.until.is_some_and(is_midnight)
    }
}

/// What all appointments of one file share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar<'a> {
    /// What the calendar is called where it is imported.
    pub name: &'a str,
    /// The version of the case: a calendar keeps what has the highest.
    pub version: u32,
    /// The day it was prepared.
    pub prepared_on: Date,
    /// The appointments, in their order.
    pub appointments: &'a [Appointment],
}

impl Calendar<'_> {
    /// The file.
    pub fn icalendar(&self) -> String {
        let mut file = File(String::new());
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Concord//Parenting plan//EN");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:PUBLISH");
        file.text("X-WR-CALNAME", self.name);
        LONDON.iter().for_each(|line| file.line(line));
        for appointment in self.appointments {
            self.event(appointment, &mut file);
        }
        file.line("END:VCALENDAR");
        file.0
    }

    fn event(&self, appointment: &Appointment, file: &mut File) {
        let clock = |at: DateTime| at.strftime("%Y%m%dT%H%M%S").to_string();
        let stamp = clock(self.prepared_on.at(0, 0, 0, 0));
        file.line("BEGIN:VEVENT");
        file.line(&format!("UID:{}@concord.invalid", appointment.uid));
        file.line(&format!("SEQUENCE:{}", self.version));
        file.line(&format!("DTSTAMP:{stamp}Z"));
        let moment = |at: DateTime| match appointment.is_whole_days() {
            true => format!(";VALUE=DATE:{}", at.strftime("%Y%m%d")),
            false => format!(";TZID=Europe/London:{}", clock(at)),
        };
        file.line(&format!("DTSTART{}", moment(appointment.from)));
        if let Some(until) = appointment.until {
            file.line(&format!("DTEND{}", moment(until)));
        }
        file.text("SUMMARY", &appointment.summary);
        file.line("CLASS:PRIVATE");
        file.line("TRANSP:TRANSPARENT");
        file.line("END:VEVENT");
    }
}

struct File(String);

impl File {
    /// A property whose value is free text.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in text.chars() {
            match c {
                '\n' => line.push_str("\\n"),
                '\\' | ';' | ',' => line.extend(['\\', c]),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A line, folded where it is too long, and never inside a character.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn calendar(summary: &str) -> String {
        let appointments = [Appointment {
            from: date(2026, 10, 23).at(17, 30, 0, 0),
            until: Some(date(2026, 10, 28).at(12, 0, 0, 0)),
            summary: summary.to_owned(),
            uid: "0a1b2c3d".to_owned(),
        }];
        Calendar {
            name: "Where Eli is",
            version: 2,
            prepared_on: date(2026, 6, 10),
            appointments: &appointments,
        }
        .icalendar()
    }

    /// A reader as the RFC describes one: folds undone, then names and values.
    fn properties(file: &str) -> Vec<(String, String)> {
        assert!(file.ends_with("\r\n"));
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        assert!(file.split("\r\n").all(|line| line.len() <= LINE));
        let unfolded = file.replace("\r\n ", "");
        let lines = unfolded.split_terminator("\r\n");
        let pair = |line: &str| {
            line.split_once(':')
                .map(|(n, v)| (n.to_owned(), v.to_owned()))
        };
        lines
            .map(|line| pair(line).expect("a name and a value"))
            .collect()
    }

    #[test]
    fn an_appointment_is_told_by_the_clock_of_london() {
        let read = properties(&calendar("Eli with Joel"));
        let value = |name: &str| {
            let found: Vec<&str> = read
                .iter()
                .filter(|(n, _)| n == name)
                .map(|(_, v)| v.as_str())
                .collect();
            found.join("|")
        };
        assert_eq!(value("DTSTART;TZID=Europe/London"), "20261023T173000");
        assert_eq!(value("DTEND;TZID=Europe/London"), "20261028T120000");
        assert_eq!(value("UID"), "0a1b2c3d@concord.invalid");
        assert_eq!(value("SEQUENCE"), "2");
        assert_eq!(value("DTSTAMP"), "20260610T000000Z");
        assert_eq!(value("TZID"), "Europe/London");
        let opened = read.iter().filter(|(name, _)| name == "BEGIN").count();
        assert_eq!(
            opened,
            read.iter().filter(|(name, _)| name == "END").count()
        );
    }

    #[test]
    fn days_without_hours_are_days() {
        let appointment = |until: DateTime| Appointment {
            from: date(2026, 10, 19).at(0, 0, 0, 0),
            until: Some(until),
            summary: "Eli with Joel".to_owned(),
            uid: "0a1b2c3d".to_owned(),
        };
        let whole = appointment(date(2026, 10, 31).at(0, 0, 0, 0));
        let begun = appointment(date(2026, 10, 31).at(17, 30, 0, 0));
        let calendar = Calendar {
            name: "Where Eli is",
            version: 1,
            prepared_on: date(2026, 6, 10),
            appointments: &[whole, begun],
        };
        let file = calendar.icalendar();
        assert!(file.contains("DTSTART;VALUE=DATE:20261019\r\nDTEND;VALUE=DATE:20261031\r\n"));
        assert!(file.contains("DTSTART;TZID=Europe/London:20261019T000000\r\n"));
    }

    #[test]
    fn text_is_escaped_and_long_lines_are_folded_between_characters() {
        let long = "Siân, Ŵyn; Llŷr \\ ".repeat(12);
        let read = properties(&calendar(&format!("{long}\nBEGIN:VALARM")));
        let summary = &read
            .iter()
            .find(|(name, _)| name == "SUMMARY")
            .expect("it has one")
            .1;
        assert!(summary.contains("Siân\\, Ŵyn\\; Llŷr \\\\ "));
        assert!(summary.ends_with("\\nBEGIN:VALARM"));
        assert!(
            !read
                .iter()
                .any(|(name, value)| name == "BEGIN" && value == "VALARM")
        );
    }

    #[test]
    fn the_same_appointments_are_the_same_bytes() {
        assert_eq!(calendar("x"), calendar("x"));
    }
}
