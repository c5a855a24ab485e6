//! The walk itself: one function for each block of the case that holds words.

use super::{Passage, Voice, Words};
use crate::case::Case;
use crate::case::arrangement::Arrangement;
use crate::case::calendar::Calendar;
use crate::case::child_voice::ChildVoice;
use crate::case::course::CourseRecord;
use crate::case::form::{Line, Prose};
use crate::case::joint_letter::JointLetter;
use crate::case::narrative::Narrative;
use crate::case::person::{Address, Adult, Child, People, Professional};
use crate::case::place::Place;
use crate::case::proceedings::Proceedings;
use crate::case::programme::{Programme, Session};
use crate::case::recommendation::Recommendation;
use crate::case::safeguarding::Safeguarding;
use crate::diagnostics::{Pointer, each};

/// Every passage of a case, in the order of the model.
pub(super) fn walk(case: &Case) -> Vec<Passage<'_>> {
    let top = Pointer::root();
    let mut walk = Walk(Vec::new());
    walk.label(
        top.key("document").key("supersedes"),
        &case.document.supersedes,
    );
    if let Some(proceedings) = &case.case {
        walk.proceedings(&top.key("case"), proceedings);
    }
    walk.people(&top.key("people"), &case.people);
    for (at, place) in each(&top.key("places"), &case.places) {
        walk.place(&at, place);
    }
    if let Some(safeguarding) = &case.safeguarding {
        walk.safeguarding(&top.key("safeguarding"), safeguarding);
    }
    walk.programme(&top.key("programme"), &case.programme);
    walk.programme_results(&top, case);
    walk.agreement(&top, case);
    walk.plan(&top, case);
    walk.0
}

/// What was found so far.
struct Walk<'a>(Vec<Passage<'a>>);

impl<'a> Walk<'a> {
    fn add(&mut self, at: Pointer, voice: Voice, words: Words<'a>) {
        self.0.push(Passage { at, voice, words });
    }

    fn narrative(
        &mut self,
        at: Pointer,
        voice: Voice,
        narrative: impl Into<Option<&'a Narrative>>,
    ) {
        let Some(narrative) = narrative.into() else {
            return;
        };
        if let Narrative::Translated(both) = narrative
            && let Some(translation) = &both.translation
        {
            self.label(at.key("translation").key("by"), &translation.by);
        }
        self.add(at, voice, Words::Narrative(narrative));
    }

    fn prose(&mut self, at: Pointer, voice: Voice, prose: &'a Prose) {
        self.add(at, voice, Words::Plain(prose.as_str()));
    }

    fn lines(&mut self, at: &Pointer, voice: Voice, lines: &'a [Line]) {
        for (at, line) in each(at, lines) {
            self.add(at, voice, Words::Plain(line.as_str()));
        }
    }

    fn label(&mut self, at: Pointer, line: impl Into<Option<&'a Line>>) {
        if let Some(line) = line.into() {
            self.add(at, Voice::Label, Words::Plain(line.as_str()));
        }
    }

    fn address(&mut self, at: &Pointer, address: &'a Address) {
        self.lines(
            &at.key("address").key("lines"),
            Voice::Label,
            &address.lines,
        );
    }

    fn proceedings(&mut self, at: &Pointer, case: &'a Proceedings) {
        self.label(at.key("cafcass_number"), &case.cafcass_number);
        let court = at.key("court");
        self.label(court.key("name"), &case.court.name);
        self.label(court.key("sitting_at"), &case.court.sitting_at);
        self.label(court.key("sitting_at_cy"), &case.court.sitting_at_cy);
        for (at, order) in each(&at.key("orders"), &case.orders) {
            self.label(at.key("judge"), &order.judge);
            self.narrative(at.key("summary"), Voice::Order, &order.summary);
        }
        for (at, hearing) in each(&at.key("hearings"), &case.hearings) {
            self.label(at.key("venue"), &hearing.venue);
            self.label(at.key("judge"), &hearing.judge);
        }
    }

    fn people(&mut self, at: &Pointer, people: &'a People) {
        for (at, child) in each(&at.key("children"), &people.children) {
            self.child(&at, child);
        }
        for (at, adult) in each(&at.key("adults"), &people.adults) {
            self.adult(&at, adult);
        }
        for (at, professional) in each(&at.key("professionals"), &people.professionals) {
            self.professional(&at, professional);
        }
    }

    fn child(&mut self, at: &Pointer, child: &'a Child) {
        self.label(at.key("forenames"), &child.forenames);
        self.label(at.key("surname"), &child.surname);
        self.label(at.key("known_as"), &child.known_as);
        self.label(at.key("ethnicity"), &child.ethnicity);
        self.lines(&at.key("needs"), Voice::Officer, &child.needs);
        self.label(at.key("interpreter"), &child.interpreter);
    }

    fn adult(&mut self, at: &Pointer, adult: &'a Adult) {
        self.label(at.key("title"), &adult.title);
        self.label(at.key("forenames"), &adult.forenames);
        self.label(at.key("surname"), &adult.surname);
        self.label(at.key("known_as"), &adult.known_as);
        self.lines(&at.key("former_names"), Voice::Label, &adult.former_names);
        for (child, responsibility) in &adult.pr {
            let at = at.key("pr").key(child.as_str());
            self.label(at.key("basis"), &responsibility.basis);
        }
        if let Some(representation) = &adult.representation {
            let at = at.key("representation");
            self.label(at.key("name"), &representation.name);
            self.label(at.key("firm"), &representation.firm);
        }
        self.label(at.key("interpreter"), &adult.interpreter);
        self.lines(&at.key("adjustments"), Voice::Officer, &adult.adjustments);
        if let Some(address) = adult.contact.as_ref().and_then(|c| c.address.as_ref()) {
            self.address(&at.key("contact"), address);
        }
    }

    fn professional(&mut self, at: &Pointer, person: &'a Professional) {
        self.label(at.key("name"), &person.name);
        self.label(at.key("office"), &person.office);
        self.narrative(at.key("qualification"), Voice::Label, &person.qualification);
    }

    fn place(&mut self, at: &Pointer, place: &'a Place) {
        self.label(at.key("name"), &place.name);
        self.label(at.key("locative_cy"), &place.locative_cy);
        self.label(at.key("public_label"), &place.public_label);
        if let Some(address) = &place.address {
            self.address(at, address);
        }
    }

    fn safeguarding(&mut self, at: &Pointer, safeguarding: &'a Safeguarding) {
        self.narrative(at.key("statement"), Voice::Officer, &safeguarding.statement);
        for (at, order) in each(
            &at.key("protective_orders"),
            &safeguarding.protective_orders,
        ) {
            self.narrative(at.key("terms"), Voice::Order, &order.terms);
        }
        for (at, flag) in each(&at.key("flags"), &safeguarding.flags) {
            self.narrative(at.key("text"), Voice::Information, &flag.text);
        }
    }

    fn programme(&mut self, at: &Pointer, programme: &'a Programme) {
        self.label(at.key("title_cy"), &programme.title_cy);
        let extension = &programme.extension_reason;
        self.narrative(at.key("extension_reason"), Voice::Officer, extension);
        self.narrative(at.key("account"), Voice::Officer, &programme.account);
        for (at, session) in each(&at.key("sessions"), &programme.sessions) {
            self.session(&at, session);
        }
        let no_joint = &programme.no_joint_session_reason;
        self.narrative(at.key("no_joint_session_reason"), Voice::Officer, no_joint);
        if let Some(back) = &programme.return_to_court {
            self.narrative(
                at.key("return_to_court").key("text"),
                Voice::Officer,
                &back.text,
            );
        }
    }

    fn session(&mut self, at: &Pointer, session: &'a Session) {
        self.narrative(at.key("reason"), Voice::Officer, &session.reason);
        for (at, note) in each(&at.key("notes"), &session.notes) {
            self.narrative(at.key("text"), Voice::Information, &note.text);
        }
    }

    /// Mediation, the course, the children's voice and the letter back.
    fn programme_results(&mut self, top: &Pointer, case: &'a Case) {
        if let Some(mediation) = &case.mediation {
            self.label(top.key("mediation").key("reference"), &mediation.reference);
        }
        for (at, record) in each(&top.key("course"), &case.course) {
            self.course(&at, record);
        }
        for (at, voice) in each(&top.key("child_voice"), &case.child_voice) {
            self.child_voice(&at, voice);
        }
        if let Some(letter) = &case.joint_letter {
            self.joint_letter(&top.key("joint_letter"), letter);
        }
    }

    fn course(&mut self, at: &Pointer, record: &'a CourseRecord) {
        self.narrative(at.key("reason"), Voice::Officer, &record.reason);
        self.label(at.key("certificate_no"), &record.certificate_no);
    }

    fn child_voice(&mut self, at: &Pointer, voice: &'a ChildVoice) {
        self.lines(&at.key("tools"), Voice::Officer, &voice.tools);
        for (at, words) in each(&at.key("words"), &voice.words) {
            self.prose(at.key("quote"), Voice::Child, &words.quote);
        }
        self.narrative(at.key("fca_summary"), Voice::Officer, &voice.fca_summary);
        if let Some(text) = voice
            .letter
            .as_ref()
            .and_then(|letter| letter.text.as_ref())
        {
            self.prose(at.key("letter").key("text"), Voice::Child, text);
        }
        self.narrative(at.key("age_note"), Voice::Officer, &voice.age_note);
    }

    fn joint_letter(&mut self, at: &Pointer, letter: &'a JointLetter) {
        if let Some(text) = &letter.text {
            self.prose(at.key("text"), Voice::Parents, text);
        }
        for (at, promise) in each(&at.key("promises"), &letter.promises) {
            self.prose(at.key("text"), Voice::Parents, &promise.text);
        }
        self.narrative(at.key("reason"), Voice::Officer, &letter.reason);
    }

    /// Where the parents stand, the arrangements and the calendar.
    fn agreement(&mut self, top: &Pointer, case: &'a Case) {
        for (at, position) in each(&top.key("positions"), &case.positions) {
            self.narrative(at.key("text"), Voice::Position, &position.text);
        }
        for (at, arrangement) in each(&top.key("arrangements"), &case.arrangements) {
            self.arrangement(&at, arrangement);
        }
        if let Some(calendar) = &case.calendar {
            self.calendar(&top.key("calendar"), calendar);
        }
    }

    fn arrangement(&mut self, at: &Pointer, arrangement: &'a Arrangement) {
        self.narrative(at.key("text"), Voice::Officer, &arrangement.text);
        self.narrative(at.key("when"), Voice::Officer, &arrangement.when);
        for (at, stance) in each(&at.key("positions"), &arrangement.positions) {
            self.narrative(at.key("text"), Voice::Position, &stance.text);
        }
        self.narrative(
            at.key("exceptional"),
            Voice::Officer,
            &arrangement.exceptional,
        );
        if let Some(travel) = &arrangement.travel {
            self.label(at.key("travel").key("destination"), &travel.destination);
        }
    }

    fn calendar(&mut self, at: &Pointer, calendar: &'a Calendar) {
        for (at, term) in each(&at.key("school_terms"), &calendar.school_terms) {
            self.label(at.key("name"), &term.name);
            self.label(at.key("la"), &term.la);
        }
        for (at, holiday) in each(&at.key("holidays"), &calendar.holidays) {
            self.label(at.key("name"), &holiday.name);
        }
    }

    /// The parts of the plan that are not for days, and what the court is asked.
    fn plan(&mut self, top: &Pointer, case: &'a Case) {
        if let Some(interim) = &case.interim {
            self.narrative(
                top.key("interim").key("text"),
                Voice::Officer,
                &interim.text,
            );
        }
        if let Some(decisions) = &case.decisions {
            let at = top.key("decisions").key("emergency");
            self.narrative(at, Voice::Officer, &decisions.emergency);
        }
        for (at, analysis) in each(&top.key("analysis"), &case.analysis) {
            self.narrative(at.key("text"), Voice::Officer, &analysis.text);
        }
        for (at, recommendation) in each(&top.key("recommendations"), &case.recommendations) {
            self.recommendation(&at, recommendation);
        }
    }

    fn recommendation(&mut self, at: &Pointer, recommendation: &'a Recommendation) {
        self.narrative(at.key("text"), Voice::Officer, &recommendation.text);
        self.narrative(at.key("reason"), Voice::Officer, &recommendation.reason);
    }
}
