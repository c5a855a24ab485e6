//! The workflows that a firm is given do what they say: each step of each is run, in a
//! repository of two branches, as the machine that they are for would run it.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const CASE: &str = "fixtures/cases/valid/mediation.yaml";

/// A firm's repository: what `main` says, and a branch that says one phrase otherwise.
fn repository() -> TempDir {
    let home = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = home.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("room for it");
        fs::write(path, text).expect("room for it");
    };
    let phrase =
        |words: &str| format!("language: en\nparenting-plan:\n  purpose-proposals: {words}\n");
    write("concord.yaml", "schema: concord-firm/1\nname: yare\n");
    write("locales/en.yaml", &phrase("Here is what is agreed."));
    write(
        "cases/family.yaml",
        &fs::read_to_string(CASE).expect("a fixture"),
    );
    step(
        home.path(),
        "git init --quiet --initial-branch main && git add . && git commit -qm one",
    );
    step(home.path(), "git update-ref refs/remotes/origin/main HEAD");
    write("locales/en.yaml", &phrase("Here is what they agreed on."));
    step(home.path(), "git commit --quiet --all --message two");
    home
}

/// Runs a step in a shell that ends at the first failure; what it told.
fn step(home: &Path, script: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_concord"));
    let beside = program.parent().expect("it lies in a folder");
    let run = Command::new("sh")
        .args(["-euc", script])
        .current_dir(home)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", beside.display()))
        .env("HOME", home)
        .envs([
            ("GIT_AUTHOR_NAME", "A"),
            ("GIT_AUTHOR_EMAIL", "a@example.org"),
            ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@example.org"),
            ("GITHUB_BASE_REF", "main"),
            ("GITHUB_STEP_SUMMARY", "moved.md"),
            ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"),
        ])
        .output()
        .expect("there is a shell");
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (told(&run.stdout), told(&run.stderr));
    assert!(run.status.success(), "{script}\n{out}\n{err}");
    out + &err
}

fn workflow(file: &str) -> Value {
    let text = fs::read_to_string(file).expect("a file of the project");
    serde_yaml::from_str(&text).expect("it is YAML")
}

/// What both end with: the summary names the phrase, and says nothing of what it says.
fn is_told(home: &Path) {
    let summary = fs::read_to_string(home.join("moved.md")).expect("it was written");
    let named = "| phrase `parenting-plan.purpose-proposals` of yare (locales/en.yaml:3) |";
    assert!(summary.contains(named), "{summary}");
    assert!(!summary.contains("agreed on"), "{summary}");
}

#[test]
fn the_workflow_for_github_runs() {
    let home = repository();
    let workflow = workflow("docs/ci/github.yml");
    let steps = workflow["jobs"]["documents"]["steps"].as_array();
    let scripts = steps.expect("it has steps").iter();
    let scripts: Vec<&str> = scripts.filter_map(|step| step["run"].as_str()).collect();
    assert_eq!(scripts.len(), 3);
    let told: String = scripts
        .iter()
        .map(|script| step(home.path(), script))
        .collect();
    let annotation = "::warning file=locales/en.yaml,line=3,title=moved::";
    assert!(told.contains(annotation), "{told}");
    is_told(home.path());
}

#[test]
fn the_workflow_for_gitlab_runs() {
    let home = repository();
    let workflow = workflow("docs/ci/gitlab.yml");
    let scripts = workflow["documents"]["script"].as_array();
    for script in scripts.expect("it has steps") {
        step(home.path(), script.as_str().expect("a line of a shell"));
    }
    is_told(home.path());
}
