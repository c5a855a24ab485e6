//! The program: one call into the library. Started by itself, it is a worker.

use std::env;
use std::process::ExitCode;

use concord::cli::{self, Terminal};
use concord::typesetting::worker;

fn main() -> ExitCode {
    if env::args_os()
        .nth(1)
        .is_some_and(|first| first == worker::COMMAND)
    {
        return worker::serve();
    }
    cli::hide_panic_payloads();
    cli::run(std::env::args_os(), &mut Terminal::standard()).into()
}
