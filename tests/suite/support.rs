//! The program as a test runs it: in this process, with streams in memory.

use std::path::Path;

use concord::cli::{self, Exit, Surroundings, Terminal};
use serde_json::Value;

/// A terminal with colours, as a person sits before it.
pub(crate) const PERSON: Surroundings = Surroundings {
    out_is_terminal: true,
    err_is_terminal: true,
    no_color: false,
    is_dumb: false,
    is_program: false,
    templates: Vec::new(),
    home: None,
};

/// What a run of the program left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) exit: Exit,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program as a script does, with its streams piped.
pub(crate) fn concord(arguments: &[&str]) -> Run {
    concord_in(Surroundings::default(), arguments)
}

/// Runs the program for whoever the surroundings describe.
pub(crate) fn concord_in(surroundings: Surroundings, arguments: &[&str]) -> Run {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = {
        let mut terminal = Terminal::new(&mut out, &mut err, surroundings);
        cli::run([&["concord"], arguments].concat(), &mut terminal)
    };
    let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
    Run {
        exit,
        out: text(out),
        err: text(err),
    }
}

/// What `check` finds in a case, in full, and how that differs from what the case's first
/// line announces (`# expect: CODE at LINE:COLUMN`: exactly that and nothing else).
pub(crate) fn announced_finding(case: &Path) -> Result<String, String> {
    let path = case.to_str().expect("fixtures have plain names");
    let run = concord(&["check", path, "--case-only", "--message-format", "json"]);
    let found: Vec<String> = run.out.lines().filter_map(code_and_place).collect();
    let expected = expectation(case);
    if found == [expected.as_str()] {
        Ok(concord(&["check", path, "--case-only", "--message-format", "human"]).out)
    } else {
        Err(format!("{path}: announced {expected}, found {found:?}"))
    }
}

/// `CODE at LINE:COLUMN`, as the first line of a fixture promises.
fn expectation(case: &Path) -> String {
    let bytes = std::fs::read(case).expect("the fixture is there");
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or(&[]);
    let first = String::from_utf8_lossy(first);
    first
        .trim_end()
        .strip_prefix("# expect: ")
        .unwrap_or_else(|| {
            panic!(
                "{}: begin with `# expect: CODE at LINE:COLUMN`",
                case.display()
            )
        })
        .to_owned()
}

/// The same, as one line of `--message-format json` tells it; nothing of other events.
fn code_and_place(line: &str) -> Option<String> {
    let finding: Value = serde_json::from_str(line).expect("an event is one JSON object a line");
    if finding["event"] != "finding" {
        return None;
    }
    let code = finding["code"]
        .as_str()
        .expect("every finding has its code");
    let place = &finding["place"];
    Some(format!("{code} at {}:{}", place["line"], place["column"]))
}
