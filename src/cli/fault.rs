//! A fault of the program itself: where it happened is told, never what with.
//!
//! The message of a panic may quote a value, and a value is something a family
//! wrote. So only the place in the program leaves it.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};

use super::{Exit, Terminal};

/// Replaces Rust's report of a panic by one that names the place in the program alone.
///
/// It holds for the whole process, so only `main` calls it; a test wants to see its
/// own failures.
pub fn hide_panic_payloads() {
    panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        // A panic may come from any thread, and where it cannot be told nothing is lost.
        let _ = writeln!(io::stderr(), "concord: internal fault at {place}");
    }));
}

/// Runs a command so that a panic in it ends in an exit code and not in an abort.
pub(super) fn contain(
    terminal: &mut Terminal<'_>,
    command: impl FnOnce(&mut Terminal<'_>) -> Exit,
) -> Exit {
    // The terminal holds no more than streams, and each write to them is whole.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| command(terminal)));
    outcome.unwrap_or_else(|_| {
        terminal.notice("error: the program has a fault, and stopped; the case is not to blame");
        terminal.notice("  help: report the place named above; it tells nothing about the case");
        Exit::Fault
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Surroundings;

    #[test]
    fn a_panic_ends_in_an_exit_code_and_says_nothing_of_the_case() {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = {
            let mut terminal = Terminal::new(&mut out, &mut err, Surroundings::default());
            contain(&mut terminal, |_| panic!("what a child said"))
        };
        assert_eq!(exit, Exit::Fault);
        assert!(out.is_empty());
        let told = String::from_utf8(err).expect("the notice is text");
        assert!(told.starts_with("error: the program has a fault"));
        assert!(!told.contains("child"));
    }
}
