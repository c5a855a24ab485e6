//! Dates and times, which the view holds in ISO 8601 and the locale writes.

use jiff::civil::Time;
use serde_json::Value;

use super::call::{Call, Refused};

/// `{{date path}}`: a date, as the locale writes one.
pub(super) fn date(call: &Call<'_, '_>) -> Result<Value, Refused> {
    Ok(Value::String(
        call.grammar(&["calendar.*"]).date(parsed(call, A_DATE)?),
    ))
}

/// `{{day_month path}}`: a date whose year stands beside it.
pub(super) fn day_month(call: &Call<'_, '_>) -> Result<Value, Refused> {
    Ok(Value::String(
        call.grammar(&["calendar.*"])
            .day_month(parsed(call, A_DATE)?),
    ))
}

/// `{{weekday_date path}}`: a date with the name of its day, with a capital where it stands
/// alone. As the value of a phrase, `on=(weekday_date path)`, it is written as in a sentence:
/// in Welsh a day has no capital there, and the phrase can mutate it.
pub(super) fn weekday_date(call: &Call<'_, '_>) -> Result<Value, Refused> {
    let date = parsed(call, A_DATE)?;
    let locale = call.grammar(&["calendar.*"]);
    Ok(Value::String(match call.is_inside() {
        true => locale.weekday_date_in_text(date),
        false => locale.weekday_date(date),
    }))
}

/// `{{time path}}`: a time of day, as the locale writes one.
pub(super) fn time(call: &Call<'_, '_>) -> Result<Value, Refused> {
    Ok(Value::String(call.grammar(&["calendar.*"]).time(parsed::<
        Time,
    >(
        call,
        "a time like `14:30`",
    )?)))
}

const A_DATE: &str = "a date like `2026-03-02`";

fn parsed<T: std::str::FromStr>(call: &Call<'_, '_>, what: &str) -> Result<T, Refused> {
    let text = call.text(0, what)?;
    let argument = call.argument(0, what)?;
    text.parse()
        .map_err(|_| call.not(argument, argument.value(), what))
}
