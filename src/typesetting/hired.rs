//! A worker as the program sees it: started, given jobs, and buried when it fails.

use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::end::End;
use super::wire::{self, Said, Step};
use super::{Kind, Limits, Trouble, Typeset, worker};

/// How long a worker that has closed its output may take to be gone.
const LAST_MOMENT: Duration = Duration::from_millis(500);

/// Bytes kept of what a worker writes to standard error: enough for two sentences.
const LAST_WORDS: u64 = 4096;

/// The share of its memory that a worker may hold between two documents, as a divisor. After
/// sixty reports it holds a twelfth.
const HELD_AT_MOST: u64 = 4;

/// A worker process. It ends with this value, and on Linux with the thread that started it.
pub(super) struct Hired {
    process: Child,
    letters: Sender<Vec<u8>>,
    said: Receiver<io::Result<Said>>,
    last_words: Option<JoinHandle<Vec<u8>>>,
    limits: Limits,
    /// Whether it has answered a job, and holds what that left behind.
    pub(super) has_served: bool,
    /// Whether Typst has panicked in it, and may have left something half done.
    has_panicked: bool,
}

impl Hired {
    /// Starts a program that calls [`worker::serve`] when it is asked to.
    ///
    /// # Errors
    /// A program that cannot be started, or is no worker.
    pub(super) fn start(program: &Path, terms: &[u8], limits: Limits) -> Result<Self, End> {
        let mut command = Command::new(program);
        // Ctrl-C is for the program, which lets its workers finish.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut process = command
            .arg(worker::COMMAND)
            .env_clear()
            .envs(worker::ENVIRONMENT)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|_| End::NotStarted)?;
        let mut worker = Hired {
            letters: courier(process.stdin.take()),
            said: listener(process.stdout.take()),
            last_words: Some(witness(process.stderr.take())),
            process,
            limits,
            has_served: false,
            has_panicked: false,
        };
        worker.send(terms.to_vec())?;
        match worker.next(limits.wall) {
            Ok(Said::Ready) => Ok(worker),
            Ok(_) => Err(worker.garbled()),
            Err(None) => Err(End::NotStarted),
            Err(Some(end)) => Err(end),
        }
    }

    /// Has a job done; the worker is of no more use if it is not.
    ///
    /// # Errors
    /// How the worker ended, and the step in which it did.
    pub(super) fn answer(
        &mut self,
        job: &[u8],
    ) -> Result<Result<Typeset, Vec<Trouble>>, (End, Step)> {
        let mut step = Step::LayingOut;
        let mut has_begun = false;
        let until = after(self.limits.wall);
        self.send(job.to_vec()).map_err(|end| (end, step))?;
        loop {
            match self.next(left(until)) {
                Ok(Said::At(next)) => {
                    step = next;
                    has_begun = true;
                }
                Ok(Said::Answer(answer)) => {
                    self.has_served = true;
                    let troubles = Result::as_ref(&answer).err();
                    self.has_panicked = troubles
                        .is_some_and(|all| all.iter().any(|trouble| trouble.kind == Kind::Fault));
                    return Ok(*answer);
                }
                Ok(Said::Ready) => return Err((self.garbled(), step)),
                Err(Some(end)) => return Err((end, step)),
                Err(None) if has_begun => return Err((End::HeldUp, step)),
                Err(None) => return Err((End::NotStarted, step)),
            }
        }
    }

    /// Whether the next document is better done by another.
    pub(super) fn is_worn(&self) -> bool {
        let held = self.memory().unwrap_or_default();
        self.has_panicked || held > self.limits.memory / HELD_AT_MOST
    }

    /// The bytes of memory that it holds; not known on every system.
    fn memory(&self) -> Option<u64> {
        let status = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(status).ok()?;
        let held = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))?;
        let kibibytes: u64 = held.trim().strip_suffix(" kB")?.parse().ok()?;
        Some(kibibytes << 10)
    }

    fn send(&mut self, letter: Vec<u8>) -> Result<(), End> {
        self.letters.send(letter).map_err(|_| End::Lost)
    }

    /// What the worker says next, or how it ended; nothing where it was silent for too long
    /// and is gone for that.
    fn next(&mut self, patience: Duration) -> Result<Said, Option<End>> {
        match self.said.recv_timeout(patience) {
            Ok(Ok(said)) => Ok(said),
            Err(RecvTimeoutError::Timeout) => {
                self.bury();
                Err(None)
            }
            Ok(Err(error)) if error.kind() != ErrorKind::UnexpectedEof => Err(Some(self.garbled())),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => {
                let until = after(LAST_MOMENT);
                while matches!(self.process.try_wait(), Ok(None)) && !left(until).is_zero() {
                    thread::sleep(Duration::from_millis(1));
                }
                Err(Some(self.bury().map_or(End::Lost, |(status, words)| {
                    End::of(status, &words)
                })))
            }
        }
    }

    /// A worker that says what no worker says.
    fn garbled(&mut self) -> End {
        self.bury();
        End::Lost
    }

    /// Kills it, if it still lives, and waits for its end: nothing of it stays behind.
    fn bury(&mut self) -> Option<(ExitStatus, Vec<u8>)> {
        // It may be dead already, and then it cannot be killed.
        let _ = self.process.kill();
        let status = self.process.wait().ok()?;
        let words = self.last_words.take()?.join().ok()?;
        Some((status, words))
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.bury();
    }
}

/// Takes letters to the worker, so that one which does not read holds nobody up.
fn courier(stdin: Option<impl io::Write + Send + 'static>) -> Sender<Vec<u8>> {
    let (letters, to_take) = mpsc::channel::<Vec<u8>>();
    thread::spawn(move || {
        let mut stdin = stdin?;
        to_take
            .into_iter()
            .try_for_each(|letter| stdin.write_all(&letter).and_then(|()| stdin.flush()))
            .ok()
    });
    letters
}

/// Hears what the worker says, to the end or to the first word that is none.
fn listener(stdout: Option<impl Read + Send + 'static>) -> Receiver<io::Result<Said>> {
    let (tell, said) = mpsc::sync_channel(1);
    thread::spawn(move || {
        let mut stdout = stdout?;
        while let Some(next) = wire::receive(&mut stdout).transpose() {
            let is_over = next.is_err();
            tell.send(next).ok().filter(|()| !is_over)?;
        }
        Some(())
    });
    said
}

/// Keeps the first words on standard error, which nobody is shown, and takes the rest away
/// so that the worker is not held up.
fn witness(stderr: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut kept = Vec::new();
        if let Some(mut stderr) = stderr {
            // A pipe that breaks has told all that it will tell.
            let _ = stderr.by_ref().take(LAST_WORDS).read_to_end(&mut kept);
            let _ = io::copy(&mut stderr, &mut io::sink());
        }
        kept
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "a time limit is measured; a result knows nothing of it"
)]
fn after(time: Duration) -> Instant {
    Instant::now() + time
}

#[expect(
    clippy::disallowed_methods,
    reason = "a time limit is measured; a result knows nothing of it"
)]
fn left(until: Instant) -> Duration {
    until.saturating_duration_since(Instant::now())
}
