//! Who may be served, as entries and texts of the file say it themselves.

use crate::case::Case;
use crate::case::form::Id;
use crate::case::mark::Voice;
use crate::case::narrative::Narrative;
use crate::case::programme::ReturnGround;
use crate::case::visibility::Visibility;
use crate::diagnostics::code::rule;
use crate::diagnostics::{Pointer, each};
use crate::rules::rule::Report;

/// What one entry or text says: where, its `vis`, whom its `served_to` names.
type Said = (Pointer, Option<Visibility>, Vec<Id>);

/// `served_to` names people exactly where `vis` leaves it to them: beside another `vis`, or
/// none, all parties would be served, or nobody (R140).
pub(super) fn who_is_served_is_said_once(case: &Case, report: &mut Report) {
    let texts = report.narratives(case);
    for (at, vis, served_to) in said(case, &texts) {
        let names = at.key("served_to");
        let (here, message, caption) = match (vis, served_to.is_empty()) {
            (Some(Visibility::ServedTo), true) => {
                let message = "`vis` is `served_to`, and `served_to` names nobody";
                report
                    .add(&rule::SERVED_UNCLEAR, at.key("vis"), message)
                    .caption("on whom?")
                    .help("name the people in `served_to`, or write `vis: court_only`");
                continue;
            }
            (Some(Visibility::ServedTo), false) | (_, true) => continue,
            (None, false) => (
                names,
                "`served_to` names people, and all parties may be served",
                "these people",
            ),
            (Some(Visibility::ServedAll), false) => (
                names,
                "`served_to` names people beside `vis: served_all`",
                "these people",
            ),
            (Some(Visibility::CourtOnly), false) => (
                names,
                "`served_to` names people beside `vis: court_only`",
                "these people",
            ),
        };
        let concern = report.add(&rule::SERVED_UNCLEAR, here, message);
        concern
            .caption(caption)
            .help("write `vis: served_to`, if they alone may be served; else take `served_to` out");
        if vis.is_some() {
            concern.but(at.key("vis"), "but this says otherwise");
        }
    }
}

/// All that the file says of who may be served. Of a return on a safeguarding ground R45
/// asks whether anybody decided.
fn said(case: &Case, texts: &[(Pointer, Voice, Narrative)]) -> impl Iterator<Item = Said> {
    let root = Pointer::root();
    let arrangements = each(&root.key("arrangements"), &case.arrangements)
        .map(|(at, one)| (at, one.vis, one.served_to.clone()));
    let flags = case.safeguarding.iter().flat_map(|known| &known.flags);
    let flags_at = root.key("safeguarding").key("flags");
    let flags = (0..)
        .zip(flags)
        .map(move |(index, one)| (flags_at.item(index), Some(one.vis), one.served_to.clone()));
    let programme = root.key("programme");
    let sessions = each(&programme.key("sessions"), &case.programme.sessions);
    let notes = sessions.flat_map(|(at, session)| {
        let notes = each(&at.key("notes"), &session.notes);
        let notes = notes.map(|(at, one)| (at, Some(one.vis), one.served_to.clone()));
        notes.collect::<Vec<_>>()
    });
    let back = case.programme.return_to_court.iter();
    let back_at = programme.key("return_to_court");
    let back = back
        .filter(|back| !back.grounds.contains(&ReturnGround::Safeguarding))
        .map(move |back| (back_at.clone(), back.vis, back.served_to.clone()));
    let texts = texts.iter();
    let texts = texts.map(|(at, _, text)| (at.clone(), text.vis(), text.served_to().to_vec()));
    arrangements
        .chain(flags)
        .chain(notes)
        .chain(back)
        .chain(texts)
}
