//! Names that form C8 keeps back: of the person a child lives with, and a proposed new
//! surname (FPR rule 29.1(1)(c) and (d)).
//!
//! Documents call the person by the label that the case gives, and print the surname nowhere;
//! both are looked for in every text and every finished file.

use super::clue::Clue;
use super::wording::{Folded, Wording};
use super::words::WORDS;
use crate::case::Case;
use crate::case::form::Line;
use crate::case::person::{Adult, Role};
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::mentions::is_everyday;
use crate::rules::people::family::adults;
use crate::rules::rule::{Report, Rule};

pub(crate) const NAMES: &[Rule] = &[
    a_name_is_kept_back_of_somebody_a_child_lives_with,
    an_applicants_name_is_known,
    a_label_stands_for_a_name_that_is_kept_back,
];

/// The name of the person a child lives with is carried out with words to call that person
/// by; a new surname, once it is known (R35).
pub(super) fn what_is_kept_back_can_be(case: &Case, report: &mut Report) {
    for (at, adult) in adults(case) {
        let kept = adult.kept_back();
        if kept.person_child_lives_with && kept.public_label.is_none() {
            let message = format!(
                "nothing says what to call `{}` instead of the name",
                adult.id
            );
            report
                .add(
                    &rule::WITHHELD_NAME,
                    at.key("c8").key("person_child_lives_with"),
                    message,
                )
                .withhold()
                .caption("this keeps the name back")
                .help(
                    "write `public_label: Ms A` beside this, or other words that tell nobody who \
                     it is: every document calls this person so",
                );
        }
        if kept.new_surname && kept.proposed_surname.is_none() {
            report
                .add(
                    &rule::WITHHELD_NAME,
                    at.key("c8").key("new_surname"),
                    "a new surname is kept back, and nothing says which it is",
                )
                .withhold()
                .caption(format!("`{}` asks for this", adult.id))
                .help(
                    "write it as `proposed_surname` beside this: no document prints it, and every \
                     text and every finished file is searched for it",
                );
        }
    }
}

/// The name that form C8 keeps back is that of somebody a child lives with: written beside
/// another person it would leave that name open (R128).
fn a_name_is_kept_back_of_somebody_a_child_lives_with(case: &Case, report: &mut Report) {
    for (at, adult) in with_a_name_kept_back(case) {
        let mut children = case.people.children.iter();
        if children.any(|child| child.lives_with.contains(&adult.id)) {
            continue;
        }
        let message = format!(
            "the name of `{}` is kept back, and no child lives with this person",
            adult.id
        );
        report
            .add(
                &rule::NAME_OF_ANOTHER,
                at.key("c8").key("person_child_lives_with"),
                message,
            )
            .withhold()
            .caption("this is for the person a child lives with")
            .help(
                "write it beside the person whose name it is, and that person's id under \
                 `lives_with` of the child",
            );
    }
}

/// The rule keeps back the name of a person who is not the applicant (R129).
fn an_applicants_name_is_known(case: &Case, report: &mut Report) {
    for (at, adult) in with_a_name_kept_back(case).filter(|(_, one)| one.role == Role::Applicant) {
        let message = format!("the name of the applicant `{}` is kept back", adult.id);
        report
            .add(
                &rule::APPLICANTS_NAME,
                at.key("c8").key("person_child_lives_with"),
                message,
            )
            .withhold()
            .caption("this is for a person who is not the applicant")
            .but(at.key("role"), "and this is the applicant")
            .help(
                "take it out; or leave it, if the court has allowed it: documents do not print \
                 the name then",
            );
    }
}

/// A label without the line that keeps the name back would keep nothing back (R130).
fn a_label_stands_for_a_name_that_is_kept_back(case: &Case, report: &mut Report) {
    for (at, adult) in adults(case) {
        let kept = adult.kept_back();
        if kept.public_label.is_some() && !kept.person_child_lives_with {
            let message = format!(
                "a label for `{}`, whose name every document prints",
                adult.id
            );
            report
                .add(
                    &rule::LABEL_OF_A_NAME,
                    at.key("c8").key("public_label"),
                    message,
                )
                .withhold()
                .caption("no document says this")
                .help(
                    "write `person_child_lives_with: true` beside it to keep the name back, or \
                     take the label out",
                );
        }
    }
}

fn with_a_name_kept_back(case: &Case) -> impl Iterator<Item = (Pointer, &Adult)> {
    adults(case).filter(|(_, adult)| adult.kept_back().person_child_lives_with)
}

/// A proposed new surname: with a child's name, and by itself where nobody of the case bears
/// it.
pub(super) fn clues_of_surname(case: &Case, at: &Pointer, adult: &Adult) -> Vec<Clue> {
    let kept = adult.kept_back();
    let Some(surname) = &kept.proposed_surname else {
        return Vec::new();
    };
    let message = "a text holds a proposed new surname that is kept back";
    let at = at.key("c8").key("proposed_surname");
    let children = &case.people.children;
    let named = children.iter().flat_map(|child| {
        [child.called(), child.forenames.as_str()].map(|name| format!("{name} {surname}"))
    });
    let alone = Some(surname.as_str()).filter(|name| !is_borne(case, None, name));
    let wordings = named.map(|name| Wording::of(&name));
    let wordings = wordings.chain(alone.map(Wording::of_name));
    wordings
        .map(|wording| clue(&at, message, wording))
        .collect()
}

/// The name of a person whom documents call otherwise: whole; and each part of it that is
/// nobody else's and no everyday word.
pub(super) fn clues_of_name(case: &Case, at: &Pointer, adult: &Adult) -> Vec<Clue> {
    if !adult.kept_back().person_child_lives_with {
        return Vec::new();
    }
    let message = format!(
        "a text holds the name of `{}`, which is kept back",
        adult.id
    );
    let found = |field, wording| clue(&at.key(field), &message, wording);
    let whole = adult.surname().into_iter().flat_map(|surname| {
        let names = [adult.own_short_name(), adult.forenames.as_str()];
        names.map(|name| found("surname", Wording::of(&format!("{name} {surname}"))))
    });
    let before = adult
        .former_names
        .iter()
        .map(|name| match is_one_word(name) {
            true => found("former_names", Wording::of_name(name.as_str())),
            false => found("former_names", Wording::of(name.as_str())),
        });
    let parts = parts_of_name(case, adult).into_iter();
    let parts = parts.filter(|(_, part)| !is_everyday(part) && !WORDS.is_of_calendar(part));
    let parts = parts.map(|(field, part)| found(field, Wording::of_name(part)));
    whole.chain(before).chain(parts).collect()
}

/// Each part of a name by itself, if it is nobody else's of the case, and its field.
pub(super) fn parts_of_name<'a>(case: &Case, adult: &'a Adult) -> Vec<(&'static str, &'a str)> {
    let known_as = adult
        .known_as
        .iter()
        .map(|name| ("known_as", name.as_str()));
    let surname = adult.surname().into_iter().map(|name| ("surname", name));
    let forenames = adult.forenames.as_str().split_whitespace();
    let forenames = forenames.map(|name| ("forenames", name));
    let parts = known_as.chain(surname).chain(forenames);
    let is_initial = |part: &str| part.trim_end_matches('.').chars().count() == 1;
    parts
        .filter(|(_, part)| !is_initial(part) && !is_borne(case, Some(adult), part))
        .collect()
}

/// Whether a name is also that of somebody else, whom documents call by it.
fn is_borne(case: &Case, of: Option<&Adult>, name: &str) -> bool {
    let people = &case.people;
    let others = people.adults.iter();
    let others = others.filter(|one| of.is_none_or(|adult| adult.id != one.id));
    let others = others.map(|one| format!("{} {}", one.called(), one.full_name()));
    let children = people.children.iter();
    let children = children.map(|one| format!("{} {}", one.called(), one.full_name()));
    let officers = people.professionals.iter().map(|one| one.name.to_string());
    let wording = Wording::of(name);
    let mut names = others.chain(children).chain(officers);
    names.any(|named| wording.is_in(&Folded::new(&named)))
}

fn is_one_word(name: &Line) -> bool {
    name.as_str().split_whitespace().count() == 1
}

fn clue(at: &Pointer, message: &str, wording: Wording) -> Clue {
    Clue {
        of: at.clone(),
        at: at.clone(),
        code: &rule::WITHHELD_DETAIL,
        message: message.to_owned(),
        wording,
        is_of_many: false,
        is_name: true,
    }
}
