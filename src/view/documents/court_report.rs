//! The officer's short report on the programme, as its template may see it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::programme::ProgrammeKind;
use crate::diagnostics::Pointer;

use crate::audience::{DocumentCopy, Office, Reader};
use crate::view::documents::agreed_arrangements::AgreedArrangements;
use crate::view::documents::return_to_court::ReturnNotice;
use crate::view::draft::Draft;
use crate::view::inapplicable::Inapplicable;
use crate::view::people::heading::Heading;
use crate::view::people::imprint::Imprint;
use crate::view::people::living::{Home, homes};
use crate::view::people::responsibility::{Responsibility, responsibilities_of_others};
use crate::view::people::safeguarding::{ProtectiveOrder, Safeguarding, protective_orders};
use crate::view::people::voice::{ChildVoice, JointLetter, reported_joint_letter, voices};
use crate::view::programme::needs::{ChildsNeeds, childrens_needs};
use crate::view::programme::record::ProgrammeRecord;
use crate::view::registry::Content;
use crate::view::restriction::has_restricted;
use crate::view::terms::open_point::{OpenPoint, Undiscussed, questioned, undiscussed};
use crate::view::terms::proposal::{
    Analysis, Position, Recommendation, analysis, positions, recommendations,
};
use crate::view::terms::signature::Signature;
use crate::view::terms::summary::Summary;
use crate::view::terms::term::{Term, terms};
use crate::view::time::said::Register;

/// The court report.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(crate) struct CourtReport {
    /// The whole case file.
    pub at: Pointer,
    /// Which copy it is.
    pub imprint: Imprint,
    /// The heading.
    pub heading: Heading,
    /// The summary on page 1.
    pub summary: Summary,
    /// Who has parental responsibility and is no party.
    pub responsibilities: Vec<Responsibility>,
    /// What each child needs of the arrangements.
    pub needs: Vec<ChildsNeeds>,
    /// The record of the programme.
    pub programme: ProgrammeRecord,
    /// The children's voices.
    pub voices: Vec<ChildVoice>,
    /// Where each parent stands.
    pub positions: Vec<Position>,
    /// What is agreed, in order of number.
    pub terms: Vec<Term>,
    /// What is not agreed, in order of letter.
    pub not_agreed: Vec<OpenPoint>,
    /// What was not discussed.
    pub not_discussed: Vec<Undiscussed>,
    /// The parents' letter back.
    pub joint_letter: Option<JointLetter>,
    /// With whom the children live today.
    pub homes: Vec<Home>,
    /// The orders that protect somebody.
    pub protective_orders: Vec<ProtectiveOrder>,
    /// What is known about safety.
    pub safeguarding: Option<Safeguarding>,
    /// The officer's analysis, in the order of the welfare checklist.
    pub analysis: Vec<Analysis>,
    /// What the court is asked to do.
    pub recommendations: Vec<Recommendation>,
    /// Whether something in it may not be served on every party.
    pub has_restricted: bool,
    /// Who signs.
    pub signature: Signature,
}

impl Content for CourtReport {
    const ID: &'static str = "court-report";
    const IS_REPORT: bool = true;
    const RESTS_ON: Option<&'static str> = Some(AgreedArrangements::ID);
    const SUMMARY: &'static str = "the officer's short report to the court on the programme";
    const NEEDS: &'static str = "court proceedings";
    const PROGRAMMES: &'static [ProgrammeKind] = &[ProgrammeKind::Cppp];

    fn copies(office: Office<'_>) -> Result<Vec<DocumentCopy>, Inapplicable> {
        let court = DocumentCopy::of(Reader::Court);
        let served = office.serves(&court);
        served.proceedings().ok_or(Inapplicable::NoProceedings)?;
        // The notice of return is the report of a case that was returned, for whoever is told.
        let told = ReturnNotice::copies(office).unwrap_or_default();
        let copies = [court].into_iter().chain(office.copies_for_parties());
        let copies: Vec<_> = copies.filter(|copy| !told.contains(copy)).collect();
        match copies.is_empty() {
            true => Err(Inapplicable::Returned),
            false => Ok(copies),
        }
    }

    fn of(draft: &Draft<'_>) -> Self {
        let report = CourtReport {
            at: Pointer::root(),
            imprint: Imprint::of(draft),
            heading: Heading::of(draft),
            summary: Summary::of(draft),
            responsibilities: responsibilities_of_others(draft),
            needs: childrens_needs(draft),
            programme: ProgrammeRecord::of(draft),
            voices: voices(draft),
            positions: positions(draft),
            terms: terms(draft, Register::Order),
            not_agreed: questioned(draft),
            not_discussed: undiscussed(draft),
            joint_letter: reported_joint_letter(draft),
            homes: homes(draft),
            protective_orders: protective_orders(draft),
            safeguarding: Safeguarding::of(draft),
            analysis: analysis(draft),
            recommendations: recommendations(draft),
            has_restricted: false,
            signature: Signature::of(draft),
        };
        CourtReport {
            has_restricted: has_restricted(&report),
            ..report
        }
    }
}
