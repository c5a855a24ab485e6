//! The schema of the form: that of the model, with lines, moments and blocks for all in it.
//!
//! What is a line here is described by types of its own, of which nothing is ever made: they
//! are there to be read by editors, and by whoever checks the shape of a file.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::call::TimeOfCall;
use super::day::TimeOfDay;
use super::moment::{DayAndTime, DayAndTimes, MOMENTS};
use super::month::{Rota, TimeOfMonth};
use super::week::TimeOfWeek;
use crate::case::form::{Date, Id, Line, MonthDay, Time};
use crate::case::recurrence::{Weekday, YearRule};

/// What is said once for all arrangements.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct ForAll {
    /// What is the same for all: the children of each that names none, and of each that is
    /// agreed, or agreed in principle, in which session and by whom, unless it says so itself.
    for_all: SaidForAll,
}

/// What can be said of all arrangements at once.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct SaidForAll {
    /// The children.
    children: Option<Vec<Id>>,
    /// The session in which each was agreed.
    agreed_in: Option<Id>,
    /// Who agreed to each.
    agreed_by: Option<Vec<Id>>,
}

/// A recurring arrangement.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it is there to be described")]
enum Recurring {
    /// A pattern of weeks.
    Weekly(WeeklyTimes),
    /// Some weekdays of each month.
    Monthly(MonthlyTimes),
    /// Nights together and nights apart, over and over.
    Rota(NightsInTurn),
    /// School holidays, each shared in the same way.
    Holidays(HolidayTimes),
    /// A day that comes once a year.
    Day(DayOfYear),
    /// Calls by telephone.
    Phone(PhoneCalls),
    /// Calls by video.
    Video(VideoCalls),
    /// Letters and cards.
    Letter(Letters),
    /// Presents.
    Gift(Gifts),
    /// A handover between the parents.
    Handover(HandoverTimes),
}

/// A pattern of weeks.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct WeeklyTimes {
    /// When the children are with the person of the arrangement, a line each.
    #[schemars(length(min = 1))]
    times: Vec<TimeOfWeek>,
    /// The length of the pattern, in weeks; one, where nothing is said.
    #[schemars(range(min = 1, max = 12))]
    cycle_weeks: Option<u32>,
    /// The Monday on which week 1 first begins; for a pattern of one week that of the
    /// arrangement's `from`, where nothing is said.
    anchor: Option<Date>,
    /// Whether it rests in the school holidays.
    term_time_only: Option<bool>,
}

/// Some weekdays of each month.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct MonthlyTimes {
    /// Which, and from when until when.
    monthly: TimeOfMonth,
    /// With whom, where that is not the person of the arrangement.
    with: Option<Id>,
}

/// Nights together and nights apart, over and over.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct NightsInTurn {
    /// How many nights.
    rota: Rota,
    /// The day on which the first of them begins.
    first: Date,
    /// When the change is, on the first and the last day.
    change: Time,
    /// With whom, where that is not the person of the arrangement.
    with: Option<Id>,
}

/// School holidays, each shared in the same way: `halves`, `whole` or `dates`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct HolidayTimes {
    /// The holidays, among `calendar.holidays`.
    #[schemars(length(min = 1))]
    periods: Vec<Id>,
    /// Whether it is agreed for each school holiday, those whose dates are not known yet
    /// among them; `periods` then names all that the calendar has.
    each_holiday: Option<bool>,
    /// In two halves: who has the first.
    halves: Option<YearRule>,
    /// When the handover in the middle takes place; noon, where nothing is said.
    change_at: Option<Time>,
    /// The whole of it with one person, by the year.
    whole: Option<YearRule>,
    /// By dates.
    #[schemars(length(min = 1))]
    dates: Option<Vec<DatedTimes>>,
}

/// A dated part of a holiday.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct DatedTimes {
    /// The day it begins, and when.
    from: DayAndTime,
    /// The day it ends, and when.
    to: DayAndTime,
    /// With whom, where that is not the person of the arrangement.
    with: Option<Id>,
}

/// A day that comes once a year.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct DayOfYear {
    /// Which, and from when until when.
    day: TimeOfDay,
    /// What a day is called that is `other`: a feast, an anniversary.
    name: Option<Line>,
    /// The same in Welsh.
    name_cy: Option<Line>,
    /// The day of the year, where `day` is `other` or moves.
    on: Option<MonthDay>,
    /// Its dates year by year, where they follow another calendar than this one.
    dates: Option<Vec<Date>>,
    /// The child whose birthday it is.
    child: Option<Id>,
    /// Who has it every year.
    every: Option<Id>,
    /// Who has it in even years.
    even: Option<Id>,
    /// Who has it in odd years.
    odd: Option<Id>,
}

/// A means of indirect contact: the same fields beside the line that is named for it.
macro_rules! channel {
    ($type:ident $field:ident $about:literal) => {
        #[doc = $about]
        #[derive(JsonSchema)]
        #[schemars(deny_unknown_fields)]
        #[expect(dead_code, reason = "it is there to be described")]
        struct $type {
            /// On which days, from when until when.
            $field: TimeOfCall,
            /// After how many weeks it comes again; every week, where nothing is said.
            #[schemars(range(min = 2, max = 12))]
            cycle_weeks: Option<u32>,
            /// The Monday of a week in which it comes, with `cycle_weeks`.
            anchor: Option<Date>,
            /// Who begins it.
            initiated_by: Id,
            /// With whom, where that is not the person of the arrangement.
            with: Option<Id>,
        }
    };
}

channel! { PhoneCalls phone "Calls by telephone." }
channel! { VideoCalls video "Calls by video." }
channel! { Letters letter "Letters and cards." }
channel! { Gifts gift "Presents." }

/// A handover between the parents.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is there to be described")]
struct HandoverTimes {
    /// Who hands over.
    from: Id,
    /// To whom.
    to: Id,
    /// Where.
    place: Id,
    /// Who brings or fetches.
    by: Id,
    /// On which days.
    days: Option<Vec<Weekday>>,
    /// When; the end of the slot, where nothing is said.
    time: Option<Time>,
    /// Who may stand in.
    stand_ins: Option<Vec<Id>>,
}

/// The definitions of the model that the lines take the place of.
const REPLACED: [&str; 4] = ["Schedule", "Slot", "HolidayShare", "DatedPart"];

/// The schema of the form, made of that of the model.
pub(crate) fn of_the_form(model: &Value) -> Value {
    let mut schema = model.clone();
    for (path, key, hours) in MOMENTS {
        let hours = hours.to_vec();
        let moment = match hours.len() {
            1 => described::<DayAndTime>(),
            _ => described::<DayAndTimes>(),
        };
        if let Some(block) = definition(&mut schema, path) {
            join(block, key, &hours, &moment);
        }
    }
    let arrangements = &mut schema["properties"]["arrangements"]["items"];
    *arrangements = json!({"anyOf": [{"$ref": "#/$defs/ForAll"}, arrangements.take()]});
    if let Some(definitions) = schema["$defs"].as_object_mut() {
        definitions.retain(|name, _| !REPLACED.contains(&name.as_str()));
        define::<Recurring>("Schedule", definitions);
        define::<ForAll>("ForAll", definitions);
    }
    schema
}

/// The block to which a path of the file leads, by the names of the schema.
fn definition<'a>(schema: &'a mut Value, path: &[&str]) -> Option<&'a mut Map<String, Value>> {
    let mut name = String::new();
    for step in path {
        let block = match name.is_empty() {
            true => &*schema,
            false => &schema["$defs"][&name],
        };
        let node = match *step {
            "*" => continue,
            key => &block["properties"][key],
        };
        name = referred(node)?;
    }
    schema["$defs"][&name].as_object_mut()
}

/// The definition that a field leads to, itself, as a list of such or as one that may be left
/// out.
fn referred(node: &Value) -> Option<String> {
    let several = node["anyOf"].as_array();
    let within = [&node["items"]]
        .into_iter()
        .chain(several.into_iter().flatten());
    let own = node["$ref"].as_str();
    let named = own.or_else(|| within.into_iter().find_map(|one| one["$ref"].as_str()));
    Some(named?.strip_prefix("#/$defs/")?.to_owned())
}

/// Has the hours stand behind the day under `key`, in one value.
fn join(block: &mut Map<String, Value>, key: &str, hours: &[&str], moment: &Value) {
    let Some(fields) = block.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    let mut joined = Map::new();
    for (name, field) in std::mem::take(fields) {
        let field = match name == key {
            true => behind(&field, moment),
            false => field,
        };
        if !hours.contains(&name.as_str()) {
            joined.insert(name, field);
        }
    }
    *fields = joined;
}

/// A moment in place of a day that may be left out or not.
fn behind(day: &Value, moment: &Value) -> Value {
    let about = day["description"].as_str().unwrap_or_default();
    let mut moment = moment.clone();
    moment["description"] = json!(format!("{about} The time stands behind it."));
    if day["anyOf"].is_array() {
        moment["type"] = json!(["string", "null"]);
    }
    moment
}

fn described<T: JsonSchema>() -> Value {
    schemars::schema_for!(T).to_value()
}

/// Adds a type, and those that it is made of, to the definitions.
fn define<T: JsonSchema>(name: &str, definitions: &mut Map<String, Value>) {
    let mut schema = SchemaGenerator::default()
        .into_root_schema_for::<T>()
        .to_value();
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    if let Some(Value::Object(within)) = fields.remove("$defs") {
        for (name, one) in within {
            definitions.entry(name).or_insert(one);
        }
    }
    fields.remove("$schema");
    fields.remove("title");
    definitions.insert(name.to_owned(), schema);
}
