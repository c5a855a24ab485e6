//! The one place that prints: what was asked for to standard output, the rest to
//! standard error.
//!
//! Findings are what `check` is asked for; to `build` they are what kept it from
//! its documents. So `check … | jq` and `build … | xargs` both read what they need.

use std::env;
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::path::PathBuf;

use super::Exit;
use super::events::{self, Event};
use super::progress::Progress;
use crate::diagnostics::draw::{MessageFormat, Style, draw};
use crate::diagnostics::{Diagnostic, code};
use crate::reading;

/// What is known about who reads the findings, and about who runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Standard output is a terminal, not a pipe or a file.
    pub out_is_terminal: bool,
    /// Standard error is a terminal, not a pipe or a file.
    pub err_is_terminal: bool,
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `TERM` is `dumb`: a terminal that draws nothing, as screen readers often set it.
    pub is_dumb: bool,
    /// This process is the program itself, whose `main` knows how to be a worker; a test or
    /// another program that calls the command line is not.
    pub is_program: bool,
    /// The folders in `CONCORD_TEMPLATES`.
    pub templates: Vec<PathBuf>,
    /// Above this folder nobody looks for settings.
    pub home: Option<PathBuf>,
}

impl Surroundings {
    #[expect(
        clippy::disallowed_methods,
        reason = "how a finding is drawn is no part of a result; whose templates are used is told"
    )]
    fn of_this_process() -> Self {
        Surroundings {
            out_is_terminal: io::stdout().is_terminal(),
            err_is_terminal: io::stderr().is_terminal(),
            no_color: env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
            is_dumb: env::var_os("TERM").is_some_and(|value| value == "dumb"),
            is_program: true,
            templates: env::var_os("CONCORD_TEMPLATES").map_or_else(Vec::new, |folders| {
                let folders = env::split_paths(&folders);
                folders
                    .filter(|folder| !folder.as_os_str().is_empty())
                    .collect()
            }),
            home: env::var_os("HOME").map(PathBuf::from),
        }
    }

    /// The form of findings where none was asked for: drawn for the eye on a
    /// terminal, told in words everywhere else.
    fn message_format(&self, is_terminal: bool) -> MessageFormat {
        if is_terminal && !self.is_dumb {
            MessageFormat::Human
        } else {
            MessageFormat::Plain
        }
    }

    fn style(&self, is_terminal: bool) -> Style {
        Style {
            color: is_terminal && !self.is_dumb && !self.no_color,
        }
    }

    fn drawn(
        &self,
        is_terminal: bool,
        format: Option<MessageFormat>,
        findings: &[Diagnostic],
    ) -> String {
        let format = format.unwrap_or_else(|| self.message_format(is_terminal));
        let mut text = String::new();
        draw(format, findings, self.style(is_terminal), &mut text)
            .expect("a string takes whatever is drawn");
        text
    }
}

/// Where a command speaks to.
pub struct Terminal<'a> {
    out: Box<dyn Write + 'a>,
    err: Box<dyn Write + 'a>,
    input: Box<dyn Read + 'a>,
    surroundings: Surroundings,
    /// The first write of a result that failed.
    failure: Option<ErrorKind>,
}

impl Terminal<'static> {
    /// The streams of this process.
    pub fn standard() -> Self {
        let surroundings = Surroundings::of_this_process();
        Terminal::new(io::stdout(), io::stderr(), surroundings).reading(io::stdin())
    }
}

impl<'a> Terminal<'a> {
    /// Any two streams, for example two vectors in a test.
    pub fn new(out: impl Write + 'a, err: impl Write + 'a, surroundings: Surroundings) -> Self {
        Terminal {
            out: Box::new(out),
            err: Box::new(err),
            input: Box::new(io::empty()),
            surroundings,
            failure: None,
        }
    }

    /// The same, with something to read from.
    #[must_use]
    pub fn reading(mut self, input: impl Read + 'a) -> Self {
        self.input = Box::new(input);
        self
    }

    /// What comes from standard input, to its end or to more than is accepted.
    pub(super) fn input(&mut self) -> Result<Vec<u8>, Diagnostic> {
        reading::up_to_the_limit(&mut self.input).map_err(|error| {
            let message = format!("standard input cannot be read: {}", error.kind());
            Diagnostic::new(&code::reading::NOT_FOUND, message).help("write the case to a file")
        })
    }

    /// The file that can be started to have a worker; none where a worker would not know
    /// that it is one.
    pub(super) fn program(&self) -> Option<PathBuf> {
        if !self.surroundings.is_program {
            None
        } else if cfg!(target_os = "linux") {
            // The file that runs, even where another has taken its place meanwhile.
            Some(PathBuf::from("/proc/self/exe"))
        } else {
            env::current_exe().ok()
        }
    }

    /// Whether this process is the program itself.
    pub(super) fn is_program(&self) -> bool {
        self.surroundings.is_program
    }

    /// How far a run over a number of cases is, for whoever watches.
    pub(super) fn progress(&self, cases: usize) -> Progress {
        let Surroundings {
            err_is_terminal,
            is_dumb,
            ..
        } = self.surroundings;
        match err_is_terminal && !is_dumb && cases > 1 {
            true => Progress::shown(cases),
            false => Progress::hidden(),
        }
    }

    /// The folders that the environment names: those of templates, and the home folder.
    pub(super) fn folders(&self) -> (Vec<PathBuf>, Option<PathBuf>) {
        (
            self.surroundings.templates.clone(),
            self.surroundings.home.clone(),
        )
    }

    /// Whether somebody looks at the results as they come.
    pub(super) fn is_watched(&self) -> bool {
        self.surroundings.out_is_terminal
    }

    /// Tells a result, on lines of its own.
    pub(super) fn result(&mut self, text: impl Display) {
        if self.failure.is_none() {
            self.failure = writeln!(self.out, "{text}").err().map(|error| error.kind());
        }
    }

    /// Tells an event, for a program.
    pub(super) fn event(&mut self, event: &Event) {
        let line = serde_json::to_string(event);
        self.result(line.expect("an event has text for keys and nothing that fails"));
    }

    /// Findings of no case, as events.
    fn events_of(&mut self, findings: &[Diagnostic]) {
        for found in findings {
            self.event(&events::finding(None, found));
        }
    }

    /// Tells findings that kept a command from what it was asked for.
    pub(super) fn findings(&mut self, format: Option<MessageFormat>, findings: &[Diagnostic]) {
        if format == Some(MessageFormat::Json) {
            return self.events_of(findings);
        }
        let is_terminal = self.surroundings.err_is_terminal;
        let text = self.surroundings.drawn(is_terminal, format, findings);
        self.tell_reader(&text);
    }

    /// Tells findings that were asked for.
    pub(super) fn asked_findings(
        &mut self,
        format: Option<MessageFormat>,
        findings: &[Diagnostic],
    ) {
        if format == Some(MessageFormat::Json) {
            return self.events_of(findings);
        }
        let is_terminal = self.surroundings.out_is_terminal;
        let text = self.surroundings.drawn(is_terminal, format, findings);
        if !text.is_empty() {
            self.result(text.strip_suffix('\n').unwrap_or(&text));
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
