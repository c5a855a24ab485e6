//! What is agreed: terms, orders proposed and in force, consent, conditions, dates.

pub(super) mod agreement;
pub(super) mod beginnings;
pub(super) mod childs_words;
pub(super) mod conditions;
pub(super) mod consent;
pub(super) mod each_holiday;
pub(super) mod existing_order;
pub(super) mod holiday_dates;
pub(super) mod holiday_year;
pub(in crate::rules) mod holidays;
pub(super) mod kept_apart;
pub(super) mod one_place;
pub(super) mod proposed_order;
pub(super) mod recital;
pub(super) mod rhythm;
pub(super) mod special_days;
pub(super) mod stretches;
pub(super) mod told;
pub(super) mod unsettled;
mod words;
