//! What can be asked for to ship the program, by whoever makes a package of it.

use clap::{Args, ValueEnum};

/// Print the man page of the program, or of one of its commands
#[derive(Debug, Args)]
#[command(hide = true)]
pub(in crate::cli) struct Manual {
    /// The command, as it is typed: `build`, `templates new`
    pub(in crate::cli) command: Vec<String>,
}

/// Print what completes a command line in a shell
#[derive(Debug, Args)]
#[command(hide = true)]
pub(in crate::cli) struct Completions {
    /// The shell
    pub(in crate::cli) shell: Shell,
}

/// The shells that a package has completions for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum Shell {
    /// Of GNU.
    Bash,
    /// With the folder `site-functions`.
    Zsh,
    /// The friendly one.
    Fish,
    /// Of Microsoft.
    Powershell,
}
