//! Reads what stands behind the times of a paragraph: where the handovers are.

use jiff::civil::Date;

use super::paragraph::Frame;
use super::reader::Reader;

/// What stands there.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Behind {
    pub(super) place: Option<Place>,
    /// The paragraph that tells of the handovers.
    pub(super) handovers_in: Option<String>,
    /// The one that goes before it as to them, where it names their place.
    pub(super) handovers_before: Option<String>,
}

/// Where the handovers are.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    Named(String),
    HomeOf(String),
    /// The school of one child, or of each; and what it is called now.
    SchoolOf(Option<String>, String),
}

/// How one language says it.
pub(super) struct Places {
    place: &'static str,
    home_of: &'static str,
    /// Before and after the child; of each.
    school_of: [&'static str; 2],
    of_each: &'static str,
    at_present: &'static str,
    handovers_in: [&'static str; 2],
    handovers_before: [&'static str; 2],
}

pub(super) const ENGLISH: Places = Places {
    place: "The handover shall be at ",
    home_of: "the home of ",
    school_of: ["", "\u{2019}s school"],
    of_each: "each child\u{2019}s school",
    at_present: " (at present ",
    handovers_in: ["The handovers shall be as paragraph ", " says."],
    handovers_before: [
        "As to the place and the hour of each handover, this paragraph is subject to paragraph ",
        ".",
    ],
};

pub(super) const WELSH: Places = Places {
    place: "Bydd y trosglwyddo yn y lle hwn: ",
    home_of: "cartref ",
    school_of: ["ysgol ", ""],
    of_each: "ysgol pob plentyn",
    at_present: " (ar hyn o bryd ",
    handovers_in: ["Bydd y trosglwyddo fel y dywed paragraff ", "."],
    handovers_before: [
        "O ran lle ac awr pob trosglwyddo, mae\u{2019}r paragraff hwn yn amodol ar baragraff ",
        ".",
    ],
};

impl Frame {
    /// A paragraph without what stands behind its times, and what that is.
    pub(super) fn parted<'t>(&self, text: &'t str) -> Option<(&'t str, Behind)> {
        let words = &self.behind;
        let mut behind = Behind::default();
        let (told, number) = numbered(text.trim_end(), words.handovers_in)?;
        behind.handovers_in = number;
        let (told, number) = numbered(told, words.handovers_before)?;
        behind.handovers_before = number;
        let told = match told.split_once(words.place) {
            Some((told, place)) => {
                behind.place = Some(self.place(place.strip_suffix('.')?)?);
                told.trim_end()
            }
            None => told,
        };
        Some((told, behind))
    }

    /// The day on which it first comes, and a paragraph without that sentence.
    pub(super) fn first_time(&self, text: &str, reader: &Reader) -> Option<(String, Option<Date>)> {
        let Some((told, rest)) = text.split_once(self.first_time) else {
            return Some((text.to_owned(), None));
        };
        let (day, rest) = rest.split_once('.')?;
        Some((told.to_owned() + rest, Some(reader.date(day, true)?)))
    }

    fn place(&self, told: &str) -> Option<Place> {
        let words = &self.behind;
        if let Some(name) = told.strip_prefix(words.home_of) {
            return Some(Place::HomeOf(name.to_owned()));
        }
        let Some((whose, now)) = told.split_once(words.at_present) else {
            return Some(Place::Named(told.to_owned()));
        };
        let now = now.strip_suffix(')')?.to_owned();
        let [before, after] = words.school_of;
        let child = match whose == words.of_each {
            true => None,
            false => Some(whose.strip_prefix(before)?.strip_suffix(after)?.to_owned()),
        };
        Some(Place::SchoolOf(child, now))
    }
}

/// What stands before a last sentence with the number of a paragraph, and that number.
fn numbered<'t>(told: &'t str, [before, after]: [&str; 2]) -> Option<(&'t str, Option<String>)> {
    let Some((told, number)) = told.rsplit_once(before) else {
        return Some((told, None));
    };
    let number = number.strip_suffix(after)?;
    Some((told.trim_end(), Some(number.to_owned())))
}

/// "12 June 2026".
pub(super) fn plain_date(told: &str, reader: &Reader) -> Option<Date> {
    let mut words = told.split(' ');
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    words.next().is_none().then_some(())?;
    let month = reader.tongue.months.iter().position(|one| *one == month)?;
    let month = i8::try_from(month + 1).ok()?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}
