//! The one place that prints: results to standard output, findings to standard error.
//!
//! What a script reads (paths, a schema, a closing line) and what a person reads
//! (findings, refusals) go different ways, so that neither gets in the other's.

use std::env;
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};

use super::Exit;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::draw::{MessageFormat, Style, draw};

/// What is known about who reads the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Standard error is a terminal, not a pipe or a file.
    pub is_terminal: bool,
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `TERM` is `dumb`: a terminal that draws nothing, as screen readers often set it.
    pub is_dumb: bool,
}

impl Surroundings {
    #[expect(
        clippy::disallowed_methods,
        reason = "how a finding is drawn is no part of a result"
    )]
    fn of_this_process() -> Self {
        Surroundings {
            is_terminal: io::stderr().is_terminal(),
            no_color: env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
            is_dumb: env::var_os("TERM").is_some_and(|value| value == "dumb"),
        }
    }

    /// The form of findings where none was asked for: drawn for the eye on a
    /// terminal, told in words everywhere else.
    fn message_format(self) -> MessageFormat {
        if self.is_terminal && !self.is_dumb {
            MessageFormat::Human
        } else {
            MessageFormat::Plain
        }
    }

    fn style(self) -> Style {
        Style {
            color: self.is_terminal && !self.is_dumb && !self.no_color,
        }
    }
}

/// Where a command speaks to.
pub struct Terminal<'a> {
    out: Box<dyn Write + 'a>,
    err: Box<dyn Write + 'a>,
    surroundings: Surroundings,
    /// The first write of a result that failed.
    failure: Option<ErrorKind>,
}

impl Terminal<'static> {
    /// The streams of this process.
    pub fn standard() -> Self {
        Terminal::new(io::stdout(), io::stderr(), Surroundings::of_this_process())
    }
}

impl<'a> Terminal<'a> {
    /// Any two streams, for example two vectors in a test.
    pub fn new(out: impl Write + 'a, err: impl Write + 'a, surroundings: Surroundings) -> Self {
        Terminal {
            out: Box::new(out),
            err: Box::new(err),
            surroundings,
            failure: None,
        }
    }

    /// Tells a result, on lines of its own.
    pub(super) fn result(&mut self, text: impl Display) {
        if self.failure.is_none() {
            self.failure = writeln!(self.out, "{text}").err().map(|error| error.kind());
        }
    }

    /// Tells findings, in the form asked for or in the one that suits the reader.
    pub(super) fn findings(&mut self, format: Option<MessageFormat>, findings: &[Diagnostic]) {
        let format = format.unwrap_or_else(|| self.surroundings.message_format());
        let mut text = String::new();
        if draw(format, findings, self.surroundings.style(), &mut text).is_ok() {
            self.tell_reader(&text);
        }
    }

    /// Tells something that is neither a result nor a finding, on lines of its own.
    pub(super) fn notice(&mut self, text: impl Display) {
        self.tell_reader(&format!("{text}\n"));
    }

    /// Says why a command is not carried out, and what to write instead.
    pub(super) fn refuse(&mut self, why: impl Display, help: impl Display) -> Exit {
        self.notice(format_args!("error: {why}\n  help: {help}"));
        Exit::Usage
    }

    /// Writes to standard error; whoever does not read it cannot be told so there.
    fn tell_reader(&mut self, text: &str) {
        let _ = self.err.write_all(text.as_bytes());
    }

    /// Sends off what is still held back and says how the command really ended: a
    /// reader who has read enough (`| head`) is content, a full disk is not.
    pub(super) fn close(&mut self, exit: Exit) -> Exit {
        let flushed = self.out.flush().err().map(|error| error.kind());
        match self.failure.take().or(flushed) {
            None | Some(ErrorKind::BrokenPipe) => exit,
            Some(reason) => {
                let notice = format!("error: the result could not be printed: {reason}");
                self.notice(notice);
                if exit == Exit::Done {
                    Exit::Findings
                } else {
                    exit
                }
            }
        }
    }
}
