//! Workers for all documents of a run: as many as there are jobs, started when they are
//! needed, kept while they are good.

use std::fmt;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::end::End;
use super::hired::Hired;
use super::wire::{self, Step, Terms, Wanted};
use super::{Fonts, Job, Kind, Limits, Trouble, Typeset};

type Answer = Result<Typeset, Vec<Trouble>>;

/// The workers of a program.
pub(super) struct Pool {
    firm: Arc<Firm>,
    desks: Mutex<Desks>,
    one_is_free: Condvar,
}

/// What every worker is hired with.
struct Firm {
    program: PathBuf,
    terms: Vec<u8>,
    limits: Limits,
}

struct Desks {
    free: Vec<Desk>,
    /// How many more there may be.
    room: usize,
}

/// Where a worker sits. It is started by a thread of its own that outlives it: the system
/// ends a worker with the thread that started it.
struct Desk {
    tasks: Option<Sender<Task>>,
    thread: Option<JoinHandle<()>>,
}

struct Task {
    job: Vec<u8>,
    answer: Sender<Answer>,
}

impl Pool {
    /// A pool whose workers are this program. The first is on its way when this returns.
    pub(super) fn new(
        program: &Path,
        fonts: &Fonts,
        jobs: NonZeroUsize,
        limits: Limits,
    ) -> io::Result<Self> {
        let fonts = fonts.files();
        let firm = Arc::new(Firm {
            program: program.to_owned(),
            terms: wire::message(&Terms { limits, fonts })?,
            limits,
        });
        let desks = Desks {
            free: vec![Desk::new(&firm)],
            room: jobs.get() - 1,
        };
        Ok(Pool {
            firm,
            desks: Mutex::new(desks),
            one_is_free: Condvar::new(),
        })
    }

    /// Has a document made by the next worker that is free.
    pub(super) fn answer(&self, job: &Job, wanted: Wanted) -> Answer {
        let too_large = |_| {
            let message = format!("fills more than {} MiB", wire::LARGEST >> 20);
            vec![Trouble::new(Kind::TooMuch, message)]
        };
        let job = wire::message(&(job, wanted)).map_err(too_large)?;
        let desk = self.free_desk();
        let answer = desk.answer(job);
        self.desks().free.push(desk);
        self.one_is_free.notify_one();
        answer.unwrap_or_else(|| Err(vec![End::Lost.trouble(Step::LayingOut, &self.firm.limits)]))
    }

    /// The desk that was left last, so that no worker is started without need.
    fn free_desk(&self) -> Desk {
        let mut desks = self.desks();
        loop {
            if let Some(desk) = desks.free.pop() {
                return desk;
            }
            if desks.room > 0 {
                desks.room -= 1;
                return Desk::new(&self.firm);
            }
            let woken = self.one_is_free.wait(desks);
            desks = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn desks(&self) -> MutexGuard<'_, Desks> {
        // Between lock and unlock nothing is done that could stop halfway.
        self.desks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = self.firm.program.display();
        write!(f, "Pool({program}, {:?})", self.firm.limits)
    }
}

impl Desk {
    fn new(firm: &Arc<Firm>) -> Self {
        let (tasks, to_do) = mpsc::channel::<Task>();
        let firm = Arc::clone(firm);
        let thread = thread::spawn(move || {
            let mut worker = firm.hire();
            for task in to_do {
                let answer = firm.have_done(&task.job, &mut worker);
                // Who asked may be gone, and the worker stays good.
                let _ = task.answer.send(answer);
                if worker.as_ref().is_ok_and(Hired::is_worn) {
                    worker = firm.hire();
                }
            }
        });
        Desk {
            tasks: Some(tasks),
            thread: Some(thread),
        }
    }

    /// Nothing where the thread of the desk has ended, which it never does before the desk.
    fn answer(&self, job: Vec<u8>) -> Option<Answer> {
        let (answer, answered) = mpsc::channel();
        self.tasks.as_ref()?.send(Task { job, answer }).ok()?;
        answered.recv().ok()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(self.tasks.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has buried its worker as well.
            let _ = thread.join();
        }
    }
}

impl Firm {
    fn hire(&self) -> Result<Hired, End> {
        Hired::start(&self.program, &self.terms, self.limits)
    }

    /// The answer of a worker, or what its end says; then a new one is hired. One that ends
    /// for want of memory when it has served before may have had too little left: the
    /// document is tried once more, so that it fares the same wherever it stands in a run.
    fn have_done(&self, job: &[u8], worker: &mut Result<Hired, End>) -> Answer {
        if worker.is_err() {
            *worker = self.hire();
        }
        loop {
            let hired = match worker {
                Ok(hired) => hired,
                Err(end) => return Err(vec![end.trouble(Step::LayingOut, &self.limits)]),
            };
            let has_served = hired.has_served;
            match hired.answer(job) {
                Ok(answer) => return answer,
                Err((end, step)) => {
                    *worker = self.hire();
                    if end != End::TooMuch || !has_served {
                        return Err(vec![end.trouble(step, &self.limits)]);
                    }
                }
            }
        }
    }
}
