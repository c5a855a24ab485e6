//! Where the rules begin to bite: the last day of the twelve weeks, the fourth and the
//! sixteenth birthday, the minute at which one session ends and the next begins.

use super::{MINIMAL, codes};

const JOINT: &str = "on: 2026-05-20\n      status: held";
const CHILD: &str = "on: 2026-05-06\n      status: held";
const PLANNED: (&str, &str) = ("completed_no_agreement", "in_progress");

#[test]
fn twelve_weeks_end_on_the_day_that_documents_print() {
    let joint_on = |day: &str| {
        let planned = format!("on: {day}\n      status: planned");
        codes(&[PLANNED, (JOINT, &planned)])
    };
    assert!(joint_on("2026-07-05").is_empty());
    assert_eq!(joint_on("2026-07-06"), ["R03"]);
}

#[test]
fn an_extension_ends_no_earlier_than_the_twelve_weeks() {
    let extended_to = |day: &str| {
        let extended =
            format!("starts_on: 2026-04-13\n  extended_to: {day}\n  extension_reason: Illness.");
        codes(&[("starts_on: 2026-04-13", &extended)])
    };
    assert_eq!(extended_to("2026-07-04"), ["R03"]);
    assert!(extended_to("2026-07-05").is_empty());
}

#[test]
fn on_the_day_of_the_document_a_session_is_held_or_planned() {
    let on_the_day = |status: &str| {
        let session = format!("on: 2026-06-01\n      status: {status}");
        codes(&[PLANNED, (JOINT, &session)])
    };
    assert!(on_the_day("held").is_empty());
    assert!(on_the_day("planned").is_empty());
}

#[test]
fn a_reason_answers_for_an_unusual_order() {
    let joint_first = "on: 2026-04-15\n      status: held";
    assert_eq!(codes(&[(JOINT, joint_first)]), ["R05", "R05", "R06"]);
    let because = format!("{joint_first}\n      reason: The parents asked to begin together.");
    assert!(codes(&[(JOINT, &because)]).is_empty());
}

#[test]
fn a_child_may_be_seen_again_after_the_parents_met() {
    let again = format!(
        "{CHILD}\n    - id: second\n      kind: child\n      with: [adviser, nia]\n      \
         on: 2026-05-27\n      status: held"
    );
    assert!(codes(&[(CHILD, &again)]).is_empty());
}

#[test]
fn sessions_that_touch_do_not_overlap() {
    let mother = "on: 2026-04-20\n      status: held";
    let father = "on: 2026-04-22\n      status: held";
    let first = format!("{mother}\n      start: \"10:00\"\n      end: \"11:30\"");
    let next = |start: &str| {
        let same_day = father.replace("22", "20");
        let second = format!("{same_day}\n      start: \"{start}\"\n      end: \"12:30\"");
        codes(&[(mother, &first), (father, &second)])
    };
    assert!(next("11:30").is_empty());
    assert_eq!(next("11:29"), ["R10"]);
    assert_eq!(next("10:00"), ["R09", "R10"]);
}

#[test]
fn from_the_fourth_birthday_words_need_no_note() {
    let voice = "child_voice:\n  - child: nia\n    seen_on: 2026-05-06\n    \
                 session: meeting_child\n    fca_summary: She spoke of her garden.\n    \
                 words: [{quote: I have a garden., share: all}]\n\narrangements:\n";
    let born = |day: &str| codes(&[("2017-05-30", day), ("arrangements:\n", voice)]);
    assert!(born("2022-05-06").is_empty());
    assert_eq!(born("2022-05-07"), ["R15"]);
}

#[test]
fn an_order_binds_from_its_first_day_to_its_last() {
    let order = |from: &str, until: &str| {
        let text = format!(
            "safe_for_joint_session: with_measures\n  measures: [separate_waiting]\n  \
             protective_orders:\n    - kind: restraining\n      \
             protects: [mother]\n      against: father\n      from: {from}\n      \
             until: {until}\n      terms: No contact.\n"
        );
        let alleged = ("none_known", "alleged");
        codes(&[alleged, ("safe_for_joint_session: yes\n", &text)])
    };
    assert!(order("2026-03-01", "2026-05-19").is_empty());
    assert_eq!(order("2026-03-01", "2026-05-20"), ["R11"]);
    assert_eq!(order("2026-05-20", "2026-06-30"), ["R11"]);
    assert!(order("2026-05-21", "2026-06-30").is_empty());
}

#[test]
fn a_joint_session_held_before_a_return_to_court_is_history() {
    let returned = "returned_to_court\n  return_to_court: {on: 2026-05-22, decided_by: adviser, \
                    grounds: [child_wellbeing], text: Nia was not safe.}";
    let unsafe_now = ("safe_for_joint_session: yes", "safe_for_joint_session: no");
    assert_eq!(codes(&[unsafe_now]), ["R11"]);
    assert!(codes(&[unsafe_now, ("completed_no_agreement", returned)]).is_empty());
}

/// The minimal case with one term that is agreed, and its review.
fn agreed(term: &str, review: &str) -> Vec<&'static str> {
    let start = MINIMAL.find("arrangements:").expect("it has arrangements");
    let end = MINIMAL.find("sign_off:").expect("it has a sign-off");
    let all = format!(
        "places: [{{id: school, kind: school, name: School}}]\narrangements:\n  - {{id: term, status: agreed, agreed_by: [mother, father], {term}}}\n\
         review: {{{review}}}\n"
    );
    codes(&[
        ("status: draft", "status: final"),
        ("completed_no_agreement", "completed_full_agreement"),
        (&MINIMAL[start..end], &all),
    ])
}

#[test]
fn an_order_may_last_until_the_sixteenth_birthday() {
    let weekends_until = |day: &str| {
        let term = format!(
            "topic: handovers, form: proposed_order, verb: spends_time_with, with: father, \
             text: At school., until: {day}, schedule: {{kind: handover, from: mother, \
             to: father, place: school, by: father}}"
        );
        agreed(&term, "after_months: 12")
    };
    assert!(weekends_until("2033-05-30").is_empty());
    assert_eq!(weekends_until("2033-05-31"), ["R14"]);
}

#[test]
fn a_month_abroad_is_too_long_and_four_weeks_are_not() {
    let for_days = |days: u32| {
        let home = "topic: living, form: proposed_order, verb: lives_with, with: mother, \
                    text: With her mother., from: 2026-06-12}\n  - {id: spain, status: agreed, \
                    agreed_by: [mother, father], topic: travel, text: Spain., ";
        let travel = format!("travel: {{destination: Spain, by: mother, days: {days}}}");
        agreed(&format!("{home}{travel}"), "after_months: 12")
    };
    assert!(for_days(28).is_empty());
    assert_eq!(for_days(29), ["R29"]);
}

#[test]
fn a_review_comes_between_the_first_day_and_two_years_later() {
    let review = |on: &str| {
        let term = "topic: daytime, text: On Saturdays., from: 2026-06-13";
        agreed(term, &format!("on: {on}"))
    };
    assert_eq!(review("2026-06-12"), ["R65"]);
    assert!(review("2026-06-13").is_empty());
    assert!(review("2028-06-13").is_empty());
    assert_eq!(review("2028-06-14"), ["R65"]);
}

#[test]
fn a_town_leads_home_unless_the_case_names_it_anyway() {
    let hidden = "role: respondent\n      c8: {address: true}\n      contact: {address: \
                  {lines: [Rose Cottage, Skelmere], postcode: YO25 9ZZ}}\n";
    let with = |text: &str, open: &[(&str, &str)]| {
        let told = format!("text: {text}");
        let edits = [
            ("role: respondent\n", hidden),
            (
                "text: Whether Nia stays with her father at weekends.",
                told.as_str(),
            ),
        ];
        codes(&[&edits, open].concat())
    };
    let town = "Whether Nia stays with her mother in Skelmere.";
    assert_eq!(with(town, &[]), ["R34"]);
    assert_eq!(with("Whether they meet near yo25’s library.", &[]), ["R34"]);
    assert_eq!(
        with("Whether they meet at YO25 9ZZ in Skelmere.", &[]),
        ["R32"]
    );
    // In small letters it may be another word: a warning, and no stop.
    assert_eq!(
        with("Whether they meet on the skelmere road.", &[]),
        ["R195"]
    );
    let court = ("sitting_at: Birmingham", "sitting_at: Skelmere and Hessle");
    let office = ("Cafcass, Birmingham", "Cafcass, Skelmere");
    let father = "role: applicant\n      contact: {address: {lines: ['2 Dale Row, Skelmere']}}\n";
    for open in [court, office, ("role: applicant\n", father)] {
        assert!(with(town, &[open]).is_empty(), "{open:?}");
    }
}
