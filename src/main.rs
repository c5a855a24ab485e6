//! The program: one call into the library.

use std::process::ExitCode;

use concord::cli::{self, Terminal};

fn main() -> ExitCode {
    cli::hide_panic_payloads();
    cli::run(std::env::args_os(), &mut Terminal::standard()).into()
}
