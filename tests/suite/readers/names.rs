//! A name that form C8 keeps back is in nothing that is made, and another in its place changes
//! nothing.

use std::fs;

use concord::cli::Exit;
use concord::packs::Edition;
use serde_yaml::Value;

use crate::trial::Trial;

/// A case whose respondent, with whom the child lives, is called `Ms A` in every document.
fn kept_back() -> Trial {
    let trial = Trial::case("return-to-court");
    let trial = trial.rewritten(|text| text.replace("Ms Haddad", "Ms A"));
    trial.altered(|case| {
        let mother = &mut case["people"]["adults"][1];
        mother["former_names"] = Value::Sequence(vec!["Samira Wells".into()]);
        mother["c8"]["person_child_lives_with"] = true.into();
        mother["c8"]["public_label"] = "Ms A".into();
    })
}

#[test]
fn nothing_that_is_made_holds_a_name_that_is_kept_back() {
    let trial = ["standard", "plain-text"]
        .into_iter()
        .fold(kept_back(), Trial::edition);
    let built = trial.build().done();
    let mut told = 0;
    for (name, bytes) in &built.files {
        let held = format!("{name} {}", String::from_utf8_lossy(bytes));
        for part in ["Samira", "Haddad", "samira", "haddad"] {
            assert!(!held.contains(part), "{name} holds `{part}`");
        }
        told += usize::from(held.contains("Ms A"));
    }
    assert!(told >= 4, "only {told} files speak of her");
}

#[test]
fn another_name_that_is_kept_back_changes_no_byte() {
    let all = || {
        Edition::ALL
            .into_iter()
            .map(Edition::word)
            .fold(kept_back(), Trial::edition)
    };
    let before = all().build().done();
    let after = all().altered(|case| {
        let mother = &mut case["people"]["adults"][1];
        mother["title"] = "Dr".into();
        mother["forenames"] = "Ifeoma Ngozi".into();
        mother["surname"] = "Okonkwo-Quillfeather".into();
        mother["known_as"] = "Ify".into();
        mother["former_names"] = Value::Sequence(vec!["Ifeoma Eze".into()]);
    });
    let after = after.build().done();
    assert!(before.files == after.files);
    assert!(before.handed_over == after.handed_over);
}

#[test]
fn a_template_that_gives_the_name_away_stops_the_case_and_does_not_repeat_it() {
    let title = fs::read_to_string("templates/partials/title.typ.hbs").expect("it is there");
    for name in ["HADDAD", "S. Haddad", "Samira", "Samira Wells"] {
        let outcome = kept_back()
            .firm(
                "partials/title.typ.hbs",
                &format!("{title}\nWith {name}.\n"),
            )
            .document("session-schedule")
            .build_with_firm();
        let err = &outcome.run.err;
        assert_eq!(outcome.run.exit, Exit::Confidentiality, "{name}: {err}");
        assert!(outcome.files.is_empty(), "{name}");
        assert!(err.contains("K03") && err.contains("for `court`"), "{err}");
        let given = err.to_lowercase();
        assert!(
            !given.contains("haddad") && !given.contains("samira"),
            "{err}"
        );
    }
}
