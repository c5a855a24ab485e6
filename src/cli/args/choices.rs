//! The words that an option takes, and what every help screen ends with.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::audience::Languages;
use crate::case::programme::ProgrammeKind;
use crate::cli::Exit;
use crate::diagnostics::draw::MessageFormat;
use crate::packs::Edition;
use crate::pipeline::Format;

pub(super) fn message_format() -> impl TypedValueParser<Value = MessageFormat> {
    one_of(&MessageFormat::ALL, MessageFormat::word)
}

pub(super) fn languages() -> impl TypedValueParser<Value = Languages> {
    one_of(&Languages::ALL, Languages::word)
}

pub(super) fn edition() -> impl TypedValueParser<Value = Edition> {
    one_of(&Edition::ALL, Edition::word)
}

/// The word of a reader's folder; whether the case has such a reader, the case says.
pub(super) fn audience(written: &str) -> Result<String, String> {
    const ALONE: [&str; 1] = ["court"];
    const SEVERAL: [&str; 6] = [
        "applicant",
        "respondent",
        "other-party",
        "non-party",
        "parent",
        "child",
    ];
    let is_number = |text: &str| text.parse::<u32>().is_ok_and(|number| number > 0);
    let (word, number) = match written.rsplit_once('-') {
        Some((word, number)) if is_number(number) => (word, true),
        _ => (written, false),
    };
    let is_known = match number {
        true => SEVERAL.contains(&word) || word == "provider",
        false => ALONE.contains(&word) || SEVERAL.contains(&word) || word == "provider",
    };
    match is_known {
        true => Ok(written.to_owned()),
        false => {
            Err("write court, applicant, respondent-2, other-party, child-1 or provider".into())
        }
    }
}

pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    one_of(&Format::ALL, Format::word)
}

pub(super) fn programme() -> impl TypedValueParser<Value = ProgrammeKind> {
    one_of(&PROGRAMMES, programme_word)
}

/// The programmes a case can be begun for.
pub(super) const PROGRAMMES: [ProgrammeKind; 4] = [
    ProgrammeKind::Cppp,
    ProgrammeKind::PlanningTogether,
    ProgrammeKind::WorkingTogether,
    ProgrammeKind::Mediation,
];

/// The word for a programme, the same on the command line as in the case file.
pub(in crate::cli) fn programme_word(kind: ProgrammeKind) -> &'static str {
    match kind {
        ProgrammeKind::Cppp => "cppp",
        ProgrammeKind::PlanningTogether => "planning-together",
        ProgrammeKind::WorkingTogether => "working-together",
        ProgrammeKind::Mediation => "mediation",
    }
}

/// A value that is one of a few, each known by its word.
fn one_of<T>(all: &'static [T], word: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|value| word(*value))).try_map(move |written| {
        let chosen = all.iter().copied().find(|value| word(*value) == written);
        chosen.ok_or("not one of the choices")
    })
}

/// What every help screen ends with: what to type, and what the exit code says.
pub(super) fn after_help(examples: &[&str], exits: &[Exit]) -> String {
    let mut text = String::from("Examples:\n");
    for example in examples {
        text.push_str(&format!("  {example}\n"));
    }
    text.push_str("\nExit codes:\n");
    for exit in exits {
        text.push_str(&format!("  {:>2}  {}\n", *exit as u8, exit.meaning()));
    }
    text
}
