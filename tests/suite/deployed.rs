//! The jobs of `deploy/kubernetes/` do what they say: each pod's command is run here as its
//! container would run it, and which ends are tried again is held beside the exit codes.

use std::fs;
use std::path::Path;
use std::process::Command;

use concord::cli::Exit;
use serde_yaml::Value;

/// What stands at a path of keys.
fn at<'a>(job: &'a Value, path: &[&str]) -> &'a Value {
    path.iter()
        .fold(job, |value, key| match key.parse::<usize>() {
            Ok(place) => &value[place],
            Err(_) => &value[*key],
        })
}

fn job(name: &str) -> Value {
    let text = fs::read_to_string(Path::new("deploy/kubernetes").join(name));
    serde_yaml::from_str(&text.expect("the job is there")).expect("it is YAML")
}

const CONTAINER: &[&str] = &["spec", "template", "spec", "containers", "0"];

/// The exit codes after which a pod is not tried again.
fn final_ends(job: &Value) -> (String, Vec<u64>) {
    let rule = at(job, &["spec", "podFailurePolicy", "rules", "0"]);
    let values = at(rule, &["onExitCodes", "values"]).as_sequence();
    let values = values.expect("exit codes").iter().filter_map(Value::as_u64);
    let action = rule["action"].as_str().expect("an action").to_owned();
    (action, values.collect())
}

/// Runs a container's command over folders of this machine; how it ended.
fn run(job: &Value, home: &Path, environment: &[(&str, &str)]) -> Option<i32> {
    let container = at(job, CONTAINER);
    let words = |key: &str| -> Vec<String> {
        let words = container[key].as_sequence().expect("a list");
        words
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    let (command, arguments) = (words("command"), words("args"));
    let here = home.to_str().expect("a plain path");
    let arguments = arguments.iter().map(|argument| {
        let argument = argument.replace("/cases", &format!("{here}/cases"));
        argument.replace("/documents", &format!("{here}/documents"))
    });
    let program = Path::new(env!("CARGO_BIN_EXE_concord"));
    let beside = program.parent().expect("it lies in a folder").display();
    let run = Command::new(&command[0])
        .args(&command[1..])
        .args(arguments)
        .env_clear()
        .env("PATH", format!("{beside}:/usr/bin:/bin"))
        .envs(environment.iter().copied())
        .output();
    run.expect("there is a shell").status.code()
}

#[test]
fn the_pods_of_the_batch_build_every_case_and_the_merge_makes_one_run_of_them() {
    let home = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(home.path().join("cases")).expect("a folder");
    let text = fs::read_to_string("fixtures/cases/valid/minimal.yaml").expect("a fixture");
    for family in 0..6 {
        let text = text.replace("BM26P00107", &format!("BM26P{family:05}"));
        let path = home.path().join(format!("cases/{family}.yaml"));
        fs::write(path, text).expect("room for it");
    }
    let batch = job("batch.yaml");
    let spec = &batch["spec"];
    let pods = spec["completions"].as_u64().expect("a number");
    assert_eq!(spec["completionMode"], "Indexed");
    assert_eq!(spec["parallelism"].as_u64(), Some(pods));
    let shards = at(&batch, &[CONTAINER, &["env", "0"]].concat());
    assert_eq!(shards["name"], "SHARDS");
    assert_eq!(shards["value"], pods.to_string().as_str());
    let merge = job("merge.yaml");
    for pod in 0..pods {
        assert_eq!(
            run(&merge, home.path(), &[]),
            Some(1),
            "a shard is not there"
        );
        let (pod, shards) = (pod.to_string(), pods.to_string());
        let environment = [("JOB_COMPLETION_INDEX", &*pod), ("SHARDS", &*shards)];
        assert_eq!(run(&batch, home.path(), &environment), Some(0));
    }
    assert_eq!(run(&merge, home.path(), &[]), Some(0));
    for family in 0..6 {
        let folder = home
            .path()
            .join(format!("documents/BM26P{family:05}/court"));
        assert!(folder.join("court-report.pdf").is_file());
    }
}

#[test]
fn what_would_end_the_same_is_not_tried_again_and_what_a_machine_did_is() {
    let all = |exits: &[Exit]| exits.iter().map(|exit| *exit as u64).collect::<Vec<_>>();
    let batch = job("batch.yaml");
    let same = all(&[Exit::Findings, Exit::Usage, Exit::Confidentiality]);
    assert_eq!(final_ends(&batch), ("FailIndex".to_owned(), same));
    let merge = all(&[Exit::Findings, Exit::Usage]);
    assert_eq!(
        final_ends(&job("merge.yaml")),
        ("FailJob".to_owned(), merge)
    );
    // 70 and 74, and 137 of a pod that was killed, are left to the limit.
    assert!(at(&batch, &["spec", "backoffLimitPerIndex"]).as_u64() > Some(0));
    assert_eq!(
        at(&batch, &["spec", "template", "spec", "restartPolicy"]),
        "Never"
    );
    let disrupted = at(&batch, &["spec", "podFailurePolicy", "rules", "1"]);
    assert_eq!(disrupted["action"], "Ignore");
}
