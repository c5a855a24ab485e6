//! The children's time as calendars: the weeks as they usually are, holidays, special
//! days and the year. Children with the same calendar share it.

use jiff::ToSpan;
use jiff::civil;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::case::person::Child;
use crate::language::Language;
use crate::schedule::{Answer, Period, Timetable, local};

use super::copy::{Audience, DocumentCopy};
use super::draft::Draft;
use super::key::{Key, Lettered};
use super::special::{SharedHoliday, SpecialTime, shared_holidays, special_times};
use super::weeks::Weeks;
use super::year::Year;
use super::{Document, Request};

/// How far holidays and special days are told: an even year and an odd one.
const YEARS: i32 = 2;

/// The calendar of one child, or of several who have the same.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct ChildrensTime {
    /// Whose.
    #[schemars(length(min = 1))]
    pub children: Vec<String>,
    /// Whether it is everybody's, so that nobody need be named.
    pub all_children: bool,
    /// The letters and who they stand for.
    pub key: Vec<Lettered>,
    /// The weeks as they usually are, each pattern after the other.
    pub weeks: Vec<Weeks>,
    /// How the school holidays are shared.
    pub holidays: Vec<SharedHoliday>,
    /// The special days.
    pub special: Vec<SpecialTime>,
    /// The year at a glance.
    pub year: Year,
}

/// The calendars of all children, in the order of the file.
pub(super) fn childrens_time(draft: &Draft<'_>) -> Vec<ChildrensTime> {
    let served = served(draft);
    let everybody = &served.people.children;
    let outlooks: Vec<Outlook<'_>> = everybody
        .iter()
        .filter_map(|child| Outlook::of(&served, child))
        .collect();
    let key = Key::of(&served, outlooks.iter().flat_map(Outlook::timetables));
    let mut found: Vec<ChildrensTime> = Vec::new();
    for outlook in &outlooks {
        let one = outlook.time(draft, &key);
        let same = |known: &&mut ChildrensTime| {
            let children = one.children.clone();
            ChildrensTime {
                children,
                ..(**known).clone()
            } == one
        };
        match found.iter_mut().find(same) {
            Some(known) => known.children.extend(one.children),
            None => found.push(one),
        }
    }
    for time in &mut found {
        time.all_children = time.children.len() == everybody.len();
    }
    found
}

/// One child's calendar; none where no weekly pattern is arranged.
pub(super) fn time_of(draft: &Draft<'_>, child: &Child) -> Option<ChildrensTime> {
    let served = served(draft);
    let outlook = Outlook::of(&served, child)?;
    let key = Key::of(&served, outlook.timetables());
    Some(outlook.time(draft, &key))
}

/// A stretch of time with one person, as the clock in London shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeWith {
    /// When it begins.
    pub from: civil::DateTime,
    /// When it ends.
    pub until: civil::DateTime,
    /// What the person is called.
    pub name: String,
}

/// The dated time of children who have the same, for a calendar to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedTime {
    /// Whose.
    pub children: Vec<String>,
    /// With whom, from when until when, in the twelve months of the year at a glance.
    pub times: Vec<TimeWith>,
}

/// The dated time of all children: as much of it as all parties may know, and no place.
pub fn dated_times(case: &Case) -> Vec<DatedTime> {
    let draft = Draft::new(
        case,
        Request {
            document: Document::ParentingPlan,
            copy: DocumentCopy::of(Audience::Parties),
            language: Language::En,
            fingerprint: String::new(),
        },
    );
    let served = served(&draft);
    let mut found: Vec<DatedTime> = Vec::new();
    for child in &served.people.children {
        let Some(times) = Outlook::of(&served, child).and_then(|outlook| outlook.dated_times())
        else {
            continue;
        };
        let called = child.called().to_owned();
        match found.iter_mut().find(|known| known.times == times) {
            Some(known) => known.children.push(called),
            None => found.push(DatedTime {
                children: vec![called],
                times,
            }),
        }
    }
    found
}

/// The case without the schedules that the reader of this copy may not know.
fn served(draft: &Draft<'_>) -> Case {
    let mut case = draft.case.clone();
    for arrangement in &mut case.arrangements {
        if !draft.may_read(arrangement.vis, &arrangement.served_to) {
            arrangement.schedule = None;
        }
    }
    case
}

/// What is known of one child's time.
struct Outlook<'a> {
    case: &'a Case,
    child: &'a Child,
    usual: Vec<Timetable<'a>>,
    dated: Timetable<'a>,
    first: civil::Date,
}

impl<'a> Outlook<'a> {
    /// From the month in which the plan begins, or that of the document where it began
    /// before.
    fn of(case: &'a Case, child: &'a Child) -> Option<Self> {
        let today = case.document.prepared_on.0;
        let wide = Timetable::expand(case, child, Period::years(today, YEARS)?);
        let begins = local(wide.in_force()?.from()).date();
        let first = begins.first_of_month();
        let after = first.saturating_add(YEARS.years()).saturating_add(2.days());
        let usual = Timetable::usual(case, child, today);
        Some(Outlook {
            case,
            child,
            usual,
            dated: Timetable::expand(case, child, Period::days(first, after)?),
            first,
        })
    }

    fn dated_times(&self) -> Option<Vec<TimeWith>> {
        let year = Period::years(self.first, 1)?;
        let mut times: Vec<TimeWith> = Vec::new();
        for stretch in self.dated.stretches() {
            let (Some(part), Answer::With(claim)) =
                (stretch.period.overlap(&year), &stretch.answer)
            else {
                continue;
            };
            let (from, until) = (local(part.from()), local(part.to()));
            let name = self.case.adult(claim.adult)?.called();
            match times.last_mut() {
                Some(last) if last.name == name && last.until == from => last.until = until,
                _ => times.push(TimeWith {
                    from,
                    until,
                    name: name.to_owned(),
                }),
            }
        }
        Some(times)
    }

    fn timetables(&self) -> impl Iterator<Item = &Timetable<'a>> {
        self.usual.iter().chain([&self.dated])
    }

    fn time(&self, draft: &Draft<'_>, key: &Key<'_>) -> ChildrensTime {
        let special = special_times(draft, key, &self.dated);
        let rounds = self.usual.iter();
        ChildrensTime {
            children: vec![self.child.called().to_owned()],
            all_children: false,
            key: key.everybody(draft.case, &self.child.id),
            weeks: rounds.map(|round| Weeks::of(draft, key, round)).collect(),
            holidays: shared_holidays(draft, key, &self.dated),
            year: Year::of(draft, key, &self.dated, &special, self.first),
            special,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::safeguarding::Visibility;
    use crate::view::sample;

    fn parties(case: &Case) -> Draft<'_> {
        Draft::new(
            case,
            Request {
                document: Document::ParentingPlan,
                copy: DocumentCopy::of(Audience::Parties),
                ..sample::request()
            },
        )
    }

    fn nights(time: &ChildrensTime) -> Vec<(String, u32)> {
        let year = time.year.nights.iter();
        year.map(|with| (with.name.clone(), with.nights)).collect()
    }

    #[test]
    fn children_with_one_calendar_share_it_and_every_night_is_counted() {
        let case = sample::case();
        let time = childrens_time(&parties(&case));
        assert_eq!(time.len(), 1);
        assert!(time[0].all_children);
        let counted: u32 = nights(&time[0]).iter().map(|(_, nights)| nights).sum();
        assert_eq!(counted + time[0].year.unsaid, 365);
        let fortnight: Vec<u32> = time[0].weeks[0]
            .nights
            .iter()
            .map(|with| with.nights)
            .collect();
        assert_eq!(fortnight, [5, 9], "the fixture says five of fourteen");
    }

    #[test]
    fn siblings_whose_days_differ_have_calendars_of_their_own() {
        let mut case = sample::case();
        let second = case.people.children[1].id.clone();
        let weekly =
            |one: &&mut crate::case::arrangement::Arrangement| one.id.as_str() == "fortnight";
        let fortnight = case
            .arrangements
            .iter_mut()
            .find(weekly)
            .expect("it is there");
        fortnight.children.retain(|child| *child != second);
        let time = childrens_time(&parties(&case));
        assert_eq!(time.len(), 1, "the second child has no weeks to show");
        assert!(!time[0].all_children);
    }

    #[test]
    fn a_schedule_kept_for_the_court_leads_to_no_calendar_and_no_appointment() {
        let mut case = sample::case();
        assert!(!dated_times(&case).is_empty());
        for arrangement in &mut case.arrangements {
            arrangement.vis = Some(Visibility::CourtOnly);
        }
        assert_eq!(childrens_time(&parties(&case)), []);
        assert_eq!(dated_times(&case), []);
        assert_eq!(
            childrens_time(&sample::draft(&case)).len(),
            1,
            "the court reads it"
        );
    }

    #[test]
    fn people_with_one_initial_are_lettered_from_a() {
        let mut case = sample::case();
        for adult in &mut case.people.adults {
            adult.known_as = Some("Sam".parse().expect("a line"));
        }
        let time = childrens_time(&parties(&case));
        let letters: Vec<&str> = time[0].key.iter().map(|one| one.letter.as_str()).collect();
        assert_eq!(letters, ["A", "B"]);
    }

    #[test]
    fn appointments_follow_one_another_and_name_no_place() {
        let case = sample::case();
        let dated = dated_times(&case);
        assert_eq!(dated[0].children, ["Isla", "Rowan"]);
        assert!(
            dated[0]
                .times
                .windows(2)
                .all(|pair| pair[0].until <= pair[1].from)
        );
        assert!(
            dated[0]
                .times
                .windows(2)
                .all(|pair| pair[0].name != pair[1].name)
        );
    }
}
