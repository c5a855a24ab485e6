//! Ctrl-C and SIGTERM: a run ends after the case that is being written, so that each case
//! is whole or untouched. Whoever asks twice is obeyed at once; the next run mends what is
//! left then.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Exit;

/// Whether somebody wants the run to end.
#[derive(Debug, Default)]
pub(super) struct Stop {
    signal: Arc<AtomicUsize>,
}

impl Stop {
    /// Listens from now on. Where the process is not the program itself, its signals are
    /// not ours to take.
    pub(super) fn listen(is_program: bool) -> Self {
        let stop = Stop::default();
        #[cfg(unix)]
        if is_program {
            for signal in [SIGINT, SIGTERM] {
                // A signal that cannot be heard ends the program as it always did.
                let _ = stop.hear(signal);
            }
        }
        #[cfg(not(unix))]
        let _ = is_program;
        stop
    }

    /// How the run ends, if somebody wants it to.
    pub(super) fn asked(&self) -> Option<Exit> {
        match self.signal.load(Ordering::SeqCst) {
            0 => None,
            signal if signal == SIGTERM as usize => Some(Exit::Terminated),
            _ => Some(Exit::Interrupted),
        }
    }

    /// The first signal is noted, the second ends the program.
    #[cfg(unix)]
    fn hear(&self, signal: i32) -> std::io::Result<()> {
        use signal_hook::flag;
        let heard = Arc::default();
        flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&heard))?;
        flag::register(signal, heard)?;
        flag::register_usize(signal, Arc::clone(&self.signal), signal as usize)?;
        Ok(())
    }
}

#[cfg(unix)]
use signal_hook::consts::{SIGINT, SIGTERM};
#[cfg(not(unix))]
const SIGTERM: i32 = 15;
