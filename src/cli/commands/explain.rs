//! `concord explain`: the page of a code, or the list of all codes by family.

use crate::cli::args::Explain;
use crate::cli::{Exit, Terminal};
use crate::diagnostics::explain::{FAMILIES, Family, page};
use crate::diagnostics::{code, nearest};

pub(in crate::cli) fn run(args: &Explain, terminal: &mut Terminal<'_>) -> Exit {
    let Some(asked) = &args.code else {
        terminal.result(list());
        return Exit::Done;
    };
    match code::find(asked) {
        Some(code) => {
            terminal.result(page(code).trim_end());
            Exit::Done
        }
        None => terminal.refuse(format!("there is no code `{asked}`"), suggestion(asked)),
    }
}

fn suggestion(asked: &str) -> String {
    let asked = asked.to_ascii_uppercase();
    match nearest(&asked, code::all().map(|code| code.id)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`concord explain` without a code lists them all".to_owned(),
    }
}

/// A heading per family, a line per code.
fn list() -> String {
    let families = FAMILIES
        .iter()
        .filter(|family| family.codes().next().is_some());
    let sections: Vec<String> = families.map(section).collect();
    sections.join("\n\n")
}

fn section(family: &Family) -> String {
    let lines = family.codes().map(|code| {
        format!(
            "  {:<4}  {:<7}  {}",
            code.id,
            code.severity.word(),
            code.title
        )
    });
    let heading = format!("{}: {}", family.letter, family.name);
    std::iter::once(heading)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}
