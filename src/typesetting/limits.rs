//! How much of the machine a document may take.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What a worker may use for one document. A nine-page report takes a hundredth of either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Of a processor, from the moment that a worker begins with the document. Systems count
    /// whole seconds, so that a document is stopped less than a second later.
    pub time: Duration,
    /// By the wall's clock, for what a worker does not work at: to start, to be given the
    /// document, and to be done with it. On a busy machine a sound document waits long for
    /// its share of a processor, and nobody may refuse it for that.
    pub wall: Duration,
    /// Bytes of address space, the program itself and its fonts included.
    pub memory: u64,
}

impl Default for Limits {
    /// 9 seconds, so that whatever never ends does so within 10; 10 minutes by the wall's
    /// clock, which is long enough where sixty others want the processor; and 1 GiB.
    fn default() -> Self {
        Limits {
            time: Duration::from_secs(9),
            wall: Duration::from_secs(600),
            memory: 1 << 30,
        }
    }
}

impl Limits {
    /// The time, as messages say it.
    pub(super) fn time_in_words(&self) -> impl fmt::Display {
        format!("{} s of a processor", self.time.as_secs_f64())
    }

    /// The time by the wall's clock, as messages say it.
    pub(super) fn wall_in_words(&self) -> impl fmt::Display {
        format!("{} s", self.wall.as_secs_f64())
    }

    /// The memory, as messages say it.
    pub(super) fn memory_in_words(&self) -> impl fmt::Display {
        match self.memory >> 20 {
            mebibytes if mebibytes % 1024 == 0 => format!("{} GiB", mebibytes / 1024),
            mebibytes => format!("{mebibytes} MiB"),
        }
    }
}
