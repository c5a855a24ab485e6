//! The command line: what is asked, who answers, and how it ends.
//!
//! The only room that prints, and the only one that knows clap. A command asks the
//! rooms below, tells the [`Terminal`] what came of it, and returns an [`Exit`].
//!
//! Floor 8: may import from every room, and no room imports from it.

use std::ffi::OsString;

use clap::Parser;

use args::{Arguments, Command};

mod args;
mod commands;
mod events;
mod exit;
mod fault;
mod progress;
mod stop;
mod tally;
mod terminal;

pub use exit::Exit;
pub use fault::hide_panic_payloads;
pub use terminal::{Surroundings, Terminal};

/// Does what the arguments ask, the first of them being the program's own name.
///
/// Keeps nothing between two calls, so that a test may call it as often as it likes.
pub fn run<I, T>(args: I, terminal: &mut Terminal<'_>) -> Exit
where
    I: IntoIterator<Item = T>,
    T: Into<OsString> + Clone,
{
    let exit = match Arguments::try_parse_from(args) {
        Ok(arguments) => fault::contain(terminal, |terminal| answer(arguments.command, terminal)),
        Err(reply) => reply_of_clap(&reply, terminal),
    };
    terminal.close(exit)
}

fn answer(command: Command, terminal: &mut Terminal<'_>) -> Exit {
    match command {
        Command::Build(args) => commands::build::run(args, terminal),
        Command::Check(args) => commands::check::run(&args, terminal),
        Command::Completions(args) => commands::shipped::completions(&args, terminal),
        Command::Documents(args) => commands::documents::run(&args, terminal),
        Command::Explain(args) => commands::explain::run(&args, terminal),
        Command::Init(args) => commands::init::run(&args, terminal),
        Command::Manual(args) => commands::shipped::manual(&args, terminal),
        Command::Manifest(args) => commands::manifest::run(&args.command, terminal),
        Command::Migrate(args) => commands::migrate::run(&args, terminal),
        Command::Schema(args) => commands::schema::run(&args, terminal),
        Command::Templates(args) => commands::templates::run(&args, terminal),
        Command::Verify(args) => commands::verify::run(&args, terminal),
    }
}

/// Help and version are answers; anything else clap says is a usage error.
fn reply_of_clap(reply: &clap::Error, terminal: &mut Terminal<'_>) -> Exit {
    let text = reply.render().to_string();
    if reply.use_stderr() {
        terminal.notice(text.trim_end());
        Exit::Usage
    } else {
        terminal.result(text.trim_end());
        Exit::Done
    }
}
