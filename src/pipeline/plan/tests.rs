//! What a plan says of the sample cases: names above all.

use std::collections::BTreeSet;

use super::*;
use crate::case::programme::ProgrammeKind;
use crate::case::sample;
use crate::view::{Declaration, ViewKind};

/// Everything that applies, in English, as PDF.
fn everything() -> Asked {
    Asked {
        documents: Vec::new(),
        audiences: Vec::new(),
        languages: Some(Languages::One(Language::En)),
        editions: vec![Edition::Standard],
        out: "out".into(),
        format: Format::Pdf,
        strict: false,
    }
}

fn one(view: ViewKind) -> Asked {
    Asked {
        documents: vec![Document::builtin(view)],
        ..everything()
    }
}

fn planned(case: &Case, asked: &Asked) -> Plan {
    plan(case, asked, &Documents::builtin())
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.names().collect()
}

#[test]
fn each_edition_and_language_has_a_file_of_its_own() {
    let case = sample::case();
    let asked = Asked {
        languages: Some(Languages::Bilingual),
        editions: Edition::ALL.into(),
        audiences: vec!["court".to_owned()],
        ..one(ViewKind::CourtReport)
    };
    let wanted = [
        "LS26P00832/court/court-report-bilingual.pdf",
        "LS26P00832/court/court-report-bilingual-large-print.pdf",
        "LS26P00832/court/court-report-bilingual.txt",
    ];
    assert_eq!(names(&planned(&case, &asked)), wanted);
}

#[test]
fn a_source_is_a_file_for_each_language() {
    let case = sample::case();
    let asked = Asked {
        languages: Some(Languages::Bilingual),
        format: Format::Typst,
        audiences: vec!["respondent".to_owned()],
        ..one(ViewKind::ParentingPlan)
    };
    let wanted = [
        "LS26P00832/respondent/parenting-plan-cy.typ",
        "LS26P00832/respondent/parenting-plan.typ",
    ];
    assert_eq!(names(&planned(&case, &asked)), wanted);
}

#[test]
fn a_calendar_stands_beside_the_plan_and_a_case_without_a_court_has_parents() {
    let mut case = sample::case();
    case.proceedings = None;
    case.id = Some("wfm-26".parse().expect("a line"));
    let plan = planned(&case, &one(ViewKind::ParentingPlan));
    let wanted = [
        "wfm-26/parent-1/parenting-plan.pdf",
        "wfm-26/parent-1/parenting-plan.ics",
        "wfm-26/parent-2/parenting-plan.pdf",
        "wfm-26/parent-2/parenting-plan.ics",
    ];
    assert_eq!(names(&plan), wanted);
    assert!(matches!(plan.copies[0].files[1].holds, Holds::Calendar(_)));
}

#[test]
fn where_no_language_is_asked_for_each_copy_is_in_its_readers() {
    let asked = Asked {
        languages: None,
        ..everything()
    };
    let wanted = [
        "CF26P00218/applicant/parenting-plan-cy.pdf",
        "CF26P00218/respondent/parenting-plan.pdf",
        "CF26P00218/child-1/childs-plan-cy.pdf",
        "CF26P00218/respondent/course-joining-letter.pdf",
        "CF26P00218/court/course-notice-applicant-bilingual.pdf",
        "CF26P00218/court/course-notice-respondent-bilingual.pdf",
        "CF26P00218/provider/course-notice-applicant-bilingual.pdf",
        "CF26P00218/provider/course-notice-respondent-bilingual.pdf",
    ];
    assert_eq!(names(&planned(&sample::course_in_wales(), &asked)), wanted);
}

#[test]
fn each_reader_has_a_copy_and_each_name_is_given_once() {
    let case = sample::case_of_everything();
    let plan = planned(&case, &everything());
    for planned in &plan.copies {
        let folder = format!("LS26P00832/{}/", planned.copy.reader.word(&case));
        let name = &planned.files[0].name;
        assert!(name.starts_with(&folder), "{name}");
    }
    let all = names(&plan);
    let each_once: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(each_once.len(), all.len());
}

#[test]
fn what_does_not_apply_is_left_out_or_where_it_is_named_refused() {
    let mut case = sample::case();
    case.joint_letter = None;
    let letter = Document::builtin(ViewKind::JointLetter);
    let all = planned(&case, &everything());
    let left_out = (letter.clone(), Inapplicable::NoJointLetter);
    assert!(all.left_out.contains(&left_out) && all.found.is_empty());
    let alone = planned(&case, &one(ViewKind::JointLetter));
    assert_eq!(
        alone.found,
        [Inapplicable::NoJointLetter.refusal_of(letter.id())]
    );
    assert!(alone.copies.is_empty() && alone.left_out.is_empty());
}

#[test]
fn a_case_of_which_nothing_can_be_made_is_warned_of() {
    let mut case = sample::case();
    case.programme.kind = ProgrammeKind::Mediation;
    case.arrangements.clear();
    (case.decisions, case.review) = (None, None);
    let none = planned(&case, &everything());
    assert!(none.copies.is_empty() && !none.left_out.is_empty());
    assert_eq!(none.found.len(), 1);
    assert_eq!(none.found[0].finding.severity, Severity::Warning);
}

#[test]
fn a_firms_document_is_planned_under_its_own_id() {
    let case = sample::case();
    let declaration = Declaration {
        id: "our-report".to_owned(),
        ..Declaration::builtin(ViewKind::CourtReport)
    };
    let documents = Documents::builtin().with(declaration);
    let plan = plan(&case, &everything(), &documents);
    let last = plan.copies.last().expect("it applies");
    assert_eq!(last.document.view(), ViewKind::CourtReport);
    assert_eq!(last.files[0].name, "LS26P00832/respondent/our-report.pdf");
    assert!(names(&plan).contains(&"LS26P00832/court/court-report.pdf"));
}
