//! `concord schema`: the JSON Schema of a case file, for editors.

use crate::case;
use crate::cli::{Exit, Terminal};

pub(in crate::cli) fn run(terminal: &mut Terminal<'_>) -> Exit {
    terminal.result(case::schema().trim_end());
    Exit::Done
}
