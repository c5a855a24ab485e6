//! Where Typst runs: on a stack deep enough for it, with its panics caught.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::trouble::{Kind, Trouble};

/// Deep enough for every nesting that Typst itself allows. On the 2 MiB that threads have
/// by themselves, a deep document does not fail: it takes the whole process with it.
const STACK: usize = 64 * 1024 * 1024;

/// A thread for Typst alone. Typst hands parts of its work to the thread pool it finds
/// itself in, so they stay on that thread as well.
pub(super) struct Confined(ThreadPool);

impl Confined {
    /// Starts the thread.
    ///
    /// # Errors
    /// A machine that has no room for it.
    pub(super) fn new() -> Result<Self, Vec<Trouble>> {
        let thread = ThreadPoolBuilder::new()
            .num_threads(1)
            .stack_size(STACK)
            .build();
        thread.map(Confined).map_err(|_| {
            vec![Trouble::new(
                Kind::Fault,
                "no thread could be started to typeset on",
            )]
        })
    }

    /// Runs a piece of Typst's work.
    ///
    /// # Errors
    /// Those of the work, and its panic; after that the thread is to be used no more, and
    /// nothing half-changed is seen again.
    pub(super) fn run<T: Send>(
        &self,
        work: impl FnOnce() -> Result<T, Vec<Trouble>> + Send,
    ) -> Result<T, Vec<Trouble>> {
        catch_unwind(AssertUnwindSafe(|| self.0.install(work))).unwrap_or_else(|_| {
            // The panic's own words may be those of the document.
            Err(vec![Trouble::new(
                Kind::Fault,
                "the typesetter came upon a fault of its own",
            )])
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_trouble_and_keeps_its_words() {
        let thread = Confined::new().expect("there is room for a thread");
        let result: Result<(), _> = thread.run(|| std::panic::panic_any("what a parent wrote"));
        let troubles = result.expect_err("it panicked");
        assert_eq!(troubles[0].kind, Kind::Fault);
        assert!(!format!("{troubles:?}").contains("parent"));
    }

    #[test]
    fn the_stack_is_deep() {
        fn deep(levels: usize) -> usize {
            let frame = std::hint::black_box([levels; 1024]);
            if levels == 0 {
                0
            } else {
                deep(levels - 1) + std::hint::black_box(frame)[0]
            }
        }
        let levels = 4000; // some 32 MiB
        let thread = Confined::new().expect("there is room for a thread");
        let sum = thread.run(|| Ok(deep(levels)));
        assert_eq!(sum, Ok(levels * (levels + 1) / 2));
    }
}
