//! A process that sets documents in type and can do nothing else.
//!
//! The program starts itself again as its own worker. Before the first job the worker
//! gives up what it will not need: files, network, most of what can be asked of the
//! kernel, and any memory and time over its limits. Then it answers jobs from its standard
//! input until that ends.

#[cfg(unix)]
mod bounds;
#[cfg(target_os = "linux")]
mod sealed;

use std::io::{self, Read, Write};
use std::panic;
use std::process::ExitCode;

use super::confined::Confined;
use super::fonts::Fonts;
use super::laid_out::lay_out;
use super::memory::Memory;
use super::wire::{self, Said, Step, Terms, Wanted};
use super::{Job, Kind, Trouble, Typeset};

/// The argument that makes a program a worker.
pub const COMMAND: &str = "typesetting-worker";

/// All that a worker is started with beside that. It is for mimalloc, which reserves 1 GiB before
/// `main`, all that a worker may have: here KiB. And what one document leaves free, it would give
/// back before the next needs it: here milliseconds.
pub(super) const ENVIRONMENT: [(&str, &str); 2] = [
    ("MIMALLOC_ARENA_RESERVE", "65536"),
    ("MIMALLOC_PURGE_DELAY", "1000"),
];

/// Works until standard input ends. For `main` alone, and there before anything else: what
/// a worker gives up, it gives up for the threads that it starts afterwards.
pub fn serve() -> ExitCode {
    // A panic is answered as trouble. Its words may be a family's, and on standard error
    // the program looks for those of a worker that died.
    panic::set_hook(Box::new(|_| ()));
    match work(&mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// What a worker sets documents with.
struct Tools {
    fonts: Fonts,
    thread: Confined,
    memory: Memory,
}

fn work(input: &mut impl Read, output: &mut impl Write) -> io::Result<()> {
    #[cfg(unix)]
    bounds::end_with_the_program()?;
    let Some(terms): Option<Terms> = wire::receive(input)? else {
        return Ok(());
    };
    #[cfg(target_os = "linux")]
    sealed::without_files_and_network()?;
    #[cfg(unix)]
    bounds::within(&terms.limits)?;
    let mut tools = Tools {
        fonts: Fonts::of(terms.fonts).ok_or(io::ErrorKind::InvalidData)?,
        thread: Confined::new().map_err(|_| io::ErrorKind::OutOfMemory)?,
        memory: Memory::of_worker(),
    };
    warm(&mut tools);
    #[cfg(target_os = "linux")]
    sealed::with_few_calls()?;
    wire::send(output, &Said::Ready)?;
    while let Some((job, wanted)) = wire::receive(input)? {
        #[cfg(unix)]
        bounds::renew_time(&terms.limits)?;
        let answer = answer(&job, wanted, &mut tools, output)?;
        reply(answer, output)?;
    }
    Ok(())
}

/// Typst's library, its tables and the first pages of memory are made once here, and not in
/// the time of the first job.
fn warm(tools: &mut Tools) {
    let job = Job {
        source: "= Heading\n*Words* in a #table(columns: 2)[row][of two]".to_owned(),
        ..Job::default()
    };
    drop(lay_out(
        &job,
        &tools.fonts,
        &tools.thread,
        &mut tools.memory,
    ));
}

fn answer(
    job: &Job,
    wanted: Wanted,
    tools: &mut Tools,
    output: &mut impl Write,
) -> io::Result<Result<Typeset, Vec<Trouble>>> {
    wire::send(output, &Said::At(Step::LayingOut))?;
    let laid_out = match lay_out(job, &tools.fonts, &tools.thread, &mut tools.memory) {
        Ok(laid_out) => laid_out,
        Err(troubles) => return Ok(Err(troubles)),
    };
    let layout = laid_out.layout();
    let pdf = match wanted {
        Wanted::Pages => Ok(Vec::new()),
        Wanted::Pdf => {
            wire::send(output, &Said::At(Step::Exporting))?;
            laid_out.export(&tools.thread)
        }
    };
    Ok(pdf.map(|pdf| Typeset { layout, pdf }))
}

/// An answer too large for the wire is a document that takes too much.
fn reply(answer: Result<Typeset, Vec<Trouble>>, output: &mut impl Write) -> io::Result<()> {
    match wire::message(&Said::Answer(Box::new(answer))) {
        Ok(message) => {
            output.write_all(&message)?;
            output.flush()
        }
        Err(_) => {
            let message = format!("fills more than {} MiB", wire::LARGEST >> 20);
            let trouble = Trouble::new(Kind::TooMuch, message);
            let answer = Box::new(Err(vec![trouble]));
            wire::send(output, &Said::Answer(answer))
        }
    }
}
