//! Every place of the case at which an id refers to something.

use std::collections::BTreeMap;

use super::{Kind, Reference};
use crate::case::Case;
use crate::case::arrangement::Arrangement;
use crate::case::course::CourseRecord;
use crate::case::form::Id;
use crate::case::joint_letter::JointLetter;
use crate::case::person::People;
use crate::case::programme::{Programme, Session};
use crate::case::recurrence::{HolidayShare, Schedule, Slot, YearRule};
use crate::case::safeguarding::Safeguarding;
use crate::case::sign_off::SignOff;
use crate::diagnostics::{Pointer, each};

const CHILD: &[Kind] = &[Kind::Child];
const ADULT: &[Kind] = &[Kind::Adult];
const PROFESSIONAL: &[Kind] = &[Kind::Professional];
const PLACE: &[Kind] = &[Kind::Place];
const SESSION: &[Kind] = &[Kind::Session];
const ORDER: &[Kind] = &[Kind::Order];
const HOLIDAY: &[Kind] = &[Kind::Holiday];
/// Somebody of the family.
const FAMILY: &[Kind] = &[Kind::Adult, Kind::Child];
/// Somebody who can decide or stand in.
const GROWN_UP: &[Kind] = &[Kind::Adult, Kind::Professional];
const ANYBODY: &[Kind] = &[Kind::Adult, Kind::Child, Kind::Professional];

/// Every reference of a case, in the order of the model.
pub(crate) fn walk(case: &Case) -> Vec<Reference<'_>> {
    let top = Pointer::root();
    let mut walk = Walk(Vec::new());
    let prepared_by = top.key("document").key("prepared_by");
    walk.one(prepared_by, &case.document.prepared_by, PROFESSIONAL);
    if let Some(proceedings) = &case.case {
        for (at, order) in each(&top.key("case").key("orders"), &proceedings.orders) {
            walk.one(at.key("with"), &order.with, ADULT);
        }
    }
    walk.people(&top.key("people"), &case.people);
    for (at, place) in each(&top.key("places"), &case.places) {
        walk.one(at.key("of"), &place.of, FAMILY);
    }
    if let Some(safeguarding) = &case.safeguarding {
        walk.safeguarding(&top.key("safeguarding"), safeguarding);
    }
    walk.programme(&top.key("programme"), &case.programme);
    walk.programme_results(&top, case);
    for (at, position) in each(&top.key("positions"), &case.positions) {
        walk.one(at.key("adult"), &position.adult, ADULT);
    }
    for (at, arrangement) in each(&top.key("arrangements"), &case.arrangements) {
        walk.arrangement(&at, arrangement);
    }
    walk.conclusion(&top, case);
    walk.0
}

/// What was found so far.
struct Walk<'a>(Vec<Reference<'a>>);

impl<'a> Walk<'a> {
    fn one(&mut self, at: Pointer, id: impl Into<Option<&'a Id>>, kinds: &'static [Kind]) {
        if let Some(id) = id.into() {
            self.0.push(Reference {
                at,
                id,
                kinds,
                earlier: None,
            });
        }
    }

    /// A list that names each at most once.
    fn many(&mut self, list: Pointer, ids: &'a [Id], kinds: &'static [Kind]) {
        let mut first = BTreeMap::new();
        for (index, id) in ids.iter().enumerate() {
            let earlier = *first.entry(id).or_insert(index);
            self.0.push(Reference {
                at: list.item(index),
                id,
                kinds,
                earlier: (earlier < index).then(|| list.item(earlier)),
            });
        }
    }

    fn people(&mut self, at: &Pointer, people: &'a People) {
        for (at, child) in each(&at.key("children"), &people.children) {
            self.many(at.key("lives_with"), &child.lives_with, ADULT);
            self.one(at.key("school"), &child.school, PLACE);
            self.one(at.key("guardian"), &child.guardian, PROFESSIONAL);
        }
        for (at, adult) in each(&at.key("adults"), &people.adults) {
            for child in adult.relationship.keys() {
                let at = at.key("relationship").key(child.as_str());
                self.one(at, child, CHILD);
            }
            for child in adult.pr.keys() {
                self.one(at.key("pr").key(child.as_str()), child, CHILD);
            }
        }
    }

    fn safeguarding(&mut self, at: &Pointer, safeguarding: &'a Safeguarding) {
        for (at, order) in each(
            &at.key("protective_orders"),
            &safeguarding.protective_orders,
        ) {
            self.many(at.key("protects"), &order.protects, FAMILY);
            self.one(at.key("against"), &order.against, ADULT);
        }
        for (at, flag) in each(&at.key("flags"), &safeguarding.flags) {
            self.one(at.key("about"), &flag.about, FAMILY);
            self.many(at.key("served_to"), &flag.served_to, ANYBODY);
        }
        if let Some(suitability) = &safeguarding.suitability {
            let at = at.key("suitability").key("assessed_by");
            self.one(at, &suitability.assessed_by, PROFESSIONAL);
        }
    }

    fn programme(&mut self, at: &Pointer, programme: &'a Programme) {
        for (at, session) in each(&at.key("sessions"), &programme.sessions) {
            self.session(&at, session);
        }
        if let Some(back) = &programme.return_to_court {
            let at = at.key("return_to_court");
            self.one(at.key("decided_by"), &back.decided_by, GROWN_UP);
            self.many(at.key("served_to"), &back.served_to, ANYBODY);
        }
    }

    fn session(&mut self, at: &Pointer, session: &'a Session) {
        self.many(at.key("with"), &session.with, ANYBODY);
        self.one(at.key("place"), &session.place, PLACE);
        self.one(at.key("replaces"), &session.replaces, SESSION);
        for (at, note) in each(&at.key("notes"), &session.notes) {
            self.one(at.key("about"), &note.about, FAMILY);
            self.many(at.key("served_to"), &note.served_to, ANYBODY);
        }
    }

    /// Mediation, the course, the children's voice and the letter back.
    fn programme_results(&mut self, top: &Pointer, case: &'a Case) {
        if let Some(mediation) = &case.mediation {
            let at = top.key("mediation").key("mediator");
            self.one(at, &mediation.mediator, PROFESSIONAL);
        }
        for (at, record) in each(&top.key("course"), &case.course) {
            self.course(&at, record);
        }
        for (at, voice) in each(&top.key("child_voice"), &case.child_voice) {
            self.one(at.key("child"), &voice.child, CHILD);
            self.one(at.key("session"), &voice.session, SESSION);
            let read_in = voice.letter.as_ref().and_then(|l| l.read_in.as_ref());
            self.one(at.key("letter").key("read_in"), read_in, SESSION);
        }
        if let Some(letter) = &case.joint_letter {
            self.joint_letter(&top.key("joint_letter"), letter);
        }
    }

    fn course(&mut self, at: &Pointer, record: &'a CourseRecord) {
        self.one(at.key("adult"), &record.adult, ADULT);
        self.one(at.key("order"), &record.order, ORDER);
        self.one(at.key("provider"), &record.provider, PROFESSIONAL);
        let place = record.workshop.as_ref().and_then(|w| w.place.as_ref());
        self.one(at.key("workshop").key("place"), place, PLACE);
    }

    fn joint_letter(&mut self, at: &Pointer, letter: &'a JointLetter) {
        self.many(at.key("to"), &letter.to, CHILD);
        self.many(at.key("by"), &letter.by, ADULT);
        for (at, promise) in each(&at.key("promises"), &letter.promises) {
            self.many(at.key("by"), &promise.by, ADULT);
        }
    }

    fn arrangement(&mut self, at: &Pointer, arrangement: &'a Arrangement) {
        self.many(at.key("children"), &arrangement.children, CHILD);
        self.one(at.key("with"), &arrangement.with, ADULT);
        self.one(at.key("place"), &arrangement.place, PLACE);
        self.one(at.key("agreed_in"), &arrangement.agreed_in, SESSION);
        self.many(at.key("agreed_by"), &arrangement.agreed_by, ADULT);
        for (at, stance) in each(&at.key("positions"), &arrangement.positions) {
            self.one(at.key("adult"), &stance.adult, ADULT);
        }
        if let Some(travel) = &arrangement.travel {
            self.one(at.key("travel").key("by"), &travel.by, ADULT);
        }
        self.many(at.key("consented_by"), &arrangement.consented_by, ADULT);
        self.many(at.key("served_to"), &arrangement.served_to, ANYBODY);
        if let Some(schedule) = &arrangement.schedule {
            self.schedule(&at.key("schedule"), schedule);
        }
    }

    fn schedule(&mut self, at: &Pointer, schedule: &'a Schedule) {
        match schedule {
            Schedule::Weekly { slots, .. } => self.slots(&at.key("slots"), slots),
            Schedule::Holiday { periods, share } => self.holiday(at, periods, share),
            Schedule::Special { child, rule, .. } => {
                self.one(at.key("child"), child, CHILD);
                self.year_rule(&at.key("rule"), rule);
            }
            Schedule::Indirect {
                initiated_by, with, ..
            } => {
                self.one(at.key("initiated_by"), initiated_by, FAMILY);
                self.one(at.key("with"), with, ADULT);
            }
            Schedule::Handover {
                from,
                to,
                place,
                by,
                stand_ins,
                ..
            } => {
                self.one(at.key("from"), from, ADULT);
                self.one(at.key("to"), to, ADULT);
                self.one(at.key("place"), place, PLACE);
                // An older child may make the way alone.
                self.one(at.key("by"), by, ANYBODY);
                self.many(at.key("stand_ins"), stand_ins, GROWN_UP);
            }
        }
    }

    fn slots(&mut self, at: &Pointer, slots: &'a [Slot]) {
        for (at, slot) in each(at, slots) {
            self.one(at.key("with"), &slot.with, ADULT);
            self.one(at.key("place"), &slot.place, PLACE);
        }
    }

    fn holiday(&mut self, at: &Pointer, periods: &'a [Id], share: &'a HolidayShare) {
        for (at, holiday) in each(&at.key("periods"), periods) {
            self.one(at, holiday, HOLIDAY);
        }
        let at = at.key("share");
        match share {
            HolidayShare::Halves { first, .. } => self.year_rule(&at.key("first"), first),
            HolidayShare::Whole { with } => self.year_rule(&at.key("with"), with),
            HolidayShare::Dates { parts } => {
                for (at, part) in each(&at.key("parts"), parts) {
                    self.one(at.key("with"), &part.with, ADULT);
                }
            }
        }
    }

    fn year_rule(&mut self, at: &Pointer, rule: &'a YearRule) {
        self.one(at.key("every"), &rule.every, ADULT);
        self.one(at.key("even"), &rule.even, ADULT);
        self.one(at.key("odd"), &rule.odd, ADULT);
    }

    /// Disputes, recommendations and who signs.
    fn conclusion(&mut self, top: &Pointer, case: &'a Case) {
        let mediator = case.disputes.as_ref().and_then(|d| d.mediator.as_ref());
        self.one(top.key("disputes").key("mediator"), mediator, PROFESSIONAL);
        for (at, asked) in each(&top.key("recommendations"), &case.recommendations) {
            self.many(at.key("children"), &asked.children, CHILD);
        }
        if let Some(sign_off) = &case.sign_off {
            self.sign_off(&top.key("sign_off"), sign_off);
        }
    }

    fn sign_off(&mut self, at: &Pointer, sign_off: &'a SignOff) {
        self.one(at.key("fca"), &sign_off.fca, PROFESSIONAL);
        let second = &sign_off.countersigned_by;
        self.one(at.key("countersigned_by"), second, PROFESSIONAL);
        for (at, parent) in each(&at.key("parents"), &sign_off.parents) {
            self.one(at.key("adult"), &parent.adult, ADULT);
        }
    }
}
