//! The court's case: its number, its next hearing, and whether the programme and the
//! court belong together.

use crate::case::Case;
use crate::case::form::CaseNumber;
use crate::case::proceedings::Jurisdiction;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    the_number_is_of_a_private_law_case,
    the_number_is_of_a_year_that_began,
    the_check_digit_holds,
    a_next_hearing_is_listed,
    a_court_programme_has_its_court,
    mediation_has_its_particulars,
    the_programme_is_of_the_courts_country,
];

fn at() -> Pointer {
    Pointer::root().key("case")
}

fn kind_of_programme() -> Pointer {
    Pointer::root().key("programme").key("kind")
}

/// The numbers of the case, the consolidated ones too, each with its place.
fn numbers(case: &Case) -> impl Iterator<Item = (Pointer, &CaseNumber)> {
    let own = case
        .proceedings
        .iter()
        .map(|case| (at().key("number"), &case.number));
    let further = case
        .proceedings
        .iter()
        .flat_map(|case| &case.further_numbers);
    let list = at().key("further_numbers");
    own.chain(
        (0..)
            .zip(further)
            .map(move |(index, number)| (list.item(index), number)),
    )
}

/// A FamilyMan number of a private-law case has the letter P (R02).
fn the_number_is_of_a_private_law_case(case: &Case, report: &mut Report) {
    for (at, number) in numbers(case) {
        if number.type_letter().is_none_or(|letter| letter == 'P') {
            continue;
        }
        report
            .add(
                &rule::CASE_NUMBER,
                at,
                "the case number is not of a private-law case",
            )
            .caption("a private-law number has `P` after the year")
            .help("write the number of the children's private-law case, with `P` after the year");
    }
}

/// The two digits in a number of FamilyMan's form are the year in which the court gave it
/// (R115): an application has its number on the day it is issued.
fn the_number_is_of_a_year_that_began(case: &Case, report: &mut Report) {
    let Some(proceedings) = &case.proceedings else {
        return;
    };
    let (issued, today) = (proceedings.application.issued_on, case.document.prepared_on);
    let last = issued.max(today);
    for (at, number) in numbers(case) {
        let Some(year) = number.year().filter(|year| *year > last.0.year()) else {
            continue;
        };
        report
            .add(
                &rule::NUMBER_YEAR,
                at,
                format!("the case number is of {year}, which had not begun"),
            )
            .caption("the digits behind the letters of the court are the year")
            .but(
                Pointer::root().key("document").key("prepared_on"),
                format!("but the document is prepared on {}", plain(today)),
            )
            .help("compare the number with the order; two digits may have changed places");
    }
}

/// Sixteen digits of HMCTS Online carry a check digit (R71); every number seen keeps
/// to the Luhn check, but no published rule says so, hence a warning.
fn the_check_digit_holds(case: &Case, report: &mut Report) {
    for (at, number) in numbers(case) {
        if number.luhn_holds() {
            continue;
        }
        report
            .add(
                &rule::CHECK_DIGIT,
                at,
                "the check digit of the case number is wrong",
            )
            .caption("one digit is wrong, or two have changed places")
            .help("compare the sixteen digits with the order, one by one");
    }
}

/// A report of the programme says which hearing it is for: after the programme the
/// officer reports to the judge for the next one (R48; programme page of Cafcass).
fn a_next_hearing_is_listed(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    let Some(proceedings) = &case.proceedings else {
        return;
    };
    let listed = proceedings.hearings.iter().any(|h| h.on >= today);
    if listed || case.programme.kind != ProgrammeKind::Cppp {
        return;
    }
    let message = "the next hearing is missing";
    let last = proceedings
        .hearings
        .iter()
        .enumerate()
        .max_by_key(|h| h.1.on);
    let hearings = at().key("hearings");
    let concern = match last {
        Some((index, hearing)) => report
            .add(&rule::NEXT_HEARING, hearings.item(index).key("on"), message)
            .caption(format!("the last hearing is on {}", plain(hearing.on)))
            .but(
                Pointer::root().key("document").key("prepared_on"),
                format!("but the document is prepared on {}", plain(today)),
            ),
        None => report
            .add(&rule::NEXT_HEARING, hearings, message)
            .caption("no hearing is given here"),
    };
    concern.help("add the next hearing under `case.hearings`, or ask the court for its date");
}

/// The programme and both courses are for families who are before the court (R73;
/// programme pages).
fn a_court_programme_has_its_court(case: &Case, report: &mut Report) {
    if case.proceedings.is_some() || case.programme.kind == ProgrammeKind::Mediation {
        return;
    }
    report
        .add(
            &rule::NO_PROCEEDINGS,
            kind_of_programme(),
            "`case` is missing, and this programme takes place within court proceedings",
        )
        .caption("a programme for families before the court")
        .help("add `case` with the court's number, or write `kind: mediation`");
}

/// Mediation says who mediates and what standing its papers have, and nothing else
/// says so (R75).
fn mediation_has_its_particulars(case: &Case, report: &mut Report) {
    let is_mediation = case.programme.kind == ProgrammeKind::Mediation;
    match (&case.mediation, is_mediation) {
        (None, true) => report
            .add(
                &rule::MEDIATION,
                kind_of_programme(),
                "`mediation` is missing",
            )
            .caption("nothing says who mediates, and what standing the papers have")
            .help("add `mediation` with `mediator` and `standing`"),
        (Some(_), false) => report
            .add(
                &rule::MEDIATION,
                Pointer::root().key("mediation"),
                "`mediation` stands beside a programme that is not mediation",
            )
            .caption("the particulars of a mediation")
            .but(kind_of_programme(), "but this is the programme")
            .help("take `mediation` out, or write `kind: mediation`"),
        _ => return,
    };
}

/// Cafcass and its programmes are England's, Cafcass Cymru and Working Together for
/// Children are Wales's (R76).
fn the_programme_is_of_the_courts_country(case: &Case, report: &mut Report) {
    let Some(proceedings) = &case.proceedings else {
        return;
    };
    let jurisdiction = proceedings.court.jurisdiction;
    let (caption, but, help) = match (case.programme.kind, jurisdiction) {
        (ProgrammeKind::Cppp | ProgrammeKind::PlanningTogether, Jurisdiction::Wales) => (
            "a programme of Cafcass, in England",
            "but the court is in Wales",
            "in Wales the course is `working-together`; or mend `jurisdiction` of the court",
        ),
        (ProgrammeKind::WorkingTogether, Jurisdiction::England) => (
            "the course of Cafcass Cymru, in Wales",
            "but the court is in England",
            "write `jurisdiction: wales` for the court, or `kind: planning-together`",
        ),
        _ => return,
    };
    report
        .add(
            &rule::JURISDICTION,
            kind_of_programme(),
            "the programme is not of the court's country",
        )
        .caption(caption)
        .but(at().key("court").key("jurisdiction"), but)
        .help(help);
}
