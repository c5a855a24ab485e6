//! What is nobody's secret: the court, the people, the programme, what the parents settled.

use super::copy::Reader;
use super::piece::{Piece, Sifted, entries, handed};
use super::served::Served;
use super::why::Why;
use crate::case::calendar::{Holiday, Inset, Priority};
use crate::case::course::CourseRecord;
use crate::case::document::{DocumentDetails, Numbering};
use crate::case::form::{Date, Id, Line};
use crate::case::narrative::Narrative;
use crate::case::person::{Adult, Child, Professional};
use crate::case::plan::{Decisions, Disputes, Interim, Mediation, Review};
use crate::case::proceedings::{Hearing, Order, Proceedings};
use crate::case::programme::{Outcome, Programme, ProgrammeKind};
use crate::case::recommendation::{Position, Recommendation, WelfareAnalysis};
use crate::case::sign_off::SignOff;
use crate::diagnostics::Pointer;

/// The programme without its sessions, which are not everybody's.
#[derive(Clone, Debug)]
pub(crate) struct ProgrammeFacts<'a> {
    pub(crate) at: Pointer,
    pub(crate) kind: ProgrammeKind,
    pub(crate) title_cy: Option<&'a Line>,
    pub(crate) starts_on: Option<Date>,
    pub(crate) window_weeks: u32,
    pub(crate) extended_to: Option<Date>,
    pub(crate) extension_reason: Option<&'a Narrative>,
    pub(crate) account: Option<&'a Narrative>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) no_joint_session_reason: Option<&'a Narrative>,
    pub(crate) returned_on: Option<Date>,
}

fn top(key: &'static str) -> Pointer {
    Pointer::root().key(key)
}

fn block<'a, T>(key: &'static str, item: Option<&'a T>) -> Option<Piece<'a, T>> {
    item.map(|item| Piece::new(top(key), item))
}

impl<'a> Served<'a> {
    pub(crate) fn document(&self) -> Piece<'a, DocumentDetails> {
        Piece::new(top("document"), &self.case.document)
    }

    pub(crate) fn proceedings(&self) -> Option<Piece<'a, Proceedings>> {
        block("case", self.case.proceedings.as_ref())
    }

    /// Which numbers its copies have.
    pub(crate) fn numbers(&self) -> Numbering {
        self.case.numbers()
    }

    /// The orders already made in the proceedings.
    pub(crate) fn orders(&self) -> impl Iterator<Item = Piece<'a, Order>> {
        let orders = self
            .case
            .proceedings
            .as_ref()
            .map(|court| &court.orders[..]);
        let orders = entries(top("case").key("orders"), orders.unwrap_or_default());
        handed(self.sifted_by_text(orders, |order| &order.summary))
    }

    /// The first hearing on a day or after it.
    pub(crate) fn next_hearing(&self, from: Date) -> Option<Piece<'a, Hearing>> {
        let next = self.case.next_hearing(from)?;
        let hearings = &self.case.proceedings.as_ref()?.hearings;
        let mut hearings = entries(top("case").key("hearings"), hearings);
        hearings.find(|hearing| hearing.id == next.id)
    }

    pub(crate) fn children(&self) -> impl Iterator<Item = Piece<'a, Child>> + use<'a> {
        entries(top("people").key("children"), &self.case.people.children)
    }

    pub(crate) fn child(&self, id: &Id) -> Option<Piece<'a, Child>> {
        self.children().find(|child| child.id == *id)
    }

    /// The children an arrangement or recommendation names; all, where it names none.
    pub(crate) fn children_of(&self, named: &[Id]) -> impl Iterator<Item = Piece<'a, Child>> {
        let all = named.is_empty();
        self.children()
            .filter(move |child| all || named.contains(&child.id))
    }

    pub(crate) fn adults(&self) -> impl Iterator<Item = Piece<'a, Adult>> + use<'a> {
        entries(top("people").key("adults"), &self.case.people.adults)
    }

    pub(crate) fn adult(&self, id: &Id) -> Option<Piece<'a, Adult>> {
        self.adults().find(|adult| adult.id == *id)
    }

    /// The child whose own copy it is.
    pub(crate) fn reading_child(&self) -> Option<Piece<'a, Child>> {
        self.child(self.copy.reader.child()?)
    }

    /// What the child whose copy it is calls an adult, where the case says so.
    pub(crate) fn childs_word<'t>(&self, adult: &'t Adult) -> Option<&'t Line> {
        let word = adult.called_by.get(self.copy.reader.child()?);
        word.map(|word| &word.0)
    }

    /// What an adult needs to take part, for that adult and the court.
    pub(crate) fn needs_of(&self, adult: &Piece<'a, Adult>) -> Option<&'a Adult> {
        let may_know = self.is_court() || self.is_own(&adult.id);
        may_know.then_some(adult.item)
    }

    /// The adults who are parties, in the order of the file.
    pub(crate) fn parties(&self) -> impl Iterator<Item = Piece<'a, Adult>> + use<'a> {
        self.adults().filter(|adult| adult.role.is_party())
    }

    /// The parties who are asked to sign what was agreed: those who took part in a session or
    /// are to, who agreed to a term, or who acknowledged. Where none did, all of them.
    pub(crate) fn signing_parties(&self) -> Vec<Piece<'a, Adult>> {
        let (took_part, absent): (Vec<_>, Vec<_>) = self
            .parties()
            .partition(|party| self.has_taken_part(&party.id));
        match took_part.is_empty() {
            true => absent,
            false => took_part,
        }
    }

    fn has_taken_part(&self, party: &Id) -> bool {
        let mut sessions = self.case.programme.sessions.iter();
        let sign_off = self.case.sign_off.as_ref();
        let mut signed = sign_off.iter().flat_map(|sign_off| &sign_off.parents);
        sessions.any(|one| one.status.stands() && one.with.contains(party))
            || self.arrangements().any(|one| one.agreed_by.contains(party))
            || signed.any(|one| one.adult == *party)
    }

    pub(crate) fn professional(&self, id: &Id) -> Option<Piece<'a, Professional>> {
        let professionals = &self.case.people.professionals;
        let mut professionals = entries(top("people").key("professionals"), professionals);
        professionals.find(|person| person.id == *id)
    }

    pub(crate) fn programme(&self) -> ProgrammeFacts<'a> {
        let Programme {
            kind,
            title_cy,
            starts_on,
            window_weeks,
            extended_to,
            extension_reason,
            account,
            sessions: _,
            outcome,
            no_joint_session_reason,
            return_to_court,
        } = &self.case.programme;
        ProgrammeFacts {
            at: top("programme"),
            kind: *kind,
            title_cy: title_cy.as_ref(),
            starts_on: *starts_on,
            window_weeks: *window_weeks,
            extended_to: *extended_to,
            extension_reason: self.told(extension_reason.as_ref()),
            account: self.told(account.as_ref()),
            outcome: *outcome,
            no_joint_session_reason: self.told(no_joint_session_reason.as_ref()),
            // That the case is before the court again, and since when, is told to whoever reads
            // of the programme; why, to those whom `return_to_court` lets know.
            returned_on: return_to_court.as_ref().map(|returned| returned.on),
        }
    }

    /// The records of the course that its reader may see.
    pub(crate) fn course(&self) -> impl Iterator<Item = Piece<'a, CourseRecord>> {
        handed(self.sifted_course())
    }

    /// A copy about somebody holds the record of nobody else (rule R54), and a provider reads
    /// of the courses that the provider runs.
    pub(super) fn sifted_course(&self) -> impl Iterator<Item = Sifted<'a, CourseRecord>> {
        entries(top("course"), &self.case.course).map(|record| {
            let is_about = |id: &Id| record.adult == *id;
            let is_read = match &self.copy.reader {
                Reader::Court => self.copy.about.as_ref().is_none_or(is_about),
                Reader::Party(adult) => is_about(adult),
                Reader::Child(_) => false,
                Reader::Provider(id) => {
                    record.provider == *id && self.copy.about.as_ref().is_none_or(is_about)
                }
            };
            (record, (!is_read).then_some(Why::AnotherPersons))
        })
    }

    pub(crate) fn positions(&self) -> impl Iterator<Item = Piece<'a, Position>> {
        let positions = entries(top("positions"), &self.case.positions);
        handed(self.sifted_by_text(positions, |position| &position.text))
    }

    pub(crate) fn analysis(&self) -> impl Iterator<Item = Piece<'a, WelfareAnalysis>> {
        let analysis = entries(top("analysis"), &self.case.analysis);
        handed(self.sifted_by_text(analysis, |one| &one.text))
    }

    pub(crate) fn recommendations(&self) -> impl Iterator<Item = Piece<'a, Recommendation>> {
        let recommendations = entries(top("recommendations"), &self.case.recommendations);
        handed(self.sifted_by_text(recommendations, |one| &one.text))
    }

    pub(crate) fn holidays(&self) -> impl Iterator<Item = Piece<'a, Holiday>> + use<'a> {
        let calendar = self.case.calendar.as_ref();
        let holidays = calendar.map(|calendar| &calendar.holidays[..]);
        entries(
            top("calendar").key("holidays"),
            holidays.unwrap_or_default(),
        )
    }

    /// The days on which a school is closed to its pupils.
    pub(crate) fn inset_days(&self) -> &'a [Inset] {
        let calendar = self.case.calendar.as_ref();
        calendar.map_or(&[][..], |calendar| &calendar.inset)
    }

    /// What goes first where two arrangements are for one time: of kinds, never of entries.
    pub(crate) fn priorities(&self) -> &'a [Priority] {
        &self.case.priorities
    }

    pub(crate) fn mediation(&self) -> Option<Piece<'a, Mediation>> {
        block("mediation", self.case.mediation.as_ref())
    }

    pub(crate) fn interim(&self) -> Option<Piece<'a, Interim>> {
        block("interim", self.case.interim.as_ref())
    }

    pub(crate) fn decisions(&self) -> Option<Piece<'a, Decisions>> {
        block("decisions", self.case.decisions.as_ref())
    }

    pub(crate) fn review(&self) -> Option<Piece<'a, Review>> {
        block("review", self.case.review.as_ref())
    }

    pub(crate) fn disputes(&self) -> Option<Piece<'a, Disputes>> {
        block("disputes", self.case.disputes.as_ref())
    }

    pub(crate) fn sign_off(&self) -> Option<Piece<'a, SignOff>> {
        block("sign_off", self.case.sign_off.as_ref())
    }
}
