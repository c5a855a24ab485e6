//! Documents set in workers: the same as in process, and nothing that goes past a limit.

#[cfg(target_os = "linux")]
mod killed;
#[cfg(unix)]
mod time;

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use concord::assets::Layered;
use concord::cli::Exit;
use concord::diagnostics::Diagnostic;
use concord::diagnostics::draw::{MessageFormat, Style, draw};
use concord::typesetting::{Job, Kind, Limits, Trouble, Typesetter};
use insta::assert_snapshot;

use crate::support::concord;
use crate::typesetting::{job, paragraphs};

/// The program, which knows how to be a worker.
const PROGRAM: &str = env!("CARGO_BIN_EXE_concord");

/// Short, so that a document that never ends does not hold the tests up.
const SHORT: Limits = Limits {
    time: Duration::from_secs(2),
    wall: Duration::from_secs(600),
    memory: 1 << 30,
};

fn in_process() -> Typesetter {
    Typesetter::new(&Layered::builtin()).expect("our fonts can be read")
}

fn in_workers(program: &str, limits: Limits) -> Typesetter {
    let workers = in_process().in_workers(Path::new(program), NonZeroUsize::MIN, limits);
    workers.expect("our fonts are not sent")
}

/// The one trouble of a job.
fn trouble(typesetter: &Typesetter, job: &Job) -> Trouble {
    let mut troubles = typesetter.typeset(job).expect_err("it is to be refused");
    let trouble = troubles.pop().expect("a refusal has a reason");
    assert!(troubles.is_empty(), "{trouble:#?} {troubles:#?}");
    trouble
}

/// How findings are told in words.
fn told(findings: &[Diagnostic]) -> String {
    let mut text = String::new();
    draw(MessageFormat::Plain, findings, Style::default(), &mut text)
        .expect("a string takes all that is written");
    text
}

fn hostile(name: &str) -> Job {
    let path = Path::new("fixtures/hostile/typst").join(name);
    let source = fs::read_to_string(path.with_extension("typ"));
    job(&source.expect("the fixture is there"))
}

#[test]
fn a_document_is_the_same_wherever_it_is_set() {
    let (here, there) = (in_process(), in_workers(PROGRAM, Limits::default()));
    for job in [paragraphs(), job("#table([a])"), job("你 #panic(\"Aled\")")] {
        assert_eq!(here.typeset(&job), there.typeset(&job));
        assert_eq!(here.lay_out(&job), there.lay_out(&job));
    }
}

#[test]
fn the_documents_of_a_case_are_the_same_from_workers() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let (here, there) = (folder.path().join("here"), folder.path().join("there"));
    let build = |out: &Path| {
        let out = out.to_str().expect("a plain path").to_owned();
        let case = "fixtures/cases/valid/partial-agreement.yaml".to_owned();
        let editions = ["--edition", "standard", "--edition", "plain-text"];
        let arguments = ["build".to_owned(), case, "--out".to_owned(), out];
        arguments.into_iter().chain(editions.map(str::to_owned))
    };
    let arguments: Vec<String> = build(&here).collect();
    let run = concord(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let status = Command::new(PROGRAM).args(build(&there)).output();
    assert!(status.expect("the program can be run").status.success());
    let names = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("documents were written");
        let entries = entries.map(|entry| entry.expect("an entry"));
        // The manifest has a folder of its own.
        let mut names: Vec<_> = entries
            .filter(|entry| entry.path().is_file())
            .map(|entry| entry.file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(&here), names(&there));
    for name in names(&here) {
        let bytes = |folder: &PathBuf| fs::read(folder.join(&name)).expect("a document");
        assert!(bytes(&here) == bytes(&there), "{}", name.display());
    }
}

#[test]
fn a_hostile_document_ends_and_the_next_is_made() {
    let workers = in_workers(PROGRAM, SHORT);
    let mut findings = Vec::new();
    for (name, kind, words) in [
        (
            "loop-for-in-for-in-for",
            Kind::TooLong,
            "exceeded 2 s of a processor while laying out",
        ),
        (
            "memory-text",
            Kind::TooMuch,
            "exceeded 1 GiB while laying out",
        ),
        (
            "memory-list-repeated",
            Kind::TooMuch,
            "exceeded 1 GiB while laying out",
        ),
        (
            "deep-array-in-a-loop",
            Kind::TooDeep,
            "exceeded the stack while laying out",
        ),
        (
            "number-letters",
            Kind::Fault,
            "the typesetter came upon a fault of its own",
        ),
        (
            "deep-call",
            Kind::Refused,
            "maximum function call depth exceeded",
        ),
        ("closed-read", Kind::Refused, "unknown variable: read"),
        (
            "closed-package",
            Kind::Refused,
            "failed to load file (access denied)",
        ),
    ] {
        let trouble = trouble(&workers, &hostile(name));
        assert_eq!((trouble.kind, &*trouble.message), (kind, words), "{name}");
        assert!(!trouble.private, "{name}");
        findings.push(trouble.finding());
        let next = workers.typeset(&paragraphs());
        assert!(next.is_ok(), "after {name}: {next:#?}");
    }
    assert_snapshot!(told(&findings));
}

/// A worker that has served documents may have less room left for one more; it is tried
/// again in a fresh one, so that a document fares the same wherever it stands in a run.
#[test]
fn many_documents_share_few_workers_and_fare_the_same() {
    let workers = in_workers(PROGRAM, Limits::default());
    let first = workers.typeset(&paragraphs());
    let first = first.expect("a sound document");
    std::thread::scope(|scope| {
        for number in 0..6 {
            let (workers, first) = (&workers, &first);
            scope.spawn(move || {
                for _ in 0..4 {
                    if number == 0 {
                        let kind = trouble(workers, &hostile("memory-text")).kind;
                        assert_eq!(kind, Kind::TooMuch);
                    }
                    assert_eq!(workers.typeset(&paragraphs()).as_ref(), Ok(first));
                }
            });
        }
    });
}

#[test]
fn a_message_without_an_end_is_cut() {
    let workers = in_workers(PROGRAM, SHORT);
    let trouble = trouble(&workers, &job("#panic(\"x\" * 1000000)"));
    assert_eq!((trouble.kind, trouble.private), (Kind::Refused, true));
    assert_eq!(trouble.message.chars().count(), 1000);
}

/// What is no worker is a fault of the program, and what is not there one of the machine.
#[cfg(unix)]
#[test]
fn a_program_that_is_no_worker_is_told() {
    let mut findings = Vec::new();
    for (program, kind, words) in [
        (
            "/bin/false",
            Kind::Lost,
            "the typesetter died while laying out",
        ),
        (
            "/bin/cat",
            Kind::Lost,
            "the typesetter died while laying out",
        ),
        (
            "/nowhere",
            Kind::Machine,
            "no process could be started to typeset in",
        ),
    ] {
        let trouble = trouble(&in_workers(program, SHORT), &paragraphs());
        assert_eq!(
            (trouble.kind, &*trouble.message),
            (kind, words),
            "{program}"
        );
        findings.push(trouble.finding());
    }
    assert_snapshot!(told(&findings));
}

/// The finding names the template whose document it was, and the program goes on to say
/// what else it found.
#[test]
fn a_hostile_theme_is_a_finding_and_the_program_lives() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let theme = folder.path().join("themes/court");
    fs::create_dir_all(&theme).expect("the folder can be written to");
    let own = fs::read_to_string("templates/themes/court/theme.typ").expect("our theme");
    let bomb = fs::read_to_string("fixtures/hostile/typst/memory-text.typ");
    let source = own + &bomb.expect("the fixture is there");
    fs::write(theme.join("theme.typ"), source).expect("it can be written");
    let run = Command::new(PROGRAM)
        .args(["templates", "check", "--message-format", "plain"])
        .arg(folder.path())
        .output()
        .expect("the program can be run");
    let out = String::from_utf8(run.stdout).expect("the program prints UTF-8");
    let (first, others) = out.split_once("\n\n").unwrap_or((&out, ""));
    assert!(others.contains("S11"), "{out}");
    assert_eq!(run.status.code(), Some(1));
    assert_snapshot!(first);
}

/// All of `fixtures/hostile`, at the limits of the program; some minutes. By default the
/// quick ones, of what is closed to a document.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the environment says how much is asked of the test, and a limit is measured"
)]
fn every_hostile_document_ends_within_the_limits() {
    let whole = std::env::var_os("CONCORD_HAMMER").is_some();
    let limits = Limits::default();
    let workers = in_workers(PROGRAM, limits);
    let entries = fs::read_dir("fixtures/hostile/typst").expect("the fixtures are there");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 60, "there are {}", paths.len());
    for path in paths {
        let name = path.file_stem().and_then(|name| name.to_str());
        let name = name.expect("fixtures have plain names");
        if !whole && !name.starts_with("closed-") {
            continue;
        }
        let began = std::time::Instant::now();
        let end = workers.typeset(&hostile(name));
        let took = began.elapsed();
        let kinds = end.err().map(|troubles| troubles[0].kind);
        if whole {
            println!("{name:28} {:6.2} s  {kinds:?}", took.as_secs_f64());
        }
        // A document that falls for want of memory in a used worker is tried once more.
        assert!(
            took < 2 * limits.time + Duration::from_secs(2),
            "{name}: {took:?}"
        );
        let is_ours = matches!(kinds, Some(Kind::Lost | Kind::Machine));
        assert!(!is_ours, "{name}: {kinds:?}");
        let next = workers.typeset(&paragraphs());
        assert!(next.is_ok(), "after {name}: {next:#?}");
    }
}
