//! The time that a document has is that of a processor: a busy machine refuses nothing, and
//! one that holds a worker up is to blame itself.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use concord::typesetting::{Kind, Limits};

use super::{PROGRAM, SHORT, hostile, in_workers, trouble};
use crate::typesetting::{job, paragraphs};

/// How many others want each processor.
const OTHERS: usize = 12;

/// Work of some tenths of a second.
const LONG: &str = "#for a in range(2800) { for b in range(1000) { } }\nIt was said.";

/// Does something while others want every processor, and says how long it took.
#[expect(
    clippy::disallowed_methods,
    reason = "that a limit was passed on the wall's clock is what is tested"
)]
fn beside_others<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..OTHERS * processors {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        let began = Instant::now();
        let done = work();
        let took = began.elapsed();
        is_over.store(true, Ordering::Relaxed);
        (done, took)
    })
}

#[test]
fn a_sound_document_is_not_refused_because_others_use_the_processors() {
    let workers = in_workers(PROGRAM, SHORT);
    let (made, took) = beside_others(|| workers.typeset(&job(LONG)));
    assert!(made.is_ok(), "{made:?}");
    assert!(took > SHORT.time, "it was not held up: {took:?}");
    let trouble = trouble(&workers, &hostile("loop-for-in-for-in-for"));
    assert_eq!(
        (trouble.kind, &*trouble.message),
        (
            Kind::TooLong,
            "exceeded 2 s of a processor while laying out"
        )
    );
    assert!(workers.typeset(&paragraphs()).is_ok());
}

/// `Said::Ready` and `Said::At(Step::LayingOut)`, each with its length before it.
const READY: &str = r"\001\000\000\000\000";
const AT_LAYING_OUT: &str = r"\002\000\000\000\001\000";

/// A program that says what a worker says, and sleeps.
fn sleeper(folder: &Path, says: &str) -> String {
    let path = folder.join(format!("sleeper-{}", says.len()));
    let script = format!("#!/bin/sh\nprintf '{says}'\nexec sleep 600\n");
    fs::write(&path, script).expect("the folder can be written to");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("it is ours");
    path.to_str().expect("a plain path").to_owned()
}

#[test]
fn a_worker_that_sleeps_is_the_machines_affair() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let soon = Limits {
        wall: Duration::from_secs(1),
        ..SHORT
    };
    for (says, words) in [
        ("", "no process could be started to typeset in"),
        (READY, "no process could be started to typeset in"),
        (
            &[READY, AT_LAYING_OUT].concat(),
            "the typesetter got no further in 1 s while laying out",
        ),
    ] {
        let workers = in_workers(&sleeper(folder.path(), says), soon);
        let trouble = trouble(&workers, &paragraphs());
        assert_eq!((trouble.kind, &*trouble.message), (Kind::Machine, words));
    }
}
