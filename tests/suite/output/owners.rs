//! Whose files are whose: nothing of another case, of nobody or of somebody's hand is lost.

use std::fs;
use std::path::Path;

use concord::output::manifest::LookedAt;

use super::{case, entries, open, opened, refused, text, write};

#[test]
fn two_families_whose_case_files_have_one_name_do_not_overwrite_each_other() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let first = case("case.yaml", "Isla", &[("case-plan.pdf", "Isla's")]);
    write(home.path(), first).expect("the folder is empty");
    let second = || case("case.yaml", "Dafydd", &[("case-plan.pdf", "Dafydd's")]);
    assert_eq!(refused(write(home.path(), second())), ["O10"]);
    assert_eq!(text(&home.path().join("case-plan.pdf")), "Isla's");

    let many = [("case-plan.pdf", "1"), ("b.pdf", "2"), ("c.pdf", "3")];
    let other = tempfile::tempdir().expect("a temporary folder");
    write(other.path(), case("case.yaml", "Isla", &many)).expect("the folder is empty");
    let of_another = write(other.path(), case("case.yaml", "Dafydd", &many));
    assert_eq!(
        refused(of_another),
        ["O10"],
        "of one other case it is told once"
    );

    let mut folder = opened(home.path(), Some("case.yaml")).expect("it can be opened");
    folder.write(second(), |_| true).expect("it takes over");
    folder.close(true).expect("the manifest is written");
    assert_eq!(text(&home.path().join("case-plan.pdf")), "Dafydd's");
}

#[test]
fn a_file_that_no_build_made_and_one_that_was_changed_are_left_as_they_are() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let target = home.path().join("a.pdf");
    fs::write(&target, "somebody's").expect("a file of somebody's");
    let files = || case("a.yaml", "Isla", &[("a.pdf", "ours")]);
    assert_eq!(refused(write(home.path(), files())), ["O12"]);
    assert_eq!(text(&target), "somebody's");

    fs::remove_file(&target).expect("it goes");
    write(home.path(), files()).expect("nothing is in the way");
    fs::write(&target, "ours, and signed").expect("it is signed");
    let again = case("a.yaml", "Isla", &[("a.pdf", "ours anew")]);
    assert_eq!(refused(write(home.path(), again)), ["O13"]);
    assert_eq!(text(&target), "ours, and signed");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let outside = home.path().join("outside.pdf");
    fs::write(&outside, "outside").expect("a file outside");
    let out = home.path().join("out");
    fs::create_dir(&out).expect("a folder");
    std::os::unix::fs::symlink(&outside, out.join("a.pdf")).expect("a link");
    let files = || case("a.yaml", "Isla", &[("a.pdf", "ours")]);
    assert_eq!(refused(write(&out, files())), ["O11"]);
    assert_eq!(text(&outside), "outside");

    let elsewhere = home.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    let linked = home.path().join("linked");
    fs::create_dir(&linked).expect("a folder");
    std::os::unix::fs::symlink(&elsewhere, linked.join(".concord")).expect("a link");
    assert_eq!(refused(write(&linked, files())), ["O11"]);
    assert!(entries(&elsewhere).is_empty());
}

#[test]
fn a_readers_folder_holds_the_papers_of_one_family() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let first = case(
        "a.yaml",
        "Isla",
        &[("X/court/a.pdf", "1"), ("X/applicant/b.pdf", "2")],
    );
    write(home.path(), first).expect("the folder is empty");
    assert_eq!(text(&home.path().join("X/applicant/b.pdf")), "2");
    let other = case("b.yaml", "Dafydd", &[("x/applicant/c.pdf", "3")]);
    assert_eq!(refused(write(home.path(), other)), ["O10"]);

    let mut folder = open(home.path()).expect("it can be opened");
    let less = case("a.yaml", "Isla", &[("X/court/a.pdf", "1")]);
    let written = folder.write(less, |_| false).expect("it is its own");
    assert_eq!(written.removed, ["X/applicant/b.pdf"]);
    assert_eq!(
        entries(&home.path().join("X")),
        ["court"],
        "an empty folder goes too"
    );
}

#[cfg(unix)]
#[test]
fn a_link_on_the_way_is_not_followed() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let elsewhere = home.path().join("elsewhere");
    let out = home.path().join("out");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::create_dir_all(out.join("X")).expect("a folder");
    std::os::unix::fs::symlink(&elsewhere, out.join("X/court")).expect("a link");
    let files = case("a.yaml", "Isla", &[("X/court/a.pdf", "ours")]);
    assert_eq!(refused(write(&out, files)), ["O11"]);
    assert!(entries(&elsewhere).is_empty());
}

#[test]
fn what_no_longer_applies_goes_in_the_same_write_unless_somebody_changed_it() {
    for (changed, left) in [(false, vec!["a.pdf"]), (true, vec!["a.pdf", "letter.pdf"])] {
        let home = tempfile::tempdir().expect("a temporary folder");
        let files = case("a.yaml", "Isla", &[("a.pdf", "1"), ("letter.pdf", "2")]);
        write(home.path(), files).expect("nothing is in the way");
        if changed {
            fs::write(home.path().join("letter.pdf"), "2, annotated").expect("it is changed");
        }
        let mut folder = open(home.path()).expect("it can be opened");
        let files = case("a.yaml", "Isla", &[("a.pdf", "new")]);
        let written = folder.write(files, |old| old.file != "letter.pdf");
        let written = written.expect("nothing is in the way");
        let told = written.findings.sorted();
        let codes: Vec<_> = told.iter().map(|finding| finding.code.id).collect();
        match changed {
            true => assert_eq!(codes, ["O14"]),
            false => assert_eq!(written.removed, ["letter.pdf"]),
        }
        assert_eq!(entries(home.path()), left);
    }
}

#[test]
fn what_a_run_does_not_write_and_still_applies_stays_the_cases_own() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let files = case(
        "a.yaml",
        "Isla",
        &[("a.pdf", "1"), ("a-large-print.pdf", "2")],
    );
    write(home.path(), files).expect("nothing is in the way");
    write(home.path(), case("a.yaml", "Isla", &[("a.pdf", "new")])).expect("it is its own");
    assert_eq!(files_of(home.path()), ["a-large-print.pdf", "a.pdf"]);
}

#[test]
fn a_manifest_that_is_damaged_or_of_a_later_form_stops_the_run() {
    let home = tempfile::tempdir().expect("a temporary folder");
    write(home.path(), case("a.yaml", "Isla", &[("a.pdf", "1")])).expect("nothing is in the way");
    let manifest = home.path().join(".concord/manifest.json");
    let sound = text(&manifest);
    let later = sound.replace("concord-manifest/1", "concord-manifest/2");
    let older = sound.replace("\"document\":", "\"paper\":");
    let table = [
        (&sound[..sound.len() / 2], "is damaged"),
        ("", "is damaged"),
        ("{}", "is damaged"),
        (later.as_str(), "made by an older or a later Concord"),
        (older.as_str(), "made by an older or a later Concord"),
    ];
    for (broken, told) in table {
        fs::write(&manifest, broken).expect("it is broken");
        let finding = open(home.path()).expect_err("it cannot be used");
        assert_eq!(finding.code.id, "O08", "{}", finding.message);
        assert!(finding.message.contains(told), "{}", finding.message);
    }
    fs::write(&manifest, &sound).expect("it is mended");
    open(home.path()).expect("it can be used");
    assert_eq!(files_of(home.path()), ["a.pdf"]);
}

/// The code of what keeps a folder from being opened.
fn refusal(root: &Path) -> &'static str {
    open(root).expect_err("it cannot be used").code.id
}

#[test]
fn of_an_older_manifest_it_is_known_whose_files_are_whose() {
    let home = tempfile::tempdir().expect("a temporary folder");
    for (path, child, file) in [("a.yaml", "Isla", "a.pdf"), ("b.yaml", "Dafydd", "b.pdf")] {
        write(home.path(), case(path, child, &[(file, "1")])).expect("nothing is in the way");
    }
    let manifest = home.path().join(".concord/manifest.json");
    let older = text(&manifest)
        .replace("\"made_from\":", "\"made\":")
        .replace("\"from\":null,", "");
    fs::write(&manifest, &older).expect("an older program wrote it");
    assert!(
        LookedAt::open(home.path()).is_err(),
        "what was made of what is not known"
    );

    let journal = home.path().join(".concord/journal");
    fs::write(&journal, "a case\n").expect("its run was killed");
    assert_eq!(refusal(home.path()), "O08");
    fs::remove_file(&journal).expect("it goes");
    let later = older.replace("\"concord\": \"0.1.0\"", "\"concord\": \"7.0.0\"");
    assert_ne!(later, older);
    fs::write(&manifest, &later).expect("a later program wrote it");
    assert_eq!(refusal(home.path()), "O08");
    fs::write(&manifest, &older).expect("an older program wrote it");

    let mut folder = open(home.path()).expect("it is taken over");
    assert_eq!(folder.taken_over(), Some("0.1.0"));
    let foreign = case("c.yaml", "Mabli", &[("b.pdf", "2")]);
    assert!(
        folder.write(foreign, |_| true).is_err(),
        "the file is another case's"
    );
    let own = case("a.yaml", "Isla", &[("a.pdf", "2")]);
    folder.write(own, |_| true).expect("it is its own");
    folder.close(true).expect("the manifest is written");
    assert_eq!(files_of(home.path()), ["a.pdf", "b.pdf"]);
    assert_eq!(text(&home.path().join("a.pdf")), "2");
    assert_eq!(open(home.path()).expect("it is ours").taken_over(), None);
}

#[test]
fn two_runs_in_one_folder_see_each_others_cases() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut first = open(home.path()).expect("it can be opened");
    let mut second = open(home.path()).expect("it can be opened twice");
    let files = case("a.yaml", "Isla", &[("a.pdf", "1")]);
    first.write(files, |_| true).expect("the folder is empty");
    let other = case("b.yaml", "Dafydd", &[("a.pdf", "2")]);
    let found = second.write(other, |_| true).map(drop);
    assert!(found.is_err(), "the file is another case's");
    let own = case("b.yaml", "Dafydd", &[("b.pdf", "2")]);
    second.write(own, |_| true).expect("this one is free");
    second.close(true).expect("the manifest is written");
    let third = case("c.yaml", "Mabli", &[("c.pdf", "3")]);
    first.write(third, |_| true).expect("this one is free");
    first.close(true).expect("the manifest is written");
    assert_eq!(files_of(home.path()), ["a.pdf", "b.pdf", "c.pdf"]);
}

/// The files that the manifest names.
fn files_of(root: &Path) -> Vec<String> {
    let folder = LookedAt::open(root).expect("it has a manifest");
    let cases = folder.manifest().cases.iter();
    let mut files: Vec<String> = cases
        .flat_map(|case| case.documents.iter().map(|one| one.file.clone()))
        .collect();
    files.sort();
    files
}
