//! What a package has beside the program, made of the same help that the program prints: a man
//! page for each command, and completions for shells. Hidden, since nobody types them.

use clap::{Command, CommandFactory};
use clap_complete::{Shell as Generator, generate};
use clap_mangen::Man;

use crate::cli::args::{Arguments, Completions, Manual, Shell};
use crate::cli::{Exit, Terminal};

/// What a page is of, as its foot says.
const SOURCE: &str = concat!("concord ", env!("CARGO_PKG_VERSION"));

/// `concord manual build > concord-build.1`.
pub(in crate::cli) fn manual(args: &Manual, terminal: &mut Terminal<'_>) -> Exit {
    let mut program = Arguments::command();
    program.build();
    let mut command = Some(&program);
    for name in &args.command {
        command = command.and_then(|command| command.find_subcommand(name));
    }
    let Some(command) = command else {
        let why = format!("there is no command `{}`", args.command.join(" "));
        return terminal.refuse(why, "`concord --help` lists the commands");
    };
    terminal.result(page(command).trim_end());
    Exit::Done
}

/// `concord completions fish > concord.fish`.
pub(in crate::cli) fn completions(args: &Completions, terminal: &mut Terminal<'_>) -> Exit {
    let shell = match args.shell {
        Shell::Bash => Generator::Bash,
        Shell::Zsh => Generator::Zsh,
        Shell::Fish => Generator::Fish,
        Shell::Powershell => Generator::PowerShell,
    };
    let mut program = Arguments::command();
    let mut completions = Vec::new();
    generate(shell, &mut program, "concord", &mut completions);
    terminal.result(String::from_utf8_lossy(&completions).trim_end());
    Exit::Done
}

/// A page in the language of `man`, with no day on it.
fn page(command: &Command) -> String {
    let mut page = Vec::new();
    // What is written to memory is written.
    let _ = Man::new(command.clone()).source(SOURCE).render(&mut page);
    String::from_utf8_lossy(&page).into_owned()
}
