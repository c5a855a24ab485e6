//! Who gets what: the lists for the office, a folder for each reader, and the search of the
//! finished words.

mod concordance;
mod copies;
mod names;

use std::collections::BTreeSet;
use std::fs;

use concord::cli::Exit;

use crate::support::concord;
use crate::trial::Trial;

const CASE: &str = "fixtures/cases/valid/return-to-court.yaml";

#[test]
fn the_table_says_who_gets_what() {
    let run = concord(&["documents", "--audiences"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    insta::assert_snapshot!(run.out);
}

#[test]
fn of_a_case_it_is_told_what_each_copy_leaves_out_and_no_word_of_it() {
    let run = concord(&["documents", "--audiences", CASE]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    for secret in ["Tern Court", "7946 0788", "Coppermill", "samira.haddad"] {
        assert!(!run.out.contains(secret), "{secret}");
    }
    insta::assert_snapshot!(run.out);
}

#[test]
fn one_readers_copies_are_made_and_the_others_stay_as_they_are() {
    let trial = Trial::case("return-to-court").document("session-schedule");
    let all = trial.build().done().files;
    let names: Vec<&str> = all.keys().map(String::as_str).collect();
    let expected = [
        "ZC26P00519/applicant/session-schedule.pdf",
        "ZC26P00519/court/session-schedule.pdf",
        "ZC26P00519/respondent/session-schedule.pdf",
    ];
    assert_eq!(names, expected);
    let trial = trial.audience("applicant");
    let again = trial.build().done();
    assert_eq!(again.files, all);
    assert!(again.run.err.contains("kept 1 file, "), "{}", again.run.err);
}

#[test]
fn a_reader_who_is_nobody_of_the_case_is_refused() {
    let outcome = Trial::case("return-to-court")
        .audience("respondent-2")
        .build();
    assert_eq!(outcome.run.exit, Exit::Usage, "{}", outcome.run.err);
    assert!(outcome.files.is_empty());
    for told in [
        "O15",
        "`respondent-2` is nobody of this case",
        "`court`, `applicant`",
    ] {
        assert!(outcome.run.err.contains(told), "{}", outcome.run.err);
    }
    let typed = concord(&["build", CASE, "--out", "out", "--audience", "mother"]);
    assert_eq!(typed.exit, Exit::Usage, "{}", typed.err);
}

#[test]
fn what_a_firms_template_gives_away_stops_the_case_and_is_not_repeated() {
    let title = fs::read_to_string("templates/partials/title.typ.hbs").expect("it is there");
    for secret in [
        "020 7946 0788",
        "samira.haddad [at] example.org",
        "19 TERN CT",
    ] {
        let outcome = Trial::case("return-to-court")
            .firm(
                "partials/title.typ.hbs",
                &format!("{title}\nAt {secret}.\n"),
            )
            .document("session-schedule")
            .build_with_firm();
        assert_eq!(
            outcome.run.exit,
            Exit::Confidentiality,
            "{}",
            outcome.run.err
        );
        assert!(outcome.files.is_empty(), "{secret}");
        let err = &outcome.run.err;
        assert!(err.contains("K03"), "{err}");
        assert!(err.contains("for `court`"), "{err}");
        assert!(err.contains("confidentiality stop: "), "{err}");
        for word in ["0788", "samira.haddad", "TERN", "Tern"] {
            assert!(!err.contains(word), "{word}: {err}");
        }
    }
}

#[test]
fn the_copies_of_one_report_differ_in_what_was_kept_back_and_in_nothing_else() {
    let words = |reader: &str| {
        let trial = Trial::case("return-to-court").document("return-to-court");
        let text = trial.audience(reader).manuscript().layout().reading_text();
        let lines = text.lines().map(str::to_owned);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>()
    };
    let court = words("court");
    let mut told = Vec::new();
    for reader in ["applicant", "respondent"] {
        let own = words(reader);
        let own_lines: BTreeSet<&String> = own.iter().collect();
        let court_lines: BTreeSet<&String> = court.iter().collect();
        told.push(format!("the court's copy and not the {reader}'s:"));
        let left_out = court.iter().filter(|line| !own_lines.contains(line));
        told.extend(left_out.map(|line| format!("- {line}")));
        told.push(format!("the {reader}'s copy and not the court's:"));
        let added = own.iter().filter(|line| !court_lines.contains(line));
        told.extend(added.map(|line| format!("+ {line}")));
    }
    // The marks at the feet of the pages differ with every template.
    told.retain(|line| !line.contains("· version "));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn each_folder_says_what_it_holds_and_nothing_else() {
    let trial = Trial::case("return-to-court");
    let built = trial.build().done();
    let judge = jsonschema::validator_for(&json(
        concord(&["schema", "reader-manifest"]).out.as_bytes(),
    ));
    let judge = judge.expect("the schema is a schema");
    let office = json(built.manifest.as_deref().expect("a manifest"));
    let case = &office["cases"][0];
    let documents = case["documents"].as_array().expect("documents");
    let views = documents.iter().map(|one| &one["view"]);
    let parts = case["parts"].as_object().expect("parts").values();
    let of_the_office: Vec<&str> = views.chain(parts).filter_map(|one| one.as_str()).collect();
    for (name, bytes) in &built.handed_over {
        let folder = name.strip_suffix("manifest.json").expect("its name");
        let holds = json(bytes);
        assert!(judge.is_valid(&holds), "{name}: {holds}");
        let told: Vec<String> = holds["documents"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| {
                let file = format!("{folder}{}", one["file"].as_str().expect("a name"));
                assert_eq!(one["bytes"], built.files[&file].len(), "{file}");
                assert_eq!(
                    one["sha256"],
                    concord::output::Digest::of(&built.files[&file]).to_string()
                );
                file
            })
            .collect();
        let there = built.files.keys().filter(|file| file.starts_with(folder));
        assert!(there.eq(&told), "{name}: {told:?}");
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !of_the_office.iter().any(|hash| text.contains(hash)),
            "{name}"
        );
    }
    let folders: Vec<&str> = built.handed_over.keys().map(String::as_str).collect();
    let readers = ["applicant", "court", "respondent"]
        .map(|reader| format!("ZC26P00519/{reader}/manifest.json"));
    assert_eq!(folders, readers);
    let again = trial.build().done();
    assert_eq!(again.handed_over, built.handed_over);
}

fn json(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).expect("JSON")
}
