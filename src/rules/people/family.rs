//! Who the people are: ages, names, numbers of parties, parental responsibility.

use std::collections::BTreeMap;

use crate::case::Case;
use crate::case::form::Id;
use crate::case::person::{Adult, Child, Held, Relationship, Role};
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::dates::plain;
use crate::rules::kit::limits::LIMITS;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    a_child_is_under_eighteen,
    nobody_is_mistaken_for_another,
    a_child_is_born,
    parties_of_one_role_are_numbered,
    parental_responsibility_is_known,
];

fn children(case: &Case) -> impl Iterator<Item = (Pointer, &Child)> {
    let at = Pointer::root().key("people").key("children");
    each(&at, &case.people.children)
}

/// The adults, each with its pointer.
pub(crate) fn adults(case: &Case) -> impl Iterator<Item = (Pointer, &Adult)> {
    let at = Pointer::root().key("people").key("adults");
    each(&at, &case.people.adults)
}

fn prepared_on() -> Pointer {
    Pointer::root().key("document").key("prepared_on")
}

/// A child is a person under the age of eighteen (R13; Children Act 1989 s.105(1)).
fn a_child_is_under_eighteen(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    for (at, child) in children(case) {
        let Some(age) = child
            .age_on(today)
            .filter(|age| *age >= LIMITS.ages.of_a_child)
        else {
            continue;
        };
        let message = format!("`{}` is no longer a child", child.id);
        report
            .add(&rule::NOT_A_CHILD, at.key("dob"), message)
            .caption(format!("this makes the child {age} years old"))
            .but(
                prepared_on(),
                format!("on {}, the day of the document", plain(today)),
            )
            .help("check the date of birth; the court makes no order about a person of eighteen");
    }
}

/// A child of the case is born before the document is written (R74).
fn a_child_is_born(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    for (at, child) in children(case).filter(|(_, child)| child.dob > today) {
        let message = format!("`{}` is born after the day of the document", child.id);
        report
            .add(&rule::BIRTH, at.key("dob"), message)
            .caption(format!("born on {}", plain(child.dob)))
            .but(
                prepared_on(),
                format!("but the document is prepared on {}", plain(today)),
            )
            .help("check the year of the date of birth, and `prepared_on`");
    }
}

/// Everybody is printed under a name that belongs to nobody else (R63): adults by what
/// they are called and their surname, and in the heading by all their names; children
/// by what they are called.
fn nobody_is_mistaken_for_another(case: &Case, report: &mut Report) {
    let mut printed: BTreeMap<String, (Pointer, &Id)> = BTreeMap::new();
    let children = children(case).map(|(at, child)| {
        let surname = child.surname();
        let full = surname.map(|surname| format!("{} {surname}", child.called()));
        let names = [Some(child.called().to_owned()), full];
        (at, &child.id, names.into_iter().flatten().collect())
    });
    let adults = adults(case).map(|(at, adult)| {
        let short = adult.called_with_surname();
        let surname = adult.surname();
        let long = surname.map(|surname| format!("{} {surname}", adult.forenames));
        let names = [Some(short), long];
        (
            at,
            &adult.id,
            names.into_iter().flatten().collect::<Vec<_>>(),
        )
    });
    for (at, id, names) in children.chain(adults) {
        let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
        match names.iter().find_map(|name| printed.get(name)) {
            Some((other, first)) => {
                let message = format!("`{first}` and `{id}` are printed under the same name");
                report
                    .add(&rule::SAME_NAME, at.key("forenames"), message)
                    .caption("this name")
                    .but(other.clone(), "is also this person's")
                    .help("give one of them a `known_as` or all forenames, so that they differ");
            }
            None => {
                for name in names {
                    printed.insert(name, (at.key("forenames"), id));
                }
            }
        }
    }
}

/// A name without the difference of capitals and spaces.
fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Two applicants, respondents or other parties are told apart by their number, as in
/// the heading of an order (R84).
fn parties_of_one_role_are_numbered(case: &Case, report: &mut Report) {
    for role in [Role::Applicant, Role::Respondent, Role::OtherParty] {
        let parties: Vec<(Pointer, &Adult)> = adults(case)
            .filter(|(_, adult)| adult.role == role)
            .collect();
        if parties.len() > 1 {
            a_number_each(&parties, report);
        }
    }
}

fn a_number_each(parties: &[(Pointer, &Adult)], report: &mut Report) {
    let without = parties.iter().rev().find(|(_, p)| p.party_no.is_none());
    if let Some((at, party)) = without {
        let others = parties.iter().filter(|(_, other)| other.id != party.id);
        let message = format!(
            "`{}` has no `party_no`, and the role is not unique",
            party.id
        );
        let concern = report
            .add(&rule::PARTY_NUMBER, at.key("role"), message)
            .caption("without a number")
            .help("write `party_no: 1`, `party_no: 2` … in the order of the court's heading");
        for (other, _) in others {
            concern.but(other.key("role"), "of the same role");
        }
    }
    let mut taken: BTreeMap<u32, &Pointer> = BTreeMap::new();
    for (at, party) in parties {
        let Some(number) = party.party_no else {
            continue;
        };
        if let Some(first) = taken.insert(number, at) {
            let message = format!("two parties of one role have the number {number}");
            report
                .add(&rule::PARTY_NUMBER, at.key("party_no"), message)
                .caption("this number is taken")
                .but(first.key("party_no"), "by this party")
                .help("number them as the court's heading does");
        }
    }
}

/// Who has parental responsibility is known: it decides whose consent a lasting
/// decision needs (R86; Children Act 1989 ss.2–4, 13). A report of the programme says so
/// of every parent who is a party; a course or a mediator need not ask.
fn parental_responsibility_is_known(case: &Case, report: &mut Report) {
    let is_report = case.programme.kind == ProgrammeKind::Cppp;
    for (at, adult) in adults(case) {
        for (child, responsibility) in &adult.pr {
            if responsibility.held == Held::Unknown {
                let at = at.key("pr").key(child.to_string()).key("held");
                unknown(report, at, &adult.id, child, "not known");
            }
        }
        let parent_of = adult.relationship.iter().filter(|(_, what)| {
            use Relationship::{Father, Mother, Parent};
            is_report && adult.role.is_party() && matches!(what, Mother | Father | Parent)
        });
        for (child, _) in parent_of.filter(|(child, _)| !adult.pr.contains_key(child)) {
            let at = at.key("relationship").key(child.to_string());
            unknown(
                report,
                at,
                &adult.id,
                child,
                "a parent, and `pr` says nothing",
            );
        }
    }
}

fn unknown(report: &mut Report, at: Pointer, adult: &Id, child: &Id, caption: &str) {
    let message =
        format!("whether `{adult}` has parental responsibility for `{child}` is not known");
    report
        .add(&rule::UNKNOWN_RESPONSIBILITY, at, message)
        .caption(caption)
        .help(format!(
            "look at the birth certificate and the orders, then write \
             `pr: {{{child}: {{held: yes}}}}` or `held: no`"
        ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_counts_and_29_february_falls_on_1_march() {
        let age = |dob: &str, day: &str| {
            let child = format!("{{id: a, forenames: A, surname: B, dob: '{dob}'}}");
            let child: Child = serde_yaml::from_str(&child).expect("a child");
            child.age_on(day.parse().expect("a day"))
        };
        assert_eq!(age("2008-06-01", "2026-05-31"), Some(17));
        assert_eq!(age("2008-06-01", "2026-06-01"), Some(18));
        assert_eq!(age("2008-02-29", "2026-02-28"), Some(17));
        assert_eq!(age("2008-02-29", "2026-03-01"), Some(18));
        assert_eq!(age("2026-06-02", "2026-06-01"), None);
    }
}
