//! Random schedules of every kind that is told in words.

use concord::case::form::{self, Id, MonthDay};
use concord::case::recurrence::{
    Channel, DatedPart, HolidayShare, OfMonth, Schedule, Slot, SpecialDay, Weekday, YearRule,
};
use concord::view::Register;
use jiff::ToSpan;
use jiff::civil::{Date, Time, date};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// The first day of the calendar that random schedules lie in.
pub(super) const FIRST: Date = date(2026, 6, 1);

/// A schedule, and what it is told with.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) schedule: Schedule,
    pub(super) with: Option<Id>,
    pub(super) otherwise: Option<Id>,
    pub(super) from: Date,
    pub(super) register: Register,
}

pub(super) fn id(text: &str) -> Id {
    text.parse().expect("it is an id")
}

pub(super) fn asked() -> impl Strategy<Value = Asked> {
    let schedule = prop_oneof![
        4 => weekly(), 2 => special(), 2 => holiday(), 1 => call(), 1 => monthly(), 1 => rota(),
    ];
    let with = select(vec![None, Some(id("amina")), Some(id("joel"))]);
    let from = (0..200i64).prop_map(|days| FIRST + days.days());
    let otherwise = prop::option::weighted(0.4, adult());
    (
        schedule,
        with,
        otherwise,
        from,
        select(Register::ALL.to_vec()),
    )
        .prop_map(|(schedule, with, otherwise, from, register)| Asked {
            schedule,
            with,
            otherwise,
            from,
            register,
        })
}

fn adult() -> impl Strategy<Value = Id> + Clone {
    select(vec![id("amina"), id("joel")])
}

/// Few hours, so that stays touch and days agree; and now and then any.
fn hour() -> impl Strategy<Value = form::Time> {
    let few = select(vec![
        (0, 0),
        (8, 45),
        (10, 0),
        (12, 0),
        (15, 30),
        (17, 30),
        (18, 5),
    ]);
    let time = |(hour, minute)| form::Time(Time::constant(hour, minute, 0, 0));
    prop_oneof![4 => few, 1 => (0..24i8, 0..60i8)].prop_map(time)
}

fn weekly() -> impl Strategy<Value = Schedule> {
    let length = select(vec![1u32, 1, 2, 2, 2, 3, 4, 4, 6, 12]);
    let stays = move |length: u32| {
        let weeks = subsequence((1..=length).collect::<Vec<_>>(), 1..=length as usize);
        let stay = (
            weeks,
            select(Weekday::ALL.to_vec()),
            hour(),
            prop::option::of(select(Weekday::ALL.to_vec())),
            hour(),
            adult(),
        );
        let stays = prop::collection::vec(stay, 1..5);
        (Just(length), stays, 0..120i64, any::<bool>())
    };
    length
        .prop_flat_map(stays)
        .prop_map(|(cycle_weeks, stays, after, term_time_only)| {
            let slots = stays
                .into_iter()
                .flat_map(|(weeks, day, start, end_day, end, with)| {
                    let end_day = end_day
                        .or_else(|| (end <= start && end.0 != Time::midnight()).then_some(day));
                    let slot = move |week| Slot {
                        week,
                        day,
                        start,
                        end_day,
                        end,
                        with: with.clone(),
                        place: None,
                    };
                    weeks.into_iter().map(slot).collect::<Vec<_>>()
                });
            Schedule::Weekly {
                cycle_weeks,
                anchor: form::Date(FIRST + after.days()),
                slots: slots.collect(),
                term_time_only,
            }
        })
}

fn rule() -> impl Strategy<Value = YearRule> {
    let some = prop::option::weighted(0.7, adult());
    let rule = (prop::option::weighted(0.3, adult()), some.clone(), some);
    let rule = rule.prop_map(|(every, even, odd)| YearRule { every, even, odd });
    rule.prop_filter("it names somebody", |rule| {
        [&rule.every, &rule.even, &rule.odd]
            .into_iter()
            .any(Option::is_some)
    })
}

fn special() -> impl Strategy<Value = Schedule> {
    let days = vec![
        SpecialDay::Birthday,
        SpecialDay::ChristmasEve,
        SpecialDay::ChristmasDay,
        SpecialDay::BoxingDay,
        SpecialDay::NewYearsEve,
        SpecialDay::NewYearsDay,
        SpecialDay::MothersDay,
        SpecialDay::FathersDay,
        SpecialDay::EasterSunday,
        SpecialDay::Other,
    ];
    let child = select(vec![id("isla"), id("rowan")]);
    // Of a family's own days some have a name, and some of these have dates.
    let dates = vec![date(2026, 11, 8), date(2027, 10, 29), date(2028, 10, 17)];
    let names = select(vec!["Diwali", "Eid al-Fitr"]);
    let own = prop::option::of((names, subsequence(dates, 0..=3)));
    let hours = (prop::option::of(hour()), prop::option::of(hour()), 0..5u32);
    let parts = (select(days), day_of_year(), child, hours, (rule(), own));
    let parts = parts.prop_filter(
        "it ends after it begins",
        |(_, _, _, (start, end, days), _)| {
            let start = start.map_or(Time::midnight(), |time| time.0);
            *days > 0 || end.is_none_or(|end| end.0 > start)
        },
    );
    parts.prop_map(
        |(day, on, child, (start, end, end_after_days), (rule, own))| {
            let own = own.filter(|_| day == SpecialDay::Other);
            let (name, dates) = own.unzip();
            let dates: Vec<Date> = dates.unwrap_or_default();
            let is_dated = day == SpecialDay::Other && dates.is_empty();
            Schedule::Special {
                name: name.map(|name| name.parse().expect("a line")),
                name_cy: None,
                on: is_dated.then_some(on),
                dates: dates.into_iter().map(form::Date).collect(),
                child: (day == SpecialDay::Birthday).then_some(child),
                day,
                start,
                end,
                end_after_days,
                rule,
            }
        },
    )
}

fn day_of_year() -> impl Strategy<Value = MonthDay> {
    (1..=12i8, 1..=31i8).prop_filter_map("there is such a day", |(month, day)| {
        let known = Date::new(2028, month, day);
        known.ok().map(|_| MonthDay { month, day })
    })
}

fn holiday() -> impl Strategy<Value = Schedule> {
    let all = vec![id("summer_2026"), id("christmas_2026"), id("easter_2027")];
    let halves = (rule(), prop::option::of(hour()));
    let halves = halves.prop_map(|(first, change_at)| HolidayShare::Halves { first, change_at });
    let whole = rule().prop_map(|with| HolidayShare::Whole { with });
    let part = (
        1..20i64,
        prop::option::of(hour()),
        1..14i64,
        prop::option::of(hour()),
        adult(),
    );
    let dates = prop::collection::vec(part, 1..4).prop_map(|parts| {
        let mut day = FIRST;
        let parts = parts
            .into_iter()
            .map(|(after, from_time, long, to_time, with)| {
                let from = day + after.days();
                day = from + long.days();
                DatedPart {
                    from: form::Date(from),
                    from_time,
                    to: form::Date(day),
                    to_time,
                    with,
                }
            });
        HolidayShare::Dates {
            parts: parts.collect(),
        }
    });
    let share = prop_oneof![halves, whole, dates];
    // Two holidays stand for each there is, those to come among them.
    (subsequence(all, 1..=3), share).prop_map(|(periods, share)| Schedule::Holiday {
        each_holiday: periods.len() == 2,
        periods,
        share,
    })
}

fn of_month() -> impl Strategy<Value = Vec<OfMonth>> {
    let all = vec![
        OfMonth::First,
        OfMonth::Second,
        OfMonth::Third,
        OfMonth::Fourth,
        OfMonth::Last,
    ];
    subsequence(all, 1..=3)
}

fn monthly() -> impl Strategy<Value = Schedule> {
    let hours = (hour(), hour(), 0..5u32);
    let hours = hours.prop_filter("it ends after it begins", |(start, end, days)| {
        *days > 0 || end > start
    });
    (of_month(), select(Weekday::ALL.to_vec()), hours, adult()).prop_map(
        |(of_month, day, (start, end, end_after_days), with)| Schedule::Monthly {
            of_month,
            day,
            start,
            end_after_days,
            end,
            with,
        },
    )
}

fn rota() -> impl Strategy<Value = Schedule> {
    (0..100i64, 1..15u32, 1..15u32, hour(), adult()).prop_map(|(after, on, off, change, with)| {
        Schedule::Rota {
            first: form::Date(FIRST + after.days()),
            on,
            off,
            change,
            with,
        }
    })
}

fn call() -> impl Strategy<Value = Schedule> {
    let channel = select(vec![
        Channel::Phone,
        Channel::Video,
        Channel::Letter,
        Channel::Gift,
    ]);
    let days = subsequence(Weekday::ALL.to_vec(), 1..=4);
    let hours = (prop::option::of(360..1200i16), prop::option::of(1..200i16));
    // Every week, every so many weeks, or on some of the days of a month.
    let rhythm = prop_oneof![
        Just((Vec::new(), None)),
        (2..=12u32, 0..12i64).prop_map(|(weeks, after)| (Vec::new(), Some((weeks, after)))),
        of_month().prop_map(|of_month| (of_month, None)),
    ];
    let parts = (channel, days, hours, adult(), adult(), rhythm);
    parts.prop_map(
        |(channel, days, (start, long), by, with, (of_month, weeks))| {
            let time = |minute: i16| {
                let part = |number: i16| i8::try_from(number).expect("a part of a day is small");
                form::Time(Time::constant(part(minute / 60), part(minute % 60), 0, 0))
            };
            Schedule::Indirect {
                channel,
                days,
                of_month,
                cycle_weeks: weeks.map(|(weeks, _)| weeks),
                anchor: weeks.map(|(_, after)| form::Date(FIRST + after.weeks())),
                start: start.map(time),
                end: start.zip(long).map(|(start, long)| time(start + long)),
                initiated_by: by,
                with,
            }
        },
    )
}
