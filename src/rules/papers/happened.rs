//! What has happened when a document is written lies not in its future.

use crate::case::Case;
use crate::case::form::Date;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::kit::arrangements::orders;
use crate::rules::kit::dates::plain;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[what_has_happened_is_not_to_come];

/// A field, and the day that stands there.
type Day = (Pointer, Date);

/// The day of something that is told as done is not after the day of the document (R91).
/// Sessions, births, the end of a course and a return to court have rules of their own
/// (R04, R74, R49, R44).
fn what_has_happened_is_not_to_come(case: &Case, report: &mut Report) {
    let today = case.document.prepared_on;
    let days = of_court(case)
        .chain(of_safety(case))
        .chain(of_programme(case));
    for (at, day) in days.filter(|(_, day)| *day > today) {
        report
            .add(
                &rule::NOT_YET,
                at,
                "something is told as done that is yet to come",
            )
            .caption(format!("on {}", plain(day)))
            .but(
                Pointer::root().key("document").key("prepared_on"),
                format!("but the document is of {}", plain(today)),
            )
            .help("check the year first; else correct the day, or `prepared_on`");
    }
}

/// What the court received and did.
fn of_court(case: &Case) -> impl Iterator<Item = Day> {
    let at = Pointer::root().key("case");
    let proceedings = case.proceedings.iter().flat_map(move |case| {
        let issued = (
            at.key("application").key("issued_on"),
            case.application.issued_on,
        );
        let directed = case.directed_on.map(|day| (at.key("directed_on"), day));
        [issued].into_iter().chain(directed)
    });
    proceedings.chain(orders(case).map(|(at, order)| (at.key("made_on"), order.made_on)))
}

/// What was told, assessed and filed for somebody's safety.
fn of_safety(case: &Case) -> impl Iterator<Item = Day> {
    let at = Pointer::root().key("safeguarding");
    let adults = Pointer::root().key("people").key("adults");
    let forms = each(&adults, &case.people.adults).filter_map(|(at, adult)| {
        let filed = adult.c8.as_ref()?.filed_on?;
        Some((at.key("c8").key("filed_on"), filed))
    });
    let known = case.safeguarding.iter().flat_map(move |known| {
        let flags = each(&at.key("flags"), &known.flags);
        let suitability = known.suitability.as_ref();
        let assessed = at.key("suitability").key("assessed_on");
        flags
            .map(|(at, flag)| (at.key("date"), flag.date))
            .chain(suitability.map(|suitability| (assessed, suitability.assessed_on)))
    });
    forms.chain(known)
}

/// Who was seen, and who was referred.
fn of_programme(case: &Case) -> impl Iterator<Item = Day> {
    let voices = each(&Pointer::root().key("child_voice"), &case.child_voice);
    let records = each(&Pointer::root().key("course"), &case.course);
    voices
        .filter_map(|(at, voice)| Some((at.key("seen_on"), voice.seen_on?)))
        .chain(records.map(|(at, record)| (at.key("referred_on"), record.referred_on)))
}
