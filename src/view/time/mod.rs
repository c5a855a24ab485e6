//! The children's time: usual weeks, holidays, special days, the year, appointments.

mod away;
pub(super) mod call;
pub(super) mod childrens_meetings;
pub(super) mod childrens_time;
pub(super) mod closed;
pub(super) mod dated_times;
mod day_parts;
#[cfg(test)]
mod disputes;
pub(super) mod holiday_dates;
mod holiday_span;
pub(super) mod key;
mod month_in_words;
pub(super) mod outlook;
pub(super) mod pattern;
pub(super) mod said;
pub(super) mod silence;
pub(super) mod special;
pub(super) mod term_schedule;
pub(super) mod weeks;
mod weeks_from;
pub(super) mod when;
pub(super) mod year;
