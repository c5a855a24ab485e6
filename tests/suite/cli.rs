//! The command line as scripts and people meet it: help, refusals, streams, exit codes.

use std::io::{self, Write};
use std::process::Command;
use std::{env, fs};

use concord::cli::{Exit, Surroundings, Terminal, hide_panic_payloads, run};
use concord::diagnostics::code;
use concord::diagnostics::draw::MessageFormat;
use concord::pipeline::Format;
use insta::assert_snapshot;

use crate::support::{PERSON, announced_finding, concord, concord_in};

/// A command with one finding that has a place in no file.
const NOT_THERE: [&str; 2] = ["check", "no-such-folder"];

#[test]
fn help_screens() {
    let commands = [
        "",
        "build",
        "check",
        "explain",
        "init",
        "manifest merge",
        "migrate",
        "schema",
        "templates",
        "templates check",
        "verify",
    ];
    let mut screens = String::new();
    for command in commands {
        let arguments: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        let run = concord(&arguments);
        assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""), "{command}");
        let long = run.out.lines().find(|line| line.chars().count() > 100);
        assert_eq!(long, None, "{command}: a line is too long for a window");
        screens.push_str(&format!("$ concord {}\n{}\n", arguments.join(" "), run.out));
    }
    assert_snapshot!(screens);
}

#[test]
fn help_names_every_choice() {
    let build = concord(&["build", "--help"]).out;
    for format in MessageFormat::ALL {
        assert!(build.contains(format.word()), "{}", format.word());
    }
    for format in Format::ALL {
        assert!(build.contains(format.word()), "{}", format.word());
    }
    let init = concord(&["init", "--help"]).out;
    for programme in ["cppp", "planning-together", "working-together", "mediation"] {
        assert!(init.contains(programme), "{programme}");
    }
}

#[test]
fn what_is_not_understood_is_a_usage_error() {
    let refused: [&[&str]; 8] = [
        &[],
        &["bild"],
        &["check"],
        &["check", "--wrong", "case.yaml"],
        &["build", "case.yaml"],
        &[
            "build",
            "case.yaml",
            "--out",
            "out",
            "--document",
            "court-reprot",
        ],
        &["check", "case.yaml", "--message-format", "xml"],
        &["init", "cpp", "case.yaml"],
    ];
    let mut told = String::new();
    for arguments in refused {
        let run = concord(arguments);
        assert_eq!(
            (run.exit, run.out.as_str()),
            (Exit::Usage, ""),
            "{arguments:?}"
        );
        if !arguments.is_empty() {
            told.push_str(&format!("$ concord {}\n{}\n", arguments.join(" "), run.err));
        }
    }
    assert_snapshot!(told);
}

#[test]
fn a_terminal_gets_a_drawing_and_a_pipe_gets_words() {
    let drawing = concord_in(PERSON, &NOT_THERE).out;
    assert!(drawing.contains("\u{1b}["), "{drawing}");

    let words = concord(&NOT_THERE).out;
    assert!(words.starts_with("error Y01: "), "{words}");

    let dumb = Surroundings {
        is_dumb: true,
        ..PERSON
    };
    assert_eq!(concord_in(dumb, &NOT_THERE).out, words);

    let no_color = Surroundings {
        no_color: true,
        ..PERSON
    };
    let uncoloured = concord_in(no_color, &NOT_THERE).out;
    assert!(uncoloured.starts_with("error[Y01]: "), "{uncoloured}");
    assert!(!uncoloured.contains('\u{1b}'), "{uncoloured}");
}

#[test]
fn the_form_asked_for_wins_over_the_surroundings() {
    let asked = |surroundings, format| {
        let arguments = [&NOT_THERE[..], &["--message-format", format]].concat();
        concord_in(surroundings, &arguments).out
    };
    let piped = Surroundings::default();
    assert!(asked(piped, "human").starts_with("error[Y01]: "));
    assert!(asked(PERSON, "plain").starts_with("error Y01: "));
    assert!(asked(PERSON, "short").starts_with("Y01: "));
    let json = asked(PERSON, "json");
    let finding = "\n{\"event\":\"finding\",\"case\":\"no-such-folder\",\"code\":\"Y01\"";
    assert!(json.contains(finding), "{json}");
    assert!(asked(PERSON, "github").starts_with("::error title=Y01::"));
}

#[test]
fn findings_are_what_check_is_asked_for_and_not_build() {
    let check = concord(&NOT_THERE);
    assert_eq!(check.exit, Exit::Findings);
    assert!(check.out.starts_with("error Y01: "), "{}", check.out);
    let home = tempfile::tempdir().expect("a temporary folder");
    let out = home.path().to_str().expect("a plain path");
    let build = concord(&["build", NOT_THERE[1], "--out", out]);
    assert_eq!((build.exit, build.out.as_str()), (Exit::Findings, ""));
    assert!(build.err.starts_with("error Y01: "), "{}", build.err);
}

#[test]
fn the_program_may_be_called_twice() {
    let (first, second) = (concord(&NOT_THERE), concord(&NOT_THERE));
    assert_eq!((first.exit, first.err), (second.exit, second.err));
}

#[test]
fn explain_lists_every_code() {
    let list = concord(&["explain"]);
    assert_eq!(list.exit, Exit::Done);
    for code in code::all() {
        let line = format!(
            "  {:<4}  {:<7}  {}\n",
            code.id,
            code.severity.word(),
            code.title
        );
        assert!(list.out.contains(&line), "{}", code.id);
    }
}

#[test]
fn explain_finds_the_codes_that_speak_of_a_word() {
    let refuge = concord(&["explain", "Refuge"]);
    assert_eq!(refuge.exit, Exit::Done);
    assert!(refuge.out.starts_with("  R33 "), "{}", refuge.out);
    assert!(refuge.out.contains("\n  R32 "), "{}", refuge.out);
    let form = concord(&["explain", "C8"]);
    assert!(form.out.contains("  R32 "), "{}", form.out);
}

#[test]
fn explain_tells_one_code_and_knows_a_slip() {
    let page = concord(&["explain", "y11"]);
    assert_eq!(page.exit, Exit::Done);
    assert!(
        page.out
            .starts_with("# Y11: a key stands twice in one block\n")
    );

    let slip = concord(&["explain", "y1"]);
    assert_eq!(slip.exit, Exit::Usage);
    assert_eq!(
        slip.err,
        "error: there is no code `y1`, and no page speaks of it\n  help: did you mean `Y01`?\n"
    );

    let stranger = concord(&["explain", "elephant"]);
    let help = "  help: `concord explain` without a code lists them all\n";
    assert!(stranger.err.ends_with(help), "{}", stranger.err);
}

/// A stream that fails in one way.
struct Failing(io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_who_has_read_enough_is_content_and_a_full_disk_is_not() {
    let explain_to = |failure| {
        let mut err = Vec::new();
        let surroundings = Surroundings::default();
        let exit = {
            let mut terminal = Terminal::new(Failing(failure), &mut err, surroundings);
            run(["concord", "explain"], &mut terminal)
        };
        (
            exit,
            String::from_utf8(err).expect("the program prints UTF-8"),
        )
    };
    let quiet = (Exit::Done, String::new());
    assert_eq!(explain_to(io::ErrorKind::BrokenPipe), quiet);
    let (exit, told) = explain_to(io::ErrorKind::StorageFull);
    assert_eq!(exit, Exit::Findings);
    assert!(
        told.starts_with("error: the result could not be printed"),
        "{told}"
    );
}

/// The hook holds for a whole process, so the test runs itself once more in another.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the inner run is told by the environment that it is the inner one"
)]
fn a_fault_tells_its_place_and_not_its_message() {
    const INNER: &str = "CONCORD_TEST_FAULT";
    if env::var_os(INNER).is_some() {
        hide_panic_payloads();
        assert!(std::panic::catch_unwind(|| panic!("what a child said")).is_err());
        return;
    }
    let name = "cli::a_fault_tells_its_place_and_not_its_message";
    let inner = Command::new(env::current_exe().expect("a test has a file"))
        .args(["--exact", name, "--nocapture"])
        .env(INNER, "1")
        .output()
        .expect("a test can be run");
    let told = [inner.stdout, inner.stderr].concat();
    let told = String::from_utf8_lossy(&told);
    assert!(inner.status.success(), "{told}");
    assert!(told.contains("concord: internal fault at "), "{told}");
    assert!(told.contains("cli.rs:"), "{told}");
    assert!(!told.contains("what a child said"), "{told}");
}

#[test]
fn an_invalid_fixture_is_held_to_its_first_line() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let case = folder.path().join("case.yaml");
    let text = "# expect: Y11 at 3:1\nname: one\nname: two\n";
    fs::write(&case, text).expect("the folder can be written to");
    let drawing = announced_finding(&case).expect("it is what was announced");
    assert!(drawing.starts_with("error[Y11]: "), "{drawing}");

    fs::write(&case, text.replace("3:1", "3:2")).expect("the folder can be written to");
    assert!(announced_finding(&case).is_err());
}

#[test]
fn the_templates_in_the_program_have_no_findings() {
    let run = concord(&["templates", "check", "--strict"]);
    assert_eq!(run.out, "no findings in the templates\n");
    assert_eq!(run.exit, Exit::Done);
}
