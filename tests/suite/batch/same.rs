//! Same inputs, same bytes: what surrounds a run is seen in none of its files. A few
//! surroundings by default; `CONCORD_HAMMER=1` asks for a hundred.

use std::collections::BTreeMap;
use std::fs::File;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use super::*;

const JOBS: [&str; 4] = ["1", "2", "3", "7"];
const ZONES: [&str; 5] = [
    "UTC",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "Europe/London",
    "nowhere",
];
const TONGUES: [&str; 5] = [
    "C",
    "cy_GB.UTF-8",
    "tr_TR.UTF-8",
    "ar_EG.UTF-8",
    "de_DE.ISO-8859-1",
];
const MASKS: [&str; 3] = ["022", "000", "077"];
const EPOCHS: [&str; 4] = ["0", "1774310400", "4102444800", "no number"];

/// Each file with who may do what with it, and what stands in it.
type Written = BTreeMap<String, (u32, Vec<u8>)>;

/// Two families of one document each.
struct Office {
    home: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Office {
            home: tempfile::tempdir().expect("a temporary folder"),
        };
        let case = fs::read_to_string("fixtures/cases/valid/minimal.yaml").expect("a fixture");
        let other = case.replace("BM26P00107", "BM26P00108");
        assert_ne!(case, other);
        for (path, case) in office.cases().iter().zip([case, other]) {
            fs::write(path, case).expect("room for it");
        }
        office
    }

    fn cases(&self) -> [PathBuf; 2] {
        ["one.yaml", "two.yaml"].map(|name| self.home.path().join(name))
    }

    /// What a run in its own surroundings writes. The order of the cases is told by the
    /// manifest of the office, which is left out where it is the other one.
    fn run(&self, run: usize) -> Written {
        let mut cases = self.cases();
        let hours = u32::try_from(run).expect("few runs") * 1000;
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(3600) * hours;
        for case in &cases {
            let file = File::options().append(true).open(case);
            file.and_then(|file| file.set_modified(time))
                .expect("it is ours");
        }
        let is_turned = run % 2 == 1;
        if is_turned {
            cases.reverse();
        }
        let out = self.home.path().join(format!("out-{run}"));
        let ended = Command::new("sh")
            .args([
                "-c",
                "umask \"$1\"; shift; exec \"$@\"",
                "sh",
                of(&MASKS, run),
            ])
            .args([env!("CARGO_BIN_EXE_concord"), "build"])
            .args(&cases)
            .args(["--jobs", of(&JOBS, run), "--out"])
            .arg(&out)
            .env("TZ", of(&ZONES, run))
            .env("LANG", of(&TONGUES, run))
            .env("LC_ALL", of(&TONGUES, run / 2))
            .env("SOURCE_DATE_EPOCH", of(&EPOCHS, run))
            .current_dir(of(&[Path::new("/"), self.home.path()], run / 2))
            .output()
            .expect("the program can be run");
        let told = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success(), "run {run}: {told}");
        let mut written = written(&out);
        fs::remove_dir_all(&out).expect("it was just made");
        written.retain(|name, _| !is_turned || !name.starts_with(".concord/"));
        written
    }
}

fn of<T: Copy>(all: &[T], run: usize) -> T {
    all[run % all.len()]
}

fn written(folder: &Path) -> Written {
    let mode = |name: &String| {
        let there = fs::metadata(folder.join(name)).expect("it is there");
        there.permissions().mode()
    };
    let all = files(folder).into_iter();
    all.map(|(name, bytes)| (name.clone(), (mode(&name), bytes)))
        .collect()
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how many runs is asked of the test and not of the program"
)]
fn what_surrounds_a_run_is_seen_in_none_of_its_files() {
    let runs = match std::env::var_os("CONCORD_HAMMER") {
        Some(_) => 100,
        None => 4,
    };
    let office = Office::new();
    let first = office.run(0);
    let is_document = |name: &&String| name.ends_with(".pdf");
    assert!(first.keys().filter(is_document).count() > 1);
    for run in 1..runs {
        let again = office.run(run);
        for (name, written) in &again {
            assert_eq!(first.get(name), Some(written), "run {run}: {name}");
        }
        let is_all = |name: &&String| run % 2 == 0 || !name.starts_with(".concord/");
        assert_eq!(again.len(), first.keys().filter(is_all).count());
    }
}
