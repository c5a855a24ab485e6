//! What a worker may use of the machine, as far as the system can hold it to that.
//!
//! A worker sets its own bounds, while no document has come near it: so no code of ours
//! runs between the fork and the start of a program, where little is safe.

use std::io;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

use crate::typesetting::Limits;

/// The worker is killed when the program ends, however it ends.
pub(super) fn end_with_the_program() -> io::Result<()> {
    // Elsewhere than on Linux a worker notices that its standard input ends.
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    Ok(())
}

/// Memory, and what is never needed: a file to write, another file to open, and a copy of
/// memory, with what a family wrote, left behind on the disk.
pub(super) fn within(limits: &Limits) -> io::Result<()> {
    // A limit of none does not stop a copy that is piped to another program; this does.
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    at_most(Resource::Core, 0)?;
    at_most(Resource::Fsize, 0)?;
    // Standard input, output and error are open, so not one more can be.
    at_most(Resource::Nofile, 3)?;
    at_most(Resource::As, limits.memory)
}

/// The time of the processor is counted from the start of the worker, so each job moves its
/// limit on: to a whole second, and so that each has its time in full.
pub(super) fn renew_time(limits: &Limits) -> io::Result<()> {
    let spent = clock_gettime(ClockId::ProcessCPUTime).tv_sec;
    let next_second = u64::try_from(spent).unwrap_or_default() + 1;
    let seconds = next_second + limits.time.as_secs();
    let maximum = getrlimit(Resource::Cpu).maximum;
    let current = Some(maximum.map_or(seconds, |maximum| maximum.min(seconds)));
    Ok(setrlimit(Resource::Cpu, Rlimit { current, maximum })?)
}

/// A limit that was lower already stays as it is.
fn at_most(resource: Resource, most: u64) -> io::Result<()> {
    let maximum = getrlimit(resource).maximum;
    let most = Some(maximum.map_or(most, |maximum| maximum.min(most)));
    let limit = Rlimit {
        current: most,
        maximum: most,
    };
    Ok(setrlimit(resource, limit)?)
}
