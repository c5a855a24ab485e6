//! The sessions a reader is told of, what was said in them, and how the programme ended.
//!
//! A party reads of the sessions that the party takes part in. Of a child's session a party
//! learns that there is one; of another adult's, once its day is over, that there was one,
//! and not where or at what time: somebody could wait there.

use super::copy::Reader;
use super::piece::{Piece, Sifted, entries, handed};
use super::places::PlaceFacts;
use super::served::Served;
use super::why::Why;
use crate::case::document::Numbering;
use crate::case::form::{Date, Id, Time};
use crate::case::narrative::Narrative;
use crate::case::programme::{Basis, Note, ReturnToCourt, Session, SessionKind, SessionStatus};
use crate::diagnostics::Pointer;

/// A session without what was said in it.
#[derive(Clone, Debug)]
pub(crate) struct SessionFacts<'a> {
    pub(crate) at: Pointer,
    pub(crate) id: &'a Id,
    pub(crate) kind: SessionKind,
    pub(crate) with: &'a [Id],
    pub(crate) on: Date,
    pub(crate) start: Option<Time>,
    pub(crate) end: Option<Time>,
    pub(crate) minutes: Option<i64>,
    pub(crate) place: Option<&'a Id>,
    pub(crate) remote: bool,
    pub(crate) status: SessionStatus,
    pub(crate) reason: Option<&'a Narrative>,
    pub(crate) replaces: Option<&'a Id>,
}

/// A meeting of the officer with a child, as far as a party is told of it.
#[derive(Clone, Debug)]
pub(crate) struct MeetingFacts<'a> {
    pub(crate) at: Pointer,
    pub(crate) kind: SessionKind,
    pub(crate) with: &'a [Id],
    pub(crate) on: Date,
    pub(crate) place: Option<PlaceFacts<'a>>,
    pub(crate) status: SessionStatus,
}

impl<'a> Served<'a> {
    /// Those that the reader is told whole, in the order of their days.
    pub(crate) fn sessions(&self) -> Vec<SessionFacts<'a>> {
        let told = handed(self.sifted_sessions());
        self.in_order(told.filter(|session| self.is_told_whole(session)))
            .map(|session| self.facts(session))
            .collect()
    }

    /// Those of which the reader is told anything, in the order of their days: the record of
    /// the programme. Of those that are not told whole, the day alone.
    pub(crate) fn recorded_sessions(&self) -> Vec<SessionFacts<'a>> {
        self.in_order(handed(self.sifted_sessions()))
            .map(|session| match self.is_told_whole(&session) {
                true => self.facts(session),
                false => SessionFacts {
                    start: None,
                    end: None,
                    minutes: None,
                    place: None,
                    remote: false,
                    reason: None,
                    replaces: None,
                    ..self.facts(session)
                },
            })
            .collect()
    }

    /// The session of this id, as other parts of a document mention it.
    pub(crate) fn session(&self, id: &Id) -> Option<SessionFacts<'a>> {
        let mut sessions = handed(self.sifted_sessions());
        let session = sessions.find(|session| session.id == *id)?;
        Some(self.facts(session))
    }

    /// What was said and seen in the sessions, each with its session, in the order of the
    /// file.
    pub(crate) fn notes(&self) -> impl Iterator<Item = (SessionFacts<'a>, Piece<'a, Note>)> {
        self.case_sessions().flat_map(|session| {
            let notes: Vec<_> = handed(self.sifted_notes(&session)).collect();
            let facts = self.facts(session);
            notes.into_iter().map(move |note| (facts.clone(), note))
        })
    }

    /// The meetings with a child that a party is told of and takes no part in, in the order of
    /// their days; where, only if nobody can be found by it.
    pub(crate) fn childrens_meetings(&self) -> Vec<MeetingFacts<'a>> {
        let place = |session: &Piece<'a, Session>| {
            let venue = self.sifted_venue(session).into_iter();
            handed(venue).next().and_then(|id| self.place(&id))
        };
        self.in_order(self.meetings())
            .map(|session| MeetingFacts {
                kind: session.kind,
                with: &session.item.with,
                on: session.on,
                place: place(&session),
                status: session.status,
                at: session.at,
            })
            .collect()
    }

    /// Why the case leaves the programme, and who decided it.
    pub(crate) fn return_to_court(&self) -> Option<Piece<'a, ReturnToCourt>> {
        handed(self.sifted_return().into_iter()).next()
    }

    pub(super) fn case_sessions(&self) -> impl Iterator<Item = Piece<'a, Session>> + use<'a> {
        let list = Pointer::root().key("programme").key("sessions");
        entries(list, &self.case.programme.sessions)
    }

    /// The court is told the programme whole; a child and a provider nothing of others.
    pub(super) fn sifted_sessions(&self) -> impl Iterator<Item = Sifted<'a, Session>> {
        let is_over = |session: &Session| session.on < self.case.document.prepared_on;
        self.case_sessions().map(move |session| {
            let is_party = matches!(self.copy.reader, Reader::Party(_));
            let why = match (self.is_told_whole(&session), self.is_childs(&session)) {
                (true, _) => None,
                (false, _) if is_party && is_over(&session) => None,
                (false, true) if is_party => self.is_kept_away().then_some(Why::KeptAway),
                _ => Some(Why::AnotherPersons),
            };
            (session, why)
        })
    }

    /// The meetings with a child of which the reader learns that there is one. Whom an order
    /// keeps away reads no list of them: a day of every week tells the next.
    pub(super) fn meetings(&self) -> impl Iterator<Item = Piece<'a, Session>> {
        let told = handed(self.sifted_sessions());
        let told = told.filter(|_| !self.is_kept_away());
        told.filter(|session| !self.is_told_whole(session) && self.is_childs(session))
    }

    fn is_told_whole(&self, session: &Session) -> bool {
        match &self.copy.reader {
            Reader::Court => true,
            Reader::Party(id) | Reader::Child(id) => session.with.contains(id),
            Reader::Provider(_) => false,
        }
    }

    /// Whether the officer meets a child, and no adult of the family.
    fn is_childs(&self, session: &Session) -> bool {
        let mut people = session.with.iter();
        let with_child = people.clone().any(|id| self.child(id).is_some());
        with_child && people.all(|id| self.adult(id).is_none())
    }

    fn facts(&self, piece: Piece<'a, Session>) -> SessionFacts<'a> {
        let session = piece.item;
        SessionFacts {
            at: piece.at,
            id: &session.id,
            kind: session.kind,
            with: &session.with,
            on: session.on,
            start: session.start,
            end: session.end,
            minutes: session.minutes(),
            place: session.place.as_ref(),
            remote: session.remote,
            status: session.status,
            reason: self.told(session.reason.as_ref()),
            replaces: session.replaces.as_ref(),
        }
    }

    /// The place of a meeting with a child. It tells the part of the country in which the
    /// child and an adult live: it is kept back where that adult's address is (FPR rule 29.1,
    /// form C8), and where the meeting is not to be.
    pub(super) fn sifted_venue(&self, meeting: &Piece<'a, Session>) -> Option<Sifted<'a, Id>> {
        let id = meeting.item.place.as_ref()?;
        let place = self.case.place(id);
        let is_open = place.is_some_and(|place| !place.confidential);
        let mut others = self.adults().filter(|adult| !self.is_own(&adult.id));
        let why = match (is_open, meeting.status.stands()) {
            (false, _) => Some(Why::ConfidentialPlace),
            (true, false) => Some(Why::AnotherPersons),
            (true, true) => others
                .any(|adult| adult.kept_back().address)
                .then_some(Why::KeptBack),
        };
        Some((Piece::new(meeting.at.key("place"), id), why))
    }

    /// Notes are for the court's papers and those who may be served with each, but for what
    /// was said without prejudice, which stays in the room it was said in.
    pub(super) fn sifted_notes(
        &self,
        session: &Piece<'a, Session>,
    ) -> impl Iterator<Item = Sifted<'a, Note>> {
        entries(session.at.key("notes"), &session.item.notes).map(|note| {
            let without_prejudice = note.basis == Basis::WithoutPrejudice;
            let why = without_prejudice.then_some(Why::WithoutPrejudice);
            let why = why.or_else(|| self.why_not(Some(note.vis), &note.served_to));
            let why = why.or_else(|| self.why_not_text(&note.text));
            let why = why.or(self.why_not_court_papers());
            let (vis, served_to, text) = (note.vis, &note.item.served_to, &note.item.text);
            let note = note.served(Some(vis), served_to);
            (note.served(text.vis(), text.served_to()), why)
        })
    }

    pub(super) fn sifted_return(&self) -> Option<Sifted<'a, ReturnToCourt>> {
        let returned = self.case.programme.return_to_court.as_ref()?;
        let at = Pointer::root().key("programme").key("return_to_court");
        let piece = Piece::new(at, returned).served(returned.vis, &returned.served_to);
        let text = &returned.text;
        let why = self.why_not(returned.vis, &returned.served_to);
        let why = why.or_else(|| self.why_not_text(text));
        Some((piece.served(text.vis(), text.served_to()), why))
    }

    /// Whether a protective order was made against the reader, who may know the school: the
    /// day alone is then enough to wait there for the child, and for the adult who brings the
    /// child.
    fn is_kept_away(&self) -> bool {
        let known = self.case.safeguarding.iter();
        let mut orders = known.flat_map(|known| &known.protective_orders);
        orders.any(|order| self.is_own(&order.against))
    }

    /// By their days, and by their hours as far as the reader is told those. Where the numbers
    /// of the court's copy are kept, in the order of the file: the day of one that is kept back
    /// must not move the number of another.
    fn in_order(
        &self,
        sessions: impl Iterator<Item = Piece<'a, Session>>,
    ) -> impl Iterator<Item = Piece<'a, Session>> {
        let mut sessions: Vec<_> = sessions.collect();
        if self.numbers() == Numbering::Own {
            sessions.sort_by_key(|session| {
                let start = session.start.filter(|_| self.is_told_whole(session));
                (session.on, start)
            });
        }
        sessions.into_iter()
    }

    /// What is kept back of the sessions of which the reader is told the day alone.
    pub(super) fn hours_kept_back(&self) -> Vec<Pointer> {
        let told = handed(self.sifted_sessions());
        let in_part = told.filter(|session| !self.is_told_whole(session));
        let fields = |session: Piece<'a, Session>| {
            let is_childs = self.is_childs(&session);
            let session = session.item;
            let hour = ["start", "end", "reason"].into_iter();
            let place = session
                .place
                .as_ref()
                .filter(|_| !is_childs)
                .map(|_| "place");
            hour.filter(|key| match *key {
                "start" => session.start.is_some(),
                "end" => session.end.is_some(),
                _ => session.reason.is_some(),
            })
            .chain(place)
        };
        let at = |session: &Piece<'a, Session>| session.at.clone();
        in_part
            .flat_map(|session| {
                let at = at(&session);
                fields(session).map(move |key| at.key(key))
            })
            .collect()
    }
}
