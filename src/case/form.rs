//! Strings that must have a form: case numbers, postcodes, dates, ids.

mod case_number;
mod constrained;
mod contact;
mod date;
mod id;
mod schema_version;
mod text;

pub use case_number::CaseNumber;
pub use constrained::{Check, Form, Misfit, MisfitKind, check, form, schema};
pub use contact::{Email, Phone, Postcode};
pub use date::{Date, MonthDay, Time};
pub use id::Id;
pub use schema_version::SchemaVersion;
pub(crate) use schema_version::version;
pub use text::{Line, Prose};

/// Every form of the case file, for whoever must ask the parser behind a `format`.
pub const FORMS: &[Check] = &[
    check::<CaseNumber>(),
    check::<Date>(),
    check::<Email>(),
    check::<Id>(),
    check::<Line>(),
    check::<MonthDay>(),
    check::<Phone>(),
    check::<Postcode>(),
    check::<Prose>(),
    check::<SchemaVersion>(),
    check::<Time>(),
];
