//! What can be asked of the templates on the command line, and that the answers fit a
//! terminal.

use concord::cli::Exit;
use concord::view::Documents;
use insta::{assert_snapshot, with_settings};

use crate::support::concord;

/// The widest line of a terminal that is not maximised.
const COLUMNS: usize = 100;

fn asked(questions: &[&[&str]]) -> String {
    let mut told = String::new();
    for question in questions {
        let run = concord(&[&["templates"], *question].concat());
        let question = question.join(" ");
        assert!(run.out.is_empty() || run.err.is_empty(), "{question}");
        told.push_str(&format!(
            "$ concord templates {question}\n{}{}\n",
            run.out, run.err
        ));
    }
    told
}

#[test]
fn fields_are_told_with_their_tags() {
    assert_snapshot!(asked(&[
        &["fields", "parenting-plan", "mediation"],
        &["fields", "parenting-plan", "family.adults"],
        &["fields", "parenting-plan", "topics.terms.text"],
        &["fields", "court-report", "heading.parties.*.role"],
    ]));
}

#[test]
fn a_path_that_is_not_there_is_a_usage_error_with_the_nearest() {
    let questions: [&[&str]; 4] = [
        &["fields", "parnting-plan"],
        &["fields", "parenting-plan", "family.adults.full_nmae"],
        &["fields", "parenting-plan", "without_prejudice.when"],
        &["describe", "mastheed"],
    ];
    for question in questions {
        let run = concord(&[&["templates"], question].concat());
        assert_eq!(
            (run.exit, run.out.as_str()),
            (Exit::Usage, ""),
            "{question:?}"
        );
    }
    assert_snapshot!(asked(&questions));
}

#[test]
fn everything_with_a_name_is_described() {
    let questions: [&[&str]; 5] = [
        &["describe", "{{> masthead}}"],
        &["describe", "{{list}}"],
        &["describe", "#closing"],
        &["describe", "parenting-plan.purpose"],
        &["describe", "role"],
    ];
    // A line of the locale moves with every phrase above it.
    with_settings!({filters => vec![(r"\.yaml:\d+", ".yaml:LINE")]}, {
        assert_snapshot!(asked(&questions));
    });
}

#[test]
fn a_name_with_several_meanings_lists_them() {
    assert_snapshot!(asked(&[&["describe", "masthead"], &["describe", "list"]]));
}

#[test]
fn answers_fit_a_terminal() {
    for document in &Documents::builtin() {
        let run = concord(&["templates", "fields", document.id()]);
        assert_eq!(run.exit, Exit::Done);
        let wide = run.out.lines().find(|line| line.chars().count() > COLUMNS);
        assert_eq!(wide, None, "{}", document.id());
    }
}

#[test]
fn what_a_theme_may_set_is_described() {
    assert_snapshot!(asked(&[
        &["describe", "theme"],
        &["describe", "theme:accent"],
        &["describe", "firm.typ"],
    ]));
}

#[test]
fn what_a_firm_sets_of_the_theme_is_listed() {
    let firm = ["--templates", "fixtures/packs/firms/letterhead"];
    let told = |question: &[&str]| concord(&[&["templates"], question, &firm[..]].concat()).out;
    assert_snapshot!(told(&["list"]) + &told(&["which", "theme:footer"]));
}
