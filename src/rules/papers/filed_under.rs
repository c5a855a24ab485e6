//! What a case is filed under: its documents lie in a folder that is called so, which
//! everybody sees who is handed a copy.

use crate::case::Case;
use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;
use crate::diagnostics::code::rule;
use crate::rules::rule::Report;
use crate::rules::rule::Rule;

pub(crate) const RULES: &[Rule] = &[
    a_case_is_filed_under_something,
    nobodys_name_is_on_the_folder,
];

/// The court's number, the mediator's reference, or an `id` of the case's own (R190). Where
/// the block is missing that has it, R73 and R75 tell of it.
fn a_case_is_filed_under_something(case: &Case, report: &mut Report) {
    let is_told = match case.programme.kind {
        ProgrammeKind::Mediation => case.mediation.is_none(),
        ProgrammeKind::Cppp => case.proceedings.is_none(),
        ProgrammeKind::PlanningTogether | ProgrammeKind::WorkingTogether => false,
    };
    if is_told || case.reference().is_some() {
        return;
    }
    let message = "nothing says what the case is filed under";
    report
        .add(&rule::NO_REFERENCE, Pointer::root().key("id"), message)
        .caption("no court's number, no reference of a mediator and no `id`")
        .help(
            "write `id: wfm-26-0318` at the top: what your office calls the case, without a name",
        );
}

/// A reference or `id` that somebody of the case is called by stands on folders, and in every
/// reader's hands (R191).
fn nobodys_name_is_on_the_folder(case: &Case, report: &mut Report) {
    let (Some(reference), None) = (case.reference(), &case.proceedings) else {
        return;
    };
    let words: Vec<String> = words(reference).collect();
    if !names(case).any(|name| words.contains(&name)) {
        return;
    }
    let at = match case
        .mediation
        .as_ref()
        .and_then(|one| one.reference.as_ref())
    {
        Some(_) => Pointer::root().key("mediation").key("reference"),
        None => Pointer::root().key("id"),
    };
    report
        .add(
            &rule::NAME_ON_FOLDER,
            at,
            "the case is filed under somebody's name",
        )
        .caption("the folder of every reader's documents would be called so")
        .help("take the name out, and leave a number or the office's own sign");
}

/// What the people of the case are called, word by word, and their ids.
fn names(case: &Case) -> impl Iterator<Item = String> {
    let adults = case.people.adults.iter().flat_map(|adult| {
        let former = adult.former_names.iter().map(|name| name.as_str());
        let known = adult.known_as.iter().map(|name| name.as_str());
        let names = [
            adult.forenames.as_str(),
            adult
                .surname
                .as_ref()
                .map_or("", |surname| surname.as_str()),
            adult.id.as_str(),
        ];
        former.chain(known).chain(names)
    });
    let children = case.people.children.iter().flat_map(|child| {
        let known = child.known_as.iter().map(|name| name.as_str());
        let names = [
            child.forenames.as_str(),
            child
                .surname
                .as_ref()
                .map_or("", |surname| surname.as_str()),
            child.id.as_str(),
        ];
        known.chain(names)
    });
    adults.chain(children).flat_map(words)
}

/// Words of two letters or more, in small ones: an initial is nobody's name.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    words.map(str::to_lowercase)
}
