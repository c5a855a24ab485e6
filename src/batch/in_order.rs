//! Work on many things at once whose results are taken in their order.
//!
//! Each thread takes every n-th thing and hands over one result at a time, so that no more
//! is held than there are threads, however many things there are.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, Scope};

/// What a thread may use of its stack, in bytes: as much as the first thread of a program
/// has, since a case may be nested as deep as the guard lets it.
const STACK: usize = 8 << 20;

/// Works on things, `jobs` at a time, and gives each result to `take` in the order of the
/// things, until `take` has enough. In a build, one more at hand saved no time and held 7 MiB.
///
/// # Panics
/// Where `work` does, or the system has no thread left.
pub fn in_order<T: Sync, R: Send>(
    things: &[T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> ControlFlow<()>,
) {
    let lanes = jobs.get().min(things.len().max(1));
    thread::scope(|scope| {
        let lane = |first| lane(scope, things.iter().skip(first).step_by(lanes), &work);
        let lanes: Vec<Receiver<R>> = (0..lanes).map(lane).collect();
        for (thing, lane) in things.iter().zip(lanes.iter().cycle()) {
            // A lane that ends before its time has panicked, and the scope will say so.
            let Ok(result) = lane.recv() else { break };
            if take(thing, result).is_break() {
                break;
            }
        }
    });
}

/// A thread that works through its share and waits for each result to be taken.
fn lane<'scope, T: Sync + 'scope, R: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    share: impl Iterator<Item = &'scope T> + Send + 'scope,
    work: &'scope (impl Fn(&T) -> R + Sync),
) -> Receiver<R> {
    let (hand_over, results) = mpsc::sync_channel(0);
    thread::Builder::new()
        .stack_size(STACK)
        .spawn_scoped(scope, move || {
            for thing in share {
                // Nobody is there to take it when the run has ended before its time.
                if hand_over.send(work(thing)).is_err() {
                    return;
                }
            }
        })
        .expect("the system has a thread");
    results
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn jobs(number: usize) -> NonZeroUsize {
        NonZeroUsize::new(number).expect("at least one")
    }

    #[test]
    fn results_come_in_order_however_long_each_takes() {
        let things: Vec<u64> = (0..40).collect();
        for number in [1, 2, 7] {
            let mut taken = Vec::new();
            let slow_where_odd = |thing: &u64| {
                thread::sleep(std::time::Duration::from_millis((thing % 2) * 3));
                thing * 10
            };
            in_order(&things, jobs(number), slow_where_odd, |thing, result| {
                taken.push((*thing, result));
                ControlFlow::Continue(())
            });
            let expected: Vec<_> = things.iter().map(|thing| (*thing, thing * 10)).collect();
            assert_eq!(taken, expected);
        }
    }

    #[test]
    fn no_more_is_worked_on_than_can_be_at_hand() {
        let begun = AtomicUsize::new(0);
        let things = [(); 1000];
        let mut taken = 0;
        let count = |(): &()| begun.fetch_add(1, Ordering::SeqCst);
        in_order(&things, jobs(3), count, |(), _| {
            taken += 1;
            assert!(begun.load(Ordering::SeqCst) <= taken + 2 * 3);
            match taken {
                10 => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        });
        assert_eq!(taken, 10);
        assert!(begun.into_inner() <= 10 + 2 * 3);
    }

    #[test]
    fn nothing_to_do_is_done() {
        in_order(
            &[(); 0],
            jobs(2),
            |()| (),
            |(), ()| ControlFlow::Continue(()),
        );
    }
}
