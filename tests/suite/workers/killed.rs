//! Workers that the system kills, or that the program leaves behind.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use super::PROGRAM;

const PAUSE: Duration = Duration::from_millis(20);

/// The program over a theme that never ends.
fn program(folder: &std::path::Path) -> Child {
    let theme = folder.join("themes/court");
    fs::create_dir_all(&theme).expect("the folder can be written to");
    let own = fs::read_to_string("templates/themes/court/theme.typ").expect("our theme");
    let endless = fs::read_to_string("fixtures/hostile/typst/loop-for-in-for-in-for.typ");
    let source = own + &endless.expect("the fixture is there");
    fs::write(theme.join("theme.typ"), source).expect("the folder can be written to");
    Command::new(PROGRAM)
        .args(["templates", "check", "--message-format", "short"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be run")
}

/// The processes that a process has started.
fn children(of: u32) -> Vec<String> {
    let parent = format!("PPid:\t{of}");
    let entries = fs::read_dir("/proc").expect("the processes of this machine");
    let names = entries.flatten().map(|entry| entry.file_name());
    let numbers = names.filter_map(|name| name.into_string().ok());
    numbers
        .filter(|number| {
            let status = fs::read_to_string(format!("/proc/{number}/status"));
            status.is_ok_and(|status| status.lines().any(|line| line == parent))
        })
        .collect()
}

fn kill(process: &str) {
    let status = Command::new("kill").args(["-KILL", process]).status();
    assert!(status.is_ok(), "`kill` can be run");
}

#[test]
fn a_worker_killed_from_outside_is_the_machines_doing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut program = program(folder.path());
    while matches!(program.try_wait(), Ok(None)) {
        children(program.id())
            .iter()
            .for_each(|worker| kill(worker));
        sleep(PAUSE);
    }
    let run = program.wait_with_output().expect("the program has ended");
    let told = String::from_utf8_lossy(&run.stdout).into_owned();
    assert_eq!(run.status.code(), Some(74), "{told}");
    assert!(
        told.contains("S14: the typesetter was killed from outside"),
        "{told}"
    );
}

#[test]
fn no_worker_outlives_the_program() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut program = program(folder.path());
    let mut workers = Vec::new();
    while workers.is_empty() && matches!(program.try_wait(), Ok(None)) {
        sleep(PAUSE);
        workers = children(program.id());
    }
    assert!(!workers.is_empty(), "there was a worker");
    kill(&program.id().to_string());
    program.wait().expect("the program was killed");
    // A dead process that nobody has waited for yet is called a zombie.
    let lives = |worker: &String| {
        let status = fs::read_to_string(format!("/proc/{worker}/status"));
        status.is_ok_and(|status| !status.contains("State:\tZ"))
    };
    let all_dead = (0..250).any(|_| {
        sleep(PAUSE);
        !workers.iter().any(lives)
    });
    assert!(all_dead, "a worker lives on");
}
