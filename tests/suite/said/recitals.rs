//! What a case says of where handovers are, and of the times that its recitals take out of its
//! orders, by a count of the test's own.

use std::collections::BTreeSet;

use concord::case::Case;
use concord::case::arrangement::Arrangement;
use concord::case::form::Id;
use serde_yaml::Value;

use super::annex::{begins, read_back};
use super::behind::{Excepted, Place};
use super::meaning::Told;
use super::rank;
use crate::trial::Trial;

/// Where handovers are: whose home, whose school, or a place that is neither.
pub(super) fn place(case: &Case, term: &Arrangement, id: &Id) -> Place {
    let place = case.place(id).expect("a place");
    if let Some(owner) = &place.of {
        let owner = case.adult(owner).expect("somebody");
        return Place::HomeOf(owner.called_with_surname());
    }
    let children: Vec<_> = case.children_of(&term.children).collect();
    let now = place.name.to_string();
    match &children[..] {
        _ if children.iter().any(|one| one.school.as_ref() != Some(id)) => Place::Named(now),
        [child] => Place::SchoolOf(Some(child.called().to_owned()), now),
        _ => Place::SchoolOf(None, now),
    }
}

/// The times that recitals take out of a term, those of one child apart.
pub(super) fn excepted(case: &Case, term: &Arrangement) -> Vec<Excepted> {
    let mut found: Vec<Excepted> = Vec::new();
    for recital in rank::recitals(case, term) {
        let name = |id: &Id| case.child(id).expect("a child").called().to_owned();
        let holiday = |id: &Id| case.holiday(id).expect("a holiday").name.to_string();
        let taken = rank::taken(recital, term).expect("something is left");
        let told = Told {
            with: taken.takers.first(),
            from: begins(recital),
            names_all: false,
            is_order: true,
            name: &name,
            holiday: &holiday,
        };
        let of = |one: &Arrangement| -> BTreeSet<String> {
            let children = case.children_of(&one.children);
            children.map(|child| child.called().to_owned()).collect()
        };
        let both: BTreeSet<String> = of(term).intersection(&of(recital)).cloned().collect();
        let children = (both != of(term)).then_some(both);
        let from = rank::begins_later(recital, term).then(|| begins(recital));
        let time = told.meaning(&taken.schedule);
        let is_like = |one: &&mut Excepted| (&one.children, one.from) == (&children, from);
        match found.iter_mut().find(is_like) {
            Some(like) => like.times.push(time),
            None => found.push(Excepted {
                children,
                from,
                until: recital.until.map(|day| day.0),
                times: vec![time],
            }),
        }
    }
    found
}

#[test]
fn times_of_recitals_are_read_back_from_the_paragraphs_they_are_taken_from() {
    let trial = || {
        Trial::case("full-agreement").altered(|case| {
            case["document"]["status"] = "draft".into();
            let terms = case["arrangements"].as_sequence_mut().expect("a list");
            for term in terms {
                match term["id"].as_str() {
                    Some("christmas") => term["form"] = "recital".into(),
                    Some("mothers_day") => term["children"] = vec![Value::from("rowan")].into(),
                    Some("fathers_day") => {
                        term["schedule"]["rule"]["every"] = "mother".into();
                        term["from"] = "2027-09-01".into();
                        term["until"] = "2031-09-01".into();
                        term["text"] = "One Sunday in June is with her.".into();
                    }
                    _ => {}
                }
            }
        })
    };
    assert_eq!(read_back(trial), 6);
}
