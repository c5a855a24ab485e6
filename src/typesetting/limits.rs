//! How much of the machine a document may take.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What a worker may use for one document. A nine-page report takes a hundredth of either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// From the moment that a worker begins with the document, not from the queue; by the
    /// wall's clock, and a second more of the processor's.
    pub time: Duration,
    /// Bytes of address space, the program itself and its fonts included.
    pub memory: u64,
}

impl Default for Limits {
    /// 10 seconds and 1 GiB.
    fn default() -> Self {
        Limits {
            time: Duration::from_secs(10),
            memory: 1 << 30,
        }
    }
}

impl Limits {
    /// The time, as messages say it.
    pub(super) fn time_in_words(&self) -> impl fmt::Display {
        format!("{} s", self.time.as_secs_f64())
    }

    /// The memory, as messages say it.
    pub(super) fn memory_in_words(&self) -> impl fmt::Display {
        match self.memory >> 20 {
            mebibytes if mebibytes % 1024 == 0 => format!("{} GiB", mebibytes / 1024),
            mebibytes => format!("{mebibytes} MiB"),
        }
    }
}
