//! What a child is told, and what is left out.

use super::*;
use crate::audience::Reader;
use crate::case::Case;
use crate::case::recurrence::SpecialDay;
use crate::case::safeguarding::Condition;
use crate::case::visibility::Visibility;
use crate::view::sample;

/// The sample, in which nobody wrote anything for the children.
fn untold() -> Case {
    let mut case = sample::case();
    for arrangement in &mut case.arrangements {
        arrangement.tell_child = None;
    }
    case
}

fn plan(case: &Case, child: usize) -> ChildsPlan {
    let child = &case.people.children[child].id;
    let copy = DocumentCopy::of(Reader::Child(child.clone()));
    ChildsPlan::of(&sample::draft_of(case, copy))
}

fn topics(plan: &ChildsPlan) -> Vec<Topic> {
    plan.told.iter().map(|topic| topic.topic).collect()
}

#[test]
fn a_child_reads_of_days_and_school_and_of_no_money_health_or_quarrel() {
    let case = untold();
    let plan = plan(&case, 0);
    // Where the child lives is drawn.
    let told = [
        Topic::SchoolHolidays,
        Topic::Christmas,
        Topic::SpecialDays,
        Topic::School,
        Topic::Activities,
    ];
    assert_eq!(topics(&plan), told);
    assert!(plan.time.is_some());
}

#[test]
fn what_is_another_childs_alone_is_left_out() {
    let case = untold();
    let band = |plan: &ChildsPlan| topics(plan).contains(&Topic::Activities);
    assert!(band(&plan(&case, 0)), "the band is Isla's");
    assert!(!band(&plan(&case, 1)), "and not Rowan's");
}

#[test]
fn what_is_open_or_under_a_condition_is_left_out() {
    let mut case = untold();
    for arrangement in &mut case.arrangements {
        match arrangement.topic {
            Topic::School => arrangement.status = AgreementStatus::Partly,
            Topic::Activities => arrangement.conditions = vec![Condition::Supervised],
            Topic::SpecialDays => arrangement.vis = Some(Visibility::CourtOnly),
            _ => {}
        }
    }
    let told = [Topic::SchoolHolidays, Topic::Christmas];
    assert_eq!(topics(&plan(&case, 0)), told);
}

#[test]
fn days_under_a_condition_are_in_no_calendar() {
    let mut case = untold();
    let weekly = |one: &&mut Arrangement| matches!(one.schedule, Some(Schedule::Weekly { .. }));
    let weekly = case.arrangements.iter_mut().find(weekly);
    weekly.expect("it is there").conditions = vec![Condition::Supervised];
    assert_eq!(plan(&case, 0).time, None);
}

#[test]
fn what_no_calendar_draws_is_told_with_its_times() {
    let christmas = |case: &Case| {
        let mut told = plan(case, 0).told;
        told.retain(|topic| topic.topic == Topic::Christmas);
        told.remove(0).told.remove(0).when.map(|when| when.text)
    };
    let mut case = untold();
    for arrangement in &mut case.arrangements {
        arrangement.when = None;
    }
    assert_eq!(christmas(&case), None, "the calendar draws it");
    for arrangement in &mut case.arrangements {
        if matches!(arrangement.schedule, Some(Schedule::Weekly { .. })) {
            arrangement.conditions = vec![Condition::Supervised];
        }
    }
    let words = "You are with Mum from 12 noon on Christmas Eve until 12 noon on Boxing \
                 Day, in 2026, 2028 and so on, and with Dad in 2027, 2029 and so on.";
    assert_eq!(christmas(&case).as_deref(), Some(words));
}

#[test]
fn a_condition_of_a_call_that_is_not_agreed_changes_nothing() {
    let mut case = untold();
    let before = plan(&case, 0);
    let is_call = |one: &&Arrangement| {
        let mut schedules = one.schedules();
        schedules.any(|one| matches!(one, Schedule::Indirect { .. }))
    };
    let mut idea = case
        .arrangements
        .iter()
        .find(is_call)
        .expect("it is there")
        .clone();
    idea.status = AgreementStatus::NotAgreed;
    idea.conditions = vec![Condition::Supported];
    case.arrangements.push(idea);
    assert_eq!(plan(&case, 0), before);
}

#[test]
fn what_is_agreed_in_principle_is_in_no_calendar() {
    let mut case = untold();
    for arrangement in &mut case.arrangements {
        if arrangement.topic == Topic::Christmas {
            arrangement.status = AgreementStatus::AgreedInPrinciple;
        }
    }
    let time = plan(&case, 0).time.expect("the weeks are agreed");
    assert!(!time.special.iter().any(|day| day.is_christmas()));
    assert!(time.year.undecided, "and the child is told so");
}

#[test]
fn while_christmas_is_open_no_words_share_every_holiday() {
    let mut case = untold();
    for arrangement in &mut case.arrangements {
        if arrangement.topic == Topic::Christmas {
            arrangement.status = AgreementStatus::NotAgreed;
        }
    }
    let plan = plan(&case, 0);
    assert!(!topics(&plan).contains(&Topic::SchoolHolidays));
    let time = plan.time.expect("the weeks are agreed");
    assert!(!time.holidays.is_empty(), "the other holidays are drawn");
}

#[test]
fn each_child_has_a_copy_as_long_as_there_is_something_to_tell() {
    let mut case = untold();
    assert_eq!(
        ChildsPlan::copies(Office::of(&case)).map(|copies| copies.len()),
        Ok(2)
    );
    case.arrangements.retain(|one| one.topic == Topic::Money);
    assert_eq!(
        ChildsPlan::copies(Office::of(&case)),
        Err(Inapplicable::NothingForAChild)
    );
}

#[test]
fn what_somebody_wrote_for_the_children_is_told_whatever_it_is_about() {
    let plan = plan(&sample::case(), 1);
    let of = |topic| plan.told.iter().find(|told| told.topic == topic);
    let inhaler = &of(Topic::Health).expect("it is told").told[0];
    assert!(inhaler.for_child);
    assert!(inhaler.text.text.starts_with("Your blue inhaler"));
    assert!(of(Topic::Money).is_none());
}

#[test]
fn a_child_reads_at_which_hour_a_holiday_changes_hands() {
    let plan = plan(&untold(), 0);
    let time = plan.time.expect("the weeks are agreed");
    let [first, second] = &time.holidays[0].parts[..] else {
        panic!("the summer has two halves");
    };
    assert!(first.goes_on && !second.goes_on && time.holidays[0].names_year);
    assert_eq!(
        (first.span.until, first.span.until_time),
        (second.span.from, second.span.from_time)
    );
    assert!(second.span.from_time.is_some() && !time.days_without_hour);
}

#[test]
fn a_birthday_is_the_childs_own_in_the_childs_own_plan() {
    let mut case = untold();
    let child = case.people.children[0].id.clone();
    let is_day = |one: &&mut Arrangement| matches!(one.schedule, Some(Schedule::Special { .. }));
    let mut arrangements = case.arrangements.iter_mut();
    let arrangement = arrangements.find(is_day).expect("the sample has one");
    if let Some(Schedule::Special {
        day, child: whose, ..
    }) = &mut arrangement.schedule
    {
        (*day, *whose) = (SpecialDay::Birthday, Some(child));
    }
    let is_own = |reader| {
        let time = plan(&case, reader).time.expect("the weeks are agreed");
        let mut special = time.special.into_iter();
        special
            .find(|day| day.day == SpecialDay::Birthday)
            .map(|day| day.yours)
    };
    assert_eq!((is_own(0), is_own(1)), (Some(true), Some(false)));
}

#[test]
fn what_not_everybody_has_signed_is_told_as_thoughts() {
    let mut case = sample::case();
    assert!(!plan(&case, 0).proposed, "both have signed");
    let sign_off = case.sign_off.take();
    assert!(plan(&case, 0).proposed, "a programme of the court's too");
    case.sign_off = sign_off;
    let mut stands = |standing: &str, all_have_read: bool| {
        let text = format!("{{mediator: adviser, standing: {standing}}}");
        case.mediation = Some(serde_yaml::from_str(&text).expect("a mediation"));
        let sign_off = case.sign_off.as_mut().expect("it has one");
        let day = all_have_read.then(|| "2026-05-20".parse().expect("a date"));
        sign_off.parents[0].acknowledged_on = day;
        plan(&case, 0).proposed
    };
    assert!(!stands("open", true));
    assert!(stands("open", false), "one of them has not said yes");
    assert!(stands("without_prejudice", true));
}

#[test]
fn days_that_no_table_shows_are_told_first_and_once() {
    let mut case = untold();
    let mut arrangements = case.arrangements.iter_mut();
    let fortnight = arrangements.find(|one| one.id.as_str() == "fortnight");
    let fortnight = fortnight.expect("it is there");
    let rota = "{kind: rota, first: 2026-06-15, on: 4, off: 4, change: '17:30', with: father}";
    fortnight.schedule = Some(serde_yaml::from_str(rota).expect("a schedule"));
    (fortnight.when, fortnight.otherwise) = (None, Some("mother".parse().expect("an id")));
    let plan = plan(&case, 0);
    let [days] = &plan.days[..] else {
        panic!("one arrangement goes by nights");
    };
    assert!(days.text.starts_with("You are with Dad for four nights"));
    assert!(
        days.text
            .ends_with("The rest of the time you are with Mum.")
    );
    assert!(!topics(&plan).contains(&Topic::Living));
}

#[test]
fn a_child_reads_where_one_parent_hands_over_to_the_other() {
    let plan = plan(&untold(), 0);
    let time = plan.time.expect("the weeks are agreed");
    let weeks = &time.weeks[0];
    let first = &weeks.handovers[0];
    assert!(weeks.says_where && first.place.is_some());
    assert_eq!((&*first.from_called, &*first.to_called), ("Dad", "Mum"));
}

#[test]
fn what_no_picture_shows_of_special_days_is_told_beside_it() {
    let mut case = sample::case();
    assert_eq!(plan(&case, 0).in_words, Some(InWords::Told));
    let birthdays = case.arrangements.iter_mut();
    let mut birthdays = birthdays.filter(|one| one.id.as_str() == "birthdays");
    birthdays.next().expect("they are there").not_for_child = true;
    assert_eq!(plan(&case, 0).in_words, Some(InWords::Untold));
    case.arrangements
        .retain(|one| one.id.as_str() != "birthdays");
    assert_eq!(plan(&case, 0).in_words, None);
}
