//! Which layers a run has, and who asked for them.

use std::fs;
use std::path::Path;

use super::*;
use crate::diagnostics::Diagnostic;

/// A folder with a `concord.yaml` of this name, and what else it says.
fn firm(folder: &Path, name: &str, more: &str) {
    fs::create_dir_all(folder).expect("room for it");
    let text = format!("schema: concord-firm/1\nname: {name}\n{more}");
    fs::write(folder.join(SETTINGS), text).expect("room for it");
}

fn told(flags: Flags) -> Result<Vec<String>, Vec<String>> {
    let told = |layer: &Setting<String>| layer.value.clone();
    match resolve(flags) {
        Ok(settings) => Ok(settings.layers.iter().map(told).collect()),
        Err(findings) => {
            let told = |finding: &Diagnostic| format!("{}: {}", finding.code.id, finding.message);
            Err(findings.sorted().iter().map(told).collect())
        }
    }
}

fn found(folder: PathBuf) -> Flags {
    Flags {
        beside: BTreeSet::from([folder]),
        ..Flags::default()
    }
}

#[test]
fn what_nobody_sets_is_the_programs_own() {
    let settings = resolve(Flags::default()).map_err(Findings::sorted);
    let settings = settings.expect("nothing is read");
    assert!(settings.layers.is_empty() && !settings.templates.has_folder());
    assert_eq!(settings.languages.from, Source::Default);
    assert_eq!(settings.languages.value, None);
}

#[test]
fn a_flag_takes_the_place_of_what_others_name_and_adds_nothing_to_it() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let [flag, environment, beside] = ["flag", "environment", "beside"].map(|name| {
        firm(&home.path().join(name), name, "");
        home.path().join(name)
    });
    let welsh = Languages::One(Language::Cy);
    let mut flags = Flags {
        templates: vec![flag],
        environment: vec![environment],
        languages: Some(welsh),
        ..found(beside)
    };
    let settings = resolve(flags.clone())
        .map_err(Findings::sorted)
        .expect("they are sound");
    assert_eq!(settings.languages.value, Some(welsh));
    let passed_over = settings.passed_over.unwrap_or_default();
    assert!(
        passed_over.ends_with("beside/concord.yaml"),
        "{passed_over}"
    );
    assert_eq!(told(flags.clone()), Ok(vec!["flag".to_owned()]));
    flags.templates.clear();
    assert_eq!(told(flags.clone()), Ok(vec!["environment".to_owned()]));
    flags.environment.clear();
    assert_eq!(told(flags), Ok(vec!["beside".to_owned()]));
}

#[test]
fn an_office_lies_over_its_firm_however_both_are_named() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let (wensum, ipswich) = (home.path().join("wensum"), home.path().join("ipswich"));
    firm(&wensum, "wensum", "");
    firm(&ipswich, "wensum-ipswich", "over: ../wensum\n");
    let both = Ok(["wensum-ipswich", "wensum"].map(str::to_owned).to_vec());
    assert_eq!(told(found(ipswich.clone())), both);
    let named = Flags {
        templates: vec![wensum, ipswich],
        ..Flags::default()
    };
    assert_eq!(told(named), both);
}

#[test]
fn of_how_many_documents_are_set_at_a_time_the_highest_layer_speaks() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let jobs = |firms: &str, offices: &str| {
        let (firm, office) = (home.path().join("firm"), home.path().join("office"));
        self::firm(&firm, "wensum", firms);
        self::firm(&office, "ipswich", &format!("over: ../firm\n{offices}"));
        let settings = resolve(found(office)).map_err(Findings::sorted);
        settings.map(|settings| settings.jobs.map(NonZeroUsize::get))
    };
    assert_eq!(jobs("", ""), Ok(None));
    assert_eq!(jobs("jobs: 3\n", ""), Ok(Some(3)));
    assert_eq!(jobs("jobs: 3\n", "jobs: 1\n"), Ok(Some(1)));
    assert!(jobs("jobs: 0\n", "").is_err());
}

#[test]
fn layers_that_lead_nowhere_or_round_are_findings() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| home.path().join(name);
    let one = |name: &str, more: &str| {
        firm(&at(name), name, more);
        told(found(at(name))).map_err(|told| {
            let told = told.join("\n");
            told.replace(
                &home
                    .path()
                    .canonicalize()
                    .expect("it is there")
                    .display()
                    .to_string(),
                "",
            )
        })
    };
    let nowhere = one("nowhere", "over: ../firm\n");
    assert_eq!(nowhere, Err("C01: there is no folder `/firm`".to_owned()));
    firm(&at("b"), "b", "over: ../a\n");
    let round = one("a", "over: ../b\n");
    assert_eq!(round, Err("C03: this folder lies over itself".to_owned()));
    firm(&at("below"), "same", "");
    let same = one("same", "over: ../below\n");
    assert_eq!(same, Err("C04: two layers are called `same`".to_owned()));
    let slip = one("slip", "oever: ../below\n");
    assert!(
        slip.clone().is_err_and(|told| told.starts_with("M01: ")),
        "{slip:?}"
    );
    let taken = one("builtin", "");
    let message = "M04: `name` is a name that the program uses itself";
    assert_eq!(taken, Err(message.to_owned()));
}

#[test]
fn a_folder_that_is_not_there_is_a_finding() {
    let flags = Flags {
        templates: vec!["no such folder".into()],
        ..Flags::default()
    };
    assert_eq!(
        told(flags),
        Err(vec!["A04: `no such folder` cannot be read".to_owned()])
    );
}
