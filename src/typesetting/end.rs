//! How a worker can end without an answer, and what that says of the document.

use std::process::ExitStatus;

use super::trouble::{Kind, Spot, Trouble};
use super::wire::Step;
use super::{Limits, MAIN};

/// The end of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The document took more time than it may.
    TooLong,
    /// The document took more memory than it may.
    TooMuch,
    /// The document is nested deeper than any stack.
    TooDeep,
    /// Somebody else killed it: most often the system, short of memory.
    Killed,
    /// The machine did not let it go on: it sleeps, was stopped, or is moved to the disk.
    HeldUp,
    /// The machine did not let it start.
    NotStarted,
    /// It died in a way that it should not.
    Lost,
}

/// What Rust says where memory is refused, and where a stack is full, before it aborts.
const OUT_OF_MEMORY: &str = "memory allocation of ";
const OUT_OF_STACK: &str = "has overflowed its stack";

impl End {
    /// What a dead worker died of, from its status and what it wrote to standard error. A
    /// panic is no death: a worker answers it.
    pub(super) fn of(status: ExitStatus, words: &[u8]) -> End {
        let words = String::from_utf8_lossy(words);
        if words.contains(OUT_OF_MEMORY) {
            End::TooMuch
        } else if words.contains(OUT_OF_STACK) {
            End::TooDeep
        } else {
            of_signal(status)
        }
    }

    /// The trouble of the document that the worker had in hand.
    pub(super) fn trouble(self, step: Step, limits: &Limits) -> Trouble {
        let step = step.in_words();
        let (kind, message) = match self {
            End::TooLong => {
                let message = format!("exceeded {} while {step}", limits.time_in_words());
                (Kind::TooLong, message)
            }
            End::TooMuch => {
                let message = format!("exceeded {} while {step}", limits.memory_in_words());
                (Kind::TooMuch, message)
            }
            End::TooDeep => (Kind::TooDeep, format!("exceeded the stack while {step}")),
            End::Killed => {
                let message = format!("the typesetter was killed from outside while {step}");
                (Kind::Machine, message)
            }
            End::HeldUp => {
                let wall = limits.wall_in_words();
                let message = format!("the typesetter got no further in {wall} while {step}");
                (Kind::Machine, message)
            }
            End::NotStarted => {
                let message = "no process could be started to typeset in".to_owned();
                (Kind::Machine, message)
            }
            End::Lost => (Kind::Lost, format!("the typesetter died while {step}")),
        };
        let of_document = matches!(self, End::TooLong | End::TooMuch | End::TooDeep);
        // Where a running document is, nobody can ask; its first line tells which it is.
        let place = of_document.then(|| Spot {
            file: MAIN.to_owned(),
            start: 0,
            end: 0,
        });
        Trouble {
            place,
            ..Trouble::new(kind, message)
        }
    }
}

#[cfg(unix)]
fn of_signal(status: ExitStatus) -> End {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt as _;

    match status.signal().and_then(Signal::from_named_raw) {
        Some(Signal::XCPU) => End::TooLong,
        Some(Signal::KILL | Signal::TERM | Signal::INT | Signal::HUP | Signal::QUIT) => End::Killed,
        _ => End::Lost,
    }
}

#[cfg(not(unix))]
fn of_signal(_: ExitStatus) -> End {
    End::Lost
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;

    use super::*;

    #[test]
    fn a_death_is_told_from_another() {
        let aborted = "memory allocation of 99 bytes failed\n";
        let overflowed = "thread 'x' has overflowed its stack\nfatal runtime error";
        for (status, words, end) in [
            (6, aborted, End::TooMuch),
            (6, overflowed, End::TooDeep),
            (6, "", End::Lost),
            (9, "", End::Killed),
            (15, "", End::Killed),
            (24, "", End::TooLong),
            (11, "", End::Lost),
            (31, "", End::Lost),
            (0, "", End::Lost),
            (7 << 8, "", End::Lost),
        ] {
            let of = End::of(ExitStatus::from_raw(status), words.as_bytes());
            assert_eq!(of, end, "{status} {words}");
        }
    }
}
